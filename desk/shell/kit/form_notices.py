"""Notices above a form: a draft was restored, something must be put right, a reason is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.core.i18n import _, ngettext
from desk.shell.kit import bits
from desk.shell.kit.fields.base import line_edit
from desk.shell.kit.form_row import FieldRow


class MarksBand(QFrame):
    """How many fields must be put right, each a link to its field; sentences that belong to no field stand in full."""

    def __init__(self, rows: Sequence[FieldRow], sentences: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setProperty("tone", "late")
        column = bits.column(margins=8, spacing=2)
        for sentence in sentences:
            line = bits.row(bits.picture("triangle-alert", "late"), bits.label(sentence, wrap=True))
            line.setStretch(1, 1)
            column.addLayout(line)
        if rows:
            words = ngettext("{count} field must be put right:", "{count} fields must be put right:", len(rows))
            links = [self._link(row) for row in rows[:8]]
            column.addLayout(bits.row(bits.picture("triangle-alert", "late"),
                                      bits.label(words.format(count=len(rows))), *links, None, spacing=4))
        self.setLayout(column)

    def _link(self, row: FieldRow) -> QWidget:
        link = bits.button(row.title.replace("&", "&&"), _Focus(row, self).go, link=True)
        link.setToolTip(row.sentence)
        return link


class _Focus(QObject):
    def __init__(self, row: FieldRow, parent: QObject) -> None:
        super().__init__(parent)
        self._row = row

    @Slot()
    def go(self) -> None:
        self._row.control.setFocus(Qt.FocusReason.ShortcutFocusReason)


class ReasonBand(QFrame):
    """Evidence, not proof: what was found, and a line for the reason why it is saved all the same. given(): Enter."""

    given = Signal()

    def __init__(self, what: str, findings: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setProperty("tone", "waiting")
        self.edit = line_edit(max_length=200)
        self.edit.setPlaceholderText(_("Reason, such as: the paper was seen, its number is as entered"))
        self.edit.setAccessibleName(_("Reason"))
        self.edit.returnPressed.connect(self.given)
        label = bits.label(_("&Reason"))
        label.setBuddy(self.edit)
        lines = [bits.label(f"· {finding}", wrap=True) for finding in findings]
        head = bits.row(bits.picture("triangle-alert", "waiting"), bits.label(what, wrap=True))
        head.setStretch(1, 1)
        self.setLayout(bits.column(head, *lines, bits.row(label, self.edit), margins=8, spacing=4))

    def reason(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

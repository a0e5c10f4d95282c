"""The line at the top of the form for a card reader or a pasted line: finds the person, or fills the form in.

A reader that acts as a keyboard may end every field with Enter, so the line waits a moment for more before it looks.
"""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.dates import read_date
from desk.core.people.reader import read_line
from desk.shell.kit import bits, icons
from desk.shell.kit.fields.base import is_enter, line_edit

PAUSE = 250
"""Milliseconds after an Enter in which a reader may send its next field."""
LONGEST = 1000


class ReaderBar(QFrame):
    """read(Prefill): something was recognised."""

    read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.edit = line_edit(max_length=LONGEST)
        self.edit.setPlaceholderText(_("Put the card on the reader, or paste name, identity number, address; then Enter"))
        self.edit.setAccessibleName(_("Card reader or pasted line"))
        icons.lead_with(self.edit, "id-card")
        self.edit.setClearButtonEnabled(True)
        self.edit.installEventFilter(self)
        label = bits.label(_("&Card reader"), "section")
        label.setBuddy(self.edit)
        self._trouble = bits.label(role="mark")
        self._trouble.hide()
        self.setLayout(bits.column(bits.row(label, self.edit), self._trouble, margins=8, spacing=4))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.edit.textEdited.connect(self._on_edited)

    def take(self, line: str) -> None:
        """As if `line` had been typed and Enter pressed."""
        self.edit.setText(line)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and is_enter(event):
            if self.edit.text().strip():
                self.edit.insert(" ")
                self._pause.start()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_edited(self) -> None:
        self._trouble.hide()
        if self._pause.isActive():
            self._pause.start()

    @Slot()
    def _look(self) -> None:
        self._pause.stop()
        found = read_line(self.edit.text())
        if any((found.name, found.number, found.phone, found.address)):
            self.edit.clear()
            self.read.emit(found)
        else:
            self._trouble.setText(_("Nothing was recognised in this line. Type the entries below."))
            self._trouble.show()


def values_of(found: Any) -> dict[str, Any]:
    """What a recognised line fills into the form: plain fields; papers and phones as their first row."""
    values = {name: value for name, value in (("name", found.name), ("sex", found.sex), ("address", found.address)) if value}
    if found.birth and not found.number:
        values["birth"] = _day(found.birth)
    if found.number:
        values["papers"] = [{"kind": found.kind or "other", "number": found.number}]
    if found.phone:
        values["phones"] = [{"number": found.phone, "owner": "self"}]
    return values


def _day(typed: str) -> str:
    try:
        return str(read_date(typed, on=date.max))
    except UserError:
        return ""

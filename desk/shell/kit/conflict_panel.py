"""Somebody else saved first: mine and theirs field by field, one chosen for each, nothing overwritten unseen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from desk.core.i18n import _
from desk.shell.kit import bits


class ConflictPanel(QWidget):
    """`lines`: (field name, title, mine as shown, theirs as shown). chosen(set of names where mine stays); back()."""

    chosen = Signal(object)
    back = Signal()

    def __init__(self, what: str, lines: Sequence[tuple[str, str, str, str]]) -> None:
        super().__init__()
        self._mine: dict[str, QRadioButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, head in enumerate((_("Field"), _("What you typed"), _("What the other saved"))):
            grid.addWidget(bits.label(head, "section"), 0, place)
        for number, (name, title, mine, theirs) in enumerate(lines, 1):
            grid.addWidget(bits.label(title), number, 0)
            self._choice(grid, number, name, title, mine, theirs)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.take = bits.button(_("&Take over these choices"), self._on_take, main=True)
        self.leave = bits.button(_("&Back to the form"), self.back)
        help_ = bits.label(_("Choose for each field what shall stand. Then look over the form and save again."), "muted",
                           wrap=True)
        self.setLayout(bits.column(bits.band(what, "waiting"), help_,
                                   bits.card(bits.column(grid, margins=12)),
                                   bits.row(None, self.leave, self.take), None, spacing=12))

    def _choice(self, grid: QGridLayout, number: int, name: str, title: str, mine: str, theirs: str) -> None:
        group = QButtonGroup(self)
        radios = []
        for place, words in ((1, mine), (2, theirs)):
            radio = QRadioButton((words or _("(empty)")).replace("&", "&&"))
            radio.setAccessibleName(f"{title}: {words}")
            group.addButton(radio, place)
            grid.addWidget(radio, number, place)
            radios.append(radio)
        self._mine[name] = radios[0]
        radios[0].setChecked(True)

    def _on_take(self) -> None:
        self.chosen.emit({name for name, radio in self._mine.items() if radio.isChecked()})


def words(values: Mapping[str, object], name: str) -> str:
    """A value of a conflict as shown."""
    found = values.get(name)
    return "" if found is None else str(found)

"""The sidebar: the hall's name, then what the house and the plugins offer, in sections; Alt+1…9 open the first nine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from desk.core.i18n import N_, _
from desk.shell import theme
from desk.shell.grouped_list import GroupedList, Line
from desk.shell.kit import bits

WIDTH = 196
SECTIONS = {"work": "", "registers": N_("Registers"), "system": N_("System")}
"""Section → heading; the first has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the sidebar: entry id, title as shown, icon, section."""

    entry_id: str
    title: str
    icon: str
    section: str = "work"


class Sidebar(QFrame):
    """Signal opened(entry_id)."""

    opened = Signal(str)

    def __init__(self, hall: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(theme.px(WIDTH))
        name = bits.label(hall, "hall", wrap=True)
        self.list = GroupedList()
        self.list.setAccessibleName(_("Pages"))
        self.list.setProperty("role", "side")
        self.list.chosen.connect(self._chosen)
        self.setLayout(bits.column(name, self.list, margins=8, spacing=8))
        self._places: list[Place] = []
        for digit in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            shortcut.setProperty("digit", digit)
            shortcut.activated.connect(self._by_digit)

    def fill(self, places: Iterable[Place]) -> None:
        """Show `places`, given in their order."""
        self._places = list(places)
        self.list.fill(_lines(self._places))

    def mark(self, entry_id: str) -> None:
        """Show that the page of `entry_id` is open."""
        self.list.select(entry_id)

    @Slot(object)
    def _chosen(self, entry_id: str) -> None:
        self.opened.emit(entry_id)

    @Slot()
    def _by_digit(self) -> None:
        place = int(self.sender().property("digit")) - 1
        if place < len(self._places):
            self.opened.emit(self._places[place].entry_id)


def _lines(places: Sequence[Place]) -> list[Line]:
    lines: list[Line] = []
    section = places[0].section if places else ""
    for number, place in enumerate(places, 1):
        if place.section != section:
            section = place.section
            lines.append(Line(_(SECTIONS.get(section, ""))))
        digit = str(number) if number < 10 else ""
        lines.append(Line(place.title, place.entry_id, place.icon, digit=digit))
    return lines

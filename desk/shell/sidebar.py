"""The sidebar: the hall's name, then what the house and the plugins offer, in sections; Alt+1…9 open the first nine.

A plugin with many pages has one line, its head; its pages stand below while one of them is open. So the sidebar stays as
long as the list of plugins, and nothing has to be folded by hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from desk.core.i18n import N_, _
from desk.shell import theme
from desk.shell.grouped_list import GroupedList, Line
from desk.shell.kit import bits

WIDTH = 218
SECTIONS = {"work": "", "registers": N_("Registers"), "system": N_("System")}
"""Section → heading; the first has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the sidebar: entry id, title as shown, icon, section. group: title of the head it stands under, "" none."""

    entry_id: str
    title: str
    icon: str
    section: str = "work"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Key of a head's line; choosing it opens the first page below."""

    group: str
    entry_id: str


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
        self._unfolded = ""
        for digit in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            shortcut.setProperty("digit", digit)
            shortcut.activated.connect(self._by_digit)

    def fill(self, places: Iterable[Place]) -> None:
        """Show `places`, given in their order."""
        self._places = list(places)
        self.list.fill(_lines(self._places, self._unfolded))

    def mark(self, entry_id: str) -> None:
        """Show that the page of `entry_id` is open; the head it stands under unfolds, another one folds."""
        group = next((place.group for place in self._places if place.entry_id == entry_id), "")
        if group != self._unfolded:
            self._unfolded = group
            self.list.fill(_lines(self._places, group))
        self.list.select(entry_id)

    @Slot(object)
    def _chosen(self, key: str | Head) -> None:
        self.opened.emit(key.entry_id if isinstance(key, Head) else key)

    @Slot()
    def _by_digit(self) -> None:
        place = int(self.sender().property("digit")) - 1
        tops = [place for place, _first in _tops(self._places)]
        if place < len(tops):
            self.opened.emit(tops[place].entry_id)


def _tops(places: Sequence[Place]) -> Iterator[tuple[Place, bool]]:
    """The lines that always stand: places without a group, and the first of each group (True)."""
    known = set()
    for place in places:
        if not place.group:
            yield place, False
        elif place.group not in known:
            known.add(place.group)
            yield place, True


def _lines(places: Sequence[Place], unfolded: str) -> list[Line]:
    lines: list[Line] = []
    section = places[0].section if places else ""
    for number, (place, head) in enumerate(_tops(places), 1):
        if place.section != section:
            section = place.section
            lines.append(Line(_(SECTIONS.get(section, ""))))
        digit = str(number) if number < 10 else ""
        if not head:
            lines.append(Line(place.title, place.entry_id, place.icon, digit=digit))
            continue
        lines.append(Line(place.group, Head(place.group, place.entry_id), place.icon, digit=digit,
                          unfolded=place.group == unfolded))
        if place.group == unfolded:
            lines += [Line(one.title, one.entry_id, inner=True) for one in places if one.group == unfolded]
    return lines

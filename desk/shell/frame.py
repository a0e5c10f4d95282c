"""What one signed-in person works in: sidebar, header with the box, the page, the status line."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desk.shell.commands import Command, commands_for, with_sounds
from desk.shell.context import HouseContext, Seat
from desk.shell.header import Header
from desk.shell.jobs import JobContext
from desk.shell.kit import bits
from desk.shell.navigation import Pages
from desk.shell.ports import Desk, Status
from desk.shell.sidebar import Sidebar
from desk.shell.status_line import StatusLine
from desk.shell.toast import Toast

HOME, PLUGINS = "desk.home", "desk.plugins"
LATER = 800
"""Milliseconds after sign-in for what may come later."""


class Frame(QWidget):
    """Signal asked(how): lock, switch, password, keys or quit."""

    asked = Signal(str)

    def __init__(self, desk: Desk, make_seat: Callable[[Pages], Seat], *, practice: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self.stack = QStackedWidget()
        self.pages = Pages(self.stack, desk, self)
        self.seat = make_seat(self.pages)
        self.pages.sit_down(self.seat)
        self.ctx = HouseContext(self.seat)
        self.sidebar = Sidebar(self.seat.hall)
        self.header = Header(self.ctx, practice=practice)
        self.status = StatusLine(desk.clock)
        self._lay_out()
        self.toast = Toast(self.stack)
        self._connect()
        self._begin()

    def areas(self) -> list[QWidget]:
        """Where F6 goes round: sidebar, box, page."""
        return [self.sidebar.list, self.header.box, self.stack]

    def next_area(self) -> None:
        """F6: put the focus into the next area."""
        self._go_round(1)

    def previous_area(self) -> None:
        """Shift+F6."""
        self._go_round(-1)

    def go_home(self) -> None:
        """Alt+Home."""
        self.pages.open_from_sidebar(HOME)

    def _go_round(self, by: int) -> None:
        areas = self.areas()
        here = next((place for place, area in enumerate(areas) if _holds_focus(area)), len(areas) - 1)
        target = areas[(here + by) % len(areas)]
        if target is not self.stack:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif (page := self.stack.currentWidget()) is not None:
            _first_field(page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_pages(self) -> None:
        """Keep what is half typed and let every page go."""
        self.pages.keep()
        self.pages.close_all()
        self.sidebar.fill([])

    def _lay_out(self) -> None:
        right = bits.column(self.header, self.stack, self.status, spacing=0)
        right.setStretch(1, 1)
        both = bits.row(self.sidebar, spacing=0)
        both.addLayout(right, 1)
        self.setLayout(both)

    def _connect(self) -> None:
        self.sidebar.opened.connect(self.pages.open_from_sidebar)
        self.pages.showed.connect(self.sidebar.mark)
        self.pages.said.connect(self.toast.say)
        self.header.box.opened.connect(self._open)
        self.header.asked.connect(self.asked)
        self.status.pressed.connect(self._to_plugins)
        self.seat.jobs.activity.connect(self.status.watch)
        self.seat.hub.told.connect(self._changed)

    def _begin(self) -> None:
        self.sidebar.fill(self.pages.places())
        commands = commands_for(self._desk.contributions, self.seat.actor)
        self.header.box.use(commands)
        self._give_keys(commands)
        self._commands = commands
        QTimer.singleShot(LATER, self, self._settle)
        self._read_status()
        self.pages.open_from_sidebar(HOME)

    @Slot()
    def _settle(self) -> None:
        """Once the home page stands: the rest of the start, and the pinyin of the commands, half a second of the processor."""
        self.seat.jobs.work(_rest, self._desk).then(self._settled).otherwise(self._ignore).start()
        self.seat.jobs.work(_sounds, self._commands).then(self.header.box.use).otherwise(self._ignore).start()
        self.seat.jobs.work(_take_in_trail, self._desk).otherwise(self._ignore).start()

    @Slot(object)
    def _settled(self, _nothing: object) -> None:
        self._read_status()  # a plugin whose declaration fails is known only now

    def _give_keys(self, commands: list[Command]) -> None:
        """Actions that have keys of their own answer to them everywhere in the frame."""
        for command in commands:
            if command.shortcut:
                shortcut = QShortcut(QKeySequence(command.shortcut), self)
                shortcut.setProperty("command", command)
                shortcut.activated.connect(self._act)

    @Slot()
    def _act(self) -> None:
        command: Command = self.sender().property("command")
        self.pages.open(command.entry, **dict(command.args))

    def _read_status(self) -> None:
        self.seat.jobs.work(_status, self._desk).then(self._status).otherwise(self._ignore).start()

    @Slot(object)
    def _status(self, status: Status) -> None:
        self.status.show_status(status)

    @Slot(object)
    def _ignore(self, _error: object) -> None:
        """Decoration only: without it the desk works as well."""

    @Slot(object, object)
    def _changed(self, changes: Any, _initiator: object) -> None:
        if changes.touches("backup") or changes.touches("plugin") or changes.touches("setting"):
            self._read_status()

    @Slot(str, object)
    def _open(self, entry_id: str, args: dict[str, Any]) -> None:
        self.pages.open(entry_id, **args)

    @Slot()
    def _to_plugins(self) -> None:
        self.pages.open(PLUGINS)


def _rest(_context: JobContext, desk: Desk) -> None:
    desk.settle()


def _sounds(_context: JobContext, commands: Any) -> Any:
    return with_sounds(commands)


def _take_in_trail(context: JobContext, desk: Desk) -> None:
    """What an administrator did at the command line while the data were closed goes into the audit trail."""
    trust = desk.plugin_places().trust
    if any(trust.trail_folder.glob("*.json")):
        from desk.host.trust_trail import take_in_trail

        context.execute(take_in_trail, trust)


def _status(_context: JobContext, desk: Desk) -> Status:
    return desk.status()


def _holds_focus(area: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is area or area.isAncestorOf(focus))


def _first_field(page: QWidget) -> QWidget:
    first = getattr(page, "first_focus", None)
    wanted = first() if callable(first) else None
    if isinstance(wanted, QWidget):
        return wanted
    fields = [child for child in page.findChildren(QWidget)
              if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()]
    return fields[0] if fields else page

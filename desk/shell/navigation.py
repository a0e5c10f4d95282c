"""From an entry's id to a page on the screen, and back again.

What an entry names is resolved when it is first opened, so a broken view breaks one page, which then says so; the
rest of the desk stays usable. A widget class is called as `(ctx, **args)`; a ListSpec, RecordSpec or FormSpec becomes
a page of the kit.

A page may have any of these, and needs none: `refresh()` read anew (F5) · `keep()` keep what is half typed, now ·
`conceal()` hide what was revealed (lock) · `first_focus()` the widget that gets the focus.
"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from os.path import commonprefix
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.core.i18n import _, translator
from desk.host.specs import NavEntry
from desk.shell.broken_page import BrokenPage
from desk.shell.context import HouseContext, Seat, ViewContext
from desk.shell.faults import told
from desk.shell.ports import Desk
from desk.shell.sidebar import Place

if TYPE_CHECKING:
    from desk.host.collect import Contribution

log = logging.getLogger(__name__)

FLAT = 3
"""As many lines of the sidebar a plugin may have without a head of its own to fold them under."""
DEPTH = 12
"""Pages kept alive behind the one shown; older ones are made anew when somebody goes back that far."""


@dataclass
class Visit:
    """A page that was opened; `page` is None once it was put away to save memory."""

    entry_id: str
    args: dict[str, Any] = field(default_factory=dict)
    page: QWidget | None = None


class Pages(QObject):
    """The open pages of one signed-in person; the Navigator that contexts hold.

    showed(entry_id): another page is on the screen, this line of the sidebar is nearest. said(text, tone, undo): a quiet line.
    """

    showed = Signal(str)
    said = Signal(str, str, object)

    def __init__(self, stack: QStackedWidget, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack, self._desk = stack, desk
        self._visits: list[Visit] = []
        self._seat: Seat | None = None

    def sit_down(self, seat: Seat) -> None:
        """From now on pages are made for the person of `seat`."""
        self._seat = seat

    @property
    def seat(self) -> Seat:
        assert self._seat is not None, "nobody sits here"
        return self._seat

    @property
    def current(self) -> QWidget | None:
        """The page on the screen."""
        return self._visits[-1].page if self._visits else None

    @property
    def trail(self) -> list[str]:
        """Entry ids from the first page to the one shown."""
        return [visit.entry_id for visit in self._visits]

    def places(self) -> list[Place]:
        """What the sidebar shows to this person, in order; the pages of a plugin that has many stand under its name."""
        shown = [given for given in self._desk.contributions.nav
                 if not given.item.hidden and self.seat.actor.may(given.item.permission)]
        counts = Counter(given.plugin_id for given in shown)
        return [self._place(given, counts[given.plugin_id] > FLAT) for given in shown]

    def _place(self, given: "Contribution[NavEntry]", grouped: bool) -> Place:
        entry: NavEntry = given.item
        group = self._desk.plugin_title(given.plugin_id) if grouped and given.plugin_id != "desk" else ""
        return Place(entry.id, translator(given.plugin_id)(entry.title), entry.icon, entry.section, group)

    def open(self, entry_id: str, **args: Any) -> None:
        """Open a page on top of the present one."""
        refusal = self._refusal(entry_id)
        if refusal:
            self.notify(refusal, "waiting")
            return
        self._leave()
        self._visits.append(Visit(entry_id, args))
        self._show()

    @Slot(str)
    def open_from_sidebar(self, entry_id: str) -> None:
        """Begin anew at `entry_id`; the same list further down the trail is gone back to, as it was left."""
        refusal = self._refusal(entry_id)
        if refusal:
            self.notify(refusal, "waiting")
            return
        self._leave()
        kept = next((visit for visit in self._visits if visit.entry_id == entry_id and not visit.args), None)
        for visit in self._visits:
            if visit is not kept:
                self._put_away(visit)
        self._visits = [kept or Visit(entry_id)]
        self._show()

    @Slot()
    def back(self) -> None:
        """The page before; on the first one nothing happens."""
        if len(self._visits) > 1:
            self._leave()
            self._put_away(self._visits.pop())
            self._show()

    @Slot()
    def refresh(self) -> None:
        """Read the page on the screen anew; a broken one is tried again."""
        if isinstance(self.current, BrokenPage):
            self._put_away(self._visits[-1])
            self._show()
        else:
            self._ask(self.current, "refresh")

    def notify(self, text: str, tone: str = "done", undo: Callable[[], Any] | None = None) -> None:
        self.said.emit(text, tone, undo)

    def keep(self, *, conceal: bool = False) -> None:
        """Have every open page keep what is half typed (lock, close); with `conceal` revealed numbers are hidden again."""
        QGuiApplication.inputMethod().commit()
        for visit in self._visits:
            self._ask(visit.page, "keep")
            if conceal:
                self._ask(visit.page, "conceal")

    def close_all(self) -> None:
        """Put every page away."""
        while self._visits:
            self._put_away(self._visits.pop())

    def _leave(self) -> None:
        """What is being composed with the input method and what is half typed is kept before the page goes."""
        QGuiApplication.inputMethod().commit()
        self._ask(self.current, "keep")

    def _refusal(self, entry_id: str) -> str:
        given = self._desk.contributions.nav.find(entry_id)
        if given is None:
            return _("This page is not there; its plugin may be switched off. See Plugins.")
        if not self.seat.actor.may(given.item.permission):
            return _("Your account has no right to open this page. Ask an administrator.")
        return ""

    def _show(self) -> None:
        visit = self._visits[-1]
        if visit.page is None:
            visit.page = self._made(visit)
            self._stack.addWidget(visit.page)
        self._stack.setCurrentWidget(visit.page)
        self._focus(visit.page)
        for old in self._visits[:-DEPTH]:
            self._put_away(old)
        self.showed.emit(self._marked())

    def _marked(self) -> str:
        """The line of the sidebar nearest to the page shown: of its own room on the way to it or by name, else any on the way.

        A resident's card opened from the box stands under the residents, wherever one was before. A preview, which anything may
        open, stands where that stands.
        """
        shown = [place.entry_id for place in self.places()]
        passed = [visit.entry_id for visit in reversed(self._visits) if visit.entry_id in shown]
        page = next((visit.entry_id for visit in reversed(self._visits)
                     if visit.entry_id in shown or not visit.entry_id.startswith("desk.")), "")
        room = page.partition(".")[0] + "."
        alike = sorted((one for one in shown if one.startswith(room)), key=lambda one: -len(commonprefix([one, page])))
        return next(iter((*(one for one in passed if one.startswith(room)), *alike, *passed)), "")

    def _made(self, visit: Visit) -> QWidget:
        given = self._desk.contributions.nav.find(visit.entry_id)
        assert given is not None
        kind = HouseContext if given.plugin_id == "desk" else ViewContext
        context = kind(self.seat, given.plugin_id)
        try:
            target = self._desk.resolve(given.plugin_id, given.item.view)
            page = target(context, **visit.args) if callable(target) else _from_spec(context, target, visit.args)
            if not isinstance(page, QWidget):
                raise TypeError(f"{given.item.view} made no widget")
        except Exception as error:  # noqa: BLE001 - whatever a plugin's page raises breaks that page only
            log.warning("Page %s could not be opened: %s", visit.entry_id, type(error).__name__)
            return BrokenPage(told(error, self._desk.plugin_title(given.plugin_id)), context)
        return page

    def _put_away(self, visit: Visit) -> None:
        if visit.page is not None:
            self._ask(visit.page, "keep")
            self._stack.removeWidget(visit.page)
            visit.page.deleteLater()
            visit.page = None

    def _focus(self, page: QWidget) -> None:
        wanted = self._ask(page, "first_focus")
        if isinstance(wanted, QWidget):
            wanted.setFocus()
        elif not page.isAncestorOf(page.window().focusWidget() or page):
            page.setFocus()
            page.focusNextChild()

    def _ask(self, page: QWidget | None, what: str) -> Any:
        """Call a page's optional method; a mistake in it is told by the exception hook and stops nothing."""
        method = getattr(page, what, None)
        if not callable(method):
            return None
        try:
            return method()
        except Exception:  # noqa: BLE001 - one page's mistake must not keep the others from being kept or left
            log.exception("%s of a page failed", what)
            return None


def _from_spec(context: ViewContext, spec: Any, args: dict[str, Any]) -> QWidget:
    from desk.shell.kit.pages import make_page  # loads SQLAlchemy by way of the specs; not before sign-in

    return make_page(context, spec, **args)

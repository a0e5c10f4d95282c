"""The home page: what is due and overdue for me first, then today, quick actions with their keys, a picture of the
week.

Every card is read by a job of its own, so a plugin whose card fails loses that card and nothing else.
"""

from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.core.i18n import N_, _, translator
from desk.host.specs import CardSpec, HomeItem
from desk.shell import theme
from desk.shell.commands import Command, quick_commands
from desk.shell.context import HouseContext
from desk.shell.home_drafts import read_drafts
from desk.shell.home_parts import ItemCard, WeekPicture
from desk.shell.home_quick import QuickRow
from desk.shell.home_words import day_words, greeting, read_day, week_of
from desk.shell.kit import bits

READ_AGAIN, FIRST_PAINT = 400, 20
"""Milliseconds until the cards are read: after a write others may follow, after it is shown the page is painted first."""
FIRST_STEPS = (
    (N_("Register the first resident"), "people.person_form"), (N_("Bring in a list of residents"), "people.import"),
    (N_("Set number words and first numbers"), "numbers.series"), (N_("Make accounts for colleagues"), "staff.accounts"),
    (N_("Choose the plugins this hall needs"), "desk.plugins"),
)
"""What a new hall does first: title, entry; those whose page does not exist or may not be opened are left out."""


class HomePage(QWidget):
    """Opens by itself after sign-in."""

    def __init__(self, ctx: HouseContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.ctx = ctx
        self._items: dict[str, list[HomeItem]] = {}
        self._reading, self._anybody = 0, True
        self._day = ctx.clock.today()
        self.title = bits.label("", "title")
        self.day = bits.label("", "muted")
        self.due = ItemCard(_("Due and overdue"), _("Nothing is due. Finish what is under Today, or look ahead in the lists."))
        self.begun = ItemCard(_("Begun and not saved"), "", dated=False)
        self.begun.hide()
        self.today = ItemCard(_("Today"), _("Nobody is expected today."), dated=False)
        self.week = WeekPicture()
        self.cards: dict[str, ItemCard] = {}
        self.first = self._first_steps()
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=READ_AGAIN)
        self._soon.timeout.connect(self._read_if_seen)
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self._new_day)
        self._minute.start()
        ctx.changes.connect(self._changed)
        self._stale = True
        self._greet()

    def first_focus(self) -> QWidget:
        return self.due.list if self.due.list.isVisible() else self

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start(FIRST_PAINT)

    def _greet(self) -> None:
        self._day = self.ctx.clock.today()
        self.title.setText(greeting(self.ctx.clock.now(), self.ctx.actor.name))
        self.day.setText(day_words(self._day))

    @Slot()
    def _read_if_seen(self) -> None:
        """What lies behind another page is not read: the plugins that tell the cards are heavy, and nobody looks."""
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        self._stale = False
        self._greet()
        self.ctx.jobs.read(read_day, self._day).then(self._day_read).otherwise(self._day_unknown).start()
        self.ctx.jobs.work(read_drafts, self.ctx).then(self._drafts_read).otherwise(self._drafts_unknown).start()
        for given in self._cards():
            self._reading += 1
            _Reader(self, given.item).start()
        if not self._reading:
            self._fill()

    def _cards(self) -> list[Any]:
        return [given for given in self.ctx.desk.contributions.cards if self.ctx.may(given.item.permission)]

    def _lay_out(self) -> None:
        head = bits.column(self.title, self.day, spacing=4)
        right = bits.column(self.today, bits.card(bits.column(bits.label(_("This week"), "section"), self.week, margins=16)),
                            spacing=12)
        for given in self._cards():
            if given.item.place == "card":
                card = ItemCard(translator(given.plugin_id)(given.item.title), _("Nothing to show."))
                card.chosen.connect(self._open)
                self.cards[given.item.id] = card
                right.addWidget(card)
        right.addStretch(1)
        left = bits.column(self.first, self.begun, self.due, spacing=12)
        left.setStretch(2, 1)
        body = bits.row(spacing=12)
        body.addLayout(left, 3)
        body.addLayout(right, 2)
        inside = QWidget()
        inside.setLayout(bits.column(body, spacing=0))
        self.setLayout(bits.column(head, self._quick(), bits.scrolled(inside), margins=16, spacing=12))
        for card in (self.begun, self.due, self.today):
            card.chosen.connect(self._open)

    def _quick(self) -> QuickRow:
        row = QuickRow(quick_commands(self.ctx.desk.contributions, self.ctx.actor))
        row.chosen.connect(self._act)
        return row

    def _first_steps(self) -> QWidget:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for title, entry in FIRST_STEPS:
            found = self.ctx.desk.contributions.nav.find(entry)
            if found is not None and self.ctx.may(found.item.permission):
                button = bits.button(f"{grid.count() + 1}. {_(title)}", self._step, link=True)
                button.setProperty("entry", entry)
                grid.addWidget(button, grid.count(), 0, Qt.AlignmentFlag.AlignLeft)
        card = bits.card(bits.column(bits.label(_("A new hall starts here"), "section"), grid, margins=16))
        card.hide()
        return card

    def arrived(self, spec: CardSpec, items: list[HomeItem] | None) -> None:
        """A card's items, None when they could not be read."""
        self._reading -= 1
        self._items[spec.id] = items or []
        if spec.id in self.cards:
            self.cards[spec.id].show_items(items or [], self._day, failed=items is None)
        elif items is None:
            (self.today if spec.place == "today" else self.due).fail(_("“{card}” could not be read.").format(card=spec.title))
        if not self._reading:
            self._fill()

    def _fill(self) -> None:
        by_place: dict[str, list[HomeItem]] = {"due": [], "today": []}
        for given in self._cards():
            by_place.setdefault(given.item.place, []).extend(self._items.get(given.item.id, []))
        self.due.show_items(by_place["due"], self._day)
        self.today.show_items(by_place["today"], self._day)
        self.week.show_week(week_of(by_place["due"] + by_place["today"], self._day), self._day)

    @Slot(object)
    def _day_read(self, answer: tuple[bool, str, bool]) -> None:
        works, holiday, anybody = answer
        self.day.setText(f"{self.ctx.hall} · {day_words(self._day, holiday, works)}")
        self.first.setVisible(not anybody)

    @Slot(object)
    def _drafts_read(self, items: list[HomeItem]) -> None:
        self.begun.show_items(items, self._day)
        self.begun.setVisible(bool(items))

    @Slot(object)
    def _drafts_unknown(self, _error: object) -> None:
        """The form itself still offers its draft when it is opened."""

    @Slot(object)
    def _day_unknown(self, _error: object) -> None:
        self.day.setText(f"{self.ctx.hall} · {day_words(self._day)}")

    @Slot(object, object)
    def _changed(self, _changes: object, _initiator: object) -> None:
        self._stale = True
        self._soon.start(READ_AGAIN)

    @Slot()
    def _new_day(self) -> None:
        if self.ctx.clock.today() != self._day:
            self._stale = True
            self._read_if_seen()

    @Slot(object)
    def _open(self, item: HomeItem) -> None:
        if item.entry:
            self.ctx.open(item.entry, **dict(item.args))

    @Slot(object)
    def _act(self, command: Command) -> None:
        self.ctx.open(command.entry, **dict(command.args))

    @Slot()
    def _step(self) -> None:
        self.ctx.open(self.sender().property("entry"))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(900), theme.px(600))


class _Reader(QObject):
    """Reads one card and remembers which one it was; goes with the page."""

    def __init__(self, page: HomePage, spec: CardSpec) -> None:
        super().__init__(page)
        self._page, self._spec = page, spec

    def start(self) -> None:
        job = self._page.ctx.jobs.read(self._spec.load)
        job.then(self._read).otherwise(self._failed).whenever(self.deleteLater).start()

    @Slot(object)
    def _read(self, items: list[HomeItem]) -> None:
        self._page.arrived(self._spec, items)

    @Slot(object)
    def _failed(self, _error: object) -> None:
        self._page.arrived(self._spec, None)

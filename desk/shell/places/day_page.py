"""The day's bookings of all venues at one glance; a day on and back, booking where the mark stands."""

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.clock import HALL_ZONE
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _
from desk.core.places.queries import BookingRow, list_bookings, list_venues
from desk.shell.home_words import day_words
from desk.shell.kit import bits
from desk.shell.kit.page import Page
from desk.shell.places.day_grid import DayGrid, DayView


class DayPage(Page):
    """`DayPage(ctx, day=date(2026, 11, 5))`; without a day, today."""

    def __init__(self, ctx: Any, *, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self.day = day or ctx.clock.today()
        self.grid = DayGrid()
        self.day_label, self.words = bits.label(role="section"), bits.label()
        nothing = _("No venues yet. Add the mediation room and the meeting room, then they can be booked.")
        self.empty = bits.label(nothing, "muted", wrap=True)
        self.book_button = bits.button(_("Book a venue (Ctrl+N)"), self.grid.ask, icon="calendar-plus", main=True)
        self._build()
        self.grid.picked.connect(self._on_picked)
        self.grid.asked.connect(self._on_asked)
        for keys, slot in (("Ctrl+N", self.grid.ask), ("PgUp", self.day_before), ("PgDown", self.day_after),
                           ("Ctrl+Home", self.today)):
            self.shortcut(keys, slot)
        self.name_page(_("Venues"))
        self.setFocusProxy(self.grid)
        self.watch("booking")
        self.refresh()

    def _build(self) -> None:
        before = bits.icon_button("chevron-left", _("The day before (PgUp)"), self.day_before)
        after = bits.icon_button("chevron-right", _("The day after (PgDown)"), self.day_after)
        today = bits.button(_("&Today"), self.today)
        venues = bits.button(_("&Register of venues"), self._open_venues, icon="building")
        bookings = bits.button(_("&All bookings"), self._open_bookings, icon="clipboard-list")
        head = bits.row(bits.label(_("Venues"), "title"), before, self.day_label, after, today, None, bookings, venues,
                        self.book_button)
        hint = bits.label(_("Arrows move the mark, Enter books there or opens the booking."), "small")
        card = bits.card(bits.column(self.empty, self.grid, None, margins=12))
        layout = bits.column(head, card, bits.row(self.words, None, hint), spacing=12)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(read_day, self.day).then(self._on_view).start()

    @Slot(object)
    def _on_view(self, view: DayView) -> None:
        if view.day != self.day:
            return
        self.day_label.setText(day_words(view.day))
        self.empty.setVisible(not view.venues)
        self.grid.setVisible(bool(view.venues))
        self.book_button.setEnabled(bool(view.venues))
        self.grid.show_day(view)

    @Slot()
    def _on_picked(self) -> None:
        self.words.setText(self.grid.words())

    @Slot(object, object, object)
    def _on_asked(self, venue_id: int, moment: datetime, taken: BookingRow | None) -> None:
        if taken is not None:
            self.ctx.open("places.booking_form", record_id=taken.id)
        else:
            self.ctx.open("places.booking_form", venue_id=venue_id, starts_at=moment, ends_at=moment + timedelta(hours=1))

    @Slot()
    def day_before(self) -> None:
        """A day back."""
        self._go(self.day - timedelta(days=1))

    @Slot()
    def day_after(self) -> None:
        """A day on."""
        self._go(self.day + timedelta(days=1))

    @Slot()
    def today(self) -> None:
        """Back to today."""
        self._go(self.ctx.clock.today())

    def _go(self, day: date) -> None:
        self.day = day
        self.refresh()

    @Slot()
    def _open_venues(self) -> None:
        self.ctx.open("places.venues")

    @Slot()
    def _open_bookings(self) -> None:
        self.ctx.open("places.bookings")


def read_day(uow: UnitOfWork, day: date) -> DayView:
    """The day as it stands."""
    start = datetime.combine(day, time(), HALL_ZONE)
    venues = [row for row in list_venues(uow, closed=True) if row.closed_on is None or row.closed_on >= day]
    return DayView(day, tuple(venues), tuple(list_bookings(uow, start, start + timedelta(days=1))))

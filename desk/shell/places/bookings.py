"""Bookings of venues: by day and venue, never two at one time; the form; giving the time back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.clock import HALL_ZONE, hall_time
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.places.drafts import BookingDraft
from desk.core.places.queries import BookingRow, get_booking, list_bookings, list_venues
from desk.core.places.venues import book_venue, cancel_booking, change_booking
from desk.host.pages import Chip, Column, Field, FormSpec, ListSpec, RowAction, Section
from desk.shell.doing import carry_out_with_reason
from desk.shell.kit.filtered_page import FilteredPage
from desk.shell.places.venues import times
from desk.shell.saving import add_or_change, edited, stored
from desk.shell.short_lists import short_page

AHEAD = 90
"""Days whose bookings a list without a day shows."""
SPANS = {"today": (0, 1), "tomorrow": (1, 2), "week": (0, 7)}


@dataclass(frozen=True, slots=True)
class BookingLine:
    """A booking in the list."""

    id: int
    day: date
    times: str
    venue: str
    purpose: str
    contact: str
    booked_by: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[BookingLine]:
    """Bookings in order. Filters: venue_id, day, span ("today", "tomorrow", "week")."""
    filters = request.filters
    first, last = SPANS.get(filters.get("span", ""), (0, AHEAD))
    start = datetime.combine(filters.get("day") or uow.clock.today(), time(), HALL_ZONE)
    if filters.get("day"):
        first, last = 0, 1
    rows = list_bookings(uow, start + timedelta(days=first), start + timedelta(days=last), venue_id=filters.get("venue_id"))
    return short_page([_line(row) for row in rows], request, lambda line: f"{line.venue} {line.purpose} {line.contact}")


def _line(row: BookingRow) -> BookingLine:
    return BookingLine(row.id, hall_time(row.starts_at).date(), times(row), row.venue, row.purpose, row.contact, row.booked_by)


def cancel(ctx: Any, rows: Sequence[BookingLine]) -> None:
    """Ask why, then give the time back."""
    row = rows[0]
    carry_out_with_reason(ctx, _("Why is the booking of {venue} on {day}, {times} cancelled?").format(
        venue=row.venue, day=row.day, times=row.times), _("The booking is cancelled"), cancel_booking, [row])


BOOKINGS = ListSpec(
    id="places.bookings", title=N_("Bookings"), record="booking",
    columns=(Column("day", N_("Day"), 120, "date"), Column("times", N_("Time"), 120), Column("venue", N_("Venue"), 180),
             Column("purpose", N_("What for"), 0), Column("contact", N_("Contact"), 110),
             Column("booked_by", N_("Booked by"), 110)),
    fetch=fetch,
    chips=(Chip(N_("Today"), {"span": "today"}), Chip(N_("Tomorrow"), {"span": "tomorrow"}),
           Chip(N_("Next 7 days"), {"span": "week"})),
    actions=(RowAction("cancel", N_("Cancel the booking"), "desk.shell.places.bookings:cancel", "ban"),),
    opens="places.booking_form", new="places.booking_form", new_title=N_("Book a venue"),
    search_hint=N_("Venue, purpose or contact"), empty=N_("Nothing is booked. Every venue is free."))


def venue_choices(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Venues that take bookings."""
    return [(row.id, f"{row.name} ({row.capacity})" if row.capacity else row.name) for row in list_venues(uow)]


FIELDS = (Field("venue_id", N_("Venue"), "choice", choices=venue_choices, width=220), Field("day", N_("Day"), "date"))


def bookings_page(ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "") -> QWidget:
    """The list; opened from a venue it shows that one only."""
    given = dict(filters or {})
    return FilteredPage(ctx, BOOKINGS, [field for field in FIELDS if field.name not in given], filters=given, text=text)


def load(uow: UnitOfWork, booking_id: int | None) -> dict[str, Any]:
    """An hour from the next full hour on, or the stored booking."""
    if booking_id is not None:
        return stored(BookingDraft, get_booking(uow, booking_id))
    start = uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return {"starts_at": start, "ends_at": start + timedelta(hours=1), "contact": uow.actor.name}


BOOKING_FORM = FormSpec(
    id="places.booking_form", title=N_("Booking"),
    sections=(Section("", (
        Field("venue_id", N_("Venue"), "choice", True, choices=venue_choices),
        Field("starts_at", N_("From when"), "datetime", True), Field("ends_at", N_("Until when"), "datetime", True),
        Field("purpose", N_("What for"), required=True, max_length=120),
        Field("contact", N_("Contact"), max_length=60, width=240))),),
    save=add_or_change(book_venue, change_booking), load=load, save_title=N_("Book (Ctrl+S)"),
    make_draft=lambda values: edited(BookingDraft, values))

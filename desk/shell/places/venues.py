"""Venues: which there are and whether they are free now; the card with the bookings of the day; the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.clock import HALL_ZONE, hall_time
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.places.drafts import VenueDraft
from desk.core.places.kinds import VENUE_KINDS
from desk.core.places.queries import BookingRow, VenueRow, get_area, get_venue, list_bookings, list_venues
from desk.core.places.service import CHANGE
from desk.core.places.venues import add_venue, change_venue, close_venue
from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
)
from desk.shell.audit.trail import trail_of
from desk.shell.doing import carry_out
from desk.shell.saving import add_or_change, edited, stored
from desk.shell.short_lists import short_page

ROOM = "desk.shell.places.venues"
DAYS = 7
"""Days whose bookings stand on the card."""


@dataclass(frozen=True, slots=True)
class VenueLine:
    """A venue in the list. today: bookings of the day."""

    id: int
    name: str
    kind: str
    capacity: int | None
    address: str
    keeper: str
    today: int
    state: StateCell


def midnight(uow: UnitOfWork, days: int = 0) -> datetime:
    """The beginning of today in the hall, or of the day so many days later."""
    return datetime.combine(uow.clock.today() + timedelta(days=days), time(), HALL_ZONE)


def state_of(row: VenueRow, bookings: Sequence[BookingRow], now: datetime) -> StateCell:
    """Closed, taken until when, or free."""
    if row.closed_on is not None and row.closed_on < hall_time(now).date():
        return StateCell(_("Closed"), Tone.MUTED)
    taken = next((one for one in bookings if one.venue_id == row.id and one.starts_at <= now < one.ends_at), None)
    if taken is not None:
        return StateCell(_("Taken until {time}").format(time=hall_time(taken.ends_at).strftime("%H:%M")), Tone.WAITING)
    return StateCell(_("Free now"), Tone.DONE)


def times(row: BookingRow) -> str:
    """09:30-11:00."""
    return f"{hall_time(row.starts_at):%H:%M}-{hall_time(row.ends_at):%H:%M}"


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[VenueLine]:
    """Every venue; filters: closed (bool)."""
    bookings = list_bookings(uow, midnight(uow), midnight(uow, 1))
    closed = bool(request.filters.get("closed"))
    rows = [row for row in list_venues(uow, closed=True) if (row.closed_on is not None) == closed]
    return short_page([_line(row, bookings, uow.clock.now()) for row in rows], request,
                      lambda line: f"{line.name} {line.kind} {line.address} {line.keeper}")


def _line(row: VenueRow, bookings: Sequence[BookingRow], now: datetime) -> VenueLine:
    return VenueLine(row.id, row.name, _(VENUE_KINDS.get(row.kind, row.kind)), row.capacity, row.address, row.keeper,
                     sum(one.venue_id == row.id for one in bookings), state_of(row, bookings, now))


VENUES = ListSpec(
    id="places.venues", title=N_("Venues"), record="venue",
    columns=(Column("name", N_("Called"), 180), Column("kind", N_("Kind of venue"), 120),
             Column("capacity", N_("Seats"), 80, "number"), Column("address", N_("Where it is"), 0),
             Column("keeper", N_("Keeper"), 100), Column("today", N_("Bookings today"), 110, "number"),
             Column("state", N_("State"), 160, "state")),
    fetch=fetch, chips=(Chip(N_("Closed"), {"closed": True}),), opens="places.venue", new="places.venue_form",
    new_title=N_("Add a venue"), new_permission=CHANGE, search_hint=N_("Name, kind, keeper"),
    empty=N_("No venues yet. Add the mediation room and the meeting room, then they can be booked."))


def load_card(uow: UnitOfWork, venue_id: int) -> RecordCard:
    """The whole card."""
    row = get_venue(uow, venue_id)
    bookings = list_bookings(uow, midnight(uow), midnight(uow, DAYS), venue_id=venue_id)
    return RecordCard(
        id=row.id, number="", title=row.name, state=state_of(row, bookings, uow.clock.now()), holder=None,
        subtitle=" · ".join(filter(None, (_(VENUE_KINDS.get(row.kind, row.kind)), row.address))),
        sections=(*_days(uow, bookings), _facts(uow, row)), acts=_acts(uow, row), timeline=trail_of(uow, "venue", venue_id),
        version=row.version)


def _days(uow: UnitOfWork, bookings: Sequence[BookingRow]) -> list[FactSection]:
    today = uow.clock.today()
    own = [one for one in bookings if hall_time(one.starts_at).date() <= today]
    later = [one for one in bookings if one not in own]
    found = [FactSection(_("Bookings today"), tuple(Fact(times(one), _what(one)) for one in own)
                         or (Fact(_("Today"), _("Free all day")),))]
    if later:
        found.append(FactSection(_("The next {days} days").format(days=DAYS), tuple(
            Fact(f"{hall_time(one.starts_at):%m-%d} {times(one)}", _what(one)) for one in later)))
    return found


def _what(row: BookingRow) -> str:
    return " · ".join(filter(None, (row.purpose, row.contact or row.booked_by)))


def _facts(uow: UnitOfWork, row: VenueRow) -> FactSection:
    facts = (Fact(_("Seats"), str(row.capacity) if row.capacity is not None else ""),
             Fact(_("In the area"), get_area(uow, row.area_id).full_name if row.area_id else ""),
             Fact(_("Keeper"), row.keeper), Fact(_("Phone"), row.keeper_phone), Fact(_("Opening hours"), row.hours),
             Fact(_("Equipment"), row.equipment))
    editing = ("places.venue_form", {"record_id": row.id}) if uow.actor.may(CHANGE) else ("", {})
    return FactSection(_("Venue"), facts, *editing)


def _acts(uow: UnitOfWork, row: VenueRow) -> tuple[NextAct, ...]:
    here = {"record_id": row.id}
    if row.closed_on is not None:
        return (NextAct(_("Open it again"), run=f"{ROOM}:reopen", main=True),) if uow.actor.may(CHANGE) else ()
    found = [NextAct(_("Book it"), "places.booking_form", {"venue_id": row.id}, main=True, shortcut="Ctrl+N"),
             NextAct(_("All its bookings"), "places.bookings", {"filters": {"venue_id": row.id}})]
    if uow.actor.may(CHANGE):
        found += [NextAct(_("Change"), "places.venue_form", here), NextAct(_("Close the venue"), run=f"{ROOM}:close")]
    return tuple(found)


def close(ctx: Any, venue_id: int) -> None:
    """Ask once; bookings that stand stay."""
    if ctx.asker.confirm(_("Close this venue from tomorrow on?"), yes=_("Close the venue"), danger=True,
                         detail=_("It takes no further bookings. Those that stand stay; it can be opened again.")):
        carry_out(ctx, _("The venue is closed from tomorrow on"), close_venue, venue_id, ctx.clock.today())


def reopen(ctx: Any, venue_id: int) -> None:
    """It takes bookings again."""
    carry_out(ctx, _("The venue is open again"), close_venue, venue_id, None)


VENUE = RecordSpec("places.venue", N_("Venue"), "venue", load_card)


def load(uow: UnitOfWork, venue_id: int | None) -> dict[str, Any]:
    """A meeting room, or the stored venue."""
    return {"kind": "meeting_room"} if venue_id is None else stored(VenueDraft, get_venue(uow, venue_id))


VENUE_FORM = FormSpec(
    id="places.venue_form", title=N_("Venue"),
    sections=(Section("", (
        Field("name", N_("Called"), required=True, max_length=80, width=240),
        Field("kind", N_("Kind of venue"), "choice", True, choices=tuple(VENUE_KINDS.items())),
        Field("address", N_("Where it is"), help=N_("As it is printed on invitations.")),
        Field("area_id", N_("In the area"), "place"), Field("capacity", N_("Seats"), "number"),
        Field("keeper", N_("Keeper"), max_length=60, width=240, help=N_("Who has the key.")),
        Field("keeper_phone", N_("Phone"), "phone"), Field("hours", N_("Opening hours")),
        Field("equipment", N_("Equipment")))),),
    save=add_or_change(add_venue, change_venue), load=load, after="places.venue",
    make_draft=lambda values: edited(VenueDraft, values))

"""Verbs of venues and bookings; two bookings of one venue never overlap."""

from datetime import date, datetime

from sqlalchemy import select

from desk.core.clock import hall_time
from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.places.drafts import BookingDraft, VenueDraft
from desk.core.places.kinds import VENUE_KINDS
from desk.core.places.model import Area, Booking, Venue
from desk.core.places.service import CHANGE
from desk.core.text import clean


@verb("places.add_venue", permission=CHANGE)
def add_venue(uow: UnitOfWork, draft: VenueDraft) -> int:
    """Take a venue into the register; answers its id."""
    venue = uow.add(Venue(**_values(uow, draft)))
    uow.trace("places.add_venue", "venue", venue.id)
    return int(venue.id)


@verb("places.change_venue", permission=CHANGE)
def change_venue(uow: UnitOfWork, venue_id: int, draft: VenueDraft, version: int) -> None:
    """Change a venue; raises Conflict when somebody saved it since."""
    changed = take_over(uow.get(Venue, venue_id), _values(uow, draft), version)
    uow.trace("places.change_venue", "venue", venue_id, fields=changed)


@verb("places.close_venue", permission=CHANGE)
def close_venue(uow: UnitOfWork, venue_id: int, on: date | None) -> None:
    """The venue takes no bookings after `on`; None opens it again."""
    uow.get(Venue, venue_id).closed_on = on
    uow.trace("places.close_venue", "venue", venue_id, on=on.isoformat() if on else "")


@verb("places.book", open_because="booking a room is everyday work of everybody who signs in")
def book_venue(uow: UnitOfWork, draft: BookingDraft) -> int:
    """Take a venue for a time; answers the booking's id. Refused with a sentence naming the booking in the way."""
    values = _booking_values(uow, draft, None)
    booking = uow.add(Booking(venue_id=draft.venue_id, **values))
    uow.touch("venue", draft.venue_id)
    uow.trace("places.book", "booking", booking.id, venue=draft.venue_id)
    return int(booking.id)


@verb("places.change_booking", open_because="booking a room is everyday work of everybody who signs in")
def change_booking(uow: UnitOfWork, booking_id: int, draft: BookingDraft, version: int) -> None:
    """Move a booking to another time or venue; refused as by `book_venue`."""
    booking = uow.get(Booking, booking_id)
    values = {"venue_id": draft.venue_id, **_booking_values(uow, draft, booking_id)}
    uow.touch("venue", booking.venue_id, draft.venue_id)
    uow.trace("places.change_booking", "booking", booking_id, fields=take_over(booking, values, version))


@verb("places.cancel_booking", open_because="booking a room is everyday work of everybody who signs in")
def cancel_booking(uow: UnitOfWork, booking_id: int, reason: str = "") -> None:
    """Give the time back."""
    booking = uow.get(Booking, booking_id)
    uow.touch("venue", booking.venue_id)
    booking.cancelled_at, booking.cancelled_reason = uow.clock.now(), clean(reason, field="reason")
    uow.trace("places.cancel_booking", "booking", booking_id)


def _values(uow: UnitOfWork, draft: VenueDraft) -> dict[str, object]:
    name = clean(draft.name, limit=80, field="name")
    if not name:
        raise UserError(_("Enter a name."), field="name")
    if draft.kind not in VENUE_KINDS:
        raise UserError(_("Choose the kind of venue."), field="kind")
    if draft.capacity is not None and not 1 <= draft.capacity <= 100_000:
        raise UserError(_("The number of persons cannot be right."), field="capacity")
    if draft.area_id is not None:
        uow.get(Area, draft.area_id)
    return {"name": name, "kind": draft.kind, "area_id": draft.area_id, "capacity": draft.capacity,
            "address": clean(draft.address, field="address"), "keeper": clean(draft.keeper, limit=60, field="keeper"),
            "keeper_phone": clean(draft.keeper_phone, limit=40, field="keeper_phone"),
            "hours": clean(draft.hours, field="hours"), "equipment": clean(draft.equipment, field="equipment")}


def _booking_values(uow: UnitOfWork, draft: BookingDraft, booking_id: int | None) -> dict[str, object]:
    purpose = clean(draft.purpose, limit=120, field="purpose")
    if not purpose:
        raise UserError(_("Say what the venue is needed for."), field="purpose")
    if draft.ends_at <= draft.starts_at:
        raise UserError(_("The end must be later than the beginning."), field="ends_at")
    venue = _locked(uow, draft.venue_id)
    if venue.closed_on is not None and hall_time(draft.ends_at).date() > venue.closed_on:
        raise UserError(_("{venue} is closed from {day} on.").format(venue=venue.name, day=venue.closed_on), field="venue_id")
    _refuse_clash(uow, venue, draft, booking_id)
    return {"starts_at": draft.starts_at, "ends_at": draft.ends_at, "purpose": purpose,
            "contact": clean(draft.contact, limit=60, field="contact"), "owner_kind": draft.owner_kind,
            "owner_id": draft.owner_id}


def _locked(uow: UnitOfWork, venue_id: int) -> Venue:
    """The venue, kept for this transaction: two seats booking at once wait for each other here."""
    uow.get(Venue, venue_id)
    return uow.session.scalars(select(Venue).where(Venue.id == venue_id).with_for_update()).one()


def _refuse_clash(uow: UnitOfWork, venue: Venue, draft: BookingDraft, booking_id: int | None) -> None:
    clashing = select(Booking).where(
        Booking.venue_id == venue.id, Booking.cancelled_at.is_(None), Booking.starts_at < draft.ends_at,
        Booking.ends_at > draft.starts_at).order_by(Booking.starts_at)
    if booking_id is not None:
        clashing = clashing.where(Booking.id != booking_id)
    other = uow.session.scalars(clashing.limit(1)).first()
    if other is not None:
        raise UserError(_("{venue} is taken from {start} to {end}: {purpose} ({who}).").format(
            venue=venue.name, start=shown(other.starts_at), end=shown(other.ends_at), purpose=other.purpose,
            who=other.contact or other.created_by), field="starts_at", todo=_("Choose another time or venue."))


def shown(moment: datetime) -> str:
    """A moment as the hall's clock shows it: "2026-11-05 09:30"."""
    return hall_time(moment).strftime("%Y-%m-%d %H:%M")

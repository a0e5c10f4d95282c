"""Verbs of appointments: appoint, change, end."""

from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.organisations.drafts import AppointmentDraft
from desk.core.organisations.model import Appointment, Organisation
from desk.core.organisations.service import CHANGE
from desk.core.people.model import Person
from desk.core.places.model import Area
from desk.core.text import clean


@verb("organisations.appoint", permission=CHANGE)
def appoint(uow: UnitOfWork, draft: AppointmentDraft) -> int:
    """Give a person a post; answers the appointment's id. The same post twice at one time is refused."""
    appointment = uow.add(Appointment(**_values(uow, draft, None)))
    _touch(uow, appointment)
    uow.trace("organisations.appoint", "appointment", appointment.id, post=appointment.post)
    return int(appointment.id)


@verb("organisations.change_appointment", permission=CHANGE)
def change_appointment(uow: UnitOfWork, appointment_id: int, draft: AppointmentDraft, version: int) -> None:
    """Correct an appointment; raises Conflict when somebody saved since."""
    appointment = uow.get(Appointment, appointment_id)
    changed = take_over(appointment, _values(uow, draft, appointment), version)
    _touch(uow, appointment)
    uow.trace("organisations.change_appointment", "appointment", appointment_id, fields=changed)


@verb("organisations.end_appointment", permission=CHANGE)
def end_appointment(uow: UnitOfWork, appointment_id: int, on: date, reason: str = "") -> None:
    """The term ends with the day `on`; the appointment stays in the history."""
    appointment = uow.get(Appointment, appointment_id)
    if on < appointment.starts_on:
        raise UserError(_("The end is before the beginning ({start}).").format(start=appointment.starts_on), field="on")
    appointment.ends_on, appointment.ended_reason = on, clean(reason, field="reason")
    _touch(uow, appointment)
    uow.trace("organisations.end_appointment", "appointment", appointment_id, on=on.isoformat())


def _values(uow: UnitOfWork, draft: AppointmentDraft, own: Appointment | None) -> dict[str, Any]:
    post = clean(draft.post, limit=60, field="post")
    if not post:
        raise UserError(_("Enter the post."), field="post")
    if draft.person_id is None:
        raise UserError(_("Choose the person."), field="person_id")
    if draft.organisation_id is None and draft.area_id is None:
        raise UserError(_("Choose an organisation or an area."), field="organisation_id")
    _check_references(uow, draft)
    starts_on = draft.starts_on or (own.starts_on if own else uow.clock.today())
    if draft.ends_on is not None and draft.ends_on < starts_on:
        raise UserError(_("The end is before the beginning ({start}).").format(start=starts_on), field="ends_on")
    values = {
        "post": post,
        "person_id": draft.person_id,
        "organisation_id": draft.organisation_id,
        "area_id": draft.area_id,
        "starts_on": starts_on,
        "ends_on": draft.ends_on,
        "phone": clean(draft.phone, limit=40, field="phone"),
        "publish": draft.publish and bool(draft.phone.strip()),
        "note": clean(draft.note, field="note"),
    }
    _refuse_double(uow, values, own)
    return values


def _check_references(uow: UnitOfWork, draft: AppointmentDraft) -> None:
    uow.get(Person, draft.person_id or 0)
    if draft.organisation_id is not None:
        uow.get(Organisation, draft.organisation_id)
    if draft.area_id is not None:
        uow.get(Area, draft.area_id)
        uow.require_area(draft.area_id)


def _refuse_double(uow: UnitOfWork, values: dict[str, Any], own: Appointment | None) -> None:
    same = select(Appointment).where(*(getattr(Appointment, name) == values[name] for name in
                                       ("post", "person_id", "organisation_id", "area_id")),
                                     Appointment.id != (own.id if own else 0),
                                     or_(Appointment.ends_on.is_(None), Appointment.ends_on >= values["starts_on"]))
    if values["ends_on"] is not None:
        same = same.where(Appointment.starts_on <= values["ends_on"])
    other = uow.session.scalars(same.limit(1)).first()
    if other is not None:
        raise UserError(_("This person holds this post already, since {start}.").format(start=other.starts_on), field="post")


def _touch(uow: UnitOfWork, appointment: Appointment) -> None:
    uow.touch("person", appointment.person_id)
    if appointment.organisation_id is not None:
        uow.touch("organisation", appointment.organisation_id)

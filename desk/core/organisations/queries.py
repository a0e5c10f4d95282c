"""Reads of organisations and appointments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, final

from sqlalchemy import ColumnElement, Select, func, or_, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Appointment, Organisation
from desk.core.organisations.party import has_party
from desk.core.people.model import Person
from desk.core.places.model import Area

SORTS = {"name": Organisation.pinyin, "kind": Organisation.kind, "updated": Organisation.updated_at}


@final
@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation. area, parent: their names, "" for none. size: persons. closed_on: None while it is there."""

    id: int
    version: int
    code: str
    name: str
    short_name: str
    kind: str
    uscc: str
    uscc_reason: str
    legal_representative: str
    contact: str
    phone: str
    address: str
    area_id: int | None
    area: str
    parent_id: int | None
    size: int | None
    note: str
    active_from: date | None
    closed_on: date | None
    closed_reason: str


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """Who holds which post, for what, from when to when (None: no end set). phone: the published number."""

    id: int
    version: int
    post: str
    person_id: int
    person: str
    organisation_id: int | None
    organisation: str
    area_id: int | None
    area: str
    starts_on: date
    ends_on: date | None
    ended_reason: str
    phone: str
    note: str
    publish: bool = False


def get_organisation(uow: UnitOfWork, organisation_id: int) -> OrganisationRow:
    """One organisation, or NotFound."""
    found = uow.get(Organisation, organisation_id)
    area = uow.session.scalar(select(Area.full_name).where(Area.id == found.area_id)) if found.area_id else ""
    return _row(found, area)


def list_organisations(uow: UnitOfWork, request: PageRequest, among: Select[Any] | None = None) -> Page[OrganisationRow]:
    """One page, by name in pinyin. among: a statement of the ids to stay within. text: words in name, short name, code, credit
    code, contact. Filters: kind (or several), area_ids, parent_id, party (bool: units with or without a party organisation),
    closed (bool, else only those still there).
    """
    statement: Any = select(Organisation, Area.full_name).outerjoin(Area, Area.id == Organisation.area_id)
    rows, following = keyset_page(uow.session, statement.where(*_conditions(request, among)),
                                  (SORTS[request.sort or "name"], Organisation.id), request)
    return Page([_row(row, area) for row, area in rows], following)


def count_organisations(uow: UnitOfWork, request: PageRequest, among: Select[Any] | None = None) -> int:
    """How many `list_organisations` would show in all."""
    return uow.session.scalar(select(func.count(Organisation.id)).where(*_conditions(request, among))) or 0


def find_organisations(uow: UnitOfWork, text: str, *, limit: int = 20) -> list[OrganisationRow]:
    """The first few that hold every word of `text`, for pickers."""
    return list(list_organisations(uow, PageRequest(size=limit, text=text)).rows)


def get_appointment(uow: UnitOfWork, appointment_id: int) -> AppointmentRow:
    """One appointment, or NotFound."""
    person_id = uow.get(Appointment, appointment_id).person_id
    return next(row for row in list_appointments(uow, person_id=person_id) if row.id == appointment_id)


def list_appointments(uow: UnitOfWork, *, person_id: int | None = None, organisation_id: int | None = None,
                      area_ids: Sequence[int] = (), post: str = "", on: date | None = None) -> list[AppointmentRow]:
    """Appointments of a person, an organisation, areas or a post; `on` leaves those in force on that day. By post and name."""
    statement = (select(Appointment, Person.name, Organisation.name, Area.full_name)
                 .join(Person, Person.id == Appointment.person_id)
                 .outerjoin(Organisation, Organisation.id == Appointment.organisation_id)
                 .outerjoin(Area, Area.id == Appointment.area_id)
                 .order_by(Appointment.post, Appointment.starts_on.desc(), Appointment.id))
    if person_id is not None:
        statement = statement.where(Appointment.person_id == person_id)
    if organisation_id is not None:
        statement = statement.where(Appointment.organisation_id == organisation_id)
    if area_ids:
        statement = statement.where(Appointment.area_id.in_(area_ids))
    if post:
        statement = statement.where(Appointment.post == post)
    if on is not None:
        statement = statement.where(Appointment.starts_on <= on, or_(Appointment.ends_on.is_(None), Appointment.ends_on >= on))
    return [_appointment(row, person, organisation, area) for row, person, organisation, area in uow.session.execute(statement)]


def list_ending_appointments(uow: UnitOfWork, until: date) -> list[AppointmentRow]:
    """Appointments in force today whose term ends by `until`, for reminders."""
    today = uow.clock.today()
    return [row for row in list_appointments(uow, on=today) if row.ends_on is not None and row.ends_on <= until]


def _conditions(request: PageRequest, among: Select[Any] | None = None) -> list[ColumnElement[bool]]:
    filters = dict(request.filters)
    closed = filters.pop("closed", None)
    party = filters.pop("party", None)
    found: list[ColumnElement[bool]] = [Organisation.closed_on.is_not(None) if closed else Organisation.closed_on.is_(None)]
    if among is not None:
        found.append(Organisation.id.in_(among))
    if party is not None:
        found.append(has_party(party))
    for name, value in filters.items():
        if value not in (None, "", ()):
            column = {"kind": Organisation.kind, "area_ids": Organisation.area_id, "parent_id": Organisation.parent_id}[name]
            many = not isinstance(value, str | int)
            found.append(column.in_(value) if many else column == value)
    for word in request.text.split():
        found.append(or_(*(column.contains(word, autoescape=True) for column in (
            Organisation.name, Organisation.short_name, Organisation.contact)),
            Organisation.code.startswith(word.upper(), autoescape=True),
            Organisation.uscc.startswith(word.upper(), autoescape=True)))
    return found


def _row(row: Organisation, area: str | None) -> OrganisationRow:
    same = {name: getattr(row, name) for name in OrganisationRow.__slots__ if name not in ("code", "area")}
    return OrganisationRow(code=row.code or "", area=area or "", **same)


def _appointment(row: Appointment, person: str, organisation: str | None, area: str | None) -> AppointmentRow:
    return AppointmentRow(
        row.id,
        row.version,
        row.post,
        row.person_id,
        person,
        row.organisation_id,
        organisation or "",
        row.area_id,
        area or "",
        row.starts_on,
        row.ends_on,
        row.ended_reason,
        row.phone,
        row.note,
        row.publish,
    )

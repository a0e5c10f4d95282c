"""Who can be reached for an area: from appointments in force, with the numbers that may be published (systems F0 #5).

A sheet is out of date as soon as an appointment that concerns its area was given, changed or ended after it was posted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.meetings.model import Notice
from desk.core.organisations.kinds import POSTS
from desk.core.organisations.model import Appointment, Organisation
from desk.core.people.model import Person
from desk.core.places.model import Area
from desk.core.places.queries import AreaRow, get_area, list_areas

KINDS = ("community", "estate", "grid", "building")
NOTICE, OWNER = "contacts", "area"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be reached. phone: "" unless she agreed that it is published. where: organisation or area."""

    appointment_id: int
    post: str
    name: str
    phone: str
    where: str


@dataclass(frozen=True, slots=True)
class AreaContacts:
    """An area with who can be reached for it. changed_on: last change among them; posted_on: of the newest sheet."""

    area: AreaRow
    contacts: tuple[Contact, ...]
    changed_on: date | None
    posted_on: date | None

    @property
    def current(self) -> bool:
        """Whether the sheet that hangs says what is so."""
        return self.posted_on is not None and (self.changed_on is None or self.changed_on <= self.posted_on)


def get_contacts(uow: UnitOfWork, area_id: int) -> AreaContacts:
    """One area; NotFound."""
    return _contacts(uow, get_area(uow, area_id))


def list_contacts(uow: UnitOfWork) -> list[AreaContacts]:
    """Every community, estate, grid and building in use."""
    return [_contacts(uow, one) for one in list_areas(uow, kinds=KINDS) if one.active_to is None]


def _contacts(uow: UnitOfWork, area: AreaRow) -> AreaContacts:
    """Appointments for the area itself, for what it lies in, and for the grid that serves it."""
    chain = _chain(uow, area)
    found = uow.session.execute(
        select(Appointment, Person.name, Organisation.name, Area.full_name).join(Person, Person.id == Appointment.person_id)
        .outerjoin(Organisation, Organisation.id == Appointment.organisation_id)
        .outerjoin(Area, Area.id == Appointment.area_id).where(Appointment.area_id.in_(chain))).all()
    today = uow.clock.today()
    held = [row for row in found if row[0].starts_on <= today and (row[0].ends_on is None or row[0].ends_on >= today)]
    held.sort(key=lambda row: (_rank(row[0].post), -chain.index(row[0].area_id or 0), row[0].id))
    changes = [max(hall_time(row[0].updated_at).date(), row[0].starts_on if row[0].starts_on <= today else date.min)
               for row in found]
    ended = [row[0].ends_on for row in found if row[0].ends_on is not None and row[0].ends_on < today]
    posted = uow.session.scalars(select(Notice.posted_on).where(
        Notice.kind == NOTICE, Notice.owner_kind == OWNER, Notice.owner_id == area.id, Notice.posted_on.is_not(None),
        Notice.state == "posted").order_by(Notice.posted_on.desc())).first()
    return AreaContacts(area, tuple(
        Contact(row.id, row.post, person, row.phone if row.publish else "", organisation or full or "")
        for row, person, organisation, full in held), max([*changes, *ended], default=None), posted)


def _chain(uow: UnitOfWork, area: AreaRow) -> list[int]:
    """Ids of what the area lies in and of the grid that serves it, then its own."""
    path = uow.session.scalar(select(Area.path).where(Area.id == area.id)) or ""
    above = [int(part) for part in path.split("/") if part]
    grids = uow.session.scalars(select(Area.grid_id).where(or_(Area.id.in_(above), Area.id == area.id),
                                                           Area.grid_id.is_not(None))).all()
    return list(
        dict.fromkeys([*(number for number in above if number != area.id), *(int(one) for one in grids if one), area.id])
    )


def _rank(post: str) -> int:
    posts: Sequence[str] = POSTS
    return posts.index(post) if post in posts else len(posts)

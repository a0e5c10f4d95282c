"""Facts of the core's own registers for their tables: residents, doors, units, each with the grid it belongs to.

Registers say what is known of a day, so a month that was not frozen is counted by what is known of it now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desk.core.calendar.arithmetic import add_months
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.organisations.party import PARTY, list_party_organisations
from desk.core.people.codes import GONE
from desk.core.people.dates import PartialDate, partial
from desk.core.people.model import Household, Person
from desk.core.people.queries import area_mark
from desk.core.people.rights import READ
from desk.core.places.grids import GRID_KINDS, grids_by_area
from desk.core.places.model import Area
from desk.core.places.queries import list_areas
from desk.core.statistics.declared import RecordLine, Scope

BANDS = (("0-6", "0—6岁", 0, 6), ("7-17", "7—17岁", 7, 17), ("18-59", "18—59岁", 18, 59), ("60-79", "60—79岁", 60, 79),
         ("80+", "80岁以上", 80, 200))
"""(code, title, from, to) in full years on the last day of the period."""
STALE_MONTHS = 6
"""A file nobody visited for so long is called stale (catalogue 1, number of months ours)."""


@dataclass(slots=True)
class ResidentFact:
    """A person who is on the register on the scope's last day, or who came or went within it."""

    id: int
    sex: str
    kind: str
    band: str
    grid: str
    here: bool
    came_on: date | None
    left_on: date | None
    died_on: date | None


@dataclass(slots=True)
class DoorFact:
    """A household's file. stale: not visited for STALE_MONTHS before the scope's end."""

    id: int
    tenure: str
    grid: str
    stale: bool


@dataclass(slots=True)
class PlaceFact:
    """A unit, or a door or building as listed under Areas. party: a unit that is not itself a party organisation has one
    ("yes", "no"), "" for all else; members: of its party organisations."""

    id: int
    kind: str
    grid: str
    here: bool = True
    people: int = 0
    party: str = ""
    members: int = 0


def grids(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """The grids in use, by their codes: values of the breakdown."""
    found = sorted(list_areas(uow, kinds=GRID_KINDS), key=lambda one: (not one.code, one.code))
    return [(str(one.id), one.name) for one in found]


def residents(uow: UnitOfWork, scope: Scope) -> Iterator[ResidentFact]:
    """People present on the last day; those who moved in, moved out or died within the scope besides."""
    where = func.coalesce(Person.area_id, Household.area_id)
    rows = uow.session.execute(
        select(Person.id, Person.sex, Person.resident_kind, Person.birth, Person.moved_in, Person.moved_out,
               Person.deceased_on, Person.state, where.label("area_id"))
        .outerjoin(Household, Household.id == Person.household_id)
        .where(Person.state.not_in(GONE), *scope.inside(where)))
    grid_of = grids_by_area(uow)
    for row in rows:
        came, left, died = _day(row.moved_in), _day(row.moved_out), _day(row.deceased_on)
        gone = min((day for day in (left, died) if day), default=None)
        here = (came is None or came <= scope.last) and (gone > scope.last if gone else row.state == "present")
        yield ResidentFact(row.id, row.sex, row.resident_kind, _band(row.birth, scope.last), grid_of.get(row.area_id, ""), here,
                           came, left, died)


def households(uow: UnitOfWork, scope: Scope) -> Iterator[DoorFact]:
    """Every household's file."""
    grid_of, since = grids_by_area(uow), add_months(scope.last.replace(day=1), -STALE_MONTHS).isoformat()
    rows = uow.session.execute(select(Household.id, Household.tenure, Household.area_id, Household.visited_on)
                               .where(*scope.inside(Household.area_id)))
    for row in rows:
        yield DoorFact(row.id, row.tenure, grid_of.get(row.area_id, ""), row.visited_on < since)


def organisations(uow: UnitOfWork, scope: Scope) -> Iterator[PlaceFact]:
    """Units that are in business on the last day; people: who works there. Party organisations as they are now."""
    parties = list_party_organisations(uow)
    grid_of = grids_by_area(uow)
    rows = uow.session.execute(
        select(Organisation.id, Organisation.kind, Organisation.area_id, Organisation.active_from, Organisation.closed_on,
               Organisation.size).where(*scope.inside(Organisation.area_id)))
    for row in rows:
        yield PlaceFact(row.id, row.kind, grid_of.get(row.area_id, ""), _lasts(row.active_from, row.closed_on, scope),
                        row.size or 0, "" if row.kind == PARTY else "yes" if row.id in parties else "no",
                        sum(one.members or 0 for one in parties.get(row.id, ())))


def places(uow: UnitOfWork, scope: Scope) -> Iterator[PlaceFact]:
    """Doors, buildings and estates as they are listed under Areas, in use on the last day."""
    grid_of = grids_by_area(uow)
    rows = uow.session.execute(select(Area.id, Area.kind, Area.active_from, Area.active_to).where(
        Area.kind.in_(("estate", "building", "room")), *scope.inside(Area.id)))
    for row in rows:
        yield PlaceFact(row.id, row.kind, grid_of.get(row.id, ""), _lasts(row.active_from, row.active_to, scope))


def _lasts(first: date | None, last: date | None, scope: Scope) -> bool:
    return (first is None or first <= scope.last) and (last is None or last > scope.last)


def resident_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Residents of one's areas, by name; no numbers, no telephones."""
    if not uow.actor.may(READ):
        return []
    statement = (select(Person.id, Person.name, Person.birth, func.coalesce(func.nullif(Person.address, ""), Household.address))
                 .outerjoin(Household, Household.id == Person.household_id).where(Person.id.in_(ids)))
    if uow.actor.area_ids is not None:
        statement = statement.where(area_mark(uow, func.coalesce(Person.area_id, Household.area_id)))
    return [RecordLine(row_id, "", name, address or "", _day(birth)) for row_id, name, birth, address
            in uow.session.execute(statement)]


def household_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Households of one's areas."""
    if not uow.actor.may(READ):
        return []
    statement = select(Household.id, Household.code, Household.address, Household.visited_on).where(Household.id.in_(ids))
    if uow.actor.area_ids is not None:
        statement = statement.where(area_mark(uow, Household.area_id))
    return [RecordLine(row_id, code, address, "", _day(visited)) for row_id, code, address, visited
            in uow.session.execute(statement)]


def organisation_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Units by name."""
    rows = uow.session.execute(select(Organisation.id, Organisation.name, Organisation.address).where(Organisation.id.in_(ids)))
    return [RecordLine(row_id, "", name, address) for row_id, name, address in rows]


def place_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Areas by their whole name."""
    rows = uow.session.execute(select(Area.id, Area.code, Area.full_name, Area.name).where(Area.id.in_(ids)))
    return [RecordLine(row_id, code or "", full_name or name) for row_id, code, full_name, name in rows]


def _band(birth: str, on: date) -> str:
    """The age band; a birth of which only the year is known counts as in the middle of the year."""
    if not birth:
        return ""
    born = partial(birth)
    age = on.year - born.year - ((on.month, on.day) < (born.month or 7, born.day or 1))
    return next((code for code, _title, first, last in BANDS if first <= age <= last), "")


def _day(text: str) -> date | None:
    """The first day a partial date can mean; None when there is none."""
    if not text:
        return None
    found: PartialDate = partial(text)
    return found.earliest()

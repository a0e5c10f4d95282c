"""Who moved in and out, when, where from and where to: noted with what the register said before, to be taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.people.model import Household, Person, Relocation
from desk.core.people.queries import area_mark
from desk.core.people.rights import READ

WAYS = ("in", "out")
SORTS = {"day": Relocation.moved_on, "noted": Relocation.at}


@dataclass(frozen=True, slots=True)
class RelocationRow:
    """A move. moved_on: partial date; place: where from or where to; home: address of the door; undone_at: when taken back."""

    id: int
    person_id: int
    person: str
    kind: str
    way: str
    moved_on: str
    place: str
    home: str
    note: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_reason: str


def note_relocation(uow: UnitOfWork, person: Person, way: str, moved_on: str, before: dict[str, Any], place: str = "",
                    note: str = "") -> int:
    """Write a move down; before: columns of the person as they were. Answers its id."""
    row = uow.add(Relocation(person_id=person.id, household_id=person.household_id, way=way, moved_on=moved_on, place=place,
                             note=note, before=before, at=uow.clock.now(), by=uow.actor.name))
    return int(row.id)


def last_standing(uow: UnitOfWork, person_id: int) -> Relocation | None:
    """The person's last move that was not taken back."""
    return uow.session.scalars(select(Relocation).where(
        Relocation.person_id == person_id, Relocation.undone_at.is_(None)).order_by(Relocation.id.desc()).limit(1)).first()


def mark_undone(uow: UnitOfWork, row: Relocation, reason: str) -> None:
    """It never happened, or was typed for somebody else; the line stays, struck out."""
    row.undone_at, row.undone_by, row.undone_reason = uow.clock.now(), uow.actor.name, reason


def list_relocations(uow: UnitOfWork, request: PageRequest) -> Page[RelocationRow]:
    """A page of moves, by day. Filters: way, person_id, undone (bool), since, until (days). text: name, address or place."""
    uow.require(READ)
    statement = _joined(select(Relocation, Person.name, Person.resident_kind, Household.address))
    rows, following = keyset_page(uow.session, statement.where(*_conditions(uow, request)),
                                  (SORTS[request.sort or "day"], Relocation.id), request)
    return Page([_row(*row) for row in rows], following)


def count_relocations(uow: UnitOfWork, request: PageRequest) -> int:
    """How many moves `list_relocations` shows in all."""
    uow.require(READ)
    return uow.session.scalar(_joined(select(func.count(Relocation.id))).where(*_conditions(uow, request))) or 0


def _joined(statement: Any) -> Any:
    return statement.select_from(Relocation).join(Person, Person.id == Relocation.person_id).outerjoin(
        Household, Household.id == Relocation.household_id)


def _conditions(uow: UnitOfWork, request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if uow.actor.area_ids is not None:
        found.append(area_mark(uow, func.coalesce(Person.area_id, Household.area_id)))
    for name, value in request.filters.items():
        if value not in ("", None):
            found.append(_condition(name, value))
    for word in request.text.split():
        found.append(Person.name.contains(word, autoescape=True) | Household.address.contains(word, autoescape=True)
                     | Relocation.place.contains(word, autoescape=True))
    return found


def _condition(name: str, value: Any) -> ColumnElement[bool]:
    """A month or a year alone counts from its first day."""
    if name == "undone":
        return Relocation.undone_at.is_not(None) if value else Relocation.undone_at.is_(None)
    if name in ("since", "until"):
        day = value.isoformat() if isinstance(value, date) else str(value)
        return Relocation.moved_on >= day if name == "since" else Relocation.moved_on <= day
    return {"way": Relocation.way, "person_id": Relocation.person_id}[name] == value


def _row(row: Relocation, person: str, kind: str, home: str | None) -> RelocationRow:
    return RelocationRow(row.id, row.person_id, person, kind, row.way, row.moved_on, row.place, home or "", row.note, row.at,
                         row.by, row.undone_at, row.undone_reason)

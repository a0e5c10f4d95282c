"""Reads of matters that people brought to gatherings, and of standing bodies with their seats."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from desk.api.db import UnitOfWork
from desk.api.meetings import gathering_kind, get_gathering
from desk.api.pages import Page, PageRequest, keyset_page
from desk.api.places import get_area, list_area_ids_below, list_areas
from plugins.consultation.models import Body, Matter, Seat

UNSETTLED = ("open", "assigned", "carried")


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter; meeting: what kind of gathering it was brought to."""

    id: int
    gathering_id: int
    kind: str
    meeting: str
    who: str
    contact: str
    text: str
    outcome: str
    answer: str
    does: str
    raised_on: date
    promised_on: date | None
    answered_on: date | None
    topic_id: int | None
    from_id: int | None
    handed_kind: str = ""
    handed_id: int | None = None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat; to_on: None while it is held."""

    id: int
    name: str
    post: str
    kind: str
    unit: str
    phone: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body with its seats, past ones too. area: full name, "" for the whole community."""

    id: int
    version: int
    kind: str
    name: str
    area_id: int | None
    area: str
    founded_on: date
    founded_by: str
    term_from: date
    term_to: date
    rules: str
    ended_on: date | None
    ended_reason: str
    seats: tuple[SeatRow, ...]

    def sitting(self, day: date) -> tuple[SeatRow, ...]:
        """Seats held on `day`."""
        return tuple(one for one in self.seats if one.from_on <= day and (one.to_on is None or one.to_on >= day))

    @property
    def head(self) -> str:
        """Who leads it now."""
        return next((one.name for one in self.seats if one.post == "head" and one.to_on is None), "")


def list_matters_of(uow: UnitOfWork, gathering_id: int) -> list[MatterRow]:
    """Matters of one gathering in the order they were written."""
    return list(
        map(as_row, uow.session.scalars(select(Matter).where(Matter.gathering_id == gathering_id).order_by(Matter.id)))
    )


def get_matter(uow: UnitOfWork, matter_id: int) -> MatterRow:
    """One matter; NotFound."""
    return as_row(uow.get(Matter, matter_id))


def list_carried(uow: UnitOfWork, kind: str, owner_kind: str = "", owner_id: int | None = None) -> list[MatterRow]:
    """Matters that meetings of this kind (and owner) carried on to the next one and no later one took up."""
    later = aliased(Matter)
    statement = select(Matter).where(Matter.kind == kind, Matter.outcome == "carried",
                                     ~select(later.id).where(later.from_id == Matter.id).exists()).order_by(Matter.id)
    found = [as_row(one) for one in uow.session.scalars(statement)]
    owners = {one.gathering_id: get_gathering(uow, one.gathering_id) for one in found}
    return [one for one in found if (owners[one.gathering_id].owner_kind, owners[one.gathering_id].owner_id)
            == (owner_kind, owner_id)]


def list_matters(uow: UnitOfWork, request: PageRequest) -> Page[MatterRow]:
    """A page of matters, the newest first. filters: kind, outcome, open (bool), late (bool: promised for a day over)."""
    newest = replace(request, sort="", descending=not request.descending)
    rows, following = keyset_page(uow.session, select(Matter).where(*_conditions(uow, request)), (Matter.raised_on, Matter.id),
                                  newest)
    return Page(list(map(as_row, rows)), following)


def count_matters(uow: UnitOfWork, request: PageRequest) -> int:
    """How many `list_matters` would show in all."""
    return uow.session.scalar(select(func.count(Matter.id)).where(*_conditions(uow, request))) or 0


def list_at_spot(uow: UnitOfWork, place: str, gathering_ids: Iterable[int]) -> list[MatterRow]:
    """Matters of these gatherings that were held at `place`."""
    return [
        one for number in gathering_ids if get_gathering(uow, number).place == place for one in list_matters_of(uow, number)
    ]


def get_body(uow: UnitOfWork, body_id: int) -> BodyRow:
    """One body; NotFound."""
    return _body(uow, uow.get(Body, body_id))


def list_bodies(uow: UnitOfWork, kinds: tuple[str, ...] = ()) -> list[BodyRow]:
    """Bodies of some kinds, those that work first."""
    statement = select(Body).order_by(Body.ended_on.is_not(None), Body.kind, Body.id)
    return [_body(uow, one) for one in uow.session.scalars(statement.where(Body.kind.in_(kinds)) if kinds else statement)]


def count_grouped_buildings(uow: UnitOfWork) -> tuple[int, int]:
    """(buildings that a working self-government group is there for, all buildings). A group of an estate serves all in it;
    one without an area serves none in particular.
    """
    buildings = {one.id for one in list_areas(uow, kinds=("building",))}
    areas = [one.area_id for one in list_bodies(uow, ("group",)) if one.ended_on is None and one.area_id is not None]
    served = frozenset[int]().union(*(list_area_ids_below(uow, one) for one in areas))
    return len(buildings & served), len(buildings)


def _conditions(uow: UnitOfWork, request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, value in request.filters.items():
        if name in ("kind", "outcome"):
            found.append(getattr(Matter, name) == value)
        elif name == "open":
            found.append(Matter.outcome.in_(UNSETTLED) == value)
        elif name == "late":
            found += [Matter.outcome.in_(UNSETTLED), Matter.promised_on < uow.clock.today()]
        else:
            raise ValueError(f"no such filter: {name}")
    if text := request.text.strip():
        found.append(Matter.text.contains(text, autoescape=True) | Matter.who.contains(text, autoescape=True))
    return found


def as_row(one: Matter) -> MatterRow:
    """As screens and papers see it."""
    return MatterRow(
        one.id,
        one.gathering_id,
        one.kind,
        gathering_kind(one.kind).paper,
        one.who,
        one.contact,
        one.text,
        one.outcome,
        one.answer,
        one.does,
        one.raised_on,
        one.promised_on,
        one.answered_on,
        one.topic_id,
        one.from_id,
        one.handed_kind,
        one.handed_id,
    )


def _body(uow: UnitOfWork, one: Body) -> BodyRow:
    seats = uow.session.scalars(
        select(Seat).where(Seat.body_id == one.id).order_by(Seat.to_on.is_not(None), Seat.place, Seat.id)
    )
    return BodyRow(one.id, one.version, one.kind, one.name, one.area_id,
                   get_area(uow, one.area_id).full_name if one.area_id else "", one.founded_on, one.founded_by, one.term_from,
                   one.term_to, one.rules, one.ended_on, one.ended_reason,
                   tuple(SeatRow(seat.id, seat.name, seat.post, seat.kind, seat.unit, seat.phone, seat.from_on, seat.to_on)
                         for seat in seats))

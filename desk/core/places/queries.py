"""Reads of areas, venues and bookings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, or_, select

from desk.core.db.uow import UnitOfWork
from desk.core.places.kinds import OVERVIEW
from desk.core.places.model import Area, Booking, Venue

_NUMBER = re.compile(r"(\d+)")
_DIGITS = "〇一二三四五六七八九"
_ORDINAL = re.compile(f"(?<=第)(?:[{_DIGITS[1:]}]?十)?[{_DIGITS[1:]}]?(?=[^{_DIGITS}十])")


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area. depth: how deep it lies below the top in a tree, else 0. active_to: None while it is in use.

    came_from: the grids it was made out of, or took in.
    """

    id: int
    version: int
    code: str
    kind: str
    name: str
    full_name: str
    parent_id: int | None
    grid_id: int | None
    households: int | None
    note: str
    active_from: date | None
    active_to: date | None
    closed_reason: str
    depth: int = 0
    came_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class VenueRow:
    """A venue. capacity: persons."""

    id: int
    version: int
    name: str
    kind: str
    area_id: int | None
    address: str
    capacity: int | None
    keeper: str
    keeper_phone: str
    hours: str
    equipment: str
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class BookingRow:
    """A booking that stands; moments are aware UTC."""

    id: int
    version: int
    venue_id: int
    venue: str
    starts_at: datetime
    ends_at: datetime
    purpose: str
    contact: str
    owner_kind: str
    owner_id: int | None
    booked_by: str


def get_area(uow: UnitOfWork, area_id: int) -> AreaRow:
    """One area, or NotFound."""
    return _area(uow.get(Area, area_id))


def list_tree(uow: UnitOfWork, *, kinds: Sequence[str] = OVERVIEW, closed: bool = False) -> list[AreaRow]:
    """Areas of `kinds` from the top down, each before what lies in it; "2幢" stands before "12幢"."""
    statement = select(Area).where(Area.kind.in_(kinds))
    rows = uow.session.scalars(statement if closed else statement.where(Area.active_to.is_(None))).all()
    names = {str(row.id): _natural(row.name) for row in rows}
    chains = {row.id: [part for part in row.path.strip("/").split("/") if part in names] for row in rows}
    ordered = sorted(rows, key=lambda row: [(names[part], int(part)) for part in chains[row.id]])
    return [_area(row, len(chains[row.id]) - 1) for row in ordered]


def list_areas(uow: UnitOfWork, *, parent_id: int | None = None, kinds: Sequence[str] = ()) -> list[AreaRow]:
    """Areas in use, of `kinds` or directly in `parent_id`."""
    statement = select(Area).where(Area.active_to.is_(None))
    if parent_id is not None:
        statement = statement.where(Area.parent_id == parent_id)
    if kinds:
        statement = statement.where(Area.kind.in_(kinds))
    return [_area(row) for row in sorted(uow.session.scalars(statement), key=lambda row: (_natural(row.full_name), row.id))]


def find_areas(uow: UnitOfWork, text: str, *, kinds: Sequence[str] = (), limit: int = 20) -> list[AreaRow]:
    """Areas in use whose address or code holds every word of `text`, short addresses first."""
    statement = select(Area).where(Area.active_to.is_(None))
    for word in text.split():
        statement = statement.where(or_(Area.full_name.contains(word, autoescape=True),
                                        Area.code.startswith(word.upper(), autoescape=True)))
    if kinds:
        statement = statement.where(Area.kind.in_(kinds))
    found = uow.session.scalars(statement.limit(limit * 10)).all()
    return [_area(row) for row in sorted(found, key=lambda row: (len(row.full_name), _natural(row.full_name)))[:limit]]


def list_area_ids_below(uow: UnitOfWork, area_id: int) -> frozenset[int]:
    """The area's id and those of everything that lies in it, or that it serves as a grid, closed ones too."""
    own = _below(uow, select(Area.path).where(Area.id == area_id))
    served = _below(uow, select(Area.path).where(Area.grid_id.in_(own)))
    return own | served


def list_buildings_without_grid(uow: UnitOfWork) -> list[AreaRow]:
    """Buildings that neither lie in a grid nor are served by one: the hand-over check of GB/T 34300."""
    served: set[int] = set()
    for grid in uow.session.scalars(select(Area.id).where(Area.kind.in_(("grid", "special_grid")))):
        served |= list_area_ids_below(uow, grid)
    return [row for row in list_areas(uow, kinds=("building",)) if row.id not in served]


def list_venues(uow: UnitOfWork, *, closed: bool = False) -> list[VenueRow]:
    """Venues by name."""
    statement = select(Venue).order_by(Venue.name, Venue.id)
    rows = uow.session.scalars(statement if closed else statement.where(Venue.closed_on.is_(None)))
    return [_row(VenueRow, row) for row in rows]


def get_venue(uow: UnitOfWork, venue_id: int) -> VenueRow:
    """One venue, or NotFound."""
    return _row(VenueRow, uow.get(Venue, venue_id))


def list_bookings(uow: UnitOfWork, start: datetime, end: datetime, *, venue_id: int | None = None) -> list[BookingRow]:
    """Bookings that touch the time from `start` to `end`, in order."""
    statement = _bookings().where(Booking.starts_at < end, Booking.ends_at > start)
    if venue_id is not None:
        statement = statement.where(Booking.venue_id == venue_id)
    return [_booking(row, venue) for row, venue in uow.session.execute(statement)]


def get_booking(uow: UnitOfWork, booking_id: int) -> BookingRow:
    """One booking, a cancelled one too, or NotFound."""
    row = uow.get(Booking, booking_id)
    return _booking(row, uow.get(Venue, row.venue_id).name)


def list_bookings_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[BookingRow]:
    """Bookings made for one record."""
    found = uow.session.execute(_bookings().where(Booking.owner_kind == owner_kind, Booking.owner_id == owner_id))
    return [_booking(row, venue) for row, venue in found]


def _bookings() -> Any:
    return select(Booking, Venue.name).join(Venue, Venue.id == Booking.venue_id).where(
        Booking.cancelled_at.is_(None)).order_by(Booking.starts_at, Booking.id)


def _below(uow: UnitOfWork, paths: Select[Any]) -> frozenset[int]:
    starts = [Area.path.startswith(path) for path in uow.session.scalars(paths)]
    return frozenset(uow.session.scalars(select(Area.id).where(or_(*starts)))) if starts else frozenset()


def _natural(name: str) -> list[tuple[int, str]]:
    """2幢 before 12幢, 第二网格 before 第三网格."""
    plain = _ORDINAL.sub(_figures, name)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _NUMBER.split(plain)]


def _figures(found: re.Match[str]) -> str:
    """一 to 九十九 in figures."""
    tens, ten, ones = found[0].rpartition("十")
    return str((_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(ones) if ones else 0))


def _area(row: Area, depth: int = 0) -> AreaRow:
    return AreaRow(row.id, row.version, row.code or "", row.kind, row.name, row.full_name, row.parent_id, row.grid_id,
                   row.households, row.note, row.active_from, row.active_to, row.closed_reason, depth,
                   tuple(row.came_from or ()))


def _booking(row: Booking, venue: str) -> BookingRow:
    return BookingRow(row.id, row.version, row.venue_id, venue, row.starts_at, row.ends_at, row.purpose, row.contact,
                      row.owner_kind, row.owner_id, row.created_by)


def _row(kind: type[VenueRow], record: Venue) -> VenueRow:
    return kind(**{name: getattr(record, name) for name in kind.__slots__})

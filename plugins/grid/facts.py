"""Facts behind the tables of the loop: events, press notes, hand-overs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.places import list_areas
from desk.api.statistics import Scope
from plugins.grid.event_kinds import list_kinds
from plugins.grid.models import Dispatch, Event, Press
from plugins.grid.queries import in_time, minutes_of, settled_on


@dataclass(slots=True)
class EventFact:
    """An event. minutes: from found to settled, 0 while it is not. area: id as text. limit: last day, None without one."""

    id: int
    kind: str
    level: str
    channel: str
    unit: str
    area: str
    found_on: date
    done_on: date | None
    filed_on: date | None
    reopened_on: date | None
    revisited_on: date | None
    rating: str
    spot: bool
    filed: bool
    minutes: int
    limit: date | None
    in_time: bool


@dataclass(slots=True)
class PressFact:
    """A press note; id: of its event, which counts by `times` for every note."""

    id: int
    on_date: date
    kind: str
    level: str
    channel: str
    unit: str
    area: str
    times: int = 1


@dataclass(slots=True)
class HandedFact:
    """A hand-over; id: of its event, which counts by `times` for every one."""

    id: int
    sent_on: date
    replied_on: date | None
    way: str
    unit: str
    in_time: bool
    returned: bool
    times: int = 1


def events(uow: UnitOfWork, scope: Scope) -> list[EventFact]:
    """Events that were open, found, settled or filed in the scope."""
    rows = uow.session.execute(select(Event, Case.due_on, Case.area_id).join(Case, Case.id == Event.case_id).where(
        Event.found_on <= scope.last, or_(Event.filed_on.is_(None), Event.filed_on >= scope.first,
                                          Event.found_on >= scope.first), *scope.inside(Case.area_id)))
    return [_event(row, due, str(area or "")) for row, due, area in rows]


def presses(uow: UnitOfWork, scope: Scope) -> list[PressFact]:
    """Press notes of the scope."""
    rows = uow.session.execute(select(Press, Event, Case.area_id).join(Event, Event.id == Press.event_id).join(
        Case, Case.id == Event.case_id).where(scope.within(Press.on_date), *scope.inside(Case.area_id)))
    return [PressFact(event.id, press.on_date, event.kind, event.level, event.channel, press.unit, str(area or ""))
            for press, event, area in rows]


def handed(uow: UnitOfWork, scope: Scope) -> list[HandedFact]:
    """Hand-overs sent or answered in the scope."""
    rows = uow.session.execute(select(Dispatch, Case.area_id).join(Event, Event.id == Dispatch.event_id).join(
        Case, Case.id == Event.case_id).where(
            Dispatch.way != "unit", or_(scope.within(Dispatch.sent_on), scope.within(Dispatch.replied_on)),
            *scope.inside(Case.area_id)))
    return [HandedFact(one.event_id, one.sent_on, one.replied_on, one.way, one.unit,
                       one.replied_on is not None and (one.until is None or one.replied_on <= one.until),
                       one.outcome == "returned") for one, _area in rows]


def kind_titles(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Kinds as the hall has them: (code, title)."""
    return [(one.code, one.title) for one in list_kinds(uow, every=True)]


def grids(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Grids in use: (id as text, name)."""
    return [(str(one.id), one.name) for one in list_areas(uow, kinds=("grid", "special_grid"))]


def _event(row: Event, due: Any, area: str) -> EventFact:
    return EventFact(
        row.id, row.kind, row.level, row.channel, row.unit, area, row.found_on, settled_on(row), row.filed_on, row.reopened_on,
        row.revisited_on, row.rating, row.spot, row.filed_on is not None, minutes_of(row), row.limit_on if row.done_at else due,
        in_time(row))

"""Reads: where an event went, press notes, months of the loop, hot spots."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select

from desk.api import HALL_ZONE, translator
from desk.api.calendar import month_days
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.places import get_area
from plugins.grid.event_kinds import kind_of
from plugins.grid.kinds import READ
from plugins.grid.models import Dispatch, Event, Press
from plugins.grid.settings import setting

_ = translator("grid")


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """A month of the loop. minutes: of those settled, from found to settled. looped: reported in it and filed by now."""

    carried: int
    reported: int
    spot: int
    done: int
    in_time: int
    minutes: int
    pressed: int
    reopened: int
    filed: int
    looped: int
    left: int
    late: int

    @property
    def mean_hours(self) -> str:
        """Mean hours to settle one, "" without any."""
        return f"{self.minutes / self.done / 60:.1f}" if self.done else ""

    def share(self, part: int, whole: int) -> str:
        """85.7% (6÷7), "" of nothing."""
        return f"{part * 100 / whole:.1f}% ({part}÷{whole})" if whole else ""


@dataclass(frozen=True, slots=True)
class HotSpot:
    """Several events at one place. kinds: their titles, the most frequent first; ids: the events, the latest first."""

    where: str
    times: int
    kinds: str
    last_on: date
    ids: tuple[int, ...]


def list_dispatches(uow: UnitOfWork, event_id: int) -> list[Dispatch]:
    """Where the event went, the first first."""
    return list(uow.session.scalars(select(Dispatch).where(Dispatch.event_id == event_id).order_by(Dispatch.id)))


def list_presses(uow: UnitOfWork, event_id: int) -> list[Press]:
    """Its press notes, the first first."""
    return list(uow.session.scalars(select(Press).where(Press.event_id == event_id).order_by(Press.id)))


def list_unanswered(uow: UnitOfWork, until: date) -> list[Press]:
    """Press notes of events still in hand whose answer is due by `until`, the most urgent first."""
    return list(uow.session.scalars(select(Press).join(Event, Event.id == Press.event_id).where(
        Press.replied_on.is_(None), Press.until <= until, Event.done_at.is_(None)).order_by(Press.until, Press.id)))


def month_figures(uow: UnitOfWork, month: int) -> MonthFigures:
    """How the loop stood in a month, today in the month that runs."""
    uow.require(READ)
    first, last = month_days(month)
    before, after = _start_of(first), _start_of(last + timedelta(days=1))

    def count(*where: Any) -> int:
        return uow.session.scalar(_seen(uow, select(func.count(Event.id))).where(*where)) or 0

    within, ended = Event.found_on.between(first, last), (Event.done_at >= before, Event.done_at < after)
    settled = list(uow.session.scalars(_seen(uow, select(Event)).where(*ended)))
    open_then = (Event.found_on <= last, or_(Event.done_at.is_(None), Event.done_at >= after))
    return MonthFigures(
        carried=count(Event.found_on < first, or_(Event.done_at.is_(None), Event.done_at >= before)), reported=count(within),
        spot=count(within, Event.spot.is_(True)), done=len(settled), in_time=sum(in_time(one) for one in settled),
        minutes=sum(minutes_of(one) for one in settled),
        pressed=uow.session.scalar(_seen(uow, select(func.count(Press.id)).join(Event, Event.id == Press.event_id)).where(
            Press.on_date.between(first, last))) or 0,
        reopened=count(Event.reopened_on.between(first, last)), filed=count(Event.filed_on.between(first, last)),
        looped=count(within, Event.filed_on.is_not(None)), left=count(*open_then), late=len(list_late(uow, month)))


def list_month(uow: UnitOfWork, month: int, part: str = "") -> list[Event]:
    """Events of a month, the first first. part: "" those that were open or reported in it, else as figures are called:
    carried, reported, done, filed, left, late.
    """
    uow.require(READ)
    first, last = month_days(month)
    if part == "late":
        return list_late(uow, month)
    before, after = _start_of(first), _start_of(last + timedelta(days=1))
    parts = {
        "carried": (Event.found_on < first, or_(Event.done_at.is_(None), Event.done_at >= before)),
        "reported": (Event.found_on.between(first, last),), "done": (Event.done_at >= before, Event.done_at < after),
        "filed": (Event.filed_on.between(first, last),),
        "left": (Event.found_on <= last, or_(Event.done_at.is_(None), Event.done_at >= after))}
    usual = (Event.found_on <= last, or_(Event.done_at.is_(None), Event.done_at >= before, Event.found_on >= first))
    return list(uow.session.scalars(_seen(uow, select(Event)).where(*parts.get(part, usual)).order_by(
        Event.found_at, Event.id)))


def list_late(uow: UnitOfWork, month: int) -> list[Event]:
    """Events not settled at the end of a month, today in the month that runs, whose last day was over by then."""
    _first, last = month_days(month)
    end = min(last, uow.clock.today())
    after = _start_of(end + timedelta(days=1))
    rows = uow.session.execute(_seen(uow, select(Event, Case.due_on)).where(
        Event.found_on <= end, or_(Event.done_at.is_(None), Event.done_at >= after)).order_by(Event.found_at, Event.id))
    return [row for row, due in rows if (row.limit_on or due) < end]


def list_hot_spots(uow: UnitOfWork, until: date) -> list[HotSpot]:
    """Places with so many events in the days before `until` as the settings say, the hottest first."""
    since = until - timedelta(days=int(setting(uow, "hot_days")))
    rows = uow.session.execute(_seen(uow, select(Event, Case.area_id)).where(
        Event.found_on > since, Event.found_on <= until).order_by(Event.found_at.desc(), Event.id.desc())).all()
    found: dict[tuple[int | None, str], list[Event]] = defaultdict(list)
    for row, area in rows:
        found[area, "".join(row.place.split())].append(row)
    spots = [_hot_spot(uow, area, events) for (area, _place), events in found.items()
             if len(events) >= int(setting(uow, "hot_times"))]
    return sorted(spots, key=lambda one: (-one.times, one.where))


def in_time(event: Event) -> bool:
    """Settled by its last day."""
    done = settled_on(event)
    return done is not None and (event.limit_on is None or done <= event.limit_on)


def settled_on(event: Event) -> date | None:
    """Civil day on which it was settled."""
    return event.done_at.astimezone(HALL_ZONE).date() if event.done_at else None


def minutes_of(event: Event) -> int:
    """From found to settled, 0 while it is not."""
    return max(0, int((event.done_at - event.found_at).total_seconds() // 60)) if event.done_at else 0


def _seen(uow: UnitOfWork, statement: Any) -> Any:
    """Of the events only those whose matter may be seen."""
    return statement.join(Case, Case.id == Event.case_id).where(*visible_cases(uow))


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HALL_ZONE)


def _hot_spot(uow: UnitOfWork, area: int | None, events: Sequence[Event]) -> HotSpot:
    kinds = [one.kind for one in events]
    order = sorted(dict.fromkeys(kinds), key=lambda code: -kinds.count(code))
    where = " ".join(filter(None, (get_area(uow, area).name if area else "", events[0].place)))
    return HotSpot(where, len(events), "、".join(f"{kind_of(uow, code).title}{kinds.count(code)}" for code in order),
                   events[0].found_on, tuple(int(one.id) for one in events))

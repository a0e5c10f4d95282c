"""Reads of recurring schedules: what is due, what comes, how a year looks. Times nobody touched yet are worked out here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.core.calendar.model import Occurrence, Schedule
from desk.core.calendar.queries import get_workdays
from desk.core.calendar.recurrence import Rule, falls, rule_from
from desk.core.calendar.workdays import WorkdayTable
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork

LOOK_AHEAD = 400
"""Days within which the next time of a schedule is looked for."""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A schedule. state: "running", "paused", "ended". next_due: the first open time, None when there is none."""

    id: int
    version: int
    kind: str
    title: str
    rule: Rule
    starts_on: date
    ends_on: date | None
    paused: bool
    paused_reason: str
    ahead: int
    who: str
    area_id: int | None
    note: str
    state: str
    next_due: date | None = None


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """One time of a schedule. id: 0 while nobody touched it; (schedule_id, nominal) always names it."""

    schedule_id: int
    title: str
    kind: str
    nominal: date
    due_on: date
    state: str
    id: int = 0
    done_on: date | None = None
    done_by: str = ""
    reason: str = ""
    result_kind: str = ""
    result_id: int | None = None
    who: str = ""
    ahead: int = 0


def get_schedule(uow: UnitOfWork, schedule_id: int) -> ScheduleRow:
    """One schedule; NotFound."""
    row = uow.get(Schedule, schedule_id)
    uow.require_area(row.area_id)
    return _row(uow, row, get_workdays(uow))


def list_schedules(uow: UnitOfWork, request: PageRequest) -> Page[ScheduleRow]:
    """A page of schedules by title. filters: kind, paused (bool), area_id. text: part of the title or of who does it."""
    statement = select(Schedule)
    for name, value in request.filters.items():
        if name not in ("kind", "paused", "area_id"):
            raise ValueError(f"no such filter: {name}")
        statement = statement.where(getattr(Schedule, name) == value)
    if text := request.text.strip():
        statement = statement.where(Schedule.title.contains(text, autoescape=True)
                                    | Schedule.who.contains(text, autoescape=True))
    found, following = keyset_page(uow.session, statement, (Schedule.title, Schedule.id), request)
    days = get_workdays(uow)
    return Page([_row(uow, one, days) for one in found], following)


def list_due_occurrences(uow: UnitOfWork, until: date | None = None, *, kind: str = "") -> list[OccurrenceRow]:
    """Open times: those due up to `until`, else those whose reminder has begun; late ones first. kind "": of every kind."""
    today = uow.clock.today()
    statement = select(Schedule) if not kind else select(Schedule).where(Schedule.kind == kind)
    found: list[OccurrenceRow] = []
    days = get_workdays(uow)
    for row in uow.session.scalars(statement):
        last = until or today + timedelta(days=row.ahead)
        open_ones = _between(uow, row, row.starts_on, last + timedelta(days=40), days, open_only=True)
        found += [one for one in open_ones if one.due_on <= last]
    return sorted(found, key=lambda one: (one.due_on, one.title, one.schedule_id))


def list_occurrences(uow: UnitOfWork, schedule_id: int, first: date, last: date) -> list[OccurrenceRow]:
    """All times of one schedule with plain days from `first` to `last`, settled ones too: the year plan."""
    return _between(uow, uow.get(Schedule, schedule_id), first, last, get_workdays(uow))


def _between(uow: UnitOfWork, row: Schedule, first: date, last: date, days: WorkdayTable, *,
             open_only: bool = False) -> list[OccurrenceRow]:
    stored = uow.session.scalars(select(Occurrence).where(Occurrence.schedule_id == row.id, Occurrence.nominal >= first,
                                                          Occurrence.nominal <= last)).all()
    found = [_time(row, one) for one in stored if not (open_only and one.state != "open")]
    found += _coming(row, first, last, days, {one.nominal for one in stored})
    return sorted(found, key=lambda one: one.nominal)


def _coming(row: Schedule, first: date, last: date, days: WorkdayTable, have: set[date]) -> Sequence[OccurrenceRow]:
    if row.paused:
        return []
    after = row.made_until + timedelta(days=1) if row.made_until else row.starts_on
    end = min(last, row.ends_on or last)
    return [OccurrenceRow(row.id, row.title, row.kind, one.nominal, one.due_on, "open", who=row.who, ahead=row.ahead)
            for one in falls(rule_from(row.rule), row.starts_on, max(first, after), end, days) if one.nominal not in have]


def _time(row: Schedule, one: Occurrence) -> OccurrenceRow:
    return OccurrenceRow(row.id, row.title, row.kind, one.nominal, one.due_on, one.state, one.id, one.done_on, one.done_by,
                         one.reason, one.result_kind, one.result_id, row.who, row.ahead)


def _row(uow: UnitOfWork, row: Schedule, days: WorkdayTable) -> ScheduleRow:
    today = uow.clock.today()
    coming = _between(uow, row, row.starts_on, today + timedelta(days=LOOK_AHEAD), days, open_only=True)
    ended = row.ends_on is not None and row.ends_on < today and not coming
    state = "ended" if ended else "paused" if row.paused else "running"
    return ScheduleRow(row.id, row.version, row.kind, row.title, rule_from(row.rule), row.starts_on, row.ends_on, row.paused,
                       row.paused_reason, row.ahead, row.who, row.area_id, row.note, state,
                       coming[0].due_on if coming else None)

"""Reads of the working calendar."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.core.calendar.arithmetic import Due, Period, due_on
from desk.core.calendar.model import Workday
from desk.core.calendar.published import DayMark, published
from desk.core.calendar.workdays import WorkdayTable
from desk.core.db.uow import UnitOfWork
from desk.core.settings.service import get_setting

WEEKENDS_MOVE = "desk.calendar.weekends_move"
"""Setting, default yes (LIKELY): a last day on an ordinary weekend moves to the next working day."""


@dataclass(frozen=True, slots=True)
class WorkdayRow:
    """One day that differs from the plain week: kind "off" or "on"."""

    day: date
    kind: str
    name: str = ""
    source: str = ""


def get_workdays(uow: UnitOfWork) -> WorkdayTable:
    """The calendar as it stands; read it once for a unit of work."""
    entered: dict[int, dict[date, DayMark]] = {}
    for row in uow.session.scalars(select(Workday)):
        entered.setdefault(row.year, {})[row.day] = DayMark(row.kind, row.name, row.source)
    return WorkdayTable(entered)


def get_due(uow: UnitOfWork, start: date, period: Period, table: WorkdayTable | None = None) -> Due:
    """When `period` begun on `start` ends, by this hall's calendar and setting."""
    return due_on(start, period, table or get_workdays(uow), weekends_move=bool(get_setting(uow, WEEKENDS_MOVE, True)))


def list_workdays(uow: UnitOfWork, year: int) -> list[WorkdayRow]:
    """The days of `year` that differ from the plain week, in order; empty for a year nobody knows."""
    rows = uow.session.scalars(select(Workday).where(Workday.year == year).order_by(Workday.day)).all()
    if rows:
        return [WorkdayRow(row.day, row.kind, row.name, row.source) for row in rows]
    marks = published(year) or {}
    return [WorkdayRow(day, mark.kind, mark.name, mark.source) for day, mark in sorted(marks.items())]


def list_entered_years(uow: UnitOfWork) -> list[int]:
    """Years the hall keeps itself."""
    return list(uow.session.scalars(select(Workday.year).distinct().order_by(Workday.year)))

"""Entered hours month by month: how much, how often, how many volunteers, the mean of who served; one line a volunteer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import extract, func, select

from desk.api.calendar import month_days, month_of
from desk.api.db import UnitOfWork
from desk.api.timesheets import TimeEntry
from plugins.volunteer.kinds import VOLUNTEER
from plugins.volunteer.models import Volunteer
from plugins.volunteer.who import names_of


@dataclass(frozen=True, slots=True)
class HourMonth:
    """A month (year × 100 + month). times: served pairs; minutes: entered, corrections included; people: who served."""

    id: int
    times: int = 0
    minutes: int = 0
    people: int = 0

    @property
    def mean(self) -> int:
        """Minutes of the average volunteer who served, rounded."""
        return round(self.minutes / self.people) if self.people else 0


@dataclass(frozen=True, slots=True)
class HourLine:
    """A volunteer's month. so_far: all her entered minutes until the end of the month."""

    volunteer_id: int
    name: str
    number: str
    times: int
    minutes: int
    so_far: int


def list_hour_months(uow: UnitOfWork) -> list[HourMonth]:
    """Months with entered hours, and this one, newest first."""
    served = _served().subquery()
    year, month = extract("year", served.c.day), extract("month", served.c.day)
    rows = uow.session.execute(select(
        year, month, func.count(served.c.pair_id), func.sum(served.c.minutes),
        func.count(func.distinct(served.c.holder_id))).group_by(year, month))
    found = {int(row[0]) * 100 + int(row[1]): HourMonth(int(row[0]) * 100 + int(row[1]), row[2], int(row[3]), row[4])
             for row in rows}
    this = month_of(uow.clock.today())
    return sorted((found | {this: found.get(this, HourMonth(this))}).values(), key=lambda one: -one.id)


def get_hour_month(uow: UnitOfWork, month: int) -> HourMonth:
    """One month, also an empty one. Raises NotFound for a number that names none."""
    month_days(month)
    return next((one for one in list_hour_months(uow) if one.id == month), HourMonth(month))


def list_hour_lines(uow: UnitOfWork, month: int) -> list[HourLine]:
    """Who served in a month, most minutes first."""
    first, last = month_days(month)
    served = _served().where(TimeEntry.day.between(first, last)).subquery()
    rows = uow.session.execute(select(served.c.holder_id, func.count(served.c.pair_id), func.sum(served.c.minutes))
                               .group_by(served.c.holder_id)).all()
    ids = [row[0] for row in rows]
    names, so_far = names_of(uow, ids), _until(uow, ids, last)
    numbers = {one: number for start in range(0, len(ids), 400) for one, number in uow.session.execute(
        select(Volunteer.id, Volunteer.number).where(Volunteer.id.in_(ids[start:start + 400])))}
    lines = [HourLine(one, names.get(one, ""), numbers.get(one, ""), times, int(minutes), so_far.get(one, 0))
             for one, times, minutes in rows]
    return sorted(lines, key=lambda one: (-one.minutes, one.number))


def _served() -> Any:
    """Pairs with what counts of them now; what was corrected to nothing was nobody's service."""
    return select(TimeEntry.pair_id, TimeEntry.holder_id, TimeEntry.day, func.sum(TimeEntry.minutes).label("minutes")).where(
        TimeEntry.holder_kind == VOLUNTEER).group_by(TimeEntry.pair_id, TimeEntry.holder_id, TimeEntry.day).having(
        func.sum(TimeEntry.minutes) != 0)


def _until(uow: UnitOfWork, ids: list[int], last: date) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(ids), 400):
        found |= {one: int(minutes) for one, minutes in uow.session.execute(select(
            TimeEntry.holder_id, func.sum(TimeEntry.minutes)).where(
            TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day <= last,
            TimeEntry.holder_id.in_(ids[start:start + 400])).group_by(TimeEntry.holder_id))}
    return found

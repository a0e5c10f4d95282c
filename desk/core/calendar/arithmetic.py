"""Legal periods: when the last day is, whether it moves, and why (民法典 200–204, 1259; rules 0.3).

Pure functions over a table of working days. The unmoved day is always told too: reminders use the earlier one, because
whether ordinary weekends count as 法定休假日 is likely, not sure.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from desk.core.i18n import _

UNITS = ("day", "workday", "month", "year")
_ONE = timedelta(days=1)


class WorkingDays(Protocol):
    """What arithmetic asks of a calendar; `desk.core.calendar.workdays.WorkdayTable` answers."""

    def works(self, day: date) -> bool:
        """Whether offices work on `day`: weekdays but holidays, and weekends worked in exchange (调休)."""
        ...

    def holiday(self, day: date) -> str:
        """Name of the holiday `day` is off for, "" on other days (ordinary weekends too)."""
        ...

    def knows(self, year: int) -> bool:
        """Whether the holidays of `year` are known; else only weekends are."""
        ...


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as law writes it: 30 "day"s, 5 "workday"s, 1 "month", 2 "year"s. source: where it is written."""

    amount: int
    unit: str
    source: str = ""

    def __post_init__(self) -> None:
        if self.amount < 1 or self.unit not in UNITS:
            raise ValueError(f"no such period: {self.amount} {self.unit!r}")


@dataclass(frozen=True, slots=True)
class Due:
    """When a period ends.

    last_day: the last day on which the thing may still be done. unmoved: the same without regard to holidays; remind by
    it. moved_because: name of the holiday that moved it, "" when nothing did. unknown_years: years on the way whose
    holidays nobody has entered; the answer may change when they are.
    """

    last_day: date
    unmoved: date
    moved_because: str = ""
    unknown_years: tuple[int, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the last day lies later than plain counting says."""
        return self.last_day != self.unmoved


def due_on(start: date, period: Period, days: WorkingDays, *, weekends_move: bool = True) -> Due:
    """The end of `period` begun by what happened on `start` (that day is not counted, 民法典 201).

    A last day on a holiday moves to the first day after it (民法典 203); `weekends_move` says whether ordinary weekends
    count as holidays. Working days never need to move.
    """
    if period.unit == "workday":
        last = nth_workday(start, period.amount, days)
        return Due(last, last, "", _unknown(start, last, days))
    unmoved = _plain_end(start, period)
    last = unmoved
    while _off(last, days, weekends_move):
        last += _ONE
    because = "" if last == unmoved else _why(unmoved, days)
    return Due(last, unmoved, because, _unknown(unmoved, last, days))


def nth_workday(start: date, count: int, days: WorkingDays) -> date:
    """The `count`-th working day after `start`."""
    day = start
    while count:
        day += _ONE
        count -= days.works(day)
    return day


def workdays_between(start: date, end: date, days: WorkingDays) -> int:
    """How many working days lie after `start` up to and including `end`; 0 when `end` is not after `start`."""
    return sum(days.works(day) for day in _after(start, end))


def add_months(start: date, months: int) -> date:
    """The same-numbered day `months` later, or the month's last day when it has no such day (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _plain_end(start: date, period: Period) -> date:
    if period.unit == "day":
        return start + timedelta(days=period.amount)
    return add_months(start, period.amount * (12 if period.unit == "year" else 1))


def _off(day: date, days: WorkingDays, weekends_move: bool) -> bool:
    return not days.works(day) if weekends_move else bool(days.holiday(day))


def _why(day: date, days: WorkingDays) -> str:
    return days.holiday(day) or _("weekend")


def _after(start: date, end: date) -> Iterator[date]:
    day = start
    while day < end:
        day += _ONE
        yield day


def _unknown(start: date, end: date, days: WorkingDays) -> tuple[int, ...]:
    return tuple(year for year in range(start.year, end.year + 1) if not days.knows(year))

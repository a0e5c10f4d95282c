"""Recurring rules: which days a round, a meeting or a visit falls on. Pure functions, no tables.

An occurrence is named by its plain day, before any shift; the shift only says when it is due. So it keeps its name when the
holidays of a year are entered late.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from desk.core.calendar.arithmetic import WorkingDays
from desk.core.calendar.lunar import find_lunar_day

UNITS = ("day", "workday", "week", "month_day", "month_weekday", "lunar")
SHIFTS = ("stay", "before", "after", "skip")
LAST = -1
"""As `nth`: the last such weekday of the month."""
_ONE = timedelta(days=1)
_LONGEST_HOLIDAY = 30


@dataclass(frozen=True, slots=True)
class Rule:
    """How often. unit:

    "day" every n-th day; "workday" every n-th working day; "week" every n weeks on `weekdays` (Monday is 0); "month_day"
    every n months on the `day`-th (short months: their last day); "month_weekday" every n months on the `nth` (1–5, LAST) of
    the first of `weekdays`; "lunar" each year on a `day` of a lunar `month`. n is `every`: 3 months is a quarter, 12 a year.
    month: a month that takes part, 0 for the one it starts in. shift: "stay", or when offices are closed "before" (the last
    working day), "after" (the next one), "skip".
    """

    unit: str
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int = 1
    nth: int = 1
    month: int = 0
    shift: str = "stay"


@dataclass(frozen=True, slots=True)
class Fall:
    """One occurrence: its plain day, and the day it is due after the shift."""

    nominal: date
    due_on: date


def rule_from(stored: dict[str, Any]) -> Rule:
    """A rule out of its stored form."""
    return Rule(**(stored | {"weekdays": tuple(stored.get("weekdays") or ())}))


def rule_as(rule: Rule) -> dict[str, Any]:
    """The form a rule is stored in."""
    return asdict(rule) | {"weekdays": list(rule.weekdays)}


def falls(rule: Rule, start: date, first: date, last: date, days: WorkingDays) -> Iterator[Fall]:
    """Occurrences with plain days from `first` to `last`, in order; none before `start`, from which is counted."""
    for day in _plain(rule, start, max(first, start), last, days):
        due = _shifted(day, rule.shift, days)
        if due is not None:
            yield Fall(day, due)


def _plain(rule: Rule, start: date, first: date, last: date, days: WorkingDays) -> Iterator[date]:
    if rule.unit == "day":
        return _daily(rule.every, start, first, last)
    if rule.unit == "workday":
        return _workdays(rule.every, start, first, last, days)
    if rule.unit == "week":
        return _weekly(rule, start, first, last)
    if rule.unit == "lunar":
        return _lunar(rule, first, last)
    return _monthly(rule, start, first, last)


def _daily(every: int, start: date, first: date, last: date) -> Iterator[date]:
    day = start + timedelta(days=-(-(first - start).days // every) * every)
    while day <= last:
        yield day
        day += timedelta(days=every)


def _workdays(every: int, start: date, first: date, last: date, days: WorkingDays) -> Iterator[date]:
    day, seen = start, 0
    while day <= last:
        if days.works(day):
            if seen % every == 0 and day >= first:
                yield day
            seen += 1
        day += _ONE


def _weekly(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    monday, wanted = start - timedelta(days=start.weekday()), set(rule.weekdays)
    day = first
    while day <= last:
        if day.weekday() in wanted and (day - monday).days // 7 % rule.every == 0:
            yield day
        day += _ONE


def _monthly(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    anchor = (rule.month or start.month) - 1
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if (number - anchor) % rule.every == 0:
            day = _in_month(rule, *divmod(number, 12))
            if day is not None and first <= day <= last:
                yield day


def _in_month(rule: Rule, year: int, month0: int) -> date | None:
    begins, length = monthrange(year, month0 + 1)
    if rule.unit == "month_day":
        return date(year, month0 + 1, min(rule.day, length))
    offset = (rule.weekdays[0] - begins) % 7 + 1
    number = offset + 7 * (rule.nth - 1) if rule.nth > 0 else offset + 7 * ((length - offset) // 7)
    return date(year, month0 + 1, number) if number <= length else None


def _lunar(rule: Rule, first: date, last: date) -> Iterator[date]:
    for year in range(first.year - 1, last.year + 1):  # the last lunar months lie in the next civil year
        day = find_lunar_day(year, rule.month, rule.day)
        if day is not None and first <= day <= last:
            yield day


def _shifted(day: date, shift: str, days: WorkingDays) -> date | None:
    if shift == "stay" or days.works(day):
        return day
    if shift == "skip":
        return None
    step = _ONE if shift == "after" else -_ONE
    for _try in range(_LONGEST_HOLIDAY):
        day += step
        if days.works(day):
            return day
    return day

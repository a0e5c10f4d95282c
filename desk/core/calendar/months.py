"""Months as whole numbers, year × 100 + month (202611): what pages and papers of a month are called by."""

from datetime import date

from desk.core.calendar.arithmetic import add_months
from desk.core.errors import NotFound
from desk.core.i18n import _

FIRST_YEAR, LAST_YEAR = 1900, 9998


def month_of(day: date) -> int:
    """The month a day lies in."""
    return day.year * 100 + day.month


def month_days(month: int) -> tuple[date, date]:
    """First and last day of a month. Raises NotFound for a number that names none."""
    year, number = divmod(month, 100)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 12):
        raise NotFound(_("There is no such month."))
    first = date(year, number, 1)
    return first, add_months(first, 1) - date.resolution


def month_title(month: int) -> str:
    """As papers write it: 2026年11月."""
    year, number = divmod(month, 100)
    return f"{year}年{number}月"


def months_around(day: date, back: int, ahead: int = 0) -> list[int]:
    """The month of `day`, as many before it and after it, newest first."""
    first = day.replace(day=1)
    return [month_of(add_months(first, -place)) for place in range(-ahead, back + 1)]

"""Dates of life as halls know them, sometimes only the year, or year and month: "1949", "1949-12", "1949-12-31"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean, fold_width

EARLIEST_YEAR = 1850

_FORMS = (
    re.compile(r"(?P<y>\d{4})(?:[-./年](?P<m>\d{1,2})(?:[-./月](?P<d>\d{1,2})[日号]?)?月?)?年?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?"),
)
_LUNAR = re.compile("农历|阴历|旧历|正月|冬月|腊月|闰|初|廿|十五$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which day, or month and day, may be unknown (0)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def is_whole(self) -> bool:
        """Is the very day known?"""
        return bool(self.day)

    def agrees(self, other: "PartialDate | date") -> bool:
        """Can both mean the same day?"""
        other = partial(other)
        return self.earliest() <= other.latest() and other.earliest() <= self.latest()

    def paper(self) -> str:
        """As official papers write it: 1949年12月31日, 1949年12月, 1949年."""
        month = f"{self.month}月" if self.month else ""
        return f"{self.year}年{month}" + (f"{self.day}日" if self.day else "")


def partial(value: "PartialDate | date | str") -> PartialDate:
    """A stored text ("1949-12"), a date or a PartialDate as a PartialDate; no typed forms, no judgement."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    return PartialDate(*(int(part) for part in value.split("-")))


def read_date(text: str, *, on: date, field: str = "birth") -> PartialDate:
    """What was typed: 1949, 1949-12, 1949.12.31, 1949/12/31, 19491231, 1949年12月31日, full width too.

    Raises UserError beside `field`: not a date, a lunar date, a day that does not exist, before 1850, after `on`.
    """
    typed = fold_width(clean(text, limit=40, field=field)).replace(" ", "")
    match = next(filter(None, (form.fullmatch(typed) for form in _FORMS)), None)
    if match is None or any(match[part] is not None and not int(match[part]) for part in "ymd"):
        raise UserError(_not_read(typed), field=field)
    found = PartialDate(*(int(match[part] or 0) for part in "ymd"))
    _exists(found, field)
    if found.earliest() > on:
        raise UserError(_("{date} lies in the future.").format(date=found), field=field)
    return found


def age_at(birth: "PartialDate | date | str", on: date) -> int:
    """Full years surely reached on `on`; with a partial birth date the least they can be, never below 0."""
    born = birth if isinstance(birth, date) else partial(birth).latest()
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return max(years, 0)


def _exists(found: PartialDate, field: str) -> None:
    if found.year < EARLIEST_YEAR:
        raise UserError(_("The year {year} is too early for anyone in the register.").format(year=found.year),
                        field=field)
    try:
        found.earliest()
    except ValueError:
        raise UserError(_("{date} is not in the calendar.").format(date=found), field=field) from None


def _not_read(typed: str) -> str:
    if _LUNAR.search(typed):
        return _("This looks like a lunar date. Enter the solar date that the identity paper shows.")
    return _("This is not read as a date. Enter it like 1949-12-31, 19491231, 1949-12 or 1949.")

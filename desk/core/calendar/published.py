"""The yearly holiday arrangements the chinesecalendar library knows (国务院办公厅 notices), by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

SOURCE = "国务院办公厅关于部分节假日安排的通知"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day that differs from the plain week: kind "off" (holiday) or "on" (worked in exchange); name of the holiday."""

    kind: str
    name: str = ""
    source: str = ""


@lru_cache(maxsize=8)
def published(year: int) -> Mapping[date, DayMark] | None:
    """The marks of `year`, None for a year the library does not know."""
    from chinese_calendar.constants import Holiday, holidays, workdays  # type: ignore[import-untyped]

    if not min(holidays).year <= year <= max(holidays).year:
        return None
    names = {holiday.value: holiday.chinese for holiday in Holiday}
    found = {day: DayMark("off", names.get(name, name), SOURCE) for day, name in holidays.items() if day.year == year}
    found |= {day: DayMark("on", names.get(name, name), SOURCE) for day, name in workdays.items() if day.year == year}
    return MappingProxyType(found)

"""A year of the working calendar as the page shows it, and a day of it in words. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk.core.calendar.published import published
from desk.core.calendar.queries import WorkdayRow, get_workdays, list_entered_years, list_workdays
from desk.core.calendar.workdays import SATURDAY
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _

WEEKDAYS = "一二三四五六日"
STATUTORY, LAW = 13, "全国年节及纪念日放假办法 第二条"
"""Days off for everybody, since 2025."""


@dataclass(frozen=True, slots=True)
class YearView:
    """marks: the days that differ from the plain week. known: entered or published. own: the hall keeps it itself.

    official: there is a published arrangement to go back to.
    """

    year: int
    marks: Mapping[date, WorkdayRow]
    known: bool
    own: bool
    official: bool

    def works(self, day: date) -> bool:
        """Whether offices work."""
        mark = self.marks.get(day)
        return mark.kind == "on" if mark else day.weekday() < SATURDAY

    def words(self, day: date) -> str:
        """2026-10-01 星期四：国庆节，放假."""
        mark = self.marks.get(day)
        if mark is None:
            what = _("ordinary weekend") if day.weekday() >= SATURDAY else _("working day")
        elif mark.kind == "off":
            what = _("{name}, off").format(name=mark.name) if mark.name else _("off")
        else:
            what = _("worked in exchange ({name})").format(name=mark.name) if mark.name else _("worked in exchange")
        return _("{day} (weekday {weekday}): {what}").format(day=day.isoformat(), weekday=WEEKDAYS[day.weekday()], what=what)

    def warning(self) -> str:
        """What is wrong with a year nobody knows, or of which only a few days were entered; "" when nothing is."""
        if not self.known:
            return _("The holidays of {year} are not known yet: only weekends are counted, and every deadline that runs into "
                     "that year may move. Bring the year in as soon as the State Council's notice is out (usually in "
                     "November).").format(year=self.year)
        offs = sum(mark.kind == "off" for mark in self.marks.values())
        if self.own and offs < STATUTORY:
            return _("Only {count} days off are entered for {year}; the law has {least} ({source}). Enter the others, or bring "
                     "in the whole table.").format(count=offs, year=self.year, least=STATUTORY, source=LAW)
        return ""

    @property
    def source(self) -> str:
        """Where the year comes from, in a sentence; "" when nobody knows it."""
        if not self.known:
            return ""
        sources = dict.fromkeys(mark.source for mark in self.marks.values() if mark.source)
        said = "、".join(sources) or _("entered here")
        offs = sum(mark.kind == "off" for mark in self.marks.values())
        return _("{off} days off, {on} weekend days worked · source: {source}").format(
            off=offs, on=len(self.marks) - offs, source=said)


def read_year(uow: UnitOfWork, year: int) -> YearView:
    """The year as it stands."""
    marks = {row.day: row for row in list_workdays(uow, year)}
    return YearView(year, marks, get_workdays(uow).knows(year), year in list_entered_years(uow), published(year) is not None)

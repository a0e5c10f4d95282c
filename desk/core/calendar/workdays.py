"""Which days offices work: what the hall entered for a year, else what was published for it, else the plain week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.core.calendar.published import DayMark, published
from desk.core.i18n import _

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkdayTable:
    """Answers what arithmetic asks. `entered`: year → its marks as kept by the hall; they replace the published year whole."""

    entered: Mapping[int, Mapping[date, DayMark]] = field(default_factory=dict)

    def mark(self, day: date) -> DayMark | None:
        """How `day` differs from the plain week, None when it does not."""
        year = self._year(day.year)
        return year.get(day) if year else None

    def works(self, day: date) -> bool:
        """Whether offices work on `day`."""
        mark = self.mark(day)
        return mark.kind == "on" if mark else day.weekday() < SATURDAY

    def holiday(self, day: date) -> str:
        """Name of the holiday `day` is off for, "" on other days."""
        mark = self.mark(day)
        return (mark.name or _("holiday")) if mark and mark.kind == "off" else ""

    def knows(self, year: int) -> bool:
        """Whether holidays of `year` were entered or published."""
        return self._year(year) is not None

    def _year(self, year: int) -> Mapping[date, DayMark] | None:
        return self.entered[year] if year in self.entered else published(year)


def unknown_year_sentence(years: Iterable[int]) -> str:
    """What to tell the clerk when a date runs into years without holidays, "" when there are none."""
    named = ", ".join(str(year) for year in sorted(years))
    if not named:
        return ""
    return _("The holidays of {years} have not been entered; only weekends were counted. "
             "Enter them in the working calendar, then this date may change.").format(years=named)

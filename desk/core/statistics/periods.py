"""Reporting periods: month, quarter, half-year, year; each is made of whole months, which is what gets frozen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.core.errors import UserError
from desk.core.i18n import N_, _

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""Kind of period → months in it, small ones first."""
KIND_TITLES = {"month": N_("Month"), "quarter": N_("Quarter"), "half": N_("Half-year"), "year": N_("Year")}
YEAR = 12
_MARKS = {"quarter": "Q", "half": "H"}
_CODE = re.compile(r"(\d{4})(?:-(\d\d)|T(\d\d)|Q([1-4])|H([12]))?")
TILL = "till"
"""Kind of what a report adds up from January to a month; not a period one chooses."""
_ORDINALS = "一二三四"


@dataclass(frozen=True, slots=True, order=True)
class ReportPeriod:
    """kind: a key of MONTHS_IN, or TILL. part: which one of its year, from 1 (a year is part 1); of TILL the last month."""

    year: int
    kind: str
    part: int = 1

    @property
    def code(self) -> str:
        """2026-05, 2026Q2, 2026H1, 2026; 2026T05 from January to May."""
        if self.kind == "month":
            return f"{self.year:04d}-{self.part:02d}"
        if self.kind == TILL:
            return f"{self.year:04d}T{self.part:02d}"
        return f"{self.year:04d}{_MARKS[self.kind]}{self.part}" if self.kind in _MARKS else f"{self.year:04d}"

    @property
    def first(self) -> date:
        """Its first day."""
        if self.kind == TILL:
            return date(self.year, 1, 1)
        return date(self.year, (self.part - 1) * MONTHS_IN[self.kind] + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.kind == TILL:
            return ReportPeriod(self.year, "month", self.part).last
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> "ReportPeriod":
        """The next one of its kind."""
        last = self.part == YEAR // MONTHS_IN[self.kind]
        return ReportPeriod(self.year + last, self.kind, 1 if last else self.part + 1)

    @property
    def before(self) -> "ReportPeriod":
        """The one of its kind before it."""
        if self.part > 1:
            return ReportPeriod(self.year, self.kind, self.part - 1)
        return ReportPeriod(self.year - 1, self.kind, YEAR // MONTHS_IN[self.kind])

    @property
    def months(self) -> "tuple[ReportPeriod, ...]":
        """The months it is made of."""
        start, count = self.first.month, MONTHS_IN.get(self.kind, self.part)
        return tuple(ReportPeriod(self.year, "month", month) for month in range(start, start + count))

    @property
    def title(self) -> str:
        """As papers say it: 2026年5月, 2026年第二季度, 2026年上半年, 2026年度."""
        if self.kind == "month":
            return f"{self.year}年{self.part}月"
        if self.kind == TILL:
            return f"{self.year}年1—{self.part}月"
        if self.kind == "quarter":
            return f"{self.year}年第{_ORDINALS[self.part - 1]}季度"
        return f"{self.year}年{'上下'[self.part - 1]}半年" if self.kind == "half" else f"{self.year}年度"


def till(period: ReportPeriod) -> ReportPeriod:
    """From January to the period's last month."""
    return ReportPeriod(period.year, TILL, period.months[-1].part)


def period_of(day: date, kind: str) -> ReportPeriod:
    """The period of `kind` that `day` lies in."""
    return ReportPeriod(day.year, kind, (day.month - 1) // MONTHS_IN[kind] + 1)


def month_span(months: Sequence[int]) -> str:
    """1—3月、5月: months of a year in words, runs drawn together."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(f"{run[0]}—{run[-1]}月" if len(run) > 1 else f"{run[0]}月" for run in runs)


def month_code(day: date) -> str:
    """2026-05: the month's code without making the period."""
    return f"{day.year:04d}-{day.month:02d}"


def parse_period(code: str) -> ReportPeriod:
    """From a code. Raises UserError for what is none."""
    found = _CODE.fullmatch(code)
    if found is None or any(found[place] and not 1 <= int(found[place]) <= YEAR for place in (2, 3)):
        raise UserError(_("{code} is no reporting period; write such as 2026-05, 2026Q2, 2026H1 or 2026.").format(code=code))
    for place, kind in ((2, "month"), (3, TILL), (4, "quarter"), (5, "half")):
        if found[place]:
            return ReportPeriod(int(found[1]), kind, int(found[place]))
    return ReportPeriod(int(found[1]), "year")

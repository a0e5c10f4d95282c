"""What is declared of statistics: frozen dataclasses that load no database. Functions are named by "module:function".

    DISPUTES = Source("mediation.disputes", "plugins.mediation.figures:facts", record="mediation.dispute")
    TABLE = IndicatorTable(
        "mediation.cases", "调解案件统计表", permission="mediation.case.read", by=Split("category", "类别", CATEGORIES),
        figures=(Figure("accepted", "受理", DISPUTES, when="accepted_on"),
                 Figure("settled", "调解成功", DISPUTES, when="ended_on", where={"outcome": "settled"})))

A fact is any row with an `id` and the named values; each figure picks facts by day and by condition, so that the records
behind a number are always those that were counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk.core.i18n import N_

ALL = "*"
"""Key of a total."""
CASE_LINES = "desk.core.statistics.records:case_lines"
TABLE_PAPERS = "statistics."
"""What the id of a table's paper begins with, its code follows."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted: days from `first` to `last`, both included, never beyond today; area_ids None: everywhere."""

    first: date
    last: date
    area_ids: frozenset[int] | None = None

    def within(self, column: Any) -> Any:
        """Condition: a day of the scope."""
        return column.between(self.first, self.last)

    def inside(self, column: Any) -> tuple[Any, ...]:
        """Conditions: in the areas of the scope; none when it is everywhere."""
        return () if self.area_ids is None else (column.in_(self.area_ids),)

    def holds(self, day: date | None) -> bool:
        """Whether `day` lies in it."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record behind a number, as the list shows it. id: what the entry is opened with; entry: "" takes the source's."""

    id: int
    number: str
    title: str
    detail: str = ""
    on: date | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from.

    facts: "module:function" `(uow, Scope) -> facts`; confidential records are counted too. lines: "module:function"
    `(uow, ids) -> [RecordLine]`, only what the signed-in person may see (the default serves ids of matters). entry: page that
    shows one. record: kind whose changes refresh the page. large: a frozen month keeps numbers only, not which records.
    """

    code: str
    facts: str
    lines: str = CASE_LINES
    entry: str = ""
    record: str = ""
    large: bool = False


Condition = Mapping[str, Any] | Callable[[Any, Scope], bool]


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator. when: the fact's day that decides the month; "" for a stock, counted as it is on the period's last day.

    where: name → value or tuple of values, or `(fact, Scope) -> bool`. amount: value that is summed up instead of counting
    records; `unit` then says how it is shown (see figures.UNITS: fen as 元 or 万元, minutes as 小时).
    """

    code: str
    title: str
    source: Source
    when: str = ""
    where: Condition = field(default_factory=dict)
    amount: str = ""
    unit: str = "件"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """A denominator: the figures `of` added up; title as it is printed."""

    code: str
    title: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share of figures in per cent, or with another unit than "%" a mean: part ÷ base in the part's smallest unit.

    The first base holds unless `setting` names another; the one used is printed.
    """

    code: str
    title: str
    part: str
    bases: tuple[Base, ...]
    setting: str = ""
    group: str = ""
    digits: int = 1
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown by the facts' value `by`; a tuple counts in each of its values.

    values: ((code, title), …) or "module:function" `(uow, Scope) -> …`, shown also when empty; what else occurs follows them.
    other: title for facts without a value. total: "" for none.
    """

    by: str
    title: str
    values: tuple[tuple[str, str], ...] | str = ()
    other: str = N_("Not stated")
    total: str = N_("Total")


MONTHS = Split("", N_("Month"))
"""One line a month of the period."""

COMPARED = Split("=", N_("Period"), total="")
"""Columns beside each other: the period, the one before, the same of last year with the change, the year so far."""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """The table as a picture: these figures over its breakdown. kind: "bar" or "line"."""

    figures: tuple[str, ...]
    kind: str = "bar"
    title: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """A table of figures.

    Without `by` the figures are rows (and `across` makes columns of a breakdown); with `by` the breakdown makes rows and the
    figures are columns; with `by` and `across` the one figure is crossed. kinds: periods it is made for, the first is shown
    first. mask_below: numbers from 1 up to here are hidden, for tables that are published. freezes: whether months are
    frozen. note: printed under the table. default_kind "": the first.
    """

    code: str
    title: str
    figures: tuple[Figure | Ratio, ...]
    by: Split | None = None
    across: Split | None = None
    permission: str = ""
    kinds: tuple[str, ...] = ("month", "quarter", "half", "year")
    chart: ChartSpec | None = None
    mask_below: int = 0
    freezes: bool = True
    note: str = ""
    domain: str = "desk"

    @property
    def counted(self) -> tuple[Figure, ...]:
        """The figures that are counted, ratios left out."""
        return tuple(one for one in self.figures if isinstance(one, Figure))

    def figure(self, code: str) -> Figure | Ratio | None:
        """The figure with this code."""
        return next((one for one in self.figures if one.code == code), None)

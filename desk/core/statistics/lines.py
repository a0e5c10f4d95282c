"""Rows and columns of a table: its figures, the values of a breakdown, the months of a period."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import translator
from desk.core.statistics.counting import Key, called
from desk.core.statistics.declared import ALL, COMPARED, MONTHS, IndicatorTable, Split
from desk.core.statistics.frozen import MonthRow
from desk.core.statistics.periods import ReportPeriod, till
from desk.core.statistics.scopes import scope_of

FIGURE, SPLIT, TOTAL = "figure", "split", "total"
CHANGE = "change"
"""Column of COMPARED that says by how much a number differs from last year's."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column. kind: FIGURE, SPLIT or TOTAL; key: figure code, value of the breakdown, ALL."""

    key: str
    title: str
    kind: str
    group: str = ""
    unit: str = ""


def axes(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, months: Sequence[ReportPeriod], keys: Sequence[Key],
         frozen: Sequence[MonthRow], areas: frozenset[int] | None) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(rows, columns)."""
    def of(split: Split, place: int, name: str) -> tuple[Line, ...]:
        found = [key[place] for key in keys if key[place] != ALL]
        known = {key: title for month in frozen for key, title in month.lines.get(name, ())}
        return _split(uow, table, split, period, tuple(months), list(dict.fromkeys(found)), known, areas)

    figures, across = _figures(table), of(table.across, 2, "across") if table.across else ()
    if table.by is None:
        return figures, across or (Line(ALL, period.title, TOTAL),)
    return of(table.by, 1, "by"), across or figures


def _figures(table: IndicatorTable) -> tuple[Line, ...]:
    tr = translator(table.domain)
    return tuple(Line(one.code, tr(one.title), FIGURE, tr(one.group), one.unit) for one in table.figures)


def _split(uow: UnitOfWork, table: IndicatorTable, split: Split, period: ReportPeriod, months: tuple[ReportPeriod, ...],
           found: Sequence[str], known: dict[str, str], areas: frozenset[int] | None) -> tuple[Line, ...]:
    """Declared values first, then what else occurs by name, what is not stated, the total."""
    tr = translator(table.domain)
    if split is COMPARED:
        return tuple(Line(key, title, SPLIT) for key, title, _period in compared(period))
    if split is MONTHS:
        titles = {month.code: f"{month.part}月" for month in period.months}
    else:
        titles = {code: tr(title) for code, title in values_of(uow, split, months or period.months, areas)}
    more = sorted((known.get(key, key), key) for key in found if key and key not in titles)
    lines = [Line(key, title, SPLIT) for key, title in titles.items()]
    lines += [Line(key, title, SPLIT) for title, key in more]
    if "" in found and "" not in titles:
        lines.append(Line("", tr(split.other), SPLIT))
    return (*lines, Line(ALL, tr(split.total), TOTAL)) if split.total else tuple(lines)


def compared(period: ReportPeriod) -> tuple[tuple[str, str, ReportPeriod | None], ...]:
    """(key, title, period) of the columns of COMPARED; None: the change against last year."""
    last = ReportPeriod(period.year - 1, period.kind, period.part)
    found: list[tuple[str, str, ReportPeriod | None]] = [("now", "本期", period)]
    if period.kind != "year":
        found.append(("before", "上期", period.before))
    found += [("last", "上年同期", last), (CHANGE, "同比", None)]
    return (*found, ("till", "本年累计", till(period))) if period.kind != "year" else tuple(found)


def values_of(uow: UnitOfWork, split: Split, months: Sequence[ReportPeriod],
              areas: frozenset[int] | None) -> tuple[tuple[str, str], ...]:
    """The values a breakdown always shows."""
    if not isinstance(split.values, str):
        return split.values
    return tuple(called(split.values)(uow, scope_of(tuple(months), areas, uow.clock.today())))

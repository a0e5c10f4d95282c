"""From facts to figures: every cell of a table for each of its months, each number with the records it is made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.statistics.declared import ALL, COMPARED, MONTHS, Figure, IndicatorTable, Scope, Source, Split
from desk.core.statistics.periods import ReportPeriod, month_code
from desk.core.statistics.scopes import scope_of

Key = tuple[str, str, str]
"""(figure, key of `by`, key of `across`); ALL for a total or where there is no such breakdown."""
UNSAID = ""
"""Key of facts without a value in a breakdown."""


@dataclass(slots=True)
class Sum:
    """One number: value, and id → its part for every record behind it (1 when records are counted)."""

    value: int = 0
    records: dict[int, int] = field(default_factory=dict)

    def count(self, record_id: int) -> None:
        """One record more; the same one counts once."""
        if record_id not in self.records:
            self.records[record_id] = 1
            self.value += 1

    def add(self, record_id: int, amount: int) -> None:
        """`amount` more, told by this record."""
        self.records[record_id] = self.records.get(record_id, 0) + amount
        self.value += amount


Tally = dict[Key, Sum]
"""A month's numbers; cells that are missing are zero."""


def called(path: str) -> Any:
    """The function named by "module:function"."""
    module, _colon, name = path.partition(":")
    return getattr(import_module(module), name)


def count_months(uow: UnitOfWork, table: IndicatorTable, months: Iterable[ReportPeriod],
                 areas: frozenset[int] | None) -> dict[str, Tally]:
    """Month code → numbers as the records stand now. Months must have begun."""
    wanted = tuple(months)
    tallies: dict[str, Tally] = {month.code: {} for month in wanted}
    if not wanted:
        return tallies
    read = _Reader(uow)
    flow = scope_of(wanted, areas, uow.clock.today())
    for figure in table.counted:
        if figure.when:
            _count_flow(table, figure, read.facts(figure.source, flow), flow, tallies)
            continue
        for month in wanted:
            scope = scope_of((month,), areas, uow.clock.today())
            for fact in read.facts(figure.source, scope):
                _enter(table, figure, fact, scope, month.code, tallies[month.code])
    return tallies


class _Reader:
    """Reads each source once for one scope."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow, self._kept = uow, dict[tuple[str, Scope], list[Any]]()

    def facts(self, source: Source, scope: Scope) -> list[Any]:
        key = (source.code, scope)
        if key not in self._kept:
            self._kept[key] = list(called(source.facts)(self._uow, scope))
        return self._kept[key]


def _count_flow(table: IndicatorTable, figure: Figure, facts: Iterable[Any], scope: Scope,
                tallies: Mapping[str, Tally]) -> None:
    for fact in facts:
        day = getattr(fact, figure.when)
        if scope.holds(day) and month_code(day) in tallies:
            _enter(table, figure, fact, scope, month_code(day), tallies[month_code(day)])


def _enter(table: IndicatorTable, figure: Figure, fact: Any, scope: Scope, month: str, tally: Tally) -> None:
    """Into its cell and every total above it."""
    if not _fits(figure, fact, scope):
        return
    amount = int(getattr(fact, figure.amount) or 0) if figure.amount else None
    if amount == 0:  # adds nothing, so it is no record of a sum
        return
    for by in _keys(table.by, fact, month):
        for across in _keys(table.across, fact, month):
            cell = tally.setdefault((figure.code, by, across), Sum())
            if amount is None:
                cell.count(fact.id)
            else:
                cell.add(fact.id, amount)


def _fits(figure: Figure, fact: Any, scope: Scope) -> bool:
    if callable(figure.where):
        return bool(figure.where(fact, scope))
    return all(getattr(fact, name) in (wanted if isinstance(wanted, tuple) else (wanted,))
               for name, wanted in figure.where.items())


def _keys(split: Split | None, fact: Any, month: str) -> Iterator[str]:
    yield ALL
    if split is MONTHS:
        yield month
    elif split is not None and split is not COMPARED:
        value = getattr(fact, split.by)
        several = value if isinstance(value, (tuple, list)) else (value,)
        yield from dict.fromkeys(UNSAID if one is None else str(one) for one in several) if several else (UNSAID,)


def added_up(table: IndicatorTable, tallies: Mapping[str, Tally]) -> dict[Key, list[tuple[str, Sum]]]:
    """Months (in order) of a period as one: flows are added, a stock is the last month's, except in a line of its month."""
    found: dict[Key, list[tuple[str, Sum]]] = {}
    stocks = {figure.code for figure in table.counted if not figure.when}
    last = max(tallies, default="")
    for month, tally in tallies.items():
        for key, cell in tally.items():
            if key[0] not in stocks or month == last or month in key[1:]:
                found.setdefault(key, []).append((month, cell))
    return found

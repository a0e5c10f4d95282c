"""The correction list: what a frozen month says and what the records say now, cell by cell and record by record."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.statistics.counting import Key, Sum, count_months
from desk.core.statistics.declared import IndicatorTable
from desk.core.statistics.frozen import MonthRow, get_frozen, list_frozen, read_tally
from desk.core.statistics.periods import ReportPeriod, period_of
from desk.core.statistics.scopes import area_ids, begun

Part = tuple[int, int]
"""(record id, what it adds to the number)."""
RecordOf = tuple[str, int]
"""(source code, record id): ids of two sources may be the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that differs. frozen: its number with all corrections so far; now: as the records stand.

    added, removed: the records that make the difference, (id, part); of a large source neither is known.
    """

    key: Key
    source: str
    frozen: int
    now: int
    added: tuple[Part, ...] = ()
    removed: tuple[Part, ...] = ()

    @property
    def change(self) -> int:
        """What must be added to the frozen number."""
        return self.now - self.frozen

    @property
    def records(self) -> tuple[RecordOf, ...]:
        """The records behind it, each once."""
        return tuple(dict.fromkeys((self.source, one) for one, _part in (*self.removed, *self.added)))


def differences_of(uow: UnitOfWork, table: IndicatorTable, month_id: int) -> list[Difference]:
    """Every cell of a frozen month that the records no longer agree with, in the order of figures."""
    frozen = get_frozen(uow, month_id)
    month = period_of(frozen.month, "month")
    now = count_months(uow, table, (month,), area_ids(uow, frozen.area_key or None))[month.code]
    then = read_tally(uow, month_id)
    sources = {figure.code: figure.source for figure in table.counted}
    order = {code: place for place, code in enumerate(sources)}
    keys = sorted((key for key in {*now, *then} if key[0] in sources), key=lambda key: (order[key[0]], key))
    found = (_difference(key, sources[key[0]].code, then.get(key, Sum()), now.get(key, Sum()), sources[key[0]].large)
             for key in keys)
    return [one for one in found if one is not None]


def _difference(key: Key, source: str, then: Sum, now: Sum, large: bool) -> Difference | None:
    if large:
        return Difference(key, source, then.value, now.value) if then.value != now.value else None
    added = tuple(sorted(set(now.records.items()) - set(then.records.items())))
    removed = tuple(sorted(set(then.records.items()) - set(now.records.items())))
    return Difference(key, source, then.value, now.value, added, removed) if added or removed else None


def narrowed(differences: Sequence[Difference], records: Collection[RecordOf]) -> list[Difference]:
    """The part of the differences that these records make, totals included."""
    wanted = set(records)
    found = []
    for one in differences:
        added = tuple(part for part in one.added if (one.source, part[0]) in wanted)
        removed = tuple(part for part in one.removed if (one.source, part[0]) in wanted)
        if added or removed:
            change = sum(part for _id, part in added) - sum(part for _id, part in removed)
            found.append(Difference(one.key, one.source, one.frozen, one.frozen + change, added, removed))
    return found


def fingerprint(differences: Sequence[Difference]) -> str:
    """Says whether two lists of differences are the same."""
    return hashlib.sha256(repr([(one.key, one.source, one.frozen, one.now, one.added, one.removed) for one in differences])
                          .encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class MonthDifferences:
    """A frozen month that the records no longer agree with."""

    month: MonthRow
    differences: tuple[Difference, ...]


def list_differences(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod,
                     area_id: int | None = None) -> list[MonthDifferences]:
    """The frozen months of a period that have something to correct, the oldest first."""
    uow.require(table.permission)
    frozen = list_frozen(uow, table.code, begun(period.months, uow.clock.today()), area_id)
    found = (MonthDifferences(row, tuple(differences_of(uow, table, row.id))) for _code, row in sorted(frozen.items()))
    return [one for one in found if one.differences]

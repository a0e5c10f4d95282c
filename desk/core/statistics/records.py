"""From a number to its records: exactly those that were counted, shown as far as the signed-in person may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.core.cases.access import visible
from desk.core.cases.model import Case
from desk.core.cases.registry import case_kinds
from desk.core.db.uow import UnitOfWork
from desk.core.statistics.counting import Key, called
from desk.core.statistics.declared import Figure, IndicatorTable, RecordLine
from desk.core.statistics.frozen import list_frozen
from desk.core.statistics.periods import ReportPeriod
from desk.core.statistics.scopes import begun
from desk.core.statistics.table import Summed, number, sum_up

_AT_ONCE = 400
"""Ids in one statement."""


@dataclass(frozen=True, slots=True)
class CountedRecord:
    """A record of a number: in which month it was counted and what it added (1 when records are counted)."""

    month: str
    record_id: int
    part: int


@dataclass(frozen=True, slots=True)
class CellRecords:
    """What stands behind a number. lines: those that may be seen, with what each added; unseen: how many more there are.

    unknown: a frozen month of a large register keeps its numbers only; what was counted then is not listed.
    """

    figure: Figure
    value: int
    lines: tuple[tuple[CountedRecord, RecordLine], ...]
    unseen: int = 0
    unknown: int = 0


def count_records(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, area_id: int | None,
                  key: Key) -> list[CountedRecord]:
    """The records of a cell; when records are counted there are exactly as many as its number says."""
    return _counted(_summed(uow, table, period, area_id), key)


def read_records(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, area_id: int | None, key: Key) -> CellRecords:
    """The same with a line for each record one may see, newest first."""
    figure, summed = table.figure(key[0]), _summed(uow, table, period, area_id)
    assert isinstance(figure, Figure)
    counted = _counted(summed, key)
    shown = lines_of(uow, figure, [one.record_id for one in counted])
    lines = [(one, shown[one.record_id]) for one in counted if one.record_id in shown]
    lines.sort(key=lambda pair: (str(pair[1].on or ""), pair[0].month, pair[0].record_id), reverse=True)
    told = sum(part for month, cell in summed.get(key, ()) for part in cell.records.values())
    value = number(summed, key)
    return CellRecords(figure, value, tuple(lines), len(counted) - len(lines), value - told)


def _summed(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, area_id: int | None) -> Summed:
    uow.require(table.permission)
    months = begun(period.months, uow.clock.today())
    return sum_up(uow, table, months, area_id, list_frozen(uow, table.code, months, area_id))


def _counted(summed: Summed, key: Key) -> list[CountedRecord]:
    return [CountedRecord(month, one, part) for month, cell in summed.get(key, ())
            for one, part in sorted(cell.records.items())]


def lines_of(uow: UnitOfWork, figure: Figure, ids: Sequence[int]) -> dict[int, RecordLine]:
    """Record id → line, of those the actor may see."""
    wanted, found, read = list(dict.fromkeys(ids)), dict[int, RecordLine](), called(figure.source.lines)
    for start in range(0, len(wanted), _AT_ONCE):
        found.update({line.id: line for line in read(uow, wanted[start:start + _AT_ONCE])})
    return found


def case_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Lines of matters, for sources whose facts carry ids of matters; confidential ones only for those who may see them."""
    rows = uow.session.scalars(select(Case).where(Case.id.in_(ids), *visible(uow)))
    kinds = case_kinds()
    return [RecordLine(row.id, row.number or "", row.title, row.summary, row.opened_on,
                       kind.view if (kind := kinds.find(row.kind)) else "") for row in rows]

"""Reads of frozen months: the figures as frozen, with the corrections entered since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.statistics.counting import Sum, Tally
from desk.core.statistics.model import Correction, CorrectionCell, FrozenCell, FrozenMonth
from desk.core.statistics.periods import ReportPeriod
from desk.core.statistics.scopes import area_key


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction that was entered. at: aware UTC."""

    id: int
    serial: int
    reason: str
    by: str
    at: datetime
    check_code: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A frozen month. at: aware UTC; lines and bases as in FrozenMonth."""

    id: int
    table: str
    area_key: int
    month: date
    check_code: str
    by: str
    at: datetime
    lines: dict[str, Any]
    bases: dict[str, str]
    corrections: tuple[CorrectionRow, ...] = ()


def list_frozen(uow: UnitOfWork, table: str, months: Sequence[ReportPeriod], area_id: int | None) -> dict[str, MonthRow]:
    """Month code → frozen month, of those asked for that are frozen.

    An actor whose rights end at areas never gets the figures of everywhere.
    """
    if uow.actor.area_ids is not None and not area_id:
        return {}
    firsts = {month.first: month.code for month in months}
    rows = uow.session.scalars(select(FrozenMonth).where(
        FrozenMonth.table_code == table, FrozenMonth.area_key == area_key(area_id), FrozenMonth.month.in_(firsts)))
    return {firsts[row.month]: _row(row, list_corrections(uow, row.id)) for row in rows}


def get_frozen(uow: UnitOfWork, month_id: int) -> MonthRow:
    """One frozen month, or NotFound."""
    return _row(uow.get(FrozenMonth, month_id), list_corrections(uow, month_id))


def list_corrections(uow: UnitOfWork, month_id: int) -> tuple[CorrectionRow, ...]:
    """What was corrected of a month, in order."""
    rows = uow.session.scalars(select(Correction).where(Correction.month_id == month_id).order_by(Correction.serial))
    return tuple(CorrectionRow(row.id, row.serial, row.reason, row.created_by, row.created_at, row.check_code) for row in rows)


def read_tally(uow: UnitOfWork, month_id: int, *, corrected: bool = True) -> Tally:
    """The figures of a frozen month; with `corrected` as they stand after its corrections."""
    tally: Tally = {}
    for cell in uow.session.scalars(select(FrozenCell).where(FrozenCell.month_id == month_id)):
        tally[cell.figure, cell.by_key, cell.across_key] = Sum(cell.value, {one: part for one, part in cell.records})
    if corrected:
        changes = (select(CorrectionCell).join(Correction, Correction.id == CorrectionCell.correction_id)
                   .where(Correction.month_id == month_id).order_by(Correction.serial, CorrectionCell.id))
        for change in uow.session.scalars(changes):
            _apply(tally.setdefault((change.figure, change.by_key, change.across_key), Sum()), change)
    return tally


def _apply(cell: Sum, change: CorrectionCell) -> None:
    cell.value += change.change
    for record_id, _part in change.removed:
        cell.records.pop(record_id, None)
    cell.records.update({record_id: part for record_id, part in change.added})


def _row(row: FrozenMonth, corrections: tuple[CorrectionRow, ...]) -> MonthRow:
    return MonthRow(row.id, row.table_code, row.area_key, row.month, row.check_code, row.created_by, row.created_at,
                    row.lines, row.bases, corrections)

"""Verbs: freeze a month of a table, take later changes in as corrections, make a report's record."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import Conflict, NotAllowed, UserError
from desk.core.i18n import _
from desk.core.statistics.comparing import Difference, differences_of, fingerprint, narrowed
from desk.core.statistics.counting import Tally, count_months
from desk.core.statistics.declared import ALL, COMPARED, IndicatorTable
from desk.core.statistics.frozen import list_frozen
from desk.core.statistics.lines import axes
from desk.core.statistics.model import Correction, CorrectionCell, FrozenCell, FrozenMonth, Report
from desk.core.statistics.periods import ReportPeriod, parse_period
from desk.core.statistics.registry import indicator_table
from desk.core.statistics.scopes import area_ids, area_key
from desk.core.statistics.table import bases_of
from desk.core.text import clean_note

FREEZE = "desk.statistics.freeze"
READ_REPORT = "desk.papers.print"


@dataclass(frozen=True, slots=True)
class FreezeDraft:
    """Which table, month ("2026-05") and area (None: everywhere)."""

    table: str
    month: str
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """What to take in: the changes of these records, or with None all there are. seen: fingerprint of the list she saw."""

    month_id: int
    reason: str
    records: tuple[tuple[str, int], ...] | None = None
    seen: str = ""


@verb("statistics.freeze", permission=FREEZE)
def freeze_month(uow: UnitOfWork, draft: FreezeDraft) -> int:
    """Store the month's figures as they are; answers the frozen month's id.

    Raises UserError for a month that is not over, is frozen already, or a table that is not frozen.
    """
    table, month = _may_freeze(uow, draft)
    areas = area_ids(uow, draft.area_id)
    tally = count_months(uow, table, (month,), areas)[month.code]
    rows, columns = axes(uow, table, month, (month,), tuple(tally), (), areas)
    across = columns if table.across not in (None, COMPARED) else ()
    row = uow.add(FrozenMonth(
        table_code=table.code, area_key=area_key(draft.area_id), month=month.first, check_code=_code_of_tally(table, tally),
        lines={"by": _named(rows if table.by else ()), "across": _named(across)},
        bases=bases_of(uow, table, (), 1)))
    large = {figure.code for figure in table.counted if figure.source.large}
    for (figure, by_key, across_key), cell in tally.items():
        records = [] if figure in large else [[one, part] for one, part in sorted(cell.records.items())]
        uow.session.add(FrozenCell(month_id=row.id, figure=figure, by_key=by_key, across_key=across_key, value=cell.value,
                                   records=records))
    uow.trace("statistics.freeze", "statistics_month", row.id, table=table.code, month=month.code, check_code=row.check_code)
    return int(row.id)


def _may_freeze(uow: UnitOfWork, draft: FreezeDraft) -> tuple[IndicatorTable, ReportPeriod]:
    table, month = indicator_table(draft.table), parse_period(draft.month)
    uow.require(table.permission)
    if uow.actor.area_ids is not None and not draft.area_id:
        raise NotAllowed(_("Your rights end at areas; choose one of yours."))
    if not table.freezes or month.kind != "month":
        raise UserError(_("This table is not frozen; it always shows the records as they are."))
    if month.last >= uow.clock.today():
        raise UserError(_("{month} is not over yet.").format(month=month.title), field="month",
                        todo=_("Freeze it from the first day of the next month."))
    if list_frozen(uow, table.code, (month,), draft.area_id):
        raise UserError(_("{month} is frozen already.").format(month=month.title), field="month",
                        todo=_("Take later changes in as corrections."))
    return table, month


@verb("statistics.correct", permission=FREEZE)
def correct_month(uow: UnitOfWork, draft: CorrectionDraft) -> int:
    """Enter changes of records since the freezing as a correction; answers its id. What was frozen stays as it is.

    Raises UserError without a reason or without changes, Conflict when the changes are no longer those that were seen.
    """
    month = uow.get(FrozenMonth, draft.month_id)
    uow.session.refresh(month, with_for_update=True)  # two corrections at once must not take in the same change
    table = indicator_table(month.table_code)
    uow.require(table.permission)
    reason = clean_note(draft.reason)
    if not reason:
        raise UserError(_("Say why the frozen figures are corrected."), field="reason")
    found = differences_of(uow, table, month.id)
    if draft.seen and draft.seen != fingerprint(found):
        raise Conflict(_("The records changed again meanwhile. Look at the list once more."))
    wanted = found if draft.records is None else narrowed(found, draft.records)
    if not wanted:
        raise UserError(_("There is nothing to correct: the records are as they were frozen."))
    return _enter(uow, month, reason, wanted)


def _enter(uow: UnitOfWork, month: FrozenMonth, reason: str, changes: Collection[Difference]) -> int:
    serial = (uow.session.scalar(select(func.max(Correction.serial)).where(Correction.month_id == month.id)) or 0) + 1
    code = _code([[*change.key, change.change, change.added, change.removed] for change in changes])
    row = uow.add(Correction(month_id=month.id, serial=serial, reason=reason, check_code=code))
    for change in changes:
        figure, by, across = change.key
        uow.session.add(CorrectionCell(correction_id=row.id, figure=figure, by_key=by, across_key=across,
                                       change=change.change, added=[list(one) for one in change.added],
                                       removed=[list(one) for one in change.removed]))
    uow.trace("statistics.correct", "statistics_correction", row.id, month=month.id, serial=serial, check_code=code)
    uow.touch("statistics_month", month.id)
    return int(row.id)


@verb("statistics.report", permission=READ_REPORT)
def make_report(uow: UnitOfWork, table: str, period: str, area_id: int | None = None) -> int:
    """The record a printed table is filed under; the same table, period and area always give the same one."""
    declared, when = indicator_table(table), parse_period(period)
    uow.require(declared.permission)
    area_ids(uow, area_id)
    found = uow.session.scalars(select(Report.id).where(
        Report.table_code == table, Report.period == when.code, Report.area_key == area_key(area_id))).one_or_none()
    return found or int(uow.add(Report(table_code=table, period=when.code, area_key=area_key(area_id))).id)


def _named(lines: Any) -> list[list[str]]:
    return [[line.key, line.title] for line in lines if line.key != ALL]


def _code_of_tally(table: IndicatorTable, tally: Tally) -> str:
    cells = sorted([*key, cell.value, sorted(cell.records.items())] for key, cell in tally.items())
    return _code([table.code, cells])


def _code(content: Any) -> str:
    """Twelve signs that stand for the content: printed, and kept in the audit trail."""
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest().upper()
    return "-".join(digest[start:start + 4] for start in (0, 4, 8))

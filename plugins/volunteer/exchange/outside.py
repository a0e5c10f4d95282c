"""Hours that others recorded: kept and shown, never counted, never certified here, and each record once (谁记录谁证明)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from desk.api import N_, UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    NEW,
    REJECTED,
    SAME,
    ImportBatch,
    ImportField,
    ImportReport,
    ListImport,
    Preview,
    Progress,
    RowVerdict,
    SourceRow,
    ids_of,
    silent,
)
from plugins.volunteer.exchange.rows import (
    DAY,
    ID_NUMBER,
    NAME,
    NUMBER,
    PHONE,
    day_of,
    minutes_in,
    volunteer_of,
)
from plugins.volunteer.kinds import WRITE
from plugins.volunteer.models import HandOverLine, OutsideHours

_ = translator("volunteer")
FIELDS = (
    NUMBER, NAME, ID_NUMBER, PHONE, DAY,
    ImportField("organisation", N_("Recorded by"), ("活动组织单位", "组织单位", "服务单位", "记录单位", "发布组织", "所属团体"),
                required=True),
    ImportField("title", N_("Activity"), ("活动名称", "项目名称", "活动", "服务内容")),
    ImportField("hours", N_("Hours"), ("服务时长(小时)", "服务时长", "时长", "服务时间(小时)", "小时"), required=True),
    ImportField("code", N_("Number of the record"), ("记录编号", "服务记录编号", "交换编号", "流水号")),
)


@dataclass(frozen=True, slots=True)
class OutsideDraft:
    """What is kept of a row."""

    volunteer_id: int
    organisation: str
    minutes: int
    day: date | None
    code: str
    note: str


class OutsideList:
    """The importer of hours recorded elsewhere."""

    kind = "volunteer.outside"
    record_kind = "volunteer.outside_hours"
    fields = FIELDS
    children: tuple[Any, ...] = ()

    def read(self, rows: Sequence[SourceRow], today: Any, progress: Any) -> list[SourceRow]:
        """As they are."""
        return list(rows)

    def judge(self, uow: UnitOfWork, draft: Any, read: Sequence[SourceRow]) -> list[RowVerdict]:
        """New, known, or rejected with the reason; own hours are rejected, for they stand here already."""
        known = {(one.organisation, one.code): one.id for one in uow.session.scalars(
            select(OutsideHours).where(OutsideHours.code != ""))}
        seen: set[tuple[str, str]] = set()
        verdicts = []
        for row in read:
            label = clean(row.values.get("name", "") or row.values.get("number", ""))
            try:
                one = _draft(uow, row)
                key = (one.organisation, one.code)
                if key in seen:
                    raise UserError(_("The record stands in the list twice."))
                seen.add(key)
            except UserError as told:
                verdicts.append(RowVerdict(row.number, REJECTED, label, reasons=(str(told),)))
                continue
            verdicts.append(RowVerdict(row.number, SAME if key in known else NEW, label, known.get(key), draft=one))
        return verdicts

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Lists may come in parts; nothing is missing."""
        return {}

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Any) -> dict[str, Sequence[int]]:
        """Keep the new ones."""
        for row in verdicts:
            if row.verdict == NEW:
                one: OutsideDraft = row.draft
                row.record_id = int(uow.add(OutsideHours(
                    volunteer_id=one.volunteer_id, organisation=one.organisation, minutes=one.minutes, day=one.day,
                    code=one.code, note=one.note)).id)
        return {}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """Nothing else hangs on them: they go again."""
        uow.session.execute(delete(OutsideHours).where(OutsideHours.id.in_(ids_of(batch, NEW))))


OUTSIDE = ListImport(OutsideList(), N_("Hours recorded elsewhere"), WRITE)


@verb("volunteer.import_outside", permission=WRITE)
def import_outside(uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
    """Keep what the preview showed."""
    return OUTSIDE.take(uow, seen, progress)


@verb("volunteer.undo_outside", permission=WRITE)
def undo_outside(uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
    """Take a whole list back."""
    return OUTSIDE.undo(uow, batch_id, progress)


def _draft(uow: UnitOfWork, row: SourceRow) -> OutsideDraft:
    values = row.values
    organisation, title = clean(values.get("organisation", ""), limit=120), clean(values.get("title", ""))
    code = clean(values.get("code", ""), limit=60)
    if not organisation:
        raise UserError(_("The row does not say who recorded it."))
    if organisation == uow.community.name or (code and uow.session.scalar(
            select(HandOverLine.id).where(HandOverLine.code == code))):
        raise UserError(_("This is an own record of this hall; it stands here already."))
    who, day, minutes = volunteer_of(uow, values), day_of(values, uow.clock.today()), minutes_in(values.get("hours", ""))
    if not code:  # without a number of its own, the record is known by what it says
        said = f"{organisation}|{who.id}|{day}|{title}|{minutes}"
        code = "=" + hashlib.sha256(said.encode()).hexdigest()[:16]
    return OutsideDraft(who.id, organisation, minutes, day, code, title)

"""The owners' list as the property company has it becomes the register of an estate: dry run, one transaction, undone whole."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from desk.api import N_, UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    CHANGED,
    NEW,
    REJECTED,
    SAME,
    FieldChange,
    FieldIndex,
    ImportBatch,
    ImportField,
    ListDraft,
    Preview,
    RowVerdict,
    SourceRow,
    best_sheet,
    changes_of,
    ids_of,
    match_columns,
    preview_list,
    read_tables,
    take_over,
    undo_batch,
)
from plugins.consultation.estates.areas import read_area, show_area
from plugins.consultation.estates.drafts import OwnerDraft
from plugins.consultation.estates.kinds import ESTATE, UNIT, WRITE
from plugins.consultation.estates.model import Estate, Unit
from plugins.consultation.estates.service import owners_data

_ = translator("consultation")
FIELDS = (
    ImportField("building", N_("Building"), ("楼栋", "栋号", "幢号", "楼号", "楼栋号")),
    ImportField("label", N_("Flat"), ("房号", "室号", "单元房号", "坐落", "房屋坐落", "户号"), required=True),
    ImportField("area", N_("Area"), ("建筑面积", "面积", "专有部分面积", "产权面积"), required=True),
    ImportField("owners", N_("Owners"), ("业主姓名", "业主", "姓名", "产权人", "所有权人", "共有人"), required=True),
    ImportField("tail", N_("End of the certificate number"), ("证件尾号", "身份证后四位", "证件后四位", "身份证尾号")),
    ImportField("source", N_("Where the area stands"), ("面积来源", "面积依据")),
    ImportField("parking", N_("Parking space"), ("是否车位", "车位", "用途", "类型")),
)
WORDS = {"登记": "register", "不动产": "register", "产权": "register", "测绘": "survey", "实测": "survey", "合同": "contract"}
KEPT = ("area", "area_source", "owners", "parking", "unsold")
"""What the list says of a part that is known."""
UNSOLD = ("未售", "建设单位", "开发商", "未交付")


@dataclass(slots=True)
class OwnerRow:
    """A row as read; problems: why it cannot be taken over."""

    number: int
    building: str
    label: str
    values: dict[str, Any]
    problems: tuple[str, ...] = ()


class OwnersList:
    """The importer of one estate's list."""

    kind = "consultation.owners"
    record_kind = UNIT
    fields: tuple[ImportField, ...] = FIELDS
    children: tuple[Any, ...] = ()

    def __init__(self, estate_id: int) -> None:
        self.estate_id = estate_id

    def read(self, rows: Sequence[SourceRow], _today: Any, _progress: Any) -> list[OwnerRow]:
        """Each row for itself; rows without flat and owner (totals, remarks) are left out."""
        return [_read(source) for source in rows
                if source.values.get("label", "").strip() or source.values.get("owners", "").strip()]

    def judge(self, uow: UnitOfWork, draft: ListDraft, read: Sequence[OwnerRow]) -> list[RowVerdict]:
        """New, changed, the same, or rejected with the reasons."""
        known = {(one.building, one.label): one for one in uow.session.scalars(
            select(Unit).where(Unit.estate_id == self.estate_id))}
        seen: set[tuple[str, str]] = set()
        verdicts = []
        for row in read:
            place = row.building, row.label
            twice = (_("This part stands in the list twice."),) if place in seen and not row.problems else ()
            seen.add(place)
            verdicts.append(_verdict(row, known.get(place), row.problems + twice))
        return verdicts

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Those that are still there."""
        return {one.id: f"{one.building} {one.label}".strip() for one in uow.session.scalars(
            select(Unit).where(Unit.id.in_(record_ids), Unit.estate_id == self.estate_id))}

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], _progress: Any) -> dict[str, Sequence[int]]:
        """New parts and changed ones."""
        for row in verdicts:
            if row.verdict == NEW:
                draft = row.draft
                row.record_id = uow.add(Unit(estate_id=self.estate_id, building=draft.building, label=draft.label,
                                             **draft.values)).id
            elif row.verdict == CHANGED:
                unit = uow.get(Unit, row.record_id or 0)
                for change in row.changes:
                    setattr(unit, change.field, change.becomes)
        uow.touch(ESTATE, self.estate_id)
        return {}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, _progress: Any) -> None:
        """Take the new parts away and put the changed ones back; refused for parts somebody worked on since."""
        new = list(uow.session.scalars(select(Unit).where(Unit.id.in_(ids_of(batch, NEW)))))
        before = changes_of(uow, batch)
        changed = {one.id: one for one in uow.session.scalars(select(Unit).where(Unit.id.in_(before)))}
        worked = [one.label for one in new if one.version > 1]
        worked += [one.label for one in changed.values()
                   if any(getattr(one, change.field) != change.becomes for change in before[one.id])]
        if worked:
            raise UserError(_("These parts were worked on since: {names}.").format(names="、".join(worked[:5])),
                            todo=_("Correct them one by one."))
        for unit_id, changes in before.items():
            for change in changes:
                setattr(changed[unit_id], change.field, change.was)
        uow.session.execute(delete(Unit).where(Unit.id.in_([one.id for one in new])))
        uow.touch(ESTATE, self.estate_id)


@dataclass(frozen=True, slots=True)
class OwnersReport:
    """What an import did. counts: verdict → rows."""

    batch_id: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class OwnersPreview:
    """The dry run of one estate's list; what pages show of a preview, and whose list it is."""

    estate_id: int
    seen: Preview

    @property
    def draft(self) -> ListDraft:
        """The list."""
        return self.seen.draft

    @property
    def counts(self) -> Any:
        """Verdict → rows."""
        return self.seen.counts

    @property
    def verdicts(self) -> Sequence[RowVerdict]:
        """One a row."""
        return self.seen.verdicts


def look_owners(uow: UnitOfWork, estate_id: int, path: Path) -> OwnersPreview:
    """The dry run: what each row would become, nothing written. UserError as reading tables does."""
    uow.require(WRITE)
    estate, index = uow.get(Estate, estate_id), FieldIndex(FIELDS)
    sheet = best_sheet(read_tables(path), index.knows)
    match = match_columns(sheet.labels, index)
    draft = ListDraft(sheet, dict(match.columns), f"{estate.name}业主名册", path.name,
                      hashlib.sha256(path.read_bytes()).hexdigest())
    return OwnersPreview(estate_id, preview_list(uow, OwnersList(estate_id), draft))


@verb("consultation.import_owners", permission=WRITE)
def import_owners(uow: UnitOfWork, preview: OwnersPreview) -> OwnersReport:
    """Take the list over as the preview showed, in one transaction."""
    batch = take_over(uow, OwnersList(preview.estate_id), preview.seen)
    return OwnersReport(batch.id, dict(batch.counts))


@verb("consultation.undo_owners", permission=WRITE)
def undo_owners(uow: UnitOfWork, batch_id: int) -> OwnersReport:
    """Take a whole import back."""
    estate = uow.session.scalars(select(Unit.estate_id).where(Unit.id.in_(
        [one for verdict in (NEW, CHANGED,
                             SAME) for one in uow.session.scalars(ids_of(uow.get(ImportBatch, batch_id), verdict))]
    )).limit(1)).one_or_none()
    batch = undo_batch(uow, OwnersList(estate or 0), batch_id)
    return OwnersReport(batch.id, dict(batch.counts))


def _read(source: SourceRow) -> OwnerRow:
    said, problems = source.values, list[str]()
    label, area = clean(said.get("label", "")), 0
    try:
        area = read_area(said.get("area", ""))
    except UserError as error:
        problems.append(str(error))
    if not label:
        problems.append(_("The flat is lacking."))
    typed = clean(said.get("owners", ""))
    unsold = any(word in typed for word in UNSOLD)
    owners = [] if unsold else owners_data(_owners(typed, said.get("tail", "")))
    if not owners and not unsold:
        problems.append(_("No owner is named."))
    source_word = said.get("source", "")
    values = {"area": area, "owners": owners, "unsold": unsold, "parking": _yes(said.get("parking", "")),
              "area_source": next((code for word, code in WORDS.items() if word in source_word), "register")}
    return OwnerRow(source.number, clean(said.get("building", "")), label, values, tuple(problems))


def _owners(typed: str, tails: str) -> list[OwnerDraft]:
    """"龚桂兰、何苗" with tails "1234、5678"."""
    names, ends = ([clean(part) for part in re.split(r"[、,,;;/\n]+", text) if part.strip()] for text in (typed, tails))
    return [OwnerDraft(name, ends[place] if place < len(ends) else "") for place, name in enumerate(names)]


def _yes(text: str) -> bool:
    return any(word in text for word in ("车位", "车库", "是"))


def _verdict(row: OwnerRow, known: Unit | None, problems: tuple[str, ...]) -> RowVerdict:
    label = f"{row.building} {row.label}".strip()
    if problems:
        return RowVerdict(row.number, REJECTED, label or "—", reasons=problems)
    if known is None:
        return RowVerdict(row.number, NEW, label, draft=row)
    changes = tuple(FieldChange(name, name, _shown(name, getattr(known, name)), _shown(name, row.values[name]),
                                getattr(known, name), row.values[name])
                    for name in KEPT if getattr(known, name) != row.values[name])
    why = tuple(f"{change.before} → {change.after}" for change in changes)
    return RowVerdict(row.number, CHANGED if changes else SAME, label, known.id, why, changes, row)


def _shown(name: str, value: Any) -> str:
    if name == "owners":
        return "、".join(one["name"] for one in value)
    return show_area(value) if name == "area" else str(value)

"""The owners' list as the property company has it becomes the register of an estate: dry run, one transaction, undone whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
    ImportBatch,
    ImportField,
    ImportReport,
    ListDraft,
    ListImport,
    Preview,
    Progress,
    RowVerdict,
    SourceRow,
    changes_of,
    ids_of,
    silent,
)
from plugins.consultation.estates.areas import read_area, show_area
from plugins.consultation.estates.drafts import OwnerDraft
from plugins.consultation.estates.kinds import ESTATE, UNIT, WRITE
from plugins.consultation.estates.model import Unit
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
    """A row as read, for one estate; problems: why it cannot be taken over."""

    number: int
    estate_id: int
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
        return [_read(source, self.estate_id) for source in rows
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


def owners_list(estate_id: int) -> ListImport:
    """Lists of the owners of one estate."""
    return ListImport(OwnersList(estate_id), f"业主名册#{estate_id}", WRITE)


@verb("consultation.import_owners", permission=WRITE)
def import_owners(uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
    """Take the list over as the preview showed, in one transaction."""
    return owners_list(seen.read[0].estate_id if seen.read else 0).take(uow, seen, progress)


@verb("consultation.undo_owners", permission=WRITE)
def undo_owners(uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
    """Take a whole import back."""
    batch = uow.get(ImportBatch, batch_id)
    named = (one for verdict in (NEW, CHANGED, SAME) for one in uow.session.scalars(ids_of(batch, verdict)))
    estate = uow.session.scalars(select(Unit.estate_id).where(Unit.id.in_(list(named))).limit(1)).one_or_none()
    return owners_list(estate or 0).undo(uow, batch_id, progress)


def _read(source: SourceRow, estate_id: int) -> OwnerRow:
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
    return OwnerRow(source.number, estate_id, clean(said.get("building", "")), label, values, tuple(problems))


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

"""An old hazard ledger comes in: dry run first, one transaction, undone whole (see desk.api.exchange).

Each row is a line with its old number, open or struck off. What the ledger does not say stays blank; nothing is invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from desk.api import N_, clean, clean_note, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import ImportField, ImportReport, KeyedRow, ListImport, Preview, SourceRow, silent
from plugins.mediation.drafts.hazard import HazardDraft
from plugins.mediation.exchange.cases_list import CasesList
from plugins.mediation.exchange.cells import read_category, read_choice, read_day
from plugins.mediation.hazard_kinds import HAZARD, LEVELS, OUTCOMES, SOURCES, WAYS
from plugins.mediation.kinds import ALL, WRITE
from plugins.mediation.models import Hazard, JointStudy, LeadBody, Responsibility
from plugins.mediation.service.hazards import save_hazard, struck_before

_ = translator("mediation")
LIST_NAME = "矛盾纠纷隐患排查台账"
_OUTCOME_WORDS = (*OUTCOMES, ("legal", "诉讼"), ("legal", "仲裁"), ("moved", "移交"), ("settled", "和解"),
                  ("agreement", "协议"))
"""Words that old ledgers use beside the official ones."""
FIELDS: tuple[ImportField, ...] = (
    ImportField("number", N_("Number"), ("编号", "序号", "台账编号", "登记号"), required=True),
    ImportField("found_on", N_("Found on"), ("发现时间", "发现日期", "排查时间", "排查日期", "登记日期", "日期"),
                required=True, kind="date"),
    ImportField("summary", N_("What was found"), ("基本情况", "简要情况", "隐患情况", "主要内容", "纠纷情况", "苗头"),
                required=True),
    ImportField("parties", N_("Between whom"), ("当事人", "双方当事人", "涉及人员")),
    ImportField("place", N_("At which place"), ("地点", "区域、地点", "发生地点", "所在网格", "网格")),
    ImportField("category", N_("Kind"), ("类型", "纠纷类型", "类别", "所属大类")),
    ImportField("level", N_("Level"), ("等级", "隐患等级", "风险等级")),
    ImportField("source", N_("How it came"), ("来源", "线索来源")),
    ImportField("person", N_("Responsible person"), ("责任人", "包案人", "承办人", "责任单位、责任人")),
    ImportField("measures", N_("Measures"), ("化解措施", "措施", "工作措施")),
    ImportField("way", N_("Way"), ("化解方式", "调解方式")),
    ImportField("outcome", N_("How it was resolved"), ("结果", "化解结果", "处理结果", "办理结果")),
    ImportField("struck_on", N_("Struck off on"), ("销号时间", "销号日期", "化解日期", "办结日期"), kind="date"),
)


@dataclass(frozen=True, slots=True)
class OldLine:
    """A line as the ledger tells of it. outcome "": it stays open."""

    draft: HazardDraft
    struck_on: date | None
    outcome: str


class HazardList(CasesList):
    """The importer; a number that stands in the ledger already is left as it is."""

    kind = "mediation.hazard_ledger"
    record_kind = HAZARD
    fields = FIELDS
    stuck = N_("These lines were worked on since: {names}.")
    todo = N_("Strike them off or correct them one by one.")

    def row(self, source: SourceRow, today: date) -> KeyedRow:
        """Each for itself."""
        return _read(source, today)

    def add(self, uow: UnitOfWork, draft: OldLine) -> int:
        """Through the verb every line goes through."""
        return _write(uow, draft)

    def with_own_rows(self, uow: UnitOfWork, ids: Sequence[int]) -> list[int]:
        """Who answers, studies, bodies that lead; those that became a case."""
        found: list[int] = []
        for model in (Responsibility, JointStudy, LeadBody):
            found += uow.session.scalars(
                select(model.owner_id).where(model.owner_kind == HAZARD, model.owner_id.in_(ids)).limit(5))
        found += uow.session.scalars(select(Hazard.id).where(Hazard.id.in_(ids), Hazard.dispute_id.is_not(None)).limit(5))
        return found

    def remove(self, uow: UnitOfWork, ids: Sequence[int]) -> None:
        """The lines themselves."""
        uow.session.execute(delete(Hazard).where(Hazard.id.in_(ids)))


HAZARD_LIST = HazardList()
LIST = ListImport(HAZARD_LIST, LIST_NAME, WRITE)
preview_hazards = LIST.preview


@verb("mediation.import_hazards", permission=ALL)
def import_hazards(uow: UnitOfWork, seen: Preview, progress: Any = silent) -> ImportReport:
    """Take the ledger over as the preview showed, in one transaction."""
    return LIST.take(uow, seen, progress)


@verb("mediation.undo_hazards", permission=ALL)
def undo_hazards(uow: UnitOfWork, batch_id: int, progress: Any = silent) -> ImportReport:
    """Take a whole import back; refused once somebody worked on one of its lines."""
    return LIST.undo(uow, batch_id, progress)


def _read(source: SourceRow, today: date) -> KeyedRow:
    values, problems = source.values, list[str]()
    found, struck = (read_day(values.get(name, ""), today, problems) for name in ("found_on", "struck_on"))
    outcome = read_choice(values.get("outcome", ""), _OUTCOME_WORDS, "settled" if struck else "")
    draft = HazardDraft(
        read_category(values.get("category", "")), clean_note(values.get("summary", "")), found,
        source=read_choice(values.get("source", ""), SOURCES, "other"),
        level=read_choice(values.get("level", ""), LEVELS, "general"), place=clean(values.get("place", "")),
        parties=clean(values.get("parties", "")), person=clean(values.get("person", "")),
        measures=clean_note(values.get("measures", "")), way=read_choice(values.get("way", ""), WAYS, ""),
        result=clean_note(values.get("outcome", "")), number=clean(values.get("number", "")))
    for value, sentence in ((draft.number, _("It has no number.")), (draft.summary, _("What was found is lacking.")),
                            (found, _("The day it was found is lacking."))):
        if not value:
            problems.append(sentence)
    if found and struck and struck < found:
        problems.append(_("It ended before it began."))
    label = f"{draft.number} {draft.parties or draft.place}".strip()
    return KeyedRow(source.number, draft.number, label, OldLine(draft, struck, outcome if struck else ""), tuple(problems))


def _write(uow: UnitOfWork, one: OldLine) -> int:
    place = one.draft.place or ("" if one.draft.parties else "旧台账未载明")
    hazard = save_hazard(uow, replace(one.draft, place=place))
    if one.struck_on:
        struck_before(uow, hazard, one.struck_on, one.outcome, one.draft.result or "旧台账", one.draft.way)
    return hazard

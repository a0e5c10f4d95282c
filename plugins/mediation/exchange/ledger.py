"""An old spreadsheet ledger becomes cases: dry run first, one transaction, undone whole (see desk.api.exchange).

Each row is a case with its old number, from its request to where it stood: settled, failed or still in mediation. What the
ledger does not say stays blank; nothing is invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from desk.api import N_, clean, clean_note, translator
from desk.api.cases import move_case, note, set_number
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import ImportField, ImportReport, KeyedRow, ListImport, Preview, SourceRow, silent
from plugins.mediation.drafts import AcceptanceDraft, DisputeDraft, PartyDraft
from plugins.mediation.exchange.cases_list import CasesList
from plugins.mediation.exchange.cells import read_category, read_day
from plugins.mediation.kinds import ALL, DISPUTE, WRITE
from plugins.mediation.models import (
    Agreement,
    Delivery,
    Dispute,
    Escalation,
    Evidence,
    Investigation,
    Letter,
    Party,
    Plan,
    ReturnVisit,
    Scan,
    Session,
)
from plugins.mediation.service.acceptance import take_in
from plugins.mediation.service.intake import register_dispute
from plugins.mediation.words import people_named

_ = translator("mediation")
SETTLED = ("成功", "达成", "化解", "已调", "和解", "履行", "结案")
FAILED = ("不成功", "未达成", "失败", "终止", "未化解", "未成功")

FIELDS: tuple[ImportField, ...] = (
    ImportField("number", N_("Number"), ("编号", "案号", "卷号", "序号", "登记号"), required=True),
    ImportField("applicant", N_("Applicant"), ("申请人", "当事人甲", "甲方", "当事人一", "申请方"), required=True),
    ImportField("respondent", N_("Respondent"), ("被申请人", "当事人乙", "乙方", "当事人二", "对方当事人"), required=True),
    ImportField("applied_on", N_("Day of the request"), ("申请日期", "受理日期", "登记日期", "发生时间", "日期"), required=True,
                kind="date"),
    ImportField("category", N_("Kind of dispute"), ("纠纷类型", "类别", "类型", "纠纷种类")),
    ImportField("summary", N_("What happened"), ("纠纷简要情况", "简要情况", "纠纷事由", "主要内容", "案情", "事由")),
    ImportField("result", N_("Outcome"), ("调解结果", "结果", "处理结果", "办理情况")),
    ImportField("ended_on", N_("Day"), ("结案日期", "调结日期", "办结日期", "化解日期"), kind="date"),
    ImportField("mediator", N_("Mediators"), ("调解员", "人民调解员", "承办人", "责任人")),
)


@dataclass(frozen=True, slots=True)
class OldCase:
    """A case as the ledger tells of it. outcome: "settled", "failed" or "" (still running)."""

    number: str
    applicant: str
    respondent: str
    applied_on: date | None
    ended_on: date | None
    category: str
    summary: str
    outcome: str
    result: str
    mediators: tuple[str, ...]


class LedgerList(CasesList):
    """The importer of an old ledger; a number that is known already is left as it is."""

    kind = "mediation.ledger"
    record_kind = DISPUTE
    fields = FIELDS
    stuck = N_("These cases were worked on since: {names}.")
    todo = N_("Close or correct them one by one.")

    def row(self, source: SourceRow, today: date) -> KeyedRow:
        """Each for itself."""
        return _read(source, today)

    def add(self, uow: UnitOfWork, draft: OldCase) -> int:
        """Registered, accepted under its old number, and moved to where it stood, through the verbs of every case."""
        return _write(uow, draft)

    def with_own_rows(self, uow: UnitOfWork, ids: Sequence[int]) -> list[int]:
        """Sessions, agreements, plans and the like."""
        found: list[int] = []
        for model in (Session, Agreement, Plan, Investigation, Evidence, ReturnVisit, Escalation, Letter, Scan, Delivery):
            found += uow.session.scalars(select(model.dispute_id).where(
                model.dispute_id.in_(ids)).limit(5))
        return found

    def remove(self, uow: UnitOfWork, ids: Sequence[int]) -> None:
        """The disputes with their parties."""
        uow.session.execute(delete(Party).where(Party.dispute_id.in_(ids)))
        uow.session.execute(delete(Dispute).where(Dispute.id.in_(ids)))


LEDGER = LedgerList()
LIST_NAME = "调解台账"
LIST = ListImport(LEDGER, LIST_NAME, WRITE)
preview_ledger = LIST.preview


@verb("mediation.import_ledger", permission=ALL)
def import_ledger(uow: UnitOfWork, seen: Preview, progress: Any = silent) -> ImportReport:
    """Take the ledger over as the preview showed, in one transaction."""
    return LIST.take(uow, seen, progress)


@verb("mediation.undo_ledger", permission=ALL)
def undo_ledger(uow: UnitOfWork, batch_id: int, progress: Any = silent) -> ImportReport:
    """Take a whole import back; refused once somebody worked on one of its cases."""
    return LIST.undo(uow, batch_id, progress)


def _read(source: SourceRow, today: date) -> KeyedRow:
    values, problems = source.values, list[str]()
    days = {}
    for name in ("applied_on", "ended_on"):
        days[name] = read_day(values.get(name, ""), today, problems)
    result = clean_note(values.get("result", ""))
    row = OldCase(
        clean(values.get("number", "")), clean(values.get("applicant", "")), clean(values.get("respondent", "")),
        days["applied_on"], days["ended_on"], read_category(values.get("category", "")), clean_note(values.get("summary", "")),
        _outcome(result, days["ended_on"]), result, people_named(values.get("mediator", "")))
    for name, sentence in (("number", _("It has no number.")), ("applicant", _("The applicant is not named.")),
                           ("respondent", _("The other party is not named.")), ("applied_on",
                                                                                _("The day of the request is lacking."))):
        if not getattr(row, name):
            problems.append(sentence)
    if row.applied_on and row.ended_on and row.ended_on < row.applied_on:
        problems.append(_("It ended before it began."))
    return KeyedRow(source.number, row.number, f"{row.number} {row.applicant}、{row.respondent}", row, tuple(problems))


def _outcome(result: str, ended_on: date | None) -> str:
    if any(word in result for word in FAILED):
        return "failed"
    return "settled" if any(word in result for word in SETTLED) or (ended_on and not result) else ""


def _write(uow: UnitOfWork, row: OldCase) -> int:
    day, end = row.applied_on or uow.clock.today(), row.ended_on or row.applied_on
    dispute = uow.get(Dispute, register_dispute(uow, DisputeDraft(
        row.category, (PartyDraft("applicant", name=row.applicant), PartyDraft("respondent", name=row.respondent)),
        summary=row.summary, applied_on=day)))
    dispute.taken_over = True
    take_in(uow, dispute, AcceptanceDraft(
        dispute.id, day, row.mediators or (uow.actor.name,), conflict_told=True))  # it is over: who mediated is a fact
    set_number(uow, dispute.case_id, row.number)
    note(uow, dispute.case_id, "由旧台账导入" + (f"：{row.result}" if row.result else ""))
    for move in _MOVES[row.outcome]:
        move_case(uow, dispute.case_id, move, reason=row.result or "旧台账", on=day if move == "begin" else end)
    if row.outcome:
        dispute.closed_on, dispute.ended_reason = end, row.result
    return int(dispute.id)


_MOVES = {"": ("begin",), "settled": ("begin", "agree", "oral", "perform", "close"), "failed": ("begin", "terminate", "close")}

"""Performance: each instalment marked when it is done, breach advised (R16, R17)."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, translator
from desk.api.cases import list_clocks, move_case, note, start_clock_until, stop_clock, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import BreachDraft, EndingDraft, PerformedDraft, TakeBackDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Dispute, Performance
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.signing import instalment_code

_ = translator("mediation")

ADVICE = ("调解协议具有法律约束力，当事人应当按照约定履行。人民调解委员会已督促履行。一方不履行的，对方可以就调解协议的履行或者"
          "内容向人民法院起诉；经人民法院裁定确认有效的，可以向人民法院申请强制执行。")
"""What the parties are told when somebody does not perform （人民调解法 31–33）."""


@verb("mediation.perform", permission=WRITE)
def mark_instalment(uow: UnitOfWork, draft: PerformedDraft) -> int:
    """One instalment was performed; its reminder ends and a receipt can be printed. Answers the receipt's id."""
    agreement = uow.get(Agreement, draft.agreement_id)
    dispute = seen(uow, agreement.dispute_id)
    rows = [dict(row) for row in agreement.instalments]
    _check(uow, agreement, draft, rows)
    row = rows[draft.instalment]
    row["paid_on"] = draft.on.isoformat()
    agreement.instalments = rows
    _stop(uow, dispute, instalment_code(agreement, draft.instalment), draft.on)
    done = uow.add(Performance(
        dispute_id=dispute.id, agreement_id=agreement.id, instalment=draft.instalment, on_date=draft.on,
        what=row.get("what", ""), fen=draft.fen if draft.fen is not None else row.get("fen"), payer=clean(draft.payer),
        payee=clean(draft.payee), way=draft.way))
    noted(uow, "mediation.perform", dispute.id, agreement=agreement.id, instalment=draft.instalment)
    return int(done.id)


@verb("mediation.unperform", permission=WRITE)
def take_instalment_back(uow: UnitOfWork, draft: TakeBackDraft) -> int:
    """It was marked by mistake: open again, with its reminder; the receipt goes, the reason stays. Answers the dispute's id."""
    done = uow.get(Performance, draft.record_id)
    dispute = seen(uow, done.dispute_id)
    agreement, reason = uow.get(Agreement, done.agreement_id), clean(draft.reason, limit=400)
    if not reason:
        raise UserError(_("Say why."), field="reason")
    if done.instalment is None or visible_case(uow, dispute.case_id).state not in ("performing", "unperformed"):
        raise UserError(_("The case is no longer being performed, so what was performed stays."), source=source("R16"),
                        todo=_("Write a note on the case instead."))
    rows = [dict(row) for row in agreement.instalments]
    rows[done.instalment]["paid_on"] = None
    agreement.instalments = rows
    words = _("Instalment {n}").format(n=done.instalment + 1)
    if rows[done.instalment].get("due"):
        due = max(date.fromisoformat(rows[done.instalment]["due"]), uow.clock.today())
        start_clock_until(uow, dispute.case_id, instalment_code(agreement, done.instalment), words, due, source("R16"))
    note(uow, dispute.case_id, _("{what}, marked as performed on {day}, was taken back: {reason}").format(
        what=words, day=done.on_date, reason=reason))
    noted(uow, "mediation.unperform", dispute.id, agreement=agreement.id, instalment=done.instalment, reason=reason)
    uow.session.delete(done)
    return int(dispute.id)


@verb("mediation.performed", permission=WRITE)
def mark_performed(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The whole agreement is performed; refused while an instalment is open (R16)."""
    dispute = seen(uow, draft.dispute_id)
    open_ones = [row for agreement in in_force(uow, dispute.id) for row in agreement.instalments if not row.get("paid_on")]
    if open_ones:
        raise UserError(_("{n} instalments are not performed yet.").format(n=len(open_ones)), source=source("R16"),
                        todo=_("Mark them one by one, or urge their performance."))
    move_case(uow, dispute.case_id, "perform", on=draft.on)
    return draft.dispute_id


@verb("mediation.resume", permission=WRITE)
def resume_performance(uow: UnitOfWork, draft: EndingDraft) -> int:
    """It was marked as performed by mistake, or not all of it was: performance is watched on (R16), the reason stays."""
    dispute = seen(uow, draft.dispute_id)
    if not draft.reason.strip():
        raise UserError(_("Say why."), field="reason")
    move_case(uow, dispute.case_id, "resume", reason=clean_note(draft.reason), on=draft.on)
    return draft.dispute_id


@verb("mediation.breach", permission=WRITE)
def note_breach(uow: UnitOfWork, draft: BreachDraft) -> int:
    """Somebody does not perform: urged, and told that the other may sue (R16, R17). `ends`: it will not be performed."""
    dispute = seen(uow, draft.dispute_id)
    what = clean_note(draft.what)
    if not what:
        raise UserError(_("Say what was not performed and what was done about it.({source})").format(source=source("R16")),
                        field="what")
    dispute.breach_note, dispute.breach_told_on = what, draft.on
    note(uow, dispute.case_id, f"{what}\n{ADVICE}", on=draft.on)
    if draft.ends:
        move_case(uow, dispute.case_id, "fail", reason=what[:200], on=draft.on)
    noted(uow, "mediation.breach", dispute.id, ends=draft.ends)
    return draft.dispute_id


def in_force(uow: UnitOfWork, dispute_id: int) -> list[Agreement]:
    """The sealed agreement and its supplements."""
    return list(uow.session.scalars(select(Agreement).where(Agreement.dispute_id == dispute_id, Agreement.state == "sealed")
                                    .order_by(Agreement.revision)))


def performance_state(instalments: Any, closed: bool = False) -> str:
    """"full", "part" or "none" of instalments that carry `paid_on` ("" without any); `closed`: the case says it is."""
    paid = [bool(one["paid_on"] if isinstance(one, dict) else one.paid_on) for one in instalments]
    if closed or (paid and all(paid)):
        return "full"
    return "" if not paid else "part" if any(paid) else "none"


def _check(uow: UnitOfWork, agreement: Agreement, draft: PerformedDraft, rows: list[dict[str, Any]]) -> None:
    if agreement.state != "sealed":
        raise UserError(_("The agreement is not in force yet."), source=source("R13"))
    if not 0 <= draft.instalment < len(rows):
        raise UserError(_("There is no such instalment."), field="instalment")
    if rows[draft.instalment].get("paid_on"):
        raise UserError(_("This instalment is performed already."), field="instalment")
    if draft.on > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    if draft.fen is not None and rows[draft.instalment].get("fen") and draft.fen < rows[draft.instalment]["fen"]:
        raise UserError(_("Less than is due. Note it as not performed, or agree on new instalments."), field="fen",
                        source=source("R16"))


def _stop(uow: UnitOfWork, dispute: Dispute, code: str, on: date) -> None:
    if any(clock.code == code and clock.stopped_on is None for clock in list_clocks(uow, dispute.case_id)):
        stop_clock(uow, dispute.case_id, code, on)

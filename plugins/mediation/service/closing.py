"""The end of a case: terminated with remedies told, withdrawn, closed, opened again."""

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import list_clocks, move_case, start_clock, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import EndingDraft
from plugins.mediation.grounds import TERMINATED, ground
from plugins.mediation.kinds import WRITE, limit_of, limit_source
from plugins.mediation.law import source
from plugins.mediation.models import Dispute
from plugins.mediation.service.agreements import current_agreement
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.performance import in_force

_ = translator("mediation")


@verb("mediation.terminate", permission=WRITE)
def terminate(uow: UnitOfWork, draft: EndingDraft) -> int:
    """End a failed mediation on one of the grounds; only after the parties were told about the other ways (R9)."""
    dispute = seen(uow, draft.dispute_id)
    why = ground(TERMINATED, draft.ground or "failed")
    _check_end(uow, dispute, draft, why.code)
    if draft.remedies_told_on is None:
        raise UserError(_("Tell the parties about arbitration, administrative and court ways first."), field="remedies_told_on",
                        source=source("R9"))
    dispute.remedies_told_on, dispute.refused_by = draft.remedies_told_on, draft.refused_by or dispute.refused_by
    dispute.ended_on, dispute.ended_ground = draft.on or uow.clock.today(), why.code
    dispute.ended_reason, dispute.channel = clean_note(draft.reason), clean(draft.channel)
    dispute.undisputed = clean_note(draft.undisputed) or dispute.undisputed
    move_case(uow, dispute.case_id, "terminate", reason=clean_note(draft.reason) or why.title, on=draft.on)
    if dispute.category == "traffic":
        start_clock(uow, dispute.case_id, "traffic", draft.on)
    return draft.dispute_id


@verb("mediation.withdraw", permission=WRITE)
def withdraw(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The applicants take their request back."""
    dispute = seen(uow, draft.dispute_id)
    dispute.ended_on, dispute.ended_reason = draft.on or uow.clock.today(), clean_note(draft.reason)
    move_case(uow, dispute.case_id, "withdraw", reason=clean_note(draft.reason), on=draft.on)
    return draft.dispute_id


@verb("mediation.close", permission=WRITE)
def close_dispute(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Close a performed or failed case: the other ways told (R9), nothing left to perform (R16), a breach advised (R17)."""
    dispute = seen(uow, draft.dispute_id)
    state = visible_case(uow, dispute.case_id).state
    if state in ("accepted", "mediating", "agreed"):
        raise UserError(_("Mediation has not come to an end yet."), source=source("month"),
                        todo=_("Agree on more time with all parties, write the agreement, or terminate."))
    if state == "terminated" and dispute.remedies_told_on is None:
        raise UserError(_("Tell the parties about arbitration, administrative and court ways first."), source=source("R9"))
    if state == "performing":
        open_ones = [row for one in in_force(uow, dispute.id) for row in one.instalments if not row.get("paid_on")]
        raise UserError(_("The agreement is being performed; {n} instalments are open.").format(n=len(open_ones)),
                        source=source("R16"), todo=_("Mark what was performed, or note that it will not be."))
    if state == "unperformed" and dispute.breach_told_on is None:
        raise UserError(_("Tell the parties that they may sue first."), source=source("R17"))
    newest = current_agreement(uow, dispute.id)
    if newest is not None and newest.state == "draft" and state in ("performed", "unperformed"):
        raise UserError(_("A newer version is being drafted already."), todo=_("Finish or drop that draft first."))
    dispute.closed_on = draft.on or uow.clock.today()
    move_case(uow, dispute.case_id, "close", on=dispute.closed_on)
    return draft.dispute_id


@verb("mediation.reopen", permission=WRITE)
def reopen(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The dispute broke out again: mediation goes on, unless a party had refused it (R2)."""
    dispute = seen(uow, draft.dispute_id)
    if dispute.refused_by:
        raise UserError(_("A party has refused mediation, so it must not go on."), source=source("R2"),
                        todo=_("When all parties want it again, register a new case."))
    move_case(uow, dispute.case_id, "reopen", reason=clean_note(draft.reason), on=draft.on)
    dispute.closed_on = None
    start_clock(uow, dispute.case_id, limit_of(dispute.category), draft.on)
    noted(uow, "mediation.reopen", dispute.id)
    return draft.dispute_id


def _check_end(uow: UnitOfWork, dispute: Dispute, draft: EndingDraft, code: str) -> None:
    fields = {}
    if code == "refused" and draft.refused_by not in [party.id for party in parties_of(uow, dispute.id)]:
        fields["refused_by"] = _("Say which party refuses.({source})").format(source=source("R2"))
    if code == "expired":
        clock = next((one for one in list_clocks(uow, dispute.case_id) if one.code == limit_of(dispute.category)), None)
        if clock is not None and clock.stopped_on is None and clock.last_day >= uow.clock.today():
            fields["ground"] = _("The time limit runs until {day}.({source})").format(
                day=clock.last_day, source=limit_source(dispute.category))
    if code in ("impossible", "other") and not draft.reason.strip():
        fields["reason"] = _("Say why.")
    refuse_marked(fields)

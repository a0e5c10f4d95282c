"""Performance and the end of a case: performed, terminated with remedies told, withdrawn, closed."""

from datetime import date

from desk.api import UserError, clean_note, translator
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import EndingDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Dispute
from plugins.mediation.service.agreements import current_agreement
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.perform", permission=WRITE)
def mark_instalment(uow: UnitOfWork, agreement_id: int, place: int, on: date | None) -> int:
    """Mark instalment `place` (from 0) as performed on a day, or not performed (None)."""
    agreement = uow.get(Agreement, agreement_id)
    rows = [dict(row) for row in agreement.instalments]
    rows[place]["paid_on"] = on.isoformat() if on else None
    agreement.instalments = rows
    noted(uow, "mediation.perform", agreement.dispute_id, instalment=place)
    return agreement_id


@verb("mediation.performed", permission=WRITE)
def mark_performed(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The whole agreement is performed; refused while an instalment is open (R16)."""
    dispute = uow.get(Dispute, draft.dispute_id)
    agreement = current_agreement(uow, dispute.id)
    open_ones = [row for row in (agreement.instalments if agreement else []) if not row.get("paid_on")]
    if open_ones:
        raise UserError(_("{n} instalments are not performed yet.").format(n=len(open_ones)), source=source("R16"),
                        todo=_("Mark them one by one, or urge their performance."))
    move_case(uow, dispute.case_id, "perform", on=draft.on)
    return draft.dispute_id


@verb("mediation.terminate", permission=WRITE)
def terminate(uow: UnitOfWork, draft: EndingDraft) -> int:
    """End a failed mediation; only after the parties were told about the other ways (R9)."""
    dispute = uow.get(Dispute, draft.dispute_id)
    if draft.remedies_told_on is None:
        raise UserError(_("Tell the parties about arbitration, administrative and court ways first."), field="remedies_told_on",
                        source=source("R9"))
    dispute.remedies_told_on = draft.remedies_told_on
    move_case(uow, dispute.case_id, "terminate", reason=clean_note(draft.reason), on=draft.on)
    return draft.dispute_id


@verb("mediation.withdraw", permission=WRITE)
def withdraw(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The applicants take their request back."""
    move_case(uow, uow.get(Dispute, draft.dispute_id).case_id, "withdraw", reason=clean_note(draft.reason), on=draft.on)
    return draft.dispute_id


@verb("mediation.close", permission=WRITE)
def close_dispute(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Close a performed or failed case; a failed one only with the remedies told (R9)."""
    dispute = uow.get(Dispute, draft.dispute_id)
    if visible_case(uow, dispute.case_id).state == "terminated" and dispute.remedies_told_on is None:
        raise UserError(_("Tell the parties about arbitration, administrative and court ways first."), source=source("R9"))
    dispute.closed_on = draft.on or uow.clock.today()
    move_case(uow, dispute.case_id, "close", on=dispute.closed_on)
    return draft.dispute_id

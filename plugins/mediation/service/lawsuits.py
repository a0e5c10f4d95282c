"""A party sued over an agreement, and what the court made of it: for the file and for the figures (R17, rules 1.7)."""

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts.lawsuit import LawsuitDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Lawsuit
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.save_lawsuit", permission=WRITE)
def save_lawsuit(uow: UnitOfWork, draft: LawsuitDraft) -> int:
    """Enter a lawsuit, or what became of it; answers its id."""
    agreement = uow.get(Agreement, draft.agreement_id)
    dispute = seen(uow, agreement.dispute_id)
    if agreement.effective_on is None:
        raise UserError(_("The agreement is not in force yet."), source=source("R13"))
    marks = _marks(draft, agreement, uow)
    refuse_marked(marks)
    row = uow.get(Lawsuit, draft.id) if draft.id else Lawsuit(dispute_id=dispute.id, agreement_id=agreement.id)
    if draft.id:
        uow.expect_version(row, draft.version)
    row.plaintiff, row.court, row.number = clean(draft.plaintiff), clean(draft.court), clean(draft.number)
    row.sued_on, row.about, row.result, row.decided_on = draft.sued_on, draft.about, draft.result, draft.decided_on
    row.note = clean_note(draft.note)
    uow.add(row)
    noted(uow, "mediation.save_lawsuit", dispute.id, lawsuit=row.id, result=draft.result)
    return int(row.id)


def _marks(draft: LawsuitDraft, agreement: Agreement, uow: UnitOfWork) -> dict[str, str]:
    """What is wrong, by field."""
    today, marks = uow.clock.today(), {}
    if not clean(draft.plaintiff):
        marks["plaintiff"] = _("Name who sued.({source})").format(source=source("R17"))
    if not clean(draft.court):
        marks["court"] = _("Name the court.")
    if draft.sued_on > today:
        marks["sued_on"] = _("This day lies in the future.")
    elif agreement.effective_on and draft.sued_on < agreement.effective_on:
        marks["sued_on"] = _("This day lies before the agreement took effect.")
    if bool(draft.result) != (draft.decided_on is not None):
        marks["decided_on" if draft.result else "result"] = _("What the court decided and its day belong together.")
    elif draft.decided_on and not draft.sued_on <= draft.decided_on <= today:
        marks["decided_on"] = _("The decision lies between the lawsuit and today.")
    return marks

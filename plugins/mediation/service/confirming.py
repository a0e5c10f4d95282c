"""Confirmation by the court: applied for by all parties together and in time, and what the court answered (R18, R19)."""

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import ConfirmationDraft, DecisionDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Agreement, Confirmation
from plugins.mediation.service.agreements import confirmable
from plugins.mediation.service.forum import check_forum, likely_forum
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.apply_confirmation", permission=WRITE)
def apply_confirmation(uow: UnitOfWork, draft: ConfirmationDraft) -> int:
    """The parties apply together within 30 days of the day of effect (R18); answers the application's id."""
    agreement = uow.get(Agreement, draft.agreement_id)
    dispute = seen(uow, agreement.dispute_id)
    if not confirmable(dispute):
        raise UserError(_("A court does not accept confirmation of what this dispute is about."), source=source("excluded"))
    if agreement.state != "sealed" or agreement.effective_on is None:
        raise UserError(_("The agreement is not in force yet."), source=source("R13"))
    if uow.session.scalars(select(Confirmation.id).where(Confirmation.agreement_id == agreement.id,
                                                         Confirmation.result.in_(("", "valid")))).first():
        raise UserError(_("Confirmation of this agreement was applied for already."),
                        todo=_("Enter what the court answered before applying again."))
    fields = {}
    if agreement.form == "oral":
        fields["court"] = _("A court needs a written agreement: turn the oral one into a written one first.({source})").format(
            source=source("R18"))
    if not clean(draft.court):
        fields["court"] = _("Name the court.")
    else:
        fields |= check_forum(uow, dispute, draft)
    if draft.applied_on > uow.clock.today():
        fields["applied_on"] = _("This day lies in the future.")
    if draft.applied_on < agreement.effective_on:
        fields["applied_on"] = _("This day lies before the agreement took effect.")
    if agreement.confirm_until and draft.applied_on > agreement.confirm_until:
        fields["applied_on"] = _("The 30 days ended on {day}.({source})").format(day=agreement.confirm_until,
                                                                                 source=source("R18"))
    lacking = [party.name for party in parties_of(uow, dispute.id) if party.id not in draft.joint]
    if lacking:
        fields["joint"] = _("All parties apply together; lacking: {names}.({source})").format(
            names="、".join(lacking), source=source("R18"))
    refuse_marked(fields)
    row = uow.add(Confirmation(
        dispute_id=dispute.id, agreement_id=agreement.id, court=clean(draft.court),
        forum=draft.forum or likely_forum(uow, dispute), applied_on=draft.applied_on, agents=clean(draft.agents)))
    noted(uow, "mediation.apply_confirmation", dispute.id, agreement=agreement.id)
    return int(row.id)


@verb("mediation.enter_decision", permission=WRITE)
def enter_decision(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """What the court answered; a rejection opens the way to a changed agreement or to a lawsuit (R19)."""
    row = uow.get(Confirmation, draft.confirmation_id)
    dispute = seen(uow, row.dispute_id)
    fields = {}
    if not draft.result:
        fields["result"] = _("Choose what the court decided.")
    if draft.result in ("rejected", "not_accepted") and not draft.reason.strip():
        fields["reason"] = _("Write down the court's reason: the parties may change the agreement or sue.({source})").format(
            source=source("R19"))
    if not row.applied_on <= draft.decided_on <= uow.clock.today():
        fields["decided_on"] = _("The decision lies between the application and today.")
    refuse_marked(fields)
    row.result, row.decided_on = draft.result, draft.decided_on
    row.number, row.reason = clean(draft.number), clean_note(draft.reason)
    noted(uow, "mediation.enter_decision", dispute.id, confirmation=row.id, result=draft.result)
    return int(row.id)

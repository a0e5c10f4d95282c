"""A running paper case entered midway: under its old number, in the state it has, noted as taken over."""

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case, note, set_number
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import AcceptanceDraft, AgreementDraft, SigningDraft, TakeOverDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.models import Agreement, Dispute
from plugins.mediation.service.acceptance import take_in
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.intake import parties_of, register_dispute
from plugins.mediation.service.noting import noted
from plugins.mediation.service.signing import sign_agreement

_ = translator("mediation")
STAGES = ("accepted", "mediating", "performing")


@verb("mediation.take_over", permission=WRITE)
def take_over_case(uow: UnitOfWork, draft: TakeOverDraft) -> int:
    """Enter a paper case that is running; answers the dispute's id. The number series of this desk does not move."""
    _check(uow, draft)
    dispute = uow.get(Dispute, register_dispute(uow, draft.dispute))
    dispute.taken_over = True
    take_in(uow, dispute, AcceptanceDraft(dispute.id, draft.accepted_on, draft.mediators, recorder=draft.recorder,
                                          rights_told_on=draft.rights_told_on, conflict_told=draft.conflict_told))
    set_number(uow, dispute.case_id, clean(draft.number))
    note(uow, dispute.case_id, "由纸质案卷转入" + (f":{clean_note(draft.note)}" if draft.note.strip() else ""))
    if draft.stage != "accepted":
        move_case(uow, dispute.case_id, "begin", on=draft.accepted_on)
    if draft.stage == "performing":
        _agreement(uow, dispute, draft)
    noted(uow, "mediation.take_over", dispute.id, number=draft.number)
    return int(dispute.id)


def _agreement(uow: UnitOfWork, dispute: Dispute, draft: TakeOverDraft) -> None:
    """The agreement as it was signed on paper: all signatures and the seal on its day."""
    day = draft.agreement_on or uow.clock.today()
    agreement = uow.get(Agreement, draft_agreement(uow, AgreementDraft(
        dispute.id, draft.dispute.summary or "见纸质协议书。", draft.agreement_clauses, draft.performance, draft.amount_fen,
        made_on=day, mediators=draft.mediators, recorder=draft.recorder)))
    agreement.old_number = clean(draft.agreement_number)
    parties = parties_of(uow, dispute.id)
    seals = tuple((party.id, day) for party in parties if party.kind == "organisation")
    sign_agreement(uow, SigningDraft(agreement.id, tuple((party.id, day) for party in parties), day, day, unit_seals=seals))


def _check(uow: UnitOfWork, draft: TakeOverDraft) -> None:
    fields = {}
    if not clean(draft.number):
        fields["number"] = _("Give the number it has on paper.")
    if draft.stage not in STAGES:
        fields["stage"] = _("Choose how far the case has come.")
    applied = draft.dispute.applied_on
    if applied is None or applied > draft.accepted_on:
        fields["applied_on"] = _("The request comes before the acceptance.")
    if draft.stage == "performing":
        if not clean(draft.agreement_number):
            fields["agreement_number"] = _("Give the number it has on paper.")
        if draft.agreement_on is None or draft.agreement_on < draft.accepted_on:
            fields["agreement_on"] = _("The agreement comes after the acceptance.")
        if not [one for one in draft.agreement_clauses if one.strip()]:
            fields["agreement_clauses"] = _("Write at least one clause.")
    refuse_marked(fields)

"""A quarrel at the counter: registered, accepted, settled by word of mouth and noted in one go."""

from desk.api import clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    DisputeDraft,
    PartyDraft,
    QuickDraft,
    SessionDraft,
)
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.intake import parties_of, register_dispute
from plugins.mediation.service.sessions import record_session
from plugins.mediation.service.signing import agree_orally
from plugins.mediation.settings import setting

_ = translator("mediation")


@verb("mediation.settle_quickly", permission=WRITE)
def settle_quickly(uow: UnitOfWork, draft: QuickDraft) -> int:
    """Everything of a settled small quarrel; answers the oral agreement's id, whose register is printed next."""
    _check(draft, must_write=bool(setting(uow, "written_compulsory")))
    today, now, me = uow.clock.today(), uow.clock.now(), uow.actor.name
    mediators = draft.mediators or (me,)
    dispute_id = register_dispute(uow, DisputeDraft(
        draft.category, (PartyDraft("applicant", name=draft.applicant, person_id=draft.applicant_id,
                                    contact=draft.applicant_contact),
                         PartyDraft("respondent", name=draft.respondent, person_id=draft.respondent_id,
                                    contact=draft.respondent_contact)),
        summary=draft.summary, requests=(draft.settled,), applied_on=today, difficulty="simple", place=draft.place))
    accept_dispute(uow, AcceptanceDraft(dispute_id, today, mediators, recorder=me, rights_told_on=today,
                                        conflict_told=draft.conflict_told))
    record_session(uow, SessionDraft(
        dispute_id, now, ended_at=now, place=draft.place or "便民服务大厅", place_kind=draft.place_kind,
        present=tuple(party.id for party in parties_of(uow, dispute_id)), outcome="agreed", mediators=mediators, recorder=me,
        record=f"{clean_note(draft.summary)}\n{clean_note(draft.settled)}"))
    agreement_id = draft_agreement(uow, AgreementDraft(
        dispute_id, draft.summary, tuple(line for line in draft.settled.splitlines() if line.strip()),
        "当场履行。" if draft.at_once else "", form="oral", at_once=draft.at_once, made_on=today, mediators=mediators,
        recorder=me))
    return agree_orally(uow, agreement_id)


def _check(draft: QuickDraft, *, must_write: bool) -> None:
    fields = {}
    if must_write and not draft.at_once:
        fields["at_once"] = _("What is still to be done is put in writing: register the dispute, then write the "
                              "agreement.({source})").format(source=source("written"))
    for name in ("applicant", "respondent"):
        if not getattr(draft, name).strip() and not getattr(draft, f"{name}_id"):
            fields[name] = _("Give the party's name.")
    if not draft.summary.strip():
        fields["summary"] = _("Say what it was about.")
    if not draft.settled.strip():
        fields["settled"] = _("Say what was agreed.")
    refuse_marked(fields)

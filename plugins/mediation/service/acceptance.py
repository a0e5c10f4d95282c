"""The decision to accept a dispute, and telling rights, duties and other ways."""

from desk.api import UserError, clean, clean_note, translator
from desk.api.cases import move_case, set_number, start_clock
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import AcceptanceDraft, EndingDraft, RightsDraft
from plugins.mediation.grounds import NOT_ACCEPTED, ground
from plugins.mediation.kinds import FROM_REQUEST, WRITE, limit_of
from plugins.mediation.law import source
from plugins.mediation.models import Dispute
from plugins.mediation.service.case_numbers import case_number
from plugins.mediation.service.conflicts import guard_mediators
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.accept", permission=WRITE)
def accept_dispute(uow: UnitOfWork, draft: AcceptanceDraft) -> int:
    """Accept: number, mediators, rights told, clock. Refused while a party does not agree (R1, R2) or a court has it."""
    dispute = seen(uow, draft.dispute_id)
    take_in(uow, dispute, draft)
    set_number(uow, dispute.case_id, case_number(uow, dispute))
    return draft.dispute_id


def take_in(uow: UnitOfWork, dispute: Dispute, draft: AcceptanceDraft) -> None:
    """Everything of the acceptance but the number; for cases that have one already."""
    _check(uow, draft)
    guard_mediators(uow, dispute, [clean(name) for name in draft.mediators if name.strip()], told=draft.conflict_told,
                    field="mediators", on=draft.accepted_on)
    dispute.accepted_on, dispute.chosen_by = draft.accepted_on, draft.chosen_by
    dispute.mediators = [clean(name) for name in draft.mediators if name.strip()]
    dispute.recorder, dispute.rights_told_on = clean(draft.recorder), draft.rights_told_on
    dispute.rights_told_how = draft.rights_told_how if draft.rights_told_on else ""
    move_case(uow, dispute.case_id, "accept", on=draft.accepted_on)
    start_clock(uow, dispute.case_id, limit_of(dispute.category), draft.accepted_on)
    if further := FROM_REQUEST.get(dispute.category):
        start_clock(uow, dispute.case_id, further, dispute.applied_on or draft.accepted_on)
    noted(uow, "mediation.accept", dispute.id)


@verb("mediation.refuse", permission=WRITE)
def refuse_dispute(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Do not accept: the ground, the reason in words, and the right channel, which must be named."""
    dispute = seen(uow, draft.dispute_id)
    why = ground(NOT_ACCEPTED, draft.ground or "other")
    channel = clean(draft.channel) or why.channel
    if not channel:
        raise UserError(_("Say where the parties should turn instead."), field="channel",
                        source="参照《宁波市人民调解条例》第十七条")
    _leave(uow, dispute, draft, why.code, channel)
    move_case(uow, dispute.case_id, "refuse", reason=clean_note(draft.reason) or why.title, on=draft.on)
    return draft.dispute_id


@verb("mediation.tell_rights", permission=WRITE)
def tell_rights(uow: UnitOfWork, draft: RightsDraft) -> int:
    """Rights and duties were told before mediation begins, when and how (R7)."""
    dispute = seen(uow, draft.dispute_id)
    _not_to_come(uow, draft)
    dispute.rights_told_on, dispute.rights_told_how = draft.on, draft.how
    noted(uow, "mediation.tell_rights", dispute.id)
    return draft.dispute_id


@verb("mediation.tell_remedies", permission=WRITE)
def tell_remedies(uow: UnitOfWork, draft: RightsDraft) -> int:
    """The parties of a failed mediation were told about arbitration, administrative and court ways (R9)."""
    dispute = seen(uow, draft.dispute_id)
    _not_to_come(uow, draft)
    dispute.remedies_told_on = draft.on
    noted(uow, "mediation.tell_remedies", dispute.id)
    return draft.dispute_id


def _check(uow: UnitOfWork, draft: AcceptanceDraft) -> None:
    if not draft.all_agree:
        raise UserError(_("A party does not agree to mediation, so it cannot be accepted."), field="all_agree",
                        source=source("R2"), todo=_("Record that it was not accepted, and name the right channel."))
    if not draft.no_court:
        raise UserError(_("A court or another organ has the matter already, so it cannot be accepted."), field="no_court",
                        source=source("court"), todo=_("Record that it was not accepted, and name the right channel."))
    if not [name for name in draft.mediators if name.strip()]:
        raise UserError(_("Name at least one mediator."), field="mediators", source=source("R4"))
    for name, day in (("accepted_on", draft.accepted_on), ("rights_told_on", draft.rights_told_on)):
        if day and day > uow.clock.today():
            raise UserError(_("This day lies in the future."), field=name)


def _leave(uow: UnitOfWork, dispute: Dispute, draft: EndingDraft, code: str, channel: str) -> None:
    dispute.ended_on = draft.on or uow.clock.today()
    dispute.ended_ground, dispute.ended_reason, dispute.channel = code, clean_note(draft.reason), channel


def _not_to_come(uow: UnitOfWork, draft: RightsDraft) -> None:
    if draft.on > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")

"""Sittings: who was there, what was said, how it ended. One clear refusal ends mediation (R2)."""

from sqlalchemy import func, select

from desk.api import N_, UserError, clean, clean_note, hall_time, refuse_marked, translator
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import SessionDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Session
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.plans import mark_held

_ = translator("mediation")

OUTCOMES = (("continued", N_("To be continued")), ("agreed", N_("Agreement reached")), ("failed", N_("No agreement")),
            ("refused", N_("A party refuses mediation")))


@verb("mediation.save_session", permission=WRITE)
def save_session(uow: UnitOfWork, draft: SessionDraft) -> int:
    """Record a new sitting or correct the one that was opened."""
    return change_session(uow, draft) if draft.id else record_session(uow, draft)


@verb("mediation.record_session", permission=WRITE)
def record_session(uow: UnitOfWork, draft: SessionDraft) -> int:
    """Record a sitting and let the case follow its outcome; answers the session's id."""
    dispute_id = draft.dispute_id
    dispute = seen(uow, dispute_id)
    _check(uow, dispute, draft)
    if draft.rights_told and dispute.rights_told_on is None:
        dispute.rights_told_on, dispute.rights_told_how = hall_time(draft.started_at).date(), "oral"
    session = uow.add(Session(dispute_id=dispute_id, number=_next(uow, dispute_id), **_plain(draft)))
    if draft.plan_id:
        mark_held(uow, draft.plan_id, session)
    if visible_case(uow, dispute.case_id).state == "accepted":
        move_case(uow, dispute.case_id, "begin", on=hall_time(draft.started_at).date())
    _follow(uow, dispute, draft)
    noted(uow, "mediation.record_session", dispute.id, session=session.id, outcome=draft.outcome)
    return int(session.id)


@verb("mediation.change_session", permission=WRITE)
def change_session(uow: UnitOfWork, draft: SessionDraft) -> int:
    """Correct a sitting's record; its outcome stays what it was."""
    session = uow.get(Session, draft.id)
    dispute = seen(uow, session.dispute_id)
    uow.expect_version(session, draft.version)
    refuse_marked(_record(uow, dispute, draft))
    for name, value in _plain(draft).items():
        if name not in ("outcome", "outcome_note"):
            setattr(session, name, value)
    noted(uow, "mediation.change_session", session.dispute_id, session=session.id)
    return int(session.id)


def _check(uow: UnitOfWork, dispute: Dispute, draft: SessionDraft) -> None:
    if dispute.refused_by:
        raise UserError(_("A party has refused mediation, so it must not go on."), source=source("R2"))
    state = visible_case(uow, dispute.case_id).state
    if state not in ("accepted", "mediating"):
        raise UserError(_("There is no mediation going on in this case."), todo=_("Accept the case first, or reopen it."))
    refuse_marked({**_record(uow, dispute, draft), **_how(draft)})


def _record(uow: UnitOfWork, dispute: Dispute, draft: SessionDraft) -> dict[str, str]:
    """What holds for a new record and for a corrected one."""
    fields = {**_when(uow, draft), **_who(dispute, draft)}
    if not draft.record.strip():
        fields["record"] = _("Write down what was said.")
    return fields


def _when(uow: UnitOfWork, draft: SessionDraft) -> dict[str, str]:
    fields = {}
    if draft.started_at > uow.clock.now():
        fields["started_at"] = _("A session is recorded after it has begun.")
    if draft.ended_at and draft.ended_at < draft.started_at:
        fields["ended_at"] = _("The end lies before the beginning.")
    return fields


def _who(dispute: Dispute, draft: SessionDraft) -> dict[str, str]:
    """Rights told first (R7), guests only with consent (R5), a legal worker where law decides."""
    fields = {}
    if dispute.rights_told_on is None and not draft.rights_told:
        fields["rights_told"] = _("Tell the parties their rights and duties first, then tick this.({source})").format(
            source=source("R7"))
    if any(guest.name.strip() and not guest.consent for guest in draft.invited):
        sentence = _("Somebody may only take part when the parties agree; tick it or leave the name out.({source})")
        fields["invited"] = sentence.format(source=source("R5"))
    if draft.way == "law" and not draft.legal_worker.strip() and not draft.legal_absent.strip():
        fields["legal_worker"] = _("Name the legal worker who came, or say why nobody did.({source})").format(
            source=source("by_law"))
    return fields


def _how(draft: SessionDraft) -> dict[str, str]:
    """One refusal ends it (R2); failure only with the other ways told (R9)."""
    fields = {}
    if draft.outcome in ("continued", "agreed") and draft.refused_by:
        fields["outcome"] = _("A party refuses, so mediation ends here.({source})").format(source=source("R2"))
    if draft.outcome == "refused" and not draft.refused_by:
        fields["outcome"] = _("Tick above which party refuses.({source})").format(source=source("R2"))
    if draft.outcome == "failed" and not draft.remedies_told:
        sentence = _("Tell the parties about arbitration, administrative and court ways, then tick this.({source})")
        fields["remedies_told"] = sentence.format(source=source("R9"))
    return fields


def _follow(uow: UnitOfWork, dispute: Dispute, draft: SessionDraft) -> None:
    day = hall_time(draft.started_at).date()
    if draft.outcome in ("refused", "failed"):
        dispute.ended_on, dispute.ended_ground = day, draft.outcome
        dispute.ended_reason = clean_note(draft.outcome_note)
    if draft.remedies_told:
        dispute.remedies_told_on = day
    if draft.outcome == "agreed":
        move_case(uow, dispute.case_id, "agree", on=day)
    elif draft.outcome == "refused":
        dispute.refused_by = draft.refused_by
        move_case(uow, dispute.case_id, "terminate", reason="当事人一方明确拒绝调解", on=day)
    elif draft.outcome == "failed":
        move_case(uow, dispute.case_id, "terminate", reason=clean_note(draft.outcome_note) or "无法达成调解协议", on=day)


def _plain(draft: SessionDraft) -> dict[str, object]:
    return {"started_at": draft.started_at, "ended_at": draft.ended_at, "place": clean(draft.place),
            "place_kind": draft.place_kind, "way": draft.way, "legal_worker": clean(draft.legal_worker, limit=120),
            "legal_absent": clean(draft.legal_absent, limit=200),
            "read_out": [{"text": clean(one.text), "at": one.at.isoformat()} for one in draft.read_out],
            "matter": clean(draft.matter), "present": list(draft.present),
            "invited": [{"name": clean(one.name), "role": clean(one.role), "consent": one.consent}
                        for one in draft.invited if one.name.strip()],
            "record": clean_note(draft.record), "outcome": draft.outcome, "outcome_note": clean_note(draft.outcome_note),
            "mediators": [clean(name) for name in draft.mediators if name.strip()], "recorder": clean(draft.recorder),
            "private_note": clean_note(draft.private_note)}


def _next(uow: UnitOfWork, dispute_id: int) -> int:
    last = uow.session.scalar(select(func.max(Session.number)).where(Session.dispute_id == dispute_id))
    return (last or 0) + 1

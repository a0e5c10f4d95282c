"""Sittings: who was there, what was said, how it ended. One clear refusal ends mediation (R2)."""

from sqlalchemy import func, select

from desk.api import N_, UserError, clean, clean_note, translator
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import SessionDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Session
from plugins.mediation.service.noting import noted

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
    dispute = uow.get(Dispute, dispute_id)
    _check(uow, dispute, draft)
    session = uow.add(Session(dispute_id=dispute_id, number=_next(uow, dispute_id), **_plain(draft)))
    if visible_case(uow, dispute.case_id).state == "accepted":
        move_case(uow, dispute.case_id, "begin", on=draft.started_at.date())
    _follow(uow, dispute, draft)
    noted(uow, "mediation.record_session", dispute.id, session=session.id, outcome=draft.outcome)
    return int(session.id)


@verb("mediation.change_session", permission=WRITE)
def change_session(uow: UnitOfWork, draft: SessionDraft) -> int:
    """Correct a sitting's record; its outcome stays what it was."""
    session = uow.get(Session, draft.id)
    visible_case(uow, uow.get(Dispute, session.dispute_id).case_id)
    uow.expect_version(session, draft.version)
    for name, value in _plain(draft).items():
        if name not in ("outcome", "outcome_note"):
            setattr(session, name, value)
    noted(uow, "mediation.change_session", session.dispute_id, session=session.id)
    return int(session.id)


def _check(uow: UnitOfWork, dispute: Dispute, draft: SessionDraft) -> None:
    state = visible_case(uow, dispute.case_id).state
    if state not in ("accepted", "mediating"):
        raise UserError(_("There is no mediation going on in this case."), todo=_("Accept the case first, or reopen it."))
    fields = {}
    if draft.started_at > uow.clock.now():
        fields["started_at"] = _("A session is recorded after it has begun.")
    if draft.ended_at and draft.ended_at < draft.started_at:
        fields["ended_at"] = _("The end lies before the beginning.")
    if any(guest.name.strip() and not guest.consent for guest in draft.invited):
        sentence = _("Somebody may only take part when the parties agree; tick it or leave the name out.({source})")
        fields["invited"] = sentence.format(source=source("R5"))
    if not draft.record.strip():
        fields["record"] = _("Write down what was said.")
    if draft.outcome in ("continued", "agreed") and draft.refused_by:
        fields["outcome"] = _("A party refuses, so mediation ends here.({source})").format(source=source("R2"))
    if draft.outcome == "refused" and not draft.refused_by:
        fields["outcome"] = _("Tick above which party refuses.")
    if draft.outcome in ("failed", "refused") and not draft.remedies_told:
        sentence = _("Tell the parties about arbitration, administrative and court ways, then tick this.({source})")
        fields["remedies_told"] = sentence.format(source=source("R9"))
    if fields:
        raise UserError(next(iter(fields.values())), fields=fields)


def _follow(uow: UnitOfWork, dispute: Dispute, draft: SessionDraft) -> None:
    day = draft.started_at.date()
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
            "matter": clean(draft.matter), "present": list(draft.present),
            "invited": [{"name": clean(one.name), "role": clean(one.role), "consent": one.consent}
                        for one in draft.invited if one.name.strip()],
            "record": clean_note(draft.record), "outcome": draft.outcome, "outcome_note": clean_note(draft.outcome_note),
            "mediators": [clean(name) for name in draft.mediators if name.strip()], "recorder": clean(draft.recorder),
            "private_note": clean_note(draft.private_note)}


def _next(uow: UnitOfWork, dispute_id: int) -> int:
    last = uow.session.scalar(select(func.max(Session.number)).where(Session.dispute_id == dispute_id))
    return (last or 0) + 1

"""Investigations: who was asked what, with several people asked in one (rules 1.4.6)."""

from dataclasses import asdict

from sqlalchemy import func, select

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import InvestigationDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.models import Investigation
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.save_investigation", permission=WRITE)
def save_investigation(uow: UnitOfWork, draft: InvestigationDraft) -> int:
    """Record an investigation or correct it; answers its id."""
    dispute = seen(uow, draft.dispute_id)
    _check(uow, draft)
    if draft.id:
        row = uow.get(Investigation, draft.id)
        uow.expect_version(row, draft.version)
    else:
        last = uow.session.scalar(select(func.max(Investigation.number)).where(Investigation.dispute_id == dispute.id)) or 0
        row = Investigation(dispute_id=dispute.id, number=last + 1)
    row.started_at, row.ended_at, row.place = draft.started_at, draft.ended_at, clean(draft.place)
    row.asked = [{name: clean(value) for name, value in asdict(one).items()} for one in draft.asked]
    row.lines = [{"q": clean_note(question), "a": clean_note(answer)} for question, answer in draft.lines]
    row.attendants, row.investigators = list(draft.attendants), list(draft.investigators)
    row.recorder = clean(draft.recorder)
    uow.add(row)
    noted(uow, "mediation.save_investigation", dispute.id, investigation=row.id)
    return int(row.id)


def _check(uow: UnitOfWork, draft: InvestigationDraft) -> None:
    fields = {}
    if draft.started_at > uow.clock.now():
        fields["started_at"] = _("An investigation is recorded after it has begun.")
    if draft.ended_at and draft.ended_at < draft.started_at:
        fields["ended_at"] = _("The end lies before the beginning.")
    if not draft.asked:
        fields["asked"] = _("Name who was asked.")
    fields |= {f"asked.{place}.name": _("Name who was asked.") for place, one in enumerate(draft.asked) if not one.name.strip()}
    if not draft.lines:
        fields["lines"] = _("Write down at least one question and answer.")
    if not draft.investigators:
        fields["investigators"] = _("Name who investigated.")
    refuse_marked(fields)

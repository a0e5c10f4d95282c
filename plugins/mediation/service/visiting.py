"""Rounds of return visits planned ahead: who goes to which case, in which order; and who follows a hard case up."""

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.calendar import month_days
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts.visiting import RoundPlanDraft, TrackerDraft
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.models import Agreement, Dispute, VisitDuty
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")
ROUND = "mediation.visit_month"
HARD = ("difficult", "major")


@verb("mediation.plan_visits", permission=WRITE)
def plan_visits(uow: UnitOfWork, draft: RoundPlanDraft) -> int:
    """Who visits whom in a month, in the order of the way; answers the month. Cases left without a visitor lose theirs."""
    month_days(draft.month)
    for one in draft.duties:
        seen(uow, one.dispute_id)
        row = uow.session.scalars(select(VisitDuty).where(
            VisitDuty.dispute_id == one.dispute_id, VisitDuty.month == draft.month)).one_or_none()
        if not one.visitor.strip():
            if row is not None:
                uow.session.delete(row)
            continue
        row = row or VisitDuty(dispute_id=one.dispute_id, month=draft.month)
        row.visitor, row.place = clean(one.visitor, limit=60), max(one.place, 1)
        uow.add(row)
        uow.touch(DISPUTE, one.dispute_id)
    uow.session.flush()
    uow.touch(ROUND, draft.month)
    uow.trace("mediation.plan_visits", "mediation.visit_duty", None, month=draft.month, visits=len(draft.duties))
    return draft.month


@verb("mediation.set_tracker", permission=WRITE)
def set_tracker(uow: UnitOfWork, draft: TrackerDraft) -> int:
    """Name who follows a case up; a hard one cannot be without. Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    name = clean(draft.tracker, limit=60, field="tracker")
    if not name and dispute.difficulty in HARD:
        raise UserError(_("A hard case needs somebody who follows it up."), field="tracker")
    dispute.tracker = name
    noted(uow, "mediation.set_tracker", dispute.id)
    return int(dispute.id)


def follow_up(dispute: Dispute, agreement: Agreement) -> None:
    """A hard case was settled: until somebody else is named its first mediator follows it up."""
    names = agreement.mediators or dispute.mediators
    if dispute.difficulty in HARD and not dispute.tracker and names:
        dispute.tracker = names[0][:60]

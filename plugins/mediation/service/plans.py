"""Sittings to come: a time, a room that is free, people invited with the parties' consent."""

from sqlalchemy import select

from desk.api import UserError, clean, hall_time, refuse_marked, translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.places import BookingDraft, book_venue, cancel_booking, get_venue
from plugins.mediation.drafts import EndingDraft, PlanDraft
from plugins.mediation.grounds import WAYS
from plugins.mediation.kinds import PLAN, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Plan, Session
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.plan", permission=WRITE)
def save_plan(uow: UnitOfWork, draft: PlanDraft) -> int:
    """Plan a sitting or move it; the room is booked; a room or a mediator that is taken is refused. Answers the plan's id."""
    dispute = seen(uow, draft.dispute_id)
    _check(uow, dispute, draft)
    plan = uow.get(Plan, draft.id) if draft.id else Plan(dispute_id=dispute.id)
    if draft.id:
        uow.expect_version(plan, draft.version)
        _give_back(uow, plan)
    plan.starts_at, plan.ends_at, plan.venue_id = draft.starts_at, draft.ends_at, draft.venue_id
    plan.place = clean(draft.place) or (get_venue(uow, draft.venue_id).name if draft.venue_id else "")
    plan.mediators = [clean(name) for name in draft.mediators if name.strip()] or list(dispute.mediators)
    plan.invited = [{"name": clean(one.name), "role": clean(one.role), "consent": one.consent}
                    for one in draft.invited if one.name.strip()]
    plan.bring, plan.contact, plan.state = clean(draft.bring, limit=400), clean(draft.contact), "planned"
    plan.legal_worker, plan.way = clean(draft.legal_worker, limit=120), draft.way
    uow.add(plan)
    _book(uow, plan)
    noted(uow, "mediation.plan", dispute.id, plan=plan.id)
    return int(plan.id)


@verb("mediation.cancel_plan", permission=WRITE)
def cancel_plan(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The sitting does not take place; the room is free again. `dispute_id` of the draft is the plan's id."""
    plan = uow.get(Plan, draft.dispute_id)
    seen(uow, plan.dispute_id)
    if plan.state != "planned":
        raise UserError(_("This session was held or called off already."))
    _give_back(uow, plan)
    plan.state = "cancelled"
    noted(uow, "mediation.cancel_plan", plan.dispute_id, plan=plan.id, reason=clean(draft.reason))
    return int(plan.id)


def mark_held(uow: UnitOfWork, plan_id: int, session: Session) -> None:
    """The planned sitting was held and recorded."""
    plan = uow.get(Plan, plan_id)
    if plan.dispute_id == session.dispute_id:
        plan.state, plan.session_id = "held", session.id


def _check(uow: UnitOfWork, dispute: Dispute, draft: PlanDraft) -> None:
    if visible_case(uow, dispute.case_id).state not in ("registered", "accepted", "mediating"):
        raise UserError(_("There is no mediation going on in this case."), todo=_("Accept the case first, or reopen it."))
    fields = {}
    if draft.starts_at <= uow.clock.now():
        fields["starts_at"] = _("This time is over already.")
    if draft.ends_at <= draft.starts_at:
        fields["ends_at"] = _("The end lies before the beginning.")
    if not draft.venue_id and not draft.place.strip():
        fields["venue_id"] = _("Choose a room or write the place.")
    if draft.way not in dict(WAYS):
        fields["way"] = _("Choose one of the three ways.")
    if draft.way == "law" and not draft.legal_worker.strip():
        fields["legal_worker"] = _("Name the legal worker who is invited.({source})").format(source=source("by_law"))
    if any(guest.name.strip() and not guest.consent for guest in draft.invited):
        sentence = _("Somebody may only take part when the parties agree; tick it or leave the name out.({source})")
        fields["invited"] = sentence.format(source=source("R5"))
    taken = _taken(uow, dispute, draft)
    if taken:
        fields["mediators"] = taken
    refuse_marked(fields)


def _taken(uow: UnitOfWork, dispute: Dispute, draft: PlanDraft) -> str:
    """A mediator who sits elsewhere at that time, "" when all are free; which case it is stays confidential."""
    names = {clean(name) for name in draft.mediators if name.strip()} or set(dispute.mediators)
    others = uow.session.scalars(select(Plan).where(
        Plan.state == "planned", Plan.id != draft.id, Plan.starts_at < draft.ends_at, Plan.ends_at > draft.starts_at))
    for other in others:
        busy = sorted(names & set(other.mediators))
        if busy:
            return _("{names} sits in another session from {start} to {end}: choose another time or mediator.").format(
                names="、".join(busy), start=f"{hall_time(other.starts_at):%H:%M}", end=f"{hall_time(other.ends_at):%H:%M}")
    return ""


def _book(uow: UnitOfWork, plan: Plan) -> None:
    """The booking says nothing of the parties: who books the room next reads it."""
    if plan.venue_id:
        plan.booking_id = book_venue(uow, BookingDraft(plan.venue_id, plan.starts_at, plan.ends_at, "人民调解",
                                                       "、".join(plan.mediators)[:60], PLAN, plan.id))


def _give_back(uow: UnitOfWork, plan: Plan) -> None:
    if plan.booking_id:
        cancel_booking(uow, plan.booking_id)
        plan.booking_id = None

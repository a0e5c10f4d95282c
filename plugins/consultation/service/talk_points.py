"""Fixed places where residents come and speak (systems F1 #16): a visit noted and settled or routed in one go."""

from dataclasses import replace

from desk.api import UserError, clean, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import GatheringDraft, MinutesDraft
from desk.api.places import get_venue
from plugins.consultation.drafts_bodies import HeldDraft, VisitDraft
from plugins.consultation.kinds import TALK_POINT, VENUE
from plugins.consultation.service.gatherings import HOLD, call, check_matter, hold

_ = translator("consultation")


@verb("consultation.take_visit", permission=HOLD)
def take_visit(uow: UnitOfWork, draft: VisitDraft) -> int:
    """Keep who spoke about what, and what becomes of it; answers the gathering's id. Settled on the spot, or routed."""
    venue = get_venue(uow, draft.venue_id)
    if venue.kind != TALK_POINT:
        raise UserError(_("This venue is no talk point."), todo=_("Change its kind in the register of venues."))
    if not draft.matter.text.strip():
        raise UserError(_("Write what it is about."), field="text")
    if draft.matter.outcome == "open" and not draft.matter.taker:
        raise UserError(_("What is not settled on the spot is passed on: say what becomes of it."), field="outcome")
    check_matter(draft.matter, "")
    start = draft.at or uow.clock.now()
    if start > uow.clock.now():
        raise UserError(_("This moment lies in the future."), field="at")
    host = clean(draft.host, limit=60) or venue.keeper
    made = call(uow, GatheringDraft(TALK_POINT, "居民说事", start, place=venue.name, host=host, recorder=uow.actor.name,
                                    owner_kind=VENUE, owner_id=venue.id))
    answered = hall_time(start).date() if draft.matter.answer.strip() else None
    hold(uow, HeldDraft(MinutesDraft(made, ends_at=start, host=host, recorder=uow.actor.name, heads=1),
                        (replace(draft.matter, answered_on=answered),)))
    uow.touch(VENUE, venue.id)
    return made

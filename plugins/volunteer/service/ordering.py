"""居民点单—社区下单—接单: placed, checked, offered to who fits by skill and time, taken, done, rated, entered as hours."""

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.people import person_for_papers
from desk.api.timesheets import PairDraft, Whose, confirm, record_pair
from plugins.volunteer.drafts import DoneDraft, EndingDraft, OrderDraft, RatingDraft, SignUpDraft
from plugins.volunteer.kinds import ORDER, VOLUNTEER, WRITE
from plugins.volunteer.models import Offer, Order
from plugins.volunteer.service.matching import matching
from plugins.volunteer.settings import setting
from plugins.volunteer.who import the_volunteer

_ = translator("volunteer")


@verb("volunteer.place_order", permission=WRITE)
def place_order(uow: UnitOfWork, draft: OrderDraft) -> int:
    """A resident's wish is written down; answers its id."""
    known = person_for_papers(uow, draft.person_id) if draft.person_id else {}
    asker, wish = clean(draft.asker, limit=60) or known.get("name", ""), clean_note(draft.wish)
    fields = {}
    if not wish:
        fields["wish"] = _("Write down what is wished.")
    if not asker:
        fields["asker"] = _("Say who wishes it.")
    if draft.wanted_at is None or draft.wanted_until is None or draft.wanted_until <= draft.wanted_at:
        fields["wanted_at"] = _("Say from when to when.")
    refuse_marked(fields)
    made = uow.add(Order(
        person_id=draft.person_id, asker=asker, contact=clean(draft.contact, limit=40) or known.get("contact", ""),
        address=clean(draft.address) or known.get("address", ""), area_id=draft.area_id, skill=draft.skill,
        style=draft.style, wish=wish,
        wanted_at=draft.wanted_at, wanted_until=draft.wanted_until, placed_on=uow.clock.today()))
    made.number = give_number(uow, ORDER, ORDER, made.id)
    uow.trace("volunteer.place_order", ORDER, made.id)
    return int(made.id)


@verb("volunteer.offer_order", permission=WRITE)
def offer_order(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The order is checked and offered to volunteers who fit; answers its id."""
    order = _order(uow, draft.id, "placed", "offered")
    found = matching(uow, order)
    if not found:
        raise UserError(_("Nobody who fits is free then."), todo=_("Ask other volunteers, or agree on another time."))
    had = set(uow.session.scalars(select(Offer.volunteer_id).where(Offer.order_id == order.id)))
    for volunteer_id in found:
        if volunteer_id not in had:
            uow.add(Offer(order_id=order.id, volunteer_id=volunteer_id))
    order.state, order.offered_at = "offered", order.offered_at or uow.clock.now()
    uow.trace("volunteer.offer_order", ORDER, order.id, people=len(found), text=clean(draft.reason))
    return int(order.id)


@verb("volunteer.refuse_order", permission=WRITE)
def refuse_order(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The order is not taken on, with a reason."""
    order = _order(uow, draft.id, "placed", "offered")
    order.why = clean(draft.reason)
    if not order.why:
        raise UserError(_("Say why it is refused."), field="reason")
    order.state = "refused"
    uow.trace("volunteer.refuse_order", ORDER, order.id, reason=order.why)
    return int(order.id)


@verb("volunteer.take_order", permission=WRITE)
def take_order(uow: UnitOfWork, draft: SignUpDraft) -> int:
    """A volunteer takes the order (draft.activity_id is the order's id); two cannot."""
    order = _order(uow, draft.activity_id, "placed", "offered")
    who = the_volunteer(uow, draft.volunteer)
    if who.state != "active":
        raise UserError(_("Only registered volunteers take orders."), field="volunteer")
    order.taker_id, order.state, order.taken_at = who.id, "taken", uow.clock.now()
    offer = uow.session.scalars(select(Offer).where(
        Offer.order_id == order.id, Offer.volunteer_id == who.id)).one_or_none() or uow.add(Offer(
            order_id=order.id, volunteer_id=who.id))
    offer.state = "taken"
    uow.trace("volunteer.take_order", ORDER, order.id, number=who.number)
    return int(order.id)


@verb("volunteer.give_order_back", permission=WRITE)
def give_order_back(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The helper cannot come; the order is offered again."""
    order = _order(uow, draft.id, "taken")
    for offer in uow.session.scalars(select(Offer).where(Offer.order_id == order.id, Offer.volunteer_id == order.taker_id)):
        offer.state = "returned"
    order.taker_id, order.taken_at, order.state, order.why = None, None, "offered", clean(draft.reason)
    uow.trace("volunteer.give_order_back", ORDER, order.id, reason=order.why)
    return int(order.id)


@verb("volunteer.decline_order", permission=WRITE)
def decline_order(uow: UnitOfWork, draft: SignUpDraft) -> int:
    """A volunteer who was asked does not take the order (draft.activity_id is its id) and is not asked again."""
    order = _order(uow, draft.activity_id, "placed", "offered")
    who = the_volunteer(uow, draft.volunteer)
    offer = uow.session.scalars(select(Offer).where(
        Offer.order_id == order.id, Offer.volunteer_id == who.id)).one_or_none() or uow.add(Offer(
            order_id=order.id, volunteer_id=who.id))
    offer.state = "declined"
    uow.trace("volunteer.decline_order", ORDER, order.id, number=who.number)
    return int(order.id)


@verb("volunteer.cancel_order", permission=WRITE)
def cancel_order(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The resident no longer wants it; possible until somebody was there."""
    order, why = _order(uow, draft.id, "placed", "offered", "taken"), clean(draft.reason)
    if not why:
        raise UserError(_("Say why it is cancelled."), field="reason")
    order.state, order.why = "cancelled", why
    uow.trace("volunteer.cancel_order", ORDER, order.id, reason=why)
    return int(order.id)


@verb("volunteer.finish_order", permission=WRITE)
def finish_order(uow: UnitOfWork, draft: DoneDraft) -> int:
    """The helper was there from when to when."""
    order = _order(uow, draft.id, "taken")
    if order.taker_id is None or draft.started_at is None or draft.ended_at is None:
        raise UserError(_("Say from when to when."), field="started_at")
    order.pair_id = record_pair(uow, PairDraft(Whose(VOLUNTEER, order.taker_id), Whose(ORDER, order.id), draft.started_at,
                                               draft.ended_at, witness=order.asker, late_reason="点单服务",
                                               late_days=setting(uow, "late_days")))
    order.state = "done"
    uow.trace("volunteer.finish_order", ORDER, order.id)
    return int(order.id)


@verb("volunteer.rate_order", permission=WRITE)
def rate_order(uow: UnitOfWork, draft: RatingDraft) -> int:
    """The resident rates; the hours are confirmed with it and go on to the board."""
    order = _order(uow, draft.id, "done")
    if not 1 <= draft.rating <= 5:
        raise UserError(_("One to five."), field="rating")
    order.rating, order.praise, order.state = draft.rating, clean(draft.praise, limit=400), "rated"
    if order.pair_id is not None:
        confirm(uow, [order.pair_id])
    uow.trace("volunteer.rate_order", ORDER, order.id, rating=draft.rating)
    return int(order.id)


def minutes_until_taken(order: Order) -> int | None:
    """Whole minutes from the placing until whoever has the order took it; None while nobody has."""
    return None if order.taken_at is None else int((order.taken_at - order.created_at).total_seconds() // 60)


def _order(uow: UnitOfWork, order_id: int, *states: str) -> Order:
    found = uow.session.scalars(select(Order).where(Order.id == order_id).with_for_update()
                                .execution_options(populate_existing=True)).one()
    if found.state not in states:
        raise UserError(_("The order is past this step."), todo=_("Look at where it stands now."))
    return found

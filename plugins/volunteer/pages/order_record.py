"""The page of an order: wish, whom it was offered to, the next step, what happened."""


from sqlalchemy import select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    history_of,
)
from plugins.volunteer.kinds import (
    ORDER,
    ORDER_STATES,
    SKILLS,
    STYLES,
    title_of,
)
from plugins.volunteer.models import Offer, Order
from plugins.volunteer.pages.lists import state_cell
from plugins.volunteer.pages.records import act, days_left
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.matching import neighbours
from plugins.volunteer.service.ordering import minutes_until_taken
from plugins.volunteer.who import names_of, people_of

_ = translator("volunteer")
HAPPENED = 40
OPEN = ("placed", "offered", "taken")


def load_order(uow: UnitOfWork, record_id: int) -> RecordCard:
    """An order; contact and address only once somebody has taken it."""
    found = uow.get(Order, record_id)
    taker = names_of(uow, [found.taker_id]).get(found.taker_id, "") if found.taker_id else ""
    where = (Fact(_("Phone"), found.contact), Fact(_("Address"), found.address)) if found.taker_id else (
        Fact(_("Address"), _("shown when somebody has taken it")),)
    when = hall_time(found.wanted_at)
    return RecordCard(
        id=found.id, number=found.number, title=found.wish[:40], state=state_cell(ORDER_STATES, found.state), holder=taker,
        subtitle=f"{found.asker} · {when:%Y-%m-%d %H:%M}–{hall_time(found.wanted_until):%H:%M}",
        lamp=LampCell(when.date(), days_left(uow, when.date())) if found.state in OPEN else LampCell(),
        sections=(FactSection(_("Wish"), (
            Fact(_("Wish"), found.wish), Fact(_("Needs"), _(title_of(SKILLS, found.skill)) if found.skill else _("Anybody")),
            *((Fact(_("Style of neighbour help"), _(title_of(STYLES, found.style))),) if found.style else ()),
            *where, Fact(_("Taken by"), taker), Fact(_("Time until taken"), _waited(found)), Fact(_("Reason"), found.why),
            Fact(_("Stars (1 to 5)"), "★" * (found.rating or 0)), Fact(_("What was said"), found.praise))),
            *_offered(uow, found)),
        acts=tuple(_order_acts(found)), papers=tuple(PaperLink(f"volunteer.{name}") for name, due in (
            ("order_slip", found.taker_id), ("thanks_card", found.state == "rated")) if due),
        timeline=history_of(uow, ORDER, found.id, size=HAPPENED), version=found.version)


def _waited(found: Order) -> str:
    """How long the resident waited until somebody took it."""
    return hours_text(minutes_until_taken(found) or 0) if found.taken_at else ""


def _offered(uow: UnitOfWork, order: Order) -> list[FactSection]:
    """Whom it was offered to, in that order, with neighbours marked."""
    if order.state not in ("placed", "offered"):
        return []
    offers = uow.session.scalars(select(Offer).where(Offer.order_id == order.id).order_by(Offer.id).limit(20)).all()
    people = people_of(uow, [one.volunteer_id for one in offers])
    near = neighbours(uow, order, [one.volunteer_id for one in offers])
    words = {"open": _("asked"), "declined": _("declined"), "returned": _("gave it back"), "taken": _("took it")}

    def fact(one: Offer) -> Fact:
        who = people.get(one.volunteer_id)
        said = " · ".join(filter(None, (who.phone if who else "", words[one.state],
                                        _("lives near") if one.volunteer_id in near else "")))
        return Fact(who.name if who else "", said)

    return [FactSection(_("Offered to"), tuple(fact(one) for one in offers))] if offers else []


def _order_acts(found: Order) -> list[NextAct]:
    here = found.id
    refuse = act(_("Refuse the order"), "order_refuse_form", here)
    off = act(_("The resident no longer wants it"), "cancel_order_form", here)
    if found.state == "placed":
        taken = act(_("Somebody takes it"), "take_form", here)  # where nobody fits the skill, somebody is asked all the same
        return [act(_("Checked: offer it"), "offer_form", here, main=True), taken, refuse, off]
    if found.state == "offered":
        return [act(_("Somebody takes it"), "take_form", here, main=True), act(_("Somebody declines"), "decline_form", here),
                act(_("Offer it again"), "offer_form", here), refuse, off]
    if found.state == "taken":
        return [act(_("It is done"), "done_form", here, main=True), act(_("The helper cannot come"), "back_form", here), off]
    return [act(_("The resident rates"), "rate_form", here, main=True)] if found.state == "done" else []


ORDER_RECORD = RecordSpec("volunteer.order", N_("Order"), ORDER, load_order, domain="volunteer")

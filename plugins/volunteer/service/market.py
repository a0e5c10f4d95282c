"""The counter of the market: goods and points move in one transaction or not at all.

Limits are looked at after booking: the volunteer's account is locked by then, so two counters cannot both be under it.
"""

import re
from datetime import timedelta

from sqlalchemy import func, select

from desk.api import UserError, clean, code, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import NotEnough, Transfer, balance_of, book, ended_rest, reverse
from desk.api.pages import CounterAnswer
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.kinds import MARKET
from plugins.volunteer.models import Goods, HandOut, Volunteer
from plugins.volunteer.service.earning import LEDGER, end_old, holder, owner_of, world
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.sharing import gather
from plugins.volunteer.service.stock import goods_world, price_of, shelf, stock_of
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of, the_volunteer

_ = translator("volunteer")
_GOODS = re.compile(r"^(\d{1,3})(?:[*×xX.](\d{1,2}))?$")


def balance(uow: UnitOfWork, volunteer_id: int) -> int:
    """The points a volunteer may use, in tenths: her own or her household's, without what has ended; below zero for a debt."""
    owner = owner_of(uow, volunteer_id)
    return balance_of(uow, LEDGER, owner) - ended_rest(uow, LEDGER, owner, uow.clock.today())


@verb("volunteer.hand_out", permission=MARKET)
def hand_out(uow: UnitOfWork, volunteer_id: int, goods_id: int, quantity: int = 1, key: str = "") -> int:
    """Hand goods out for points; answers the hand-out's id. key: of this hand-out, so that it is done once."""
    goods, who = uow.get(Goods, goods_id), uow.get(Volunteer, volunteer_id)
    price = price_of(uow, goods_id)
    if goods.state != "offered" or price is None or quantity <= 0:
        raise UserError(_("{goods} is not offered now.").format(goods=goods.name), field="goods")
    if balance(uow, who.id) < 0:
        raise _debt(balance(uow, who.id))
    from_person, from_shelf = holder(uow, who.id), shelf(uow, goods_id)
    end_old(uow, from_person)
    key = key or f"{uow.clock.now().isoformat()}:{uow.actor.name}:{who.id}:{goods_id}:{_count(uow, who.id)}"
    source = {"source_kind": "volunteer.goods", "source_id": goods_id}
    try:
        points, pieces = book(
            uow, Transfer(from_person, world(uow, "spent"), price * quantity, "redeem", f"points:{key}", goods.name,
                          explain={"price": price, "quantity": quantity}, **source),  # type: ignore[arg-type]
            Transfer(from_shelf, goods_world(uow, goods_id), quantity, "redeem", f"goods:{key}", **source))  # type: ignore[arg-type]
    except NotEnough as told:
        raise _too_little(uow, told, from_shelf, goods, price * quantity) from told
    made = uow.add(HandOut(volunteer_id=who.id, goods_id=goods_id, quantity=quantity, points=price * quantity,
                           left=balance(uow, who.id), day=uow.clock.today(), handler=uow.actor.name, points_booking=points,
                           goods_booking=pieces))
    _refuse_over_limit(uow, who.id, goods)
    uow.trace("volunteer.hand_out", "volunteer.hand_out", made.id, number=who.number)
    return int(made.id)


@verb("volunteer.take_back", permission=MARKET)
def take_back(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Goods come back: points and pieces are booked back; answers the hand-out's id."""
    found = uow.session.scalars(select(HandOut).where(HandOut.id == draft.id).with_for_update()).one()
    reason = clean(draft.reason, field="reason")
    if found.state != "given":
        raise UserError(_("This was taken back already."))
    if setting(uow, "final_redemption") and found.day != uow.clock.today():
        raise UserError(_("Goods handed out are not taken back here."), source="本社区设置")
    if not reason:
        raise UserError(_("Say why it is taken back."), field="reason")
    found.state, found.return_reason = "returned", reason
    for booking in (found.points_booking, found.goods_booking):
        reverse(uow, booking, reason=reason)
    gather(uow, found.volunteer_id)
    uow.trace("volunteer.take_back", "volunteer.hand_out", found.id, reason=reason)
    return int(found.id)


@verb("volunteer.take_at_counter", permission=MARKET)
def take_at_counter(uow: UnitOfWork, _record_id: int | None, text: str, chosen: int | None = None) -> CounterAnswer:
    """A card, number or name chooses whom the counter serves; then one to three digits ("12", "12*2") hand goods out.

    chosen: the volunteer this window serves, as its last answer carried it.
    """
    goods = _GOODS.match(code(text))
    return _serve(uow, chosen, goods[1], int(goods[2] or 1)) if goods else _choose(uow, text)


@verb("volunteer.undo_at_counter", permission=MARKET)
def undo_at_counter(uow: UnitOfWork, _record_id: int | None, hand_out_id: int) -> None:
    """The last hand-out was a mistake: it is booked back."""
    take_back(uow, EndingDraft(hand_out_id, "操作有误"))


def _choose(uow: UnitOfWork, text: str) -> CounterAnswer:
    """Whoever is not found is nobody: what is typed next must not go to the one before."""
    try:
        who = the_volunteer(uow, text)
    except UserError as told:
        return CounterAnswer(told.what, " ".join(filter(None, (told.source, told.todo))), accepted=False, carry=0)
    have, name = balance(uow, who.id), names_of(uow, [who.id]).get(who.id, who.number)
    if have < 0:
        return CounterAnswer(_("{name} owes {points} points").format(name=name, points=points_text(-have)),
                             _("Nothing can be handed out until the debt is served."), accepted=False, carry=who.id)
    offered = [f"{one.code} {one.name} {points_text(price)}" for one in uow.session.scalars(
        select(Goods).where(Goods.state == "offered").order_by(Goods.code))
        if (price := price_of(uow, one.id)) is not None and price <= have and stock_of(uow, one.id) > 0]
    return CounterAnswer(_("{name}: {points} points").format(name=name, points=points_text(have)),
                         "   ".join(offered[:12]) or _("Nothing on the shelf costs so little."), carry=who.id)


def _serve(uow: UnitOfWork, chosen: int | None, goods_code: str, quantity: int) -> CounterAnswer:
    if not chosen:
        raise UserError(_("Whom is it for?"), todo=_("Scan the card or type number or name first."))
    goods = uow.session.scalars(select(Goods).where(Goods.code == goods_code)).one_or_none()
    if goods is None:
        raise UserError(_("No goods has the code {code}.").format(code=goods_code))
    made = uow.get(HandOut, hand_out(uow, chosen, goods.id, quantity))
    name = names_of(uow, [chosen]).get(chosen, "")
    return CounterAnswer(_("{name}: {goods} ×{n}").format(name=name, goods=goods.name, n=quantity),
                         _("{points} points used, {left} left").format(points=points_text(made.points),
                                                                      left=points_text(made.left)), undo=made.id)


def _too_little(uow: UnitOfWork, told: NotEnough, shelf_id: int, goods: Goods, wanted: int) -> UserError:
    if told.account_id == shelf_id:
        return UserError(_("Only {n} {unit} of {goods} left.").format(n=told.balance, unit=goods.unit, goods=goods.name),
                         field="goods")
    if told.balance < 0:
        return _debt(told.balance)
    return UserError(_("{goods} costs {points} points; there are {have}.").format(
        goods=goods.name, points=points_text(wanted), have=points_text(told.balance)), field="goods")


def _debt(have: int) -> UserError:
    return UserError(_("{points} points are owed; nothing is handed out until they are served.").format(
        points=points_text(-have)), field="volunteer")


def _refuse_over_limit(uow: UnitOfWork, volunteer_id: int, goods: Goods) -> None:
    today = uow.clock.today()
    if goods.limit:
        had = uow.session.scalar(select(func.sum(HandOut.quantity)).where(
            HandOut.volunteer_id == volunteer_id, HandOut.goods_id == goods.id, HandOut.state == "given",
            HandOut.day > today - timedelta(days=goods.limit_days))) or 0
        if had > goods.limit:
            raise UserError(_("At most {n} {unit} of {goods} in {days} days.").format(
                n=goods.limit, unit=goods.unit, goods=goods.name, days=goods.limit_days), field="goods")
    visits = setting(uow, "hand_outs_a_quarter")
    if visits:
        first = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        days = uow.session.scalar(select(func.count(func.distinct(HandOut.day))).where(
            HandOut.volunteer_id == volunteer_id, HandOut.state == "given", HandOut.day >= first)) or 0
        if days > visits:
            raise UserError(_("Only {n} visits to the market in a quarter.").format(n=visits), field="volunteer")


def _count(uow: UnitOfWork, volunteer_id: int) -> int:
    return uow.session.scalar(select(func.count(HandOut.id)).where(HandOut.volunteer_id == volunteer_id)) or 0

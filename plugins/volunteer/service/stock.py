"""Goods of the market: catalogue, prices by validity, donations. Each goods has a ledger of pieces."""

from datetime import timedelta

from sqlalchemy import select

from desk.api import UserError, clean, code, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import Owner, Transfer, account, balance_of, book, outside
from plugins.volunteer.drafts import DonationDraft, EndingDraft, GoodsDraft
from plugins.volunteer.kinds import GOODS, MARKET
from plugins.volunteer.models import Donation, Goods, Price
from plugins.volunteer.shop_drafts import PriceDraft

_ = translator("volunteer")


def goods_ledger(goods_id: int) -> str:
    """Pieces of one goods never mix with another's."""
    return f"volunteer.goods.{goods_id}"


def goods_world(uow: UnitOfWork, goods_id: int) -> int:
    """Donors, receivers and what was found or lost when counting."""
    return outside(uow, goods_ledger(goods_id), "piece", "world")


def shelf(uow: UnitOfWork, goods_id: int) -> int:
    """The account of what lies on the shelf."""
    goods_world(uow, goods_id)
    return account(uow, goods_ledger(goods_id), "piece", Owner(GOODS, goods_id), lots=True)


def stock_of(uow: UnitOfWork, goods_id: int) -> int:
    """Pieces on the shelf."""
    return balance_of(uow, goods_ledger(goods_id), Owner(GOODS, goods_id))


def price_of(uow: UnitOfWork, goods_id: int) -> int | None:
    """Tenths of a point today, None when it has no price."""
    today = uow.clock.today()
    return uow.session.scalar(select(Price.points).where(
        Price.goods_id == goods_id, Price.valid_from <= today, (Price.valid_to.is_(None)) | (Price.valid_to >= today))
        .order_by(Price.valid_from.desc(), Price.id.desc()).limit(1))


@verb("volunteer.save_goods", permission=MARKET)
def save_goods(uow: UnitOfWork, draft: GoodsDraft) -> int:
    """Add goods or change them; another price holds from today, the old one ended yesterday."""
    typed, name = code(draft.code), clean(draft.name, limit=80)
    fields = {}
    if not (typed.isdigit() and len(typed) <= 3):
        fields["code"] = _("One to three digits, as typed at the counter.")
    if not name:
        fields["name"] = _("Give it a name.")
    if draft.points <= 0:
        fields["points"] = _("Goods cost points; say how many.")
    if uow.session.scalar(select(Goods.id).where(Goods.code == typed, Goods.id != draft.id)):
        fields["code"] = _("Another goods has this code.")
    refuse_marked(fields)
    values = {"code": typed, "name": name, "unit": clean(draft.unit, limit=12) or "件", "limit": max(0, draft.limit),
              "limit_days": max(1, draft.limit_days)}
    if draft.id:
        found = uow.get(Goods, draft.id)
        uow.expect_version(found, draft.version)
        for column, value in values.items():
            setattr(found, column, value)
    else:
        found = uow.add(Goods(**values))
        shelf(uow, found.id)
    _set_price(uow, found.id, draft.points)
    return int(found.id)


@verb("volunteer.take_donation", permission=MARKET)
def take_donation(uow: UnitOfWork, draft: DonationDraft) -> int:
    """Goods come in: donor, quantity, value; answers the goods' id."""
    goods = uow.get(Goods, draft.goods_id)
    donor = clean(draft.donor, limit=120)
    if draft.quantity <= 0 or not donor:
        raise UserError(_("Say from whom and how many."), field="quantity" if donor else "donor")
    made = uow.add(Donation(goods_id=goods.id, donor=donor, quantity=draft.quantity, value_fen=draft.value_fen,
                            received_on=uow.clock.today(), best_before=draft.best_before, handler=uow.actor.name))
    uow.trace("volunteer.take_donation", "volunteer.donation", made.id, number=f"{goods.name} {draft.quantity}{goods.unit}")
    to = shelf(uow, goods.id)
    book(uow, Transfer(goods_world(uow, goods.id), to, draft.quantity, "donation", f"donation:{made.id}", donor,
                       "volunteer.donation", made.id, last_day=draft.best_before))
    return int(goods.id)


@verb("volunteer.set_price", permission=MARKET)
def set_price(uow: UnitOfWork, draft: PriceDraft) -> int:
    """A price from a day on, or from day to day: the latest that has begun holds. Answers the goods' id."""
    goods, start = uow.get(Goods, draft.goods_id), draft.valid_from or uow.clock.today()
    fields = {}
    if draft.points <= 0:
        fields["points"] = _("Goods cost points; say how many.")
    if start < uow.clock.today():
        fields["valid_from"] = _("A price does not hold for days that are past.")
    if draft.valid_to is not None and draft.valid_to < start:
        fields["valid_to"] = _("The end lies before the beginning.")
    refuse_marked(fields)
    for old in uow.session.scalars(select(Price).where(Price.goods_id == goods.id, Price.valid_to.is_(None))):
        if draft.valid_to is None and old.valid_from < start:
            old.valid_to = start - timedelta(days=1)
    uow.add(Price(goods_id=goods.id, points=draft.points, valid_from=start, valid_to=draft.valid_to))
    uow.trace("volunteer.set_price", GOODS, goods.id, points=draft.points)
    return int(goods.id)


@verb("volunteer.withdraw_goods", permission=MARKET)
def withdraw_goods(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Goods are no longer handed out, or are again; what lies on the shelf stays counted."""
    found = uow.get(Goods, draft.id)
    found.state = "withdrawn" if found.state == "offered" else "offered"
    uow.trace("volunteer.withdraw_goods", GOODS, found.id, state=found.state, reason=clean(draft.reason))
    return int(found.id)


def _set_price(uow: UnitOfWork, goods_id: int, points: int) -> None:
    if price_of(uow, goods_id) == points:
        return
    today = uow.clock.today()
    for old in uow.session.scalars(select(Price).where(Price.goods_id == goods_id)):
        if old.valid_from == today:
            old.points = points
            return
        if old.valid_from < today and (old.valid_to is None or old.valid_to >= today):
            old.valid_to = today - timedelta(days=1)
    uow.add(Price(goods_id=goods_id, points=points, valid_from=today))  # one that was set for later comes all the same

"""Stocktaking of the whole market: the sheet goes out, comes back with two names, differences are booked with their reasons."""

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import Transfer, book
from plugins.volunteer.drafts import EndingDraft, StocktakeDraft
from plugins.volunteer.kinds import MARKET
from plugins.volunteer.models import Goods, StockCount, Stocktake
from plugins.volunteer.service.stock import goods_world, shelf, stock_of
from plugins.volunteer.shop_drafts import CountDraft, CountedLine

_ = translator("volunteer")
COUNT = "volunteer.stock_count"


@verb("volunteer.start_count", permission=MARKET)
def start_count(uow: UnitOfWork, note: str = "") -> int:
    """A counting sheet goes out; answers its id. One is out at a time."""
    out = uow.session.scalar(select(StockCount.id).where(StockCount.state == "counting"))
    if out:
        raise UserError(_("A counting sheet is out already."), todo=_("Enter what was counted, or drop that sheet."))
    if not uow.session.scalar(select(Goods.id).limit(1)):
        raise UserError(_("There are no goods to count."), todo=_("Add goods first."))
    made = uow.add(StockCount(day=uow.clock.today(), note=clean(note)))
    uow.trace("volunteer.start_count", COUNT, made.id)
    return int(made.id)


@verb("volunteer.book_count", permission=MARKET)
def book_count(uow: UnitOfWork, draft: CountDraft) -> int:
    """What was counted is entered and differences are booked; answers the sheet's id."""
    found = _standing(uow, draft.id)
    first, second = clean(draft.first, limit=60), clean(draft.second, limit=60)
    fields = {}
    if not first:
        fields["first"] = _("Say who counted.")
    if not second or second == first:
        fields["second"] = _("A second person watches: enter another name.")
    lines = [line for line in draft.lines if line.counted is not None]
    if not lines:
        fields["lines"] = _("Enter what was counted.")
    refuse_marked(fields)
    for line in sorted(lines, key=lambda one: one.goods_id):
        _book(uow, found, line)
    found.first, found.second, found.state = first, second, "booked"
    found.note, found.day = clean(draft.note) or found.note, uow.clock.today()
    uow.trace("volunteer.book_count", COUNT, found.id, lines=len(lines), first=first, second=second)
    return int(found.id)


@verb("volunteer.drop_count", permission=MARKET)
def drop_count(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The sheet is not used; nothing is booked."""
    found = _standing(uow, draft.id)
    found.state, found.note = "dropped", clean(draft.reason)
    return int(found.id)


@verb("volunteer.take_stock", permission=MARKET)
def take_stock(uow: UnitOfWork, draft: StocktakeDraft) -> int:
    """Pieces of one goods were counted; a difference is booked with its reason. Answers the goods' id."""
    goods = uow.session.scalars(select(Goods).where(Goods.id == draft.goods_id).with_for_update()).one()
    count_goods(uow, goods, draft.counted, draft.reason)
    return int(goods.id)


def count_goods(uow: UnitOfWork, goods: Goods, counted: int, reason: str, count_id: int | None = None) -> None:
    """Keep what was counted of goods that are locked by the caller, and book the difference."""
    expected, reason = stock_of(uow, goods.id), clean(reason)
    difference = counted - expected
    if counted < 0:
        raise UserError(_("Pieces are not below zero."), field="counted")
    if difference and not reason:
        raise UserError(_("{goods}: {counted} counted, {expected} expected: say why they differ.").format(
            goods=goods.name, counted=counted, expected=expected), field="reason")
    made = uow.add(Stocktake(goods_id=goods.id, counted=counted, expected=expected, day=uow.clock.today(), reason=reason,
                             count_id=count_id))
    if difference:
        here, there = shelf(uow, goods.id), goods_world(uow, goods.id)
        giver, taker = (there, here) if difference > 0 else (here, there)
        book(uow, Transfer(giver, taker, abs(difference), "stocktake", f"stocktake:{made.id}", reason,
                           "volunteer.stocktake", made.id, explain={"counted": counted, "expected": expected}))
    uow.trace("volunteer.take_stock", "volunteer.goods", goods.id, counted=counted, expected=expected)


def lines_of(uow: UnitOfWork, count: StockCount) -> list[tuple[Goods, Stocktake | None]]:
    """The sheet's lines by code: all goods while it is out, what was counted afterwards."""
    done = {one.goods_id: one for one in uow.session.scalars(select(Stocktake).where(Stocktake.count_id == count.id))}
    goods = uow.session.scalars(select(Goods).order_by(Goods.code)).all()
    return [(one, done.get(one.id)) for one in goods if count.state == "counting" or one.id in done]


def _book(uow: UnitOfWork, count: StockCount, line: CountedLine) -> None:
    goods = uow.session.scalars(select(Goods).where(Goods.id == line.goods_id).with_for_update()).one()
    try:
        count_goods(uow, goods, line.counted or 0, line.reason, count.id)
    except UserError as told:
        raise UserError(told.what, field="lines") from told


def _standing(uow: UnitOfWork, count_id: int) -> StockCount:
    found = uow.session.scalars(select(StockCount).where(StockCount.id == count_id).with_for_update()
                                .execution_options(populate_existing=True)).one()
    if found.state != "counting":
        raise UserError(_("This sheet is entered already."), todo=_("Start another stocktaking."))
    return found

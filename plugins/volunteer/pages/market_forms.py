"""The forms of market and points that came with its papers: counting, prices, gifts, expiry."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.volunteer.models import Goods, StockCount
from plugins.volunteer.pages.forms import ending, picked
from plugins.volunteer.pages.more_forms import simple, tenths
from plugins.volunteer.service.counting import book_count, drop_count, lines_of, start_count
from plugins.volunteer.service.points import donate_points, expire_points, give_points, points_text
from plugins.volunteer.service.stock import price_of, set_price, stock_of, withdraw_goods
from plugins.volunteer.shop_drafts import CountDraft, CountedLine, GiftDraft, PriceDraft


def counting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The lines of the sheet, to be filled in."""
    found = uow.get(StockCount, record_id or 0)
    return {"id": found.id, "first": uow.actor.name, "lines": [
        {"goods_id": goods.id, "what": f"{goods.code} {goods.name} ({stock_of(uow, goods.id)} {goods.unit})",
         "counted": None, "reason": ""} for goods, _done in lines_of(uow, found)]}


def price(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today's price from today on."""
    goods = uow.get(Goods, record_id or 0)
    return {"goods_id": goods.id, "points": points_text(price_of(uow, goods.id) or 0), "valid_from": uow.clock.today()}


def _counted(values: dict[str, Any]) -> CountDraft:
    lines = tuple(CountedLine(int(row["goods_id"]), row.get("counted"), row.get("reason") or "")
                  for row in values.get("lines") or ())
    return picked(CountDraft, values, lines=lines)


COUNT_FORM = FormSpec(
    id="volunteer.count_form", title=N_("Enter what was counted"), domain="volunteer", after="volunteer.count", save=book_count,
    load=counting, make_draft=_counted, sections=(
        Section(N_("Who"), (Field("first", N_("Counted by"), required=True), Field("second", N_("Watched by"), required=True),
                            Field("note", N_("Note")))),
        Section(N_("Goods"), (Repeat("lines", N_("Goods"), (
            Field("what", N_("Goods"), read_only=True, width=260), Field("counted", N_("Counted"), "number"),
            Field("reason", N_("Why it differs"))), "", compact=True),),
            help=N_("What was not counted stays blank."))))
START_COUNT_FORM = simple("start_count_form", N_("Start a stocktaking"), start_count, lambda values: values.get("note") or "",
                          Field("note", N_("Note")), after="volunteer.count",
                          help=N_("A sheet with all goods is printed, filled in by two people and entered here."))
DROP_COUNT_FORM = ending("drop_count_form", N_("Drop the sheet"), drop_count, after="volunteer.count")
PRICE_FORM = simple("price_form", N_("Set a price"), set_price,
                    lambda values: picked(PriceDraft, tenths(values, "points", "points")),
                    Field("points", N_("Points"), required=True, width=120),
                    Field("valid_from", N_("Holds from"), "date", True),
                    Field("valid_to", N_("Until"), "date", help=N_("Blank: until another price begins.")), load=price,
                    after="volunteer.goods")
WITHDRAW_GOODS_FORM = ending("withdraw_goods_form", N_("Offer or withdraw the goods"), withdraw_goods, required=False,
                             after="volunteer.goods")
DONATE_FORM = simple("donate_form", N_("Give points to the common good"), donate_points,
                     lambda values: picked(GiftDraft, tenths(values, "points", "amount")),
                     Field("points", N_("Points"), required=True, width=120), Field("reason", N_("What for")),
                     after="volunteer.volunteer", help=N_("The points are gone; the hours stay."))
GIVE_FORM = simple("give_form", N_("Give points to another volunteer"), give_points,
                   lambda values: picked(GiftDraft, tenths(values, "points", "amount")),
                   Field("to", N_("To whom"), required=True, help=N_("Number, card, phone or name")),
                   Field("points", N_("Points"), required=True, width=120), Field("reason", N_("What for")),
                   after="volunteer.volunteer",
                   help=N_("They keep the last day they had."))
EXPIRE_FORM = simple("expire_form", N_("Book out what has ended"), expire_points, lambda _values: None,
                     load=lambda _uow, _id: {}, after="",
                     help=N_("Points whose last day is past are booked out, one line a lot."))

"""Goods, and the two counters: the market's and the door's."""

from sqlalchemy import func, select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.documents import figures
from desk.api.files import list_attachments
from desk.api.pages import CounterSpec, Fact, FactSection, NextAct, PaperLink, RecordCard, RecordSpec, StateCell, history_of
from desk.api.timesheets import TimePair
from plugins.volunteer.kinds import ACTIVITY, GOODS
from plugins.volunteer.models import Donation, Goods, HandOut, Price, Stocktake
from plugins.volunteer.pages.acts import act
from plugins.volunteer.service.attendance import take_at_door, undo_at_door
from plugins.volunteer.service.market import take_at_counter, undo_at_counter
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.stock import price_of, stock_of
from plugins.volunteer.who import names_of

_ = translator("volunteer")


def load_goods(uow: UnitOfWork, record_id: int) -> RecordCard:
    """Goods: stock, prices, donors, the last hand-outs."""
    found = uow.get(Goods, record_id)
    here, stock = found.id, stock_of(uow, found.id)
    given = uow.session.scalars(select(HandOut).where(HandOut.goods_id == here).order_by(HandOut.id.desc()).limit(12)).all()
    names = names_of(uow, [one.volunteer_id for one in given])
    return RecordCard(
        id=here, number=found.code, title=found.name, state=StateCell(
            _("{n} {unit} left").format(n=stock, unit=found.unit) if found.state == "offered" else _("Withdrawn")),
        holder=None, subtitle=_("{points} points each").format(points=points_text(price_of(uow, here) or 0)),
        sections=(_facts(uow, found), _donations(uow, here), _prices(uow, here), FactSection(_("Handed out"), tuple(
            Fact(f"{one.day} {names.get(one.volunteer_id, '')}", f"×{one.quantity} {points_text(one.points)}"
                 + (_(" (returned)") if one.state == "returned" else "")) for one in given)), _counted(uow, here)),
        acts=(NextAct(_("Open the counter"), "volunteer.counter", {}, main=True),
              act(_("Goods come in"), "donation_form", here),
              act(_("Set a price"), "price_form", here),
              act(_("Take stock"), "stock_form", here), act(_("Change"), "goods_form", here),
              NextAct(_("Keep a picture"), run="plugins.volunteer.views.pictures:keep_picture"),
              act(_("Withdraw") if found.state == "offered" else _("Offer again"), "withdraw_goods_form", here),
              *(act(_("Take back what {name} got").format(name=names.get(one.volunteer_id, "")), "return_form", one.id)
                for one in given[:3] if one.state == "given")),
        papers=tuple(PaperLink("volunteer.slip", one.id, f"{one.day} {names.get(one.volunteer_id, '')}") for one in given[:5]),
        version=found.version, timeline=history_of(uow, GOODS, here))


def _facts(uow: UnitOfWork, found: Goods) -> FactSection:
    limit = _("{n} in {days} days").format(n=found.limit, days=found.limit_days) if found.limit else _("any number")
    return FactSection(_("Goods"), (
        Fact(_("A person may have"), limit),
        Fact(_("Pictures"), "、".join(row.file_name for row in list_attachments(uow, GOODS, found.id)) or "—")))


def _donations(uow: UnitOfWork, goods_id: int) -> FactSection:
    rows = uow.session.scalars(select(Donation).where(Donation.goods_id == goods_id).order_by(Donation.id.desc()).limit(12))
    return FactSection(_("Came in"), tuple(Fact(
        f"{one.received_on} {one.donor}",
        f"×{one.quantity} {figures(one.value_fen) if one.value_fen else ''}") for one in rows))


def _prices(uow: UnitOfWork, goods_id: int) -> FactSection:
    rows = uow.session.scalars(select(Price).where(Price.goods_id == goods_id).order_by(Price.id.desc()))
    return FactSection(_("Prices"), tuple(Fact(points_text(one.points), f"{one.valid_from} – {one.valid_to or ''}")
                                          for one in rows))


def _counted(uow: UnitOfWork, goods_id: int) -> FactSection:
    rows = uow.session.scalars(select(Stocktake).where(Stocktake.goods_id == goods_id).order_by(Stocktake.id.desc()).limit(5))
    return FactSection(_("Stock taken"), tuple(Fact(f"{one.day}", f"{one.counted} / {one.expected} {one.reason}")
                                               for one in rows))


def market_totals(uow: UnitOfWork, _record_id: int | None) -> list[tuple[str, str]]:
    """Today's hand-outs."""
    today = uow.clock.today()
    people, pieces, points = uow.session.execute(select(
        func.count(func.distinct(HandOut.volunteer_id)), func.coalesce(func.sum(HandOut.quantity), 0),
        func.coalesce(func.sum(HandOut.points), 0)).where(HandOut.day == today, HandOut.state == "given")).one()
    return [(_("People today"), str(people)), (_("Pieces"), str(pieces)), (_("Points"), points_text(int(points)))]


def door_totals(uow: UnitOfWork, record_id: int | None) -> list[tuple[str, str]]:
    """Who is there."""
    rows = uow.session.execute(select(TimePair.state, func.count(TimePair.id)).where(
        TimePair.source_kind == ACTIVITY, TimePair.source_id == (record_id or 0)).group_by(TimePair.state)).all()
    counts = {state: count for state, count in rows}
    out = sum(count for state, count in counts.items() if state not in ("open", "struck"))
    return [(_("Here now"), str(counts.get("open", 0))), (_("Signed out"), str(out)),
            (_("Time"), f"{hall_time(uow.clock.now()):%H:%M}")]


GOODS_RECORD = RecordSpec("volunteer.goods", N_("Goods"), GOODS, load_goods, domain="volunteer")
COUNTER = CounterSpec("volunteer.counter", N_("Counter of the market"), N_("Card, number or name; then the code of the goods"),
                      take_at_counter, undo_at_counter, market_totals, record="volunteer.hand_out", domain="volunteer",
                      carries=True)
DOOR = CounterSpec("volunteer.door", N_("Sign in and out"), N_("Card, number or name"), take_at_door, undo_at_door, door_totals,
                   record="time_pair", domain="volunteer")

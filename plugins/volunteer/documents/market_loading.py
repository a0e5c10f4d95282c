"""From the tables to the papers of market and points."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api.calendar import month_days, month_title
from desk.api.db import UnitOfWork
from desk.api.files import get_bytes, list_attachments
from desk.api.ledgers import list_turnover
from plugins.volunteer.documents.market_data import (
    CardPaper,
    CountLine,
    CountPaper,
    DonationPaper,
    GiftLine,
    HandLine,
    MarketPaper,
    MonthPaper,
    OfferLine,
    TurnoverLine,
)
from plugins.volunteer.kinds import GOODS, VOLUNTEER
from plugins.volunteer.models import Donation, Goods, HandOut, Member, StockCount, Team, Volunteer
from plugins.volunteer.service.counting import lines_of
from plugins.volunteer.service.earning import HOUSEHOLD, LEDGER, SHARE
from plugins.volunteer.service.proving import granted_star
from plugins.volunteer.service.sharing import holders_of
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.service.stock import price_of, stock_of
from plugins.volunteer.who import names_of, public_names

PICTURES = ("image/png", "image/jpeg")


def load_count(uow: UnitOfWork, count_id: int) -> CountPaper:
    """The sheet as it is: all goods while it is out, what was counted afterwards."""
    found = uow.get(StockCount, count_id)
    lines = tuple(CountLine(goods.code, goods.name, goods.unit, done.expected if done else stock_of(uow, goods.id),
                            done.counted if done else None, done.reason if done else "")
                  for goods, done in lines_of(uow, found))
    return CountPaper(uow.community.name, found.day, lines, found.first, found.second, found.state == "booked")


def load_market(uow: UnitOfWork, _record_id: int) -> MarketPaper:
    """What is offered today, with stock, donors and pictures."""
    goods = uow.session.scalars(select(Goods).where(Goods.state == "offered").order_by(Goods.code)).all()
    lines = []
    for one in goods:
        price, stock = price_of(uow, one.id), stock_of(uow, one.id)
        if price is not None and stock > 0:
            limit = f"每人{one.limit_days}天内限{one.limit}{one.unit}" if one.limit else ""
            lines.append(OfferLine(one.code, one.name, one.unit, price, stock, limit, _donors(uow, one.id), picture_of(uow, one.id)))
    return MarketPaper(uow.community.name, uow.clock.today(), tuple(lines))


def picture_of(uow: UnitOfWork, goods_id: int) -> bytes | None:
    """The newest picture kept with goods."""
    found = [row for row in list_attachments(uow, GOODS, goods_id) if row.mime in PICTURES]
    return get_bytes(uow, found[-1].id) if found else None


def load_month(uow: UnitOfWork, month: int) -> MonthPaper:
    """Register of hand-outs, donations and points of a month; names of hand-outs are for the hall's own register."""
    first, last = month_days(month)
    given = uow.session.scalars(select(HandOut).where(HandOut.day.between(first, last)).order_by(HandOut.id)).all()
    goods = {one.id: one for one in uow.session.scalars(select(Goods))}
    names = names_of(uow, [one.volunteer_id for one in given])
    donated = uow.session.scalars(select(Donation).where(Donation.received_on.between(first, last)).order_by(Donation.id))
    turnover = list_turnover(uow, LEDGER, VOLUNTEER, first, last, (SHARE,))
    said = public_names(uow, [row.owner_id for row in turnover])
    numbers = _numbers(uow, [one.volunteer_id for one in given])
    return MonthPaper(
        uow.community.name, month_title(month), min(last, uow.clock.today()),
        tuple(HandLine(one.day, names.get(one.volunteer_id, ""), numbers[one.volunteer_id], goods[one.goods_id].name,
                       f"{one.quantity}{goods[one.goods_id].unit}", one.points // one.quantity, one.points, one.left, one.handler,
                       one.state == "returned") for one in given),
        tuple(_gift(one, goods[one.goods_id]) for one in donated),
        (*(TurnoverLine(said.get(row.owner_id, ""), row.came, row.went, row.held) for row in turnover if row.came or row.held
           or row.went), *_households(uow, first, last)))


def _households(uow: UnitOfWork, first: date, last: date) -> list[TurnoverLine]:
    """Shared accounts, called by those who share them: names of who agreed, else numbers."""
    found = []
    for row in list_turnover(uow, LEDGER, HOUSEHOLD, first, last, (SHARE,)):
        said = public_names(uow, holders_of(uow, row.owner_id))
        found.append(TurnoverLine(f"{'、'.join(said.values())}(家庭)", row.came, row.went, row.held))
    return found


def load_donation(uow: UnitOfWork, donation_id: int) -> DonationPaper:
    """One donation."""
    found = uow.get(Donation, donation_id)
    return DonationPaper(uow.community.name, _gift(found, uow.get(Goods, found.goods_id)))


def load_card(uow: UnitOfWork, volunteer_id: int) -> CardPaper:
    """Name, number, star and teams of today."""
    who = uow.get(Volunteer, volunteer_id)
    star, titles = granted_star(uow, who.id), {one.level: one.title for one in star_levels(uow)}
    teams = uow.session.scalars(select(Team.name).join(Member, Member.team_id == Team.id).where(
        Member.volunteer_id == who.id, Member.until.is_(None), Team.until.is_(None)).order_by(Team.name))
    return CardPaper(uow.community.name, names_of(uow, [who.id]).get(who.id, ""), who.number, who.joined_on,
                     titles[star.level] if star else "", "、".join(teams))


def _gift(one: Donation, goods: Goods) -> GiftLine:
    return GiftLine(one.received_on, one.donor, goods.name, f"{one.quantity}{goods.unit}", one.value_fen, one.best_before,
                    one.handler)


def _donors(uow: UnitOfWork, goods_id: int) -> str:
    rows = uow.session.scalars(select(Donation.donor).where(Donation.goods_id == goods_id).order_by(Donation.id.desc()))
    return "、".join(list(dict.fromkeys(rows))[:3])


def _numbers(uow: UnitOfWork, ids: list[int]) -> dict[int, str]:
    rows: Any = uow.session.execute(select(Volunteer.id, Volunteer.number).where(Volunteer.id.in_(set(ids))))
    return dict(rows.all())

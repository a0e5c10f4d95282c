"""Practice data for the market's lists and papers: two stocktakings, an adjustment that waits, points that end soon, gifts."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.ledgers import Transfer, book, outside
from desk.api.pages import PageRequest
from desk.api.people import get_person, list_people
from desk.api.timesheets import TimeEntry
from plugins.volunteer.drafts import AdjustmentDraft
from plugins.volunteer.exchange.handing import HandOverDraft, hand_over
from plugins.volunteer.models import Goods, TimeDeposit, TimeDraw, TimeGrant, Volunteer
from plugins.volunteer.service.batching import BatchDraft, start_batch
from plugins.volunteer.service.counting import book_count, start_count
from plugins.volunteer.service.earning import holder, world
from plugins.volunteer.service.points import ask_adjustment, donate_points
from plugins.volunteer.service.sharing import put_together
from plugins.volunteer.service.stock import set_price, stock_of
from plugins.volunteer.service.timebank import LEDGER as TIME
from plugins.volunteer.service.timebank import UNIT as MINUTE
from plugins.volunteer.service.timebank import vault
from plugins.volunteer.service.timefund import vault as person_vault
from plugins.volunteer.shop_drafts import CountDraft, CountedLine, GiftDraft, PriceDraft


def fill(uow: UnitOfWork) -> None:
    """Stands on the volunteers and goods of the plugin's own practice data."""
    ids: list[Any] = list(uow.session.scalars(select(Volunteer.id).order_by(Volunteer.id).limit(6)))
    goods = uow.session.scalars(select(Goods).order_by(Goods.code)).all()
    for place, volunteer_id in enumerate(ids[:3]):
        to = holder(uow, volunteer_id)
        book(uow, Transfer(world(uow), to, 50, "adjust", f"demo:ending:{volunteer_id}", "旧存折结转", explain={"asked": 50},
                           last_day=uow.clock.today() + timedelta(days=10 + 10 * place)))
    donate_points(uow, GiftDraft(ids[1], 30, reason="捐给独居老人送餐"))
    ask_adjustment(uow, AdjustmentDraft(ids[2], 20, "推荐两位邻居登记"))
    _count(uow, list(goods))
    _bank(uow)
    _fund(uow)
    _share(uow, ids[4:6])
    today = uow.clock.today()  # the days are named: in the first ones of January the year holds nothing yet
    hand_over(uow, HandOverDraft("省志愿服务信息系统", today - timedelta(days=90), today))
    start_batch(uow, BatchDraft("志愿服务记录证明(年度)", purpose="年度总结", responsible="沈建国", handler="何苗"))
    set_price(uow, PriceDraft(goods[0].id, 150, uow.clock.today() + timedelta(days=20), uow.clock.today() + timedelta(days=30)))


def _bank(uow: UnitOfWork) -> None:
    """The hours of whoever has entered ones, as if the bank had been open on the day they were paid in."""
    for row in uow.session.execute(select(TimeEntry.pair_id, TimeEntry.holder_id, TimeEntry.day, TimeEntry.minutes)
                                   .order_by(TimeEntry.id).limit(4)):
        made = uow.add(TimeDeposit(pair_id=row.pair_id, volunteer_id=row.holder_id, day=row.day, minutes=row.minutes))
        to = vault(uow, row.holder_id)
        book(uow, Transfer(outside(uow, TIME, MINUTE, "deposited"), to, row.minutes, "deposit", f"deposit:{made.id}",
                           explain={"pair": row.pair_id, "entered": row.minutes, "paid": row.minutes}))


def _fund(uow: UnitOfWork) -> None:
    """Minutes for two old neighbours, as if a fund had granted them while the hall had that switched on; one drew an hour."""
    old = [row for row in list_people(uow, PageRequest(size=60)).rows if row.age is not None and row.age >= 70][:2]
    for place, who in enumerate(old):
        minutes = 600 + 300 * place
        booking = book(uow, Transfer(outside(uow, TIME, MINUTE, "fund"), person_vault(uow, who.id), minutes, "grant",
                                     f"demo:grant:{who.id}", "社区慈善基金", explain={"asked": minutes, "basis": "other"}))[0]
        uow.add(TimeGrant(person_id=who.id, fund="社区慈善基金", basis="other", reason="空巢，子女在外地",
                          day=uow.clock.today(), minutes=minutes, booking_id=booking))
    if old:
        what = "陪同就医一次"
        booking = book(uow, Transfer(person_vault(uow, old[0].id), outside(uow, TIME, MINUTE, "drawn"), 60, "draw",
                                     f"demo:granted:{old[0].id}", what, explain={"asked": 60}))[0]
        uow.add(TimeDraw(person_id=old[0].id, day=uow.clock.today(), minutes=60, what=what, served=old[0].name,
                         relation="self", booking_id=booking))


def _share(uow: UnitOfWork, ids: list[int]) -> None:
    """Whoever of these lives in a household shares her points there, as if the hall had allowed it once."""
    for one in ids:
        if get_person(uow, uow.get(Volunteer, one).person_id).household_id is not None:
            put_together(uow, one)


def _count(uow: UnitOfWork, goods: list[Goods]) -> None:
    sheet = start_count(uow, "季末盘点")
    lines = [CountedLine(one.id, stock_of(uow, one.id)) for one in goods]
    lines[-1] = CountedLine(goods[-1].id, stock_of(uow, goods[-1].id) - 1, "包装破损")
    book_count(uow, CountDraft(sheet, "何苗", "沈建国", lines=tuple(lines)))
    start_count(uow, "月底盘点")

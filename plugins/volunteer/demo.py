"""Practice volunteers, activities of the last weeks, points, goods and orders, so that each screen has something to show."""

import random
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.ledgers import Transfer, book
from desk.api.pages import PageRequest
from desk.api.people import PersonDraft, PhoneDraft, list_people, register_person
from desk.api.timesheets import TimeEntry, TimePublication
from plugins.volunteer import demo_market
from plugins.volunteer.demo_teams import fill_teams
from plugins.volunteer.drafts import (
    ActivityDraft,
    CertificateDraft,
    DonationDraft,
    EndingDraft,
    GoodsDraft,
    MemberDraft,
    OrderDraft,
    RuleDraft,
    SheetDraft,
    TeamDraft,
    VolunteerDraft,
)
from plugins.volunteer.kinds import SKILLS
from plugins.volunteer.models import Volunteer
from plugins.volunteer.service.activities import close_activity, publish_activity, save_activity
from plugins.volunteer.service.attendance import type_sheet
from plugins.volunteer.service.earning import holder, world
from plugins.volunteer.service.hours import confirm_sheet, enter_hours, publish_hours
from plugins.volunteer.service.market import hand_out
from plugins.volunteer.service.ordering import offer_order, place_order
from plugins.volunteer.service.points import set_rule
from plugins.volunteer.service.proving import certify
from plugins.volunteer.service.registering import save_volunteer
from plugins.volunteer.service.stock import save_goods, take_donation
from plugins.volunteer.service.teams import join_team, save_team

TEAMS = (("和平社区志愿服务队", "team", "社区服务"), ("治安巡逻岗", "post", "平安巡逻"),
         ("银发助邻工作室", "studio", "敬老助老"),
         ("环境卫生美化岗", "post", "环境保护"))
ACTIVITIES = (("“老行当”便民服务", "community", "fair", "中心广场"), ("楼道清理义务劳动", "environment", "campaign", "3号院"),
              ("独居老人上门探望", "elderly", "service", "翠湖花园"), ("义诊和用药咨询", "health", "service", "活动室"))
GOODS = (("11", "洗衣液", "瓶", 20), ("12", "大米(5公斤)", "袋", 40), ("13", "抽纸", "提", 15), ("14", "雨伞", "把", 25))
HELD = (2, 10, 4, 5)
"""Days since each activity; the second lies before the day on which its hours were published."""
ORDERS = (("厨房水龙头滴水，想请人帮忙看看", "repair", ""), ("手机不会视频通话，想学", "computer", "menu"),
          ("行动不便，想请人上门理发", "hair", "pair"))


def fill(uow: UnitOfWork, seed: int) -> None:
    """Twelve volunteers, four teams, five activities in every state, goods with stock, three orders."""
    dice = random.Random(seed)
    set_rule(uow, RuleDraft(valid_from=uow.clock.today().replace(month=1, day=1), cap_day=480, source="社区志愿服务积分办法"))
    volunteers = _volunteers(uow, dice)
    teams = [save_team(uow, TeamDraft(name, kind, theme, seats=6 if kind == "post" else 0)) for name, kind, theme in TEAMS]
    for place, number in enumerate(volunteers[:8]):
        join_team(uow, MemberDraft(teams[place % 4], number, "leader" if place < 4 else "member"))
    for place, (title, kind, form, where) in enumerate(ACTIVITIES):
        came = dice.sample(volunteers[:-1], 5)  # and she without identity number, so that a batch of certificates names her
        _held(uow, ActivityDraft(title, kind=kind, form=form, place=where, team_id=teams[0], responsible="何苗"), place,
              [*came, volunteers[-1]])
    start = (hall_time(uow.clock.now()) + timedelta(days=3)).replace(hour=9, minute=0, second=0, microsecond=0)
    save_activity(uow, ActivityDraft("冬季送温暖", start, start + timedelta(hours=3), "elderly", place="社区大厅",
                                     responsible="何苗"))
    _market(uow, volunteers)
    for wish, skill, style in ORDERS:
        order = place_order(uow, OrderDraft(wish, "王桂珍", "13800000000", "翠湖花园1幢1单元101室", skill, style,
                                            wanted_at=start, wanted_until=start + timedelta(hours=2)))
        if skill == "repair":
            offer_order(uow, EndingDraft(order))
    demo_market.fill(uow)
    fill_teams(uow, volunteers)


def _volunteers(uow: UnitOfWork, dice: random.Random) -> list[str]:
    people = [row for row in list_people(uow, PageRequest(size=80)).rows if row.age is not None and row.age >= 20][:11]
    ids = [*(row.id for row in people), register_person(uow, PersonDraft(
        "邱雨桐", "2", "1998-04-12", address="翠湖花园9幢1单元301室", phones=(PhoneDraft("13800000077"),), reason="练习数据"))]
    codes = [code for code, _title in SKILLS]
    made = [save_volunteer(uow, VolunteerDraft(
        person, joined_on=uow.clock.today() - timedelta(days=dice.randrange(40, 300)),
        station="翠湖志愿服务站" if place % 4 == 3 else "", times="随时" if place < 3 else "周末", consent_data=True,
        consent_names=place % 3 > 0, consent_share=place % 2 == 0,
        skills=tuple({codes[place % len(codes)], "repair" if place < 3 else "computer"})))
        for place, person in enumerate(ids)]
    return list(uow.session.scalars(select(Volunteer.number).where(Volunteer.id.in_(made)).order_by(Volunteer.id)))


def _held(uow: UnitOfWork, draft: ActivityDraft, place: int, numbers: list[str]) -> None:
    from dataclasses import replace

    day = hall_time(uow.clock.now()) - timedelta(days=HELD[place])
    start = day.replace(hour=8, minute=30, second=0, microsecond=0)
    made = save_activity(uow, replace(draft, starts_at=start, ends_at=start + timedelta(hours=3)))
    publish_activity(uow, EndingDraft(made))
    if place == 3:
        return
    typed = "\n".join(f"{number} 8:30 11:{10 + at}" for at, number in enumerate(numbers))
    late = ("沈建国", "纸质签到表补录") if place == 1 else ()
    type_sheet(uow, SheetDraft(made, typed, *late))
    if place == 0:
        return
    confirm_sheet(uow, made)
    close_activity(uow, EndingDraft(made, "居民反映良好。"), served=20 + place)
    board = publish_hours(uow)
    if place == 1:
        _enter(uow, board)


def _enter(uow: UnitOfWork, board: int) -> None:
    """As if it had hung on the board last week."""
    found = uow.get(TimePublication, board)
    found.published_on, found.last_day = (uow.clock.today() - timedelta(days=days) for days in (8, 1))
    enter_hours(uow, board)
    first = uow.session.scalars(select(TimeEntry.holder_id).order_by(TimeEntry.id)).first()
    certify(uow, CertificateDraft(first or 0, responsible="沈建国", handler="何苗", purpose="志愿服务评优"))


def _market(uow: UnitOfWork, numbers: list[str]) -> None:
    goods = []
    for code, name, unit, points in GOODS:
        made = save_goods(uow, GoodsDraft(code, name, unit, points * 10, limit=2))
        take_donation(uow, DonationDraft(made, "惠民超市", 20, points * 2000))
        goods.append(made)
    ids: list[Any] = list(uow.session.scalars(select(Volunteer.id).where(Volunteer.number.in_(numbers)).order_by(Volunteer.id)))
    for place, volunteer_id in enumerate(ids[:6]):
        to = holder(uow, volunteer_id)
        book(uow, Transfer(world(uow), to, 600 + 50 * place, "adjust", f"demo:{volunteer_id}", "纸质积分存折结转",
                           explain={"asked": 600 + 50 * place}))
    for place, volunteer_id in enumerate(ids[:3]):
        hand_out(uow, volunteer_id, goods[place], 1, f"demo:{volunteer_id}")

"""Practice data of teams, fairs, campaigns, recruitment and stars."""

from datetime import timedelta

from sqlalchemy import select

from desk.api import hall_time
from desk.api.calendar import save_roster
from desk.api.db import UnitOfWork
from desk.api.places import list_areas
from plugins.volunteer.drafts import ActivityDraft, EndingDraft, MemberDraft, SheetDraft, TeamDraft
from plugins.volunteer.drafts_teams import (
    CallDraft,
    ClosingDraft,
    ContributionDraft,
    DayDraft,
    EntryDraft,
    HangDraft,
    LevelDraft,
    PlaqueDraft,
    RoundDraft,
    StallDraft,
    StallsDraft,
    WishDraft,
)
from plugins.volunteer.models import Activity, Applicant, MenuItem, StarGrant, StarPlace, Team
from plugins.volunteer.service.activities import close_activity, publish_activity, save_activity
from plugins.volunteer.service.attendance import type_sheet
from plugins.volunteer.service.days import hang_activity, save_service_day
from plugins.volunteer.service.fairs import begin_menu, contribute, note_wish, set_stalls
from plugins.volunteer.service.posts import begin_posts, give_plaque, note_in_book
from plugins.volunteer.service.recruiting import note_call, take_applicant
from plugins.volunteer.service.star_table import set_star_level
from plugins.volunteer.service.stars import open_round
from plugins.volunteer.service.teams import join_team, save_team
from plugins.volunteer.service.turns import propose_turns, roster_of

APPLICANTS = ("吕晓梅 13800000011 1988 会理发", "曹建军 13800000012 愿意参加夜间巡逻", "丁雨桐 13800000013 2004 带孩子读书",
              "孔令辉 13800000014 修自行车", "白秀英 13800000015 1959 合唱队")


def fill_teams(uow: UnitOfWork, numbers: list[str]) -> None:
    """Teams below teams, claimed posts, studios with a book, a project, a fair, a campaign, applicants, stars."""
    area = next((one.id for one in list_areas(uow, kinds=("estate",))), None)
    _teams(uow, numbers, area)
    _fair(uow, numbers, area)
    _campaign(uow, numbers, area)
    _recruitment(uow)
    _stars(uow)
    _days(uow)


def _teams(uow: UnitOfWork, numbers: list[str], area: int | None) -> None:
    first = uow.session.scalars(select(Team).order_by(Team.id)).first()
    neighbours = save_team(uow, TeamDraft("翠湖邻里帮帮团", "neighbour", "便民服务", first.id if first else None, area,
                                          "邻里之间搭把手：代买、代取、陪诊、看护。", hours="每日"))
    join_team(uow, MemberDraft(neighbours, numbers[8], "leader", term_until=uow.clock.today() + timedelta(days=730)))
    join_team(uow, MemberDraft(neighbours, numbers[9], partner="3幢独居老人户"))
    begin, end = uow.clock.today(), uow.clock.today() + timedelta(days=27)
    save_roster(uow, roster_of(neighbours), begin, end, propose_turns(uow, neighbours, begin, end))
    begin_posts(uow)
    post = uow.session.scalars(select(Team).where(Team.name == "文明行为劝导岗")).one()
    join_team(uow, MemberDraft(post.id, numbers[10], term_until=uow.clock.today() + timedelta(days=365)))
    join_team(uow, MemberDraft(post.id, numbers[11], claim=True))
    studio = save_team(uow, TeamDraft("热心人理发工作室", "studio", "便民服务", area_id=area, venue="党群服务中心一楼",
                                      hours="每周三9:00—11:00", host=numbers[0], duty="为高龄和行动不便的居民免费理发。"))
    give_plaque(uow, PlaqueDraft(studio, uow.clock.today(), "沈建国", uow.clock.today()))
    for days, heads, topic in ((14, 9, "为老人理发"), (7, 12, "为老人理发"), (0, 7, "上门理发预约")):
        note_in_book(uow, EntryDraft(studio, "visit", uow.clock.today() - timedelta(days=days), heads, topic))
    project = save_team(uow, TeamDraft("“我帮你”助老联动项目", "project", "敬老助老", area_id=area, worker="林晓",
                                       duty="社工培训并带领志愿者，每月探访独居老人，陪同就医。"))
    join_team(uow, MemberDraft(project, numbers[1], partner="社工林晓"))
    day = hall_time(uow.clock.now()) - timedelta(days=9)
    start = day.replace(hour=14, minute=0, second=0, microsecond=0)
    training = save_activity(uow, ActivityDraft("助老服务技能培训", start, start + timedelta(hours=2), "elderly", "training",
                                                project_id=project, place="多功能厅", responsible="林晓"))
    publish_activity(uow, EndingDraft(training))
    type_sheet(uow, SheetDraft(training, "\n".join(f"{number} 14:00 16:00" for number in numbers[1:5]), "何苗", "补录"))
    note_in_book(uow, EntryDraft(project, "session", day.date(), 4, "助老服务技能培训", "社工讲解，志愿者练习搀扶和急救。"))


def _fair(uow: UnitOfWork, numbers: list[str], area: int | None) -> None:
    begin_menu(uow)
    items = {one.title: one.id for one in uow.session.scalars(select(MenuItem))}
    for title, heads in (("磨刀", 18), ("理发", 26), ("修小家电", 11), ("手机使用指导", 9)):
        note_wish(uow, WishDraft(items[title], area, heads))
    fair = uow.session.scalars(select(Activity).where(Activity.form == "fair").order_by(Activity.id)).first()
    if fair is None:
        return
    fair.area_id = area
    set_stalls(uow, StallsDraft(fair.id, (
        StallDraft(title="磨刀", volunteer=numbers[0], shift="8:30—11:30", served=21),
        StallDraft(title="理发", volunteer=numbers[1], shift="8:30—10:00", served=17),
        StallDraft(title="修小家电", volunteer=numbers[2], shift="8:30—11:30", served=9),
        StallDraft(title="手机使用指导", shift="10:00—11:30"))))


def _campaign(uow: UnitOfWork, numbers: list[str], area: int | None) -> None:
    day = hall_time(uow.clock.now()) - timedelta(days=6)
    start = day.replace(hour=8, minute=0, second=0, microsecond=0)
    campaign = save_activity(uow, ActivityDraft(
        "翠湖东侧绿地整治", start, start + timedelta(hours=4), "environment", "campaign", area_id=area, place="翠湖东侧",
        tools="铁锹、手套、垃圾袋、推车", responsible="何苗", content="清理杂物，补种绿植，划定认养责任区。"))
    publish_activity(uow, EndingDraft(campaign))
    set_stalls(uow, StallsDraft(campaign, (
        StallDraft(title="东侧花坛", volunteer=numbers[3], tools="铁锹6把", area=42000),
        StallDraft(title="停车场北边", volunteer=numbers[4], tools="推车2辆", area=35500))))
    type_sheet(uow, SheetDraft(campaign, "\n".join(f"{number} 8:00 12:00" for number in numbers[3:9]), "沈建国", "补录"))
    for household, area_given in (("3幢101户", 2600), ("3幢102户", 1850), ("5幢101户", 3100)):
        contribute(uow, ContributionDraft(campaign, household, "楼前空地", "自种菜地", area_given, uow.clock.today()))
    close_activity(uow, ClosingDraft(campaign, 0, "清运垃圾三车，补种麦冬，居民自愿腾出菜地用于绿化。"))


def _recruitment(uow: UnitOfWork) -> None:
    start = hall_time(uow.clock.now()).replace(hour=9, minute=0, second=0, microsecond=0)
    stall = save_activity(uow, ActivityDraft(
        "网格志愿者现场招募", start, start + timedelta(hours=8), "community", "recruitment", place="中心广场", wanted=20,
        content="参加楼栋巡查、便民服务和独居老人探访，每月两次，每次约两小时。",
        risks="户外活动注意防暑防滑；夜间巡逻结伴而行。", responsible="何苗", contact="027-81234567"))
    publish_activity(uow, EndingDraft(stall))
    for line in APPLICANTS:
        take_applicant(uow, stall, line)
    called = uow.session.scalars(select(Applicant).order_by(Applicant.id)).first()
    if called is not None:
        note_call(uow, CallDraft(called.id, "called", "周六来登记"))


def _stars(uow: UnitOfWork) -> None:
    """The hall begins with small levels, so that the practice hours reach one."""
    year = uow.clock.today().replace(month=1, day=1)
    set_star_level(uow, LevelDraft(1, "一星级志愿者", 2, "服务评价良好", "社区居民委员会", "练习用", year))
    done = open_round(uow, RoundDraft(by="和平社区居民委员会"))
    who = uow.session.scalars(select(StarPlace.volunteer_id).where(StarPlace.round_id == done).order_by(
        StarPlace.id.desc())).first()
    if who is not None:
        uow.add(StarGrant(volunteer_id=who, level=1, minutes=120, granted_on=year, by="和平社区居民委员会",
                          number="志星练习1号"))


def _days(uow: UnitOfWork) -> None:
    monthly = save_service_day(uow, DayDraft("每月5日志愿服务日", "monthday", 5, kind="community", place="中心广场"))
    save_service_day(uow, DayDraft("三月学雷锋志愿服务月", "month", month=3, kind="manners"))
    save_service_day(uow, DayDraft("每月末周六环境清洁日", "weekday", weekday=5, nth=0, kind="environment", begins="08:00",
                                   ends="10:00"))
    hang_activity(uow, HangDraft(monthly, responsible="何苗"))

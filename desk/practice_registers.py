"""Practice data of the registers behind the daily work: organisations, posts, bookings, two colleagues' accounts. Invented."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.core.clock import HALL_ZONE

PASSWORD = "demo-2026"
COLLEAGUES = (("hemiao", "何苗", "clerk", None), ("shen", "沈建国", "mediator", None), ("cuihu", "周明", "reader", 5))
"""(account, name, role, place in ORGANISATIONS of the one it was opened for)."""
ORGANISATIONS = (("和平物业服务有限公司", "property", "和平物业", "韩志伟"),
                 ("翠湖花园业主委员会", "owners_committee", "翠湖业委会", "郑国庆"),
                 ("和平第一小学", "school", "", "吕燕"),
                 ("和平社区卫生服务站", "hospital", "", "苏静"),
                 ("老味道面馆", "shop", "", "马小云"),
                 ("翠湖花园小区党支部", "party", "翠湖支部", "周明"))
ESTATES = ("翠湖花园", "和平里小区", "纺织厂宿舍", "阳光家园")
POSTS = ("网格员", "楼栋长", "居民代表", "志愿服务队队长")


def fill_registers(uow: Any, grids: Sequence[int]) -> None:
    """Call after residents and venues are there."""
    companies = _organisations(uow, grids)
    _posts(uow, grids, companies)
    _bookings(uow)
    _colleagues(uow, grids, companies)
    _rounds(uow, grids, companies)
    _buildings(uow, grids)
    _moves(uow)
    _import(uow)
    _communities(uow)


def _organisations(uow: Any, grids: Sequence[int]) -> list[int]:
    from desk.core.organisations.drafts import OrganisationDraft
    from desk.core.organisations.service import register_organisation
    from desk.core.people.uscc import check_character, inner_check

    made = []
    for place, (name, kind, short, contact) in enumerate(ORGANISATIONS):
        inner = f"MA0000{place}X"
        body = f"91000000{inner}{inner_check(inner)}"
        code = body + check_character(body) if kind in ("property", "shop") else ""
        made.append(register_organisation(uow, OrganisationDraft(
            name=name, kind=kind, short_name=short, uscc=code, contact=contact, address=f"和平路{place * 8 + 12}号",
            area_id=grids[place % len(grids)], size=(place + 1) * 6, phone=f"010-6000110{place}", reason="练习数据")))
    register_organisation(uow, OrganisationDraft("和平第一小学党支部", "party", contact="吕燕", size=9, parent_id=made[2],
                                                 area_id=grids[2]))
    return made


def _posts(uow: Any, grids: Sequence[int], companies: Sequence[int]) -> None:
    from desk.core.db.paging import PageRequest
    from desk.core.organisations.appointments import appoint
    from desk.core.organisations.drafts import AppointmentDraft
    from desk.core.people.queries import list_people

    people = list_people(uow, PageRequest(size=40)).rows
    adults = [row for row in people if (row.birth or "9999")[:4] <= str(uow.clock.today().year - 25)]
    start = date(uow.clock.today().year, 1, 1)
    for place, person in enumerate(adults[:8]):
        end = uow.clock.today() + timedelta(days=20) if place == 3 else None
        appoint(uow, AppointmentDraft(POSTS[place % len(POSTS)], person.id, area_id=grids[place % len(grids)], starts_on=start,
                                      ends_on=end, phone=f"1380000010{place}", publish=place % 2 == 0))
    appoint(uow, AppointmentDraft("物业项目经理", adults[8].id, companies[0], starts_on=start))


def _buildings(uow: Any, grids: Sequence[int]) -> None:
    """Two buildings in each grid, and one nobody has given to a grid yet: the check of the grids has something to say."""
    from desk.core.places.drafts import AreaDraft
    from desk.core.places.queries import get_area
    from desk.core.places.service import add_area

    for place, grid in enumerate(grids):
        for number in (1, 2):
            add_area(uow, AreaDraft(f"{ESTATES[place % len(ESTATES)]}{number}幢", "building", grid))
    add_area(uow, AreaDraft("和平路老楼", "building", get_area(uow, grids[0]).parent_id))


def _moves(uow: Any) -> None:
    """Two who moved in lately, and a moving out that was typed for the wrong person and taken back."""
    from desk.core.db.paging import PageRequest
    from desk.core.people.moving import MoveInDraft, record_move_in, undo_relocation
    from desk.core.people.queries import list_people
    from desk.core.people.relocations import last_standing
    from desk.core.people.service import record_move_out

    today, people = uow.clock.today(), list_people(uow, PageRequest(size=40)).rows
    for days, person, place in ((12, people[20], "江城市北区"), (3, people[24], "本市和平路")):
        record_move_in(uow, MoveInDraft(person.id, (today - timedelta(days=days)).isoformat(), place, "购房入住"))
    record_move_out(uow, people[28].id, today.isoformat(), "随子女", "外省")
    gone = last_standing(uow, people[28].id)
    undo_relocation(uow, gone.id if gone else 0, "登记错人")


def _import(uow: Any) -> None:
    """A list of which one row is known already and one lacks a name: the account of imports has something to tell."""
    from hashlib import sha256

    from sqlalchemy import select

    from desk.core.exchange.batch import preview_list, take_over
    from desk.core.exchange.people_import import PEOPLE_LIST
    from desk.core.exchange.table import Sheet, TableRow
    from desk.core.exchange.verdicts import ListDraft
    from desk.core.people.model import IdentityPaper, Person

    name, number = uow.session.execute(select(Person.name, IdentityPaper.number).join(
        IdentityPaper, IdentityPaper.person_id == Person.id).where(IdentityPaper.kind == "id_card").limit(1)).one()
    sheet = Sheet("名册", "", ("姓名", "身份证号"), (1, 1), (TableRow(2, [name, number]), TableRow(3, ["", "32991219491231"])))
    draft = ListDraft(sheet, {"name": 0, "id_number": 1}, "社区居民", "居民名册（练习）.xlsx", sha256(b"practice").hexdigest())
    take_over(uow, PEOPLE_LIST, preview_list(uow, PEOPLE_LIST, draft))


def _communities(uow: Any) -> None:
    """What two neighbouring communities sent for last month: totals, to be added up."""
    from desk.core.statistics.communities import take_figures
    from desk.core.statistics.figures_file import FiguresFile, FileFigure, FileTable, to_bytes
    from desk.core.statistics.periods import parse_period

    today = uow.clock.today()
    period = parse_period(f"{today:%Y-%m}").before.code
    for name, counts in (("幸福社区", (36, 20, 16, 312)), ("长乐社区", (21, 9, 12, 145))):
        heads = (("all", "驻区单位", "个"), ("with", "已建党组织", "个"), ("without", "未建党组织", "个"),
                 ("members", "党员", "人"))
        figures = tuple(FileFigure(code, title, unit, count, f"{count:,}")
                        for (code, title, unit), count in zip(heads, counts, strict=True))
        share = FileFigure("share", "覆盖率", "%", None, f"{counts[1] * 100 / counts[0]:.1f}%")
        table = FileTable("desk.unit_parties", "驻区单位党组织覆盖统计表", (*figures[:3], share, figures[3]))
        sent = FiguresFile(name, "和平街道", period, today.isoformat(), "何苗", (), (table,))
        take_figures(uow, f"{name}.txt", to_bytes(sent))


def _bookings(uow: Any) -> None:
    from desk.core.places.drafts import BookingDraft
    from desk.core.places.queries import list_venues
    from desk.core.places.venues import book_venue

    today = uow.clock.today()
    for place, venue in enumerate(list_venues(uow)):
        for days, hour, purpose in ((0, 9 + place, "居民议事会"), (0, 14, "志愿者培训"), (1, 10, "矛盾纠纷调解"),
                                    (3, 15, "法律讲座")):
            begin = datetime.combine(today + timedelta(days=days), time(hour), HALL_ZONE)
            book_venue(uow, BookingDraft(venue.id, begin, begin + timedelta(minutes=90), purpose, "何苗"))


def _colleagues(uow: Any, grids: Sequence[int], organisations: Sequence[int]) -> None:
    from desk.core.staff.queries import list_accounts, list_roles
    from desk.core.staff.service import AccountDraft, create_account

    roles = {role.code: role.id for role in list_roles(uow)}
    taken = {row.login for row in list_accounts(uow)}
    for login, name, code, unit in COLLEAGUES:
        if code in roles and login not in taken:
            create_account(uow, AccountDraft(
                login, name, PASSWORD, roles=(roles[code],), must_change=False, area_ids=(grids[0],) if unit else None,
                organisation_id=organisations[unit] if unit else None))


def _rounds(uow: Any, grids: Sequence[int], companies: Sequence[int]) -> None:
    """A monthly round, a quarterly check, visits made, planned and to be followed up."""
    from desk.core.calendar.recurrence import Rule
    from desk.core.calendar.schedules import ScheduleDraft, add_schedule
    from desk.core.db.paging import PageRequest
    from desk.core.people.queries import list_people
    from desk.core.visits.drafts import PlanDraft, VisitDraft, VisitorDraft
    from desk.core.visits.service import plan_visit, record_visit

    today, now, team = uow.clock.today(), uow.clock.now(), (VisitorDraft("何苗"), VisitorDraft("沈建国"))
    add_schedule(uow, ScheduleDraft("社区例会", Rule("week", 1, (today.weekday(),), shift="after"), today, ahead=1,
                                    who="全体工作人员"))
    add_schedule(uow, ScheduleDraft("沿街商铺安全检查", Rule("month_weekday", 3, (2,), nth=2, shift="after"), today, ahead=7,
                                    who="何苗、沈建国"))
    add_schedule(uow, ScheduleDraft("重阳节慰问老人", Rule("lunar", day=9, month=9, shift="before"), today, ahead=14,
                                    who="何苗"))
    people = list_people(uow, PageRequest(size=8)).rows
    record_visit(uow, VisitDraft("daily", now - timedelta(days=6), person_id=people[0].id, findings=("fine",), met="本人",
                                 visitors=team, words="情况正常，已留联系卡。"))
    record_visit(uow, VisitDraft("care", now - timedelta(days=4), person_id=people[1].id, findings=("need",), met="本人",
                                 words="行动不便，要送药上门。", handled="已联系卫生服务站。", solved=False, visitors=team[:1],
                                 follow_up_on=today + timedelta(days=1), follow_up="确认药品送达"))
    record_visit(uow, VisitDraft("safety", now - timedelta(days=2), way="spot", organisation_id=companies[4], visitors=team,
                                 findings=("danger",), words="液化气软管老化。", handled="当场更换。", solved=True))
    record_visit(uow, VisitDraft("daily", now - timedelta(days=1), area_id=grids[1], place="2幢楼道", visitors=team,
                                 findings=("dispute",), words="两户因堆物争执。", handled="已劝导。", solved=False))
    plan_visit(uow, PlanDraft("policy", today + timedelta(days=1), person_id=people[2].id, words="讲解医保缴费",
                              visitors=team[:1]))

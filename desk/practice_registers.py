"""Practice data of the registers behind the daily work: organisations, posts, bookings, two colleagues' accounts. Invented."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.core.clock import HALL_ZONE

PASSWORD = "demo-2026"
COLLEAGUES = (("hemiao", "何苗", "clerk"), ("shen", "沈建国", "mediator"))
ORGANISATIONS = (("和平物业服务有限公司", "property", "和平物业", "韩志伟"),
                 ("翠湖花园业主委员会", "owners_committee", "翠湖业委会", "郑国庆"),
                 ("和平第一小学", "school", "", "吕燕"),
                 ("和平社区卫生服务站", "hospital", "", "苏静"),
                 ("老味道面馆", "shop", "", "马小云"))
POSTS = ("网格员", "楼栋长", "居民代表", "志愿服务队队长")


def fill_registers(uow: Any, grids: Sequence[int]) -> None:
    """Call after residents and venues are there."""
    companies = _organisations(uow, grids)
    _posts(uow, grids, companies)
    _bookings(uow)
    _colleagues(uow)


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
            area_id=grids[place % len(grids)], reason="练习数据")))
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
                                      ends_on=end))
    appoint(uow, AppointmentDraft("物业项目经理", adults[8].id, companies[0], starts_on=start))


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


def _colleagues(uow: Any) -> None:
    from desk.core.staff.queries import list_accounts, list_roles
    from desk.core.staff.service import AccountDraft, create_account

    roles = {role.code: role.id for role in list_roles(uow)}
    taken = {row.login for row in list_accounts(uow)}
    for login, name, code in COLLEAGUES:
        if code in roles and login not in taken:
            create_account(uow, AccountDraft(login, name, PASSWORD, roles=(roles[code],), must_change=False))

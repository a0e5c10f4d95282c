"""The lists: volunteers, activities, orders, goods, certificates, the notice board."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import case, func, literal, select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import held_by
from desk.api.pages import Chip, Column, Field, LampCell, ListSpec, Page, PageRequest, StateCell, keyset_page
from desk.api.people import count_people, list_people, select_people
from desk.api.timesheets import list_publications
from plugins.volunteer.kinds import (
    ACTIVITY,
    ACTIVITY_STATES,
    GOODS,
    MARKET,
    ORDER,
    ORDER_STATES,
    SERVICES,
    SKILLS,
    VOLUNTEER,
    VOLUNTEER_STATES,
    WRITE,
    title_of,
)
from plugins.volunteer.models import Activity, Certificate, Goods, Order, PointsShare, SignUp, Volunteer
from plugins.volunteer.pages.forms import stations
from plugins.volunteer.service.attendance import served_text
from plugins.volunteer.service.earning import HOUSEHOLD, LEDGER
from plugins.volunteer.service.market import balance
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.proving import granted_star
from plugins.volunteer.service.stock import price_of, stock_of
from plugins.volunteer.who import names_of

_ = translator("volunteer")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of any of these lists; what a list does not show stays empty."""

    id: int
    number: str = ""
    title: str = ""
    kind: str = ""
    day: date | None = None
    until: date | None = None
    state: StateCell = StateCell("")
    hours: str = ""
    points: str = ""
    count: int = 0
    note: str = ""
    lamp: LampCell = LampCell()


def state_cell(table: dict[str, tuple[str, Any]], state: str) -> StateCell:
    """Word and tone of a state."""
    word, tone = table[state]
    return StateCell(_(word), tone)


def volunteers(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """By name, or by hours or points; text finds name, pinyin, number or phone."""
    if request.sort in SUMS:
        return _by_sum(uow, request)
    page = list_people(uow, PageRequest(request.size, after=request.after, text=request.text, offset=request.offset,
                                        filters=_ages(request), backwards=request.backwards,
                                        descending=request.descending), _wanted(request))
    known = {one.person_id: one for one in uow.session.scalars(
        select(Volunteer).where(Volunteer.person_id.in_([row.id for row in page.rows])))}
    return Page([_volunteer(uow, known[row.id], row.name) for row in page.rows if row.id in known], page.next)


def _by_sum(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Sorted by what is kept: the minutes of each volunteer, the balance of the account on which her points lie."""
    statement, column = SUMS[request.sort](uow)
    people = select_people(uow, _ages(request), request.text)
    found, after = keyset_page(uow.session, statement.where(
        Volunteer.person_id.in_(people), Volunteer.person_id.in_(_wanted(request))), [column, Volunteer.id], request)
    rows = [one if isinstance(one, Volunteer) else one[0] for one in found]
    names = names_of(uow, [one.id for one in rows])
    return Page([_volunteer(uow, one, names.get(one.id, "")) for one in rows], after)


def _with_points(uow: UnitOfWork) -> tuple[Any, Any]:
    """Volunteers with what they may use: her own account, or her household's where she shares."""
    held = held_by(LEDGER, uow.clock.today())
    owner = case((PointsShare.household_id.is_(None), literal(VOLUNTEER)), else_=literal(HOUSEHOLD))
    points = func.coalesce(held.c.held, 0).label("held")
    return select(Volunteer, points).outerjoin(
        PointsShare, (PointsShare.volunteer_id == Volunteer.id) & PointsShare.until.is_(None)).outerjoin(
        held, (held.c.owner_kind == owner) & (held.c.owner_id == func.coalesce(PointsShare.household_id, Volunteer.id))), points


SUMS: dict[str, Callable[[UnitOfWork], tuple[Any, Any]]] = {
    "hours": lambda _uow: (select(Volunteer), Volunteer.minutes), "points": _with_points}
"""Columns that are sums → the statement they are sorted in, and what by."""


def count_volunteers(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters and the text leave."""
    return count_people(uow, _ages(request), request.text, _wanted(request))


def _wanted(request: PageRequest) -> Any:
    """Ids of the people whose registration has the state and the skill asked for."""
    wanted, state, skill = select(Volunteer.person_id), request.filters.get("state"), request.filters.get("skill")
    if request.filters.get("station"):
        wanted = wanted.where(Volunteer.station == request.filters["station"])
    if state:
        wanted = wanted.where(Volunteer.state == state)
    return wanted.where(Volunteer.skills.contains(f",{skill},", autoescape=True)) if skill else wanted


def _ages(request: PageRequest) -> dict[str, Any]:
    return {name: request.filters[name] for name in ("age_from", "age_to") if name in request.filters}


def _volunteer(uow: UnitOfWork, one: Volunteer, name: str) -> Row:
    star = granted_star(uow, one.id)
    return Row(one.id, one.number, name, one.station, day=one.joined_on, state=state_cell(VOLUNTEER_STATES, one.state),
               hours=served_text(one.minutes), points=points_text(balance(uow, one.id)),
               note="★" * star.level if star else "")


def activities(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """The latest day first."""
    rows, after = _page(uow, Activity, request, Activity.title, day=Activity.starts_at, title=Activity.title,
                        place=Activity.place)
    joined = dict(uow.session.execute(select(SignUp.activity_id, func.count(SignUp.id)).where(
        SignUp.activity_id.in_([one.id for one in rows]), SignUp.state == "in").group_by(SignUp.activity_id)).all())
    return Page([Row(one.id, title=one.title, kind=_(title_of(SERVICES, one.kind)), day=hall_time(one.starts_at).date(),
                     state=state_cell(ACTIVITY_STATES, one.state), count=joined.get(one.id, 0), note=one.place)
                 for one in rows], after)


def count_activities(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return _count(uow, Activity, request, Activity.title)


def orders(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Newest first; the address is on the taker's slip only."""
    rows, after = _page(uow, Order, request, Order.wish, day=Order.wanted_at, asker=Order.asker)
    names = names_of(uow, [one.taker_id for one in rows if one.taker_id])
    return Page([Row(one.id, one.number, one.wish, day=hall_time(one.wanted_at).date(), kind=one.asker,
                     state=state_cell(ORDER_STATES, one.state), note=names.get(one.taker_id or 0, ""),
                     lamp=_waiting(uow, one)) for one in rows], after)


def _waiting(uow: UnitOfWork, one: Order) -> LampCell:
    """Days until an order is wanted while nobody has served it: it rises in colour."""
    if one.state not in ("placed", "offered", "taken"):
        return LampCell()
    day = hall_time(one.wanted_at).date()
    return LampCell(day, (day - uow.clock.today()).days)


def count_orders(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return _count(uow, Order, request, Order.wish)


def goods(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """What the market has."""
    rows, after = _page(uow, Goods, request, Goods.name, code=Goods.code, name=Goods.name)
    return Page([Row(one.id, one.code, one.name, kind=one.unit, points=points_text(price_of(uow, one.id) or 0),
                     count=stock_of(uow, one.id)) for one in rows], after)


def certificates(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """The register of certificates."""
    rows, after = _page(uow, Certificate, request, Certificate.number, day=Certificate.issued_on, hours=Certificate.minutes)
    names = names_of(uow, [one.volunteer_id for one in rows])
    return Page([Row(one.id, one.number, names.get(one.volunteer_id, ""), day=one.issued_on, until=one.posted_until,
                     hours=served_text(one.minutes), note=one.void_reason or one.code) for one in rows], after)


def board(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """What hangs on the notice board or did."""
    return Page([Row(one.id, title=one.place, day=one.published_on, until=one.last_day, count=one.pairs,
                     note=_("entered on {day}").format(day=one.entered_on) if one.entered_on else
                     _("may be entered after {day}").format(day=one.last_day)) for one in list_publications(uow)])


def stations_to_filter(uow: UnitOfWork) -> list[tuple[Any, str]]:
    """Stations, the first line letting everything through."""
    return [(None, ""), *stations(uow)]


def sentence(uow: UnitOfWork) -> str:
    """在册多少人, 今年新登记多少人."""
    first = uow.clock.today().replace(month=1, day=1)
    new = uow.session.scalar(select(func.count(Volunteer.id)).where(Volunteer.joined_on >= first)) or 0
    return _("{active} active, {new} new this year").format(active=_count(uow, Volunteer, PageRequest(
        filters={"state": "active"}), Volunteer.number), new=new)


def _page(uow: UnitOfWork, model: Any, request: PageRequest, text: Any, **sorts: Any) -> tuple[list[Any], Any]:
    """Newest first unless a column is asked for; sorts: its name → what it is sorted by."""
    keys = [sorts[request.sort]] if request.sort in sorts else []
    return keyset_page(uow.session, _matching(select(model), model, request, text), [*keys, model.id], replace(
        request, descending=request.descending if keys else True))


def _count(uow: UnitOfWork, model: Any, request: PageRequest, text: Any) -> int:
    return uow.session.scalar(_matching(select(func.count(model.id)), model, request, text)) or 0


def _matching(statement: Any, model: Any, request: PageRequest, text: Any) -> Any:
    if request.filters.get("state"):
        statement = statement.where(model.state == request.filters["state"])
    if request.text.strip():
        statement = statement.where(text.contains(request.text.strip(), autoescape=True))
    return statement


VOLUNTEERS = ListSpec(
    id="volunteer.volunteers", title=N_("Volunteers"), record=VOLUNTEER, domain="volunteer",
    columns=(Column("number", N_("Number"), 90), Column("title", N_("Full name"), 0, sort="title"),
             Column("kind", N_("Volunteer station"), 150), Column("day", N_("Since"), 110, "date"),
             Column("state", N_("State"), 110, "state"), Column("hours", N_("Hours"), 120, "number", sort="hours"),
             Column("points", N_("Points"), 90, "number", sort="points"), Column("note", N_("Stars"), 110)),
    default_sort="title", fetch=volunteers, count=count_volunteers, sentence=sentence,
    chips=(Chip(N_("Active"), {"state": "active"}), Chip(N_("Paused"), {"state": "paused"}),
           Chip(N_("Minors"), {"age_to": 17}), Chip(N_("60 and older"), {"age_from": 60})),
    filters=(Field("skill", N_("Skill"), "choice", choices=((None, N_("All")), *SKILLS)),
             Field("station", N_("Volunteer station"), "choice", choices=stations_to_filter)),
    opens="volunteer.volunteer",
    new="volunteer.volunteer_form", new_title=N_("Register a volunteer"), new_permission=WRITE,
    search_hint=N_("Name, pinyin, number or phone"), empty=N_("No volunteers yet. Register the first one."))
ACTIVITIES = ListSpec(
    id="volunteer.activities", title=N_("Activities"), record=ACTIVITY, domain="volunteer",
    columns=(Column("title", N_("Activity"), 0, sort="title"), Column("kind", N_("Kind"), 140),
             Column("day", N_("Day"), 110, "date", sort="day"), Column("note", N_("Place"), 160, sort="place"),
             Column("count", N_("People"), 70, "number"),
             Column("state", N_("State"), 110, "state")),
    fetch=activities, count=count_activities,
    chips=(Chip(N_("Planned"), {"state": "planned"}), Chip(N_("Published"), {"state": "published"}),
           Chip(N_("Held"), {"state": "held"})), opens="volunteer.activity", new="volunteer.activity_form",
    new_title=N_("Plan an activity"), new_permission=WRITE, search_hint=N_("Words of the title"),
    default_sort="day", descending=True,
    empty=N_("No activities yet. Plan the first one."))
ORDERS = ListSpec(
    id="volunteer.orders", title=N_("Orders of residents"), record=ORDER, domain="volunteer",
    columns=(Column("number", N_("Number"), 130), Column("title", N_("Wish"), 0),
             Column("kind", N_("Asked by"), 100, sort="asker"),
             Column("lamp", N_("Wanted on"), 170, "lamp", sort="day"), Column("note", N_("Taken by"), 100),
             Column("state", N_("State"), 110, "state")),
    fetch=orders, count=count_orders,
    chips=(Chip(N_("To be checked"), {"state": "placed"}), Chip(N_("Offered"), {"state": "offered"}),
           Chip(N_("Taken"), {"state": "taken"})), opens="volunteer.order", new="volunteer.order_form",
    new_title=N_("Write an order down"), new_permission=WRITE, search_hint=N_("Words of the wish"),
    empty=N_("No orders yet. Write down what a resident wishes."))
MARKET_LIST = ListSpec(
    id="volunteer.market", title=N_("Market of thanks"), record=GOODS, domain="volunteer",
    columns=(Column("number", N_("Code"), 80, sort="code"), Column("title", N_("Goods"), 0, sort="name"),
             Column("kind", N_("Unit"), 70),
             Column("points", N_("Points"), 90, "number"), Column("count", N_("In stock"), 90, "number")),
    fetch=goods, opens="volunteer.goods", new="volunteer.goods_form", new_title=N_("Add goods"), new_permission=MARKET,
    default_sort="code", search_hint=N_("Name"), empty=N_("No goods yet. Add the first ones and enter what was donated."))
CERTIFICATES = ListSpec(
    id="volunteer.certificates", title=N_("Certificates"), record="volunteer.certificate", domain="volunteer",
    columns=(Column("number", N_("Number"), 200), Column("title", N_("Full name"), 0),
             Column("hours", N_("Hours"), 120, "number", sort="hours"),
             Column("day", N_("Issued on"), 110, "date", sort="day"), Column("until", N_("Posted until"), 110, "date"),
             Column("note", N_("Check code"), 150)),
    fetch=certificates, opens="volunteer.certificate", search_hint=N_("Number"),
    empty=N_("No certificates yet. They are issued on a volunteer's page."))
BOARD = ListSpec(
    id="volunteer.board", title=N_("Notice board of hours"), record="time_publication", domain="volunteer",
    columns=(Column("day", N_("Published on"), 120, "date"), Column("title", N_("Place"), 0),
             Column("count", N_("Lines"), 80, "number"), Column("until", N_("Objections until"), 130, "date"),
             Column("note", N_("State"), 220)),
    fetch=board, opens="volunteer.publication", new="volunteer.publish_form", new_title=N_("Publish confirmed hours"),
    new_permission="volunteer.hours", empty=N_("Nothing on the board. Confirm the sheet of an activity, then publish."))

"""What the tables of figures count: hours, activities, volunteers, stalls, applicants, stars; one function a source."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select

from desk.api import HALL_ZONE, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.statistics import RecordLine, Scope
from desk.api.timesheets import TimeEntry, TimePair, entered_minutes
from plugins.volunteer.kinds import ACTIVITY, SERVICES, STYLES, VOLUNTEER
from plugins.volunteer.models import (
    Activity,
    Applicant,
    Contribution,
    Member,
    MenuItem,
    Order,
    Stall,
    StarGrant,
    Team,
    Volunteer,
    Wish,
)
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.ordering import minutes_until_taken
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.who import names_of, people_of

_ = translator("volunteer")
ACTIVE_DAYS = 90
HELD = ("held", "closed")


class Hours(NamedTuple):
    """An entry of hours. id: of its pair, so that corrections add to it. first: it counts the head; corrections do not, nor
    does what was corrected to nothing: nobody was there.
    """

    id: int
    on: date
    minutes: int
    kind: str
    team: str
    holder: int
    first: bool
    area: str


class Held(NamedTuple):
    """An activity that took place."""

    id: int
    on: date
    kind: str
    form: str
    team: str
    style: str
    area: str
    served: int


class Person(NamedTuple):
    """A volunteer. lately: served within the 90 days before the last day of the period."""

    id: int
    joined: date
    state: str
    station: str
    skills: tuple[str, ...]
    age: str
    lately: bool


class Asked(NamedTuple):
    """An order of a resident. kind: the skill it needs, "any" for anybody. posts: that its taker holds. month by `on`.

    waited: minutes until it was taken, for those that are (0 would be no record of a sum: at least 1). style: of the six.
    """

    id: int
    on: date
    kind: str
    state: str
    posts: tuple[str, ...]
    rating: int
    rated: int
    waited: int
    style: str


class Count(NamedTuple):
    """So many of something on a day: people at a stall, wishes, square metres, applicants. id: of the record that shows it."""

    id: int
    on: date
    key: str
    amount: int
    state: str = ""
    one: int = 1


def hours(uow: UnitOfWork, scope: Scope) -> list[Hours]:
    """Entries of the scope; in an area those of activities and orders that lie in it."""
    rows = uow.session.execute(select(
        TimeEntry.pair_id, TimeEntry.day, TimeEntry.minutes, TimeEntry.kind, TimeEntry.source_kind, TimeEntry.source_id,
        TimeEntry.holder_id).where(TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day <= scope.last)).all()
    known = {row.id: row for row in uow.session.execute(select(
        Activity.id, Activity.kind, Activity.team_id, Activity.project_id, Activity.area_id))}
    orders = dict(uow.session.execute(select(Order.id, Order.area_id)).all())
    teams = dict(uow.session.execute(select(Team.id, Team.name)).all())
    found, served = list[Hours](), Counter[int]()
    for row in rows:
        served[row.pair_id] += row.minutes
    for row in rows:
        source = known.get(row.source_id) if row.source_kind == ACTIVITY else None
        area = source.area_id if source else orders.get(row.source_id)
        if scope.area_ids is None or area in scope.area_ids:
            team = (source.team_id or source.project_id or 0) if source else 0
            found.append(Hours(row.pair_id, row.day, row.minutes, source.kind if source else "order", teams.get(team, ""),
                               row.holder_id, row.kind == "served" and served[row.pair_id] > 0, str(area or "")))
    return found


def hour_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Pairs with who served and what counts of them now."""
    rows = of_ids(uow, TimePair, ids)
    names = names_of(uow, [one.holder_id for one in rows])
    return [RecordLine(one.id, "", names.get(one.holder_id, ""), hours_text(entered_minutes(uow, one.id)), one.day)
            for one in rows]


def activities(uow: UnitOfWork, scope: Scope) -> list[Held]:
    """Activities held until the last day."""
    teams = dict(uow.session.execute(select(Team.id, Team.name)).all())
    end = datetime.combine(scope.last, time(), HALL_ZONE) + timedelta(days=1)
    rows = uow.session.scalars(select(Activity).where(
        Activity.state.in_(HELD), Activity.starts_at < end, *scope.inside(Activity.area_id)))
    return [Held(one.id, hall_time(one.starts_at).date(), one.kind, one.form,
                 teams.get(one.team_id or one.project_id or 0, ""), one.style, str(one.area_id or ""), one.served)
            for one in rows]


def activity_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Activities by title."""
    return [RecordLine(one.id, "", one.title, one.place, hall_time(one.starts_at).date()) for one in of_ids(uow, Activity, ids)]


def people(uow: UnitOfWork, scope: Scope) -> list[Person]:
    """Volunteers registered until the last day; in an area those who live in it."""
    since = scope.last - timedelta(days=ACTIVE_DAYS)
    lately = set(uow.session.scalars(select(TimeEntry.holder_id).where(
        TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day.between(since, scope.last)).distinct()))
    rows = uow.session.scalars(select(Volunteer).where(Volunteer.joined_on <= scope.last)).all()
    known = people_of(uow, [one.id for one in rows])
    found = []
    for one in rows:
        person = known.get(one.id)
        if scope.area_ids is not None and (person is None or person.area_id not in scope.area_ids):
            continue
        skills_ = tuple(code for code in one.skills.split(",") if code)
        found.append(Person(one.id, one.joined_on, one.state, one.station, skills_, _band(person.age if person else None),
                            one.id in lately))
    return found


def people_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Volunteers by number and name."""
    names = names_of(uow, ids)
    return [RecordLine(one.id, one.number, names.get(one.id, ""), "", one.joined_on) for one in of_ids(uow, Volunteer, ids)]


def stalls(uow: UnitOfWork, scope: Scope) -> list[Count]:
    """People served at stalls of fairs, by trade."""
    rows = uow.session.execute(select(Activity.id, Stall.title, Stall.served, Activity.starts_at).join(
        Activity, Activity.id == Stall.activity_id).where(Activity.form == "fair", Activity.state.in_(HELD), Stall.served > 0,
                                                          *scope.inside(Activity.area_id)))
    return _until(scope, [Count(key, hall_time(at).date(), title, served) for key, title, served, at in rows])


def wishes(uow: UnitOfWork, scope: Scope) -> list[Count]:
    """Residents who wished for a trade."""
    rows = uow.session.execute(select(MenuItem.id, MenuItem.title, Wish.day, Wish.heads).join(
        Wish, Wish.item_id == MenuItem.id).where(Wish.day <= scope.last, *scope.inside(Wish.area_id)))
    return [Count(key, on, title, heads) for key, title, on, heads in rows]


def wish_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Trades that were wished for."""
    return [RecordLine(one.id, "", one.title, one.tools) for one in of_ids(uow, MenuItem, ids)]


def given(uow: UnitOfWork, scope: Scope) -> list[Count]:
    """Ground households gave up. amount: whole m²."""
    rows = uow.session.execute(select(Activity.id, Contribution.area, Activity.starts_at).join(
        Contribution, Activity.id == Contribution.activity_id).where(*scope.inside(Activity.area_id)))
    return _until(scope, [Count(key, hall_time(at).date(), "", round(area / 100)) for key, area, at in rows])


def applicants(uow: UnitOfWork, scope: Scope) -> list[Count]:
    """Who left a name."""
    inside = scope.inside(Activity.area_id)
    rows = uow.session.execute(select(Applicant.id, Applicant.left_on, Applicant.state).join(
        Activity, Activity.id == Applicant.activity_id, isouter=True).where(Applicant.left_on <= scope.last, *inside))
    return [Count(key, on, "", 1, state) for key, on, state in rows]


def applicant_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Applicants by name, as far as it is kept."""
    return [RecordLine(one.id, "", one.name or _("(erased)"), one.wishes, one.left_on) for one in of_ids(uow, Applicant, ids)]


def orders(uow: UnitOfWork, scope: Scope) -> list[Asked]:
    """Orders by the day they were placed; in an area those that are to be done there."""
    rows = uow.session.scalars(select(Order).where(Order.placed_on <= scope.last, *scope.inside(Order.area_id))).all()
    held = _posts(uow, {one.taker_id for one in rows if one.taker_id})
    return [Asked(one.id, one.placed_on, one.skill or "any", one.state, held.get(one.taker_id or 0, ()), one.rating or 0,
                  1 if one.rating else 0, max(1, minutes_until_taken(one) or 0) if one.taken_at else 0, one.style)
            for one in rows]


def order_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Orders by number and wish; no address."""
    return [RecordLine(one.id, one.number, one.wish, one.asker, one.placed_on) for one in of_ids(uow, Order, ids)]


def _posts(uow: UnitOfWork, takers: set[int]) -> dict[int, tuple[str, ...]]:
    """Titles of the service posts that each of these volunteers serves on."""
    rows = uow.session.execute(select(Member.volunteer_id, Team.name).join(Team, Team.id == Member.team_id).where(
        Team.kind == "post", Member.state == "serving", Member.volunteer_id.in_(takers)).order_by(Team.name))
    found: dict[int, tuple[str, ...]] = {}
    for volunteer, name in rows:
        found[volunteer] = (*found.get(volunteer, ()), name)
    return found


def stars(uow: UnitOfWork, scope: Scope) -> list[Count]:
    """Stars granted, by level."""
    rows = uow.session.scalars(select(StarGrant).where(StarGrant.granted_on <= scope.last)) if scope.area_ids is None else ()
    return [Count(one.id, one.granted_on, str(one.level), 1) for one in rows]


def star_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Stars with who has them."""
    rows = of_ids(uow, StarGrant, ids)
    names = names_of(uow, [one.volunteer_id for one in rows])
    return [RecordLine(one.id, one.number, names.get(one.volunteer_id, ""), one.by, one.granted_on) for one in rows]


def kinds_of_service(_uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Kinds of service as rows, orders of residents last."""
    return [*((code, _(title)) for code, title in SERVICES), ("order", "居民点单")]


def styles(_uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """The six styles as rows."""
    return [(code, _(title)) for code, title in STYLES if code]


def skills(_uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Skills as rows."""
    from plugins.volunteer.kinds import SKILLS

    return [(code, _(title)) for code, title in SKILLS]


def order_kinds(uow: UnitOfWork, scope: Scope) -> list[tuple[str, str]]:
    """Skills as rows, what anybody can do last."""
    return [*skills(uow, scope), ("any", "不限技能")]


def levels(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Star levels as rows."""
    return [(str(star.level), star.title) for star in star_levels(uow)]


def areas(uow: UnitOfWork, scope: Scope) -> list[tuple[str, str]]:
    """Areas that activities and orders lie in."""
    from desk.api.places import get_area

    ids = {one for column in (Activity.area_id, Order.area_id)
           for one in uow.session.scalars(select(column).where(column.is_not(None)).distinct()) if one}
    return [(str(one), get_area(uow, one).name) for one in sorted(ids) if scope.area_ids is None or one in scope.area_ids]


def _band(age: int | None) -> str:
    """Age bands of the register's reports."""
    if age is None:
        return ""
    return next((name for limit, name in ((17, "17岁以下"), (34, "18—34岁"), (59, "35—59岁"), (74, "60—74岁")) if age <= limit),
                "75岁以上")


def _until(scope: Scope, found: list[Count]) -> list[Count]:
    return [one for one in found if one.on <= scope.last]


def of_ids(uow: UnitOfWork, model: Any, ids: Sequence[int]) -> list[Any]:
    """The records with these ids, in parts a database takes."""
    found: list[Any] = []
    for start in range(0, len(ids), 400):
        found += uow.session.scalars(select(model).where(model.id.in_(list(ids)[start:start + 400])))
    return found



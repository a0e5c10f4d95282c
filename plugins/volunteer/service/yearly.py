"""A year of volunteering in figures: what the yearly report prints and the year's page shows."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, final

from sqlalchemy import func, select

from desk.api import HALL_ZONE, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.timesheets import TimeEntry
from plugins.volunteer.kinds import ACTIVITY, SERVICES, VOLUNTEER, title_of
from plugins.volunteer.models import Activity, Certificate, Credit, Member, StarGrant, Team, Volunteer
from plugins.volunteer.who import names_of

_ = translator("volunteer")
ORDERS = "居民点单"
NO_TEAM = "未分队"
BEST = 20


@final
@dataclass(frozen=True, slots=True)
class YearFigures:
    """heads: head counts (人次), one a served pair. minutes: entered and corrected. by_kind, by_team: (title, heads, minutes).

    by_month: (month, minutes) for all twelve. active: volunteers who served. posts: (posts, of them filled) today.
    """

    year: int
    registered: int
    new: int
    active: int
    teams: int
    posts: tuple[int, int]
    activities: int
    served: int
    heads: int
    minutes: int
    stars: int
    certificates: int
    by_kind: tuple[tuple[str, int, int], ...]
    by_team: tuple[tuple[str, int, int], ...]
    by_month: tuple[tuple[int, int], ...]

    @property
    def mean(self) -> int:
        """Minutes of the average active volunteer, rounded."""
        return round(self.minutes / self.active) if self.active else 0


def list_years(uow: UnitOfWork) -> list[int]:
    """Years with hours or activities, the newest first; this year always."""
    this = uow.clock.today().year
    first_entry = uow.session.scalar(select(func.min(TimeEntry.day)).where(TimeEntry.holder_kind == VOLUNTEER))
    first_held = uow.session.scalar(select(func.min(Activity.starts_at)))
    years = [this, *([first_entry.year] if first_entry else []), *([hall_time(first_held).year] if first_held else [])]
    return list(range(this, min(years) - 1, -1))


def count_year(uow: UnitOfWork, year: int) -> YearFigures:
    """All figures of a year, corrections included."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    hours, lines = _entries(uow, first, last), _activities(uow, first, last)
    served = Counter[int]()
    for row in hours:
        served[row.pair_id] += row.minutes
    hours = [row for row in hours if served[row.pair_id]]  # what was corrected to nothing was nobody's service
    held = {one.id: one for one in lines if one.state in ("held", "closed")}
    kinds, teams = _grouped(uow, hours)
    until = min(last, uow.clock.today())
    posts = uow.session.scalars(select(Team.id).where(Team.kind == "post", Team.until.is_(None))).all()
    filled = uow.session.scalar(select(func.count(func.distinct(Member.team_id))).where(
        Member.team_id.in_(posts), Member.until.is_(None), Member.state == "serving")) or 0
    return YearFigures(
        year=year, registered=_count(uow, Volunteer.id, Volunteer.joined_on <= until,
                                     Volunteer.state.in_(("active", "paused"))),
        new=_count(uow, Volunteer.id, Volunteer.joined_on.between(first, last)), active=len({row.holder_id for row in hours}),
        teams=_count(uow, Team.id, Team.kind != "post", Team.since <= last, Team.until.is_(None) | (Team.until > last)),
        posts=(len(posts), filled), activities=len(held), served=sum(one.served for one in held.values()),
        heads=len({row.pair_id for row in hours}), minutes=sum(row.minutes for row in hours),
        stars=_count(uow, StarGrant.id, StarGrant.granted_on.between(first, last)),
        certificates=_count(uow, Certificate.id, Certificate.issued_on.between(first, last), Certificate.void_reason == ""),
        by_kind=kinds, by_team=teams,
        by_month=tuple((month, sum(row.minutes for row in hours if row.day.month == month)) for month in range(1, 13)))


def list_best(uow: UnitOfWork, year: int, size: int = BEST) -> list[tuple[int, str, int]]:
    """(place, name, minutes) of those who served most and agreed to stand in lists; equal hours share a place (条例 20)."""
    rows = uow.session.execute(select(TimeEntry.holder_id, func.sum(TimeEntry.minutes).label("minutes")).where(
        TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day.between(date(year, 1, 1), date(year, 12, 31))).group_by(
        TimeEntry.holder_id).having(func.sum(TimeEntry.minutes) > 0).order_by(
        func.sum(TimeEntry.minutes).desc(), TimeEntry.holder_id)).all()
    return _placed(uow, [(row[0], int(row[1])) for row in rows], size)


def list_best_earners(uow: UnitOfWork, year: int, size: int = BEST) -> list[tuple[int, str, int]]:
    """(place, name, tenths of a point) of those whose hours of the year earned most and who agreed to stand in lists.

    By what each earned herself, also where a household keeps one account; equal points share a place (条例 20).
    """
    rows = uow.session.execute(select(Credit.volunteer_id, func.sum(Credit.amount).label("earned")).where(
        Credit.day.between(date(year, 1, 1), date(year, 12, 31))).group_by(Credit.volunteer_id).having(
        func.sum(Credit.amount) > 0).order_by(func.sum(Credit.amount).desc(), Credit.volunteer_id)).all()
    return _placed(uow, [(row[0], int(row[1])) for row in rows], size)


def _placed(uow: UnitOfWork, rows: list[tuple[int, int]], size: int) -> list[tuple[int, str, int]]:
    """Places among those who agreed, best first; rows: (volunteer, amount), best first."""
    best: list[tuple[int, int]] = []
    for start in range(0, len(rows), 400):
        part = rows[start:start + 400]
        agreed = {one.id for one in uow.session.scalars(select(Volunteer).where(Volunteer.id.in_([row[0] for row in part])))
                  if "names" in one.consents}
        best += [row for row in part if row[0] in agreed]
        if len(best) >= size:
            break
    names = names_of(uow, [one for one, _amount in best[:size]])
    return [(1 + sum(other > amount for _one, other in best), names.get(one, ""), amount) for one, amount in best[:size]]


def _entries(uow: UnitOfWork, first: date, last: date) -> list[Any]:
    return list(uow.session.execute(select(
        TimeEntry.pair_id, TimeEntry.holder_id, TimeEntry.source_kind, TimeEntry.source_id, TimeEntry.day, TimeEntry.minutes
        ).where(TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day.between(first, last))))


def _activities(uow: UnitOfWork, first: date, last: date) -> list[Activity]:
    begin = datetime.combine(first, time(), HALL_ZONE)
    return list(uow.session.scalars(select(Activity).where(
        Activity.starts_at >= begin, Activity.starts_at < datetime.combine(last, time(), HALL_ZONE) + timedelta(days=1))))


def _grouped(uow: UnitOfWork, hours: list[Any]) -> tuple[tuple[tuple[str, int, int], ...], ...]:
    """By kind of service and by team, most minutes first."""
    ids = {row.source_id for row in hours if row.source_kind == ACTIVITY}
    known: dict[int, Activity] = {}
    for start in range(0, len(ids), 400):
        known |= {one.id: one for one in uow.session.scalars(select(Activity).where(Activity.id.in_(
            list(ids)[start:start + 400])))}
    teams = dict(uow.session.execute(select(Team.id, Team.name)).all())
    pairs: tuple[dict[str, set[int]], dict[str, set[int]]] = (defaultdict(set), defaultdict(set))
    minutes: tuple[dict[str, int], dict[str, int]] = (defaultdict(int), defaultdict(int))
    for row in hours:
        source = known.get(row.source_id) if row.source_kind == ACTIVITY else None
        kind = _(title_of(SERVICES, source.kind)) if source else ORDERS
        team = teams.get(source.team_id or source.project_id or 0, NO_TEAM) if source else NO_TEAM
        for place, key in enumerate((kind, team)):
            pairs[place][key].add(row.pair_id)
            minutes[place][key] += row.minutes
    return tuple(tuple(sorted(((title, len(pairs[place][title]), total) for title, total in minutes[place].items()),
                              key=lambda line: (-line[2], line[0]))) for place in (0, 1))


def _count(uow: UnitOfWork, column: object, *conditions: object) -> int:
    return uow.session.scalar(select(func.count(column)).where(*conditions)) or 0  # type: ignore[arg-type]



"""Reads of the hazard ledger, of patrols and of who answers for what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select

from desk.api import translator
from desk.api.calendar import month_days
from desk.api.cases import Case, list_clocks, list_timeline
from desk.api.db import UnitOfWork
from desk.api.places import get_area, list_areas
from desk.api.visits import get_visit, list_visits_of
from plugins.mediation.figures.mapping import list_codes
from plugins.mediation.hazard_kinds import CLOCKS, HAZARD, SETTLED
from plugins.mediation.kinds import READ
from plugins.mediation.models import Hazard, Patrol, Responsibility

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Reconciliation of a month: carried + new − struck = open. spot: of the new ones, settled on the
    spot (they count as struck too). days: that the clocks of those struck ran; late: open at its end (or today) past their day.
    """

    carried: int
    new: int
    struck: int
    open: int
    spot: int
    settled: int
    days: int = 0
    late: int = 0

    @property
    def mean(self) -> str:
        """Mean days to the strike-off, "" without any."""
        return f"{self.days / self.struck:.1f}" if self.struck else ""


@dataclass(frozen=True, slots=True)
class PatrolRow:
    """A patrol. found, solved: how many findings, and of them settled on the spot."""

    id: int
    visit_id: int
    area_id: int
    area: str
    on: date
    doors: int
    persons: int
    people: tuple[str, ...]
    words: str
    found: int
    solved: int


@dataclass(frozen=True, slots=True)
class ResponsibilityRow:
    """Who answers for what. days_left: negative when late, None when it ended."""

    id: int
    version: int
    owner_kind: str
    owner_id: int
    leader: str
    post: str
    unit_id: int | None
    unit: str
    person: str
    task: str
    since: date
    until: date
    days_left: int | None
    extensions: tuple[dict[str, object], ...]
    notes: tuple[dict[str, str], ...]
    outcome: str
    ended_on: date | None
    result: str
    accepted_on: date | None = None


def five_of(uow: UnitOfWork, category: str) -> str:
    """Code of the class of the five that the hall puts a kind of dispute into, "" for none."""
    return next((one.five for one in list_codes(uow) if one.category == category), "")


def month_figures(uow: UnitOfWork, month: int) -> MonthFigures:
    """How the ledger stands at the end of a month (对账)."""
    uow.require(READ)
    first, last = month_days(month)

    def count(*where: object) -> int:
        return uow.session.scalar(select(func.count(Hazard.id)).where(*where)) or 0  # type: ignore[arg-type]

    within = (Hazard.found_on >= first, Hazard.found_on <= last)
    ended = (Hazard.struck_on >= first, Hazard.struck_on <= last)
    return MonthFigures(
        carried=count(Hazard.found_on < first, or_(Hazard.struck_on.is_(None), Hazard.struck_on >= first)),
        new=count(*within), struck=count(*ended), open=count(Hazard.found_on <= last, or_(Hazard.struck_on.is_(None),
                                                                                          Hazard.struck_on > last)),
        spot=count(*within, Hazard.struck_on == Hazard.found_on, Hazard.proposed_on.is_(None)),
        settled=count(*ended, Hazard.outcome.in_(SETTLED)), days=sum(one.ran_days or 0 for one in uow.session.scalars(
            select(Hazard).where(*ended))), late=len(list_late(uow, month)))


def list_late(uow: UnitOfWork, month: int) -> list[Hazard]:
    """Lines still open at the end of a month, today in the month that runs, whose last day was over by then."""
    _first, last = month_days(month)
    end = min(last, uow.clock.today())
    rows = uow.session.execute(select(Hazard, Case.due_on).join(Case, Case.id == Hazard.case_id).where(
        Hazard.found_on <= end, or_(Hazard.struck_on.is_(None), Hazard.struck_on > end)))
    return [row for row, due in rows if (row.limit_on or due) < end]


def list_month(uow: UnitOfWork, month: int) -> list[Hazard]:
    """Lines of a month's ledger: carried over and new, by the day they were found."""
    uow.require(READ)
    first, last = month_days(month)
    return list(uow.session.scalars(select(Hazard).where(
        Hazard.found_on <= last, or_(Hazard.struck_on.is_(None), Hazard.struck_on >= first)).order_by(
            Hazard.found_on, Hazard.id)))


def list_unvisited(uow: UnitOfWork, until: date, days: int) -> list[Hazard]:
    """Lines settled (not on the spot) without a case, whose return visit is due by `until` and was not made; it is due `days`
    after the strike-off.

    What was struck off more than a year before is left in peace.
    """
    last, oldest = until - timedelta(days=days), until - timedelta(days=365)
    rows = uow.session.scalars(select(Hazard).where(
        Hazard.outcome.in_(SETTLED), Hazard.dispute_id.is_(None), Hazard.struck_on.between(oldest, last),
        Hazard.proposed_on.is_not(None)).order_by(Hazard.struck_on, Hazard.id))
    return [one for one in rows if not list_visits_of(uow, HAZARD, one.id)]


def last_limit(uow: UnitOfWork, hazard: Hazard) -> date | None:
    """The last day of a line: as it stood when it was struck off, else of the clock that runs or is paused."""
    if hazard.limit_on:
        return hazard.limit_on
    return next((one.last_day for one in reversed(list_clocks(uow, hazard.case_id)) if one.code in CLOCKS), None)


def days_run(uow: UnitOfWork, hazard: Hazard) -> int:
    """How many days the clock has run (跑表计时): from the day found to the strike-off or today, pauses taken off."""
    end, off, since = hazard.struck_on or uow.clock.today(), 0, None
    for entry in list_timeline(uow, hazard.case_id):
        if entry.what in CLOCKS and entry.code == "clock.pause":
            since = entry.on
        elif entry.what in CLOCKS and entry.code == "clock.resume" and since:
            off, since = off + (entry.on - since).days, None
    if since:
        off += max(0, (end - since).days)
    return max(0, (end - hazard.found_on).days - off)


def line_number(hazard: Hazard, number: str) -> str:
    """The line's number as shown: each time it flared up again adds to the suffix 复."""
    return f"{number}-复{hazard.relapses}" if hazard.relapses else number


def list_patrols(uow: UnitOfWork, month: int | None = None) -> list[PatrolRow]:
    """Patrols, the latest first."""
    uow.require(READ)
    statement = select(Patrol).order_by(Patrol.on_date.desc(), Patrol.id.desc())
    rows = uow.session.scalars(statement if month is None else statement.where(Patrol.month == month)).all()
    return [_patrol(uow, row) for row in rows]


def get_patrol(uow: UnitOfWork, patrol_id: int) -> PatrolRow:
    """One patrol; NotFound."""
    uow.require(READ)
    return _patrol(uow, uow.get(Patrol, patrol_id))


def list_found(uow: UnitOfWork, patrol_id: int) -> list[Hazard]:
    """What a patrol found, in the order it was entered."""
    return list(uow.session.scalars(select(Hazard).where(Hazard.patrol_id == patrol_id).order_by(Hazard.id)))


def coverage(uow: UnitOfWork, month: int) -> tuple[int, int, list[str]]:
    """(grids walked, grids there are, names of those nobody walked) in a month: 全覆盖 is their ratio."""
    grids = list_areas(uow, kinds=("grid", "special_grid"))
    walked = set(uow.session.scalars(select(Patrol.area_id).where(Patrol.month == month)))
    missed = [one.name for one in grids if one.id not in walked]
    return len(grids) - len(missed), len(grids), missed


def list_responsibilities(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[ResponsibilityRow]:
    """Who answered for one matter, the first first."""
    return _sheets(uow, uow.session.scalars(select(Responsibility).where(
        Responsibility.owner_kind == owner_kind, Responsibility.owner_id == owner_id).order_by(Responsibility.id)).all())


def list_running(uow: UnitOfWork, until: date | None = None) -> list[ResponsibilityRow]:
    """Responsibilities that have not ended, due by `until` when it is given, the most urgent first."""
    statement = select(Responsibility).where(Responsibility.outcome == "").order_by(Responsibility.until, Responsibility.id)
    if until is not None:
        statement = statement.where(Responsibility.until <= until)
    return _sheets(uow, uow.session.scalars(statement).all())


def list_all_responsibilities(uow: UnitOfWork) -> list[ResponsibilityRow]:
    """All of them, the latest limit first."""
    return _sheets(uow, uow.session.scalars(select(Responsibility).order_by(Responsibility.until.desc())).all())


def get_responsibility(uow: UnitOfWork, responsibility_id: int) -> ResponsibilityRow:
    """One of them; NotFound."""
    return _sheets(uow, [uow.get(Responsibility, responsibility_id)])[0]


def _sheets(uow: UnitOfWork, found: Sequence[Responsibility]) -> list[ResponsibilityRow]:
    uow.require(READ)
    today = uow.clock.today()
    return [ResponsibilityRow(
        one.id, one.version, one.owner_kind, one.owner_id, one.leader, one.post, one.unit_id, one.unit, one.person, one.task,
        one.since, one.until, None if one.outcome else (one.until - today).days, tuple(one.extensions), tuple(one.notes),
        one.outcome, one.ended_on, one.result, one.accepted_on) for one in found]


def _patrol(uow: UnitOfWork, row: Patrol) -> PatrolRow:
    visit, found = get_visit(uow, row.visit_id), list_found(uow, row.id)
    solved = sum(one.outcome != "" and one.proposed_on is None and one.struck_on == one.found_on for one in found)
    return PatrolRow(row.id, row.visit_id, row.area_id, get_area(uow, row.area_id).name, row.on_date, row.doors, row.persons,
                     visit.visitors, visit.words, len(found), solved)

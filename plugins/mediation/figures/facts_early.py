"""Facts of what comes before a case and after it: patrols, hazards, the mediators' register, trainings, lawsuits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.places import list_areas
from desk.api.statistics import RecordLine, Scope
from plugins.mediation.categories import category_title
from plugins.mediation.figures.mapping import list_codes
from plugins.mediation.hazard_kinds import SETTLED
from plugins.mediation.models import Hazard, Lawsuit, Mediator, Patrol, Term, Training
from plugins.mediation.queries_hazard import get_patrol

COMMITTEE_POSTS = ("head", "deputy", "member")


@dataclass(slots=True)
class PatrolFact:
    """A patrol: doors knocked at, persons spoken to."""

    id: int
    on_date: date
    doors: int
    persons: int
    area: str


@dataclass(slots=True)
class HazardFact:
    """A line of the hazard ledger. settled: struck off as settled; prevented: settled without becoming a case.

    days: how many its clock ran until it was struck off, pauses left out. limit: its last day, None while the clock stands
    still; in_time: struck off by then. area: id as text.
    """

    id: int
    category: str
    five: str
    level: str
    way: str
    days: int
    found_on: date
    struck_on: date | None
    by_patrol: bool
    spot: bool
    settled: bool
    prevented: bool
    to_case: bool
    source: str
    unit: str
    person: str
    area: str
    limit: date | None
    in_time: bool


@dataclass(slots=True)
class MediatorFact:
    """A mediator of the register: first day of the first term, day of leaving. board: sits on the committee."""

    id: int
    first: date
    left_on: date | None
    board: bool
    full_time: bool
    woman: bool
    legal: bool
    education: str


@dataclass(slots=True)
class TrainingFact:
    """Somebody took part in a training; id: of the mediator, each counts once for every time."""

    id: int
    on_date: date
    times: int = 1


def patrols(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Patrols of the scope: id, on_date, doors, persons, area (id as text)."""
    return [PatrolFact(one.id, one.on_date, one.doors, one.persons, str(one.area_id)) for one in uow.session.execute(
        select(Patrol.id, Patrol.on_date, Patrol.doors, Patrol.persons, Patrol.area_id).where(
            scope.within(Patrol.on_date), *scope.inside(Patrol.area_id)))]


def hazards(uow: UnitOfWork, scope: Scope) -> list[HazardFact]:
    """Lines that were open, found or struck off in the scope."""
    five = {one.category: one.five for one in list_codes(uow)}
    rows = uow.session.execute(select(Hazard, Case.due_on, Case.area_id).join(Case, Case.id == Hazard.case_id).where(
        Hazard.found_on <= scope.last, or_(Hazard.struck_on.is_(None), Hazard.struck_on >= scope.first),
        *scope.inside(Case.area_id)))
    return [_hazard(row, five.get(row.category, ""), due, str(area or "")) for row, due, area in rows]


def _hazard(row: Hazard, five: str, due: date, area: str) -> HazardFact:
    settled, limit = row.outcome in SETTLED, row.limit_on if row.struck_on else due
    days = row.ran_days if row.ran_days is not None else (row.struck_on - row.found_on).days if row.struck_on else 0
    return HazardFact(
        row.id, row.category, five, row.level, row.way, days, row.found_on, row.struck_on,
        row.patrol_id is not None or row.source == "patrol", row.struck_on == row.found_on and row.proposed_on is None, settled,
        settled and row.dispute_id is None, row.dispute_id is not None, row.source, row.unit, row.person, area,
        limit, row.struck_on is not None and (limit is None or row.struck_on <= limit))


def walked_areas(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Grids that are to be walked: (id as text, name)."""
    return [(str(one.id), one.name) for one in list_areas(uow, kinds=("grid", "special_grid"))]


def mediators(uow: UnitOfWork, scope: Scope) -> list[MediatorFact]:
    """Everybody of the register; of the whole community, so an area has none."""
    if scope.area_ids is not None:
        return []
    begun: dict[int, date] = {}
    for mediator, first in uow.session.execute(select(Term.mediator_id, Term.first)):
        begun[mediator] = min(first, begun.get(mediator, first))
    return [MediatorFact(one.id, begun[one.id], one.left_on, one.post in COMMITTEE_POSTS, one.kind == "full_time",
                         one.sex == "2", one.kind == "legal", one.education)
            for one in uow.session.scalars(select(Mediator).order_by(Mediator.id)) if one.id in begun]


def trainings(uow: UnitOfWork, scope: Scope) -> list[TrainingFact]:
    """Trainings of the scope, one for each who took part."""
    if scope.area_ids is not None:
        return []
    rows = uow.session.execute(select(Training.mediator_id, Training.on_date).where(scope.within(Training.on_date)))
    return [TrainingFact(mediator, day) for mediator, day in rows]


def lawsuits(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Lawsuits about agreements: id of the case, sued_on, decided_on, result."""
    return list(uow.session.execute(
        select(Lawsuit.dispute_id.label("id"), Lawsuit.sued_on, Lawsuit.decided_on, Lawsuit.result)
        .join(Case, Case.id == Lawsuit.dispute_id)
        .where(or_(scope.within(Lawsuit.sued_on), scope.within(Lawsuit.decided_on)), *scope.inside(Case.area_id))))


def patrol_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Patrols behind a number."""
    rows = [get_patrol(uow, one) for one in ids]
    return [RecordLine(one.id, "", one.area, "、".join(one.people), one.on) for one in rows]


def mediator_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Mediators behind a number."""
    rows: Iterable[Mediator] = uow.session.scalars(select(Mediator).where(Mediator.id.in_(ids)))
    return [RecordLine(one.id, one.number, one.name, "、".join(category_title(code) for code in one.skills.split(",") if code))
            for one in rows]

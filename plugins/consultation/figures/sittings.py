"""Facts of review hearings and talk points: how reports were judged, whether promises were kept, what was settled at once."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from desk.api.db import UnitOfWork
from desk.api.meetings import gathering_kind, get_gathering
from desk.api.scores import list_results, list_rounds_of
from desk.api.statistics import Scope
from plugins.consultation.figures.facts import meetings
from plugins.consultation.models import Matter
from plugins.consultation.queries_points import on_the_spot


@dataclass(frozen=True, slots=True)
class HearingFact:
    """A hearing with closed minutes. judged_on: the day it was held, once its sheets are counted.

    points: hundredths of a point, weighed by role. poor: in a grade that is not good enough.
    """

    id: int
    held_on: date
    came: int
    judged_on: date | None
    points: int
    poor: bool


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """A question at a hearing. promised_on: the day its answer was promised for, once that day is over or it was kept before.

    at_once: answered without a promise. kept, late, open: in time, after the day, not at all.
    """

    id: int
    raised_on: date
    promised_on: date | None
    at_once: bool
    kept: bool
    late: bool
    open: bool


@dataclass(frozen=True, slots=True)
class VisitFact:
    """Something brought to a talk point. place: its name. spot: settled on the day it was brought."""

    id: int
    place: str
    outcome: str
    raised_on: date
    answered_on: date | None
    spot: bool


def hearings(uow: UnitOfWork, scope: Scope) -> list[HearingFact]:
    """Hearings held in the scope; a report is judged once the round of its sheets is closed."""
    kind = gathering_kind("hearing").paper
    return [_hearing(uow, one.id, one.held_on, one.came) for one in meetings(uow, scope) if one.kind == kind]


def promises(uow: UnitOfWork, scope: Scope) -> list[PromiseFact]:
    """Questions asked at hearings in the scope, or whose answer was promised for a day of it."""
    rows = uow.session.scalars(select(Matter).where(Matter.kind == "hearing", or_(
        scope.within(Matter.raised_on), scope.within(Matter.promised_on))))
    return [_promise(row, scope.last) for row in rows]


def visits(uow: UnitOfWork, scope: Scope) -> list[VisitFact]:
    """What was brought to talk points in the scope or answered in it, with the place it was brought to."""
    rows = uow.session.scalars(select(Matter).where(Matter.kind == "talk_point", or_(
        scope.within(Matter.raised_on), scope.within(Matter.answered_on)))).all()
    places = {number: get_gathering(uow, number).place for number in {row.gathering_id for row in rows}}
    return [VisitFact(row.id, places[row.gathering_id], row.outcome, row.raised_on, row.answered_on, on_the_spot(row))
            for row in rows]


def _hearing(uow: UnitOfWork, gathering_id: int, held_on: date, came: int) -> HearingFact:
    rounds = [one for one in list_rounds_of(uow, "gathering", gathering_id) if one.state != "void"]
    results = [row for one in rounds for row in list_results(uow, one.id) if row.total is not None]
    if not results:
        return HearingFact(gathering_id, held_on, came, None, 0, False)
    total = sum(row.total for row in results if row.total is not None) / len(results)
    return HearingFact(gathering_id, held_on, came, held_on, round(total), any(row.poor for row in results))


def _promise(row: Matter, last: date) -> PromiseFact:
    told = row.answered_on if row.answered_on and row.answered_on <= last else None
    at_once = told is not None and row.promised_on is None
    promised = None if at_once or row.promised_on is None or (row.promised_on > last and told is None) else row.promised_on
    kept = promised is not None and told is not None and told <= promised
    return PromiseFact(row.id, row.raised_on, promised, at_once, kept, told is not None and promised is not None and not kept,
                       promised is not None and told is None)

"""Facts of the case itself and what follows it: settled on the spot, come back, rooms, agreements, visits, evaluations."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import Case
from desk.api.db import PageRequest, UnitOfWork
from desk.api.scores import list_results, list_rounds
from desk.api.statistics import Scope
from plugins.mediation.figures.facts import CaseFact, cases
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import Agreement, Dispute, Renewal, ReturnVisit, Session, StarRoom
from plugins.mediation.scoring import QUARTER_CODE
from plugins.mediation.settings import setting

_MOST = 10**6


@dataclass(slots=True)
class ClosedFact:
    """A case with what the closed ledger and the rooms ask. spot: settled on the day it was accepted; again: it came back."""

    id: int
    five: str
    rooms: tuple[str, ...]
    mediators: tuple[str, ...]
    accepted_on: date | None
    settled_on: date | None
    failed_on: date | None
    spot: bool
    again: bool
    sittings: int
    minutes: int


@dataclass(slots=True)
class AgreementFact:
    """The first agreement of a case that took effect. on_time: performed by its last day; broken: given up as not performed."""

    id: int
    form: str
    effective_on: date
    performed_on: date | None
    unperformed_on: date | None
    on_time: bool


@dataclass(slots=True)
class VisitFact:
    """A return visit that was due (due_on) or made (visited_on). hard: of a difficult case."""

    id: int
    due_on: date | None = None
    done: bool = False
    visited_on: date | None = None
    relapsed: bool = False
    answered: bool = False
    content: bool = False
    times: int = 1


@dataclass(slots=True)
class JudgedFact:
    """A case judged by a quarterly evaluation. points: hundredths. second: it had been found poor before; cured: not now."""

    id: int
    on: date
    points: int
    poor: bool
    second: bool
    cured: bool
    times: int = 1


def closed(uow: UnitOfWork, scope: Scope) -> list[ClosedFact]:
    """Every case of the scope (see facts.cases)."""
    facts = cases(uow, scope)
    again = set(uow.session.scalars(select(Dispute.id).where(Dispute.again_of.is_not(None))))
    names = list(uow.session.scalars(select(StarRoom.name).order_by(StarRoom.id)))
    sat: dict[int, list[Session]] = defaultdict(list)
    for row in uow.session.scalars(select(Session).where(Session.dispute_id.in_([one.id for one in facts]))):
        if hall_time(row.started_at).date() <= scope.last:
            sat[row.dispute_id].append(row)
    return [_closed(one, sat[one.id], names, one.id in again) for one in facts]


def _closed(fact: CaseFact, sat: list[Session], names: list[str], again: bool) -> ClosedFact:
    rooms = tuple(dict.fromkeys(name for row in sat for name in names if name in row.place))
    minutes = sum(int((row.ended_at - row.started_at).total_seconds() // 60) for row in sat if row.ended_at)
    return ClosedFact(
        fact.id, fact.five, rooms, fact.mediators, fact.accepted_on, fact.settled_on, fact.failed_on,
        fact.settled_on is not None and fact.settled_on == fact.accepted_on, again, len(sat), minutes)


def agreements(uow: UnitOfWork, scope: Scope) -> list[AgreementFact]:
    """Agreements of the scope's cases that took effect."""
    due: dict[int, date] = {}
    for dispute, rows in uow.session.execute(select(Agreement.dispute_id, Agreement.instalments).where(
            Agreement.state == "sealed")):
        days = [date.fromisoformat(row["due"]) for row in rows if row.get("due")]
        if days:
            due[dispute] = max([*days, *filter(None, [due.get(dispute)])])
    return [AgreementFact(one.id, one.form, one.settled_on, one.performed_on, one.unperformed_on,
                          one.performed_on is not None and one.performed_on <= due.get(one.id, date.max))
            for one in cases(uow, scope) if one.settled_on is not None]


def visits(uow: UnitOfWork, scope: Scope) -> list[VisitFact]:
    """Visits that fell due in the scope (after the agreement, with each instalment) and those that were made."""
    made: dict[int, list[date]] = defaultdict(list)
    found = []
    for row in uow.session.scalars(select(ReturnVisit).join(Case, Case.id == ReturnVisit.dispute_id).where(
            *scope.inside(Case.area_id))):
        made[row.dispute_id].append(row.visited_on)
        if scope.first <= row.visited_on <= scope.last:
            found.append(VisitFact(row.dispute_id, visited_on=row.visited_on, relapsed=row.state == "relapsed",
                                   answered=bool(row.satisfied), content=row.satisfied == "yes"))
    days = int(setting(uow, "days_to_visit"))
    for dispute, effective, rows in uow.session.execute(
            select(Agreement.dispute_id, Agreement.effective_on, Agreement.instalments)
            .join(Case, Case.id == Agreement.dispute_id)
            .where(Agreement.state == "sealed", Agreement.effective_on.is_not(None), *scope.inside(Case.area_id))):
        first = effective + timedelta(days=days)
        pays = [date.fromisoformat(row["due"]) for row in rows if row.get("due")]
        found += [VisitFact(dispute, due_on=day, done=_done(made[dispute], effective if day == first else day, day))
                  for day in sorted({first, *pays}) if scope.first <= day <= scope.last]
    return found


def _done(made: list[date], since: date, due: date) -> bool:
    """Visited from the day of effect, or in the month of an instalment, until the end of the month it was due."""
    first = min(since, due.replace(day=1))
    last = (due.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return any(first <= day <= last for day in made)


def judged(uow: UnitOfWork, scope: Scope) -> list[JudgedFact]:
    """Cases judged by evaluations that were counted in the scope; of the whole community, so an area has none."""
    if scope.area_ids is not None:
        return []
    ordered = list(uow.session.execute(select(Renewal.dispute_id, Renewal.round_id)))
    found = []
    for one in list_rounds(uow, PageRequest(size=_MOST, filters={"scheme": QUARTER_CODE})).rows:
        if one.closed_on is None or one.void_reason or not scope.first <= one.closed_on <= scope.last:
            continue
        for result in list_results(uow, one.id):
            if result.record == DISPUTE and result.record_id and result.total is not None:
                second = any(dispute == result.record_id and round_id < one.id for dispute, round_id in ordered)
                found.append(JudgedFact(result.record_id, one.closed_on, _points(result.total), result.poor, second,
                                        second and not result.poor))
    return found


def _points(total: Fraction) -> int:
    return int(total + Fraction(1, 2))

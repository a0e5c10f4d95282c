"""Facts of the work with others: leading bodies, who answers, studies, slips, the court, legal desk, doorsteps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import literal, or_, select

from desk.api import HALL_ZONE, hall_time
from desk.api.cases import Case
from desk.api.db import PageRequest, UnitOfWork
from desk.api.statistics import RecordLine, Scope
from desk.api.visits import list_visits
from plugins.mediation.figures.facts import cases
from plugins.mediation.figures.facts_early import hazards
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import (
    CourtMatter,
    GridHandover,
    JointStudy,
    LeadBody,
    Lecture,
    LegalConsult,
    LegalReferral,
    MediationBody,
    Responsibility,
    Session,
)
from plugins.mediation.queries_joint import matter_of

DOORSTEP = "mediation.doorstep"
_MOST = 10**6


@dataclass(slots=True)
class LedFact:
    """A hazard or a case that a body leads: hazard_on: found; case_on: accepted; over_on: struck off, settled or failed;
    settled_on: of those, settled. body: id as text; joined: of those that joined in.
    """

    id: int
    body: str
    joined: tuple[str, ...]
    hazard_on: date | None
    case_on: date | None
    over_on: date | None
    settled_on: date | None

    @property
    def begun_on(self) -> date | None:
        """Found or accepted."""
        return self.hazard_on or self.case_on


@dataclass(slots=True)
class SheetFact:
    """Somebody answered for a matter. in_time: ended by its limit; put_off: how often the limit was put off."""

    id: int
    leader: str
    unit: str
    person: str
    since: date
    until: date
    ended_on: date | None
    settled: bool
    in_time: bool
    put_off: int


@dataclass(slots=True)
class StudyFact:
    """A joint study. planned: it gave tasks; carried: all of them are done."""

    id: int
    held_on: date
    planned: bool
    carried: bool


@dataclass(slots=True)
class InvitedFact:
    """A department called to a study; id: of the study; came: 1 when somebody came."""

    id: int
    held_on: date
    unit: str
    times: int
    came: int


@dataclass(slots=True)
class SlipFact:
    """A slip between the grid and the room. in_time: answered by its day."""

    id: int
    way: str
    grid: str
    on_date: date
    replied_on: date | None
    in_time: bool


@dataclass(slots=True)
class DoorFact:
    """Mediation at a door, a shop or a stop; area: its name."""

    id: int
    day: date
    area: str
    solved: bool


@dataclass(slots=True)
class SittingFact:
    """A sitting; id: of its case, which may have several."""

    id: int
    day: date
    way: str
    times: int
    with_worker: int


def led(uow: UnitOfWork, scope: Scope) -> list[LedFact]:
    """Matters of the scope that have a leading body."""
    of_hazards = {one.id: one for one in hazards(uow, scope)}
    of_cases = {one.id: one for one in cases(uow, scope)}
    found = []
    for row in uow.session.scalars(select(LeadBody)):
        joined = tuple(map(str, row.joined))
        if row.owner_kind == HAZARD and row.owner_id in of_hazards:
            hazard = of_hazards[row.owner_id]
            found.append(LedFact(hazard.id, str(row.lead_id), joined, hazard.found_on, None, hazard.struck_on,
                                 hazard.struck_on if hazard.settled else None))
        elif row.owner_kind == DISPUTE and row.owner_id in of_cases:
            case = of_cases[row.owner_id]
            found.append(LedFact(case.id, str(row.lead_id), joined, None, case.accepted_on,
                                 case.settled_on or case.failed_on, case.settled_on))
    return found


def bodies(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Every body, those that ended too: (id as text, name)."""
    return [(str(one.id), one.name) for one in uow.session.scalars(select(MediationBody).order_by(MediationBody.id))]


def sheets(uow: UnitOfWork, scope: Scope) -> list[SheetFact]:
    """Who answered for matters in the scope."""
    rows = uow.session.scalars(select(Responsibility).join(Case, Case.id == Responsibility.owner_id).where(
        Responsibility.since <= scope.last, or_(Responsibility.ended_on.is_(None), Responsibility.ended_on >= scope.first),
        *scope.inside(Case.area_id)))
    return [SheetFact(one.id, one.leader, one.unit, one.person, one.since, one.until, one.ended_on, one.outcome == "settled",
                      one.ended_on is not None and one.ended_on <= one.until, len(one.extensions)) for one in rows]


def studies(uow: UnitOfWork, scope: Scope) -> list[StudyFact]:
    """Joint studies held in the scope."""
    return [StudyFact(one.id, hall_time(one.starts_at).date(), bool(one.tasks), all(task["done"] for task in one.tasks))
            for one in _held(uow, scope)]


def invited(uow: UnitOfWork, scope: Scope) -> list[InvitedFact]:
    """Departments called to the studies held in the scope."""
    return [InvitedFact(one.id, hall_time(one.starts_at).date(), unit["unit"], 1, int(unit["came"]))
            for one in _held(uow, scope) for unit in one.units]


def _held(uow: UnitOfWork, scope: Scope) -> Sequence[JointStudy]:
    return uow.session.scalars(select(JointStudy).join(Case, Case.id == JointStudy.owner_id).where(
        JointStudy.held.is_(True), _moments(JointStudy.starts_at, scope), *scope.inside(Case.area_id))).all()


def slips(uow: UnitOfWork, scope: Scope) -> list[SlipFact]:
    """Slips of the scope, of the whole community; an area has none of its own."""
    if scope.area_ids is not None:
        return []
    rows = uow.session.scalars(select(GridHandover).where(GridHandover.on_date <= scope.last))
    return [SlipFact(one.id, one.way, one.grid, one.on_date, one.replied_on,
                     one.replied_on is not None and (one.until is None or one.replied_on <= one.until)) for one in rows]


def court(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Matters of courts: id, court, received_on, returned_on, outcome."""
    if scope.area_ids is not None:
        return []
    return list(uow.session.execute(select(
        CourtMatter.id, CourtMatter.court, CourtMatter.received_on, CourtMatter.returned_on, CourtMatter.outcome)))


def consults(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Receptions at the legal desk: id, on_date, kind, outcome."""
    if scope.area_ids is not None:
        return []
    return list(uow.session.execute(select(LegalConsult.id, LegalConsult.on_date, LegalConsult.kind,
                                           LegalConsult.outcome).where(scope.within(LegalConsult.on_date))))


def sittings(uow: UnitOfWork, scope: Scope) -> list[SittingFact]:
    """Sittings of the scope."""
    rows = uow.session.execute(select(Session.dispute_id, Session.started_at, Session.way, Session.legal_worker)
                               .join(Case, Case.id == Session.dispute_id)
                               .where(_moments(Session.started_at, scope), *scope.inside(Case.area_id)))
    return [SittingFact(dispute, hall_time(at).date(), way, 1, int(bool(worker))) for dispute, at, way, worker in rows]


def referrals(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Parties shown a way of law: id of the case, on_date, way, times 1."""
    return list(uow.session.execute(select(
        LegalReferral.dispute_id.label("id"), LegalReferral.on_date, LegalReferral.way, literal(1).label("times"))
        .join(Case, Case.id == LegalReferral.dispute_id)
        .where(scope.within(LegalReferral.on_date), *scope.inside(Case.area_id))))


def lectures(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Lectures that were held: id, on_date, line, heads."""
    if scope.area_ids is not None:
        return []
    return list(uow.session.execute(select(Lecture.id, Lecture.on_date, Lecture.line, Lecture.heads).where(
        scope.within(Lecture.on_date), Lecture.heads.is_not(None))))


def doorsteps(uow: UnitOfWork, scope: Scope) -> list[DoorFact]:
    """Mediations at a door, a shop or a stop."""
    filters = {"purpose": DOORSTEP, "from": scope.first, "to": scope.last, "state": "done"}
    return [DoorFact(one.id, one.day, one.area, bool(one.solved))
            for one in list_visits(uow, PageRequest(size=_MOST, filters=filters)).rows
            if scope.area_ids is None or one.area_id in scope.area_ids]


def sheet_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Sheets behind a number; confidential matters of others stay out."""
    rows = uow.session.scalars(select(Responsibility).where(Responsibility.id.in_(ids)))
    found = [(one, matter_of(uow, one.owner_id)) for one in rows]
    return [RecordLine(one.id, number, title, "、".join(filter(None, (one.leader, one.unit, one.person))), one.since)
            for one, (number, title) in found if title]


def study_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Studies behind a number."""
    rows = uow.session.scalars(select(JointStudy).where(JointStudy.id.in_(ids)))
    found = [(one, matter_of(uow, one.owner_id)) for one in rows]
    return [RecordLine(one.id, number, title, "、".join(unit["unit"] for unit in one.units), hall_time(one.starts_at).date())
            for one, (number, title) in found if title]


def slip_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Slips behind a number."""
    return [RecordLine(one.id, one.event, one.text[:60], one.worker, one.on_date)
            for one in uow.session.scalars(select(GridHandover).where(GridHandover.id.in_(ids)))]


def court_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Matters of courts behind a number."""
    return [RecordLine(one.id, one.number, "、".join(filter(None, (one.plaintiff, one.defendant))) or one.cause, one.court,
                       one.received_on) for one in uow.session.scalars(select(CourtMatter).where(CourtMatter.id.in_(ids)))]


def consult_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Receptions behind a number; the table asks for the legal desk's right."""
    return [RecordLine(one.id, "", one.question[:60], one.lawyer, one.on_date)
            for one in uow.session.scalars(select(LegalConsult).where(LegalConsult.id.in_(ids)))]


def lecture_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Lectures behind a number."""
    return [RecordLine(one.id, "", one.topic, one.speaker, one.on_date)
            for one in uow.session.scalars(select(Lecture).where(Lecture.id.in_(ids)))]


def door_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Doorsteps behind a number."""
    wanted = set(ids)
    return [RecordLine(one.id, "", one.place, "、".join(one.visitors), one.day) for one in list_visits(
        uow, PageRequest(size=_MOST, filters={"purpose": DOORSTEP})).rows if one.id in wanted]


def _moments(column: Any, scope: Scope) -> Any:
    """Condition: a moment within the days of the scope."""
    first = _midnight(scope.first)
    return column.between(first, _midnight(scope.last + timedelta(days=1)) - timedelta(microseconds=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, HALL_ZONE)

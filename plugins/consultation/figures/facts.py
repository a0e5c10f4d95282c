"""Facts of consultation for the tables: topics and what became of them, steps, gatherings, matters, votes, projects."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from desk.api import hall_time
from desk.api.calendar import Period, get_due, get_workdays
from desk.api.cases import Case, list_moves, visible_cases
from desk.api.db import UnitOfWork
from desk.api.meetings import gathering_kind, get_gathering, list_gatherings, list_notices_of
from desk.api.pages import PageRequest
from desk.api.places import get_area
from desk.api.statistics import RecordLine, Scope
from desk.api.votes import get_vote, list_votes_of
from plugins.consultation.estates.kinds import ESTATE
from plugins.consultation.estates.model import Estate
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Matter, Payment, Project, Score, Task, Topic
from plugins.consultation.procedures import from_data

STATES = ("walking", "refused", "merged", "handed", "carrying", "failed", "judging", "archived")
PAGE = 500


@dataclass(slots=True)
class TopicFact:
    """A topic as it stood at the end of the scope. told_on: the day its last raiser was told."""

    id: int
    field: str
    channel: str
    area: str
    procedure: str
    raised_on: date
    raisers: int
    walking_on: date | None = None
    refused_on: date | None = None
    merged_on: date | None = None
    handed_on: date | None = None
    carrying_on: date | None = None
    failed_on: date | None = None
    judging_on: date | None = None
    archived_on: date | None = None

    @property
    def answered_on(self) -> date | None:
        """The day it was taken up, refused or handed over, whichever came first: who raised it has an answer."""
        return min((day for day in (self.walking_on, self.refused_on, self.handed_on) if day), default=None)

    @property
    def answer_days(self) -> int:
        """Days from raising to the first answer."""
        return (self.answered_on - self.raised_on).days if self.answered_on else 0


@dataclass(frozen=True, slots=True)
class StepFact:
    """A finished step. id: of its topic. days: from the day before it to its own. late: longer than the procedure allows."""

    id: int
    step: str
    procedure: str
    finished_on: date
    days: int
    late: bool
    back: bool


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A gathering with closed minutes. came: persons."""

    id: int
    kind: str
    held_on: date
    came: int


@dataclass(frozen=True, slots=True)
class VoteFact:
    """A vote that was counted. id: of the vote. voters, took: persons on the roll and who took part. no_quorum: too few took
    part in it, so that nothing was decided. rule: by which it was counted.
    """

    id: int
    field: str
    held_on: date
    voters: int
    took: int
    passed: bool
    no_quorum: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """A small project; amounts in fen. paid: within the scope. happy, sheets: of residents' judgement."""

    id: int
    area: str
    raised_on: date
    granted_on: date | None
    accepted_on: date | None
    estimate: int
    granted: int
    paid: int
    happy: int
    sheets: int


def topics(uow: UnitOfWork, scope: Scope) -> list[TopicFact]:
    """Topics raised up to the end of the scope and not closed before it began."""
    found = {row.case_id: _topic(uow, row, case) for row, case in topic_rows(uow, scope)}
    for move in list_moves(uow, TOPIC, STATES, scope.last):
        if move.case_id in found:
            setattr(found[move.case_id], f"{move.to_state}_on", move.on)
    return list(found.values())


def steps(uow: UnitOfWork, scope: Scope) -> list[StepFact]:
    """Steps finished or sent back in the scope, with the days they took."""
    table, found = get_workdays(uow), []
    for row, case in topic_rows(uow, scope):
        if not row.procedure:
            continue
        procedure, before = from_data(row.procedure), case.opened_on
        rules = {step.code: step for step in procedure.steps}
        for one in row.done:
            day, rule = date.fromisoformat(one["on"]), rules.get(one["code"])
            if scope.holds(day) and rule is not None:
                late = bool(rule.days) and day > get_due(uow, before, Period(rule.days, rule.unit), table).last_day
                found.append(StepFact(row.case_id, rule.title, procedure.title, day, (day - before).days, late,
                                      bool(one.get("back"))))
            before = day
    return found


def meetings(uow: UnitOfWork, scope: Scope) -> list[MeetingFact]:
    """Gatherings held in the scope whose minutes are final."""
    found, request = [], PageRequest(size=PAGE, filters={"closed": True})
    while True:
        page = list_gatherings(uow, request)
        for one in page.rows:
            day = hall_time(one.starts_at).date()
            if scope.holds(day):
                found.append(
                    MeetingFact(one.id, gathering_kind(one.kind).paper, day, one.came if one.attendees else one.heads or 0)
                )
        if page.next is None or not page.rows or hall_time(page.rows[-1].starts_at).date() < scope.first:
            return found
        request = PageRequest(size=PAGE, filters={"closed": True}, after=page.next)


def matters(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """What was brought to gatherings in the scope or answered in it."""
    rows = uow.session.scalars(select(Matter).where(or_(scope.within(Matter.raised_on), scope.within(Matter.answered_on))))
    return [_MatterFact(row.id, gathering_kind(row.kind).paper, row.outcome, row.raised_on, row.answered_on) for row in rows]


def votes(uow: UnitOfWork, scope: Scope) -> list[VoteFact]:
    """Votes of topics and of owners that were counted, held in the scope; who took part: ballots that came back, or who was
    present. An owners' vote has no topic and so no field.
    """
    found, owners = [], [(ESTATE, number, "") for number in uow.session.scalars(select(Estate.id).order_by(Estate.id))]
    for kind, number, field in [*((TOPIC, row.id, row.field) for row, _case in topic_rows(uow, scope)), *owners]:
        for one in list_votes_of(uow, kind, number):
            if one.state in ("counted", "closed") and one.held_on is not None and scope.holds(one.held_on):
                outcomes = set(one.outcomes.values())
                found.append(VoteFact(one.id, field, one.held_on, one.voters, one.returned or one.present,
                                      outcomes == {"passed"}, "no_quorum" in outcomes, one.profile.title))
    return found


def tasks(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Tasks of carrying out that were due or done in the scope."""
    rows = uow.session.execute(
        select(Task.id, Task.due_on, Task.done_on, Topic.field).join(Topic, Topic.id == Task.topic_id)
        .join(Case, Case.id == Topic.case_id)
        .where(or_(scope.within(Task.due_on), scope.within(Task.done_on)), *scope.inside(Case.area_id)))
    return [_TaskFact(row.id, row.field, row.due_on, row.done_on, bool(
        row.done_on and (row.due_on is None or row.done_on <= row.due_on))) for row in rows]


def comments(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """What was said to postings of topics in the scope."""
    return [_CommentFact(said.id, row.field, said.received_on, said.replied_on, said.outcome)
            for row, _case in topic_rows(uow, scope) for notice in list_notices_of(uow, TOPIC, row.id)
            for said in notice.comments if scope.holds(said.received_on)]


def projects(uow: UnitOfWork, scope: Scope) -> list[ProjectFact]:
    """Small projects known by the end of the scope."""
    cases = {row.id: (row, case) for row, case in topic_rows(uow, scope)}
    found = []
    for one in uow.session.scalars(select(Project).where(Project.topic_id.in_(cases))):
        row, case = cases[one.topic_id]
        paid = uow.session.scalars(
            select(Payment.amount_fen).where(Payment.project_id == one.id, scope.within(Payment.on_date))
        )
        scores = uow.session.scalars(select(Score).where(Score.topic_id == row.id, Score.on_date <= scope.last)).all()
        found.append(ProjectFact(
            row.case_id, _area(uow, case), row.raised_on, one.granted_on, one.checked_on if one.accepted else None,
            one.estimate_fen, one.granted_fen or 0, sum(paid), sum(s.satisfied + s.fairly for s in scores),
            sum(s.satisfied + s.fairly + s.dissatisfied for s in scores)))
    return found


def payments(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """What was paid for small projects in the scope, line by line, with the project's area; fen."""
    cases = {row.id: case for row, case in topic_rows(uow, scope)}
    found = uow.session.execute(select(Payment, Project.topic_id).join(Project, Project.id == Payment.project_id).where(
        scope.within(Payment.on_date), Project.topic_id.in_(cases)))
    return [_PaymentFact(paid.id, _area(uow, cases[topic]), paid.on_date, paid.amount_fen) for paid, topic in found]


def payment_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The payments behind a sum, each opening its topic."""
    found = uow.session.execute(select(Payment, Project.topic_id).join(Project, Project.id == Payment.project_id).where(
        Payment.id.in_(ids)).order_by(Payment.id))
    return [RecordLine(topic, paid.voucher, paid.what or paid.payee, paid.payee, paid.on_date) for paid, topic in found]


def meeting_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The gatherings behind a number."""
    return [RecordLine(one.id, "", one.title, one.place, hall_time(one.starts_at).date())
            for one in (get_gathering(uow, number) for number in ids)]


def matter_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The matters behind a number."""
    rows = uow.session.scalars(select(Matter).where(Matter.id.in_(ids)).order_by(Matter.id))
    return [RecordLine(row.id, "", row.text[:60], row.who, row.raised_on) for row in rows]


def vote_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The votes behind a number."""
    return [RecordLine(one.id, one.code, one.title, one.check_code, one.held_on) for one in (get_vote(uow, n) for n in ids)]


def comment_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The comments behind a number, each opening the notice it was made to; who made it stands there."""
    wanted, numbers = set(ids), uow.session.scalars(select(Topic.id).join(Case, Case.id == Topic.case_id).where(
        *visible_cases(uow)).order_by(Topic.id))
    return [RecordLine(notice.id, "", said.text[:60], notice.title, said.received_on, "notices.card")
            for number in numbers for notice in list_notices_of(uow, TOPIC, number)
            for said in notice.comments if said.id in wanted]


def task_lines(uow: UnitOfWork, ids: Any) -> list[RecordLine]:
    """The topics of the tasks behind a number."""
    rows = uow.session.scalars(select(Task).where(Task.id.in_(ids)).order_by(Task.id))
    return [RecordLine(row.topic_id, "", row.text[:60], row.who, row.due_on) for row in rows]


@dataclass(frozen=True, slots=True)
class _TaskFact:
    id: int
    field: str
    due_on: date | None
    done_on: date | None
    on_time: bool


@dataclass(frozen=True, slots=True)
class _PaymentFact:
    id: int
    area: str
    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class _CommentFact:
    id: int
    field: str
    received_on: date
    replied_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class _MatterFact:
    id: int
    kind: str
    outcome: str
    raised_on: date
    answered_on: date | None


def topic_rows(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """(Topic, Case) raised up to the end of the scope and not closed before it began."""
    return list(uow.session.execute(
        select(Topic, Case).join(Case, Case.id == Topic.case_id)
        .where(Case.opened_on <= scope.last, or_(Case.closed_on.is_(None), Case.closed_on >= scope.first),
               *scope.inside(Case.area_id))))


def _topic(uow: UnitOfWork, row: Topic, case: Case) -> TopicFact:
    return TopicFact(row.case_id, row.field, row.channel, _area(uow, case),
                     (row.procedure or {}).get("title", ""), row.raised_on, len(row.raisers))


def _area(uow: UnitOfWork, case: Case) -> str:
    return get_area(uow, case.area_id).full_name if case.area_id else ""

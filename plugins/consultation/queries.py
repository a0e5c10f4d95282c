"""Reads of topics for screens and papers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api.cases import Case, CaseRow, get_case
from desk.api.db import UnitOfWork
from desk.api.meetings import GatheringRow, NoticeRow, list_gatherings_of, list_notices_of
from desk.api.places import get_area
from desk.api.votes import VoteRow, list_votes_of
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Draft, Filing, Resolution, Review, Score, Task, Topic
from plugins.consultation.procedures import Procedure, from_data


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An expert's opinion."""

    expert: str
    field: str
    unit: str
    opinion: str
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A version with what experts said to it."""

    id: int
    number: int
    kind: str
    title: str
    text: str
    author: str
    made_on: date
    notice_id: int | None
    parts: dict[str, str]
    reviews: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of carrying out."""

    id: int
    text: str
    who: str
    budget_fen: int | None
    due_on: date | None
    done_on: date | None
    result: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Residents' judgement."""

    on: date
    satisfied: int
    fairly: int
    dissatisfied: int
    remark: str


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """A record of a resolution."""

    id: int
    number: str
    title: str
    text: str
    body: str
    made_on: date


@dataclass(frozen=True, slots=True)
class FilingRow:
    """Something sent to be filed."""

    id: int
    title: str
    sent_to: str
    sent_on: date
    enclosed: str
    receipt: str
    receipt_on: date | None


@dataclass(frozen=True, slots=True)
class TopicFile:
    """Everything of a topic, read in one go. raisers, done, major, check: as in models.Topic. area: its full name."""

    case: CaseRow
    id: int
    version: int
    field: str
    channel: str
    raised_on: date
    raisers: tuple[dict[str, Any], ...]
    content: str
    scope: str
    reply: str
    lead: str
    procedure: Procedure | None
    step: str
    done: tuple[dict[str, Any], ...]
    drafts: tuple[DraftRow, ...]
    gatherings: tuple[GatheringRow, ...]
    notices: tuple[NoticeRow, ...]
    votes: tuple[VoteRow, ...]
    tasks: tuple[TaskRow, ...]
    scores: tuple[ScoreRow, ...]
    urgency: str
    major: dict[str, Any]
    check: dict[str, Any]
    area: str
    resolutions: tuple[ResolutionRow, ...]
    filings: tuple[FilingRow, ...]


def get_file(uow: UnitOfWork, topic_id: int) -> TopicFile:
    """The whole topic; NotFound unless it may be seen."""
    topic = uow.get(Topic, topic_id)
    case = get_case(uow, topic.case_id)
    tasks = uow.session.scalars(select(Task).where(Task.topic_id == topic.id).order_by(Task.id))
    scores = uow.session.scalars(select(Score).where(Score.topic_id == topic.id).order_by(Score.id))
    return TopicFile(
        case, topic.id, topic.version, topic.field, topic.channel, topic.raised_on, tuple(topic.raisers), topic.content,
        topic.scope, topic.reply, topic.lead, from_data(topic.procedure) if topic.procedure else None, topic.step,
        tuple(topic.done), _drafts(uow, topic.id), tuple(list_gatherings_of(uow, TOPIC, topic.id)),
        tuple(list_notices_of(uow, TOPIC, topic.id)), tuple(list_votes_of(uow, TOPIC, topic.id)),
        tuple(TaskRow(one.id, one.text, one.who, one.budget_fen, one.due_on, one.done_on, one.result) for one in tasks),
        tuple(ScoreRow(one.on_date, one.satisfied, one.fairly, one.dissatisfied, one.remark) for one in scores),
        topic.urgency, dict(topic.major), dict(topic.check),
        get_area(uow, case.area_id).full_name if case.area_id else "", *_outcomes(uow, topic.id))


def _outcomes(uow: UnitOfWork, topic_id: int) -> tuple[tuple[ResolutionRow, ...], tuple[FilingRow, ...]]:
    resolved = uow.session.scalars(select(Resolution).where(Resolution.topic_id == topic_id).order_by(Resolution.id))
    filed = uow.session.scalars(select(Filing).where(Filing.topic_id == topic_id).order_by(Filing.id))
    return (tuple(ResolutionRow(one.id, one.number, one.title, one.text, one.body, one.made_on) for one in resolved),
            tuple(FilingRow(one.id, one.title, one.sent_to, one.sent_on, one.enclosed, one.receipt, one.receipt_on)
                  for one in filed))


def _drafts(uow: UnitOfWork, topic_id: int) -> tuple[DraftRow, ...]:
    found = uow.session.scalars(select(Draft).where(Draft.topic_id == topic_id).order_by(Draft.number)).all()
    said: dict[int, list[ReviewRow]] = {}
    reviews = select(Review).where(Review.draft_id.in_([draft.id for draft in found])).order_by(Review.id)
    for one in uow.session.scalars(reviews):
        said.setdefault(one.draft_id, []).append(
            ReviewRow(one.expert, one.field, one.unit, one.opinion, one.text, one.on_date))
    return tuple(DraftRow(one.id, one.number, one.kind, one.title, one.text, one.author, one.made_on, one.notice_id,
                          dict(one.parts), tuple(said.get(one.id, ()))) for one in found)


def find_topic_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The topic with this number."""
    return uow.session.scalars(select(Case.id).where(Case.kind == TOPIC, Case.number == number)).one_or_none()


def find_vote_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The newest vote of the topic with this number."""
    return _last(uow, number, lambda topic: [one.id for one in list_votes_of(uow, TOPIC, topic)])


def find_gathering_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The newest gathering of the topic with this number."""
    return _last(uow, number, lambda topic: [one.id for one in list_gatherings_of(uow, TOPIC, topic)])


def find_resolution_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The resolution with this number."""
    return uow.session.scalars(select(Resolution.id).where(Resolution.number == number)).one_or_none()


def find_filing_by_number(uow: UnitOfWork, number: str) -> int | None:
    """The newest filing of the topic with this number."""
    return _last(uow, number, lambda topic: uow.session.scalars(
        select(Filing.id).where(Filing.topic_id == topic).order_by(Filing.id)).all())


def _last(uow: UnitOfWork, number: str, ids: Any) -> int | None:
    topic = find_topic_by_number(uow, number)
    found = ids(topic) if topic is not None else []
    return found[-1] if found else None

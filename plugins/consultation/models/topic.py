"""Tables: topics with their own copy of a procedure, drafts, reviews, tasks, scores, classes and procedures of one's own."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, Scoped
from plugins.consultation.base import Base


class Topic(Root, Base):
    """What consultation adds to the core case, whose id it shares. raisers: [{"name", "kind", "contact", "home", "tell",
    "told_on", "told_how"}], all of them kept when topics are merged; tell: the name may be told. procedure: its own copy;
    step: code of the present one; done: [{"code", "on", "who", "note", "ticks", "back", "spent"}] in the order it happened,
    steps walked again stand twice; spent: what was used up when it went back, see gates.

    check: the acceptance check {"sort", "lawful", "concerned", "form", "party", "on"}. major: of a major village matter
    {"kind", "amount_fen", "land" (mu), "households"}. urgency: "", "soon", "urgent".
    """

    __tablename__ = "consultation_topic"
    record_kind = "consultation.topic"
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    field: Mapped[str] = mapped_column(String(40), default="")
    channel: Mapped[str] = mapped_column(String(20), default="counter")
    raised_on: Mapped[date] = mapped_column(Date)
    raisers: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    content: Mapped[str] = mapped_column(Text, default="")
    scope: Mapped[str] = mapped_column(String(200), default="")
    urgency: Mapped[str] = mapped_column(String(10), default="")
    major: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    check: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reply: Mapped[str] = mapped_column(Text, default="")
    lead: Mapped[str] = mapped_column(String(60), default="")
    procedure: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    step: Mapped[str] = mapped_column(String(40), default="")
    done: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    merged_into: Mapped[int | None] = mapped_column(BigId)


class Draft(Root, Base):
    """One version of the plan or covenant. notice_id: the posting it hung as. parts: what a plan says besides its clauses,
    {"ground", "aim", "funding", "stages", "duty", "watch"}.
    """

    __tablename__ = "consultation_draft"
    record_kind = "consultation.draft"
    __table_args__ = (UniqueConstraint("topic_id", "number"),)
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"))
    number: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12), default="plan")
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    parts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    author: Mapped[str] = mapped_column(String(60), default="")
    made_on: Mapped[date] = mapped_column(Date)
    notice_id: Mapped[int | None] = mapped_column(BigId)


class Review(Root, Base):
    """An expert's opinion on a draft. opinion: "pass", "revise", "reject"."""

    __tablename__ = "consultation_review"
    record_kind = "consultation.review"
    draft_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_draft.id", ondelete="RESTRICT"), index=True)
    expert: Mapped[str] = mapped_column(String(60))
    field: Mapped[str] = mapped_column(String(80), default="")
    unit: Mapped[str] = mapped_column(String(120), default="")
    opinion: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text, default="")
    on_date: Mapped[date] = mapped_column(Date)


class Task(Root, Base):
    """Something that carries the decision out. budget_fen: fen."""

    __tablename__ = "consultation_task"
    record_kind = "consultation.task"
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), index=True)
    text: Mapped[str] = mapped_column(String(300))
    who: Mapped[str] = mapped_column(String(120))
    budget_fen: Mapped[int | None] = mapped_column(BigInteger)
    due_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    result: Mapped[str] = mapped_column(Text, default="")


class Score(Scoped, Base):
    """Residents' judgement, as counted from their sheets: satisfied, fairly, not."""

    __tablename__ = "consultation_score"
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), index=True)
    on_date: Mapped[date] = mapped_column(Date)
    satisfied: Mapped[int] = mapped_column(Integer)
    fairly: Mapped[int] = mapped_column(Integer)
    dissatisfied: Mapped[int] = mapped_column(Integer)
    remark: Mapped[str] = mapped_column(Text, default="")


class TopicClass(Root, Base):
    """A class of topics of the community's own list; without rows the shipped six fields hold. active: offered in forms."""

    __tablename__ = "consultation_topic_class"
    record_kind = "consultation.topic_class"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(40))
    place: Mapped[int] = mapped_column(Integer)
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class OwnProcedure(Root, Base):
    """A procedure a community made its own. data: as procedures.as_data."""

    __tablename__ = "consultation_procedure"
    record_kind = "consultation.procedure"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)

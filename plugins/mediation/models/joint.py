"""Work with others: joint studies, hand-overs with the grid, matters of the court, copies of results, legal desk, bodies."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant, Root
from plugins.mediation.models.base import Base


class JointStudy(Root, Base):
    """A joint study (集中会诊) of a hazard or a dispute. units: [{"unit", "person", "phone", "came", "opinion",
    "means"}], means "legal", "administrative", "economic"; tasks: [{"what", "who", "due", "done"}], days as text.
    """

    __tablename__ = "mediation_study"
    record_kind = "mediation.study"
    __table_args__ = (Index("ix_mediation_study_owner", "owner_kind", "owner_id"),)
    owner_kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(BigId)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(120), default="")
    host: Mapped[str] = mapped_column(String(60), default="")
    question: Mapped[str] = mapped_column(Text, default="")
    units: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    analysis: Mapped[str] = mapped_column(Text, default="")
    plan: Mapped[str] = mapped_column(Text, default="")
    tasks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    held: Mapped[bool] = mapped_column(Boolean, default=False)


class GridHandover(Root, Base):
    """A dispute handed over between the grid and the room. way: "in" from the grid, "out" to it; event: the grid's own number.

    hazard_id: the line it became; reply, replied_on: what the other side was told.
    """

    __tablename__ = "mediation_handover"
    record_kind = "mediation.handover"
    way: Mapped[str] = mapped_column(String(4), default="in")
    event: Mapped[str] = mapped_column(String(60), default="")
    on_date: Mapped[date] = mapped_column(Date)
    grid: Mapped[str] = mapped_column(String(120), default="")
    worker: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    category: Mapped[str] = mapped_column(String(40), default="other")
    text: Mapped[str] = mapped_column(Text)
    until: Mapped[date | None] = mapped_column(Date)
    hazard_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_hazard.id", ondelete="RESTRICT"), index=True)
    reply: Mapped[str] = mapped_column(Text, default="")
    replied_on: Mapped[date | None] = mapped_column(Date)


class CourtMatter(Root, Base):
    """A matter out of a court's list (诉调对接). number: the court's. stage: see court_limits.STAGES. dispute_id: the case it
    became. outcome: "", "agreed", "failed", "refused"; returned_on: the letter went back.
    """

    __tablename__ = "mediation_court_matter"
    record_kind = "mediation.court_matter"
    court: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(80), index=True)
    cause: Mapped[str] = mapped_column(String(120), default="")
    plaintiff: Mapped[str] = mapped_column(String(120), default="")
    defendant: Mapped[str] = mapped_column(String(120), default="")
    category: Mapped[str] = mapped_column(String(40), default="other")
    stage: Mapped[str] = mapped_column(String(12), default="before")
    received_on: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    judge: Mapped[str] = mapped_column(String(60), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    dispute_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    outcome: Mapped[str] = mapped_column(String(12), default="")
    result: Mapped[str] = mapped_column(Text, default="")
    returned_on: Mapped[date | None] = mapped_column(Date)


class ResultCopy(Root, Base):
    """A copy of a month's results for those who judge departments (化解结果抄送). lines: [{"number", "category", "unit",
    "limit", "outcome", "struck", "late"}], as they stood when it was made; numbers of cases only, no names of parties.
    """

    __tablename__ = "mediation_result_copy"
    record_kind = "mediation.result_copy"
    month: Mapped[int] = mapped_column(Integer)
    addressees: Mapped[str] = mapped_column(String(400))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    made_on: Mapped[date] = mapped_column(Date)
    sent_on: Mapped[date | None] = mapped_column(Date)
    receipt: Mapped[str] = mapped_column(String(200), default="")


class LegalConsult(Root, Base):
    """Somebody asked at the legal desk (一站式接待). person: as she calls herself, "" when anonymous; advice: for the legal
    desk only. outcome: see joint_kinds.CONSULT_OUTCOMES; referred_to: where she was sent; booked_on: day with the lawyer.
    """

    __tablename__ = "mediation_consult"
    record_kind = "mediation.consult"
    on_date: Mapped[date] = mapped_column(Date, index=True)
    person: Mapped[str] = mapped_column(String(60), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    kind: Mapped[str] = mapped_column(String(20), default="advice")
    question: Mapped[str] = mapped_column(Text)
    advice: Mapped[str] = mapped_column(Text, default="")
    lawyer: Mapped[str] = mapped_column(String(60), default="")
    outcome: Mapped[str] = mapped_column(String(12), default="answered")
    referred_to: Mapped[str] = mapped_column(String(120), default="")
    booked_on: Mapped[date | None] = mapped_column(Date)
    reply: Mapped[str] = mapped_column(String(400), default="")


class MediationBody(Root, Base):
    """A body that takes part in mediation (综合性调解机制). kind: see joint_kinds.BODIES; members: names."""

    __tablename__ = "mediation_body"
    record_kind = "mediation.body"
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    leader: Mapped[str] = mapped_column(String(60), default="")
    members: Mapped[str] = mapped_column(String(400), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    task: Mapped[str] = mapped_column(String(400), default="")
    ended_on: Mapped[date | None] = mapped_column(Date)


class LeadBody(Root, Base):
    """Which body leads a hazard or a dispute and which join in (joined: ids)."""

    __tablename__ = "mediation_lead_body"
    record_kind = "mediation.lead_body"
    __table_args__ = (Index("ix_mediation_lead_body_owner", "owner_kind", "owner_id", unique=True),)
    owner_kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(BigId)
    lead_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_body.id", ondelete="RESTRICT"), index=True)
    joined: Mapped[list[int]] = mapped_column(JSON, default=list)

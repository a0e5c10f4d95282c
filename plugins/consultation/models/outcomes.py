"""Tables of what comes of topics: resolutions, filings with the street office, covenants in force and their reviews."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.consultation.base import Base


class Resolution(Root, Base):
    """What was resolved, as the record of the resolution says it. body: the meeting that resolved it."""

    __tablename__ = "consultation_resolution"
    record_kind = "consultation.resolution"
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(String(120), default="")
    made_on: Mapped[date] = mapped_column(Date)
    vote_id: Mapped[int | None] = mapped_column(BigId)


class Filing(Root, Base):
    """Something sent to the street office to be filed. receipt: number or words of what came back."""

    __tablename__ = "consultation_filing"
    record_kind = "consultation.filing"
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    sent_to: Mapped[str] = mapped_column(String(120))
    sent_on: Mapped[date] = mapped_column(Date)
    enclosed: Mapped[str] = mapped_column(String(400), default="")
    receipt: Mapped[str] = mapped_column(String(200), default="")
    receipt_on: Mapped[date | None] = mapped_column(Date)


class Covenant(Root, Base):
    """A covenant of neighbours. version: counted over what it replaces. households, signed: how many live there and signed.

    state: "force", "replaced", "ended". review_on: the day somebody looks whether it still fits.
    """

    __tablename__ = "consultation_covenant"
    record_kind = "consultation.covenant"
    __table_args__ = (Index("ix_consultation_covenant_state", "community_id", "state", "review_on"),)
    title: Mapped[str] = mapped_column(String(200))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"))
    text: Mapped[str] = mapped_column(Text)
    edition: Mapped[int] = mapped_column(Integer, default=1)
    topic_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"))
    adopted_on: Mapped[date] = mapped_column(Date)
    adopted_by: Mapped[str] = mapped_column(String(120), default="")
    checked_by: Mapped[str] = mapped_column(String(120), default="")
    households: Mapped[int | None] = mapped_column(Integer)
    signed: Mapped[int | None] = mapped_column(Integer)
    review_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(10), default="force")
    ended_on: Mapped[date | None] = mapped_column(Date)
    ended_reason: Mapped[str] = mapped_column(String(300), default="")
    replaces_id: Mapped[int | None] = mapped_column(BigId)


class CovenantReview(Root, Base):
    """Somebody looked whether a covenant still fits. outcome: "keep", "amend", "end"."""

    __tablename__ = "consultation_covenant_review"
    record_kind = "consultation.covenant_review"
    covenant_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_covenant.id", ondelete="RESTRICT"), index=True)
    on_date: Mapped[date] = mapped_column(Date)
    who: Mapped[str] = mapped_column(String(120), default="")
    finding: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(10))

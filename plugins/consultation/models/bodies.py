"""Tables of standing bodies (councils, self-government groups) and of matters that people bring to gatherings."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, Scoped
from plugins.consultation.base import Base


class Body(Root, Base):
    """A council or group with a term. kind: kinds.BODIES. area_id: where it works, None for the whole community."""

    __tablename__ = "consultation_body"
    record_kind = "consultation.body"
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(120))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"))
    founded_on: Mapped[date] = mapped_column(Date)
    founded_by: Mapped[str] = mapped_column(String(200), default="")
    term_from: Mapped[date] = mapped_column(Date)
    term_to: Mapped[date] = mapped_column(Date)
    rules: Mapped[str] = mapped_column(Text, default="")
    ended_on: Mapped[date | None] = mapped_column(Date)
    ended_reason: Mapped[str] = mapped_column(String(200), default="")


class Seat(Scoped, Base):
    """Who sits in a body from when to when. post: kinds.POSTS; kind: as of people called to gatherings."""

    __tablename__ = "consultation_seat"
    body_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_body.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(60))
    post: Mapped[str] = mapped_column(String(12), default="member")
    kind: Mapped[str] = mapped_column(String(40), default="")
    unit: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    from_on: Mapped[date] = mapped_column(Date)
    to_on: Mapped[date | None] = mapped_column(Date)


class Matter(Root, Base):
    """Something a person brought to a gathering: an opinion on a stool, a visit to a talk point, a question at a hearing, a
    matter between the four parties. outcome: kinds.OUTCOMES. topic_id: the topic it became. from_id: the matter of an earlier
    gathering that it carries on. handed_kind, handed_id: the record of another module that came of it.
    """

    __tablename__ = "consultation_matter"
    record_kind = "consultation.matter"
    __table_args__ = (Index("ix_consultation_matter_open", "community_id", "outcome", "promised_on"),)
    gathering_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_gathering.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    who: Mapped[str] = mapped_column(String(60), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(10), default="open")
    answer: Mapped[str] = mapped_column(Text, default="")
    does: Mapped[str] = mapped_column(String(120), default="")
    raised_on: Mapped[date] = mapped_column(Date)
    promised_on: Mapped[date | None] = mapped_column(Date)
    answered_on: Mapped[date | None] = mapped_column(Date)
    topic_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"))
    from_id: Mapped[int | None] = mapped_column(BigId)
    handed_kind: Mapped[str] = mapped_column(String(60), default="")
    handed_id: Mapped[int | None] = mapped_column(BigId)

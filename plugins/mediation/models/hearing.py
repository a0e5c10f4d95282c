"""Sittings: planned, held, recorded; investigations before them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant
from plugins.mediation.models.base import Base, OfDispute


class Session(OfDispute, Base):
    """One sitting. present: party ids. invited: [{"name", "role", "consent"}] (R5). outcome: see sessions.OUTCOMES.

    way: by law, by virtue, by consultation. legal_worker: who came; legal_absent: why nobody did. read_out: [{"text", "at"}]
    what was read aloud and when. private_note: the mediator's own, never on any paper. place_kind: "room", "doorstep", "shop",
    "mobile".
    """

    __tablename__ = "mediation_session"
    record_kind = "mediation.session"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)
    number: Mapped[int] = mapped_column(Integer)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(120), default="")
    place_kind: Mapped[str] = mapped_column(String(12), default="room")
    matter: Mapped[str] = mapped_column(String(200), default="")
    way: Mapped[str] = mapped_column(String(12), default="consultation")
    legal_worker: Mapped[str] = mapped_column(String(120), default="")
    legal_absent: Mapped[str] = mapped_column(String(200), default="")
    present: Mapped[list[int]] = mapped_column(JSON, default=list)
    invited: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    read_out: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    record: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(String(20), default="continued")
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    recorder: Mapped[str] = mapped_column(String(60), default="")
    private_note: Mapped[str] = mapped_column(Text, default="")


class Plan(OfDispute, Base):
    """A sitting to come. booking_id: the room's booking, None for another place. state: "planned", "held", "cancelled".

    invited: [{"name", "role", "consent"}] (R5). legal_worker: invited to a sitting by law (诉调对接).
    """

    __tablename__ = "mediation_plan"
    record_kind = "mediation.plan"
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    venue_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_venue.id", ondelete="RESTRICT"))
    booking_id: Mapped[int | None] = mapped_column(BigId)
    place: Mapped[str] = mapped_column(String(120), default="")
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    invited: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    bring: Mapped[str] = mapped_column(String(400), default="")
    legal_worker: Mapped[str] = mapped_column(String(120), default="")
    way: Mapped[str] = mapped_column(String(12), default="consultation")
    contact: Mapped[str] = mapped_column(String(60), default="")
    state: Mapped[str] = mapped_column(String(12), default="planned", index=True)
    session_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_session.id", ondelete="RESTRICT"))


class Investigation(OfDispute, Base):
    """An investigation. asked: [{"name", "sex", "age", "ethnic", "occupation", "address", "contact", "relation"}].

    lines: [{"q", "a"}]; attendants, investigators: names.
    """

    __tablename__ = "mediation_investigation"
    record_kind = "mediation.investigation"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)
    number: Mapped[int] = mapped_column(Integer)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(120), default="")
    attendants: Mapped[list[str]] = mapped_column(JSON, default=list)
    asked: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    investigators: Mapped[list[str]] = mapped_column(JSON, default=list)
    recorder: Mapped[str] = mapped_column(String(60), default="")

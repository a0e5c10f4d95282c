"""Tables: gatherings, who was called and came, what was decided; notices, where they hung, what was said to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped


class Gathering(Root, Base):
    """A meeting of any kind. kind: code of kinds.GATHERINGS. owner_kind, owner_id: the record it belongs to.

    heads: rough head count where no roll is kept. points: [{"who", "said"}]. agreed, open_points: what was and was not
    agreed. closed: the minutes stand and no longer change.
    """

    __tablename__ = "core_gathering"
    record_kind = "gathering"
    __table_args__ = (Index("ix_core_gathering_owner", "owner_kind", "owner_id"),)
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(120), default="")
    convener: Mapped[str] = mapped_column(String(120), default="")
    host: Mapped[str] = mapped_column(String(60), default="")
    recorder: Mapped[str] = mapped_column(String(60), default="")
    contact: Mapped[str] = mapped_column(String(120), default="")
    agenda: Mapped[str] = mapped_column(Text, default="")
    noticed_on: Mapped[date | None] = mapped_column(Date)
    heads: Mapped[int | None] = mapped_column(Integer)
    points: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    agreed: Mapped[str] = mapped_column(Text, default="")
    open_points: Mapped[str] = mapped_column(Text, default="")
    closed: Mapped[bool] = mapped_column(Boolean, default=False)


class Attendee(Scoped, Base):
    """Somebody called to a gathering. role: as kinds.ATTENDEES. state: "called", "came", "excused", "absent"."""

    __tablename__ = "core_attendee"
    gathering_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_gathering.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(40), default="")
    unit: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    state: Mapped[str] = mapped_column(String(10), default="called")
    stands_for: Mapped[str] = mapped_column(String(60), default="")


class Decision(Scoped, Base):
    """What a gathering decided and who does it by when. done_on: when it was."""

    __tablename__ = "core_decision"
    gathering_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_gathering.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String(400))
    who: Mapped[str] = mapped_column(String(120), default="")
    due_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    result: Mapped[str] = mapped_column(String(300), default="")


class Notice(Root, Base):
    """Something posted in public. kind: code of kinds.NOTICES. period: [amount, unit, source]; until: last day.

    state: "draft", "approved", "posted", "closed", "withdrawn". approved_by: nothing hangs without. places: where.
    """

    __tablename__ = "core_notice"
    record_kind = "notice"
    __table_args__ = (Index("ix_core_notice_owner", "owner_kind", "owner_id"),
                      Index("ix_core_notice_until", "community_id", "state", "until"))
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)
    about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    state: Mapped[str] = mapped_column(String(10), default="draft")
    places: Mapped[list[str]] = mapped_column(JSON, default=list)
    feedback: Mapped[str] = mapped_column(String(300), default="")
    amount: Mapped[int] = mapped_column(Integer, default=7)
    unit: Mapped[str] = mapped_column(String(10), default="day")
    source: Mapped[str] = mapped_column(String(200), default="")
    approved_by: Mapped[str] = mapped_column(String(60), default="")
    posted_on: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closing_note: Mapped[str] = mapped_column(Text, default="")
    early_reason: Mapped[str] = mapped_column(String(300), default="")


class NoticeAnswer(Root, Base):
    """What somebody whom a notice concerns is told privately beside it (systems #4). told_on, told_how: when and how it reached
    her; both empty until then. Her name is kept here and never in the notice.
    """

    __tablename__ = "core_notice_answer"
    record_kind = "notice.answer"
    notice_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_notice.id", ondelete="RESTRICT"), index=True)
    who: Mapped[str] = mapped_column(String(60))
    contact: Mapped[str] = mapped_column(String(60), default="")
    text: Mapped[str] = mapped_column(Text)
    told_on: Mapped[date | None] = mapped_column(Date)
    told_how: Mapped[str] = mapped_column(String(20), default="")


class NoticeComment(Root, Base):
    """What somebody said to a notice, and the answer. who "" is anonymous. outcome: "", "taken", "partly", "not"."""

    __tablename__ = "core_notice_comment"
    record_kind = "notice.comment"
    notice_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_notice.id", ondelete="RESTRICT"), index=True)
    received_on: Mapped[date] = mapped_column(Date)
    who: Mapped[str] = mapped_column(String(60), default="")
    channel: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(10), default="")
    reply: Mapped[str] = mapped_column(Text, default="")
    replied_on: Mapped[date | None] = mapped_column(Date)

"""Tables: events, to whom they were dispatched or handed over, press notes, kinds of events as the hall has them."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desk.api.db import BigId, Instant, PluginBase, Root


class Base(PluginBase, DeclarativeBase, plugin="grid"):
    """Tables of grid events."""


class Event(Root, Base):
    """An event; its id is its matter's. kind: see event_kinds.py; level, channel, outcome, rating: see kinds.py.

    found_on: civil day of found_at. parties: between whom, of disputes. reporter, phone: only if she wants an answer. unit: who
    handled it last, "" its own grid. spot: settled at once. limit_on: last day as it stood when it was settled. done_at:
    settled. reopened: how often, reopened_on: the last time.
    """

    __tablename__ = "grid_event"
    record_kind = "grid.event"
    __table_args__ = (Index("ix_grid_event_found", "community_id", "found_on"),)
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    found_at: Mapped[datetime] = mapped_column(Instant)
    found_on: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(40))
    level: Mapped[str] = mapped_column(String(12), default="community")
    channel: Mapped[str] = mapped_column(String(12), default="round")
    place: Mapped[str] = mapped_column(String(200), default="")
    summary: Mapped[str] = mapped_column(Text)
    parties: Mapped[str] = mapped_column(String(200), default="")
    worker: Mapped[str] = mapped_column(String(60), default="")
    reporter: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    unit: Mapped[str] = mapped_column(String(120), default="")
    spot: Mapped[bool] = mapped_column(Boolean, default=False)
    limit_on: Mapped[date | None] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    done_by: Mapped[str] = mapped_column(String(64), default="")
    outcome: Mapped[str] = mapped_column(String(12), default="")
    result: Mapped[str] = mapped_column(Text, default="")
    rating: Mapped[str] = mapped_column(String(12), default="")
    revisited_on: Mapped[date | None] = mapped_column(Date)
    filed_on: Mapped[date | None] = mapped_column(Date, index=True)
    reopened: Mapped[int] = mapped_column(Integer, default=0)
    reopened_on: Mapped[date | None] = mapped_column(Date)


class Dispatch(Root, Base):
    """An event went to somebody. way: "unit" by a dispatch sheet, "module" handed over in the program, "slip" on paper.

    joined: who helps, by names. taker_kind, taker_id: the record it became in the other module. outcome: "" waits, "done",
    "returned", "again" (sent on elsewhere). reply: what came back, replied_on: when.
    """

    __tablename__ = "grid_dispatch"
    record_kind = "grid.dispatch"
    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("grid_event.id", ondelete="RESTRICT"), index=True)
    way: Mapped[str] = mapped_column(String(8), default="unit")
    unit: Mapped[str] = mapped_column(String(120))
    joined: Mapped[str] = mapped_column(String(200), default="")
    task: Mapped[str] = mapped_column(Text, default="")
    sent_on: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    taker_kind: Mapped[str] = mapped_column(String(60), default="")
    taker_id: Mapped[int | None] = mapped_column(BigId)
    outcome: Mapped[str] = mapped_column(String(12), default="")
    reply: Mapped[str] = mapped_column(Text, default="")
    replied_on: Mapped[date | None] = mapped_column(Date)


class Press(Root, Base):
    """A press note (督办) to whoever has the event in hand. until: by when an answer is asked for; reply: what came back."""

    __tablename__ = "grid_press"
    record_kind = "grid.press"
    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("grid_event.id", ondelete="RESTRICT"), index=True)
    unit: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    on_date: Mapped[date] = mapped_column(Date, index=True)
    until: Mapped[date | None] = mapped_column(Date)
    reply: Mapped[str] = mapped_column(Text, default="")
    replied_on: Mapped[date | None] = mapped_column(Date)


class KindRow(Root, Base):
    """A kind of event as the hall has it, once the shipped ones were changed. place: order in forms."""

    __tablename__ = "grid_kind"
    record_kind = "grid.kind"
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str] = mapped_column(String(120), default="")
    days: Mapped[int] = mapped_column(Integer)
    level: Mapped[str] = mapped_column(String(12), default="community")
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    place: Mapped[int] = mapped_column(Integer, default=0)

"""Tables: days that differ from the plain week where the hall keeps a year of its own; schedules, duty rosters."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Root, Scoped


class Workday(Scoped, Base):
    """A holiday ("off") or a weekend worked in exchange ("on"). A year with rows replaces the published year whole."""

    __tablename__ = "core_workday"
    record_kind = "workday"
    __table_args__ = (UniqueConstraint("community_id", "day"),)
    year: Mapped[int] = mapped_column(Integer, index=True)
    day: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(3))
    name: Mapped[str] = mapped_column(String(40), default="")
    source: Mapped[str] = mapped_column(String(120), default="")


class Schedule(Root, Base):
    """Something that comes again. kind: "desk.general", or a plugin's own ("mediation.patrol"); rule: as `recurrence.Rule`.

    made_until: plain days up to here have their rows; later ones are worked out when asked. ahead: days before the due day
    from which the home page reminds. who: who does it, as shown. area_id: where.
    """

    __tablename__ = "core_schedule"
    record_kind = "schedule"
    __table_args__ = (Index("ix_core_schedule_kind", "community_id", "kind"),)
    kind: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(160))
    rule: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    paused: Mapped[bool] = mapped_column(Boolean, default=False)
    paused_reason: Mapped[str] = mapped_column(String(200), default="")
    ahead: Mapped[int] = mapped_column(Integer, default=0)
    who: Mapped[str] = mapped_column(String(200), default="")
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    note: Mapped[str] = mapped_column(Text, default="")
    made_until: Mapped[date | None] = mapped_column(Date)


class Occurrence(Scoped, Base):
    """One time of a schedule. state: "open", "done", "skipped". result_kind, result_id: what was made of it (a visit)."""

    __tablename__ = "core_occurrence"
    __table_args__ = (UniqueConstraint("schedule_id", "nominal"),)
    schedule_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_schedule.id", ondelete="RESTRICT"))
    nominal: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date, index=True)
    state: Mapped[str] = mapped_column(String(10), default="open")
    done_on: Mapped[date | None] = mapped_column(Date)
    done_by: Mapped[str] = mapped_column(String(64), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    result_kind: Mapped[str] = mapped_column(String(60), default="")
    result_id: Mapped[int | None] = mapped_column(BigId)


class Duty(Root, Base):
    """Who is on duty in a roster on a day. slot: "上午", "" for the whole day; deputy: who stands in."""

    __tablename__ = "core_duty"
    record_kind = "duty"
    __table_args__ = (UniqueConstraint("community_id", "roster", "day", "slot"),)
    roster: Mapped[str] = mapped_column(String(60))
    day: Mapped[date] = mapped_column(Date)
    slot: Mapped[str] = mapped_column(String(40), default="")
    who: Mapped[str] = mapped_column(String(60))
    deputy: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(200), default="")

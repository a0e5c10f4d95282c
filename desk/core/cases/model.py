"""Tables: matters, their timeline, clocks, parties, handlers and links."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped

FAR = date(9999, 12, 31)
"""`Case.due_on` when no clock runs: paging needs a value."""


class Case(Root, Base):
    """A matter of some kind. due_on: the earliest last day of its running clocks, FAR when there is none.

    number: None until one was given. source: where it came from. class_code: class within its kind.
    summary: what lists show under the title.
    """

    __tablename__ = "core_case"
    record_kind = "case"
    __table_args__ = (UniqueConstraint("community_id", "kind", "number"),
                      Index("ix_core_case_state", "community_id", "kind", "state"),
                      Index("ix_core_case_opened", "community_id", "kind", "opened_on", "id"),
                      Index("ix_core_case_due", "community_id", "due_on", "id"))
    kind: Mapped[str] = mapped_column(String(60))
    number: Mapped[str | None] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(40))
    opened_on: Mapped[date] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date, default=FAR)
    handler_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_staff_user.id", ondelete="RESTRICT"), index=True)
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    confidential: Mapped[bool] = mapped_column(Boolean, default=False)
    source: Mapped[str] = mapped_column(String(60), default="")
    class_code: Mapped[str] = mapped_column(String(40), default="")
    summary: Mapped[str] = mapped_column(Text, default="")


class CaseEntry(Scoped, Base):
    """A line of the timeline; only ever added. code: see entries.ENTRIES; what: the move's or limit's code.

    on_date: the day it happened on, as told; at: the moment it was written down. private: never printed.
    """

    __tablename__ = "core_case_entry"
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    who: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(40))
    what: Mapped[str] = mapped_column(String(60), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    from_state: Mapped[str] = mapped_column(String(40), default="")
    to_state: Mapped[str] = mapped_column(String(40), default="")
    on_date: Mapped[date] = mapped_column(Date)
    private: Mapped[bool] = mapped_column(Boolean, default=False)


class CaseClock(Scoped, Base):
    """A deadline. due_on: the last day; unmoved_on: the same before holidays moved it. unit "" for an agreed day."""

    __tablename__ = "core_case_clock"
    __table_args__ = (Index("ix_core_case_clock_running", "community_id", "stopped_on", "unmoved_on"),)
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), index=True)
    limit_code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    amount: Mapped[int] = mapped_column(Integer, default=0)
    unit: Mapped[str] = mapped_column(String(10), default="")
    source: Mapped[str] = mapped_column(String(200), default="")
    started_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    unmoved_on: Mapped[date] = mapped_column(Date)
    paused_on: Mapped[date | None] = mapped_column(Date)
    paused_reason: Mapped[str] = mapped_column(String(200), default="")
    stopped_on: Mapped[date | None] = mapped_column(Date)


class CaseParty(Scoped, Base):
    """A registered person or organisation with a role in the matter; who is not registered lives with the plugin."""

    __tablename__ = "core_case_person"
    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_party"),)
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), index=True)
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    role: Mapped[str] = mapped_column(String(40))


class CaseHandler(Scoped, Base):
    """Who may see a confidential matter besides its handler."""

    __tablename__ = "core_case_handler"
    __table_args__ = (UniqueConstraint("case_id", "user_id"),)
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"))
    user_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_staff_user.id", ondelete="RESTRICT"), index=True)


class Link(Scoped, Base):
    """Two records that belong together; soft on both ends, because one may be a plugin's. meaning: a short word."""

    __tablename__ = "core_link"
    __table_args__ = (UniqueConstraint("from_kind", "from_id", "to_kind", "to_id", "meaning"),
                      Index("ix_core_link_back", "to_kind", "to_id"))
    from_kind: Mapped[str] = mapped_column(String(60))
    from_id: Mapped[int] = mapped_column(BigId)
    to_kind: Mapped[str] = mapped_column(String(60))
    to_id: Mapped[int] = mapped_column(BigId)
    meaning: Mapped[str] = mapped_column(String(40), default="")

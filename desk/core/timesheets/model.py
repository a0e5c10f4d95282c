"""Tables of the time sheets. Pairs are what a sheet says and may be put right until entered; entries are never changed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped


class TimeHolder(Scoped, Base):
    """Whose time: the row that is locked while overlap is looked for, so that two desks cannot sign one person in twice."""

    __tablename__ = "core_time_holder"
    __table_args__ = (UniqueConstraint("community_id", "holder_kind", "holder_id"),)
    holder_kind: Mapped[str] = mapped_column(String(40))
    holder_id: Mapped[int] = mapped_column(BigId)


class TimePublication(Root, Base):
    """Pairs shown together before entry. last_day: objections may come until then; may be entered after it."""

    __tablename__ = "core_time_publication"
    record_kind = "time_publication"
    published_on: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date, index=True)
    workdays: Mapped[int] = mapped_column(Integer)
    place: Mapped[str] = mapped_column(String(120), default="")
    entered_on: Mapped[date | None] = mapped_column(Date)


class TimePair(Root, Base):
    """In and out of one person at one source. day: hall's date of the beginning. unserved: minutes of travel and breaks.

    state: "open" (not signed out), "closed", "confirmed", "published", "entered", "struck". witness, late_reason: for what
    was written down afterwards. objection: what somebody said against it.
    """

    __tablename__ = "core_time_pair"
    record_kind = "time_pair"
    __table_args__ = (CheckConstraint("ended_at IS NULL OR ended_at > started_at", name="order"),
                      Index("ix_core_time_pair_holder", "holder_kind", "holder_id", "started_at"),
                      Index("ix_core_time_pair_source", "source_kind", "source_id"))
    holder_kind: Mapped[str] = mapped_column(String(40))
    holder_id: Mapped[int] = mapped_column(BigId)
    source_kind: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[int] = mapped_column(BigId)
    day: Mapped[date] = mapped_column(Date, index=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    unserved: Mapped[int] = mapped_column(Integer, default=0)
    state: Mapped[str] = mapped_column(String(12), default="open", index=True)
    witness: Mapped[str] = mapped_column(String(60), default="")
    late_reason: Mapped[str] = mapped_column(String(200), default="")
    objection: Mapped[str] = mapped_column(String(400), default="")
    publication_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_time_publication.id", ondelete="RESTRICT"), index=True)

    @property
    def minutes(self) -> int:
        """Served minutes, 0 while the pair is open."""
        if self.ended_at is None:
            return 0
        return max(0, int((self.ended_at - self.started_at).total_seconds() // 60) - self.unserved)


class TimeEntry(Scoped, Base):
    """Minutes that count, signed. kind: "served" or "correction". The sum over a pair is what was served in it."""

    __tablename__ = "core_time_entry"
    record_kind = "time_entry"
    __table_args__ = (Index("ix_core_time_entry_holder", "holder_kind", "holder_id", "day"),
                      Index("ix_core_time_entry_source", "source_kind", "source_id"),
                      CheckConstraint("minutes <> 0", name="minutes"))
    pair_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_time_pair.id", ondelete="RESTRICT"), index=True)
    holder_kind: Mapped[str] = mapped_column(String(40))
    holder_id: Mapped[int] = mapped_column(BigId)
    source_kind: Mapped[str] = mapped_column(String(40))
    source_id: Mapped[int] = mapped_column(BigId)
    day: Mapped[date] = mapped_column(Date, index=True)
    minutes: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(200), default="")
    witness: Mapped[str] = mapped_column(String(60), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))

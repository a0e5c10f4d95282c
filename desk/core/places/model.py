"""Tables: areas, venues, bookings."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root


class Area(Root, Base):
    """A piece of the community. path: ids from the top to itself, "/1/7/23/". full_name: as an address says it.

    grid_id: the grid that serves it, where it does not lie in one by its parents (estates cut by several grids).
    code: the hall's or the bureau's code; None, never "", when there is none. came_from: ids of the grids it was made out of,
    when one was split or several were merged; None for one that was drawn anew.
    """

    __tablename__ = "core_area"
    record_kind = "area"
    __table_args__ = (UniqueConstraint("community_id", "code"), Index("ix_core_area_path", "community_id", "path"))
    code: Mapped[str | None] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(80))
    full_name: Mapped[str] = mapped_column(String(320), default="")
    path: Mapped[str] = mapped_column(String(200), default="")
    parent_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    grid_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    households: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text, default="")
    active_from: Mapped[date | None] = mapped_column(Date)
    active_to: Mapped[date | None] = mapped_column(Date)
    closed_reason: Mapped[str] = mapped_column(String(200), default="")
    came_from: Mapped[list[int] | None] = mapped_column(JSON)


class Venue(Root, Base):
    """A place people meet in. capacity: persons. hours, equipment: as written on its door."""

    __tablename__ = "core_venue"
    record_kind = "venue"
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(20))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    address: Mapped[str] = mapped_column(String(200), default="")
    capacity: Mapped[int | None] = mapped_column(Integer)
    keeper: Mapped[str] = mapped_column(String(60), default="")
    keeper_phone: Mapped[str] = mapped_column(String(40), default="")
    hours: Mapped[str] = mapped_column(String(200), default="")
    equipment: Mapped[str] = mapped_column(String(200), default="")
    closed_on: Mapped[date | None] = mapped_column(Date)


class Booking(Root, Base):
    """A venue taken from one moment up to, not including, another. owner_kind, owner_id: the record it is for."""

    __tablename__ = "core_booking"
    record_kind = "booking"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="order"),
                      Index("ix_core_booking_times", "venue_id", "starts_at"))
    venue_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_venue.id", ondelete="RESTRICT"))
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    purpose: Mapped[str] = mapped_column(String(120))
    contact: Mapped[str] = mapped_column(String(60), default="")
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_reason: Mapped[str] = mapped_column(String(200), default="")

"""Orders: what a resident wishes, who takes it, how it went."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant, Root
from plugins.volunteer.models.base import Base


class Order(Root, Base):
    """state: "placed", "refused", "offered", "taken", "done", "rated", "cancelled". skill: what it needs, "" for anybody.

    address: shown to the taker only. pair_id: the hours it became. style: one of the six styles of neighbour help.
    offered_at: checked and offered first; taken_at: taken by whoever has it now.
    """

    __tablename__ = "volunteer_order"
    record_kind = "volunteer.order"
    number: Mapped[str] = mapped_column(String(80), default="")
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"))
    asker: Mapped[str] = mapped_column(String(60), default="")
    contact: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"))
    skill: Mapped[str] = mapped_column(String(20), default="")
    style: Mapped[str] = mapped_column(String(12), default="")
    wish: Mapped[str] = mapped_column(Text)
    wanted_at: Mapped[datetime] = mapped_column(Instant)
    wanted_until: Mapped[datetime] = mapped_column(Instant)
    placed_on: Mapped[date] = mapped_column(Date)
    offered_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(12), default="placed", index=True)
    why: Mapped[str] = mapped_column(String(200), default="")
    taker_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    pair_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_time_pair.id", ondelete="RESTRICT"))
    rating: Mapped[int | None] = mapped_column(Integer)
    praise: Mapped[str] = mapped_column(String(400), default="")


class Offer(Root, Base):
    """An order offered to a matching volunteer. state: "open", "taken", "declined", "returned"."""

    __tablename__ = "volunteer_offer"
    record_kind = "volunteer.offer"
    __table_args__ = (UniqueConstraint("order_id", "volunteer_id"),)
    order_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_order.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    state: Mapped[str] = mapped_column(String(12), default="open")

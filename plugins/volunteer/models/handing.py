"""Handing hours over to an outside volunteer system: each entry once, and what the other side answered."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.volunteer.models.base import Base


class HandOver(Root, Base):
    """A file that was written for an outside system. lines: how many it held."""

    __tablename__ = "volunteer_hand_over"
    record_kind = "volunteer.hand_over"
    system: Mapped[str] = mapped_column(String(80))
    day: Mapped[date] = mapped_column(Date)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    lines: Mapped[int] = mapped_column(Integer, default=0)


class HandOverLine(Root, Base):
    """An entry in a file. code: names the line on both sides. state: "sent", "accepted", "refused" (with `said`).

    An entry is handed to one system once; refused ones may go again, in a new line with the next `attempt`.
    """

    __tablename__ = "volunteer_hand_over_line"
    record_kind = "volunteer.hand_over_line"
    __table_args__ = (UniqueConstraint("community_id", "code"),
                      UniqueConstraint("community_id", "system", "entry_id", "attempt"))
    hand_over_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_hand_over.id", ondelete="RESTRICT"), index=True)
    entry_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_time_entry.id", ondelete="RESTRICT"), index=True)
    volunteer_id: Mapped[int] = mapped_column(BigId, ForeignKey("volunteer_volunteer.id", ondelete="RESTRICT"), index=True)
    system: Mapped[str] = mapped_column(String(80))
    attempt: Mapped[int] = mapped_column(Integer, default=1)
    code: Mapped[str] = mapped_column(String(40))
    minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12), default="sent")
    said: Mapped[str] = mapped_column(String(200), default="")

"""Table: days that differ from the plain week, where the hall keeps a year of its own."""

from datetime import date

from sqlalchemy import Date, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, Scoped


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

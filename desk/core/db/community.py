"""Table: the communities themselves; every scoped record refers to one, so it lies on the ground floor."""

from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, Record


class Community(Record, Base):
    """The hall's own names, as printed; every other root record belongs to one."""

    __tablename__ = "core_community"
    record_kind = "community"
    code: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str] = mapped_column(String(80))
    street: Mapped[str] = mapped_column(String(80), default="")
    committee: Mapped[str] = mapped_column(String(120), default="")
    hall: Mapped[str] = mapped_column(String(120), default="")
    org_short: Mapped[str] = mapped_column(String(20), default="")
    practice: Mapped[bool] = mapped_column(Boolean, default=False)

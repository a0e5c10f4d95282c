"""Tables: frozen months with their figures, corrections of them, and reports made of tables.

Frozen figures and corrections are only ever added (a trigger holds that): a later change of records shows in the correction
list and becomes an entry with a reason.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Root, Scoped

EVERYWHERE = 0
"""`area_key` of figures for the whole community."""


class FrozenMonth(Root, Base):
    """One table of one month as it was frozen. area_key: an area's id or EVERYWHERE. lines: {"by": [[key, title]…], "across":
    …} as they were called then. bases: ratio code → base code that was chosen. check_code: over all its figures.
    """

    __tablename__ = "core_statistics_month"
    record_kind = "statistics_month"
    __table_args__ = (UniqueConstraint("community_id", "table_code", "area_key", "month"),)
    table_code: Mapped[str] = mapped_column(String(80))
    area_key: Mapped[int] = mapped_column(BigId, default=EVERYWHERE)
    month: Mapped[date] = mapped_column(Date)
    check_code: Mapped[str] = mapped_column(String(20))
    lines: Mapped[dict[str, Any]] = mapped_column(JSON)
    bases: Mapped[dict[str, str]] = mapped_column(JSON)


class FrozenCell(Scoped, Base):
    """A figure of a frozen month. value: records, or the amount's smallest unit. records: [[id, value]…]."""

    __tablename__ = "core_statistics_cell"
    month_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_statistics_month.id", ondelete="RESTRICT"), index=True)
    figure: Mapped[str] = mapped_column(String(80))
    by_key: Mapped[str] = mapped_column(String(120))
    across_key: Mapped[str] = mapped_column(String(120))
    value: Mapped[int] = mapped_column(BigInteger)
    records: Mapped[list[Any]] = mapped_column(JSON)


class Correction(Root, Base):
    """Changes of records after the month was frozen, taken into its figures. serial: 1, 2, … within the month."""

    __tablename__ = "core_statistics_correction"
    record_kind = "statistics_correction"
    __table_args__ = (UniqueConstraint("month_id", "serial"),)
    month_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_statistics_month.id", ondelete="RESTRICT"))
    serial: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)
    check_code: Mapped[str] = mapped_column(String(20))


class CorrectionCell(Scoped, Base):
    """What a correction changes in one figure. added, removed: [[id, value]…]; change: what is added to the value."""

    __tablename__ = "core_statistics_change"
    correction_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("core_statistics_correction.id", ondelete="RESTRICT"), index=True)
    figure: Mapped[str] = mapped_column(String(80))
    by_key: Mapped[str] = mapped_column(String(120))
    across_key: Mapped[str] = mapped_column(String(120))
    change: Mapped[int] = mapped_column(BigInteger)
    added: Mapped[list[Any]] = mapped_column(JSON)
    removed: Mapped[list[Any]] = mapped_column(JSON)


class Report(Root, Base):
    """A table of a period and area that was made into a paper: what the print archive files it under."""

    __tablename__ = "core_statistics_report"
    record_kind = "statistics_report"
    __table_args__ = (UniqueConstraint("community_id", "table_code", "period", "area_key"),)
    table_code: Mapped[str] = mapped_column(String(80))
    period: Mapped[str] = mapped_column(String(10))
    area_key: Mapped[int] = mapped_column(BigId, default=EVERYWHERE)

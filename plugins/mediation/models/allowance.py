"""Per-case allowance (以案定补): what a case of which class is paid, and the sheets it is paid by."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, Scoped
from plugins.mediation.models.base import Base


class AllowanceClass(Root, Base):
    """What the hall pays for a case. fits: which cases, see allowance.FITS; the first class that fits counts. fen: a case.

    needs_performed, needs_filed: only when the agreement is performed, the dossier filed. source: whose rule it is.
    """

    __tablename__ = "mediation_allowance_class"
    record_kind = "mediation.allowance_class"
    place: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(60))
    fits: Mapped[list[Any]] = mapped_column(JSON, default=list)
    fen: Mapped[int] = mapped_column(BigInteger)
    needs_performed: Mapped[bool] = mapped_column(Boolean, default=True)
    needs_filed: Mapped[bool] = mapped_column(Boolean, default=True)
    valid_from: Mapped[date] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(200), default="")


class AllowanceSheet(Root, Base):
    """A sheet of cases to be paid. period: its code (2026Q3); state: "draft", "confirmed"."""

    __tablename__ = "mediation_allowance"
    record_kind = "mediation.allowance"
    period: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(12), default="draft")
    confirmed_on: Mapped[date | None] = mapped_column(Date)
    confirmed_by: Mapped[str] = mapped_column(String(64), default="")


class AllowanceLine(Scoped, Base):
    """A case on a sheet, on no other (一案一补). title: of its class then; shares: [{"name", "fen"}] (谁调解补谁).

    note: why its class was changed by hand.
    """

    __tablename__ = "mediation_allowance_line"
    __table_args__ = (UniqueConstraint("dispute_id"),)
    sheet_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_allowance.id", ondelete="RESTRICT"), index=True)
    dispute_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"))
    title: Mapped[str] = mapped_column(String(60))
    fen: Mapped[int] = mapped_column(BigInteger)
    shares: Mapped[list[Any]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(String(200), default="")

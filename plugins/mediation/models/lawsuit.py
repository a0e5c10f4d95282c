"""Lawsuits about an agreement, and what became of them."""

from datetime import date

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId
from plugins.mediation.models.base import Base, OfDispute


class Lawsuit(OfDispute, Base):
    """A party sued over the performance or the content of an agreement (R17). result: see grounds.LAWSUIT_RESULTS.

    number: of the court's file. decided_on: day of the judgment, the withdrawal or the court's own mediation.
    """

    __tablename__ = "mediation_lawsuit"
    record_kind = "mediation.lawsuit"
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"), index=True)
    plaintiff: Mapped[str] = mapped_column(String(120))
    court: Mapped[str] = mapped_column(String(120))
    sued_on: Mapped[date] = mapped_column(Date)
    about: Mapped[str] = mapped_column(String(20), default="performance")
    number: Mapped[str] = mapped_column(String(80), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    decided_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")

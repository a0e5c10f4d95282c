"""How agreements are worded: the hall's own templates, and a draft's wordings before a Word file was read back."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant, Root
from plugins.mediation.models.base import Base, OfDispute


class AgreementTemplate(Root, Base):
    """A hall's own wording of agreements. category "" fits every dispute. clauses: stand in each new draft.

    heads: see wording.HEADS, "" leaves the official one. closing: printed before the number of copies.
    """

    __tablename__ = "mediation_agreement_template"
    record_kind = "mediation.agreement_template"
    title: Mapped[str] = mapped_column(String(80))
    category: Mapped[str] = mapped_column(String(40), default="")
    heads: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    clauses: Mapped[list[str]] = mapped_column(JSON, default=list)
    closing: Mapped[str] = mapped_column(Text, default="")


class EarlierWording(OfDispute, Base):
    """A draft as it was worded before a Word file took its place. file_name: of that file.

    closing: the words before the number of copies.
    """

    __tablename__ = "mediation_earlier_wording"
    record_kind = "mediation.earlier_wording"
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"), index=True)
    taken_at: Mapped[datetime] = mapped_column(Instant)
    file_name: Mapped[str] = mapped_column(String(200), default="")
    facts: Mapped[str] = mapped_column(Text, default="")
    clauses: Mapped[list[str]] = mapped_column(JSON, default=list)
    performance: Mapped[str] = mapped_column(Text, default="")
    closing: Mapped[str] = mapped_column(Text, default="")

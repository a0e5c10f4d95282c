"""Agreements in their versions, signatures, performance, and what the court said."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Scoped
from plugins.mediation.models.base import Base, OfDispute


class Agreement(OfDispute, Base):
    """One version of an agreement. form: "written", "oral". state: "draft", "sealed", "replaced" (已变更).

    supplement: it adds to the version before it, which stays in force. clauses: one text each. instalments: [{"due", "fen",
    "what", "paid_on"}]. at_once: performed on the spot. copies: parties + 1 (R14). old_number: as a paper register gave it.
    heads: the hall's own wording of heads and of the end as they were when it was drafted (wording.HEADS); empty: the official.
    effective_on and the confirmation dates are computed when the last signature or seal is entered and never typed.
    """

    __tablename__ = "mediation_agreement"
    record_kind = "mediation.agreement"
    __table_args__ = (UniqueConstraint("dispute_id", "revision"),)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    form: Mapped[str] = mapped_column(String(10), default="written")
    state: Mapped[str] = mapped_column(String(10), default="draft")
    supplement: Mapped[bool] = mapped_column(Boolean, default=False)
    old_number: Mapped[str] = mapped_column(String(80), default="")
    facts: Mapped[str] = mapped_column(Text, default="")
    clauses: Mapped[list[str]] = mapped_column(JSON, default=list)
    performance: Mapped[str] = mapped_column(Text, default="")
    at_once: Mapped[bool] = mapped_column(Boolean, default=False)
    amount_fen: Mapped[int | None] = mapped_column(BigInteger)
    instalments: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    made_on: Mapped[date | None] = mapped_column(Date)
    mediator_signed_on: Mapped[date | None] = mapped_column(Date)
    sealed_on: Mapped[date | None] = mapped_column(Date)
    effective_on: Mapped[date | None] = mapped_column(Date)
    confirm_until: Mapped[date | None] = mapped_column(Date)
    confirm_remind: Mapped[date | None] = mapped_column(Date)
    copies: Mapped[int] = mapped_column(Integer, default=3)
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    recorder: Mapped[str] = mapped_column(String(60), default="")
    heads: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class Signature(Scoped, Base):
    """When a party signed, sealed or finger-printed an agreement. by: "self" or "agent".

    unit_seal_on: when a unit's own seal was added (R23).
    """

    __tablename__ = "mediation_signature"
    __table_args__ = (UniqueConstraint("agreement_id", "party_id"),)
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"))
    party_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_party.id", ondelete="RESTRICT"))
    signed_on: Mapped[date] = mapped_column(Date)
    by: Mapped[str] = mapped_column(String(10), default="self")
    unit_seal_on: Mapped[date | None] = mapped_column(Date)


class Performance(OfDispute, Base):
    """An act or payment that was performed (履行凭证). instalment: its place from 0, None for the whole agreement."""

    __tablename__ = "mediation_performance"
    record_kind = "mediation.performance"
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"), index=True)
    instalment: Mapped[int | None] = mapped_column(Integer)
    on_date: Mapped[date] = mapped_column(Date)
    what: Mapped[str] = mapped_column(String(200), default="")
    fen: Mapped[int | None] = mapped_column(BigInteger)
    payer: Mapped[str] = mapped_column(String(120), default="")
    payee: Mapped[str] = mapped_column(String(120), default="")
    way: Mapped[str] = mapped_column(String(60), default="")


class Confirmation(OfDispute, Base):
    """A joint application for confirmation by the court (R18). result: see grounds.COURT_RESULTS; number: of the 裁定书.

    forum: why this court, see forums.FORUMS.
    """

    __tablename__ = "mediation_confirmation"
    record_kind = "mediation.confirmation"
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"), index=True)
    court: Mapped[str] = mapped_column(String(120))
    forum: Mapped[str] = mapped_column(String(16), default="")
    applied_on: Mapped[date] = mapped_column(Date)
    agents: Mapped[str] = mapped_column(String(200), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    decided_on: Mapped[date | None] = mapped_column(Date)
    number: Mapped[str] = mapped_column(String(80), default="")
    reason: Mapped[str] = mapped_column(Text, default="")

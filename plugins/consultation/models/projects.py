"""Tables of small livelihood projects: estimate, choice among others, grant, work, acceptance, payments in fen."""

from datetime import date

from sqlalchemy import BigInteger, Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, Scoped
from plugins.consultation.base import Base


class Project(Root, Base):
    """What a small project adds to its topic, whose id it shares. Amounts in fen. sort: "works", "service", "goods"."""

    __tablename__ = "consultation_project"
    record_kind = "consultation.project"
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), unique=True)
    sort: Mapped[str] = mapped_column(String(10), default="works")
    spot: Mapped[str] = mapped_column(String(200), default="")
    estimate_fen: Mapped[int] = mapped_column(BigInteger)
    households: Mapped[int | None] = mapped_column(Integer)
    screening: Mapped[str] = mapped_column(Text, default="")
    screened_on: Mapped[date | None] = mapped_column(Date)
    granted_fen: Mapped[int | None] = mapped_column(BigInteger)
    granted_on: Mapped[date | None] = mapped_column(Date)
    fund: Mapped[str] = mapped_column(String(120), default="")
    supplier: Mapped[str] = mapped_column(String(120), default="")
    started_on: Mapped[date | None] = mapped_column(Date)
    finished_on: Mapped[date | None] = mapped_column(Date)
    checked_on: Mapped[date | None] = mapped_column(Date)
    checked_by: Mapped[str] = mapped_column(String(200), default="")
    check_note: Mapped[str] = mapped_column(Text, default="")
    accepted: Mapped[bool] = mapped_column(Boolean, default=False)


class Payment(Root, Base):
    """Money paid for a project, in fen."""

    __tablename__ = "consultation_payment"
    record_kind = "consultation.payment"
    project_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_project.id", ondelete="RESTRICT"), index=True)
    on_date: Mapped[date] = mapped_column(Date)
    payee: Mapped[str] = mapped_column(String(120))
    voucher: Mapped[str] = mapped_column(String(60), default="")
    what: Mapped[str] = mapped_column(String(200), default="")
    amount_fen: Mapped[int] = mapped_column(BigInteger)


class ChoiceRound(Root, Base):
    """Residents choose among projects by putting dots beside them, within a sum in fen. closed_on: the outcome stands."""

    __tablename__ = "consultation_choice_round"
    record_kind = "consultation.choice"
    title: Mapped[str] = mapped_column(String(200))
    held_on: Mapped[date] = mapped_column(Date)
    budget_fen: Mapped[int] = mapped_column(BigInteger)
    sheets: Mapped[int | None] = mapped_column(Integer)
    per_sheet: Mapped[int] = mapped_column(Integer, default=3)
    tellers: Mapped[str] = mapped_column(String(120), default="")
    seed: Mapped[str] = mapped_column(String(200), default="")
    closed_on: Mapped[date | None] = mapped_column(Date)


class ChoiceEntry(Scoped, Base):
    """A project in a round. votes: dots counted; drawn: its rank after ties were drawn; chosen: computed, never typed."""

    __tablename__ = "consultation_choice_entry"
    __table_args__ = (UniqueConstraint("round_id", "topic_id"),)
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_choice_round.id", ondelete="RESTRICT"))
    topic_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_topic.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    votes: Mapped[int | None] = mapped_column(Integer)
    drawn: Mapped[int | None] = mapped_column(Integer)
    chosen: Mapped[bool] = mapped_column(Boolean, default=False)

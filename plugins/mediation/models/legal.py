"""The legal side: lectures of the legal desk, and which way of law a party was shown."""

from datetime import date

from sqlalchemy import Date, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import Root
from plugins.mediation.models.base import Base, OfDispute


class Lecture(Root, Base):
    """A lecture on law (法治宣讲). line: see legal_kinds.LINES; heads: how many listened, None until it was held."""

    __tablename__ = "mediation_lecture"
    record_kind = "mediation.lecture"
    on_date: Mapped[date] = mapped_column(Date, index=True)
    topic: Mapped[str] = mapped_column(String(120))
    line: Mapped[str] = mapped_column(String(20), default="education")
    speaker: Mapped[str] = mapped_column(String(120), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    audience: Mapped[str] = mapped_column(String(120), default="")
    heads: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text, default="")


class LegalReferral(OfDispute, Base):
    """A party of a case was shown a way of law (引导法律途径). way: see legal_kinds.REFERRAL_WAYS; office: where she may turn;
    how: in which way she was told.
    """

    __tablename__ = "mediation_legal_referral"
    record_kind = "mediation.legal_referral"
    party: Mapped[str] = mapped_column(String(120))
    way: Mapped[str] = mapped_column(String(20), default="court")
    office: Mapped[str] = mapped_column(String(120), default="")
    on_date: Mapped[date] = mapped_column(Date, index=True)
    how: Mapped[str] = mapped_column(String(20), default="oral")
    reason: Mapped[str] = mapped_column(String(400), default="")

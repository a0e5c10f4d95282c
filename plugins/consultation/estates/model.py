"""Tables: estates, their separate parts with owners, committees with their terms."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.consultation.base import Base


class Estate(Root, Base):
    """An estate. firm: the property company, "" for none; managed: by a company, so that the set-up rate counts it.

    developer: who owns what is not sold or not handed over, one person whatever its number of parts.
    """

    __tablename__ = "consultation_estate"
    record_kind = "consultation.estate"
    __table_args__ = (UniqueConstraint("community_id", "name"),)
    name: Mapped[str] = mapped_column(String(80))
    address: Mapped[str] = mapped_column(String(200), default="")
    firm: Mapped[str] = mapped_column(String(120), default="")
    managed: Mapped[bool] = mapped_column(Boolean, default=True)
    developer: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Unit(Root, Base):
    """A separate part: a flat, a shop, a garage. area: 0.01 m²; area_source: "register", "survey", "contract".

    owners: [{"name", "tail"}], co-owners together; tail: last characters of the certificate number, only to tell two people of
    one name apart. voter: the co-owner they agreed on. unsold: the developer's still.
    """

    __tablename__ = "consultation_unit"
    record_kind = "consultation.unit"
    __table_args__ = (UniqueConstraint("estate_id", "building", "label"),)
    estate_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_estate.id", ondelete="RESTRICT"), index=True)
    building: Mapped[str] = mapped_column(String(40), default="")
    label: Mapped[str] = mapped_column(String(60))
    area: Mapped[int] = mapped_column(BigInteger, default=0)
    area_source: Mapped[str] = mapped_column(String(12), default="register")
    owners: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    voter: Mapped[str] = mapped_column(String(60), default="")
    parking: Mapped[bool] = mapped_column(Boolean, default=False)
    unsold: Mapped[bool] = mapped_column(Boolean, default=False)


class Committee(Root, Base):
    """A committee of owners in one term. state: kinds.STATES. vote_id: the owners' vote. party_members: how many, a number
    without names, None unless the hall keeps it (a setting).

    seats: [{"name", "post", "home"}]; of who came during the term "from_on", "how"; of who left "left_on", "why".
    """

    __tablename__ = "consultation_committee"
    record_kind = "consultation.committee"
    __table_args__ = (UniqueConstraint("estate_id", "number"),)
    estate_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_estate.id", ondelete="RESTRICT"), index=True)
    number: Mapped[int] = mapped_column(Integer, default=1)
    state: Mapped[str] = mapped_column(String(12), default="preparing")
    prepared_on: Mapped[date] = mapped_column(Date)
    preparers: Mapped[str] = mapped_column(String(300), default="")
    seats: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    vote_id: Mapped[int | None] = mapped_column(BigId)
    elected_on: Mapped[date | None] = mapped_column(Date)
    term_end: Mapped[date | None] = mapped_column(Date)
    filed_on: Mapped[date | None] = mapped_column(Date)
    filed_with: Mapped[str] = mapped_column(String(120), default="")
    filing_number: Mapped[str] = mapped_column(String(60), default="")
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_reason: Mapped[str] = mapped_column(String(300), default="")
    party_members: Mapped[int | None] = mapped_column(Integer)


class CommitteeDecision(Root, Base):
    """What a committee decided at one of its meetings. signers: names of the members who agreed and signed. outcome, tests: by
    the rule of committees as it stood, see decisions. notice_id: the notice it hangs as.
    """

    __tablename__ = "consultation_committee_decision"
    record_kind = "consultation.committee_decision"
    committee_id: Mapped[int] = mapped_column(BigId, ForeignKey("consultation_committee.id", ondelete="RESTRICT"), index=True)
    gathering_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_gathering.id", ondelete="RESTRICT"))
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date] = mapped_column(Date)
    signers: Mapped[list[str]] = mapped_column(JSON, default=list)
    outcome: Mapped[str] = mapped_column(String(20))
    tests: Mapped[list[str]] = mapped_column(JSON, default=list)
    notice_id: Mapped[int | None] = mapped_column(BigId)

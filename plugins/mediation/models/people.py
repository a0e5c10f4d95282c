"""The mediators' register, star rooms, and renewed mediation ordered by an evaluation."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from desk.api.db import BigId, Root
from plugins.mediation.models.base import Base


class Mediator(Root, Base):
    """A mediator of the committee. kind: see mediators.KINDS. skills: codes of dispute classes. left_on: no longer one.

    person_id: when she stands in the register of residents; then conflicts of interest are looked for in her household.
    """

    __tablename__ = "mediation_mediator"
    record_kind = "mediation.mediator"
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str] = mapped_column(String(60), index=True)
    sex: Mapped[str] = mapped_column(String(1), default="")
    birth: Mapped[str] = mapped_column(String(10), default="")
    education: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    kind: Mapped[str] = mapped_column(String(20), default="part_time")
    post: Mapped[str] = mapped_column(String(20), default="mediator")
    grade: Mapped[str] = mapped_column(String(40), default="")
    skills: Mapped[str] = mapped_column(String(200), default="")
    languages: Mapped[str] = mapped_column(String(120), default="")
    left_on: Mapped[date | None] = mapped_column(Date)


class OfMediator(Root):
    """A line of one mediator's card."""

    @declared_attr
    def mediator_id(cls) -> Mapped[int]:
        return mapped_column(BigId, ForeignKey("mediation_mediator.id", ondelete="RESTRICT"), index=True)


class Term(OfMediator, Base):
    """A term. way: "elected" (推选) or "appointed" (聘任). ended_how: see mediators.ENDINGS, "" while it runs."""

    __tablename__ = "mediation_term"
    record_kind = "mediation.term"
    way: Mapped[str] = mapped_column(String(12))
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    basis: Mapped[str] = mapped_column(String(200), default="")
    ended_on: Mapped[date | None] = mapped_column(Date)
    ended_how: Mapped[str] = mapped_column(String(20), default="")
    ended_why: Mapped[str] = mapped_column(String(400), default="")


class Training(OfMediator, Base):
    """A training. minutes: of instruction."""

    __tablename__ = "mediation_training"
    record_kind = "mediation.training"
    on_date: Mapped[date] = mapped_column(Date)
    topic: Mapped[str] = mapped_column(String(200))
    given_by: Mapped[str] = mapped_column(String(120), default="")
    minutes: Mapped[int] = mapped_column(Integer, default=0)
    result: Mapped[str] = mapped_column(String(60), default="")


class Assessment(OfMediator, Base):
    """The yearly assessment. grade: see mediators.GRADES. figures: as counted from the cases on that day, in words."""

    __tablename__ = "mediation_assessment"
    record_kind = "mediation.assessment"
    __table_args__ = (UniqueConstraint("mediator_id", "year"),)
    year: Mapped[int] = mapped_column(Integer)
    grade: Mapped[str] = mapped_column(String(20))
    remark: Mapped[str] = mapped_column(String(400), default="")
    figures: Mapped[str] = mapped_column(String(400), default="")
    on_date: Mapped[date] = mapped_column(Date)


class StarRoom(Root, Base):
    """A mediation room. star: as on its plaque, "" without. venue_id: when it can be booked. review_on: rated anew then."""

    __tablename__ = "mediation_star_room"
    record_kind = "mediation.star_room"
    name: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(120), default="")
    venue_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_venue.id", ondelete="RESTRICT"))
    lead_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_mediator.id", ondelete="RESTRICT"))
    hours: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    opened_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    star: Mapped[str] = mapped_column(String(40), default="")
    starred_on: Mapped[date | None] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)


class Renewal(Root, Base):
    """责令再化解: an evaluation found a case poor, so it is worked on anew until a day. result: "" while it is open."""

    __tablename__ = "mediation_renewal"
    record_kind = "mediation.renewal"
    __table_args__ = (UniqueConstraint("dispute_id", "round_id"),)
    dispute_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_score_round.id", ondelete="RESTRICT"))
    verdict: Mapped[str] = mapped_column(String(40))
    due_on: Mapped[date] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    result: Mapped[str] = mapped_column(String(400), default="")

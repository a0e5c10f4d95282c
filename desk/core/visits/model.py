"""Tables: visits, who went, what they led to."""

from datetime import date, datetime

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped


class Visit(Root, Base):
    """A visit. state: "planned", "done", "missed" (nobody met), "cancelled". planned_on: None when unplanned; day: when it
    was, or is to be.

    person_id, household_id, organisation_id, area_id: whom or where, any of them; place: in words. findings: codes of
    `purposes`; solved: what was found was settled there and then, None when nothing was. owner_kind, owner_id: the record it
    belongs to (a round, a matter); follows_id: the visit it follows up.
    """

    __tablename__ = "core_visit"
    record_kind = "visit"
    __table_args__ = (Index("ix_core_visit_owner", "owner_kind", "owner_id"),
                      Index("ix_core_visit_day", "community_id", "day", "id"),
                      Index("ix_core_visit_planned", "community_id", "state", "planned_on"))
    purpose: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(10), default="planned")
    way: Mapped[str] = mapped_column(String(10), default="door")
    planned_on: Mapped[date | None] = mapped_column(Date)
    day: Mapped[date] = mapped_column(Date)
    visited_at: Mapped[datetime | None] = mapped_column(Instant)
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    household_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_household.id", ondelete="RESTRICT"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    place: Mapped[str] = mapped_column(String(200), default="")
    met: Mapped[str] = mapped_column(String(120), default="")
    people: Mapped[int | None] = mapped_column(Integer)
    findings: Mapped[list[str]] = mapped_column(JSON, default=list)
    worrying: Mapped[bool] = mapped_column(Boolean, default=False)
    words: Mapped[str] = mapped_column(Text, default="")
    handled: Mapped[str] = mapped_column(Text, default="")
    solved: Mapped[bool | None] = mapped_column(Boolean)
    follow_up_on: Mapped[date | None] = mapped_column(Date, index=True)
    follow_up: Mapped[str] = mapped_column(String(200), default="")
    follow_up_done: Mapped[bool] = mapped_column(Boolean, default=False)
    follows_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_visit.id", ondelete="RESTRICT"), index=True)
    reason: Mapped[str] = mapped_column(String(200), default="")
    owner_kind: Mapped[str] = mapped_column(String(60), default="")
    owner_id: Mapped[int | None] = mapped_column(BigId)


class Visitor(Scoped, Base):
    """Somebody who goes on a visit; user_id: her account, None for helpers without one."""

    __tablename__ = "core_visitor"
    visit_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_visit.id", ondelete="RESTRICT"), index=True)
    place: Mapped[int] = mapped_column(Integer)
    user_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_staff_user.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = mapped_column(String(60))


class VisitOutcome(Scoped, Base):
    """A record that a visit led to: a matter, a hazard, a help order."""

    __tablename__ = "core_visit_outcome"
    __table_args__ = (Index("ix_core_visit_outcome_record", "kind", "record_id"),)
    visit_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_visit.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[int] = mapped_column(BigId)
    title: Mapped[str] = mapped_column(String(200), default="")

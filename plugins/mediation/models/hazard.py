"""Hazards found on patrols and elsewhere, who answers for them, and the patrols themselves."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.mediation.models.base import Base


class Hazard(Root, Base):
    """A line of the hazard ledger; its id is its matter's. source, level, outcome, way: see hazard_kinds.py.

    parties: in words, no numbers of papers. unit_id, unit, person: who is to settle it. measures: the plan. proposed_*: the
    strike-off asked for, with its evidence in words (files lie with the record); struck_on, approved_by: granted.
    dispute_id: the mediation case it became. patrol_id: where it was found. relapses: how often it flared up again.
    limit_on, ran_days: as they stood when it was struck off: its last day, and how many days its clock had run.
    """

    __tablename__ = "mediation_hazard"
    record_kind = "mediation.hazard"
    __table_args__ = (Index("ix_mediation_hazard_found", "community_id", "found_on"),)
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    found_on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(20), default="patrol")
    category: Mapped[str] = mapped_column(String(40))
    level: Mapped[str] = mapped_column(String(12), default="general")
    place: Mapped[str] = mapped_column(String(200), default="")
    parties: Mapped[str] = mapped_column(String(200), default="")
    summary: Mapped[str] = mapped_column(Text)
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    unit: Mapped[str] = mapped_column(String(120), default="")
    person: Mapped[str] = mapped_column(String(60), default="")
    measures: Mapped[str] = mapped_column(Text, default="")
    way: Mapped[str] = mapped_column(String(12), default="")
    outcome: Mapped[str] = mapped_column(String(12), default="")
    result: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str] = mapped_column(String(400), default="")
    proposed_on: Mapped[date | None] = mapped_column(Date)
    proposed_by: Mapped[str] = mapped_column(String(64), default="")
    struck_on: Mapped[date | None] = mapped_column(Date, index=True)
    approved_by: Mapped[str] = mapped_column(String(64), default="")
    dispute_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    patrol_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_patrol.id", ondelete="RESTRICT"), index=True)
    relapses: Mapped[int] = mapped_column(Integer, default=0)
    limit_on: Mapped[date | None] = mapped_column(Date)
    ran_days: Mapped[int | None] = mapped_column(Integer)


class Patrol(Root, Base):
    """A round through an area (巡诊排查). visit_id: the core's record of it, which has who went and the words.

    doors: doors knocked at; persons: spoken to; month: year × 100 + month, for coverage.
    """

    __tablename__ = "mediation_patrol"
    record_kind = "mediation.patrol"
    visit_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_visit.id", ondelete="RESTRICT"), unique=True)
    area_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    on_date: Mapped[date] = mapped_column(Date, index=True)
    month: Mapped[int] = mapped_column(Integer, index=True)
    doors: Mapped[int] = mapped_column(Integer, default=0)
    persons: Mapped[int] = mapped_column(Integer, default=0)


class Responsibility(Root, Base):
    """Who answers for a hazard or a dispute (包案): a leader, a unit and a person, by a limit.

    owner_kind, owner_id: "mediation.hazard" or "mediation.dispute". extensions: [{"on", "before", "until", "reason",
    "consent"}]; notes: [{"on", "who", "text"}], progress. outcome: "", "settled", "handed_over", "failed". accepted_on: the
    day it was taken on.
    """

    __tablename__ = "mediation_responsibility"
    record_kind = "mediation.responsibility"
    __table_args__ = (Index("ix_mediation_responsibility_owner", "owner_kind", "owner_id"),)
    owner_kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(BigId)
    leader: Mapped[str] = mapped_column(String(60))
    post: Mapped[str] = mapped_column(String(60), default="")
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    unit: Mapped[str] = mapped_column(String(120), default="")
    person: Mapped[str] = mapped_column(String(60), default="")
    task: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    accepted_on: Mapped[date | None] = mapped_column(Date)
    extensions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    notes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    outcome: Mapped[str] = mapped_column(String(12), default="")
    ended_on: Mapped[date | None] = mapped_column(Date)
    result: Mapped[str] = mapped_column(Text, default="")

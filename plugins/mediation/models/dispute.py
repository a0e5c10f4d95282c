"""The dispute and its parties. A party's personal data are kept with the case as they were on its papers."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root, Scoped
from plugins.mediation.models.base import Base, OfDispute


class Dispute(Root, Base):
    """What the mediation room adds to the core case. requests: 当事人申请事项, one text each.

    excluded_subject: see categories.EXCLUDED_SUBJECTS. open_mediation: both sides want it public; privacy: it touches privacy
    or business secrets (R6). written_wanted: a party asks for a written agreement. difficulty, scale, grounds: see grounds.py.
    ended_ground, channel: why it was not accepted or was terminated, and where the parties were sent. taken_over: a paper case
    entered midway. undisputed: facts nobody disputes. file_*: how the dossier was made up; grade: 保管期限.
    again_of: the case it came back from (复发). tracker: who follows a hard case up after it was settled (跟踪人).
    """

    __tablename__ = "mediation_dispute"
    record_kind = "mediation.dispute"
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    category: Mapped[str] = mapped_column(String(40))
    excluded_subject: Mapped[str] = mapped_column(String(20), default="")
    source: Mapped[str] = mapped_column(String(20), default="application")
    transferred_by: Mapped[str] = mapped_column(String(120), default="")
    transfer_number: Mapped[str] = mapped_column(String(60), default="")
    difficulty: Mapped[str] = mapped_column(String(12), default="ordinary")
    scale: Mapped[str] = mapped_column(String(2), default="01")
    summary: Mapped[str] = mapped_column(Text, default="")
    requests: Mapped[list[str]] = mapped_column(JSON, default=list)
    happened_on: Mapped[date | None] = mapped_column(Date)
    applied_on: Mapped[date | None] = mapped_column(Date)
    accepted_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str] = mapped_column(String(120), default="")
    open_mediation: Mapped[bool] = mapped_column(Boolean, default=False)
    privacy: Mapped[bool] = mapped_column(Boolean, default=False)
    written_wanted: Mapped[bool] = mapped_column(Boolean, default=False)
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    chosen_by: Mapped[str] = mapped_column(String(12), default="assigned")
    recorder: Mapped[str] = mapped_column(String(60), default="")
    rights_told_on: Mapped[date | None] = mapped_column(Date)
    rights_told_how: Mapped[str] = mapped_column(String(12), default="")
    refused_by: Mapped[int | None] = mapped_column(BigId)
    remedies_told_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    ended_ground: Mapped[str] = mapped_column(String(20), default="")
    ended_reason: Mapped[str] = mapped_column(Text, default="")
    channel: Mapped[str] = mapped_column(String(200), default="")
    breach_note: Mapped[str] = mapped_column(Text, default="")
    breach_told_on: Mapped[date | None] = mapped_column(Date)
    undisputed: Mapped[str] = mapped_column(Text, default="")
    taken_over: Mapped[bool] = mapped_column(Boolean, default=False)
    grade: Mapped[str] = mapped_column(String(12), default="")
    filed_on: Mapped[date | None] = mapped_column(Date)
    filed_by: Mapped[str] = mapped_column(String(60), default="")
    checked_by: Mapped[str] = mapped_column(String(60), default="")
    file_note: Mapped[str] = mapped_column(Text, default="")
    file_remark: Mapped[str] = mapped_column(String(200), default="")
    again_of: Mapped[int | None] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    tracker: Mapped[str] = mapped_column(String(60), default="")


class Party(Scoped, Base):
    """A party as printed. side: "applicant", "respondent". kind: "person", "organisation". ethnic only because the forms ask.

    birth: partial date, for the age on the day of acceptance. limited: an adult of limited capacity. guardian_*: 法定代理人
    (R20); agent_*: 委托代理人, powers "general" or "special" (R21); representing: chosen to speak for its side (R22); an
    organisation has credit_code and a representative with post (R23).
    """

    __tablename__ = "mediation_party"
    dispute_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    side: Mapped[str] = mapped_column(String(12))
    place: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12), default="person")
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(120))
    sex: Mapped[str] = mapped_column(String(1), default="")
    ethnic: Mapped[str] = mapped_column(String(20), default="")
    birth: Mapped[str] = mapped_column(String(10), default="")
    limited: Mapped[bool] = mapped_column(Boolean, default=False)
    occupation: Mapped[str] = mapped_column(String(80), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    credit_code: Mapped[str] = mapped_column(String(20), default="")
    representative: Mapped[str] = mapped_column(String(60), default="")
    post: Mapped[str] = mapped_column(String(60), default="")
    guardian: Mapped[str] = mapped_column(String(60), default="")
    guardian_relation: Mapped[str] = mapped_column(String(40), default="")
    agent: Mapped[str] = mapped_column(String(60), default="")
    agent_powers: Mapped[str] = mapped_column(String(20), default="")
    agent_matters: Mapped[str] = mapped_column(String(200), default="")
    representing: Mapped[bool] = mapped_column(Boolean, default=False)


class MediatorChange(OfDispute, Base):
    """A mediator was replaced (R4): both names stay, with the reason and the day. asked_by: party id, None: the committee."""

    __tablename__ = "mediation_mediator_change"
    record_kind = "mediation.mediator_change"
    before: Mapped[str] = mapped_column(String(60))
    after: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(String(400))
    asked_by: Mapped[int | None] = mapped_column(BigId)
    on_date: Mapped[date] = mapped_column(Date)


class Escalation(OfDispute, Base):
    """A danger that the dispute escalates (R8). level, harm: see grounds.py. people: how many it concerns.

    measures: what the mediators did at once; reported_to, reported_on, result: the report and what came of it.
    """

    __tablename__ = "mediation_escalation"
    record_kind = "mediation.escalation"
    noticed_on: Mapped[date] = mapped_column(Date)
    level: Mapped[str] = mapped_column(String(12))
    harm: Mapped[str] = mapped_column(String(20), default="")
    people: Mapped[int | None] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(Text)
    measures: Mapped[str] = mapped_column(Text, default="")
    reported_to: Mapped[str] = mapped_column(String(120), default="")
    reported_on: Mapped[date | None] = mapped_column(Date)
    result: Mapped[str] = mapped_column(Text, default="")


class Extension(OfDispute, Base):
    """The parties agreed to go on beyond the limit. agreed: party ids, all of them."""

    __tablename__ = "mediation_extension"
    record_kind = "mediation.extension"
    on_date: Mapped[date] = mapped_column(Date)
    before: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(400))
    agreed: Mapped[list[Any]] = mapped_column(JSON, default=list)

"""Tables of the mediation room. A party's personal data are kept with the case as they were on its papers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Instant, Root, Scoped, plugin_base

Base = plugin_base("mediation")


class Dispute(Root, Base):
    """What the mediation room adds to the core case. requests: 当事人申请事项, one text each.

    excluded_subject: see categories.EXCLUDED_SUBJECTS. open_mediation: both sides want it public (R6).
    """

    __tablename__ = "mediation_dispute"
    record_kind = "mediation.dispute"
    case_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    category: Mapped[str] = mapped_column(String(40))
    excluded_subject: Mapped[str] = mapped_column(String(20), default="")
    source: Mapped[str] = mapped_column(String(20), default="application")
    transferred_by: Mapped[str] = mapped_column(String(120), default="")
    transfer_number: Mapped[str] = mapped_column(String(60), default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    requests: Mapped[list[str]] = mapped_column(JSON, default=list)
    applied_on: Mapped[date | None] = mapped_column(Date)
    accepted_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    place: Mapped[str] = mapped_column(String(120), default="")
    open_mediation: Mapped[bool] = mapped_column(Boolean, default=False)
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    chosen_by: Mapped[str] = mapped_column(String(12), default="assigned")
    recorder: Mapped[str] = mapped_column(String(60), default="")
    rights_told_on: Mapped[date | None] = mapped_column(Date)
    refused_by: Mapped[int | None] = mapped_column(BigId)
    remedies_told_on: Mapped[date | None] = mapped_column(Date)


class Party(Scoped, Base):
    """A party as printed. side: "applicant", "respondent". kind: "person", "organisation". ethnic only because the forms ask.

    birth: partial date, for the age on the day of acceptance. guardian_*: 法定代理人 (R20); agent_*: 委托代理人 (R21);
    an organisation has credit_code and a representative with post (R23).
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


class Session(Root, Base):
    """One sitting. present: party ids. invited: [{"name", "role", "consent"}] (R5). outcome: see sessions.OUTCOMES.

    private_note: the mediator's own, never on any paper.
    """

    __tablename__ = "mediation_session"
    record_kind = "mediation.session"
    __table_args__ = (UniqueConstraint("dispute_id", "number"),)
    dispute_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(120), default="")
    matter: Mapped[str] = mapped_column(String(200), default="")
    present: Mapped[list[int]] = mapped_column(JSON, default=list)
    invited: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    record: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(String(20), default="continued")
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    mediators: Mapped[list[str]] = mapped_column(JSON, default=list)
    recorder: Mapped[str] = mapped_column(String(60), default="")
    private_note: Mapped[str] = mapped_column(Text, default="")


class Agreement(Root, Base):
    """One version of an agreement. form: "written", "oral". state: "draft", "sealed", "replaced".

    clauses: one text each. instalments: [{"due", "fen", "what", "paid_on"}]. copies: parties + 1 (R14). effective_on and the
    confirmation dates are computed when the last signature or seal is entered and never typed.
    """

    __tablename__ = "mediation_agreement"
    record_kind = "mediation.agreement"
    __table_args__ = (UniqueConstraint("dispute_id", "revision"),)
    dispute_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_dispute.id", ondelete="RESTRICT"), index=True)
    revision: Mapped[int] = mapped_column(Integer, default=1)
    form: Mapped[str] = mapped_column(String(10), default="written")
    state: Mapped[str] = mapped_column(String(10), default="draft")
    facts: Mapped[str] = mapped_column(Text, default="")
    clauses: Mapped[list[str]] = mapped_column(JSON, default=list)
    performance: Mapped[str] = mapped_column(Text, default="")
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


class Signature(Scoped, Base):
    """When a party signed, sealed or finger-printed an agreement."""

    __tablename__ = "mediation_signature"
    __table_args__ = (UniqueConstraint("agreement_id", "party_id"),)
    agreement_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_agreement.id", ondelete="RESTRICT"))
    party_id: Mapped[int] = mapped_column(BigId, ForeignKey("mediation_party.id", ondelete="RESTRICT"))
    signed_on: Mapped[date] = mapped_column(Date)


class Phrase(Root, Base):
    """A clause or sentence of the phrase library; category "" fits every dispute."""

    __tablename__ = "mediation_phrase"
    record_kind = "mediation.phrase"
    use: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)

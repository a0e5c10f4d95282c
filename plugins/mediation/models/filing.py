"""What is collected in the dossier: evidence, return visits, deliveries, scans; and how the dossier is made up."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.api.db import BigId, Root
from plugins.mediation.models.base import Base, OfDispute


class Evidence(OfDispute, Base):
    """A piece of evidence. place: order in the list. given_by: who handed it in; pages: sheets; original: not a copy."""

    __tablename__ = "mediation_evidence"
    record_kind = "mediation.evidence"
    place: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(20), default="document")
    given_by: Mapped[str] = mapped_column(String(120), default="")
    pages: Mapped[int | None] = mapped_column(Integer)
    original: Mapped[bool] = mapped_column(Boolean, default=False)
    proves: Mapped[str] = mapped_column(String(400), default="")
    received_on: Mapped[date | None] = mapped_column(Date)


class ReturnVisit(OfDispute, Base):
    """A return visit. state: see grounds.VISIT_STATES. findings: [{"topic", "text"}] by the topics of the form.

    satisfied: "", "yes", "partly", "no". party: who was visited, as printed.
    """

    __tablename__ = "mediation_return_visit"
    record_kind = "mediation.return_visit"
    visited_on: Mapped[date] = mapped_column(Date)
    party: Mapped[str] = mapped_column(String(200))
    way: Mapped[str] = mapped_column(String(20), default="door")
    state: Mapped[str] = mapped_column(String(12), default="stable")
    performed: Mapped[str] = mapped_column(String(12), default="")
    satisfied: Mapped[str] = mapped_column(String(12), default="")
    findings: Mapped[str] = mapped_column(Text, default="")
    measures: Mapped[str] = mapped_column(Text, default="")
    visitor: Mapped[str] = mapped_column(String(120), default="")


class Delivery(OfDispute, Base):
    """A paper handed over (送达回证). way: see grounds.DELIVERY_WAYS. taken_by: who signed for it."""

    __tablename__ = "mediation_delivery"
    record_kind = "mediation.delivery"
    place: Mapped[int] = mapped_column(Integer)
    paper: Mapped[str] = mapped_column(String(120))
    recipient: Mapped[str] = mapped_column(String(120))
    way: Mapped[str] = mapped_column(String(20), default="hand")
    on_date: Mapped[date | None] = mapped_column(Date)
    address: Mapped[str] = mapped_column(String(200), default="")
    taken_by: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(String(200), default="")


class Letter(OfDispute, Base):
    """A letter by which a case came or goes (委托、移送), and the answer. kind: "to" (goes out), "reply" (the answer)."""

    __tablename__ = "mediation_letter"
    record_kind = "mediation.letter"
    kind: Mapped[str] = mapped_column(String(12))
    office: Mapped[str] = mapped_column(String(120))
    on_date: Mapped[date] = mapped_column(Date)
    text: Mapped[str] = mapped_column(Text)


class Scan(OfDispute, Base):
    """A scanned sheet of the file. part: the dossier part it belongs to; signed: it takes the place of the paper as drafted.

    stands_for: the papers it shows, by `FilePaper.key`; they may belong to other parts, too.
    """

    __tablename__ = "mediation_scan"
    record_kind = "mediation.scan"
    attachment_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_attachment.id", ondelete="RESTRICT"))
    part: Mapped[str] = mapped_column(String(40))
    signed: Mapped[bool] = mapped_column(Boolean, default=False)
    stands_for: Mapped[list[Any]] = mapped_column(JSON, default=list, server_default="[]")


class DossierRow(Root, Base):
    """A row of the dossier's contents as this hall has it; none: the list named by the setting. parts: codes, one is enough."""

    __tablename__ = "mediation_dossier_row"
    record_kind = "mediation.dossier_row"
    place: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(120))
    need: Mapped[str] = mapped_column(String(10), default="wanted")
    parts: Mapped[list[Any]] = mapped_column(JSON, default=list)


class CategoryCode(Root, Base):
    """Where the hall maps a kind of dispute elsewhere than shipped: class of the five, code of the grid platform."""

    __tablename__ = "mediation_category_code"
    record_kind = "mediation.category_code"
    category: Mapped[str] = mapped_column(String(40), index=True)
    five: Mapped[str] = mapped_column(String(20), default="")
    grid_code: Mapped[str] = mapped_column(String(4))


class ClassPlan(Root, Base):
    """What a hall proposes for a kind of dispute elsewhere than shipped: days that somebody who answers for it has, and the
    departments called to a joint study (names with 、 between them).
    """

    __tablename__ = "mediation_class_plan"
    record_kind = "mediation.class_plan"
    category: Mapped[str] = mapped_column(String(40), index=True)
    days: Mapped[int] = mapped_column(Integer)
    departments: Mapped[str] = mapped_column(String(400), default="")


class Phrase(Root, Base):
    """A clause or sentence of the phrase library; category "" fits every dispute."""

    __tablename__ = "mediation_phrase"
    record_kind = "mediation.phrase"
    use: Mapped[str] = mapped_column(String(40), index=True)
    category: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)

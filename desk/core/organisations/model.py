"""Tables: organisations and appointments."""

from datetime import date

from sqlalchemy import Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Root


class Organisation(Root, Base):
    """A unit of any sort; one record, many roles. kind: see kinds.ORGANISATION_KINDS.

    uscc: unified social credit code or an older number, as evidence; uscc_reason: why it was saved although checks spoke
    against it. size: persons who work there. pinyin: lists sort by it. code: None, never "", when there is none.
    """

    __tablename__ = "core_organisation"
    record_kind = "organisation"
    __table_args__ = (UniqueConstraint("community_id", "code"),
                      Index("ix_core_organisation_list", "community_id", "pinyin", "id"))
    code: Mapped[str | None] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120), index=True)
    short_name: Mapped[str] = mapped_column(String(60), default="")
    pinyin: Mapped[str] = mapped_column(String(400), default="")
    kind: Mapped[str] = mapped_column(String(20))
    uscc: Mapped[str] = mapped_column(String(60), default="", index=True)
    uscc_reason: Mapped[str] = mapped_column(String(200), default="")
    legal_representative: Mapped[str] = mapped_column(String(60), default="")
    contact: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    parent_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    size: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text, default="")
    active_from: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closed_reason: Mapped[str] = mapped_column(String(200), default="")


class Appointment(Root, Base):
    """A person holds a post in an organisation or for an area, from a day to a day. phone: the number of the post;
    publish: she agreed that it is published.
    """

    __tablename__ = "core_appointment"
    record_kind = "appointment"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),)
    post: Mapped[str] = mapped_column(String(60), index=True)
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_organisation.id", ondelete="RESTRICT"), index=True)
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    ended_reason: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    publish: Mapped[bool] = mapped_column(Boolean, default=False)
    note: Mapped[str] = mapped_column(String(200), default="")

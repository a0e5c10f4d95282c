"""Tables: people, their identity papers and phones, households, visits, old values and merges.

Minimum fields only: what a plugin needs beyond these it keeps itself. No ethnicity, religion or politics here.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped

#: partial dates as text: "1949", "1949-12" or "1949-12-31", "" when unknown
PartialText = String(10)


class Household(Root, Base):
    """One door, one file. address: estate, building, unit, door as written; tenure: see codes.TENURES."""

    __tablename__ = "core_household"
    record_kind = "household"
    __table_args__ = (Index("ix_core_household_list", "community_id", "address", "id"),)
    code: Mapped[str] = mapped_column(String(40), default="", index=True)
    address: Mapped[str] = mapped_column(String(200))
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    tenure: Mapped[str] = mapped_column(String(10), default="")
    contact: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    visited_on: Mapped[str] = mapped_column(PartialText, default="")


class Person(Root, Base):
    """A person. sex: GB/T 2261.1. relation: to the head of the household. state: see codes.STATES.

    pinyin: syllables of the best reading with spaces, lists sort by it; initials: their first letters. pinyin_given: the
    clerk's correction. address: only where it differs from the household's. merged_into_id: where a merged record went.
    """

    __tablename__ = "core_person"
    record_kind = "person"
    __table_args__ = (Index("ix_core_person_list", "community_id", "pinyin", "id", "state"),  # state: lists leave some out,
                      Index("ix_core_person_born", "community_id", "birth", "id", "state"))  # and then read no row they skip
    name: Mapped[str] = mapped_column(String(60), index=True)
    pinyin: Mapped[str] = mapped_column(String(200), default="")
    initials: Mapped[str] = mapped_column(String(60), default="", index=True)
    pinyin_given: Mapped[str] = mapped_column(String(200), default="")
    sex: Mapped[str] = mapped_column(String(1), default="0")
    birth: Mapped[str] = mapped_column(PartialText, default="")
    household_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_household.id", ondelete="RESTRICT"), index=True)
    relation: Mapped[str] = mapped_column(String(2), default="")
    resident_kind: Mapped[str] = mapped_column(String(12), default="permanent")
    address: Mapped[str] = mapped_column(String(200), default="")
    area_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_area.id", ondelete="RESTRICT"), index=True)
    moved_in: Mapped[str] = mapped_column(PartialText, default="")
    moved_out: Mapped[str] = mapped_column(PartialText, default="")
    deceased_on: Mapped[str] = mapped_column(PartialText, default="")
    state: Mapped[str] = mapped_column(String(12), default="present")
    merged_into_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)


class IdentityPaper(Scoped, Base):
    """A person's identity paper. lookup: keyed hash of the number. reason: why it was saved although `findings` (names of
    failed checks) spoke against it. expires: partial date, "" for 长期 or unknown."""

    __tablename__ = "core_identity_paper"
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(60), default="")
    lookup: Mapped[str] = mapped_column(String(64), default="", index=True)
    expires: Mapped[str] = mapped_column(PartialText, default="")
    findings: Mapped[list[str]] = mapped_column(JSON, default=list)
    reason: Mapped[str] = mapped_column(String(200), default="")


class Phone(Scoped, Base):
    """A telephone number a person can be reached at. owner: see phones.OWNERS."""

    __tablename__ = "core_person_phone"
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    number: Mapped[str] = mapped_column(String(40), index=True)
    owner: Mapped[str] = mapped_column(String(12), default="self")
    label: Mapped[str] = mapped_column(String(60), default="")


class VisitNote(Scoped, Base):
    """A ten-second note from the door or the counter; of a person, a household or both."""

    __tablename__ = "core_visit_note"
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    household_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_household.id", ondelete="RESTRICT"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(String(500))


class OldValue(Scoped, Base):
    """What a field of a record said before it was changed; numbers of papers are never kept here."""

    __tablename__ = "core_old_value"
    __table_args__ = (Index("ix_core_old_value_record", "kind", "record_id", "field"),)
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[int] = mapped_column(BigId)
    field: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(200), default="")


class Relocation(Scoped, Base):
    """Somebody moved in or out. way: "in" or "out"; place: where from or where to, as told; household_id: the door.

    before: what the register said of her until then (columns of Person), so that it can be taken back; undone_at: when it was.
    """

    __tablename__ = "core_relocation"
    record_kind = "relocation"
    __table_args__ = (Index("ix_core_relocation_day", "community_id", "moved_on", "id"),)
    person_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    household_id: Mapped[int | None] = mapped_column(
        BigId, ForeignKey("core_household.id", ondelete="RESTRICT"), index=True)
    way: Mapped[str] = mapped_column(String(4))
    moved_on: Mapped[str] = mapped_column(PartialText)
    place: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(String(200), default="")
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    undone_at: Mapped[datetime | None] = mapped_column(Instant)
    undone_by: Mapped[str] = mapped_column(String(64), default="")
    undone_reason: Mapped[str] = mapped_column(String(200), default="")


class Merge(Scoped, Base):
    """Two records found to be one person. moved: table → ids that went over, so that it can be undone."""

    __tablename__ = "core_person_merge"
    kept_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    gone_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)
    gone_state: Mapped[str] = mapped_column(String(12))
    moved: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(200))
    undone_at: Mapped[datetime | None] = mapped_column(Instant)


class LookupKey(Base):
    """The key of the hashes by which numbers are looked up; one row."""

    __tablename__ = "core_lookup_key"
    __table_args__ = (UniqueConstraint("secret"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    secret: Mapped[str] = mapped_column(String(64))

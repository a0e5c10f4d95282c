"""Tables of declared registers: the record with its JSON, the indexed values beside it, the last declaration."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root, Scoped

NOTHING = -(2**62)
"""`TableValue.amount` of a field that is empty: paging needs a value, and it stands before every real one."""


class TableRecord(Root, Base):
    """A record of a declared register.

    kind: the register's code. case_id: the matter it belongs to, whose id then names the record.
    title: what lists and the search box call it. data: field → value; links to the desk's registers stand in TableValue only.
    removed: why it was taken out of the register, "" for one that stands.
    """

    __tablename__ = "core_table_record"
    __table_args__ = (Index("ix_core_table_record_list", "community_id", "kind", "removed", "id"),)
    kind: Mapped[str] = mapped_column(String(60))
    case_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_case.id", ondelete="RESTRICT"), unique=True)
    number: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(200))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    removed: Mapped[str] = mapped_column(String(200), default="")


class TableValue(Scoped, Base):
    """A field that lists sort and filter by, the search box looks into, or that names a record of the desk's registers.

    word: texts, choices and days (ISO); amount: numbers, fen, yes and no, ids. The unused one holds its nothing.
    """

    __tablename__ = "core_table_value"
    __table_args__ = (UniqueConstraint("record_id", "field"),
                      Index("ix_core_table_value_word", "community_id", "kind", "field", "word", "record_id"),
                      Index("ix_core_table_value_amount", "community_id", "kind", "field", "amount", "record_id"))
    record_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_table_record.id", ondelete="RESTRICT"))
    kind: Mapped[str] = mapped_column(String(60))
    field: Mapped[str] = mapped_column(String(40))
    word: Mapped[str] = mapped_column(String(200), default="")
    amount: Mapped[int] = mapped_column(BigInteger, default=NOTHING)
    person_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_person.id", ondelete="RESTRICT"), index=True)


class TableSchema(Scoped, Base):
    """The declaration a plugin's records were last kept by, so that they stay readable when its program is gone."""

    __tablename__ = "core_table_schema"
    __table_args__ = (UniqueConstraint("community_id", "plugin"),)
    plugin: Mapped[str] = mapped_column(String(16))
    version: Mapped[str] = mapped_column(String(20))
    declared: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)

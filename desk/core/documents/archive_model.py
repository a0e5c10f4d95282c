"""Tables: what was printed, byte for byte, and the numbers that were given.

Bytes lie in the database on purpose: one backup holds the record and its papers.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from desk.core.db.base import Base, BigId, Instant, Scoped


class PrintBlob(Base):
    """A PDF, kept once however often it is printed. sha256: hex. size: bytes."""

    __tablename__ = "core_print_blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))


class Print(Scoped, Base):
    """One printing of a paper of the record (owner_kind, owner_id).

    paper: paper kind id. mode: see PaperMode. data_hash: of the data it was built from, to tell later changes.
    ruled_blanks: characters printed as ruled spaces. reprint_of_id: the first print, whose pages these are.
    """

    __tablename__ = "core_print"
    record_kind = "print"
    __table_args__ = (Index("ix_core_print_owner", "owner_kind", "owner_id", "id"),)
    paper: Mapped[str] = mapped_column(String(80), index=True)
    title: Mapped[str] = mapped_column(String(120))
    owner_kind: Mapped[str] = mapped_column(String(60))
    owner_id: Mapped[int] = mapped_column(BigId)
    number: Mapped[str] = mapped_column(String(80), default="", index=True)
    mode: Mapped[str] = mapped_column(String(12))
    sha256: Mapped[str] = mapped_column(String(64), ForeignKey("core_print_blob.sha256", ondelete="RESTRICT"), index=True)
    pages: Mapped[int] = mapped_column(Integer)
    copies: Mapped[int] = mapped_column(Integer, default=1)
    template_version: Mapped[str] = mapped_column(String(20))
    data_hash: Mapped[str] = mapped_column(String(64), default="")
    ruled_blanks: Mapped[str] = mapped_column(String(200), default="")
    printed_at: Mapped[datetime] = mapped_column(Instant)
    printed_by: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(200), default="")
    reprint_of_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_print.id", ondelete="RESTRICT"), index=True)


class NumberSeries(Scoped, Base):
    """What this hall changed about a declared series; None keeps what was declared. brackets: see numbers.Brackets."""

    __tablename__ = "core_number_series"
    __table_args__ = (UniqueConstraint("community_id", "code"),)
    code: Mapped[str] = mapped_column(String(80))
    template: Mapped[str | None] = mapped_column(String(120))
    word: Mapped[str | None] = mapped_column(String(40))
    brackets: Mapped[str | None] = mapped_column(String(12))


class NumberCounter(Scoped, Base):
    """The next serial of a series in a year (0: a series that does not restart)."""

    __tablename__ = "core_number_counter"
    __table_args__ = (UniqueConstraint("community_id", "code", "year"),)
    code: Mapped[str] = mapped_column(String(80))
    year: Mapped[int] = mapped_column(Integer)
    next_serial: Mapped[int] = mapped_column(Integer)


class GivenNumber(Scoped, Base):
    """A number that was given; it stays in the register when voided. text: as printed."""

    __tablename__ = "core_number"
    record_kind = "number"
    __table_args__ = (UniqueConstraint("community_id", "code", "year", "serial"),
                      Index("ix_core_number_owner", "owner_kind", "owner_id"))
    code: Mapped[str] = mapped_column(String(80))
    year: Mapped[int] = mapped_column(Integer)
    serial: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String(80), index=True)
    owner_kind: Mapped[str] = mapped_column(String(60))
    owner_id: Mapped[int] = mapped_column(BigId)
    given_at: Mapped[datetime] = mapped_column(Instant)
    given_by: Mapped[str] = mapped_column(String(64))
    voided_at: Mapped[datetime | None] = mapped_column(Instant)
    voided_by: Mapped[str] = mapped_column(String(64), default="")
    void_reason: Mapped[str] = mapped_column(String(200), default="")

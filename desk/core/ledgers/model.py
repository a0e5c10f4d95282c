"""Tables of the ledgers. Bookings, lines and uses are never changed or deleted; triggers of core's revisions hold it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Scoped


class Account(Scoped, Base):
    """Who or what holds something of one ledger. balance: sum of its lines, moved only by `booking.book`.

    unit: "points" (tenths), "fen", "piece", "minute". outside: the world beyond the ledger (what was granted, given away),
    which may go below zero. lots: receipts are kept apart and used first in first out by their last day.
    """

    __tablename__ = "core_ledger_account"
    record_kind = "ledger_account"
    __table_args__ = (UniqueConstraint("community_id", "ledger", "owner_kind", "owner_id"),)
    ledger: Mapped[str] = mapped_column(String(40))
    unit: Mapped[str] = mapped_column(String(12))
    owner_kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(BigId)
    outside: Mapped[bool] = mapped_column(Boolean, default=False)
    lots: Mapped[bool] = mapped_column(Boolean, default=False)
    balance: Mapped[int] = mapped_column(BigInteger, default=0)


class Booking(Scoped, Base):
    """One happening. explain: which rule of which version made which amount, from which record; enough to recompute it.

    key: request key, once in a community. reverses_id: the booking taken back; a booking is taken back once.
    second: who else agreed, "" where one is enough.
    """

    __tablename__ = "core_ledger_booking"
    __table_args__ = (UniqueConstraint("community_id", "key"), UniqueConstraint("reverses_id"),
                      Index("ix_core_ledger_booking_source", "source_kind", "source_id"))
    ledger: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column(Date, index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(64))
    second: Mapped[str] = mapped_column(String(64), default="")
    reason: Mapped[str] = mapped_column(String(200), default="")
    source_kind: Mapped[str] = mapped_column(String(40), default="")
    source_id: Mapped[int | None] = mapped_column(BigId)
    explain: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    key: Mapped[str] = mapped_column(String(80))
    reverses_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"))


class Line(Scoped, Base):
    """A leg: `amount` into (positive) or out of (negative) the account; `after` is the balance that it left."""

    __tablename__ = "core_ledger_line"
    __table_args__ = (Index("ix_core_ledger_line_statement", "account_id", "id"),)
    booking_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_booking.id", ondelete="RESTRICT"), index=True)
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_account.id", ondelete="RESTRICT"))
    amount: Mapped[int] = mapped_column(BigInteger)
    after: Mapped[int] = mapped_column(BigInteger)


class Lot(Scoped, Base):
    """What one receipt brought and what is left of it. last_day: it may still be used on that day; None: no end."""

    __tablename__ = "core_ledger_lot"
    __table_args__ = (CheckConstraint("rest >= 0 AND rest <= amount", name="rest"),
                      Index("ix_core_ledger_lot_open", "account_id", "last_day"))
    account_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_account.id", ondelete="RESTRICT"))
    line_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_line.id", ondelete="RESTRICT"), index=True)
    day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date | None] = mapped_column(Date, index=True)
    amount: Mapped[int] = mapped_column(BigInteger)
    rest: Mapped[int] = mapped_column(BigInteger)


class Use(Scoped, Base):
    """What a line took out of a lot. A receipt that meets a debt takes from its own lot."""

    __tablename__ = "core_ledger_use"
    lot_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_lot.id", ondelete="RESTRICT"), index=True)
    line_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_ledger_line.id", ondelete="RESTRICT"), index=True)
    amount: Mapped[int] = mapped_column(BigInteger)

"""Tables: the audit chain and its head."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Scoped


class AuditEntry(Scoped, Base):
    """One line: who did what to which record. `mac` chains it to the line before (HMAC-SHA256, hex)."""

    __tablename__ = "core_audit"
    __table_args__ = (Index("ix_core_audit_record", "kind", "record_id", "seq"),)
    seq: Mapped[int] = mapped_column(BigInteger, unique=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    actor: Mapped[str] = mapped_column(String(64))
    actor_kind: Mapped[str] = mapped_column(String(12))
    action: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[int | None] = mapped_column(BigId)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    mac: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The one row that says where the chain ends; locked while a line is added."""

    __tablename__ = "core_audit_head"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    mac: Mapped[str] = mapped_column(String(64))
    key: Mapped[str] = mapped_column(String(64))

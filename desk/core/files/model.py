"""Tables: contents by hash, and what they are attached to.

Contents lie in the database on purpose: one backup holds everything, and no path can point elsewhere.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from desk.core.db.base import Base, BigId, Instant, Root


class FileBlob(Base):
    """A content, kept once however often it is attached. sha256: hex. size: bytes."""

    __tablename__ = "core_file_blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))


class Attachment(Root, Base):
    """A file of a record (owner_kind, owner_id). mime: as its first bytes say, whatever its name says. size: bytes."""

    __tablename__ = "core_attachment"
    record_kind = "attachment"
    __table_args__ = (Index("ix_core_attachment_owner", "owner_kind", "owner_id"),)
    owner_kind: Mapped[str] = mapped_column(String(60))
    owner_id: Mapped[int] = mapped_column(BigId)
    sha256: Mapped[str] = mapped_column(String(64), ForeignKey("core_file_blob.sha256", ondelete="RESTRICT"), index=True)
    file_name: Mapped[str] = mapped_column(String(160))
    title: Mapped[str] = mapped_column(String(160), default="")
    mime: Mapped[str] = mapped_column(String(80))
    size: Mapped[int] = mapped_column(Integer)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)
    removed_by: Mapped[str] = mapped_column(String(64), default="")
    removed_reason: Mapped[str] = mapped_column(String(200), default="")

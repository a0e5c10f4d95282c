"""Tables: what was imported, and what became of each row.

Rows keep what is needed to undo and to account for the import, no second copy of the list: of a changed record only the
fields that changed, of a rejected row only its number and the reasons.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.core.db.base import Base, BigId, Instant, Record, Root


class ImportBatch(Root, Base):
    """One list that was taken over.

    kind: which importer ("people"). list_name: lists of one name follow each other month by month; "missing" is judged
    against the last one. columns: plain heading → field name, offered again next time. counts: verdict → rows.
    marks: table → highest id when the import was written.
    """

    __tablename__ = "core_import_batch"
    record_kind = "import_batch"
    kind: Mapped[str] = mapped_column(String(60))
    list_name: Mapped[str] = mapped_column(String(120))
    file_name: Mapped[str] = mapped_column(String(255))
    file_hash: Mapped[str] = mapped_column(String(64))
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    marks: Mapped[dict[str, int]] = mapped_column(JSON)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)
    undone_by: Mapped[str] = mapped_column(String(64), default="")


class ImportRow(Record, Base):
    """A row of a list. changes: [[field, label, before, after, was, becomes], …], see verdicts.FieldChange."""

    __tablename__ = "core_import_row"
    __table_args__ = (Index("ix_core_import_row_batch_id_verdict", "batch_id", "verdict"),)
    batch_id: Mapped[int] = mapped_column(BigId, ForeignKey("core_import_batch.id", ondelete="RESTRICT"))
    number: Mapped[int] = mapped_column(Integer)
    verdict: Mapped[str] = mapped_column(String(10))
    record_id: Mapped[int | None] = mapped_column(BigId)
    reasons: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    changes: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))

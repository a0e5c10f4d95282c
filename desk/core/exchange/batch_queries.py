"""Reads of what was taken over: the lists imported so far, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.rights import IMPORT


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A list that was taken over. counts: verdict → rows. undone_at: None while it stands."""

    id: int
    list_name: str
    file_name: str
    at: datetime
    by: str
    counts: Mapping[str, int]
    undone_at: datetime | None
    undone_by: str


def list_batches(uow: UnitOfWork, kind: str, limit: int = 50) -> list[BatchRow]:
    """The last lists of one kind ("people")."""
    uow.require(IMPORT)
    found = uow.session.scalars(select(ImportBatch).where(ImportBatch.kind == kind).order_by(ImportBatch.id.desc())
                                .limit(limit))
    return [BatchRow(batch.id, batch.list_name, batch.file_name, batch.created_at, batch.created_by, dict(batch.counts),
                     batch.undone_at, batch.undone_by) for batch in found]

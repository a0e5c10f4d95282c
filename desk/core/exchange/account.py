"""The account of all that was brought in by lists, of whatever kind: one page of imports, one import with its refused rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from desk.core.clock import hall_time
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.model import ImportBatch, ImportRow
from desk.core.exchange.rights import IMPORT
from desk.core.exchange.verdicts import CHANGED, NEW, REJECTED, SAME

SHOWN = 500
"""Refused rows that are told one by one."""


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A list that was brought in. new, changed, same, rejected: rows; undone_at: None while it stands."""

    id: int
    kind: str
    list_name: str
    file_name: str
    at: datetime
    by: str
    new: int
    changed: int
    same: int
    rejected: int
    undone_at: datetime | None
    undone_by: str


@dataclass(frozen=True, slots=True)
class ImportAccount:
    """One import. refused: (row of the spreadsheet, reasons), the first SHOWN; file_hash: SHA-256 of what was read."""

    line: ImportLine
    file_hash: str
    refused: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class ImportFact:
    """An import for the table of figures. state: "stands" or "undone"."""

    id: int
    list_name: str
    on: date
    state: str
    new: int
    changed: int
    same: int
    rejected: int


def list_imports(uow: UnitOfWork, request: PageRequest) -> Page[ImportLine]:
    """A page of imports, by the time they were taken over. Filters: kind, undone (bool), rejected (True: with refused rows).
    text: part of the list's or the file's name.
    """
    uow.require(IMPORT)
    rows, following = keyset_page(uow.session, select(ImportBatch).where(*_conditions(request)), [ImportBatch.id], request)
    return Page([_line(row) for row in rows], following)


def count_imports(uow: UnitOfWork, request: PageRequest) -> int:
    """How many `list_imports` shows in all."""
    uow.require(IMPORT)
    return uow.session.scalar(select(func.count(ImportBatch.id)).where(*_conditions(request))) or 0


def get_import(uow: UnitOfWork, batch_id: int) -> ImportAccount:
    """One import. Raises NotFound, NotAllowed."""
    uow.require(IMPORT)
    batch: ImportBatch = uow.get(ImportBatch, batch_id)
    rows = uow.session.execute(select(ImportRow.number, ImportRow.reasons).where(
        ImportRow.batch_id == batch_id, ImportRow.verdict == REJECTED).order_by(ImportRow.number).limit(SHOWN))
    return ImportAccount(_line(batch), batch.file_hash, tuple((number, " ".join(reasons or ())) for number, reasons in rows))


def import_facts(uow: UnitOfWork, scope: Any) -> Iterator[ImportFact]:
    """Every import of the scope's days, those taken back too."""
    for batch in uow.session.scalars(select(ImportBatch).order_by(ImportBatch.id)):
        day = hall_time(batch.created_at).date()
        if scope.first <= day <= scope.last:
            line = _line(batch)
            yield ImportFact(line.id, line.list_name, day, "undone" if line.undone_at else "stands", line.new, line.changed,
                             line.same, line.rejected)


def _conditions(request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    refused = select(ImportRow.batch_id).where(ImportRow.verdict == REJECTED)
    for name, value in request.filters.items():
        if name == "kind":
            found.append(ImportBatch.kind == value)
        elif name == "undone":
            found.append(ImportBatch.undone_at.is_not(None) if value else ImportBatch.undone_at.is_(None))
        elif name == "rejected" and value:
            found.append(ImportBatch.id.in_(refused))
    for word in request.text.split():
        found.append(ImportBatch.list_name.contains(word, autoescape=True)
                     | ImportBatch.file_name.contains(word, autoescape=True))
    return found


def _line(batch: ImportBatch) -> ImportLine:
    counts = batch.counts
    return ImportLine(batch.id, batch.kind, batch.list_name, batch.file_name, batch.created_at, batch.created_by,
                      counts.get(NEW, 0), counts.get(CHANGED, 0), counts.get(SAME, 0), counts.get(REJECTED, 0),
                      batch.undone_at, batch.undone_by)

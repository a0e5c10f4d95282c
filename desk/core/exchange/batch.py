"""Taking a list over: judged, shown, judged again and written in one transaction, undone whole.

The preview and the import run the same judgement; the import refuses when its outcome is no longer what was shown. What a
row means is the importer's business; the account of it, the order of things and the undoing are here.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import func, inspect, select

from desk.core.db.base import Record
from desk.core.db.bulk import insert_rows
from desk.core.db.room import make_room
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.exchange.columns import FieldIndex, ImportField, match_columns, remember, require_columns
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.model import ImportBatch, ImportRow
from desk.core.exchange.progress import Progress, silent, tell
from desk.core.exchange.reading import read_tables
from desk.core.exchange.table import Sheet
from desk.core.exchange.verdicts import (
    ALONG,
    CHANGED,
    MISSING,
    NEW,
    REJECTED,
    SAME,
    ListDraft,
    Preview,
    RowVerdict,
    preview_of,
)
from desk.core.i18n import _

CHUNK = 2_000
KNOWN = (NEW, CHANGED, SAME)
"""The verdicts of rows that stand for a record of the register."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row with its matched cells: field name → clean text."""

    number: int
    values: Mapping[str, str]


Along = Mapping[str, Sequence[int]]
"""Records made along the way: record kind → ids (the households of new residents)."""


class Importer(Protocol):
    """What one kind of list means. All reading and writing is set-based: lists have 100,000 rows.

    children: tables that hang on a record and are written with it, each with a column `id`.
    """

    @property
    def kind(self) -> str: ...

    @property
    def record_kind(self) -> str: ...

    @property
    def fields(self) -> tuple[ImportField, ...]: ...

    @property
    def children(self) -> tuple[type[Record], ...]: ...

    def read(self, rows: Sequence[SourceRow], today: date, progress: Progress) -> list[Any]:
        """Each row read and checked for itself, without the register; what `judge` takes. Raises for no row."""
        ...

    def judge(self, uow: UnitOfWork, draft: ListDraft, read: Sequence[Any]) -> list[RowVerdict]:
        """One verdict a row against the register, in order: new, changed, same or rejected. Writes nothing."""
        ...

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Record id → label of those that still count (not merged away, gone or moved out)."""
        ...

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Progress) -> Along:
        """Write new and changed rows in bulk and set `record_id` of the new ones; answers what was made along the
        way. Search documents and audit follow from what is touched."""
        ...

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Progress) -> None:
        """Take back what `write` wrote for this batch; raises UserError naming what later work stands in the way."""
        ...


def field_index(uow: UnitOfWork, importer: Importer) -> FieldIndex:
    """The importer's fields together with the headings chosen in earlier lists of this kind."""
    return FieldIndex(importer.fields, remembered_columns(uow, importer.kind))


def read_list(uow: UnitOfWork, importer: Importer, path: Path, list_name: str) -> ListDraft:
    """The best table of a file with its columns matched by their headings; raises UserError as reading tables does."""
    index = field_index(uow, importer)
    sheet = best_sheet(read_tables(path), index.knows)
    match = match_columns(sheet.labels, index)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return ListDraft(sheet, dict(match.columns), list_name, path.name, digest)


def remembered_columns(uow: UnitOfWork, kind: str, lists: int = 20) -> dict[str, str]:
    """Plain heading → field name out of the last lists of this kind, the newest winning."""
    found = uow.session.scalars(select(ImportBatch.columns).where(ImportBatch.kind == kind)
                                .order_by(ImportBatch.id.desc()).limit(lists)).all()
    return {heading: name for columns in reversed(found) for heading, name in columns.items()}


def preview_list(uow: UnitOfWork, importer: Importer, draft: ListDraft, progress: Progress = silent) -> Preview:
    """The dry run: what taking this list over would do. Raises UserError for missing columns, Cancelled."""
    match = match_columns(draft.sheet.labels, FieldIndex(importer.fields), draft.columns)
    require_columns(match, draft.sheet.labels, FieldIndex(importer.fields))
    read = importer.read(list(_source_rows(draft.sheet, draft.columns)), uow.clock.today(), progress)
    return _judged(uow, importer, draft, read)


def take_over(uow: UnitOfWork, importer: Importer, seen: Preview, progress: Progress = silent) -> ImportBatch:
    """Write what the preview showed, judged once more, in the caller's one transaction.

    Raises UserError when the register has changed since, or when nothing in the list can be taken over.
    """
    make_room(uow.session)
    draft = seen.draft
    preview = _judged(uow, importer, draft, seen.read)
    if preview.digest != seen.digest:
        raise UserError(_("The register has changed since the list was looked through."),
                        todo=_("Look at the result once more, then take it over."))
    if not any(preview.counts.get(verdict) for verdict in KNOWN):
        raise UserError(_("No row of this list can be taken over. The reasons stand beside the rows."))
    along = importer.write(uow, preview.verdicts, progress)
    match = match_columns(draft.sheet.labels, FieldIndex(()), draft.columns)
    batch = uow.add(ImportBatch(
        kind=importer.kind, list_name=draft.list_name, file_name=draft.file_name, file_hash=draft.file_hash,
        columns=remember(match, draft.sheet.labels), counts=dict(preview.counts),
        marks=_marks(uow, importer), undone_at=None))
    _keep_rows(uow, batch.id, preview.verdicts, along, progress)
    written = [row.record_id for row in preview.verdicts if row.verdict in (NEW, CHANGED) and row.record_id]
    for record_kind, ids in {importer.record_kind: written, **along}.items():
        if ids:
            uow.touch(record_kind, *ids)
    uow.trace("import.taken_over", ImportBatch.record_kind, batch.id, importer=importer.kind, file=draft.file_name,
              file_hash=draft.file_hash, **preview.counts)
    return batch


def undo_batch(uow: UnitOfWork, importer: Importer, batch_id: int, progress: Progress = silent) -> ImportBatch:
    """Take a whole import back. Raises UserError when it is undone already, when a later list of the same name builds
    on it, or with the records that were worked on since."""
    make_room(uow.session)
    batch: ImportBatch = uow.get(ImportBatch, batch_id)
    if batch.undone_at is not None:
        raise UserError(_("This import was undone already."))
    later = last_batch(uow, importer.kind, batch.list_name)
    if later is not None and later.id != batch.id:
        raise UserError(_("The list {file} was taken over after this one. Undo that import first.")
                        .format(file=later.file_name))
    importer.undo(uow, batch, progress)
    batch.undone_at, batch.undone_by = uow.clock.now(), uow.actor.name
    uow.trace("import.undone", ImportBatch.record_kind, batch.id, importer=importer.kind, file=batch.file_name)
    return batch


def last_batch(uow: UnitOfWork, kind: str, list_name: str) -> ImportBatch | None:
    """The last list of this name that still stands."""
    return uow.session.scalars(select(ImportBatch).where(
        ImportBatch.kind == kind, ImportBatch.list_name == list_name, ImportBatch.undone_at.is_(None))
        .order_by(ImportBatch.id.desc()).limit(1)).one_or_none()


def _judged(uow: UnitOfWork, importer: Importer, draft: ListDraft, read: Sequence[Any]) -> Preview:
    verdicts = importer.judge(uow, draft, read)
    return preview_of(draft, read, [*verdicts, *_missing(uow, importer, draft, verdicts)])


def _source_rows(sheet: Sheet, columns: Mapping[str, int]) -> Iterable[SourceRow]:
    pairs = [(name, column) for name, column in columns.items() if column >= 0]
    for row in sheet.rows:
        width = len(row.cells)
        yield SourceRow(row.number, {name: row.cells[column] if column < width else "" for name, column in pairs})


def _missing(uow: UnitOfWork, importer: Importer, draft: ListDraft,
             verdicts: Sequence[RowVerdict]) -> list[RowVerdict]:
    """Records of the last list of this name that this one does not name; only shown, nothing is done to them."""
    last = last_batch(uow, importer.kind, draft.list_name)
    if last is None:
        return []
    named = {row.record_id for row in verdicts}
    before = uow.session.scalars(select(ImportRow.record_id).where(
        ImportRow.batch_id == last.id, ImportRow.verdict.in_(KNOWN)))
    gone = [record_id for record_id in before if record_id is not None and record_id not in named]
    labels = importer.labels(uow, gone)
    return [RowVerdict(0, MISSING, labels[record_id], record_id) for record_id in gone if record_id in labels]


def _marks(uow: UnitOfWork, importer: Importer) -> dict[str, int]:
    """The highest ids of the children's tables: what has a higher one was added by later work."""
    highest = {inspect(model).local_table.name: select(func.max(model.id)) for model in importer.children}
    return {name: uow.session.scalar(asked.execution_options(all_communities=True)) or 0 for name, asked in highest.items()}


def _keep_rows(uow: UnitOfWork, batch_id: int, verdicts: Sequence[RowVerdict], along: Along,
               progress: Progress) -> None:
    kept = [_kept(row) for row in verdicts]
    kept += [_kept(RowVerdict(0, ALONG, record_kind, record_id))
             for record_kind, ids in along.items() for record_id in ids]
    for start in range(0, len(kept), CHUNK):
        tell(progress, start, len(kept))
        insert_rows(uow.session, ImportRow.__table__, kept[start:start + CHUNK],  # type: ignore[arg-type]
                    {"batch_id": batch_id})


def _kept(row: RowVerdict) -> dict[str, Any]:
    changes = [[change.field, change.label, change.before, change.after, change.was, change.becomes]
               for change in row.changes]
    return {"number": row.number, "verdict": row.verdict, "record_id": row.record_id,
            "reasons": list(row.reasons) if row.verdict == REJECTED else None, "changes": changes or None}

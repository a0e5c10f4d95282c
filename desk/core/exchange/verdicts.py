"""What becomes of each row of a list, before anything is written and after: plain data for preview, screen and report."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.core.exchange.columns import ColumnMatch
from desk.core.exchange.export import ExportColumn, ExportTable
from desk.core.exchange.table import Sheet
from desk.core.i18n import N_, _

NEW, CHANGED, SAME, MISSING, REJECTED = "new", "changed", "same", "missing", "rejected"
ALONG = "along"
"""Verdict of kept rows that stand for another record made on the way (a household)."""
TITLES = {NEW: N_("New"), CHANGED: N_("Changed"), SAME: N_("Unchanged"), MISSING: N_("Not in this list"),
          REJECTED: N_("Rejected")}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a known record that the list says otherwise. label: English, marked.

    before, after: as shown, "" for nothing. was, becomes: as kept, what undoing writes back and what it must find.
    """

    field: str
    label: str
    before: str
    after: str
    was: Any = None
    becomes: Any = None


@dataclass(slots=True)
class RowVerdict:
    """number: the spreadsheet's row, 0 for a missing record. label: who or what, as shown. record_id: the record it was
    matched to, or was made. reasons: a sentence each, for rejected rows why, for others what to look at.
    draft: what the importer will write; its own business."""

    number: int
    verdict: str
    label: str
    record_id: int | None = None
    reasons: tuple[str, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    draft: Any = None


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list as it is to be taken over. columns: field name → column index, as matched and chosen."""

    sheet: Sheet
    columns: Mapping[str, int]
    list_name: str
    file_name: str
    file_hash: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking `draft` over would do. read: the rows as the importer read them, in order.

    digest: stands for exactly this outcome; the import is refused when it would be another one by then.
    """

    draft: ListDraft
    read: Sequence[Any]
    verdicts: tuple[RowVerdict, ...]
    digest: str
    counts: Mapping[str, int] = field(default_factory=dict)

    def of(self, verdict: str) -> tuple[RowVerdict, ...]:
        """The rows with one verdict, in the list's order."""
        return tuple(row for row in self.verdicts if row.verdict == verdict)


def preview_of(draft: ListDraft, read: Sequence[Any], verdicts: Sequence[RowVerdict]) -> Preview:
    """Count and seal."""
    seal = hashlib.sha256()
    for row in verdicts:
        said = (row.number, row.verdict, row.record_id, row.reasons,
                [(change.field, change.before, change.after) for change in row.changes])
        seal.update(repr(said).encode("utf-8", "surrogatepass"))
    return Preview(draft, read, tuple(verdicts), seal.hexdigest(), dict(Counter(row.verdict for row in verdicts)))


def rejected_table(preview: Preview, notes: tuple[str, ...] = ()) -> ExportTable:
    """The rejected rows as they stood, with the reasons in front: to be put right and imported again."""
    draft = preview.draft
    cells = {row.number: row.cells for row in draft.sheet.rows}
    labels = draft.sheet.labels
    columns = (ExportColumn(_("Row"), 6, "integer"), ExportColumn(_("Why it was not taken over"), 48),
               *(ExportColumn(label, 18) for label in labels))
    rows = [(row.number, " ".join(row.reasons), *(_cell(cells[row.number], place) for place in range(len(labels))))
            for row in preview.of(REJECTED)]
    return ExportTable(_("Rejected rows of {name}").format(name=draft.file_name), columns, rows, notes)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def matched(match: ColumnMatch, sheet: Sheet, *, list_name: str, file_name: str, file_hash: str) -> ListDraft:
    """A list with the columns as matched."""
    return ListDraft(sheet, dict(match.columns), list_name, file_name, file_hash)

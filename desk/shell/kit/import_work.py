"""The long steps of an import, each run in a worker: read the file, try it dry, take it over, undo it. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.core.exchange.batch import field_index
from desk.core.exchange.columns import ColumnMatch, match_columns
from desk.core.exchange.export import made_on, write_xlsx
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.people_import import file_hash
from desk.core.exchange.progress import Progress
from desk.core.exchange.reading import read_tables
from desk.core.exchange.verdicts import ListDraft, Preview, rejected_table
from desk.core.i18n import _, translator
from desk.core.people.masks import mask_number, mask_phone
from desk.host.import_pages import ImportSpec

SAMPLES = 3
"""Rows shown beside a column, so that it can be recognised."""


@dataclass(frozen=True, slots=True)
class ReadList:
    """A file as read. draft: its columns matched; match: what is doubtful or missing about them."""

    draft: ListDraft
    match: ColumnMatch

    @property
    def clear(self) -> bool:
        """Whether the columns need no question."""
        return not self.match.missing and not self.match.doubtful

    def sample(self, column: int, kind: str = "text") -> str:
        """What the first rows say in a column; identity numbers and phones masked as everywhere."""
        mask = {"id_number": mask_number, "phone": mask_phone}.get(kind, str)
        cells = (row.cells[column] if column < len(row.cells) else "" for row in self.draft.sheet.rows[:SAMPLES])
        return " / ".join(mask(cell) for cell in cells if cell)

    def heading(self, column: int) -> str:
        """The heading of a column; told apart by its letter where it is empty or there twice."""
        labels, letter = self.draft.sheet.labels, column_letter(column)
        if not labels[column]:
            return _("Column {letter}").format(letter=letter)
        return f"{labels[column]} ({letter})" if labels.count(labels[column]) > 1 else labels[column]


def column_letter(column: int) -> str:
    """0 → "A", 26 → "AA", as spreadsheets name columns."""
    return (column_letter(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def read_list(job: Any, spec: ImportSpec, path: Path) -> ReadList:
    """Read the file and match its columns. Raises UserError, EnvironmentFault, Cancelled."""
    raws = read_tables(path, _progress(job, _("Rows read")))
    with job.reading() as uow:
        index = field_index(uow, spec.importer)
        sheet = best_sheet(raws, index.knows)
        match = match_columns(sheet.labels, index)
        name = translator(spec.domain)(spec.list_name)
        return ReadList(ListDraft(sheet, dict(match.columns), name, path.name, file_hash(path)), match)


def with_columns(found: ReadList, columns: Mapping[str, int]) -> ReadList:
    """The list with the columns as chosen."""
    return replace(found, draft=replace(found.draft, columns={name: at for name, at in columns.items() if at >= 0}))


def try_list(job: Any, spec: ImportSpec, draft: ListDraft) -> Preview:
    """The dry run. Raises UserError, Cancelled."""
    with job.reading() as uow:
        seen: Preview = spec.preview(uow, draft, _progress(job, _("Rows looked at")))
        return seen


def take_list_over(job: Any, back_up: Callable[[], None], spec: ImportSpec, preview: Preview) -> Any:
    """A backup first, whoever's list it is, then everything in one transaction.

    Raises UserError, EnvironmentFault, Cancelled.
    """
    job.progress(0, 0, _("Making a backup first"))
    back_up()
    return job.execute(spec.take, preview, _progress(job, _("Rows taken over")))


def undo_list(job: Any, spec: ImportSpec, batch_id: int) -> Any:
    """Take a whole import back. Raises UserError, Cancelled."""
    return job.execute(spec.undo, batch_id, _progress(job, _("Rows taken back")))


def write_rejected(job: Any, path: Path, preview: Preview, today: Any) -> int:
    """The rejected rows with their reasons as a workbook; answers how many."""
    return write_xlsx(path, rejected_table(preview, (made_on(today),)), _progress(job, _("Rows written")))


def _progress(job: Any, text: str) -> Progress:
    def tell(done: int, total: int, /) -> None:
        job.progress(done, total, text)

    return tell

"""The residents' list: a roll from the street office, a grid platform or an old spreadsheet becomes the register.

    sheet = best_sheet(read_tables(path, progress), field_index(uow, PEOPLE_LIST).knows)
    draft = people_list(uow, sheet, path)                  # columns matched; adjust `columns` with replace()
    preview = preview_people(uow, draft, progress)         # the dry run
    import_people(uow, preview, progress)                  # one transaction
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select

from desk.core.db.base import Record
from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.exchange.batch import (
    Along,
    SourceRow,
    field_index,
    preview_list,
    take_over,
    undo_batch,
)
from desk.core.exchange.columns import ImportField, match_columns
from desk.core.exchange.list_import import ImportReport, report_of
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.people_fields import PEOPLE_FIELDS
from desk.core.exchange.people_known import blocks, know, know_dwellings
from desk.core.exchange.people_match import Matcher
from desk.core.exchange.people_rows import PersonRow, read_row
from desk.core.exchange.people_undo import CHILDREN, undo_people
from desk.core.exchange.people_write import PeopleWriter
from desk.core.exchange.progress import Progress, silent, tell
from desk.core.exchange.rights import IMPORT
from desk.core.exchange.table import Sheet
from desk.core.exchange.verdicts import ListDraft, Preview, RowVerdict
from desk.core.i18n import N_, _
from desk.core.people.lookup import number_hasher
from desk.core.people.model import Person

LIST_NAME = N_("Residents")
_TELL_EVERY = 500


class PeopleList:
    """The importer of residents (see `batch.Importer`)."""

    kind = "people"
    record_kind = "person"
    fields: tuple[ImportField, ...] = PEOPLE_FIELDS
    children: tuple[type[Record], ...] = CHILDREN

    def read(self, rows: Sequence[SourceRow], today: date, progress: Progress) -> list[PersonRow]:
        """See `people_rows`."""
        read = []
        for source in rows:
            read.append(read_row(source.number, source.values, today))
            if len(read) % _TELL_EVERY == 0:
                tell(progress, len(read), len(rows))
        return read

    def judge(self, uow: UnitOfWork, draft: ListDraft, read: Sequence[PersonRow]) -> list[RowVerdict]:
        """Fetch whom the rows may mean, match in order."""
        sound, hashed = [row for row in read if not row.reasons], number_hasher(uow)
        for row in sound:
            row.lookup = hashed(row.id_number)
        areas = uow.actor.area_ids
        matcher = Matcher(know(uow, sound), by_household="relation" in draft.columns,
                          within=lambda area_id: areas is None or area_id is None or area_id in areas)
        return [matcher.judge(row) for row in read]

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Names of those who are present."""
        found: dict[int, str] = {}
        for block in blocks(record_ids):
            found.update((person_id, name) for person_id, name in uow.session.execute(
                select(Person.id, Person.name).where(one_of(Person.id, block), Person.state == "present")))
        return found

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Progress) -> Along:
        """See `people_write`."""
        writer = PeopleWriter(uow, know_dwellings(uow, [row.draft.row for row in verdicts if row.draft]))
        writer.write(verdicts, progress)
        return {"household": writer.households}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Progress) -> None:
        """See `people_undo`."""
        undo_people(uow, batch, progress)


PEOPLE_LIST = PeopleList()


def people_list(uow: UnitOfWork, sheet: Sheet, path: Path, chosen: Mapping[str, int] | None = None,
                list_name: str = "") -> ListDraft:
    """The list with its columns matched; `chosen` (field name → column, -1 for none) wins over the headings."""
    uow.require(IMPORT)
    match = match_columns(sheet.labels, field_index(uow, PEOPLE_LIST), chosen)
    return ListDraft(sheet, dict(match.columns), list_name or _(LIST_NAME), path.name, file_hash(path))


def preview_people(uow: UnitOfWork, draft: ListDraft, progress: Progress = silent) -> Preview:
    """The dry run. Raises UserError for missing columns, NotAllowed, Cancelled."""
    uow.require(IMPORT)
    return preview_list(uow, PEOPLE_LIST, draft, progress)


@verb("people.import", permission=IMPORT)
def import_people(uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
    """Take the list over as the preview showed. Raises UserError when the outcome would be another one by now."""
    return report_of(take_over(uow, PEOPLE_LIST, seen, progress))


@verb("people.undo_import", permission=IMPORT)
def undo_people_import(uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
    """Take a whole import back. Raises UserError naming what later work stands in the way."""
    return report_of(undo_batch(uow, PEOPLE_LIST, batch_id, progress))


def file_hash(path: Path) -> str:
    """SHA-256 of the file, hex: kept with the import, so that it can be said which file it was."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

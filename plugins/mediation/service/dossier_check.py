"""The dossier's checker: which rows this file must hold, and whether what they ask for was printed or scanned (R10)."""

from collections.abc import Sequence

from sqlalchemy import select

from desk.api.cases import visible_case
from desk.api.db import UnitOfWork
from desk.api.papers import list_prints
from plugins.mediation.dossier_lists import LISTS, REQUIRED, WHEN_AGREED, Row
from plugins.mediation.file_papers import FilePaper, list_scans, named_by, papers_of
from plugins.mediation.models import DossierRow, Scan
from plugins.mediation.paper_table import PAPERS
from plugins.mediation.queries import CaseFile
from plugins.mediation.settings import setting

_RECORDS = {paper.code: paper.record for paper in PAPERS}
_EVERY = ("session", "agreement", "oral")
"""Parts of which every paper must be there; of the others one is enough."""
_KEPT = ("investigation", "evidence", "receipt", "court", "visit", "file_note")
"""Parts that are there as soon as the record is: their papers are bound without a signature of the parties."""


def dossier_rows(uow: UnitOfWork) -> tuple[Row, ...]:
    """The contents list in order: the hall's own, else the one its setting names."""
    own = uow.session.scalars(select(DossierRow).order_by(DossierRow.place)).all()
    if own:
        return tuple(Row(row.title, row.need, tuple(row.parts)) for row in own)
    return LISTS[setting(uow, "dossier_list")]


def list_lacking(uow: UnitOfWork, file: CaseFile) -> list[str]:
    """Titles of required rows for which nothing was printed as final or scanned; the dossier checker's findings."""
    return [row.title for row in lacking_rows(uow, file)]


def lacking_rows(uow: UnitOfWork, file: CaseFile) -> list[Row]:
    """Required rows for which nothing was printed as final or scanned."""
    scans = list_scans(uow, file.dispute.id)
    return [row for row in needed_rows(uow, file) if not any(_there(uow, file, part, scans) for part in core_parts(row))]


def needed_rows(uow: UnitOfWork, file: CaseFile) -> list[Row]:
    """Rows this file must hold; none for a dispute that was not accepted or was withdrawn."""
    if visible_case(uow, file.case.id).state in ("refused", "withdrawn"):
        return []
    return [row for row in dossier_rows(uow) if row.need == REQUIRED or (row.need == WHEN_AGREED and bool(file.in_force))]


def core_parts(row: Row) -> tuple[str, ...]:
    """Parts that count for the row: of one about the agreement or the sitting, only the paper itself."""
    core = tuple(part for part in row.parts if part in ("application", "acceptance", "session", "agreement", "oral"))
    return core or row.parts


def open_papers(uow: UnitOfWork, file: CaseFile, part: str, scans: Sequence[Scan]) -> list[FilePaper]:
    """Papers of the part that were neither printed as final nor scanned by name. Of agreements, only those in force."""
    named, force = named_by(scans), {one.id for one in file.in_force}
    return [one for one in papers_of(uow, file, part, every=True) if one.key not in named and not _printed(uow, one)
            and (part not in ("agreement", "oral") or one.record_id in force)]


def _there(uow: UnitOfWork, file: CaseFile, part: str, scans: Sequence[Scan]) -> bool:
    """A scan that names no paper counts for the whole part; one that does, for its papers."""
    papers = papers_of(uow, file, part, every=True)
    if part == "back_cover" or any(scan.part == part and not (scan.stands_for and papers) for scan in scans):
        return True
    if part in _KEPT:
        return bool(papers)
    left = open_papers(uow, file, part, scans)
    return bool(papers) and (not left if part in _EVERY else len(left) < len(papers))


def _printed(uow: UnitOfWork, one: FilePaper) -> bool:
    return any(row.mode == "final" for row in list_prints(uow, _RECORDS[one.code], one.record_id, paper=one.paper))

"""What lies in a dossier under each part: papers as the record says them now, scans as they were added."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from desk.api.db import UnitOfWork
from desk.api.documents import Document, Image, Margins, PageSetup
from desk.api.files import get_attachment, get_bytes
from plugins.mediation.file_papers import FilePaper, drafts_of
from plugins.mediation.models import Scan
from plugins.mediation.paper_table import PAPERS
from plugins.mediation.queries import CaseFile

PDF = b"%PDF-"
_SCAN_PAGE = PageSetup(margins=Margins(top=15, bottom=20, left=20, right=15))
_TABLE = {paper.code: paper for paper in PAPERS}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper to be set, or the pages of a scanned PDF. scan: the id of the scan it comes from."""

    document: Document | None = None
    pdf: bytes = b""
    scan: int = 0


def pieces_of(uow: UnitOfWork, file: CaseFile, part: str, scans: Sequence[Scan]) -> list[Piece]:
    """The papers of a part that no scan stands for, then its scans."""
    return [*(Piece(_set(uow, one)) for one in drafts_of(uow, file, part, scans)),
            *(_scan(uow, scan) for scan in scans if scan.part == part)]


def _set(uow: UnitOfWork, one: FilePaper) -> Document:
    """The paper as it would print now."""
    paper = _TABLE[one.code]
    made: Document = _find(paper.build)(_find(paper.load)(uow, one.record_id))
    return made


def _find(path: str) -> Any:
    module, _colon, name = path.partition(":")
    return getattr(import_module(f"plugins.mediation.documents.{module}"), name)


def _scan(uow: UnitOfWork, scan: Scan) -> Piece:
    content, row = get_bytes(uow, scan.attachment_id), get_attachment(uow, scan.attachment_id)
    if content.startswith(PDF):
        return Piece(pdf=content, scan=scan.id)
    return Piece(Document("mediation.scan", row.title, (Image(content, width=175, max_height=255),), page=_SCAN_PAGE),
                 scan=scan.id)

"""The whole dossier as one PDF: cover, contents with counted pages, then every paper and scan in the order of the list.

Pages run on from the first paper to the back cover; cover and contents carry no number. A scan of a signed paper takes the
place of the paper as drafted; a row whose papers all lie in a scan bound under another names that scan's pages.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.api.db import UnitOfWork
from desk.api.documents import Document, PageNumber
from desk.api.papers import RenderedPaper, font_book, merge, number_pages, page_count, render
from plugins.mediation.documents import binding
from plugins.mediation.documents.data_file import ContentsPaper, ContentsRow
from plugins.mediation.documents.dossier_parts import Piece, pieces_of
from plugins.mediation.documents.loading_file import load_binding
from plugins.mediation.dossier_lists import Row, complete
from plugins.mediation.file_papers import list_scans, named_by, papers_of
from plugins.mediation.models import Scan
from plugins.mediation.queries import CaseFile, get_file
from plugins.mediation.service.dossier_check import dossier_rows

KIND = "mediation.dossier"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier ready to print. digest: changes when anything in it does. rows: the contents as printed."""

    paper: RenderedPaper
    rows: tuple[ContentsRow, ...]
    digest: str


def assemble(uow: UnitOfWork, dispute_id: int, *, allow_ruled_blanks: bool = False) -> Dossier:
    """Put the dossier together. Raises UserError as printing does, and for a scan that cannot be read."""
    file, scans = get_file(uow, dispute_id), list_scans(uow, dispute_id)
    ink = _Ink(allow_ruled_blanks)
    spans, parts = [], []
    for row in complete(dossier_rows(uow)):
        start = ink.pages
        parts += [ink.set(piece) for piece in _pieces(uow, file, row, ink, scans)]
        spans.append((row, _range(start + 1, ink.pages)))
    rows = [ContentsRow(row.title, pages or _elsewhere(uow, file, row, ink, scans)) for row, pages in spans]
    head = load_binding(uow, dispute_id, ink.pages)
    front = [ink.plain(binding.cover(head)), ink.plain(binding.contents(ContentsPaper(head.number, head.committee, tuple(rows))))]
    pdf = merge([*front, *parts])
    digest = hashlib.sha256("".join(hashlib.sha256(part).hexdigest() for part in (*front, *parts)).encode()).hexdigest()
    paper = RenderedPaper(pdf, page_count(pdf), hashlib.sha256(pdf).hexdigest(), tuple(ink.ruled))
    return Dossier(paper, tuple(rows), digest)


def _pieces(uow: UnitOfWork, file: CaseFile, row: Row, ink: "_Ink", scans: Sequence[Scan]) -> Sequence[Piece]:
    """What lies under a row now; the back cover learns how many pages there are with itself."""
    found = []
    for part in row.parts:
        if part == "back_cover":
            found.append(Piece(binding.back_cover(load_binding(uow, file.dispute.id, ink.pages + 1))))
        else:
            found += pieces_of(uow, file, part, scans)
    return found


def _elsewhere(uow: UnitOfWork, file: CaseFile, row: Row, ink: "_Ink", scans: Sequence[Scan]) -> str:
    """The pages of the scans that hold this row's papers, bound under another row."""
    named = named_by(scans)
    held = {named[one.key].id for part in row.parts for one in papers_of(uow, file, part) if one.key in named}
    return "、".join(_range(*ink.scanned[scan]) for scan in sorted(held, key=lambda one: ink.scanned[one]))


class _Ink:
    """Sets pieces one after the other and counts their pages."""

    def __init__(self, allow_ruled_blanks: bool) -> None:
        self.pages, self.ruled, self._allow = 0, list[str](), allow_ruled_blanks
        self.scanned: dict[int, tuple[int, int]] = {}

    def set(self, piece: Piece) -> bytes:
        """The piece's pages, numbered on from those before."""
        first = self.pages + 1
        pdf = self._numbered(piece)
        if piece.scan:
            self.scanned[piece.scan] = (first, self.pages)
        return pdf

    def _numbered(self, piece: Piece) -> bytes:
        if piece.pdf:
            pdf = number_pages(piece.pdf, self.pages + 1, font_book())
            self.pages += page_count(pdf)
            return pdf
        document = piece.document
        assert document is not None
        if document.page.numbers is PageNumber.NONE:
            document = replace(document, page=replace(document.page, numbers=PageNumber.DASHES))
        paper = render(document, font_book(), page_offset=self.pages, allow_ruled_blanks=self._allow)
        self.ruled += paper.ruled_blanks
        self.pages += paper.pages
        return paper.pdf

    def plain(self, document: Document) -> bytes:
        """Pages that are not counted."""
        return render(document, font_book(), allow_ruled_blanks=self._allow).pdf


def _range(first: int, last: int) -> str:
    if last < first:
        return ""
    return f"{first}" if first == last else f"{first}-{last}"

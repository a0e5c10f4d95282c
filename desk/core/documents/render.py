"""Documents to PDF: one renderer for every paper of the desk.

The same document and fonts give the same bytes. Checks come first: a character without a glyph stops the print, so
does a part that fits on no page; nothing is ever cut or printed as a box.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from desk.core.documents import furniture
from desk.core.documents.check import PrintCheck
from desk.core.documents.fontbook import FontBook
from desk.core.documents.layout import LaidOut, lay_out
from desk.core.documents.model import Document
from desk.core.documents.pen import Pen
from desk.core.documents.setting import MM, Used
from desk.core.documents.text import pdf_text


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A finished PDF. sha256: hex of its bytes. ruled_blanks: characters printed as ruled spaces for lack of a glyph."""

    pdf: bytes
    pages: int
    sha256: str
    ruled_blanks: tuple[str, ...] = ()


def render(document: Document, fonts: FontBook, *, page_offset: int = 0, total_pages: int | None = None,
           allow_ruled_blanks: bool = False) -> RenderedPaper:
    """The PDF of one paper.

    page_offset: pages printed before it (dossiers). total_pages: what 共n页 says when more follows.
    Raises UserError when a character has no glyph (unless allowed) or something fits on no page.
    """
    return render_batch((document,), fonts, page_offset=page_offset, total_pages=total_pages,
                        allow_ruled_blanks=allow_ruled_blanks)


def render_batch(documents: Sequence[Document], fonts: FontBook, *, page_offset: int = 0,
                 total_pages: int | None = None, allow_ruled_blanks: bool = False) -> RenderedPaper:
    """Many papers as one PDF, each beginning on a new page with its own page numbers: certificates, ballots, labels.

    One file is an order of magnitude faster than many. Raises as `render`.
    """
    with fonts.lock:
        used = Used()
        laid = [_prepared(document, fonts, used) for document in documents]
        check = PrintCheck.of(used.missing)
        if not allow_ruled_blanks:
            check.demand()
        pdf = _draw(laid, used, page_offset, total_pages)
    pages = sum(len(paper.pages) for paper in laid)
    return RenderedPaper(pdf, pages, hashlib.sha256(pdf).hexdigest(), tuple(found.character for found in check.missing))


def check_print(document: Document, fonts: FontBook) -> PrintCheck:
    """What would stop the print; nothing is drawn."""
    used = Used()
    with fonts.lock:
        _prepared(document, fonts, used)
    return PrintCheck.of(used.missing)


def missing_glyphs(document: Document, fonts: FontBook) -> tuple[str, ...]:
    """Characters of a document that no font has, each once."""
    return tuple(found.character for found in check_print(document, fonts).missing)


def _prepared(document: Document, fonts: FontBook, used: Used) -> LaidOut:
    laid = lay_out(document, fonts, used)
    furniture.alphabet(document, laid.setting)
    return laid


def _draw(laid: Sequence[LaidOut], used: Used, page_offset: int, total_pages: int | None) -> bytes:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # binary streams: a fifth smaller and faster; every reader of this century takes them
    out = BytesIO()
    first = laid[0].document

    class PlainCanvas(Canvas):  # type: ignore[misc] # reportlab says nothing of its types
        def _make_preamble(self) -> None:
            self._preamble = ""  # no Helvetica at the head of each page: only embedded fonts are ever asked for

    canvas = PlainCanvas(out, invariant=1, pageCompression=1, lang="zh-CN")
    canvas.setTitle(pdf_text(first.title))
    canvas.setSubject(pdf_text(first.kind))
    canvas.setAuthor(pdf_text(first.author))
    canvas.setCreator("Desk")
    names, prepared = used.names(), used.count()
    for paper in laid:
        _draw_paper(canvas, paper, names, page_offset, total_pages)
    if used.count() != prepared:
        raise RuntimeError("something was drawn that the layout had not announced: its glyphs may be missing")
    canvas.save()
    return out.getvalue()


def _draw_paper(canvas: Any, paper: LaidOut, names: dict[int, str], page_offset: int, total_pages: int | None) -> None:
    document, page = paper.document, paper.document.page
    width, height = (side * MM for side in page.sheet)
    total = total_pages if total_pages is not None else len(paper.pages) + page_offset
    for number, placed in enumerate(paper.pages, page.first_number + page_offset):
        canvas.setPageSize((width, height))
        pen = Pen(canvas, height, names)
        furniture.under(pen, document, paper.setting)
        for y, slab in placed:
            slab.paint(pen, page.margins.left * MM, page.margins.top * MM + y)
        furniture.over(pen, document, paper.setting, furniture.PageOf(number, total))
        pen.finish()
        canvas.showPage()

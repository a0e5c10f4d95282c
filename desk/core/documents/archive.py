"""Printing with a memory: verbs that store what is printed before it is printed.

A number is given in the same transaction that stores the rendered paper: glyphs and layout are checked first, then the
counter moves on, the paper is rendered with its number and its bytes are kept. Printing itself comes after the commit.
"""

import hashlib
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.archive_model import Print, PrintBlob
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.merge import overlay
from desk.core.documents.model import Document
from desk.core.documents.numbers import give_number, number_of
from desk.core.documents.page import PaperMode, reprint_stamp
from desk.core.documents.papers import PaperKind, data_hash, font_book, paper_kind, with_number
from desk.core.documents.prints import PRINT, require_paper
from desk.core.documents.render import RenderedPaper, render
from desk.core.errors import UserError
from desk.core.i18n import _, translator
from desk.core.text import clean


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print: a paper of a record. mode: see PaperMode; record_id 0 for a blank form."""

    paper: str
    record_id: int = 0
    mode: str = PaperMode.FINAL.value
    copies: int = 1
    allow_ruled_blanks: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: print id, the paper's number ("" for none), pages, hash of the PDF."""

    print_id: int
    number: str
    pages: int
    sha256: str


@verb("papers.issue", permission=PRINT)
def issue(uow: UnitOfWork, order: PrintOrder) -> Stored:
    """Render a paper of a record and store it; a final paper with a series gets its number here.

    Raises UserError when a character has no glyph, something fits on no page, or the paper has no such mode.
    """
    kind, mode = _kind(uow, order)
    if mode is PaperMode.BLANK:
        raise UserError(_("A blank form is printed without being stored."))
    data = _data(uow, kind, order.record_id)
    number = number_of(uow, kind.series, kind.record, order.record_id) if kind.series else getattr(data, "number", "")
    if kind.series and mode is PaperMode.FINAL and not number:
        _rendered(kind, data, mode, order)  # a paper that cannot be printed takes no number
        number = give_number(uow, kind.series, kind.record, order.record_id)
    data = with_number(data, number) if number else data
    return store_paper(uow, kind, _rendered(kind, data, mode, order), owner_kind=kind.record, owner_id=order.record_id,
                       number=number, mode=mode, digest=data_hash(data), copies=order.copies)


def store_paper(uow: UnitOfWork, kind: PaperKind, paper: RenderedPaper, *, owner_kind: str, owner_id: int,
                number: str = "", mode: PaperMode = PaperMode.FINAL, digest: str = "", copies: int = 1) -> Stored:
    """Keep a rendered paper with a record; for verbs that render themselves (batches, dossiers)."""
    _keep_bytes(uow, paper.pdf, paper.sha256)
    row = uow.add(Print(
        paper=kind.id, title=translator(kind.id.partition(".")[0])(kind.title),
        owner_kind=owner_kind, owner_id=owner_id, number=number, mode=mode.value,
        sha256=paper.sha256, pages=paper.pages, copies=_copies(copies), template_version=kind.template_version,
        data_hash=digest, ruled_blanks="".join(paper.ruled_blanks)[:200], printed_at=uow.clock.now(),
        printed_by=uow.actor.name))
    uow.trace("papers.issue", "print", row.id, paper=kind.id, owner=f"{owner_kind}:{owner_id}", number=number,
              sha256=paper.sha256, copies=copies, ruled_blanks=len(paper.ruled_blanks))
    return Stored(row.id, number, paper.pages, paper.sha256)


@verb("papers.reprint", permission=PRINT)
def reprint(uow: UnitOfWork, print_id: int, reason: str, copies: int = 1) -> Stored:
    """Print a stored paper again: the same pages with a 补打 mark, the date and which print it is.

    Works while the paper's plugin is switched off. Raises UserError without a reason.
    """
    shown = uow.get(Print, print_id)
    require_paper(uow, shown.paper)
    first = uow.get(Print, shown.reprint_of_id) if shown.reprint_of_id else shown
    reason = clean(reason, limit=200, field="reason")
    if not reason:
        raise UserError(_("Say why the paper is printed again."), field="reason")
    before = uow.session.scalar(select(func.count()).select_from(Print).where(Print.reprint_of_id == first.id)) or 0
    note = f"{long_date(uow.clock.today())} 第{before + 2}次"
    pdf = overlay(_bytes(uow, first), reprint_stamp(note), font_book())
    digest = hashlib.sha256(pdf).hexdigest()
    _keep_bytes(uow, pdf, digest)
    row = uow.add(Print(
        paper=first.paper, title=first.title, owner_kind=first.owner_kind, owner_id=first.owner_id, number=first.number,
        mode=first.mode, sha256=digest, pages=first.pages, copies=_copies(copies),
        template_version=first.template_version, data_hash=first.data_hash, ruled_blanks=first.ruled_blanks,
        printed_at=uow.clock.now(), printed_by=uow.actor.name, reason=reason, reprint_of_id=first.id))
    uow.trace("papers.reprint", "print", row.id, first=first.id, reason=reason, sha256=digest, copies=copies)
    return Stored(row.id, first.number, first.pages, digest)


def preview(uow: UnitOfWork, order: PrintOrder) -> RenderedPaper:
    """The paper as it would be stored; a number not yet given is left blank. Nothing is stored."""
    kind, mode = _kind(uow, order)
    if mode is PaperMode.BLANK:
        return render(kind.blank(), font_book(), allow_ruled_blanks=order.allow_ruled_blanks)
    data = _data(uow, kind, order.record_id)
    if kind.series:
        data = with_number(data, number_of(uow, kind.series, kind.record, order.record_id))
    return _rendered(kind, data, mode, order)


def _kind(uow: UnitOfWork, order: PrintOrder) -> tuple[PaperKind, PaperMode]:
    kind, mode = paper_kind(order.paper), PaperMode(order.mode)
    uow.require(PRINT)
    uow.require(kind.permission)
    if mode not in kind.modes:
        raise UserError(_("This paper cannot be printed that way."))
    return kind, mode


def _data(uow: UnitOfWork, kind: PaperKind, record_id: int) -> object:
    if kind.load is None:
        raise TypeError(f"paper {kind.id} has no loader")
    return kind.load(uow, record_id)


def _rendered(kind: PaperKind, data: object, mode: PaperMode, order: PrintOrder) -> RenderedPaper:
    document: Document = replace(kind.build(data), mode=mode)
    return render(document, font_book(), allow_ruled_blanks=order.allow_ruled_blanks)


def _keep_bytes(uow: UnitOfWork, pdf: bytes, digest: str) -> None:
    if uow.session.get(PrintBlob, digest) is None:
        uow.add(PrintBlob(sha256=digest, size=len(pdf), content=pdf))


def _bytes(uow: UnitOfWork, row: Print) -> bytes:
    blob = uow.session.get_one(PrintBlob, row.sha256)
    return blob.content


def _copies(copies: int) -> int:
    if not 1 <= copies <= 99:
        raise UserError(_("Between 1 and 99 copies can be printed."), field="copies")
    return copies

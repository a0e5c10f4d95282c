"""What was printed: reads over the archive."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, or_, select

from desk.core.clock import HALL_ZONE
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.documents.archive_model import Print, PrintBlob
from desk.core.documents.papers import data_hash, paper_kind, paper_kinds
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _

PRINT = "desk.papers.print"
PLUGIN_OFF = "desk.audit.read"
"""Nobody knows any more who may see papers of a plugin that is off: those may who may read the audit trail."""


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One printing, for lists. reprint_of: id of the first print, None when this is it."""

    id: int
    paper: str
    title: str
    number: str
    mode: str
    pages: int
    copies: int
    printed_at: datetime
    printed_by: str
    template_version: str
    sha256: str
    data_hash: str
    ruled_blanks: str
    reason: str
    reprint_of: int | None
    owner_kind: str = ""
    owner_id: int = 0


def list_prints(uow: UnitOfWork, owner_kind: str, owner_id: int, *, paper: str = "") -> list[PrintRow]:
    """What was printed of a record, newest first."""
    statement = select(Print).where(Print.owner_kind == owner_kind, Print.owner_id == owner_id)
    if paper:
        statement = statement.where(Print.paper == paper)
    return [_row(row) for row in uow.session.scalars(statement.order_by(Print.id.desc()))]


def get_print(uow: UnitOfWork, print_id: int) -> PrintRow:
    """One printing. Raises NotFound."""
    return _row(uow.get(Print, print_id))


def get_print_bytes(uow: UnitOfWork, print_id: int) -> bytes:
    """The PDF as it was printed. Raises NotAllowed, or EnvironmentFault when its bytes no longer have their hash."""
    row = uow.get(Print, print_id)
    require_paper(uow, row.paper)
    pdf = uow.session.get_one(PrintBlob, row.sha256).content
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise EnvironmentFault(_("This paper's file is damaged and cannot be shown."), advice=_("Restore it from a backup."))
    return pdf


def list_archive(uow: UnitOfWork, request: PageRequest) -> Page[PrintRow]:
    """One page of everything printed, newest first; papers one may not print are neither shown nor counted.

    Filters: paper, mode, again (bool: only prints made again), day_from, day_to (civil dates). text: part of the number, the
    paper's name, or the name of who printed.
    """
    rows, following = keyset_page(uow.session, select(Print).where(*_conditions(uow, request)), [Print.id],
                                  replace(request, descending=not request.descending))
    return Page([_row(row) for row in rows], following)


def count_archive(uow: UnitOfWork, request: PageRequest) -> int:
    """How many prints `list_archive` shows in all."""
    return uow.session.scalar(select(func.count(Print.id)).where(*_conditions(uow, request))) or 0


def list_printings(uow: UnitOfWork, print_id: int) -> list[PrintRow]:
    """A print with all that were made of its pages, newest first."""
    shown = uow.get(Print, print_id)
    first = shown.reprint_of_id or shown.id
    found = uow.session.scalars(select(Print).where(or_(Print.id == first, Print.reprint_of_id == first))
                                .order_by(Print.id.desc()))
    return [_row(row) for row in found]


def list_printed_papers(uow: UnitOfWork) -> list[tuple[str, str]]:
    """(paper, title) of what was ever printed and one may see."""
    found = uow.session.execute(select(Print.paper, func.max(Print.title)).where(*_visible(uow)).group_by(Print.paper)
                                .order_by(func.max(Print.title)))
    return [(paper, title) for paper, title in found]


def require_paper(uow: UnitOfWork, paper: str) -> None:
    """Raise NotAllowed without the paper's own permission; of a paper whose plugin is off, without the right to the trail."""
    known = {kind.id: kind.permission for kind in paper_kinds()}
    uow.require(known.get(paper, PLUGIN_OFF))


def find_changed_since(uow: UnitOfWork, paper: str, record_id: int) -> PrintRow | None:
    """The last final print of a record's paper when the record differs from it now, else None."""
    kind = paper_kind(paper)
    prints = [row for row in list_prints(uow, kind.record, record_id, paper=paper) if row.mode == "final"]
    if not prints or kind.load is None or prints[0].data_hash == data_hash(kind.load(uow, record_id)):
        return None
    return prints[0]


def _visible(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    known = {kind.id: kind.permission for kind in paper_kinds()}
    shown = [paper for paper, permission in known.items() if uow.actor.may(permission)]
    if uow.actor.may(PLUGIN_OFF):
        return [or_(Print.paper.in_(shown), Print.paper.not_in(list(known)))]
    return [Print.paper.in_(shown)]


def _conditions(uow: UnitOfWork, request: PageRequest) -> list[ColumnElement[bool]]:
    uow.require(PRINT)
    filters, found = request.filters, _visible(uow)
    found += [getattr(Print, name) == filters[name] for name in ("paper", "mode") if filters.get(name)]
    if filters.get("again"):
        found.append(Print.reprint_of_id.is_not(None))
    if filters.get("day_from"):
        found.append(Print.printed_at >= _midnight(filters["day_from"]))
    if filters.get("day_to"):
        found.append(Print.printed_at < _midnight(filters["day_to"] + timedelta(days=1)))
    for word in request.text.split():
        found.append(or_(*(column.contains(word, autoescape=True) for column in (Print.number, Print.title, Print.printed_by))))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HALL_ZONE)


def _row(row: Print) -> PrintRow:
    return PrintRow(row.id, row.paper, row.title, row.number, row.mode, row.pages, row.copies, row.printed_at,
                    row.printed_by, row.template_version, row.sha256, row.data_hash, row.ruled_blanks, row.reason,
                    row.reprint_of_id, row.owner_kind, row.owner_id)

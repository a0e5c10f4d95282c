"""What was printed: reads over the archive."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.documents.archive_model import Print, PrintBlob
from desk.core.documents.papers import data_hash, paper_kind
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _


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
    """The PDF as it was printed. Raises EnvironmentFault when its bytes no longer have their hash."""
    row = uow.get(Print, print_id)
    pdf = uow.session.get_one(PrintBlob, row.sha256).content
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise EnvironmentFault(_("This paper's file is damaged and cannot be shown."), advice=_("Restore it from a backup."))
    return pdf


def find_changed_since(uow: UnitOfWork, paper: str, record_id: int) -> PrintRow | None:
    """The last final print of a record's paper when the record differs from it now, else None."""
    kind = paper_kind(paper)
    prints = [row for row in list_prints(uow, kind.record, record_id, paper=paper) if row.mode == "final"]
    if not prints or kind.load is None or prints[0].data_hash == data_hash(kind.load(uow, record_id)):
        return None
    return prints[0]


def _row(row: Print) -> PrintRow:
    return PrintRow(row.id, row.paper, row.title, row.number, row.mode, row.pages, row.copies, row.printed_at,
                    row.printed_by, row.template_version, row.sha256, row.data_hash, row.ruled_blanks, row.reason,
                    row.reprint_of_id)

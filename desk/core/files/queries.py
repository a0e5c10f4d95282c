"""Reads of files."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import EnvironmentFault, NotFound
from desk.core.files.access import check_owner
from desk.core.files.model import Attachment, FileBlob
from desk.core.i18n import _


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a record. size: bytes. at: when it was attached, aware UTC."""

    id: int
    owner_kind: str
    owner_id: int
    file_name: str
    title: str
    mime: str
    size: int
    sha256: str
    at: datetime
    by: str
    removed_at: datetime | None
    removed_by: str
    removed_reason: str


def list_attachments(uow: UnitOfWork, owner_kind: str, owner_id: int, *, removed: bool = False) -> list[AttachmentRow]:
    """Files of a record, oldest first; with `removed` also those taken away. Raises what the record's room raises."""
    check_owner(uow, owner_kind, owner_id)
    rows = uow.session.scalars(_of(select(Attachment), owner_kind, owner_id, removed).order_by(Attachment.id))
    return [_row(row) for row in rows]


def count_attachments(uow: UnitOfWork, owner_kind: str, owner_id: int) -> int:
    """How many files a record has."""
    check_owner(uow, owner_kind, owner_id)
    return uow.session.scalar(_of(select(func.count(Attachment.id)), owner_kind, owner_id, False)) or 0


def get_attachment(uow: UnitOfWork, attachment_id: int) -> AttachmentRow:
    """One file without its content."""
    return _row(_checked(uow, attachment_id))


def get_bytes(uow: UnitOfWork, attachment_id: int) -> bytes:
    """A file's content, checked against its hash. NotFound when it was removed, EnvironmentFault when it was damaged."""
    import hashlib

    row = _checked(uow, attachment_id)
    if row.removed_at is not None:
        raise NotFound(_("This file was removed."))
    content = uow.session.scalar(select(FileBlob.content).where(FileBlob.sha256 == row.sha256)) or b""
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise EnvironmentFault(_("The file {name} is damaged.").format(name=row.file_name),
                               advice=_("Keep it aside and restore the last good backup (Backup page, or desk restore)."))
    return bytes(content)


def _checked(uow: UnitOfWork, attachment_id: int) -> Attachment:
    row = uow.get(Attachment, attachment_id)
    check_owner(uow, row.owner_kind, row.owner_id)
    return row


def _of(statement: Select[Any], owner_kind: str, owner_id: int, removed: bool) -> Select[Any]:
    statement = statement.where(Attachment.owner_kind == owner_kind, Attachment.owner_id == owner_id)
    return statement if removed else statement.where(Attachment.removed_at.is_(None))


def _row(row: Attachment) -> AttachmentRow:
    return AttachmentRow(row.id, row.owner_kind, row.owner_id, row.file_name, row.title, row.mime, row.size, row.sha256,
                         row.created_at, row.created_by, row.removed_at, row.removed_by, row.removed_reason)

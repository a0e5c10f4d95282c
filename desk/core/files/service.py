"""Verbs of files: attach, rename, remove."""

import hashlib
import re

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.files.access import check_owner
from desk.core.files.kinds import ENDINGS, sniff
from desk.core.files.model import Attachment, FileBlob
from desk.core.i18n import _
from desk.core.settings.service import get_setting
from desk.core.text import clean

ATTACH = "desk.files.attach"
LIMIT_SETTING, LIMIT_MB = "desk.files.limit_mb", 20
_PATHS = re.compile(r'[\\/:*?"<>|]+')


@verb("files.attach", permission=ATTACH)
def attach(uow: UnitOfWork, owner_kind: str, owner_id: int, file_name: str, content: bytes, title: str = "") -> int:
    """Keep a file with a record; answers the attachment's id. The same content is kept once.

    Raises UserError for an empty, too large or unwanted file: what it is, its first bytes say, not its name.
    """
    check_owner(uow, owner_kind, owner_id)
    mime = _judged(uow, content)
    digest = hashlib.sha256(content).hexdigest()
    if uow.session.get(FileBlob, digest) is None:
        uow.add(FileBlob(sha256=digest, size=len(content), content=content))
    row = uow.add(Attachment(owner_kind=owner_kind, owner_id=owner_id, sha256=digest, file_name=_safe_name(file_name, mime),
                             title=clean(title, limit=160, field="title"), mime=mime, size=len(content)))
    uow.touch(owner_kind, owner_id)
    uow.trace("files.attach", "attachment", row.id, owner=f"{owner_kind}:{owner_id}", sha256=digest)
    return int(row.id)


@verb("files.rename", permission=ATTACH)
def rename_attachment(uow: UnitOfWork, attachment_id: int, title: str) -> None:
    """Give a file another title."""
    row = _standing(uow, attachment_id)
    row.title = clean(title, limit=160, field="title")
    uow.touch(row.owner_kind, row.owner_id)


@verb("files.remove", permission=ATTACH)
def remove(uow: UnitOfWork, attachment_id: int, reason: str) -> None:
    """Take a file away from its record, with a reason; the trail keeps that it was there."""
    row = _standing(uow, attachment_id)
    reason = clean(reason, field="reason")
    if not reason:
        raise UserError(_("Say why the file is removed."), field="reason")
    row.removed_at, row.removed_by, row.removed_reason = uow.clock.now(), uow.actor.name, reason
    uow.touch(row.owner_kind, row.owner_id)
    uow.trace("files.remove", "attachment", row.id, owner=f"{row.owner_kind}:{row.owner_id}", sha256=row.sha256)


def _standing(uow: UnitOfWork, attachment_id: int) -> Attachment:
    row = uow.get(Attachment, attachment_id)
    check_owner(uow, row.owner_kind, row.owner_id)
    if row.removed_at is not None:
        raise UserError(_("This file was removed already."))
    return row


def _judged(uow: UnitOfWork, content: bytes) -> str:
    most = int(get_setting(uow, LIMIT_SETTING, LIMIT_MB))
    if not content:
        raise UserError(_("The file is empty."), field="file")
    if len(content) > most * 1024 * 1024:
        raise UserError(_("The file is larger than {most} MB.").format(most=most), field="file",
                        todo=_("Scan it with a lower resolution, or attach it in parts."))
    mime = sniff(content)
    if not mime:
        raise UserError(_("This kind of file is not kept."), field="file",
                        todo=_("Attach PDF, pictures, sound, video, text or office files without macros."))
    return mime


def _safe_name(name: str, mime: str) -> str:
    """The name without folders and with an ending that fits the content."""
    name = clean(_PATHS.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1])[-140:]).strip(". ") or "file"
    endings = ENDINGS[mime]
    return name if name.lower().endswith(endings) else name + endings[0]

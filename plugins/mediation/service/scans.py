"""Scans of the file: kept under a part, with the papers they stand for; said anew; taken back."""

from collections.abc import Iterable

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.cases import note, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.files import attach, remove
from desk.api.papers import readable
from plugins.mediation.dossier_lists import PARTS
from plugins.mediation.drafts import ScanChangeDraft, ScanDraft, TakeBackDraft
from plugins.mediation.file_papers import all_papers
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Scan
from plugins.mediation.queries import get_file
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.add_scan", permission=WRITE)
def add_scan(uow: UnitOfWork, draft: ScanDraft) -> int:
    """Keep a scanned sheet (PDF, JPEG, PNG) with the case, filed under a part; answers the scan's id."""
    dispute = seen(uow, draft.dispute_id)
    if not draft.content.startswith((b"%PDF-", b"\xff\xd8\xff", b"\x89PNG")):
        raise UserError(_("Only PDF, JPG and PNG can be bound into the dossier."), field="file")
    if draft.content.startswith(b"%PDF-") and not readable(draft.content):
        raise UserError(_("This PDF cannot be opened: it is damaged or asks for a password. Scan or save it anew."),
                        field="file")
    _check(uow, dispute, draft.part, draft.stands_for)
    title = clean(draft.title) or dict(PARTS)[draft.part]
    attachment = attach(uow, DISPUTE, dispute.id, draft.file_name, draft.content, title)
    row = uow.add(Scan(dispute_id=dispute.id, attachment_id=attachment, part=draft.part,
                       signed=draft.signed or bool(draft.stands_for), stands_for=list(draft.stands_for)))
    noted(uow, "mediation.add_scan", dispute.id, part=draft.part, stands_for=list(draft.stands_for))
    return int(row.id)


@verb("mediation.change_scan", permission=WRITE)
def change_scan(uow: UnitOfWork, draft: ScanChangeDraft) -> int:
    """Say anew where a scan belongs and which papers it stands for; answers its id."""
    row = uow.get(Scan, draft.id)
    dispute = seen(uow, row.dispute_id)
    uow.expect_version(row, draft.version)
    _refuse_filed(uow, dispute)
    _check(uow, dispute, draft.part, draft.stands_for, already=row.stands_for)
    if draft.stands_for or row.stands_for:  # one that never named papers keeps what was said of it
        row.signed = bool(draft.stands_for)
    row.part, row.stands_for = draft.part, list(draft.stands_for)
    noted(uow, "mediation.change_scan", dispute.id, part=draft.part, stands_for=list(draft.stands_for))
    return int(row.id)


@verb("mediation.remove_scan", permission=WRITE)
def remove_scan(uow: UnitOfWork, draft: TakeBackDraft) -> int:
    """A scan was filed by mistake; the reason stays with the case. Answers the dispute's id."""
    row = uow.get(Scan, draft.record_id)
    dispute, reason = seen(uow, row.dispute_id), clean(draft.reason, limit=400)
    if not reason:
        raise UserError(_("Say why."), field="reason")
    _refuse_filed(uow, dispute)
    remove(uow, row.attachment_id, reason)
    uow.session.delete(row)
    note(uow, dispute.case_id, _("A scan was taken back ({part}): {reason}").format(
        part=dict(PARTS).get(row.part, row.part), reason=reason))
    noted(uow, "mediation.remove_scan", dispute.id, reason=reason)
    return int(dispute.id)


def _check(uow: UnitOfWork, dispute: Dispute, part: str, stands_for: Iterable[str], already: Iterable[str] = ()) -> None:
    """The part is one of the list, the papers are in this file or were when the scan came."""
    marks = {} if part in dict(PARTS) else {"part": _("Choose the part it belongs to.")}
    known = {one.key for one in all_papers(uow, get_file(uow, dispute.id))} | set(already)
    if set(stands_for) - known:
        marks["stands_for"] = _("This paper is not in the file any more. Choose out of the list.")
    refuse_marked(marks)


def _refuse_filed(uow: UnitOfWork, dispute: Dispute) -> None:
    if visible_case(uow, dispute.case_id).state == "archived":
        raise UserError(_("The dossier is filed, so its sheets stay."), source=source("R10"))

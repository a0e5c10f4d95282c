"""The dossier: its list as this hall has it, what it lacks, scans, and the day it is filed (R10)."""

from collections.abc import Callable, Sequence

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case, note, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.files import attach, remove
from desk.api.papers import list_prints, readable
from plugins.mediation.dossier_lists import LISTS, PARTS, REQUIRED, WHEN_AGREED, Row
from plugins.mediation.drafts import DossierRowDraft, EndingDraft, FileDraft, ScanDraft, TakeBackDraft
from plugins.mediation.kinds import AGREEMENT, ALL, DISPUTE, SESSION, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import (
    Confirmation,
    DossierRow,
    Evidence,
    Investigation,
    Performance,
    Plan,
    ReturnVisit,
    Scan,
)
from plugins.mediation.queries import CaseFile, get_file
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.settings import setting

_ = translator("mediation")


def dossier_rows(uow: UnitOfWork) -> tuple[Row, ...]:
    """The contents list in order: the hall's own, else the one its setting names."""
    own = uow.session.scalars(select(DossierRow).order_by(DossierRow.place)).all()
    if own:
        return tuple(Row(row.title, row.need, tuple(row.parts)) for row in own)
    return LISTS[setting(uow, "dossier_list")]


@verb("mediation.set_dossier_rows", permission=ALL)
def set_dossier_rows(uow: UnitOfWork, rows: Sequence[DossierRowDraft]) -> int:
    """The hall's own contents list; an empty one goes back to the list of the setting. Answers how many rows."""
    marks, taken = {}, dict[str, str]()
    for place, row in enumerate(rows):
        twice = next((part for part in row.parts if part in taken), None)
        if not row.title.strip():
            marks[f"rows.{place}.title"] = _("Name the row.")
        if not row.parts or set(row.parts) - set(dict(PARTS)):
            marks[f"rows.{place}.parts"] = _("Choose parts out of the list.")
        elif twice is not None:
            marks[f"rows.{place}.parts"] = _("{part} stands in the row “{row}” already; it can be bound once.").format(
                part=dict(PARTS)[twice], row=taken[twice])
        taken |= dict.fromkeys(row.parts, row.title)
    refuse_marked(marks)
    for old in uow.session.scalars(select(DossierRow)):
        uow.session.delete(old)
    uow.session.flush()
    for place, row in enumerate(rows):
        uow.add(DossierRow(place=place, title=clean(row.title), need=row.need, parts=list(row.parts)))
    uow.trace("mediation.set_dossier_rows", "mediation.dossier_row", None, rows=len(rows))
    return len(rows)


@verb("mediation.add_scan", permission=WRITE)
def add_scan(uow: UnitOfWork, draft: ScanDraft) -> int:
    """Keep a scanned sheet (PDF, JPEG, PNG) with the case, filed under a part; answers the scan's id."""
    dispute = seen(uow, draft.dispute_id)
    if not draft.content.startswith((b"%PDF-", b"\xff\xd8\xff", b"\x89PNG")):
        raise UserError(_("Only PDF, JPG and PNG can be bound into the dossier."), field="file")
    if draft.content.startswith(b"%PDF-") and not readable(draft.content):
        raise UserError(_("This PDF cannot be opened: it is damaged or asks for a password. Scan or save it anew."),
                        field="file")
    if draft.part not in dict(PARTS):
        raise UserError(_("Choose the part it belongs to."), field="part")
    title = clean(draft.title) or dict(PARTS)[draft.part]
    attachment = attach(uow, DISPUTE, dispute.id, draft.file_name, draft.content, title)
    row = uow.add(Scan(dispute_id=dispute.id, attachment_id=attachment, part=draft.part, signed=draft.signed))
    noted(uow, "mediation.add_scan", dispute.id, part=draft.part)
    return int(row.id)


@verb("mediation.remove_scan", permission=WRITE)
def remove_scan(uow: UnitOfWork, draft: TakeBackDraft) -> int:
    """A scan was filed by mistake; the reason stays with the case. Answers the dispute's id."""
    row = uow.get(Scan, draft.record_id)
    dispute, reason = seen(uow, row.dispute_id), clean(draft.reason, limit=400)
    if not reason:
        raise UserError(_("Say why."), field="reason")
    if visible_case(uow, dispute.case_id).state == "archived":
        raise UserError(_("The dossier is filed, so its sheets stay."), source=source("R10"))
    remove(uow, row.attachment_id, reason)
    uow.session.delete(row)
    note(uow, dispute.case_id, _("A scan was taken back ({part}): {reason}").format(
        part=dict(PARTS).get(row.part, row.part), reason=reason))
    noted(uow, "mediation.remove_scan", dispute.id, reason=reason)
    return int(dispute.id)


@verb("mediation.save_file", permission=WRITE)
def save_file(uow: UnitOfWork, draft: FileDraft) -> int:
    """How the dossier is made up: grade, who bound and checked it, the file note. Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    if draft.filed_on and draft.filed_on > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="filed_on")
    dispute.grade, dispute.filed_on = draft.grade, draft.filed_on
    dispute.filed_by, dispute.checked_by = clean(draft.filed_by), clean(draft.checked_by)
    dispute.file_note, dispute.file_remark = clean_note(draft.file_note), clean(draft.file_remark)
    dispute.undisputed = clean_note(draft.undisputed)
    noted(uow, "mediation.save_file", dispute.id)
    return draft.dispute_id


@verb("mediation.file_case", permission=WRITE)
def file_case(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The case is filed; refused while the dossier lacks something that is required (R10)."""
    dispute = seen(uow, draft.dispute_id)
    lacking = list_lacking(uow, get_file(uow, dispute.id))
    if not dispute.filed_by or not dispute.grade:
        lacking.append(_("who bound it and how long it is kept"))
    if lacking:
        raise UserError(_("The dossier lacks: {items}.").format(items=";".join(lacking)), source=source("R10"),
                        todo=_("Print and sign what is missing, or add its scan."))
    dispute.filed_on = dispute.filed_on or draft.on or uow.clock.today()
    move_case(uow, dispute.case_id, "archive", on=draft.on)
    return draft.dispute_id


def list_lacking(uow: UnitOfWork, file: CaseFile) -> list[str]:
    """Titles of required rows for which nothing was printed as final or scanned; the dossier checker's findings."""
    scans = {row.part for row in uow.session.scalars(select(Scan).where(Scan.dispute_id == file.dispute.id))}
    return [row.title for row in needed_rows(uow, file)
            if not any(part in scans or _there(uow, file, part) for part in core_parts(row))]


def needed_rows(uow: UnitOfWork, file: CaseFile) -> list[Row]:
    """Rows this file must hold; none for a dispute that was not accepted or was withdrawn."""
    if visible_case(uow, file.case.id).state in ("refused", "withdrawn"):
        return []
    return [row for row in dossier_rows(uow) if row.need == REQUIRED or (row.need == WHEN_AGREED and bool(file.in_force))]


def core_parts(row: Row) -> tuple[str, ...]:
    """Parts that count for the row: of one about the agreement or the sitting, only the paper itself."""
    core = tuple(part for part in row.parts if part in ("application", "acceptance", "session", "agreement", "oral"))
    return core or row.parts


def _there(uow: UnitOfWork, file: CaseFile, part: str) -> bool:
    check = _CHECKS.get(part)
    return check is not None and check(uow, file)


def _printed(paper: str) -> Callable[[UnitOfWork, CaseFile], bool]:
    return lambda uow, file: _final(uow, DISPUTE, file.dispute.id, paper)


def _final(uow: UnitOfWork, kind: str, record_id: int, paper: str) -> bool:
    return any(row.mode == "final" for row in list_prints(uow, kind, record_id, paper=paper))


def _sessions(uow: UnitOfWork, file: CaseFile) -> bool:
    """Every sitting's record was printed."""
    return bool(file.sessions) and all(_final(uow, SESSION, one.id, "mediation.session_record") for one in file.sessions)


def _agreements(form: str) -> Callable[[UnitOfWork, CaseFile], bool]:
    def printed(uow: UnitOfWork, file: CaseFile) -> bool:
        found = [one for one in file.in_force if one.form == form]
        return bool(found) and all(_final(uow, AGREEMENT, one.id, one.paper) for one in found)
    return printed


def _notices(uow: UnitOfWork, file: CaseFile) -> bool:
    """A summons for a sitting was printed."""
    plans = uow.session.scalars(select(Plan.id).where(Plan.dispute_id == file.dispute.id))
    return any(_final(uow, Plan.record_kind, plan, "mediation.notice") for plan in plans)


def _endings(uow: UnitOfWork, file: CaseFile) -> bool:
    """The letter that ends it, or does not begin it."""
    return any(_final(uow, DISPUTE, file.dispute.id, f"mediation.{paper}") for paper in ("not_accepted", "termination"))


def _any(model: type) -> Callable[[UnitOfWork, CaseFile], bool]:
    return lambda uow, file: uow.session.scalars(
        select(model.id).where(model.dispute_id == file.dispute.id).limit(1)).first() is not None  # type: ignore[attr-defined]


def _always(_uow: UnitOfWork, _file: CaseFile) -> bool:
    return True


_CHECKS: dict[str, Callable[[UnitOfWork, CaseFile], bool]] = {
    "application": _printed("mediation.application"), "acceptance": _printed("mediation.acceptance"),
    "rights": _printed("mediation.rights"), "attorney": _printed("mediation.attorney"), "session": _sessions,
    "agreement": _agreements("written"), "oral": _agreements("oral"), "investigation": _any(Investigation),
    "evidence": _any(Evidence), "notice": _notices, "ending": _endings, "receipt": _any(Performance),
    "court": _any(Confirmation), "visit": _any(ReturnVisit), "file_note": _always, "back_cover": _always,
}

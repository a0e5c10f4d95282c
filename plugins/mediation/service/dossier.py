"""The dossier: its list as this hall has it, how it is made up, and the day it is filed (R10)."""

from collections.abc import Sequence

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case
from desk.api.db import UnitOfWork, verb
from plugins.mediation.dossier_lists import PARTS
from plugins.mediation.drafts import DossierRowDraft, EndingDraft, FileDraft
from plugins.mediation.kinds import ALL, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import DossierRow
from plugins.mediation.queries import get_file
from plugins.mediation.service.dossier_check import list_lacking
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


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

"""Forms of scans: where one belongs in the dossier, and which papers it stands for."""

from pathlib import Path
from typing import Any

from desk.api import N_, UserError, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Section
from plugins.mediation.dossier_lists import PARTS
from plugins.mediation.drafts import ScanChangeDraft, ScanDraft
from plugins.mediation.file_papers import FilePaper, all_papers
from plugins.mediation.models import Scan
from plugins.mediation.pages.drafting import picked
from plugins.mediation.queries import get_file
from plugins.mediation.queries_file import get_lines
from plugins.mediation.service.scans import add_scan, change_scan

_ = translator("mediation")
_KINDS = tuple((code, title) for code, title in PARTS if code not in ("file_note", "back_cover"))


def _choices(papers: tuple[FilePaper, ...]) -> list[tuple[str, str]]:
    """Ticks in the order of the dossier."""
    return [(one.key, one.title) for one in papers]


def _of_dispute(uow: UnitOfWork, record_id: int | None) -> list[tuple[str, str]]:
    return _choices(all_papers(uow, get_file(uow, record_id or 0)))


def _of_scan(uow: UnitOfWork, record_id: int | None) -> list[tuple[str, str]]:
    return _of_dispute(uow, uow.get(Scan, record_id or 0).dispute_id)


def _new(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"dispute_id": get_file(uow, record_id or 0).dispute.id, "stands_for": ()}


def _stored(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    row = uow.get(Scan, record_id or 0)
    get_file(uow, row.dispute_id)
    line = next(one for one in get_lines(uow, row.dispute_id).scans if one.id == row.id)
    return {"id": row.id, "version": row.version, "file_name": line.what, "part": row.part, "stands_for": tuple(row.stands_for)}


def new_scan(values: dict[str, Any]) -> ScanDraft:
    """From the form's values: the chosen file is read now."""
    try:
        content = Path(values.get("path") or "").read_bytes()
    except OSError as error:
        raise UserError(_("The file “{name}” cannot be read any more. Go back and choose it again.").format(
            name=values.get("file_name") or "")) from error
    return picked(ScanDraft, values, content=content)


_WHERE = Field("part", N_("Belongs to"), "choice", True, choices=_KINDS)
_STANDS = N_("Tick every signed paper that this file shows; the scan is bound instead of exactly those. Tick nothing for "
             "identity papers, photographs and the like.")


def _ticks(choices_of: Any) -> Field:
    return Field("stands_for", N_("Stands for"), "ticks", choices_of=choices_of, help=_STANDS)


SCAN_FORM = FormSpec(
    id="mediation.scan_form", title=N_("Add a scan"), domain="mediation", save=add_scan, load=_new, make_draft=new_scan,
    sections=(Section("", (Field("file_name", N_("Scanned file"), "note"), _WHERE,
                           Field("title", N_("Called"), max_length=120, help=N_("Blank: as the part it belongs to.")),
                           _ticks(_of_dispute))),))
SCAN_EDIT = FormSpec(
    id="mediation.scan_edit", title=N_("What a scan stands for"), domain="mediation", save=change_scan, load=_stored,
    make_draft=lambda values: picked(ScanChangeDraft, values),
    sections=(Section("", (Field("file_name", N_("Scanned file"), "note"), _WHERE, _ticks(_of_scan))),))

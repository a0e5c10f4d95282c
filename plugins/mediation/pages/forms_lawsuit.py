"""The form of a lawsuit about an agreement: entered when it is heard of, opened again when the court has decided."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Section
from plugins.mediation.drafts.lawsuit import LawsuitDraft
from plugins.mediation.grounds import LAWSUIT_MATTERS, LAWSUIT_RESULTS
from plugins.mediation.models import Agreement, Lawsuit
from plugins.mediation.pages.drafting import picked
from plugins.mediation.queries import get_file
from plugins.mediation.service.lawsuits import save_lawsuit

_NAMES = ("agreement_id", "plaintiff", "court", "sued_on", "about", "number", "result", "decided_on", "note", "id", "version")


def new(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Heard of today; record_id is the agreement's."""
    found = uow.get(Agreement, record_id or 0)
    get_file(uow, found.dispute_id)
    return {"agreement_id": found.id, "sued_on": uow.clock.today(), "about": "performance"}


def known(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """As it was entered."""
    row = uow.get(Lawsuit, record_id or 0)
    get_file(uow, row.dispute_id)
    return {name: getattr(row, name) for name in _NAMES}


def _draft(values: dict[str, Any]) -> LawsuitDraft:
    return picked(LawsuitDraft, values, result=values.get("result") or "")


_SECTIONS = (
    Section("", (
        Field("plaintiff", N_("Who sued"), required=True), Field("court", N_("Court"), required=True),
        Field("sued_on", N_("Sued on"), "date", True), Field("about", N_("About"), "choice", True, choices=LAWSUIT_MATTERS),
        Field("number", N_("File number of the court"))),
        help=N_("Over the performance or the content of an agreement a party may sue; the figures count what became of it.")),
    Section(N_("What became of it"), (
        Field("result", N_("Result"), "choice", choices=LAWSUIT_RESULTS), Field("decided_on", N_("Day of the result"), "date"),
        Field("note", N_("Note"), "lines", rows=3))))

LAWSUIT_FORM = FormSpec(id="mediation.lawsuit_form", title=N_("A party sued over the agreement"), domain="mediation",
                        sections=_SECTIONS, save=save_lawsuit, load=new, make_draft=_draft)
LAWSUIT_EDIT = FormSpec(id="mediation.lawsuit_edit", title=N_("Lawsuit about the agreement"), domain="mediation",
                        sections=_SECTIONS, save=save_lawsuit, load=known, make_draft=_draft)

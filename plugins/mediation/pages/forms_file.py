"""Forms of the file: evidence, visits, deliveries, letters, how the dossier is made up, the contents list."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.dossier_lists import LISTS, NEEDS, PARTS
from plugins.mediation.drafts import (
    DeliveriesDraft,
    DeliveryDraft,
    DossierRowDraft,
    EndingDraft,
    EvidenceDraft,
    EvidenceListDraft,
    FileDraft,
    LetterDraft,
    VisitDraft,
)
from plugins.mediation.grounds import (
    DELIVERY_WAYS,
    EVIDENCE_KINDS,
    GRADES,
    PERFORMED,
    SATISFIED,
    VISIT_STATES,
    VISIT_WAYS,
)
from plugins.mediation.pages import starting, starting_collected
from plugins.mediation.pages.drafting import picked
from plugins.mediation.pages.pickers import phrases
from plugins.mediation.service.collecting import save_deliveries, save_evidence, save_letter, save_visit
from plugins.mediation.service.dossier import file_case, save_file, set_dossier_rows
from plugins.mediation.service.dossier_check import dossier_rows


def _items(kind: type, values: dict[str, Any]) -> tuple[Any, ...]:
    """The rows that say something."""
    rows = values.get("items") or ()
    return tuple(picked(kind, {"name": "", "paper": "", "recipient": ""} | {k: v for k, v in row.items() if v is not None})
                 for row in rows if any(row.get(name) for name in ("name", "paper", "recipient")))


EVIDENCE_FORM = FormSpec(
    id="mediation.evidence_form", title=N_("Evidence"), domain="mediation",
    sections=(Section("", (Repeat("items", N_("Piece of evidence"), (
        Field("name", N_("What it is")), Field("kind", N_("Kind"), "choice", choices=EVIDENCE_KINDS, default="document"),
        Field("given_by", N_("Handed in by")), Field("pages", N_("Sheets"), "number"),
        Field("original", N_("Original"), "bool", default=False), Field("received_on", N_("Received on"), "date"),
        Field("proves", N_("What it shows"))), N_("Add a piece of evidence")),),
        help=N_("Scans are added on the case's page and bound in after this list.")),),
    save=save_evidence, load=starting_collected.evidence,
    make_draft=lambda values: EvidenceListDraft(values["dispute_id"], _items(EvidenceDraft, values)))

DELIVERY_FORM = FormSpec(
    id="mediation.delivery_form", title=N_("Papers handed over"), domain="mediation",
    sections=(Section("", (Repeat("items", N_("Paper"), (
        Field("paper", N_("Paper")), Field("recipient", N_("Receives it")),
        Field("way", N_("How"), "choice", choices=DELIVERY_WAYS, default="hand"), Field("address", N_("Handed over at")),
        Field("on_date", N_("Handed over on"), "date"), Field("taken_by", N_("Signed by")), Field("note", N_("Remark"))),
        N_("Add a paper")),)),),
    save=save_deliveries, load=starting_collected.deliveries,
    make_draft=lambda values: DeliveriesDraft(values["dispute_id"], _items(DeliveryDraft, values)))

_VISIT = (Section("", (
    Field("visited_on", N_("Visited on"), "date", True), Field("party", N_("Who was visited"), required=True),
    Field("way", N_("How"), "choice", choices=VISIT_WAYS, default="door"),
    Field("performed", N_("Agreement performed"), "choice", choices=PERFORMED), Field("satisfied", N_("Satisfied"), "choice",
                                                                                      choices=SATISFIED),
    Field("state", N_("How things stand"), "choice", choices=VISIT_STATES, default="stable"),
    Field("findings", N_("Findings"), "lines", rows=4, phrases="mediation.visit", phrase_source=phrases),
    Field("measures", N_("What was done about it"), "lines", rows=3), Field("visitor", N_("Visited by")))),)
VISIT_FORM = FormSpec(
    id="mediation.visit_form", title=N_("Record a return visit"), domain="mediation", sections=_VISIT, save=save_visit,
    load=starting_collected.new_visit, make_draft=lambda values: picked(VisitDraft, values, party=values.get("party") or ""))
VISIT_EDIT = FormSpec(
    id="mediation.visit_edit", title=N_("Correct a return visit"), domain="mediation", sections=_VISIT, save=save_visit,
    load=starting_collected.stored_visit, make_draft=lambda values: picked(VisitDraft, values, party=values.get("party") or ""))

_LETTER = (Section("", (
    Field("kind", N_("Letter"), "choice", True, choices=(("to", N_("Passes the case on")), ("reply", N_("Answers an office")))),
    Field("office", N_("Office"), required=True), Field("on_date", N_("Day"), "date", True),
    Field("text", N_("Text"), "lines", True, rows=6))),)
LETTER_FORM = FormSpec(
    id="mediation.letter_form", title=N_("Letter to an office"), domain="mediation", sections=_LETTER, save=save_letter,
    load=starting_collected.new_letter, make_draft=lambda values: picked(LetterDraft, values))
LETTER_EDIT = FormSpec(
    id="mediation.letter_edit", title=N_("Letter to an office"), domain="mediation", sections=_LETTER, save=save_letter,
    load=starting_collected.stored_letter, make_draft=lambda values: picked(LetterDraft, values))

BINDING_FORM = FormSpec(
    id="mediation.binding_form", title=N_("Make the dossier up"), domain="mediation",
    sections=(Section("", (
        Field("grade", N_("Kept"), "choice", True, choices=GRADES), Field("filed_by", N_("Bound by")),
        Field("filed_on", N_("Bound on"), "date"), Field("checked_by", N_("Checked by")), Field("file_remark", N_("Remark")),
        Field("file_note", N_("What is missing, damaged or changed"), "lines", rows=3,
              help=N_("Blank: what lacks, was replaced or added is told from the file itself.")),
        Field("undisputed", N_("Facts nobody disputes"), "lines", rows=3))),),
    save=save_file, load=starting_collected.binding, make_draft=lambda values: picked(FileDraft, values))

FILE_FORM = FormSpec(
    id="mediation.file_form", title=N_("File the case"), domain="mediation",
    sections=(Section("", (Field("on", N_("Day"), "date", True),),
                      help=N_("Refused while something is missing that the contents list requires.")),),
    save=file_case, load=starting.ending, make_draft=lambda values: picked(EndingDraft, values))


def _rows_now(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    return {"begin": "", "rows": [{"title": row.title, "need": row.need, "parts": row.parts} for row in dossier_rows(uow)]}


def rows_draft(values: dict[str, Any]) -> tuple[DossierRowDraft, ...]:
    """From the form's values."""
    if values.get("begin"):
        return tuple(DossierRowDraft(row.title, row.need, row.parts) for row in LISTS[values["begin"]])
    return tuple(DossierRowDraft(row.get("title") or "", row.get("need") or "wanted", tuple(row.get("parts") or ()))
                 for row in values.get("rows") or ())


DOSSIER_ROWS = FormSpec(
    id="mediation.dossier_rows", title=N_("Dossier contents"), domain="mediation",
    sections=(Section("", (Field("begin", N_("Begin anew with"), "choice", choices=(
        ("", N_("The rows below")), ("national", N_("National list, nine papers")),
        ("provincial", N_("Provincial list, thirteen papers")))), Repeat("rows", N_("Line of the contents"), (
        Field("title", N_("Paper"), required=True), Field("need", N_("Needed"), "choice", True, choices=NEEDS),
        Field("parts", N_("What goes in"), "ticks", choices=PARTS)), N_("Add a row")),),
        help=N_("The order here is the order in the dossier. Without rows the list named in the settings holds.")),),
    save=set_dossier_rows, load=_rows_now, make_draft=rows_draft)

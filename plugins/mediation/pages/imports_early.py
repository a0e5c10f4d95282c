"""Pages that bring old ledgers and a court's list in: columns matched, dry run, undone whole."""

from desk.api import N_
from desk.api.documents import long_date
from desk.api.exchange import RowVerdict
from desk.api.pages import ImportSpec
from plugins.mediation.categories import category_title
from plugins.mediation.exchange import court_list, hazard_ledger, ledger


def hazard_cells(verdict: RowVerdict) -> tuple[str, ...]:
    """Found on, kind, struck off on."""
    if verdict.draft is None:
        return "", "", ""
    draft, struck = verdict.draft.draft, verdict.draft.struck_on
    return long_date(draft.found_on), category_title(draft.category), long_date(struck) if struck else ""


def case_cells(verdict: RowVerdict) -> tuple[str, ...]:
    """Kind, day of the request, day it ended."""
    if verdict.draft is None:
        return "", "", ""
    one = verdict.draft
    return (category_title(one.category), long_date(one.applied_on) if one.applied_on else "",
            long_date(one.ended_on) if one.ended_on else "")


def court_cells(verdict: RowVerdict) -> tuple[str, ...]:
    """Court, cause, limit."""
    if verdict.draft is None:
        return "", "", ""
    values = verdict.draft
    return values["court"], values["cause"], long_date(values["until"]) if values["until"] else ""


HAZARDS = ImportSpec(
    id="mediation.hazard_import", title=N_("Bring in an old hazard ledger"), importer=hazard_ledger.HAZARD_LIST,
    list_name=hazard_ledger.LIST_NAME, preview=hazard_ledger.preview_hazards, take=hazard_ledger.import_hazards,
    undo=hazard_ledger.undo_hazards,
    help=N_("One row a line of the ledger: number, the day it was found and what was found are needed; parties, place, kind, "
            "level, who settles it, result and the day of the strike-off help. A row with a day of strike-off comes in struck "
            "off, under its old number."),
    heads=((N_("Found on"), 130), (N_("Kind"), 150), (N_("Struck off on"), 130)), cells=hazard_cells,
    opens="mediation.hazard", register="mediation.hazards", register_title=N_("Hazard ledger"), domain="mediation")
CASES = ImportSpec(
    id="mediation.ledger", title=N_("Bring in an old ledger"), importer=ledger.LEDGER, list_name=ledger.LIST_NAME,
    preview=ledger.preview_ledger, take=ledger.import_ledger, undo=ledger.undo_ledger,
    help=N_("One row a case: number, applicant, respondent and day of the request are needed; kind, what happened, outcome, "
            "day it ended and mediators help. A row comes in under its old number, settled, failed or still in mediation."),
    heads=((N_("Kind"), 150), (N_("Day of the request"), 130), (N_("Closed on"), 130)), cells=case_cells,
    opens="mediation.dispute", register="mediation.disputes", register_title=N_("Disputes"), domain="mediation")
COURT = ImportSpec(
    id="mediation.court_import", title=N_("Bring in a court's list from a file"), importer=court_list.COURT_LIST,
    list_name=court_list.LIST_NAME, preview=court_list.preview_court_list, take=court_list.import_court_list,
    undo=court_list.undo_court_list,
    help=N_("One row a matter of the court: court and number are needed; cause, parties, judge, the day it was received and "
            "the limit help. Without a limit it is reckoned by how the court sent it."),
    heads=((N_("Court"), 180), (N_("Cause"), 150), (N_("Limit"), 130)), cells=court_cells,
    opens="mediation.court_matter", register="mediation.court_matters", register_title=N_("Matters of the court"),
    domain="mediation")

"""Forms of the hazard ledger, of patrols and of who answers for what."""

from datetime import timedelta
from typing import Any

from desk.api import N_
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from desk.api.places import list_areas
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts.hazard import (
    FindingDraft,
    HazardDraft,
    PatrolDraft,
    PatrolPlanDraft,
    ProgressDraft,
    PutOffDraft,
    ReasonDraft,
    ReleaseDraft,
    ResponsibilityDraft,
    StrikeDraft,
    ToDisputeDraft,
    VerdictDraft,
)
from plugins.mediation.hazard_kinds import LEVELS, OUTCOMES, SOURCES, WAYS
from plugins.mediation.pages.drafting import picked
from plugins.mediation.pages.pickers import name_unit, rows_of, search_units
from plugins.mediation.queries_hazard import get_responsibility
from plugins.mediation.service.hazards import (
    decide_strike,
    hazard_back,
    hazard_to_dispute,
    pause_hazard,
    propose_strike,
    relapse_hazard,
    save_hazard,
    seen_hazard,
)
from plugins.mediation.service.patrols import plan_patrols, save_patrol
from plugins.mediation.service.responsibilities import note_progress, put_off, release, save_responsibility
from plugins.mediation.words import people_named

Values = dict[str, Any]
KINDS = tuple((one.code, one.title) for one in CATEGORIES)


def grids(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Grids and estates that can be walked."""
    return [(one.id, one.name) for one in list_areas(uow, kinds=("grid", "special_grid", "estate"))]


def _unit(title: str) -> Field:
    return Field("unit_id", title, "organisation", search=search_units, named=name_unit)


def hazard(uow: UnitOfWork, hazard_id: int | None) -> Values:
    """A new one found today, or the stored one."""
    if hazard_id is None:
        return {"found_on": uow.clock.today(), "source": "resident", "level": "general"}
    row = seen_hazard(uow, hazard_id)
    return rows_of(row, "id", "version", "found_on", "source", "category", "level", "place", "parties", "summary", "unit_id",
                   "person", "measures") | {"area_id": get_case(uow, row.case_id).area_id}


def of_hazard(uow: UnitOfWork, hazard_id: int | None) -> Values:
    """For an act on a hazard, today."""
    row = seen_hazard(uow, hazard_id or 0)
    return {"hazard_id": row.id, "what": row.summary[:120], "on": uow.clock.today(), "result": row.result,
            "asked": f"{row.proposed_by}:{row.result}", "way": row.way or "consultation", "granted": True}


def for_reason(uow: UnitOfWork, hazard_id: int | None) -> Values:
    """For an act that needs a reason."""
    row = seen_hazard(uow, hazard_id or 0)
    return {"hazard_id": row.id, "what": row.summary[:120], "on": uow.clock.today()}


HAZARD_FORM = FormSpec(
    id="mediation.hazard_form", title=N_("Hazard"), domain="mediation",
    sections=(
        Section(N_("What was found"), (
            Field("summary", N_("What was found"), "lines", True, rows=3),
            Field("category", N_("Kind"), "choice", True, choices=KINDS),
            Field("parties", N_("Between whom"), max_length=200, help=N_("Names are enough; no numbers of papers.")),
            Field("place", N_("At which place"), max_length=200), Field("area_id", N_("Area"), "place"),
            Field("found_on", N_("Found on"), "date", True),
            Field("source", N_("How it came"), "choice", True, choices=SOURCES),
            Field("level", N_("Level"), "choice", True, choices=LEVELS,
                  help=N_("The clock runs from the day it was found; the level says how long.")))),
        Section(N_("Who is to settle it"), (
            _unit(N_("Unit")), Field("person", N_("Responsible person"), max_length=60),
            Field("measures", N_("Measures"), "lines", rows=3))),
        Section(N_("Settled on the spot"), (
            Field("spot", N_("Settled there and then"), "bool", default=False),
            Field("way", N_("Way"), "choice", choices=WAYS, visible_when={"spot": (True,)}),
            Field("result", N_("How it was settled"), "lines", rows=2, visible_when={"spot": (True,)}))),
    ),
    save=save_hazard, load=hazard, after="mediation.hazard",
    make_draft=lambda values: picked(HazardDraft, values, category=values.get("category") or "",
                                     summary=values.get("summary") or ""))

STRIKE_FORM = FormSpec(
    id="mediation.strike_form", title=N_("Ask for the strike-off"), domain="mediation",
    sections=(Section("", (
        Field("what", N_("Hazard"), "note"), Field("outcome", N_("How it was resolved"), "choice", True, choices=OUTCOMES),
        Field("way", N_("Way"), "choice", choices=WAYS), Field("result", N_("Account of it"), "lines", True, rows=3),
        Field("evidence", N_("What shows it"), max_length=400,
              help=N_("Agreement, picture, telephone call; or add the file on the line's page first.")),
        Field("on", N_("Day"), "date", True))),),
    save=propose_strike, load=of_hazard, after="mediation.hazard",
    make_draft=lambda values: picked(StrikeDraft, values, outcome=values.get("outcome") or "",
                                     result=values.get("result") or ""))

VERDICT_FORM = FormSpec(
    id="mediation.strike_verdict_form", title=N_("Decide on the strike-off"), domain="mediation",
    sections=(Section("", (
        Field("what", N_("Hazard"), "note"), Field("asked", N_("Asked for by"), "note"),
        Field("granted", N_("Strike it off"), "bool", default=True), Field("on", N_("Day"), "date", True),
        Field("reason", N_("What is still to be done"), "lines", rows=2, visible_when={"granted": (False,)}))),),
    save=decide_strike, load=of_hazard, after="mediation.hazard",
    make_draft=lambda values: picked(VerdictDraft, values, granted=bool(values.get("granted"))))

TO_DISPUTE_FORM = FormSpec(
    id="mediation.to_dispute_form", title=N_("Open a mediation case"), domain="mediation",
    sections=(Section("", (
        Field("what", N_("Hazard"), "note"), Field("applicant_id", N_("Applicant"), "person"),
        Field("applicant", N_("or a name"), max_length=120), Field("respondent_id", N_("Respondent"), "person"),
        Field("respondent", N_("or a name"), max_length=120), Field("request", N_("Asked for"), "lines", rows=2))),),
    save=hazard_to_dispute, load=for_reason, after="mediation.dispute", makes=True,
    make_draft=lambda values: picked(ToDisputeDraft, values))


def _reason_form(name: str, title: str, save: Any) -> FormSpec:
    return FormSpec(
        id=f"mediation.{name}", title=title, domain="mediation", save=save, load=for_reason, after="mediation.hazard",
        sections=(Section("", (Field("what", N_("Hazard"), "note"), Field("reason", N_("Reason"), "lines", True, rows=2),
                               Field("on", N_("Day"), "date", True))),),
        make_draft=lambda values: ReasonDraft(values["hazard_id"], values.get("reason") or "", values.get("on")))


BACK_FORM = _reason_form("hazard_back_form", N_("Mediation did not settle it"), hazard_back)
PAUSE_FORM = _reason_form("hazard_pause_form", N_("Stop the clock"), pause_hazard)
RELAPSE_FORM = _reason_form("hazard_relapse_form", N_("It flared up again"), relapse_hazard)


def patrol(uow: UnitOfWork, _record_id: int | None) -> Values:
    """Just now, by who is signed in."""
    return {"at": uow.clock.now().replace(second=0, microsecond=0), "people": uow.actor.name, "doors": 0, "persons": 0,
            "findings": []}


def patrol_draft(values: Values) -> PatrolDraft:
    """From the form's values; empty lines of findings are left out."""
    rows = [row for row in values.get("findings") or () if any(row.get(name) for name in ("what", "place", "parties", "how"))]
    findings = tuple(picked(FindingDraft, row, what=row.get("what") or "") for row in rows)
    return picked(PatrolDraft, values, people=people_named(values.get("people")), findings=findings,
                  area_id=values.get("area_id"))


PATROL_FORM = FormSpec(
    id="mediation.patrol_form", title=N_("Record a patrol"), domain="mediation",
    sections=(
        Section(N_("Patrol"), (
            Field("area_id", N_("Area"), "choice", True, choices=grids), Field("at", N_("When"), "datetime", True),
            Field("people", N_("Who walked"), required=True, help=N_("Names with 、 between them.")),
            Field("doors", N_("Doors"), "number"), Field("persons", N_("Persons"), "number"),
            Field("words", N_("In words"), "lines", rows=3))),
        Section(N_("What was found"), (Repeat("findings", N_("Finding"), (
            Field("what", N_("What was found"), "lines", rows=2),
            Field("category", N_("Kind"), "choice", choices=KINDS, default="neighbour"),
            Field("parties", N_("Between whom")), Field("place", N_("At which place")),
            Field("level", N_("Level"), "choice", choices=LEVELS, default="general"),
            Field("solved", N_("Settled there and then"), "bool", default=False),
            Field("how", N_("How it was settled"), visible_when={"solved": (True,)})), N_("Add a finding")),),
            help=N_("What is not settled on the spot is entered in the hazard ledger.")),
    ),
    save=save_patrol, load=patrol, make_draft=patrol_draft, after="mediation.patrol")


def patrol_plan(uow: UnitOfWork, _record_id: int | None) -> Values:
    """Every grid, on the tenth of each month."""
    return {"areas": tuple(area for area, _name in grids(uow)), "day": 10, "starts_on": uow.clock.today(), "ahead": 3}


PATROL_PLAN_FORM = FormSpec(
    id="mediation.patrol_plan_form", title=N_("Plan the monthly patrols"), domain="mediation",
    sections=(Section("", (
        Field("areas", N_("Areas"), "ticks", choices=grids), Field("day", N_("Day of the month"), "number", True),
        Field("starts_on", N_("From"), "date", True), Field("who", N_("Who walks"), max_length=200),
        Field("ahead", N_("Remind days before"), "number")),
        help=N_("One schedule for each area; change, pause or end it under Recurring schedules.")),),
    save=plan_patrols, load=patrol_plan,
    make_draft=lambda values: picked(PatrolPlanDraft, values, areas=tuple(values.get("areas") or ()),
                                     day=values.get("day") or 0))


def responsibility(uow: UnitOfWork, record_id: int | None) -> Values:
    """For thirty days from today, or the stored sheet."""
    if record_id is None:
        return {"since": uow.clock.today(), "until": uow.clock.today() + timedelta(days=30)}
    return rows_of(get_responsibility(uow, record_id), "id", "version", "owner_kind", "owner_id", "leader", "post", "unit_id",
                   "person", "task", "since", "until")


RESPONSIBILITY_FORM = FormSpec(
    id="mediation.responsibility_form", title=N_("Who answers for it"), domain="mediation",
    sections=(Section("", (
        Field("leader", N_("Leader"), required=True, max_length=60), Field("post", N_("Post"), max_length=60),
        _unit(N_("Unit")), Field("person", N_("Responsible person"), max_length=60), Field("since", N_("Since"), "date"),
        Field("until", N_("Limit"), "date", True), Field("task", N_("What is to be done"), "lines", rows=3))),),
    save=save_responsibility, load=responsibility, after="mediation.responsibility",
    make_draft=lambda values: picked(ResponsibilityDraft, values, leader=values.get("leader") or "",
                                     until=values.get("until")))


def of_sheet(uow: UnitOfWork, record_id: int | None) -> Values:
    """For an act on a sheet, today."""
    row = get_responsibility(uow, record_id or 0)
    return {"responsibility_id": row.id, "on": uow.clock.today(), "until": row.until + timedelta(days=15)}


PROGRESS_FORM = FormSpec(
    id="mediation.progress_form", title=N_("Note a step"), domain="mediation",
    sections=(Section("", (Field("text", N_("What was done"), "lines", True, rows=4), Field("on", N_("Day"), "date", True))),),
    save=note_progress, load=of_sheet, after="mediation.responsibility",
    make_draft=lambda values: picked(ProgressDraft, values, text=values.get("text") or ""))
PUT_OFF_FORM = FormSpec(
    id="mediation.put_off_form", title=N_("Put the limit off"), domain="mediation",
    sections=(Section("", (Field("until", N_("New limit"), "date", True), Field("reason", N_("Reason"), "lines", True, rows=2),
                           Field("consent", N_("The parties agree to it"), "bool", default=False))),),
    save=put_off, load=of_sheet, after="mediation.responsibility",
    make_draft=lambda values: picked(PutOffDraft, values, reason=values.get("reason") or ""))
RELEASE_FORM = FormSpec(
    id="mediation.release_form", title=N_("It ended"), domain="mediation",
    sections=(Section("", (
        Field("outcome", N_("How it was resolved"), "choice", True, choices=(
            ("settled", N_("Settled")), ("handed_over", N_("Handed over")), ("failed", N_("Not settled")))),
        Field("result", N_("Account of it"), "lines", True, rows=3), Field("on", N_("Day"), "date", True))),),
    save=release, load=of_sheet, after="mediation.responsibility",
    make_draft=lambda values: picked(ReleaseDraft, values, outcome=values.get("outcome") or "",
                                     result=values.get("result") or ""))


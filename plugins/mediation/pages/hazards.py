"""The hazard ledger on the screen: list and record page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.api import N_, hall_time, translator
from desk.api.cases import count_cases, get_case, get_lamps, list_cases, list_clocks, list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.files import list_attachments
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    LampCell,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.api.visits import finding_title, list_visits_of
from plugins.mediation.categories import FIVE_CLASSES, category_title
from plugins.mediation.class_plans import called_departments, proposed_limit
from plugins.mediation.hazard_kinds import CLOCKS, HAZARD, LEVELS, OUTCOMES, RETURN_VISIT, SOURCES, WAYS, word
from plugins.mediation.kinds import ALL, WRITE
from plugins.mediation.models import Hazard
from plugins.mediation.queries_hazard import (
    ResponsibilityRow,
    days_run,
    five_of,
    line_number,
    list_responsibilities,
)
from plugins.mediation.queries_joint import lead_of, list_studies_of
from plugins.mediation.service.hazards import seen_hazard

_ = translator("mediation")
DOING = "plugins.mediation.pages.doing_hazard"


@dataclass(frozen=True, slots=True)
class HazardLine:
    """A hazard in the list; level in its official word."""

    id: int
    number: str
    title: str
    level: str
    person: str
    state: StateCell
    lamp: LampCell
    found_on: date


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[HazardLine]:
    """One page, the newest first."""
    page = list_cases(uow, request, kind=HAZARD)
    rows = {row.id: row for row in (uow.get(Hazard, case.id) for case in page.rows)}
    return Page([HazardLine(case.id, line_number(rows[case.id], case.number), case.title, word(LEVELS, rows[case.id].level),
                            rows[case.id].person or rows[case.id].unit, StateCell(case.state_title, case.tone),
                            LampCell(case.due_on, case.days_left), case.opened_on) for case in page.rows],
                page.next, page.total)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return count_cases(uow, request, kind=HAZARD)


def sentence(uow: UnitOfWork) -> str:
    """在册 12 件,待批准销号 2 件,超期 1 件."""
    open_, proposed, late = (count(uow, PageRequest(filters=filters)) for filters in (
        {"open": True}, {"state": "proposed"}, {"overdue": True, "open": True}))
    return _("{open} open, {proposed} waiting for the strike-off, {late} overdue").format(
        open=open_, proposed=proposed, late=late)


HAZARDS = ListSpec(
    id="mediation.hazards", title=N_("Hazard ledger"), record=HAZARD, domain="mediation",
    columns=(Column("number", N_("Number"), 160), Column("title", N_("Parties and kind"), 0, sort="title"),
             Column("level", N_("Level"), 80), Column("person", N_("Who is to settle it"), 150),
             Column("state", N_("State"), 130, "state", sort="state"), Column("lamp", N_("Limit"), 190, "lamp", sort="due"),
             Column("found_on", N_("Found on"), 110, "date", sort="opened")),
    fetch=fetch, count=count, sentence=sentence,
    chips=(Chip(N_("Open"), {"open": True}), Chip(N_("Overdue"), {"overdue": True, "open": True}),
           Chip(N_("Strike-off asked for"), {"state": "proposed"}), Chip(N_("Settled on the spot"), {"state": "spot"}),
           Chip(N_("Struck off"), {"state": "struck"})),
    opens="mediation.hazard", new="mediation.hazard_form", new_title=N_("Enter a hazard"), new_permission=WRITE,
    search_hint=N_("Party, number, words of the summary"), default_sort="opened", descending=True,
    empty=N_("The ledger is empty. Record a patrol, or enter the first sign of a quarrel."))


def load(uow: UnitOfWork, hazard_id: int) -> RecordCard:
    """The whole card."""
    row = seen_hazard(uow, hazard_id)
    case = get_case(uow, row.case_id)
    sheets = list_responsibilities(uow, HAZARD, row.id)
    return RecordCard(
        id=row.id, number=line_number(row, case.number), title=case.title, state=StateCell(case.state_title, case.tone),
        subtitle=" · ".join((word(LEVELS, row.level), word(SOURCES, row.source),
                             _("the clock ran {days} days").format(days=days_run(uow, row)))),
        lamp=LampCell(case.due_on, case.days_left, _paused(uow, row)), holder=row.person or row.unit,
        steps=tuple(StepLamp(lamp.title, lamp.state, lamp.missing) for lamp in get_lamps(uow, row.case_id)),
        sections=tuple(filter(None, (_what(uow, row), *map(_who, sheets), _joint(uow, row), _end(uow, row),
                                     *_visits(uow, row)))),
        acts=tuple(_acts(uow, row, case.state, sheets)),
        papers=(PaperLink("mediation.hazard_sheet"), *(PaperLink("mediation.responsibility_sheet", one.id) for one in sheets),
                *(PaperLink("mediation.study_minutes", one.id) for one in list_studies_of(uow, HAZARD, row.id))),
        timeline=tuple(TimelineItem(entry.at, entry.line, entry.who) for entry in list_timeline(uow, row.case_id)),
        version=row.version)


HAZARD_RECORD = RecordSpec("mediation.hazard", N_("Hazard"), HAZARD, load, domain="mediation")


def _paused(uow: UnitOfWork, row: Hazard) -> str:
    found = [one.paused_reason for one in list_clocks(uow, row.case_id) if one.code in CLOCKS and one.paused_on]
    return found[0] if found else ""


def _what(uow: UnitOfWork, row: Hazard) -> FactSection:
    five = five_of(uow, row.category)
    return FactSection(_("Hazard"), (
        Fact(_("Found on"), long_date(row.found_on)), Fact(_("Kind"), category_title(row.category)),
        Fact(_("Of the five classes"), word(FIVE_CLASSES, five) if five else ""), Fact(_("At which place"), row.place),
        Fact(_("Between whom"), row.parties), Fact(_("What was found"), row.summary), Fact(_("Measures"), row.measures),
        Fact(_("Who is to settle it"), "、".join(filter(None, (row.unit, row.person))))),
        *(("mediation.hazard_form", {"record_id": row.id}) if row.struck_on is None and uow.actor.may(WRITE) else ("", {})))


def _who(one: ResponsibilityRow) -> FactSection:
    return FactSection(_("Who answers for it"), (
        Fact(_("Leader"), " ".join(filter(None, (one.leader, one.post)))),
        Fact(_("Unit and person"), "、".join(filter(None, (one.unit, one.person)))), Fact(_("Limit"), long_date(one.until)),
        Fact(_("Put off"), str(len(one.extensions)) if one.extensions else ""),
        Fact(_("Last step"), f"{one.notes[-1]['on']} {one.notes[-1]['text']}" if one.notes else ""),
        Fact(_("Result"), one.result)), "mediation.responsibility", {"record_id": one.id})


def _joint(uow: UnitOfWork, row: Hazard) -> FactSection | None:
    """Which body leads, and the joint studies held on it."""
    lead, joined = lead_of(uow, HAZARD, row.id)
    studies = list_studies_of(uow, HAZARD, row.id)
    if not (lead or studies):
        return None
    return FactSection(_("Together with others"), (
        Fact(_("Leads"), lead), Fact(_("Join in"), joined),
        *(Fact(f"{hall_time(one.starts_at):%Y-%m-%d}", "、".join(unit["unit"] for unit in one.units) + f" {one.plan}")
          for one in studies)), *(("mediation.study", {"record_id": studies[-1].id}) if studies else ("", {})))


def _end(uow: UnitOfWork, row: Hazard) -> FactSection | None:
    files = list_attachments(uow, HAZARD, row.id)
    if not (row.outcome or files or row.dispute_id):
        return None
    return FactSection(_("How it was resolved"), (
        Fact(_("How it was resolved"), word(OUTCOMES, row.outcome) if row.outcome else ""), Fact(_("Way"), word(WAYS, row.way)),
        Fact(_("Account of it"), row.result), Fact(_("What shows it"), row.evidence),
        Fact(_("Pictures and papers"), "、".join(one.title or one.file_name for one in files)),
        Fact(_("Asked for by"), row.proposed_by), Fact(_("Granted by"), row.approved_by),
        Fact(_("Struck off on"), long_date(row.struck_on) if row.struck_on else "")),
        *(("mediation.dispute", {"record_id": row.dispute_id}) if row.dispute_id else ("", {})))


def _visit(uow: UnitOfWork, row: Hazard) -> dict[str, Any]:
    """A return visit to the parties of a line, as the form begins."""
    return {"owner_kind": HAZARD, "owner_id": row.id, "purpose": RETURN_VISIT, "met": row.parties[:120],
            "place": row.place, "area_id": get_case(uow, row.case_id).area_id}


def _visits(uow: UnitOfWork, row: Hazard) -> list[FactSection]:
    """Return visits, each opening the visit."""
    return [FactSection(_("Return visit"), (
        Fact(long_date(one.day), "、".join(finding_title(one.purpose, code) for code in one.findings)),
        Fact(_("In words"), one.words), Fact(_("Who walked"), "、".join(one.visitors))), "visits.card", {"record_id": one.id})
        for one in list_visits_of(uow, HAZARD, row.id)]


def _acts(uow: UnitOfWork, row: Hazard, state: str, sheets: list[ResponsibilityRow]) -> list[NextAct]:
    here: dict[str, Any] = {"record_id": row.id}
    found = []
    if state == "proposed" and uow.actor.may(ALL):
        found.append(NextAct(_("Decide on the strike-off"), "mediation.strike_verdict_form", here, main=True))
    if not uow.actor.may(WRITE):
        return found
    if state in ("found", "studying", "charged", "mediating"):
        if not any(not one.outcome for one in sheets):
            limit = {"until": proposed_limit(uow, row.category), "unit_id": row.unit_id, "person": row.person}
            found.append(NextAct(_("Make somebody answer for it"), "mediation.responsibility_form",
                                 {"owner_kind": HAZARD, "owner_id": row.id, **limit}, main=state == "found"))
        found.append(NextAct(_("Ask for the strike-off"), "mediation.strike_form", here, main=state != "found"))
        found.append(NextAct(_("Add a picture or paper"), run=f"{DOING}:add_evidence"))
        found.append(NextAct(_("Call a joint study"), "mediation.study_form", {
            "owner_kind": HAZARD, "owner_id": row.id, "units": called_departments(uow, row.category)}))
        found.append(NextAct(_("Who leads"), "mediation.lead_body_form", {"owner_kind": HAZARD, "owner_id": row.id}))
        if row.dispute_id is None:
            found.append(NextAct(_("Open a mediation case"), "mediation.to_dispute_form", here))
        if state == "mediating":
            found.append(NextAct(_("Mediation did not settle it"), "mediation.hazard_back_form", here))
        found.append(NextAct(_("Let the clock run again"), run=f"{DOING}:resume") if _paused(uow, row)
                     else NextAct(_("Stop the clock"), "mediation.hazard_pause_form", here))
    if state in ("struck", "spot"):
        found.append(NextAct(_("Record a return visit"), "visits.form", _visit(uow, row), main=state == "struck"))
        found.append(NextAct(_("It flared up again"), "mediation.hazard_relapse_form", here))
    return found

"""Patrols and who answers for what on the screen: lists and record pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.api import N_, NotFound, Tone, translator
from desk.api.calendar import month_of
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
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
)
from plugins.mediation.hazard_kinds import HAZARD, PATROL, RESPONSIBILITY
from plugins.mediation.kinds import WRITE
from plugins.mediation.queries_hazard import (
    ResponsibilityRow,
    coverage,
    get_patrol,
    get_responsibility,
    list_all_responsibilities,
    list_found,
    list_patrols,
)

_ = translator("mediation")
ENDS = {"": (N_("Running"), Tone.OPEN), "settled": (N_("Settled"), Tone.DONE), "handed_over": (N_("Handed over"), Tone.MUTED),
        "failed": (N_("Not settled"), Tone.WAITING)}


@dataclass(frozen=True, slots=True)
class PatrolLine:
    """A patrol in the list."""

    id: int
    on: date
    area: str
    people: str
    doors: int
    persons: int
    found: int
    solved: int


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[PatrolLine]:
    """Patrols, the latest first. filters: month."""
    rows = [PatrolLine(one.id, one.on, one.area, "、".join(one.people), one.doors, one.persons, one.found, one.solved)
            for one in list_patrols(uow, request.filters.get("month"))]
    return _sliced([row for row in rows if request.text in f"{row.area} {row.people}"], request)


def _sliced(rows: list[Any], request: PageRequest) -> Page[Any]:
    start = request.start
    end = start + request.size
    return Page(rows[start:end], (end,) if end < len(rows) else None, len(rows))


def sentence(uow: UnitOfWork) -> str:
    """本月已排查网格 3/4."""
    today = uow.clock.today()
    walked, grids, missed = coverage(uow, month_of(today))
    words = _("{walked} of {grids} grids walked this month").format(walked=walked, grids=grids)
    return words + (_(", still to walk: {names}").format(names="、".join(missed[:4])) if missed else "")


PATROLS = ListSpec(
    id="mediation.patrols", title=N_("Patrols"), record=PATROL, domain="mediation",
    columns=(Column("on", N_("Day"), 110, "date"), Column("area", N_("Area"), 160), Column("people", N_("Who walked"), 0),
             Column("doors", N_("Doors"), 90, "number"), Column("persons", N_("Persons"), 90, "number"),
             Column("found", N_("Found"), 90, "number"), Column("solved", N_("Settled on the spot"), 130, "number")),
    fetch=fetch, sentence=sentence, opens="mediation.patrol", new="mediation.patrol_form", new_title=N_("Record a patrol"),
    new_permission=WRITE, search_hint=N_("Area, name"),
    empty=N_("No patrols yet. Plan the monthly patrols of every grid first; the home page reminds of each."))


def load(uow: UnitOfWork, patrol_id: int) -> RecordCard:
    """A patrol with what it found."""
    row = get_patrol(uow, patrol_id)
    found = list_found(uow, patrol_id)
    return RecordCard(
        id=row.id, number="", title=row.area, state=StateCell(_("Walked"), Tone.DONE), subtitle=long_date(row.on),
        holder="、".join(row.people), papers=(PaperLink("mediation.patrol_record"),),
        sections=(FactSection(_("Patrol"), (
            Fact(_("Who walked"), "、".join(row.people)), Fact(_("Doors"), str(row.doors)),
            Fact(_("Persons"), str(row.persons)), Fact(_("In words"), row.words)), "visits.card", {"record_id": row.visit_id}),
            *(FactSection(get_case(uow, one.case_id).number, (
                Fact(_("What was found"), one.summary), Fact(_("State"), get_case(uow, one.case_id).state_title)),
                "mediation.hazard", {"record_id": one.id}) for one in found)))


PATROL_RECORD = RecordSpec("mediation.patrol", N_("Patrol"), PATROL, load, domain="mediation")


@dataclass(frozen=True, slots=True)
class ResponsibilityLine:
    """Who answers for what, in the list."""

    id: int
    number: str
    matter: str
    leader: str
    who: str
    lamp: LampCell
    state: StateCell


def fetch_responsibilities(uow: UnitOfWork, request: PageRequest) -> Page[ResponsibilityLine]:
    """The running ones first, the most urgent on top. filters: running (bool), late (bool)."""
    rows = list_all_responsibilities(uow)
    if request.filters.get("running"):
        rows = [row for row in rows if not row.outcome]
    if request.filters.get("late"):
        rows = [row for row in rows if row.days_left is not None and row.days_left < 0]
    rows.sort(key=lambda row: (bool(row.outcome), row.until, row.id))
    lines = [line for line in (_line(uow, row) for row in rows) if line]
    return _sliced([line for line in lines if request.text in f"{line.matter}{line.leader}{line.who}"], request)


def _standing(row: ResponsibilityRow) -> tuple[str, Tone]:
    """Assigned, in work, or how it ended."""
    return ENDS[row.outcome] if row.outcome or row.accepted_on else (N_("To be taken on"), Tone.WAITING)


def _line(uow: UnitOfWork, row: ResponsibilityRow) -> ResponsibilityLine | None:
    """None for a matter one may not see."""
    try:
        case = get_case(uow, row.owner_id)
    except NotFound:
        return None
    word, tone = _standing(row)
    return ResponsibilityLine(row.id, case.number or "—", case.title, row.leader,
                              "、".join(filter(None, (row.unit, row.person))), LampCell(row.until, row.days_left),
                              StateCell(_(word), Tone.LATE if (row.days_left or 0) < 0 else tone))


RESPONSIBILITIES = ListSpec(
    id="mediation.responsibilities", title=N_("Who answers for what"), record=RESPONSIBILITY, domain="mediation",
    columns=(Column("number", N_("Number"), 160), Column("matter", N_("Matter"), 0), Column("leader", N_("Leader"), 100),
             Column("who", N_("Unit and person"), 190), Column("lamp", N_("Limit"), 190, "lamp"),
             Column("state", N_("State"), 110, "state")),
    fetch=fetch_responsibilities, chips=(Chip(N_("Running"), {"running": True}), Chip(N_("Overdue"), {"late": True})),
    opens="mediation.responsibility", search_hint=N_("Matter, leader, unit"),
    empty=N_("Nobody answers for a matter yet. Open a hazard and choose “Make somebody answer for it”."))


def load_responsibility(uow: UnitOfWork, responsibility_id: int) -> RecordCard:
    """One sheet."""
    row = get_responsibility(uow, responsibility_id)
    case = get_case(uow, row.owner_id)
    here: dict[str, Any] = {"record_id": row.id}
    word, tone = _standing(row)
    acts: tuple[NextAct, ...] = ()
    if not row.outcome and uow.actor.may(WRITE):
        taken = () if row.accepted_on else (NextAct(_("Take it on"), run="plugins.mediation.pages.doing_hazard:take_on",
                                                    main=True),)
        acts = (*taken, NextAct(_("Note a step"), "mediation.progress_form", here, main=bool(row.accepted_on)),
                NextAct(_("Put the limit off"), "mediation.put_off_form", here),
                NextAct(_("It ended"), "mediation.release_form", here))
    edit: Any = ("mediation.responsibility_form", here) if acts else ("", {})
    matter = "mediation.hazard" if row.owner_kind == HAZARD else "mediation.dispute"
    return RecordCard(
        id=row.id, number=case.number or "—", title=case.title, state=StateCell(_(word), tone), holder=row.leader,
        lamp=LampCell(row.until, row.days_left), acts=acts, version=row.version,
        papers=(PaperLink("mediation.responsibility_sheet"), PaperLink("mediation.responsibility_reminder")),
        sections=(FactSection(_("Who answers for it"), (
            Fact(_("Leader"), " ".join(filter(None, (row.leader, row.post)))), Fact(_("Unit"), row.unit),
            Fact(_("Responsible person"), row.person), Fact(_("Since"), long_date(row.since)),
            Fact(_("Taken on"), long_date(row.accepted_on) if row.accepted_on else ""),
            Fact(_("Limit"), long_date(row.until)), Fact(_("What is to be done"), row.task)), *edit),
            *_told(_("Steps"), [(one["on"], f"{one['who']}:{one['text']}") for one in reversed(row.notes)]),
            *_told(_("Put off"), [(str(one["on"]), f"{one['before']} → {one['until']} {one['reason']}")
                                  for one in row.extensions]),
            FactSection(_("Matter"), (Fact(_("State"), case.state_title), Fact(_("Result"), row.result)), matter,
                        {"record_id": row.owner_id})))


def _told(title: str, lines: list[tuple[str, str]]) -> list[FactSection]:
    """A section of lines; none without any."""
    return [FactSection(title, tuple(Fact(on, text) for on, text in lines))] if lines else []


RESPONSIBILITY_RECORD = RecordSpec("mediation.responsibility", N_("Who answers for it"), RESPONSIBILITY, load_responsibility,
                                   domain="mediation")

"""From the tables to what the papers of the hazard ledger print."""


from desk.api.calendar import list_schedules, month_days, month_title
from desk.api.cases import get_case
from desk.api.db import PageRequest, UnitOfWork
from desk.api.places import get_area, list_areas
from plugins.mediation.categories import FIVE_CLASSES, category_title
from plugins.mediation.documents.hazard_data import (
    HazardPaper,
    LedgerPaper,
    PatrolMonthPaper,
    PatrolPaper,
    ResponsibilityPaper,
)
from plugins.mediation.documents.patrol_plan import PatrolPlanPaper, PlanLine
from plugins.mediation.hazard_kinds import HAZARD, LEVELS, OUTCOMES, PATROL, SOURCES, WAYS, word
from plugins.mediation.models import Hazard
from plugins.mediation.queries_hazard import (
    coverage,
    days_run,
    five_of,
    get_patrol,
    get_responsibility,
    last_limit,
    line_number,
    list_found,
    list_month,
    list_patrols,
    list_responsibilities,
    month_figures,
)
from plugins.mediation.queries_legal import times_of
from plugins.mediation.service.hazards import seen_hazard

ENDED = {"settled": "已化解", "handed_over": "已移交", "failed": "未化解", "": ""}


def load_hazard(uow: UnitOfWork, hazard_id: int) -> HazardPaper:
    """One line."""
    return hazard_paper(uow, seen_hazard(uow, hazard_id))


def load_ledger(uow: UnitOfWork, month: int) -> LedgerPaper:
    """A month: record id 202611."""
    figures = month_figures(uow, month)
    return LedgerPaper(uow.community.committee, month_title(month), uow.clock.today(),
                       tuple(hazard_paper(uow, one) for one in list_month(uow, month)), figures.carried, figures.new,
                       figures.struck, figures.open, figures.spot, figures.settled, figures.mean)


def load_overdue(uow: UnitOfWork, month: int) -> LedgerPaper:
    """Of the month's ledger the lines that are past their limit today."""
    whole = load_ledger(uow, month)
    late = tuple(one for one in whole.lines if one.struck_on is None and one.days_late)
    return LedgerPaper(whole.committee, whole.month, whole.made_on, late, 0, 0, 0, len(late), 0, 0)


def load_patrol(uow: UnitOfWork, patrol_id: int) -> PatrolPaper:
    """One patrol."""
    row = get_patrol(uow, patrol_id)
    found = tuple(hazard_paper(uow, one) for one in list_found(uow, patrol_id))
    return PatrolPaper(uow.community.committee, row.area, row.on, row.people, row.doors, row.persons, row.words, found)


def load_patrol_month(uow: UnitOfWork, month: int) -> PatrolMonthPaper:
    """A month of patrols: record id 202611."""
    walked, grids, missed = coverage(uow, month)
    rows = tuple(load_patrol(uow, one.id) for one in reversed(list_patrols(uow, month)))
    return PatrolMonthPaper(uow.community.committee, month_title(month), rows, walked, grids, tuple(missed))


def load_plan(uow: UnitOfWork, month: int) -> PatrolPlanPaper:
    """The round of a month as planned: record id 202611."""
    first, last = month_days(month)
    names = {one.id: one.name for one in list_areas(uow, kinds=("grid", "special_grid"))}
    of = {one.id: one.area_id for one in list_schedules(uow, PageRequest(size=500, filters={"kind": PATROL})).rows}
    times = times_of(uow, PATROL, first, last)
    lines = tuple(PlanLine(one.title.removesuffix("矛盾纠纷巡诊排查"), one.due_on, one.who, one.done_on) for one in times)
    planned = {of.get(one.schedule_id) for one in times}
    return PatrolPlanPaper(uow.community.committee, month_title(month), lines,
                           tuple(name for area, name in names.items() if area not in planned))


def load_responsibility(uow: UnitOfWork, responsibility_id: int) -> ResponsibilityPaper:
    """The sheet of who answers."""
    row = get_responsibility(uow, responsibility_id)
    case = get_case(uow, row.owner_id)
    put_off = tuple(f"{one['on']} 由{one['before']}延至{one['until']}:{one['reason']}" for one in row.extensions)
    notes = tuple(f"{one['on']} {one['who']}:{one['text']}" for one in row.notes)
    late = max(0, -(row.days_left or 0)) if row.days_left is not None else 0
    return ResponsibilityPaper(uow.community.committee, case.title, case.number, row.leader, row.post, row.unit, row.person,
                               row.task, row.since, row.until, put_off, notes, ENDED[row.outcome], row.result, row.ended_on,
                               late)


def hazard_paper(uow: UnitOfWork, row: Hazard) -> HazardPaper:
    """A line as papers print it."""
    case = get_case(uow, row.case_id)
    sheets = list_responsibilities(uow, HAZARD, row.id)
    area = get_area(uow, case.area_id).name if case.area_id else ""
    late = max(0, -(case.days_left or 0)) if case.days_left is not None else 0
    return HazardPaper(
        uow.community.committee, line_number(row, case.number), row.found_on, word(SOURCES, row.source), area, row.place, row.parties,
        category_title(row.category), word(FIVE_CLASSES, five_of(uow, row.category)), word(LEVELS, row.level),
        row.summary, row.unit, row.person, sheets[-1].leader if sheets else "", last_limit(uow, row), row.measures,
        word(WAYS, row.way) if row.way else "", word(OUTCOMES, row.outcome) if row.outcome else "", row.result, row.evidence,
        row.proposed_by, row.approved_by, row.struck_on, days_run(uow, row), case.state_title, late)


"""Patrols (巡诊排查): plan them month by month, record one with what was found; the rest goes into the hazard ledger."""

from desk.api import UserError, clean, hall_time, refuse_marked, translator
from desk.api.calendar import Rule, ScheduleDraft, add_schedule, month_of
from desk.api.db import UnitOfWork, verb
from desk.api.places import get_area
from desk.api.visits import VisitDraft, VisitorDraft, note_outcome, record_visit
from plugins.mediation.drafts.hazard import FindingDraft, HazardDraft, PatrolDraft, PatrolPlanDraft
from plugins.mediation.hazard_kinds import HAZARD, PATROL
from plugins.mediation.kinds import WRITE
from plugins.mediation.models import Patrol
from plugins.mediation.service.hazards import save_hazard

_ = translator("mediation")


@verb("mediation.plan_patrols", permission=WRITE)
def plan_patrols(uow: UnitOfWork, draft: PatrolPlanDraft) -> int:
    """A monthly patrol for each of the areas; answers how many. They stand under the desk's recurring schedules."""
    if not draft.areas:
        raise UserError(_("Choose at least one area."), field="areas")
    if not 1 <= draft.day <= 31:
        raise UserError(_("Enter a day of the month."), field="day")
    for area_id in draft.areas:
        area = get_area(uow, area_id)
        add_schedule(uow, ScheduleDraft(
            f"{area.name}矛盾纠纷巡诊排查", Rule("month_day", 1, day=draft.day, shift="after"), draft.starts_on, kind=PATROL,
            ahead=draft.ahead, who=clean(draft.who, limit=200), area_id=area_id))
    uow.trace("mediation.plan_patrols", PATROL, None, count=len(draft.areas))
    return len(draft.areas)


@verb("mediation.save_patrol", permission=WRITE)
def save_patrol(uow: UnitOfWork, draft: PatrolDraft) -> int:
    """Record a patrol; answers its id. What was settled on the spot is closed at once, the rest is entered as hazards."""
    _check(draft)
    assert draft.area_id is not None  # checked above
    solved = [one.solved for one in draft.findings]
    visit = record_visit(uow, VisitDraft(
        PATROL, draft.at, way="spot", area_id=draft.area_id, people=draft.persons, words=_words(draft),
        findings=("mediation.dispute",) if draft.findings else ("fine",), solved=all(solved) if solved else None,
        visitors=tuple(VisitorDraft(name) for name in draft.people), schedule_id=draft.schedule_id, nominal=draft.nominal))
    day = hall_time(draft.at).date()
    row = uow.add(Patrol(visit_id=visit, area_id=draft.area_id, on_date=day, month=month_of(day),
                         doors=draft.doors, persons=draft.persons))
    for one in draft.findings:
        hazard = save_hazard(uow, HazardDraft(
            one.category, one.what, day, level=one.level, place=one.place, parties=one.parties, area_id=draft.area_id,
            spot=one.solved, result=one.how, patrol_id=row.id))
        note_outcome(uow, visit, HAZARD, hazard, one.what[:100])
    uow.trace("mediation.save_patrol", PATROL, row.id, findings=len(draft.findings))
    return int(row.id)


def _words(draft: PatrolDraft) -> str:
    found = "\n".join(f"{place}、{one.what}" for place, one in enumerate(draft.findings, 1))
    return "\n".join(filter(None, (draft.words.strip(), found)))


def _check(draft: PatrolDraft) -> None:
    marks = {}
    if draft.area_id is None:
        marks["area_id"] = _("Choose the area that was walked.")
    if not draft.people:
        marks["people"] = _("Name who walked.")
    if draft.doors < 0 or draft.persons < 0:
        marks["doors"] = _("A count cannot be less than nothing.")
    marks |= {mark: sentence for place, one in enumerate(draft.findings) for mark, sentence in _finding(place, one)}
    refuse_marked(marks)


def _finding(place: int, one: FindingDraft) -> list[tuple[str, str]]:
    found = []
    if not one.what.strip():
        found.append((f"findings.{place}.what", _("Describe what was found.")))
    if one.solved and not one.how.strip():
        found.append((f"findings.{place}.how", _("Write down how it was settled.")))
    return found

"""What is due of hazards, patrols and responsibilities, for the home page."""

from datetime import date, timedelta

from desk.api import HomeItem, NotFound, Tone, hall_time, translator
from desk.api.calendar import list_due_occurrences
from desk.api.cases import get_case, list_due
from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from plugins.mediation.hazard_kinds import HAZARD, PATROL
from plugins.mediation.kinds import ALL
from plugins.mediation.legal_kinds import STOP
from plugins.mediation.pages.hazards import count
from plugins.mediation.queries_hazard import list_running, list_unvisited
from plugins.mediation.queries_joint import list_called, list_open_tasks, list_unanswered, list_unreturned, matter_of
from plugins.mediation.settings import setting

_ = translator("mediation")


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Patrols, limits of hazards, responsibilities near their limit, strike-offs waiting for the head."""
    return [*_patrols(uow), *_hazards(uow), *_responsibilities(uow), *_verdicts(uow), *_unvisited(uow), *_joint(uow)]


def _patrols(uow: UnitOfWork) -> list[HomeItem]:
    today = uow.clock.today()
    return [HomeItem(one.title, one.who, one.due_on, Tone.LATE if one.due_on < today else Tone.OPEN, f"mediation.{form}",
                     {"schedule_id": one.schedule_id, "nominal": one.nominal})
            for kind, form in ((PATROL, "patrol_form"), (STOP, "doorstep_form"))
            for one in list_due_occurrences(uow, kind=kind)]


def _hazards(uow: UnitOfWork) -> list[HomeItem]:
    rows = list_due(uow, uow.clock.today() + timedelta(days=5), kind=HAZARD)
    return [HomeItem(row.title, _("strike off {number}").format(number=row.number), row.last_day,
                     Tone.LATE if row.overdue else Tone.OPEN, "mediation.hazard", {"record_id": row.case_id}) for row in rows]


def _responsibilities(uow: UnitOfWork) -> list[HomeItem]:
    until = uow.clock.today() + timedelta(days=int(setting(uow, "responsibility_warning")))
    found = []
    for row in list_running(uow, until):
        try:
            title = get_case(uow, row.owner_id).title
        except NotFound:  # a confidential dispute of somebody else
            continue
        found.append(HomeItem(title, _("{leader} answers for it").format(leader=row.leader), row.until,
                              Tone.LATE if (row.days_left or 0) < 0 else Tone.OPEN, "mediation.responsibility",
                              {"record_id": row.id}))
    return found


def _unvisited(uow: UnitOfWork) -> list[HomeItem]:
    """Lines struck off whose return visit is due (复诊)."""
    days, today = int(setting(uow, "days_to_visit")), uow.clock.today()
    found = []
    for row in list_unvisited(uow, today + timedelta(days=5), days):
        title = matter_of(uow, row.case_id)[1]
        if title and row.struck_on:
            found.append(_item(today, title, _("return visit"), row.struck_on + timedelta(days=days), "hazard", row.id))
    return found


def _verdicts(uow: UnitOfWork) -> list[HomeItem]:
    waiting = count(uow, PageRequest(filters={"state": "proposed"})) if uow.actor.may(ALL) else 0
    if not waiting:
        return []
    return [HomeItem(_("{count} strike-offs wait for a decision").format(count=waiting), "", uow.clock.today(), Tone.WAITING,
                     "mediation.hazards", {"filters": {"state": "proposed"}})]


def _joint(uow: UnitOfWork) -> list[HomeItem]:
    """Studies to come, tasks they gave, slips of the grid and matters of the court that wait for an answer."""
    today = uow.clock.today()
    soon = today + timedelta(days=5)
    found = []
    for study, task in list_open_tasks(uow, soon):
        found.append(_item(today, task["what"], task["who"], date.fromisoformat(task["due"]), "study", study.id))
    for study in list_called(uow, today, soon):
        found.append(_item(today, _("Joint study"), study.place, hall_time(study.starts_at).date(), "study", study.id))
    for slip in list_unanswered(uow, soon):
        found.append(_item(today, _("Answer the grid"), f"{slip.event} {slip.text[:40]}", slip.until, "handover", slip.id))
    for matter in list_unreturned(uow, soon):
        found.append(_item(today, _("Tell the court the result"), matter.number, matter.until, "court_matter", matter.id))
    return found


def _item(today: date, title: str, detail: str, due: date | None, entry: str, record_id: int) -> HomeItem:
    late = due is not None and due < today
    return HomeItem(title, detail, due, Tone.LATE if late else Tone.OPEN, f"mediation.{entry}", {"record_id": record_id})

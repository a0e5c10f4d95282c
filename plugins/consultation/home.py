"""What is due in consultation, for the home page: steps, tasks, promised answers, terms, reviews."""

from datetime import date, timedelta

from sqlalchemy import select

from desk.api import HomeItem, Tone, translator
from desk.api.cases import Case, list_due, visible_cases
from desk.api.db import UnitOfWork
from desk.api.meetings import get_gathering, list_open_decisions
from desk.api.pages import PageRequest
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Task, Topic
from plugins.consultation.queries_covenants import list_covenants
from plugins.consultation.queries_matters import list_bodies, list_matters

_ = translator("consultation")
AHEAD, TERM_AHEAD, MOST = timedelta(days=7), timedelta(days=60), 200


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Deadlines of topics and their steps, tasks, decisions of meetings, promised answers, terms that end, reviews."""
    today = uow.clock.today()
    until = today + AHEAD
    found = [HomeItem(one.title, _(one.clock), one.last_day, _tone(one.overdue), "consultation.topic",
                      {"record_id": one.case_id}) for one in list_due(uow, until, kind=TOPIC)]
    found += _decisions(uow, until)
    tasks = (select(Task, Topic.id).join(Topic, Topic.id == Task.topic_id).join(Case, Case.id == Topic.case_id)
             .where(Task.done_on.is_(None), Task.due_on <= until, *visible_cases(uow)).order_by(Task.due_on).limit(MOST))
    found += [HomeItem(task.text, task.who, task.due_on, _tone(task.due_on < today), "consultation.topic", {"record_id": topic})
              for task, topic in uow.session.execute(tasks) if task.due_on is not None]
    found += [HomeItem(one.text[:40], _("Answer promised: {meeting}").format(meeting=one.meeting), one.promised_on,
                       _tone(one.promised_on < today), "consultation.matter_form", {"record_id": one.id})
              for one in list_matters(uow, PageRequest(size=MOST, filters={"open": True})).rows
              if one.promised_on is not None and one.promised_on <= until]
    found += [HomeItem(one.name, _("Its term ends"), one.term_to, _tone(one.term_to < today), "consultation.body",
                       {"record_id": one.id}) for one in list_bodies(uow)
              if one.ended_on is None and one.term_to <= today + TERM_AHEAD]
    found += [HomeItem(one.title, _("Yearly review"), one.review_on, _tone(one.review_on < today), "consultation.covenant",
                       {"record_id": one.id}) for one in list_covenants(uow, in_force=True) if one.review_on <= until]
    return found


def _decisions(uow: UnitOfWork, until: date) -> list[HomeItem]:
    """Decisions of meetings that are due, each with what it is about: a dozen meetings decide the same words.

    What a confidential topic's meeting decided is told only to those who may see the topic.
    """
    today, found = uow.clock.today(), []
    for decision, number in list_open_decisions(uow, until):
        meeting = get_gathering(uow, number)
        if meeting.owner_kind == TOPIC and not _may_see(uow, meeting.owner_id):
            continue
        title = _("{task}: {matter}").format(task=decision.text, matter=meeting.title)
        found.append(HomeItem(title, decision.who, decision.due_on, _tone(bool(decision.due_on and decision.due_on < today)),
                              "consultation.meeting", {"record_id": number}))
    return found


def _may_see(uow: UnitOfWork, topic: int | None) -> bool:
    shown = select(Topic.id).join(Case, Case.id == Topic.case_id).where(Topic.id == topic, *visible_cases(uow))
    return uow.session.scalars(shown).first() is not None


def _tone(late: bool) -> Tone:
    return Tone.LATE if late else Tone.OPEN

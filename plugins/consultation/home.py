"""What is due in consultation, for the home page."""

from datetime import timedelta

from desk.api import HomeItem, Tone, translator
from desk.api.cases import list_due
from desk.api.db import UnitOfWork
from desk.api.meetings import list_hanging, list_open_decisions
from plugins.consultation.kinds import TOPIC

_ = translator("consultation")
AHEAD = timedelta(days=7)


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Deadlines of topics, postings that end, decisions of meetings that wait to be done."""
    today = uow.clock.today()
    until = today + AHEAD
    found = [HomeItem(one.title, _(one.clock), one.last_day, Tone.LATE if one.overdue else Tone.OPEN, "consultation.topic",
                      {"record_id": one.case_id}) for one in list_due(uow, until, kind=TOPIC)]
    for notice in list_hanging(uow):
        if notice.until is not None and notice.until <= until and notice.owner_kind == TOPIC:
            found.append(HomeItem(notice.title, _("Posting ends"), notice.until, Tone.WAITING, "consultation.topic",
                                  {"record_id": notice.owner_id}))
    found += [HomeItem(decision.text, decision.who, decision.due_on, Tone.OPEN, "consultation.minutes_form",
                       {"record_id": gathering}) for decision, gathering in list_open_decisions(uow, until)]
    return found

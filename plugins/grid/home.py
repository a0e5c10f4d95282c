"""What is due of grid events, for the home page: limits, answers to press notes, answers that came back, revisits."""

from datetime import date, timedelta

from sqlalchemy import select

from desk.api import HomeItem, NotFound, Tone, translator
from desk.api.cases import CaseRow, count_cases, get_case, list_due
from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from plugins.grid.kinds import DISPATCH, EVENT
from plugins.grid.models import Dispatch
from plugins.grid.queries import list_unanswered
from plugins.grid.service.handing import told
from plugins.grid.settings import setting

_ = translator("grid")
_MOST = 50


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """The next days and what is late, in that order of kinds."""
    today = uow.clock.today()
    until = today + timedelta(days=int(setting(uow, "press_ahead")))
    items = [_item(today, row.title, f"{_(row.clock)} {row.number}", row.last_day, row.case_id)
             for row in list_due(uow, until, kind=EVENT)]
    for one in list_unanswered(uow, until):
        case = _case(uow, one.event_id)
        if case is not None:
            items.append(_item(today, _("Answer to the press note"), f"{one.unit} {case.number}", one.until, one.event_id))
    return [*items, *_answered(uow, today), *_waiting(uow, today)]


def _answered(uow: UnitOfWork, today: date) -> list[HomeItem]:
    """Hand-overs whose answer is back: the event may be closed."""
    rows = uow.session.scalars(select(Dispatch).where(Dispatch.outcome == "", Dispatch.way != "unit").order_by(Dispatch.id))
    found = []
    for row in rows:
        answer = told(uow, row)
        case = _case(uow, row.event_id) if answer is not None and answer.done else None
        if case is not None:
            found.append(_item(today, case.title, _("The answer is back: close the event"), today, row.event_id))
    return found[:_MOST]


def _waiting(uow: UnitOfWork, today: date) -> list[HomeItem]:
    """How many wait to be sorted out, for who dispatches, and how many to be revisited."""
    parts = [("done", _("{count} grid events wait for a revisit"))]
    if uow.actor.may(DISPATCH):
        parts.insert(0, ("reported", _("{count} grid events wait to be sorted out")))
    found = []
    for state, words in parts:
        count = count_cases(uow, PageRequest(filters={"state": state}), kind=EVENT)
        if count:
            found.append(HomeItem(words.format(count=count), "", today, Tone.WAITING, "grid.events",
                                  {"filters": {"state": state}}))
    return found


def _case(uow: UnitOfWork, event_id: int) -> CaseRow | None:
    """The event's matter, None for one of an area that is not hers."""
    try:
        return get_case(uow, event_id)
    except NotFound:
        return None


def _item(today: date, title: str, detail: str, due: date | None, event_id: int) -> HomeItem:
    late = due is not None and due < today
    return HomeItem(title, detail.strip(), due, Tone.LATE if late else Tone.OPEN, EVENT, {"record_id": event_id})

"""What an event still lacks before it can be filed (闭环): settled, answered, revisited."""

from desk.api import translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork
from desk.api.pages import Missing
from plugins.grid.kinds import LOOP
from plugins.grid.service.dispatching import current
from plugins.grid.service.events import seen_event
from plugins.grid.service.handing import told
from plugins.grid.settings import setting

_ = translator("grid")


def list_missing(uow: UnitOfWork, case_id: int) -> list[Missing]:
    """Sentences for the lamp that is lit, each leading where it is put right."""
    row, here = seen_event(uow, case_id), {"record_id": case_id}
    state = visible_case(uow, case_id).state
    if state == "reported":
        return [Missing(_("Decide who handles it, or settle it at once."), "grid.dispatch_form", here, source=LOOP)]
    if state == "handed":
        answer = told(uow, current(uow, case_id))
        return [] if answer and answer.done else [Missing(_("The answer is not back yet."), source=LOOP)]
    if state == "done" and not (row.spot and not setting(uow, "revisit_spot")):
        return [Missing(_("Revisit whoever reported it, or look at the place."), "grid.revisit_form", here, source=LOOP)]
    return []

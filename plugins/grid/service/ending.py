"""The end of the way: settled, revisited and rated, filed, opened again."""

from desk.api import UserError, clean, clean_note, hall_time, refuse_marked, translator
from desk.api.calendar import Period
from desk.api.cases import get_case, move_case, set_clock
from desk.api.db import UnitOfWork, verb
from desk.api.people import mask_phone
from desk.api.visits import VisitDraft, record_visit
from plugins.grid.drafts import FinishDraft, ReasonDraft, RevisitDraft
from plugins.grid.event_kinds import kind_of
from plugins.grid.kinds import CLOCK, DISPATCH, EVENT, RATINGS, READ, REVISIT, VISIT_WAYS, WRITE
from plugins.grid.models import Event
from plugins.grid.presets import SOURCE
from plugins.grid.purposes import SOLVED, UNSOLVED
from plugins.grid.service.dispatching import answered, current
from plugins.grid.service.events import end, seen_event
from plugins.grid.service.handing import told

_ = translator("grid")


@verb("grid.finish_event", permission=WRITE)
def finish_event(uow: UnitOfWork, draft: FinishDraft) -> int:
    """Whoever had it in hand settled it; answers the event's id. What was handed over is settled once the answer is back."""
    row = seen_event(uow, draft.event_id)
    sent = current(uow, row.id)
    if sent is not None and sent.way != "unit":
        answer = told(uow, sent)
        if answer is None or not answer.done:
            raise UserError(_("The answer of {unit} is not back yet.").format(unit=sent.unit),
                            todo=_("It appears here when the matter ends there; one on paper is entered first."))
        if not sent.replied_on:
            answered(sent, answer.text, "settled", answer.on)
    end(uow, row, draft, "finish")
    if sent is not None:
        sent.outcome = "done"
    uow.trace("grid.finish_event", EVENT, row.id, outcome=draft.outcome)
    return int(row.id)


@verb("grid.revisit_event", permission=WRITE)
def revisit_event(uow: UnitOfWork, draft: RevisitDraft) -> int:
    """Ask whoever reported it, or look at the place: a rating, or it is not solved and opens again; answers the event's id."""
    row = seen_event(uow, draft.event_id)
    at, words = draft.at or uow.clock.now(), clean_note(draft.words)
    marks = {}
    if draft.rating not in dict(RATINGS):
        marks["rating"] = _("Choose how content they are.")
    if draft.way not in dict(VISIT_WAYS):
        marks["way"] = _("Choose how.")
    if not words and (not draft.solved or draft.rating == "poor"):
        marks["words"] = _("Write down what was said.")
    if row.done_at and hall_time(at).date() < hall_time(row.done_at).date():
        marks["at"] = _("This lies before it was settled.")
    refuse_marked(marks)
    case = get_case(uow, row.case_id)
    record_visit(uow, VisitDraft(
        REVISIT, at, way=draft.way, area_id=case.area_id, place=row.place or case.title, met=clean(draft.met, limit=120),
        findings=(SOLVED if draft.solved else UNSOLVED,), words=words, solved=draft.solved, owner_kind=EVENT, owner_id=row.id))
    row.rating, row.revisited_on = draft.rating, hall_time(at).date()
    move_case(uow, row.case_id, "revisit", on=row.revisited_on)
    uow.trace("grid.revisit_event", EVENT, row.id, rating=draft.rating)
    if not draft.solved:
        reopen_event(uow, ReasonDraft(row.id, words, row.revisited_on))
    return int(row.id)


@verb("grid.file_event", permission=DISPATCH)
def file_event(uow: UnitOfWork, event_id: int) -> int:
    """File the event and strike it off; refused while something is missing."""
    row = seen_event(uow, event_id)
    move_case(uow, row.case_id, "file")
    row.filed_on = uow.clock.today()
    uow.trace("grid.file_event", EVENT, row.id)
    return event_id


@verb("grid.reopen_event", permission=WRITE)
def reopen_event(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """It goes on: the same event is sorted out anew under its number, and its clock runs anew."""
    row = seen_event(uow, draft.event_id)
    move_case(uow, row.case_id, "reopen", draft.reason, draft.on)
    row.reopened += 1
    row.reopened_on = draft.on or uow.clock.today()
    row.done_at, row.done_by, row.outcome, row.result, row.spot = None, "", "", "", False
    row.rating, row.revisited_on, row.filed_on, row.limit_on, row.unit = "", None, None, None, ""
    kind = kind_of(uow, row.kind)
    set_clock(uow, row.case_id, CLOCK, _("Settle the event"), Period(kind.days, "day", SOURCE), row.reopened_on)
    uow.trace("grid.reopen_event", EVENT, row.id, reason=draft.reason)
    return int(row.id)


@verb("grid.reveal_phone", permission=READ)
def reveal_phone(uow: UnitOfWork, event_id: int, name: str) -> str:
    """The whole telephone of whoever reported it; the trail keeps who looked."""
    row = seen_event(uow, event_id)
    uow.trace("grid.reveal_phone", EVENT, event_id)
    return row.phone


def shown_phone(row: Event) -> str:
    """The telephone as a screen shows it."""
    return mask_phone(row.phone) if row.phone else ""

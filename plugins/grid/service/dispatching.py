"""Sorting out: dispatch an event to a unit, enter what comes back, press, put the limit off."""

from datetime import date, timedelta

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case, note, set_clock, visible_case
from desk.api.db import UnitOfWork, verb
from plugins.grid.drafts import DispatchDraft, FinishDraft, PressDraft, PressReplyDraft, PutOffDraft, ReplyDraft
from plugins.grid.kinds import CLOCK, DISPATCH, DISPATCHED, ELSEWHERE, EVENT, LEVELS, PRESSED, WRITE
from plugins.grid.models import Dispatch, Event, Press
from plugins.grid.service.events import end, last_day, seen_event, unsettled
from plugins.grid.settings import setting

_ = translator("grid")
REPLIES = ("settled", "progress", "returned")


@verb("grid.dispatch", permission=DISPATCH)
def dispatch_event(uow: UnitOfWork, draft: DispatchDraft) -> int:
    """Send the event to a unit by a sheet; answers the event's id. Sent again, the dispatch before ends there."""
    row = unsettled(uow, draft.event_id)
    marks = {}
    if not draft.unit.strip():
        marks["unit"] = _("Say who handles it.")
    if draft.level and draft.level not in dict(LEVELS):
        marks["level"] = _("Choose the level.")
    if draft.until and draft.until < uow.clock.today():
        marks["until"] = _("This day is past.")
    refuse_marked(marks)
    move_case(uow, row.case_id, "dispatch", on=draft.on)
    send(uow, row, Dispatch(way="unit", unit=clean(draft.unit, limit=120), joined=clean(draft.joined, limit=200),
                            task=clean_note(draft.task), sent_on=draft.on or uow.clock.today(), until=draft.until))
    row.level = draft.level or row.level
    if draft.until and draft.until != last_day(uow, row):
        set_clock(uow, row.case_id, CLOCK, _("Settle the event"), draft.until)
    return int(row.id)


def send(uow: UnitOfWork, row: Event, sent: Dispatch) -> Dispatch:
    """Keep where the event went; whoever had it before has it no more."""
    before = current(uow, row.id)
    if before is not None:
        before.outcome = "again"
    sent.event_id, sent.outcome, sent.reply = row.id, "", ""
    uow.add(sent)
    row.unit = sent.unit
    uow.touch(EVENT, row.id)
    uow.trace("grid.dispatch", DISPATCHED, sent.id, unit=sent.unit, way=sent.way)
    return sent


def current(uow: UnitOfWork, event_id: int) -> Dispatch | None:
    """Where the event is now, None when nobody else has it."""
    return uow.session.scalars(select(Dispatch).where(Dispatch.event_id == event_id, Dispatch.outcome == "").order_by(
        Dispatch.id.desc())).first()


@verb("grid.take_reply", permission=WRITE)
def take_reply(uow: UnitOfWork, draft: ReplyDraft) -> int:
    """Enter what came back on the sheet or the slip: settled, still in hand, or not theirs; answers the event's id."""
    row = seen_event(uow, draft.event_id)
    sent = current(uow, row.id)
    if sent is None or visible_case(uow, row.case_id).state not in ELSEWHERE:
        raise UserError(_("Nobody else has this event in hand."))
    marks = {}
    if draft.outcome not in REPLIES:
        marks["outcome"] = _("Choose what the answer says.")
    if not draft.reply.strip():
        marks["reply"] = _("Write down the answer.")
    if draft.on and not sent.sent_on <= draft.on <= uow.clock.today():
        marks["on"] = _("Enter a day between the dispatch and today.")
    refuse_marked(marks)
    day = draft.on or uow.clock.today()
    if draft.outcome == "progress":
        note(uow, row.case_id, draft.reply, on=day)
    else:
        answered(sent, draft.reply, draft.outcome, day)
    if draft.outcome == "returned":
        move_case(uow, row.case_id, "return", draft.reply, day)
        row.unit = ""
    elif draft.outcome == "settled" and sent.way == "unit":
        end(uow, row, FinishDraft(row.id, "settled", draft.reply), "finish")
    uow.touch(EVENT, row.id)
    uow.trace("grid.take_reply", DISPATCHED, sent.id, outcome=draft.outcome)
    return int(row.id)


def answered(sent: Dispatch, reply: str, outcome: str, day: date | None) -> None:
    """Keep the answer with the dispatch. What was handed over and settled there still waits for the close here."""
    sent.reply, sent.replied_on = clean_note(reply), day
    if outcome == "returned" or sent.way == "unit":
        sent.outcome = "done" if outcome == "settled" else "returned"


@verb("grid.press", permission=DISPATCH)
def press_event(uow: UnitOfWork, draft: PressDraft) -> int:
    """Press whoever has the event in hand, by a note; answers the event's id."""
    row = seen_event(uow, draft.event_id)
    sent = current(uow, row.id)
    if sent is None:
        raise UserError(_("Nobody else has this event in hand."), todo=_("Dispatch it first."))
    day = draft.on or uow.clock.today()
    marks = {}
    if not draft.text.strip():
        marks["text"] = _("Say what is asked for.")
    if draft.until and draft.until < day:
        marks["until"] = _("This day is past.")
    refuse_marked(marks)
    if visible_case(uow, row.case_id).state != "handed":  # what another module has in hand stays there
        move_case(uow, row.case_id, "press", on=day)
    made = uow.add(Press(event_id=row.id, unit=sent.unit, text=clean_note(draft.text), on_date=day,
                         until=draft.until or day + timedelta(days=int(setting(uow, "press_days")))))
    uow.touch(EVENT, row.id)
    uow.trace("grid.press", PRESSED, made.id, unit=sent.unit)
    return int(row.id)


@verb("grid.answer_press", permission=WRITE)
def answer_press(uow: UnitOfWork, draft: PressReplyDraft) -> int:
    """Enter the answer to a press note; answers the event's id."""
    made = uow.get(Press, draft.press_id)
    seen_event(uow, made.event_id)
    marks = {}
    if not draft.reply.strip():
        marks["reply"] = _("Write down the answer.")
    if draft.on and not made.on_date <= draft.on <= uow.clock.today():
        marks["on"] = _("Enter a day between the note and today.")
    refuse_marked(marks)
    made.reply, made.replied_on = clean_note(draft.reply), draft.on or uow.clock.today()
    uow.touch(EVENT, made.event_id)
    uow.trace("grid.answer_press", PRESSED, made.id)
    return int(made.event_id)


@verb("grid.put_off", permission=DISPATCH)
def put_off(uow: UnitOfWork, draft: PutOffDraft) -> int:
    """A later last day, with the reason; answers the event's id."""
    row = unsettled(uow, draft.event_id)
    marks = {}
    if draft.until is None or draft.until < uow.clock.today():
        marks["until"] = _("Enter a day that is still to come.")
    if not draft.reason.strip():
        marks["reason"] = _("Say why.")
    refuse_marked(marks)
    set_clock(uow, row.case_id, CLOCK, _("Settle the event"), draft.until)
    note(uow, row.case_id, _("The limit was put off to {day}: {reason}").format(day=draft.until, reason=draft.reason.strip()))
    sent = current(uow, row.id)
    if sent is not None:
        sent.until = draft.until
    uow.trace("grid.put_off", EVENT, row.id, until=str(draft.until))
    return int(row.id)

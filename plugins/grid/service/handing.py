"""Events that are another's: with one click to a module that is on, by a slip where none is; the answer comes back here."""

from desk.api import Answer, Handed, UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import answer_of, find_taker, get_case, hand_over, link_case, list_takers, move_case
from desk.api.db import UnitOfWork, verb
from plugins.grid.drafts import HandDraft, SlipDraft
from plugins.grid.event_kinds import kind_of
from plugins.grid.kinds import DISPATCH, EVENT
from plugins.grid.models import Dispatch, Event
from plugins.grid.service.dispatching import current, send
from plugins.grid.service.events import last_day, unsettled

_ = translator("grid")
HANDED = "移交"
"""Meaning of the link to what an event became elsewhere."""


def own_taker(uow: UnitOfWork, kind: str) -> str:
    """Id of the module's entrance that events of this kind go to with one click; "" when it is off or not open to one."""
    wanted = kind_of(uow, kind).taker
    return next((one.id for one in list_takers(uow) if one.id == wanted), "") if wanted else ""


@verb("grid.hand_at_once", permission=DISPATCH)
def hand_at_once(uow: UnitOfWork, event_id: int) -> int:
    """The one click: to the module its kind belongs to; answers the event's id."""
    row = unsettled(uow, event_id)
    taker = own_taker(uow, row.kind)
    if not taker:
        raise UserError(_("The module that takes such events is switched off, or not open to you."),
                        todo=_("Print the hand-over slip; the answer is entered here when it comes back."))
    return _hand(uow, row, taker, "")


@verb("grid.hand_event", permission=DISPATCH)
def hand_event(uow: UnitOfWork, draft: HandDraft) -> int:
    """To another module of one's choice, with a note; answers the event's id."""
    return _hand(uow, unsettled(uow, draft.event_id), draft.taker, clean_note(draft.note))


@verb("grid.hand_by_slip", permission=DISPATCH)
def hand_by_slip(uow: UnitOfWork, draft: SlipDraft) -> int:
    """To the centre on paper; answers the event's id. What comes back is entered with `take_reply`."""
    row = unsettled(uow, draft.event_id)
    day = draft.on or uow.clock.today()
    marks = {}
    if not draft.unit.strip():
        marks["unit"] = _("Say who takes it on.")
    if draft.until and draft.until < day:
        marks["until"] = _("This day is past.")
    refuse_marked(marks)
    move_case(uow, row.case_id, "hand", on=draft.on)
    send(uow, row, Dispatch(way="slip", unit=clean(draft.unit, limit=120), task=clean_note(draft.task), sent_on=day,
                            until=draft.until))
    return int(row.id)


def told(uow: UnitOfWork, sent: Dispatch | None) -> Answer | None:
    """How a hand-over stands at the other end: told by the module while it is on, else as it came back on paper; None for a
    dispatch to a unit and while nothing is known.
    """
    if sent is None or sent.way == "unit":
        return None
    if sent.way == "module" and sent.taker_id is not None:
        found = answer_of(uow, sent.taker_kind, sent.taker_id)
        if found is not None and (found.done or not sent.replied_on):
            return found
    if sent.replied_on:
        return Answer(_("Answered on paper"), True, sent.reply, on=sent.replied_on)
    return None


def taker_paper(sent: Dispatch) -> str:
    """Who has it, as slips call it."""
    found = find_taker(sent.taker_kind) if sent.taker_kind else None
    return found.paper if found else sent.unit


def answer_now(uow: UnitOfWork, event_id: int) -> Answer | None:
    """How the event's present hand-over stands."""
    return told(uow, current(uow, event_id))


def _hand(uow: UnitOfWork, row: Event, taker_id: str, note: str) -> int:
    case, until = get_case(uow, row.case_id), last_day(uow, row)
    kind, made = hand_over(uow, taker_id, Handed(
        case.title, row.summary, row.parties, place=row.place, area_id=case.area_id, raised_on=row.found_on, source_kind=EVENT,
        source_id=row.id, note=note, origin="grid", number=case.number, by=row.worker or uow.actor.name,
        until=until))
    move_case(uow, row.case_id, "hand")
    link_case(uow, row.case_id, kind, made, HANDED)
    taker = find_taker(kind)
    send(uow, row, Dispatch(way="module", unit=clean(taker.paper if taker else taker_id, limit=120), task=note,
                            sent_on=uow.clock.today(), until=until, taker_kind=kind, taker_id=made))
    return int(row.id)

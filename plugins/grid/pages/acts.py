"""What can be done with an event in its state: the one main thing first, then the others."""

from typing import Any

from desk.api import translator
from desk.api.cases import CaseRow, find_taker, list_takers
from desk.api.db import UnitOfWork
from desk.api.pages import NextAct
from plugins.grid.event_kinds import kind_of
from plugins.grid.kinds import AFTER, BEFORE, DISPATCH, EVENT, UNSETTLED, WRITE
from plugins.grid.models import Event
from plugins.grid.queries import list_dispatches, list_presses
from plugins.grid.service.dispatching import current
from plugins.grid.service.handing import own_taker, told

_ = translator("grid")
DOING = "plugins.grid.pages.doing"


def acts_of(uow: UnitOfWork, row: Event, case: CaseRow) -> list[NextAct]:
    """Only what the one who looks may do."""
    may_write, may_send = uow.actor.may(WRITE), uow.actor.may(DISPATCH)
    found: list[NextAct] = []
    if case.state in ("reported", "handling", "pressed"):
        found += _sorting(uow, row, case.state) if may_send else []
    if case.state == "reported" and may_write:
        found.append(_act(_("Settle it by our own power"), "settle_form", row, main=not found))
    if case.state in ("handling", "pressed", "handed") and may_write:
        found += _coming_back(uow, row, may_send)
    if case.state == "done" and may_write:
        found.append(_act(_("Revisit"), "revisit_form", row, main=True))
    if case.state in ("done", "revisited") and may_send:
        found.append(NextAct(_("File and strike off"), run=f"{DOING}:file", main=case.state == "revisited"))
    if case.state in ("done", "revisited", "filed") and may_write:
        found.append(_act(_("Open it again"), "reopen_form", row))
    return [*found, *_there(uow, row), *(_photos(row, case) if may_write else ())]


def _act(title: str, form: str, row: Event, *, main: bool = False) -> NextAct:
    return NextAct(title, f"grid.{form}", {"record_id": row.id}, main=main)


def _sorting(uow: UnitOfWork, row: Event, state: str) -> list[NextAct]:
    """Of an event that a module takes: the one click while it is on, else the slip; then the dispatch, then other modules."""
    wanted, taker = kind_of(uow, row.kind).taker, own_taker(uow, row.kind)
    fresh = state == "reported"
    found = []
    if taker:
        found.append(NextAct(_("Hand to the mediation room") if wanted == "mediation.hazard" else _("Hand over"),
                             run=f"{DOING}:hand", main=fresh))
    elif wanted:
        found.append(_act(_("Hand over by a slip"), "slip_form", row, main=fresh))
    found.append(_act(_("Dispatch") if fresh else _("Dispatch elsewhere"), "dispatch_form", row, main=fresh and not wanted))
    if any(one.id != taker for one in list_takers(uow)):
        found.append(_act(_("Hand to another module"), "hand_form", row))
    if taker or not wanted:
        found.append(_act(_("Hand over by a slip"), "slip_form", row))
    return found


def _coming_back(uow: UnitOfWork, row: Event, may_send: bool) -> list[NextAct]:
    sent = current(uow, row.id)
    answer = told(uow, sent)
    done = answer is not None and answer.done
    waits = sent is not None and (sent.way != "module" or answer is None)
    found = []
    if waits and not done:
        found.append(_act(_("Enter the answer"), "reply_form", row, main=True))
    if sent is None or sent.way == "unit" or done:
        found.append(_act(_("Close the event"), "finish_form", row, main=done))
        if done:
            found.append(_act(_("Came back unsettled"), "reply_form", row))
    else:
        found.append(NextAct(_("Close the event"), "grid.finish_form", {"record_id": row.id}, enabled=False,
                             why_not=_("The answer of {unit} is not back yet.").format(unit=sent.unit)))
    found += [NextAct(_("Enter the answer to the press note"), "grid.press_reply_form", {"record_id": one.id})
              for one in list_presses(uow, row.id) if one.replied_on is None]
    if may_send:
        found += [_act(_("Press for it"), "press_form", row), _act(_("Put the limit off"), "put_off_form", row)]
    return found


def _there(uow: UnitOfWork, row: Event) -> list[NextAct]:
    """The way to what the event became in another module, for who may go there."""
    for sent in reversed(list_dispatches(uow, row.id)):
        taker = find_taker(sent.taker_kind) if sent.taker_kind else None
        if taker and uow.actor.may(taker.permission):
            return [NextAct(_("Open the record there"), taker.entry, {"record_id": sent.taker_id})]
    return []


def _photos(row: Event, case: CaseRow) -> list[NextAct]:
    """Photos are called before or after, so that the sheet tells them apart."""
    def of(title: str, label: str) -> NextAct:
        args: dict[str, Any] = {"owner_kind": EVENT, "owner_id": row.id, "title": case.title, "label": label}
        return NextAct(title, "files.of", args)

    after = () if case.state == "filed" else (of(_("Photos: after"), AFTER),)
    return [*((of(_("Photos: before"), BEFORE),) if case.state in UNSETTLED else ()), *after]

"""Verbs of matters: open, change, hand over, note, give a number. Each kind names the permission itself."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.core.cases.access import changeable_case, changed
from desk.core.cases.clocks import start_limits
from desk.core.cases.drafts import CaseDraft
from desk.core.cases.entries import happened_on, write_entry
from desk.core.cases.events import CaseOpened
from desk.core.cases.kinds import CaseKind
from desk.core.cases.model import Case, CaseHandler
from desk.core.cases.parties import join
from desk.core.cases.registry import case_kinds
from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.numbers import give_number
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.places.model import Area
from desk.core.staff.model import StaffUser
from desk.core.text import clean, clean_note
from desk.core.text import code as clean_code

BY_KIND = "the kind of matter names the permission, which is required inside"


@verb("cases.open", open_because=BY_KIND)
def open_case(uow: UnitOfWork, kind: CaseKind | str, draft: CaseDraft) -> int:
    """Register a matter in its first state; answers its id. Clocks of that state start.

    A plugin's own row of the matter takes this id as its own: (kind, id) then names one record in changes, files, links,
    numbers and search.
    Who opens it and its handler may see it even when it is confidential. Raises UserError beside the field.
    """
    kind = case_kinds().get(kind) if isinstance(kind, str) else kind
    uow.require(kind.permission_write)
    values = _values(uow, draft)
    confidential = kind.confidential if draft.confidential is None else draft.confidential
    handler = _handler(uow, draft.handler_id) if draft.handler_id else uow.actor.user_id
    case = uow.add(Case(kind=kind.code, state=kind.first, opened_on=happened_on(uow, None, draft.opened_on, field="opened_on"),
                        confidential=confidential, handler_id=handler, **values))
    for user_id in {handler, uow.actor.user_id} - {None}:
        uow.add(CaseHandler(case_id=case.id, user_id=user_id))
    write_entry(uow, case, "open", to_state=kind.first, on=case.opened_on)
    for party in draft.parties:
        join(uow, case, party)
    start_limits(uow, case, kind, case.opened_on)
    changed(uow, case, "cases.open")
    uow.tell(CaseOpened(kind.code, case.id))
    return int(case.id)


@verb("cases.change", open_because=BY_KIND)
def change_case(uow: UnitOfWork, case_id: int, draft: CaseDraft, version: int | None = None) -> list[str]:
    """Change title, day, source, class, summary, area and confidentiality; answers the names of what changed.

    Handler and parties have verbs of their own; running clocks stay as they are. Raises Conflict when
    somebody saved since `version`.
    """
    case, _kind = changeable_case(uow, case_id)
    values: dict[str, Any] = _values(uow, draft)
    if draft.opened_on is not None:
        values["opened_on"] = happened_on(uow, None, draft.opened_on, field="opened_on")
    if draft.confidential is not None:
        values["confidential"] = draft.confidential
    fields = take_over(case, values, version)
    if fields:
        write_entry(uow, case, "change", what=",".join(fields))
        changed(uow, case, "cases.change", fields=fields)
    return fields


@verb("cases.assign", open_because=BY_KIND)
def assign(uow: UnitOfWork, case_id: int, user_id: int, reason: str = "") -> None:
    """Make `user_id` the handler; who handled it before may still see it."""
    case, _kind = changeable_case(uow, case_id)
    handler = _handler(uow, user_id)
    if case.handler_id == handler:
        return
    case.handler_id = handler
    _let_see(uow, case, handler)
    write_entry(uow, case, "assign", text=uow.get(StaffUser, handler).name, reason=clean_note(reason, field="reason"))
    changed(uow, case, "cases.assign", user=handler)


@verb("cases.let_see", open_because=BY_KIND)
def let_see(uow: UnitOfWork, case_id: int, user_id: int) -> None:
    """A confidential matter is visible to `user_id` from now on."""
    case, _kind = changeable_case(uow, case_id)
    _let_see(uow, case, _handler(uow, user_id))


@verb("cases.stop_seeing", open_because=BY_KIND)
def stop_seeing(uow: UnitOfWork, case_id: int, user_id: int) -> None:
    """`user_id` no longer sees the confidential matter; the handler herself stays."""
    case, _kind = changeable_case(uow, case_id)
    if case.handler_id == user_id:
        raise UserError(_("This is the handler of the matter."), todo=_("Hand the matter to a colleague first."))
    known = select(CaseHandler).where(CaseHandler.case_id == case_id, CaseHandler.user_id == user_id)
    for row in uow.session.scalars(known):
        uow.session.delete(row)
        changed(uow, case, "cases.stop_seeing", user=user_id)


@verb("cases.note", open_because=BY_KIND)
def note(uow: UnitOfWork, case_id: int, text: str, *, private: bool = False, on: date | None = None) -> None:
    """Write a line into the timeline; a private one never prints."""
    case, _kind = changeable_case(uow, case_id)
    text = clean_note(text, field="text")
    if not text:
        raise UserError(_("Write what happened."), field="text")
    write_entry(uow, case, "note", text=text, on=happened_on(uow, case, on), private=private)
    changed(uow, case, "cases.note")


@verb("cases.set_number", open_because=BY_KIND)
def set_number(uow: UnitOfWork, case_id: int, number: str) -> str:
    """Keep `number` as the matter's number, once. Raises UserError when it has another or another matter has this."""
    case, kind = changeable_case(uow, case_id)
    number = clean_code(number, limit=80, field="number") if number.isascii() else clean(number, limit=80, field="number")
    if not number:
        raise UserError(_("Enter the number."), field="number")
    if case.number == number:
        return number
    if case.number:
        raise UserError(_("This matter has the number {number} already.").format(number=case.number), field="number")
    if uow.session.scalars(select(Case).where(Case.kind == kind.code, Case.number == number)).first() is not None:
        raise UserError(_("Another matter has the number {number}.").format(number=number), field="number")
    case.number = number
    write_entry(uow, case, "number", text=number)
    changed(uow, case, "cases.set_number", number=number)
    return number


@verb("cases.give_number", open_because=BY_KIND)
def number_case(uow: UnitOfWork, case_id: int) -> str:
    """Give the matter the next number of its kind's series, unless it has one; answers the number."""
    case, kind = changeable_case(uow, case_id)
    return case.number or set_number(uow, case_id, give_number(uow, kind.series, kind.code, case_id))


def _let_see(uow: UnitOfWork, case: Case, user_id: int) -> None:
    known = select(CaseHandler).where(CaseHandler.case_id == case.id, CaseHandler.user_id == user_id)
    if uow.session.scalars(known).first() is None:
        uow.add(CaseHandler(case_id=case.id, user_id=user_id))
        changed(uow, case, "cases.let_see", user=user_id)


def _values(uow: UnitOfWork, draft: CaseDraft) -> dict[str, Any]:
    title = clean(draft.title, field="title")
    if not title:
        raise UserError(_("Enter a title."), field="title")
    if draft.area_id is not None:
        uow.get(Area, draft.area_id)
        uow.require_area(draft.area_id)
    return {"title": title, "source": clean(draft.source, limit=60, field="source"), "area_id": draft.area_id,
            "class_code": clean(draft.class_code, limit=40, field="class_code"),
            "summary": clean_note(draft.summary, field="summary")}


def _handler(uow: UnitOfWork, user_id: int) -> int:
    user = uow.get(StaffUser, user_id)
    if not user.active:
        raise UserError(_("The account of {name} is closed.").format(name=user.name), field="handler_id")
    return int(user.id)

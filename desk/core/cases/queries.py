"""Reads of matters; what one may not see is neither found nor counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from desk.core.audit.model import AuditEntry
from desk.core.cases.access import visible, visible_case
from desk.core.cases.model import Case, CaseClock, CaseEntry, CaseHandler, CaseParty
from desk.core.cases.registry import case_kinds
from desk.core.cases.rows import (
    CaseRow,
    ClockRow,
    DueRow,
    EntryRow,
    MoveRow,
    PartyRow,
    case_row,
    clock_row,
    entry_row,
)
from desk.core.cases.steps import Lamp, step_lamps
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.people.model import Person
from desk.core.staff.model import StaffUser

SORTS = {"opened": Case.opened_on, "due": Case.due_on, "title": Case.title, "state": Case.state, "updated": Case.updated_at}
"""Names a list of matters may be sorted by; "" is by day of registration, the newest first."""


def get_case(uow: UnitOfWork, case_id: int) -> CaseRow:
    """One matter, or NotFound when it is not there or may not be seen."""
    case = visible_case(uow, case_id)
    name = uow.session.scalar(select(StaffUser.name).where(StaffUser.id == case.handler_id)) if case.handler_id else ""
    return case_row(case, name, uow.clock.today())


def list_cases(uow: UnitOfWork, request: PageRequest, *, kind: str = "") -> Page[CaseRow]:
    """One page of matters. Filters: kind, state, open (bool), mine (bool), overdue (bool), class_code, area_id,
    handler_id, source, opened_from, opened_to; kind and state may be tuples. text: words in number, title, summary."""
    if not request.sort:
        request = replace(request, sort="opened", descending=not request.descending)
    statement = _with_handler().where(*conditions(uow, request, kind))
    rows, following = keyset_page(uow.session, statement, (SORTS[request.sort], Case.id), request)
    today = uow.clock.today()
    return Page([case_row(case, name, today) for case, name in rows], following)


def count_cases(uow: UnitOfWork, request: PageRequest, *, kind: str = "") -> int:
    """How many matters `list_cases` would show in all."""
    return uow.session.scalar(select(func.count(Case.id)).where(*conditions(uow, request, kind))) or 0


def count_by_state(uow: UnitOfWork, kind: str) -> dict[str, int]:
    """State → number of matters of a kind; states without any are left out."""
    found = uow.session.execute(select(Case.state, func.count(Case.id)).where(Case.kind == kind, *visible(uow))
                                .group_by(Case.state))
    return {state: count for state, count in found}


def list_due(uow: UnitOfWork, until: date, *, mine: bool = False, kind: str = "") -> list[DueRow]:
    """Running deadlines whose unmoved day is not after `until`, overdue ones among them, the most urgent first."""
    statement = (select(CaseClock, Case, StaffUser.name).join(Case, Case.id == CaseClock.case_id)
                 .outerjoin(StaffUser, StaffUser.id == Case.handler_id)
                 .where(CaseClock.stopped_on.is_(None), CaseClock.paused_on.is_(None), CaseClock.unmoved_on <= until,
                        *visible(uow)).order_by(CaseClock.due_on, CaseClock.id))
    if mine:
        statement = statement.where(Case.handler_id == uow.actor.user_id)
    if kind:
        statement = statement.where(Case.kind == kind)
    today = uow.clock.today()
    return [DueRow(case.id, case.kind, case.number or "", case.title, clock.title, clock.due_on, clock.unmoved_on,
                   (clock.due_on - today).days, case.handler_id, name or "", case.confidential)
            for clock, case, name in uow.session.execute(statement)]


def list_timeline(uow: UnitOfWork, case_id: int, *, printable: bool = False) -> list[EntryRow]:
    """The matter's timeline, oldest first; `printable` leaves private lines out and must be used for every paper."""
    case = visible_case(uow, case_id)
    statement = select(CaseEntry).where(CaseEntry.case_id == case_id).order_by(CaseEntry.id)
    if printable:
        statement = statement.where(CaseEntry.private.is_(False))
    kind = case_kinds().find(case.kind)
    return [entry_row(entry, kind) for entry in uow.session.scalars(statement)]


def list_moves(uow: UnitOfWork, kind: str, to_states: Sequence[str], until: date) -> list[MoveRow]:
    """Every move of matters of a kind into one of the states up to a day, the oldest first; for figures only.

    Confidential matters are among them: numbers count what one may not see, lists must leave it out.
    """
    statement = (select(CaseEntry.case_id, CaseEntry.to_state, CaseEntry.on_date).join(Case, Case.id == CaseEntry.case_id)
                 .where(Case.kind == kind, CaseEntry.to_state.in_(to_states), CaseEntry.on_date <= until)
                 .order_by(CaseEntry.on_date, CaseEntry.id))
    return [MoveRow(case_id, state, day) for case_id, state, day in uow.session.execute(statement)]


def list_clocks(uow: UnitOfWork, case_id: int) -> list[ClockRow]:
    """All deadlines of a matter, stopped ones too, in the order they were started."""
    visible_case(uow, case_id)
    found = uow.session.scalars(select(CaseClock).where(CaseClock.case_id == case_id).order_by(CaseClock.id))
    return [clock_row(clock, uow.clock.today()) for clock in found]


def list_parties(uow: UnitOfWork, case_id: int) -> list[PartyRow]:
    """Registered people and organisations of a matter."""
    visible_case(uow, case_id)
    statement = (select(CaseParty, Person.name, Organisation.name).outerjoin(Person, Person.id == CaseParty.person_id)
                 .outerjoin(Organisation, Organisation.id == CaseParty.organisation_id)
                 .where(CaseParty.case_id == case_id).order_by(CaseParty.id))
    return [PartyRow(party.id, party.role, party.person_id, party.organisation_id, person or organisation or "")
            for party, person, organisation in uow.session.execute(statement)]


def list_viewers(uow: UnitOfWork, case_id: int) -> list[tuple[int, str]]:
    """(user id, name) of who may see a confidential matter by name, by name."""
    visible_case(uow, case_id)
    statement = (select(StaffUser.id, StaffUser.name).join(CaseHandler, CaseHandler.user_id == StaffUser.id)
                 .where(CaseHandler.case_id == case_id).order_by(StaffUser.name))
    return [(user_id, name) for user_id, name in uow.session.execute(statement)]


def list_readers(uow: UnitOfWork, case_id: int, most: int = 20) -> list[tuple[str, datetime]]:
    """(name, moment) of who read a confidential matter, the newest first; for who may see all matters of its kind."""
    case = visible_case(uow, case_id)
    kind = case_kinds().get(case.kind)
    uow.require(kind.permission_confidential or kind.permission_write)
    found = uow.session.execute(select(AuditEntry.actor, AuditEntry.at).where(
        AuditEntry.action == "cases.read", AuditEntry.kind == case.kind, AuditEntry.record_id == case_id)
        .order_by(AuditEntry.seq.desc()).limit(most))
    return [(actor, at) for actor, at in found]


def list_cases_of_person(uow: UnitOfWork, person_id: int) -> list[tuple[CaseRow, str]]:
    """(matter, role) of a person in all kinds, the newest first."""
    return _of_party(uow, CaseParty.person_id == person_id)


def list_cases_of_organisation(uow: UnitOfWork, organisation_id: int) -> list[tuple[CaseRow, str]]:
    """(matter, role) of an organisation in all kinds, the newest first."""
    return _of_party(uow, CaseParty.organisation_id == organisation_id)


def get_lamps(uow: UnitOfWork, case_id: int) -> tuple[Lamp, ...]:
    """The matter's step bar, with what is missing now on the lamp that is lit; empty while its plugin is off."""
    case = visible_case(uow, case_id)
    kind = case_kinds().find(case.kind)
    if kind is None:
        return ()
    return step_lamps(kind, case.state, tuple(one.sentence for one in list_missing(uow, case_id)))


def list_missing(uow: UnitOfWork, case_id: int) -> list[Any]:
    """What the kind says is missing now (objects with `sentence`)."""
    kind = case_kinds().find(visible_case(uow, case_id).kind)
    return list(kind.missing(uow, case_id)) if kind and kind.missing else []


def conditions(uow: UnitOfWork, request: PageRequest, kind: str = "") -> list[ColumnElement[bool]]:
    """What the filters and the text of a request mean; unknown filters are a bug of the list."""
    found = [*visible(uow), *([Case.kind == kind] if kind else [])]
    for name, value in request.filters.items():
        if value not in (None, "", ()):
            found.append(_condition(uow, name, value))
    for word in request.text.split():
        found.append(or_(Case.title.contains(word, autoescape=True), Case.summary.contains(word, autoescape=True),
                         Case.number.contains(word, autoescape=True)))
    return found


def _condition(uow: UnitOfWork, name: str, value: Any) -> ColumnElement[bool]:
    if name == "open":
        return Case.closed_on.is_(None) if value else Case.closed_on.is_not(None)
    if name == "mine":
        return Case.handler_id == uow.actor.user_id if value else Case.id.is_not(None)
    if name == "overdue":
        late = Case.due_on < uow.clock.today()
        return late if value else ~late
    if name == "opened_from":
        return Case.opened_on >= value
    if name == "opened_to":
        return Case.opened_on <= value
    column = {"kind": Case.kind, "state": Case.state, "class_code": Case.class_code, "area_id": Case.area_id,
              "handler_id": Case.handler_id, "source": Case.source}[name]
    many = isinstance(value, Sequence | set | frozenset) and not isinstance(value, str)
    return column.in_(value) if many else column == value


def _with_handler() -> Any:
    return select(Case, StaffUser.name).outerjoin(StaffUser, StaffUser.id == Case.handler_id)


def _of_party(uow: UnitOfWork, whose: ColumnElement[bool]) -> list[tuple[CaseRow, str]]:
    statement = (select(Case, StaffUser.name, CaseParty.role).join(CaseParty, CaseParty.case_id == Case.id)
                 .outerjoin(StaffUser, StaffUser.id == Case.handler_id).where(whose, *visible(uow))
                 .order_by(Case.opened_on.desc(), Case.id.desc()))
    today = uow.clock.today()
    return [(case_row(case, name, today), role) for case, name, role in uow.session.execute(statement)]

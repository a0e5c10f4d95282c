"""The list of disputes."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, translator
from desk.api.cases import count_cases, list_cases
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, LampCell, ListSpec, Page, PageRequest, StateCell
from plugins.mediation.categories import category_title
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.queries import map_disputes

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in the list."""

    id: int
    number: str
    title: str
    category: str
    state: StateCell
    lamp: LampCell
    handler: str
    opened_on: date


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[DisputeRow]:
    """One page of disputes, newest first; those one may not see are neither shown nor counted."""
    page = list_cases(uow, request, kind=DISPUTE)
    ids = map_disputes(uow, [case.id for case in page.rows])
    return Page([DisputeRow(ids[case.id], case.number or "—", case.title, category_title(case.class_code),
                            StateCell(case.state_title, case.tone), LampCell(case.due_on, case.days_left), case.handler,
                            case.opened_on) for case in page.rows], page.next, page.total)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return count_cases(uow, request, kind=DISPUTE)


def sentence(uow: UnitOfWork) -> str:
    """本月 12 件,待受理 3 件,超期 1 件."""
    first = uow.clock.today().replace(day=1)
    month = count(uow, PageRequest(filters={"opened_from": first}))
    waiting = count(uow, PageRequest(filters={"state": "registered"}))
    late = count(uow, PageRequest(filters={"overdue": True, "open": True}))
    return _("{month} this month, {waiting} waiting to be accepted, {late} overdue").format(
        month=month, waiting=waiting, late=late)


DISPUTES = ListSpec(
    id="mediation.disputes", title=N_("Disputes"), record=DISPUTE, domain="mediation",
    columns=(Column("number", N_("Number"), 200), Column("title", N_("Parties and kind"), 0, sort="title"),
             Column("category", N_("Kind"), 120), Column("state", N_("State"), 110, "state", sort="state"),
             Column("lamp", N_("Deadline"), 190, "lamp", sort="due"), Column("handler", N_("Handler"), 90),
             Column("opened_on", N_("Registered on"), 110, "date", sort="opened")),
    fetch=fetch, count=count, sentence=sentence,
    chips=(Chip(N_("Open"), {"open": True}), Chip(N_("Mine"), {"mine": True, "open": True}),
           Chip(N_("Waiting to be accepted"), {"state": "registered"}), Chip(N_("Overdue"), {"overdue": True, "open": True})),
    opens="mediation.dispute", new="mediation.dispute_form", new_title=N_("Register a dispute"), new_permission=WRITE,
    search_hint=N_("Party, number, words of the summary"),
    empty=N_("No disputes yet. Register the first one when two people come to the counter."), default_sort="opened",
    descending=True)

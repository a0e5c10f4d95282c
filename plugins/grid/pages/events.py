"""The list of grid events."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.api import N_, translator
from desk.api.cases import count_cases, list_cases
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, Field, LampCell, ListSpec, Page, PageRequest, StateCell
from plugins.grid.event_kinds import list_kinds
from plugins.grid.kinds import EVENT, LEVELS, WRITE, word
from plugins.grid.models import Event
from plugins.grid.pages.choices import grids

_ = translator("grid")


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in the list; level in its official word; who: has it in hand."""

    id: int
    number: str
    title: str
    level: str
    who: str
    state: StateCell
    lamp: LampCell
    found_on: date


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[EventLine]:
    """One page, the newest first."""
    page = list_cases(uow, request, kind=EVENT)
    rows = {row.id: row for row in uow.session.scalars(select(Event).where(Event.id.in_([case.id for case in page.rows])))}
    return Page([EventLine(case.id, case.number, case.title, word(LEVELS, rows[case.id].level),
                           rows[case.id].unit or rows[case.id].worker, StateCell(case.state_title, case.tone),
                           LampCell(case.due_on, case.days_left), case.opened_on) for case in page.rows],
                page.next, page.total)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return count_cases(uow, request, kind=EVENT)


def sentence(uow: UnitOfWork) -> str:
    """3 件待分流，5 件办理中，1 件超期，2 件待回访."""
    waiting, handled, late, done = (count(uow, PageRequest(filters=filters)) for filters in (
        {"state": "reported"}, {"state": ("handling", "pressed", "handed")}, {"overdue": True, "open": True},
        {"state": "done"}))
    return _("{waiting} to be sorted out, {handled} in hand, {late} overdue, {done} to be revisited").format(
        waiting=waiting, handled=handled, late=late, done=done)


def _kinds(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [("", _("Every kind")), *((one.code, one.title) for one in list_kinds(uow, every=True))]


def _areas(uow: UnitOfWork) -> list[tuple[int | None, str]]:
    return [(None, _("Every grid")), *grids(uow)]


EVENTS = ListSpec(
    id="grid.events", title=N_("Grid events"), record=EVENT, domain="grid",
    columns=(Column("number", N_("Number"), 165), Column("title", N_("Place and kind"), 0, sort="title"),
             Column("level", N_("Level"), 95), Column("who", N_("Who has it in hand"), 170),
             Column("state", N_("State"), 150, "state", sort="state"), Column("lamp", N_("Limit"), 192, "lamp", sort="due"),
             Column("found_on", N_("Found on"), 105, "date", sort="opened")),
    fetch=fetch, count=count, sentence=sentence,
    chips=(Chip(N_("Not filed"), {"open": True}), Chip(N_("To be sorted out"), {"state": "reported"}),
           Chip(N_("Overdue"), {"overdue": True, "open": True}), Chip(N_("Pressed for"), {"state": "pressed"}),
           Chip(N_("Handed over"), {"state": "handed"}), Chip(N_("To be revisited"), {"state": "done"}),
           Chip(N_("Filed"), {"state": "filed"})),
    filters=(Field("class_code", N_("Kind"), "choice", choices=_kinds), Field("area_id", N_("Grid"), "choice", choices=_areas)),
    opens="grid.event", new="grid.event_form", new_title=N_("Report a grid event"), new_permission=WRITE,
    search_hint=N_("Place, number, words of the description"), default_sort="opened", descending=True,
    empty=N_("No event yet. Report the first one that a grid worker found on the round."))

"""The list of visits. No Qt but its filter page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.visits.purposes import purpose_title
from desk.core.visits.queries import VisitRow, count_visits, list_visits
from desk.core.visits.service import WRITE
from desk.host.pages import Chip, Column, Field, ListSpec, StateCell
from desk.shell.kit.filtered_page import FilteredPage
from desk.shell.visits.words import found_words, purpose_choices, state_cell


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in the list."""

    id: int
    day: date
    subject: str
    purpose: str
    found: str
    visitors: str
    area: str
    state: StateCell


def line_of(row: VisitRow) -> VisitLine:
    """A visit as lists show it."""
    return VisitLine(row.id, row.day, row.subject, purpose_title(row.purpose), found_words(row), "、".join(row.visitors),
                     row.area, state_cell(row))


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[VisitLine]:
    """One page, the latest first."""
    page = list_visits(uow, request)
    return Page([line_of(row) for row in page.rows], page.next, page.total)


def sentence(uow: UnitOfWork) -> str:
    """本月 35 次,待跟进 2 件."""
    first = uow.clock.today().replace(day=1)
    month = count_visits(uow, PageRequest(filters={"from": first, "to": uow.clock.today()}))
    follow = count_visits(uow, PageRequest(filters={"follow_up": True}))
    return _("{month} this month, {follow} to be followed up").format(month=month, follow=follow)


VISITS = ListSpec(
    id="visits.list", title=N_("Visits"), record="visit",
    columns=(Column("day", N_("Day"), 110, "date", sort="day"), Column("subject", N_("Who or where"), 0),
             Column("purpose", N_("Purpose of the visit"), 120, sort="purpose"), Column("found", N_("Found"), 190),
             Column("visitors", N_("Who went"), 140), Column("area", N_("In the area"), 150),
             Column("state", N_("State"), 120, "state", sort="state")),
    fetch=fetch, count=count_visits, sentence=sentence,
    chips=(Chip(N_("Mine"), {"mine": True}), Chip(N_("Planned"), {"state": "planned"}),
           Chip(N_("To be followed up"), {"follow_up": True}), Chip(N_("Something was found"), {"worrying": True})),
    opens="visits.card", new="visits.form", new_title=N_("Record a visit"), new_permission=WRITE,
    search_hint=N_("Name, place, words"), default_sort="day", descending=True,
    empty=N_("No visits yet. Record the first one, or plan the round of the month under Recurring schedules."))

FIELDS = (Field("purpose", N_("Purpose of the visit"), "choice", choices=purpose_choices, width=180),
          Field("from", N_("From"), "date"), Field("to", N_("To"), "date"))


def visits_page(ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "") -> QWidget:
    """The list with its filters by purpose and day."""
    return FilteredPage(ctx, VISITS, FIELDS, filters=filters, text=text)

"""The list of organisations, searched as the box searches: pinyin, initials, codes, telephones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.queries import OrganisationRow
from desk.core.organisations.service import CHANGE
from desk.core.registers.unit_papers import CONTACTS, LIST
from desk.core.search.organisations_list import count_organisations_found, list_organisations_found
from desk.core.visits.units import last_visits
from desk.host.pages import Chip, Column, Field, ListSpec, StateCell
from desk.shell.kit.filtered_page import FilteredPage


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in the list."""

    id: int
    name: str
    kind: str
    area: str
    contact: str
    phone: str
    uscc: str
    visited: date | None
    state: StateCell


def state_of(row: OrganisationRow) -> StateCell:
    """Closed, something odd about its code, or in order."""
    if row.closed_on is not None:
        return StateCell(_("Closed down"), Tone.MUTED)
    return StateCell(_("Code doubtful"), Tone.WAITING) if row.uscc_reason else StateCell(_("In the register"), Tone.DONE)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[OrganisationLine]:
    """One page."""
    page = list_organisations_found(uow, request)
    seen = last_visits(uow, [row.id for row in page.rows])
    return Page([_line(row, seen.get(row.id)) for row in page.rows], page.next, page.total)


def _line(row: OrganisationRow, visited: date | None) -> OrganisationLine:
    return OrganisationLine(row.id, row.name, _(ORGANISATION_KINDS.get(row.kind, row.kind)), row.area, row.contact, row.phone,
                            row.uscc, visited, state_of(row))


UNSEEN = 182
"""Days without a visit after which a unit's record is to be verified again; the number is ours."""
KINDS = tuple(ORGANISATION_KINDS.items())
ORGANISATIONS = ListSpec(
    id="organisations.list", title=N_("Organisations"), record="organisation",
    columns=(Column("name", N_("Called"), 0, sort="name"), Column("kind", N_("Kind of organisation"), 130, sort="kind"),
             Column("area", N_("In the area"), 120), Column("contact", N_("Contact"), 90), Column("phone", N_("Phone"), 130),
             Column("uscc", N_("Credit code"), 180), Column("visited", N_("Last visited"), 110, "date"),
             Column("state", N_("State"), 120, "state")),
    fetch=fetch, count=count_organisations_found,
    chips=(Chip(N_("Property companies"), {"kind": "property"}),
           Chip(N_("Enterprises and shops"), {"kind": ("enterprise", "shop")}),
           Chip(N_("Without a party organisation"), {"party": False}),
           Chip(N_("No visit for half a year"), {"unseen_days": UNSEEN}), Chip(N_("Closed down"), {"closed": True})),
    paper=(LIST, CONTACTS),
    opens="organisations.card", new="organisations.form", new_title=N_("Register an organisation"), new_permission=CHANGE,
    search_hint=N_("Name, pinyin, credit code, telephone"),
    empty=N_("No organisations yet. Register the property company and the schools first; disputes and visits refer to them."),
    default_sort="name")

FIELDS = (Field("kind", N_("Kind of organisation"), "choice", choices=KINDS, width=180),)


def organisations_page(ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "") -> QWidget:
    """The list with its filter by kind."""
    return FilteredPage(ctx, ORGANISATIONS, FIELDS, filters=filters, text=text)

"""Households: the list, and the form of one. No Qt."""

from dataclasses import dataclass
from typing import Any

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.people.drafts import HouseholdDraft
from desk.core.people.household_queries import count_households, get_household, list_households
from desk.core.people.rights import WRITE
from desk.host.pages import Chip, Column, Field, FormSpec, ListSpec, Section
from desk.shell.people import words
from desk.shell.people.saving import HouseholdSaving, save_household


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """A household as the list shows one."""

    id: int
    address: str
    code: str
    tenure: str
    contact: str
    members: int
    visited: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[HouseholdLine]:
    """One page of households."""
    page = list_households(uow, request)
    return Page([HouseholdLine(row.id, row.address, row.code, words.word("tenure", row.tenure) if row.tenure else "",
                               row.contact, row.members, row.visited_on or _("not yet")) for row in page.rows], page.next)


HOUSEHOLDS = ListSpec(
    id="people.households", title=N_("Households"), record="household",
    columns=(Column("address", N_("Address"), 0, sort="address"), Column("members", N_("People present"), 100, "number"),
             Column("tenure", N_("Tenure"), 100), Column("contact", N_("Contact"), 180),
             Column("code", N_("Household number"), 130), Column("visited", N_("Last visited"), 120, sort="visited")),
    fetch=fetch, count=count_households,
    chips=(Chip(N_("Rented"), {"tenure": "rented"}), Chip(N_("Owned"), {"tenure": "own"}),
           Chip(N_("Vacant"), {"tenure": "vacant"})),
    opens="people.household", new="people.household_form", new_title=N_("Open a file"), new_permission=WRITE,
    search_hint=N_("Part of the address, or the household number"),
    empty=N_("No households yet. They are opened along with residents: by an address in the form, or by a list that names "
             "each one's relation to the head."), export=False, default_sort="address")


def load(uow: UnitOfWork, household_id: int | None) -> dict[str, Any]:
    """Starting values."""
    if household_id is None:
        return {}
    card = get_household(uow, household_id)
    return {"household_id": card.id, "version": card.version, "address": card.address, "code": card.code,
            "area_id": card.area_id, "tenure": card.tenure, "contact": card.contact, "note": card.note}


def household_saving(values: dict[str, Any]) -> HouseholdSaving:
    """What is saved."""
    text = {name: values.get(name) or "" for name in ("address", "code", "tenure", "contact", "note")}
    return HouseholdSaving(HouseholdDraft(area_id=values.get("area_id"), **text), values.get("household_id"),
                           values.get("version") or 0)


HOUSEHOLD_FORM = FormSpec(
    id="people.household_form", title=N_("Household file"), save=save_household, load=load, make_draft=household_saving,
    after="people.household",
    sections=(Section("", (
        Field("address", N_("Address"), required=True, max_length=200, help=N_("Estate, building, unit, door.")),
        Field("code", N_("Household number"), width=200, max_length=40), Field("area_id", N_("Area"), "place"),
        Field("tenure", N_("Tenure"), "choice", choices=words.choices("tenure", but=("",)), width=180),
        Field("contact", N_("Contact"), max_length=120, help=N_("Landlord, neighbour with a key, property office.")),
        Field("note", N_("Note"), "lines", rows=3))),))

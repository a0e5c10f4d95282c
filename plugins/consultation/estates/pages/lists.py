"""The lists: estates with their committees, and the owners' register."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, LampCell, ListSpec, Page, PageRequest, StateCell
from desk.api.people import mask_name
from desk.api.settings import get_setting
from plugins.consultation.estates.areas import show_area
from plugins.consultation.estates.kinds import ESTATE, SOURCES, STATES, UNIT, WRITE
from plugins.consultation.estates.queries import (
    EstateRow,
    UnitRow,
    count_estates,
    count_units,
    list_ending,
    list_estates,
    list_units,
    party_share,
    set_up_rate,
)
from plugins.consultation.pictures import share

_ = translator("consultation")
TONES = {"preparing": Tone.WAITING, "elected": Tone.OPEN, "filed": Tone.DONE, "ended": Tone.MUTED}


@dataclass(frozen=True, slots=True)
class EstateLine:
    """An estate in the list."""

    id: int
    name: str
    firm: str
    units: int
    area: str
    committee: StateCell
    term: LampCell
    filed_on: date | None


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A part in the list; owners' names are masked."""

    id: int
    building: str
    label: str
    area: str
    source: str
    owners: str
    kind: str


def fetch_estates(uow: UnitOfWork, request: PageRequest) -> Page[EstateLine]:
    """One page by name."""
    page = list_estates(uow, request)
    return Page([_estate(one) for one in page.rows], page.next)


def fetch_units(uow: UnitOfWork, request: PageRequest) -> Page[UnitLine]:
    """One page by building and flat."""
    page = list_units(uow, request)
    return Page([_unit(one) for one in page.rows], page.next)


def sentence(uow: UnitOfWork) -> str:
    """How many managed estates have a committee that is filed, and how many terms end soon."""
    standing, managed = set_up_rate(uow)
    told = _("{standing} of {managed} managed estates have a committee ({rate}), {n} terms end soon").format(
        standing=standing, managed=managed, rate=share(standing, managed), n=len(list_ending(uow)))
    if not get_setting(uow, "consultation.party_share", False):
        return told
    party, members = party_share(uow)
    return told + " · " + _("party members {rate} of {n} members").format(rate=share(party, members), n=members)


def committee_cell(state: str) -> StateCell:
    """A committee's state as lists show it."""
    return StateCell(_(dict(STATES)[state]), TONES[state]) if state else StateCell(_("None"), Tone.MUTED)


def _estate(one: EstateRow) -> EstateLine:
    body = one.committee
    return EstateLine(one.id, one.name, one.firm or "—", one.units, show_area(one.area),
                      committee_cell(body.state if body else ""),
                      LampCell(body.term_end, body.days_left) if body and body.state == "filed" else LampCell(),
                      body.filed_on if body else None)


def _unit(one: UnitRow) -> UnitLine:
    owners = "、".join(mask_name(name) for name, _tail in one.owners)
    kind = _("Not sold") if one.unsold else _("Parking space") if one.parking else ""
    return UnitLine(one.id, one.building, one.label, show_area(one.area), _(dict(SOURCES)[one.area_source]), owners or "—",
                    kind)


ESTATES = ListSpec(
    id="consultation.estates", title=N_("Estates and owners' committees"), record=ESTATE, domain="consultation",
    columns=(Column("name", N_("Estate"), 0), Column("firm", N_("Property company"), 220),
             Column("units", N_("Parts"), 80, "number"),
             Column("area", N_("Area (m²)"), 120), Column("committee", N_("Owners' committee"), 150, "state"),
             Column("term", N_("Term ends"), 180, "lamp"), Column("filed_on", N_("Filed on"), 110, "date")),
    fetch=fetch_estates, count=count_estates, sentence=sentence,
    chips=(Chip(N_("With a committee"), {"committee": "standing"}), Chip(N_("Managed, without one"), {"committee": "none"}),
           Chip(N_("Term ends soon"), {"ending": True})),
    opens="consultation.estate", new="consultation.estate_form", new_title=N_("Register an estate"), new_permission=WRITE,
    search_hint=N_("Name of the estate or company"), empty=N_("Register the first estate, then bring in its owners' list."))
UNITS = ListSpec(
    id="consultation.units", title=N_("Owners' register"), record=UNIT, domain="consultation",
    columns=(Column("building", N_("Building"), 120), Column("label", N_("Flat"), 160), Column("area", N_("Area (m²)"), 120),
             Column("source", N_("Where the area stands"), 140), Column("owners", N_("Owners"), 0),
             Column("kind", N_("Kind"), 120)),
    fetch=fetch_units, count=count_units, opens="consultation.unit_form",
    search_hint=N_("Building and flat"), empty=N_("Open an estate and bring in its owners' list."))

"""The card of an organisation: facts with the findings about its code, who holds which post, its matters."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.cases.queries import list_cases_of_organisation
from desk.core.cases.registry import case_kinds, texts
from desk.core.cases.rows import CaseRow
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.party import PARTY, list_party_organisations
from desk.core.organisations.queries import (
    AppointmentRow,
    OrganisationRow,
    get_organisation,
    list_appointments,
    list_organisations,
)
from desk.core.organisations.service import CHANGE, reopen_organisation
from desk.core.people.checks import sentences
from desk.core.people.rights import READ
from desk.core.people.uscc import clean_uscc, examine_uscc, kind_of
from desk.core.registers.unit_papers import CARD as PAPER
from desk.core.registers.unit_papers import named
from desk.core.visits.purposes import purpose_title
from desk.core.visits.queries import list_visits
from desk.core.visits.service import WRITE as VISIT
from desk.host.pages import Column, Fact, FactSection, ListSpec, NextAct, PaperLink, RecordCard, RecordSpec, StateCell
from desk.shell.audit.trail import trail_of
from desk.shell.doing import carry_out
from desk.shell.organisations.register import state_of
from desk.shell.short_lists import short_page
from desk.shell.visits.words import found_words

ROOM = "desk.shell.organisations.card"
SHOWN = 8
"""Appointments and matters that stand on the card itself."""


def load(uow: UnitOfWork, organisation_id: int) -> RecordCard:
    """The whole card."""
    row = get_organisation(uow, organisation_id)
    matters = list_cases_of_organisation(uow, organisation_id)
    return RecordCard(
        id=row.id, number=row.code, title=row.name, state=state_of(row), holder=None,
        subtitle=" · ".join(filter(None, (_(ORGANISATION_KINDS.get(row.kind, row.kind)), row.short_name, row.area))),
        sections=tuple(filter(None, (_facts(uow, row), _people(uow, row), _visits(uow, row), _matters(matters)))),
        acts=_acts(uow, row, len(matters)), papers=(PaperLink(PAPER),), beside=(("visit", None), ("organisation", None)),
        timeline=trail_of(uow, "organisation", row.id), version=row.version)


def code_words(uscc: str) -> str:
    """What the checks say of a credit code: what sort it names, or each thing that speaks against it."""
    number = clean_uscc(uscc)
    if not number:
        return ""
    found = sentences(examine_uscc(number))
    sort = kind_of(number)
    return " ".join(found) if found else _("The checks agree: {sort}.").format(sort=sort) if sort else _("The checks agree.")


def _facts(uow: UnitOfWork, row: OrganisationRow) -> FactSection:
    facts = [Fact(_("Called"), row.name), Fact(_("Kind of organisation"), _(ORGANISATION_KINDS.get(row.kind, row.kind))),
             Fact(_("Credit code"), row.uscc), Fact(_("Checks"), code_words(row.uscc))]
    if row.uscc_reason:
        facts.append(Fact(_("Kept because"), row.uscc_reason))
    facts += [Fact(_("Legal representative"), row.legal_representative), Fact(_("Contact"), row.contact),
              Fact(_("Phone"), row.phone), Fact(_("Where it is"), row.address), Fact(_("In the area"), row.area),
              Fact(_("Belongs to"), get_organisation(uow, row.parent_id).name if row.parent_id else ""),
              Fact(_("Members") if row.kind == PARTY else _("Persons"), str(row.size) if row.size is not None else "")]
    if row.kind != PARTY:
        parties = list_party_organisations(uow, [row.id]).get(row.id, [])
        facts.append(Fact(_("Party organisation"), "、".join(map(named, parties)) or _("none registered")))
    parts = list_organisations(uow, PageRequest(size=SHOWN, filters={"parent_id": row.id})).rows
    if parts:
        facts.append(Fact(_("Its parts"), "、".join(part.name for part in parts)))
    if row.closed_on:
        facts.append(Fact(_("Closed down"), f"{row.closed_on.isoformat()} {row.closed_reason}"))
    if row.note:
        facts.append(Fact(_("Note"), row.note))
    return FactSection(_("Organisation"), tuple(facts), *_editing(uow, "organisations.form", row.id))


def _editing(uow: UnitOfWork, entry: str, record_id: int) -> tuple[Any, ...]:
    return (entry, {"record_id": record_id}) if uow.actor.may(CHANGE) else ("", {})


def _people(uow: UnitOfWork, row: OrganisationRow) -> FactSection | None:
    found = list_appointments(uow, organisation_id=row.id, on=uow.clock.today()) if uow.actor.may(READ) else []
    if not found:
        return None
    return FactSection(_("In office today"), tuple(Fact(one.post, _person(one)) for one in found[:SHOWN]))


def _visits(uow: UnitOfWork, row: OrganisationRow) -> FactSection | None:
    """Who called and what was found, the latest first."""
    if not uow.actor.may(READ):
        return None
    made = list_visits(uow, PageRequest(size=SHOWN, descending=True, filters={"organisation_id": row.id})).rows
    return FactSection(_("Visits"), tuple(
        Fact(one.day.isoformat(), " · ".join(filter(None, (purpose_title(one.purpose), found_words(one), one.words))))
        for one in made)) if made else None


def _person(row: AppointmentRow) -> str:
    until = _("until {day}").format(day=row.ends_on) if row.ends_on else ""
    return " · ".join(filter(None, (row.person, row.phone, until)))


def _matters(matters: list[tuple[CaseRow, str]]) -> FactSection | None:
    if not matters:
        return None
    return FactSection(_("Matters"), tuple(Fact(case.number or "—", f"{case.title} · {case.state_title}")
                                           for case, _role in matters[:SHOWN]))


def _acts(uow: UnitOfWork, row: OrganisationRow, matters: int) -> tuple[NextAct, ...]:
    here, found = {"record_id": row.id}, []
    if uow.actor.may(CHANGE):
        if row.closed_on is None:
            found = [NextAct(_("Change"), "organisations.form", here, main=True),
                     *_called(uow, row), *_party_act(row),
                     NextAct(_("Give somebody a post here"), "organisations.appointment_form", {"organisation_id": row.id}),
                     NextAct(_("It has closed down"), "organisations.close_form", here)]
        else:
            found = [NextAct(_("It is there again"), run=f"{ROOM}:reopen", main=True)]
    found.append(NextAct(_("All appointments"), "organisations.appointments", {"filters": {"organisation_id": row.id}}))
    if matters:
        title = _("Matters ({count})").format(count=matters)
        found.append(NextAct(title, "organisations.matters", {"filters": {"organisation_id": row.id}}))
    return tuple(found)


def _called(uow: UnitOfWork, row: OrganisationRow) -> list[NextAct]:
    if not uow.actor.may(VISIT):
        return []
    here = {"organisation_id": row.id, "purpose": "safety", "way": "spot"}
    return [NextAct(_("Record an inspection visit"), "visits.form", here),
            NextAct(_("All visits"), "visits.list", {"filters": {"organisation_id": row.id}})]


def _party_act(row: OrganisationRow) -> list[NextAct]:
    if row.kind == PARTY:
        return []
    return [NextAct(_("Register its party organisation"), "organisations.form", {
        "kind": PARTY, "parent_id": row.id, "area_id": row.area_id, "address": row.address})]


def reopen(ctx: Any, organisation_id: int) -> None:
    """Closing was a mistake, or it came back."""
    carry_out(ctx, _("The organisation is in the register again"), reopen_organisation, organisation_id)


ORGANISATION = RecordSpec("organisations.card", N_("Organisation"), "organisation", load)


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter of an organisation; entry: the page that shows it, "" while its plugin is off."""

    id: int
    number: str
    title: str
    kind: str
    role: str
    state: StateCell
    opened_on: date
    entry: str


def fetch_matters(uow: UnitOfWork, request: PageRequest) -> Page[MatterLine]:
    """Matters of the organisation that the filter names, those one may see."""
    found = list_cases_of_organisation(uow, request.filters["organisation_id"])
    return short_page([_matter(case, role) for case, role in found], request, lambda line: f"{line.number} {line.title}")


def _matter(case: CaseRow, role: str) -> MatterLine:
    kind = case_kinds().find(case.kind)
    return MatterLine(case.id, case.number or "—", case.title, texts(case.kind)(kind.title) if kind else case.kind, role,
                      StateCell(case.state_title, case.tone), case.opened_on, kind.view if kind else "")


MATTERS = ListSpec(
    id="organisations.matters", title=N_("Matters of the organisation"), record="case",
    columns=(Column("number", N_("Number"), 200), Column("title", N_("Matter"), 0), Column("kind", N_("Kind"), 110),
             Column("role", N_("Part"), 100), Column("state", N_("State"), 120, "state"),
             Column("opened_on", N_("Registered on"), 120, "date")),
    fetch=fetch_matters, search_hint=N_("Number or words of the title"), empty=N_("It has no part in any matter."))

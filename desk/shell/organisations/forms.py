"""The forms of an organisation: register and change it, close it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.queries import get_organisation
from desk.core.organisations.service import change_organisation, close_organisation, register_organisation
from desk.host.pages import Field, FormSpec, Section
from desk.shell.organisations.card import code_words
from desk.shell.organisations.register import KINDS
from desk.shell.saving import add_or_change, edited, stored


@dataclass(frozen=True, slots=True)
class Closing:
    """It closed down on a day, for a reason."""

    id: int
    on: date
    reason: str


def load(uow: UnitOfWork, organisation_id: int | None) -> dict[str, Any]:
    """An empty one, or the stored one."""
    if organisation_id is None:
        return {"kind": "enterprise"}
    return stored(OrganisationDraft, get_organisation(uow, organisation_id))


def load_closing(uow: UnitOfWork, organisation_id: int | None) -> dict[str, Any]:
    """Today."""
    row = get_organisation(uow, organisation_id or 0)
    return {"id": row.id, "name": row.name, "on": uow.clock.today()}


def close(uow: UnitOfWork, closing: Closing) -> int:
    """Close it."""
    close_organisation(uow, closing.id, closing.on, closing.reason)
    return closing.id


close.verb_name = "organisations.close"  # type: ignore[attr-defined]

ORGANISATION_FORM = FormSpec(
    id="organisations.form", title=N_("Organisation"),
    sections=(
        Section(N_("What it is"), (
            Field("name", N_("Full name"), required=True, max_length=120, help=N_("As on its seal or licence.")),
            Field("short_name", N_("Short name"), max_length=60, width=240),
            Field("kind", N_("Kind of organisation"), "choice", True, choices=KINDS),
            Field("uscc", N_("Credit code"), "idnumber", help=N_("18 characters; an older number may be entered as it is.")),
            Field("checks", N_("Checks"), "computed", computed=lambda values: code_words(values.get("uscc") or "")),
            Field("code", N_("Code in the hall"), "idnumber"),
            Field("parent_id", N_("Belongs to"), "organisation", help=N_("The company or bureau it is a part of.")))),
        Section(N_("How to reach it"), (
            Field("legal_representative", N_("Legal representative"), max_length=60, width=240),
            Field("contact", N_("Contact"), max_length=60, width=240), Field("phone", N_("Phone"), "phone"),
            Field("address", N_("Where it is")), Field("area_id", N_("In the area"), "place"))),
        Section(N_("More"), (
            Field("size", N_("Persons"), "number",
                  help=N_("How many work there; of a party organisation, how many members it has.")),
            Field("active_from", N_("There since"), "date"), Field("note", N_("Note"), "lines", rows=3))),
    ),
    save=add_or_change(register_organisation, change_organisation), load=load, after="organisations.card",
    make_draft=lambda values: edited(OrganisationDraft, values))

CLOSE_FORM = FormSpec(
    id="organisations.close_form", title=N_("It has closed down"),
    sections=(Section("", (
        Field("name", N_("Organisation"), "note"), Field("on", N_("Day"), "date", True),
        Field("reason", N_("Reason"), required=True, help=N_("Moved away, dissolved, licence withdrawn.")))),),
    save=close, load=load_closing,
    make_draft=lambda values: Closing(values["id"], values["on"], values.get("reason") or ""))

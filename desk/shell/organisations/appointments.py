"""Who holds which post, in an organisation or for an area: list, form, end of the term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.organisations.appointments import appoint, change_appointment, end_appointment
from desk.core.organisations.drafts import AppointmentDraft
from desk.core.organisations.kinds import POSTS
from desk.core.organisations.queries import AppointmentRow, get_appointment, list_appointments
from desk.core.organisations.service import CHANGE
from desk.host.pages import Chip, Column, Field, FormSpec, ListSpec, RowAction, Section, StateCell
from desk.shell.saving import add_or_change, edited, stored
from desk.shell.short_lists import short_page


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment in the list."""

    id: int
    post: str
    person: str
    where: str
    starts_on: date
    ends_on: date | None
    phone: str
    state: StateCell


@dataclass(frozen=True, slots=True)
class Ending:
    """The term ends with a day."""

    id: int
    on: date
    reason: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[AppointmentLine]:
    """Appointments by post. Filters: organisation_id, person_id, area_id, term ("now", "over", "coming")."""
    filters, today = request.filters, uow.clock.today()
    area = filters.get("area_id")
    rows = list_appointments(uow, organisation_id=filters.get("organisation_id"), person_id=filters.get("person_id"),
                             area_ids=(area,) if area else ())
    wanted = filters.get("term")
    lines = [_line(row, today) for row in rows if not wanted or term_of(row, today) == wanted]
    return short_page(lines, request, lambda line: f"{line.post} {line.person} {line.where}")


def term_of(row: AppointmentRow, today: date) -> str:
    """"now", "over" or "coming"."""
    if row.ends_on is not None and row.ends_on < today:
        return "over"
    return "now" if row.starts_on <= today else "coming"


def _line(row: AppointmentRow, today: date) -> AppointmentLine:
    states = {"now": StateCell(_("In office"), Tone.DONE), "over": StateCell(_("Term over"), Tone.MUTED),
              "coming": StateCell(_("Begins later"), Tone.OPEN)}
    return AppointmentLine(row.id, row.post, row.person, " · ".join(filter(None, (row.organisation, row.area))),
                           row.starts_on, row.ends_on, row.phone if row.publish else "", states[term_of(row, today)])


def end(ctx: Any, rows: Sequence[AppointmentLine]) -> None:
    """Ask for the day and the reason."""
    ctx.open("organisations.end_form", record_id=rows[0].id)


APPOINTMENTS = ListSpec(
    id="organisations.appointments", title=N_("Appointments"), record="appointment",
    columns=(Column("post", N_("Post"), 150), Column("person", N_("Name"), 110), Column("where", N_("Where"), 0),
             Column("starts_on", N_("From"), 110, "date"), Column("ends_on", N_("Until"), 110, "date"),
             Column("phone", N_("Public phone"), 130), Column("state", N_("State"), 120, "state")),
    fetch=fetch,
    chips=(Chip(N_("In office"), {"term": "now"}), Chip(N_("Term over"), {"term": "over"})),
    actions=(RowAction("end", N_("End the term"), "desk.shell.organisations.appointments:end", "calendar-check", CHANGE),),
    opens="organisations.appointment_form", new="organisations.appointment_form", new_title=N_("Give somebody a post"),
    new_permission=CHANGE, search_hint=N_("Post, name, organisation or area"),
    empty=N_("Nobody holds a post here yet. Grid workers, building heads and residents' representatives belong here."))


def load(uow: UnitOfWork, appointment_id: int | None) -> dict[str, Any]:
    """From today on, or the stored one."""
    if appointment_id is None:
        return {"starts_on": uow.clock.today()}
    return stored(AppointmentDraft, get_appointment(uow, appointment_id))


def load_ending(uow: UnitOfWork, appointment_id: int | None) -> dict[str, Any]:
    """Today."""
    row = get_appointment(uow, appointment_id or 0)
    return {"id": row.id, "who": f"{row.person} · {row.post}", "on": uow.clock.today()}


def save_ending(uow: UnitOfWork, ending: Ending) -> int:
    """End it."""
    end_appointment(uow, ending.id, ending.on, ending.reason)
    return ending.id


save_ending.verb_name = "organisations.end_appointment"  # type: ignore[attr-defined]

APPOINTMENT_FORM = FormSpec(
    id="organisations.appointment_form", title=N_("Appointment"),
    sections=(
        Section("", (
            Field("person_id", N_("Person"), "person", True, help=N_("Somebody in the register of residents.")),
            Field("post", N_("Post"), required=True, max_length=60, width=240, choices=tuple((post, post) for post in POSTS),
                  help=N_("Usual posts are offered while you type; any other may be written.")),
            Field("organisation_id", N_("Organisation"), "organisation"),
            Field("area_id", N_("In the area"), "place",
                  help=N_("A grid or a building; an organisation or an area, or both.")))),
        Section(N_("Term"), (
            Field("starts_on", N_("From"), "date", True), Field("ends_on", N_("Until"), "date", help=N_("Blank: no end set.")),
            Field("phone", N_("Phone of the post"), "phone"),
            Field("publish", N_("She agrees that it is published"), "bool",
                  help=N_("Without that, sheets and cards name the duty phone only.")),
            Field("note", N_("Note"))))),
    save=add_or_change(appoint, change_appointment), load=load, make_draft=lambda values: edited(AppointmentDraft, values))

END_FORM = FormSpec(
    id="organisations.end_form", title=N_("End the term"),
    sections=(Section("", (Field("who", N_("Appointment"), "note"), Field("on", N_("Last day"), "date", True),
                           Field("reason", N_("Reason")))),),
    save=save_ending, load=load_ending,
    make_draft=lambda values: Ending(values["id"], values["on"], values.get("reason") or ""))

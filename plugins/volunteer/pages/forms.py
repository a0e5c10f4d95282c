"""The forms of people, teams and activities."""

from dataclasses import fields
from typing import Any

from sqlalchemy import func, select

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.volunteer.drafts import (
    ActivityDraft,
    EndingDraft,
    RoleDraft,
    SheetDraft,
    SignUpDraft,
    VolunteerDraft,
)
from plugins.volunteer.drafts_teams import ClosingDraft
from plugins.volunteer.kinds import FORMS, HAZARDS, SERVICES, SKILLS, STYLES, VOLUNTEER_STATES
from plugins.volunteer.models import Role, SignUp, Team, Volunteer
from plugins.volunteer.pages import starting
from plugins.volunteer.service.activities import (
    cancel_activity,
    close_activity,
    publish_activity,
    save_activity,
    sign_up,
    withdraw_sign_up,
)
from plugins.volunteer.service.attendance import strike_pair, type_sheet
from plugins.volunteer.service.registering import save_volunteer


def picked(kind: type, values: dict[str, Any], /, **more: Any) -> Any:
    """A draft of `kind` from the values it has fields for; None becomes the field's default."""
    known = {one.name for one in fields(kind)}
    return kind(**({name: value for name, value in values.items() if name in known and value is not None} | more))


def teams(uow: UnitOfWork) -> list[tuple[Any, str]]:
    """Teams to choose from."""
    rows = uow.session.scalars(select(Team).where(Team.until.is_(None)).order_by(Team.name))
    return [(None, "—"), *((one.id, one.name) for one in rows)]


def projects(uow: UnitOfWork) -> list[tuple[Any, str]]:
    """Projects to choose from."""
    rows = uow.session.scalars(select(Team).where(Team.until.is_(None), Team.kind == "project").order_by(Team.name))
    return [(None, "—"), *((one.id, one.name) for one in rows)]


def roles(uow: UnitOfWork, activity_id: int | None) -> list[tuple[Any, str]]:
    """Roles of the activity with how many of their seats are taken; the first one when none is chosen."""
    taken = dict(uow.session.execute(select(SignUp.role_id, func.count(SignUp.id)).where(
        SignUp.activity_id == activity_id, SignUp.state == "in").group_by(SignUp.role_id)).all())
    found = uow.session.scalars(select(Role).where(Role.activity_id == activity_id).order_by(Role.id))
    return [(one.id, f"{one.title} {taken.get(one.id, 0)}{f'/{one.seats}' if one.seats else ''}") for one in found]


def stations(uow: UnitOfWork) -> list[tuple[Any, str]]:
    """Volunteer stations in use, offered while typing and as a filter."""
    rows = uow.session.scalars(select(Volunteer.station).where(Volunteer.station != "").distinct().order_by(Volunteer.station))
    return [(one, one) for one in rows]


def ending(form_id: str, title: str, save: Any, *, reason: str = N_("Reason"), required: bool = True, help: str = "",
           after: str = "") -> FormSpec:
    """A form with one sentence."""
    return FormSpec(id=f"volunteer.{form_id}", title=title, domain="volunteer", save=save, load=starting.just_id, after=after,
                    sections=(Section("", (Field("reason", reason, "lines", required, rows=3),), help=help),),
                    make_draft=lambda values: picked(EndingDraft, values))


WHO = Field("volunteer", N_("Volunteer"), required=True, help=N_("Number, card, phone or name"))
VOLUNTEER_FORM = FormSpec(
    id="volunteer.volunteer_form", title=N_("Register a volunteer"), domain="volunteer", after="volunteer.volunteer",
    sections=(
        Section(N_("Who"), (
            Field("person_id", N_("From the register"), "person", True), Field("joined_on", N_("Since"), "date", True),
            Field("station", N_("Volunteer station"), choices=stations, help=N_("Blank: at the community itself")),
            Field("state", N_("State"), "choice", choices=tuple(
                (name, word) for name, (word, _tone) in VOLUNTEER_STATES.items() if name != "family"), default="active"))),
        Section(N_("What and when"), (
            Field("skills", N_("Skills"), "ticks", choices=SKILLS), Field("skills_note", N_("Other skills")),
            Field("wishes", N_("Likes to do")),
            Field("times", N_("Free times")), Field("emergency", N_("Emergency contact")))),
        Section(N_("Under 18"), (
            Field("own_income", N_("16 or 17 and living on own income"), "bool", default=False),
            Field("guardian", N_("Legal guardian")), Field("guardian_on", N_("Guardian signed on"), "date"))),
        Section(N_("Consents"), (
            Field("consent_data", N_("Agrees that the data are kept"), "bool", default=False),
            Field("consent_names", N_("Agrees to stand in published lists"), "bool", default=False),
            Field("consent_share", N_("Agrees that hours are handed to other volunteer systems"), "bool", default=False))),
    ),
    save=save_volunteer, load=starting.volunteer,
    make_draft=lambda values: picked(VolunteerDraft, values, skills=tuple(values.get("skills") or ())))
ACTIVITY_FORM = FormSpec(
    id="volunteer.activity_form", title=N_("Plan an activity"), domain="volunteer", after="volunteer.activity",
    sections=(
        Section(N_("The activity"), (
            Field("title", N_("Title"), required=True), Field("kind", N_("Kind of service"), "choice", choices=SERVICES,
                                                               default="community"),
            Field("form", N_("Form"), "choice", choices=FORMS, default="service"),
            Field("team_id", N_("Team"), "choice", choices=teams),
            Field("project_id", N_("Project"), "choice", choices=projects),
            Field("style", N_("Style of neighbour help"), "choice", choices=STYLES, default=""),
            Field("area_id", N_("Area"), "place", help=N_("The estate: fairs go round, figures are told by area.")),
            Field("place", N_("Place")),
            Field("starts_at", N_("From"), "datetime", True), Field("ends_at", N_("To"), "datetime", True),
            Field("unserved", N_("Minutes of travel and breaks"), "number", default=0,
                  help=N_("Taken off everybody's time: only served time counts.")),
            Field("responsible", N_("In charge")), Field("contact", N_("Phone for questions")),
            Field("content", N_("What is done"), "lines", rows=3), Field("tools", N_("Tools and material")),
            Field("wanted", N_("How many are looked for"), "number", default=0, visible_when={"form": ("recruitment",)}))),
        Section(N_("Safety"), (
            Field("hazard", N_("Danger"), "choice", choices=HAZARDS, default="none"),
            Field("risks", N_("Risks told when recruiting")),
            Field("insurance", N_("Accident insurance policy"), visible_when={"hazard": ("risky", "emergency")}),
            Field("insured_from", N_("In force from"), "date", visible_when={"hazard": ("risky", "emergency")}),
            Field("minors", N_("Under 18 may take part"), "bool", default=True))),
        Section(N_("Roles"), (Repeat("roles", N_("Role"), (
            Field("title", N_("Role")), Field("seats", N_("Seats (0: any number)"), "number", default=0),
            Field("least_age", N_("From age"), "number", default=0)), N_("Add a role"), minimum=1),)),
    ),
    save=save_activity, load=starting.activity, make_draft=lambda values: picked(
        ActivityDraft, values, roles=tuple(picked(RoleDraft, row) for row in values.get("roles") or ())))
PUBLISH_ACTIVITY = ending("publish_activity", N_("Open for sign-up"), publish_activity, reason=N_("Note"), required=False,
                          after="volunteer.activity")
CLOSE_ACTIVITY = FormSpec(
    id="volunteer.close_activity", title=N_("Close the activity"), domain="volunteer", after="volunteer.activity",
    sections=(Section("", (Field("served", N_("People served"), "number", default=0,
                                 help=N_("Counted, not named. What the stalls counted is taken if it is more.")),
                           Field("reason", N_("Summary"), "lines", True, rows=4))),),
    save=close_activity, load=starting.just_id, make_draft=lambda values: picked(ClosingDraft, values))
CANCEL_ACTIVITY = ending("cancel_activity", N_("Cancel the activity"), cancel_activity, after="volunteer.activity")
SIGN_UP_FORM = FormSpec(
    id="volunteer.sign_up_form", title=N_("Sign somebody up"), domain="volunteer", after="volunteer.activity",
    sections=(Section("", (WHO, Field("role_id", N_("Role"), "choice", choices_of=roles))),),
    save=sign_up, load=starting.signing_up, make_draft=lambda values: picked(SignUpDraft, values))
WITHDRAW_FORM = ending("withdraw_form", N_("Somebody does not come"), withdraw_sign_up, required=False)
SHEET_FORM = FormSpec(
    id="volunteer.sheet_form", title=N_("Type the paper sheet"), domain="volunteer", after="volunteer.activity",
    sections=(
        Section(N_("The sheet"), (Field("lines", N_("One line a person"), "lines", True, rows=16),),
                help=N_("Number or name, from, to: ZY12 8:00 11:30. Lines pasted from a spreadsheet will do.")),
        Section(N_("Written down late"), (Field("witness", N_("Witness")), Field("late_reason", N_("Why so late"))))),
    save=type_sheet, load=starting.just_id, make_draft=lambda values: picked(SheetDraft, values))
STRIKE_FORM = ending("strike_form", N_("Strike a line out"), strike_pair)

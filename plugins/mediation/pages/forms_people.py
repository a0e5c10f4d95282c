"""Forms of the mediators' register, of mediation rooms and of renewed mediation."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Section
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts import (
    AssessmentDraft,
    MediatorCardDraft,
    RenewalDraft,
    RoomDraft,
    TermDraft,
    TermEndDraft,
    TrainingDraft,
)
from plugins.mediation.mediators import (
    EDUCATION,
    ENDINGS,
    GRADES,
    GROUNDS,
    KINDS,
    POSTS,
    REMOVAL_SOURCE,
    TERM_SOURCE,
    WAYS,
    choices,
)
from plugins.mediation.models import Mediator, Renewal, StarRoom
from plugins.mediation.pages.drafting import picked
from plugins.mediation.pages.pickers import rows_of, venues
from plugins.mediation.service.register import add_training, appoint, assess, end_term, save_mediator, terms_of
from plugins.mediation.service.rooms import end_renewal, save_room

SEXES = (("1", N_("Male")), ("2", N_("Female")))
CARD = ("id", "version", "name", "person_id", "sex", "birth", "education", "phone", "kind", "post", "grade", "languages")
ROOM_FIELDS = ("id", "version", "name", "place", "venue_id", "lead_id", "hours", "phone", "opened_on", "closed_on")


def load_card(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """An empty card, or the stored one."""
    if record_id is None:
        return {"kind": "part_time", "post": "mediator"}
    one = uow.get(Mediator, record_id)
    return rows_of(one, *CARD) | {"skills": tuple(code for code in one.skills.split(",") if code)}


def load_term(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """From the day after the last term, or today."""
    today, terms = uow.clock.today(), terms_of(uow, record_id or 0)
    after = max(((one.ended_on or one.last) for one in terms), default=None)
    first = after + timedelta(days=1) if after and after >= today else today
    return {"mediator_id": record_id, "first": first, "way": terms[-1].way if terms else "appointed"}


def load_today(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today."""
    return {"mediator_id": record_id, "on": uow.clock.today()}


def load_assessment(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Last year until summer, then this year."""
    today = uow.clock.today()
    return {"mediator_id": record_id, "year": today.year - (today.month < 7)}


def load_room(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """An empty room, or the stored one."""
    return rows_of(uow.get(StarRoom, record_id), *ROOM_FIELDS) if record_id else {"opened_on": uow.clock.today()}


def load_renewal(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """What was ordered."""
    one = uow.get(Renewal, record_id or 0)
    return {"renewal_id": one.id, "order": f"{one.verdict} → {one.due_on}", "on": uow.clock.today()}


def in_office(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Mediators who have not left."""
    return [(one, name) for one, name in uow.session.execute(
        select(Mediator.id, Mediator.name).where(Mediator.left_on.is_(None)).order_by(Mediator.name))]


def _form(form_id: str, title: str, save: Any, draft: Any, load: Any, after: str, *fields: Field, help: str = "") -> FormSpec:
    return FormSpec(id=f"mediation.{form_id}", title=title, domain="mediation", save=save, load=load,
                    after=f"mediation.{after}",
                    make_draft=lambda values: picked(draft, values), sections=(Section("", fields, help=help),))


def _reasons(_uow: UnitOfWork) -> list[tuple[str, str]]:
    return [(one, one) for one in GROUNDS]


CARD_FORM = _form(
    "mediator_card_form", N_("Mediator"), save_mediator, MediatorCardDraft, load_card, "mediator",
    Field("person_id", N_("From the register of residents"), "person", help=N_("Fills the fields that are left blank.")),
    Field("name", N_("Mediator's name"), width=200), Field("sex", N_("Sex"), "choice", choices=SEXES),
    Field("birth", N_("Date of birth"), "partial_date"), Field("phone", N_("Phone"), "phone"),
    Field("education", N_("Education"), "choice", choices=choices(EDUCATION)),
    Field("kind", N_("Kind"), "choice", True, choices=choices(KINDS)), Field("post", N_("Post"), "choice", True,
                                                                             choices=choices(POSTS)),
    Field("grade", N_("Grade"), width=160), Field("languages", N_("Languages and dialects"), width=240),
    Field("skills", N_("Good at"), "ticks", choices=tuple((one.code, one.title) for one in CATEGORIES)))
TERM_FORM = _form(
    "term_form", N_("Appoint"), appoint, TermDraft, load_term, "mediator",
    Field("way", N_("Way"), "choice", True, choices=choices(WAYS)), Field("first", N_("From"), "date", True),
    Field("last", N_("To"), "date", help=N_("Blank: three years.")),
    Field("basis", N_("Decided by"), help=N_("Meeting or paper, with its day or number.")), help=TERM_SOURCE)
TERM_END_FORM = _form(
    "term_end_form", N_("End the term"), end_term, TermEndDraft, load_today, "mediator",
    Field("how", N_("How it ends"), "choice", True, choices=choices(ENDINGS)), Field("on", N_("Day"), "date", True),
    Field("why", N_("Ground"), choices=_reasons, max_length=400, help=N_("A removal names one of the law's grounds.")),
    help=REMOVAL_SOURCE)
TRAINING_FORM = _form(
    "training_form", N_("Note a training"), add_training, TrainingDraft, load_today, "mediator",
    Field("topic", N_("Topic"), required=True), Field("on", N_("Day"), "date", True), Field("given_by", N_("Training held by")),
    Field("minutes", N_("Length in minutes"), "number", default=0), Field("result", N_("Result"), max_length=60))
ASSESSMENT_FORM = _form(
    "assessment_form", N_("Assess the year"), assess, AssessmentDraft, load_assessment, "mediator",
    Field("year", N_("Year"), "number", True), Field("grade", N_("Grade"), "choice", True, choices=choices(GRADES)),
    Field("remark", N_("Remark"), "lines", rows=3, max_length=400),
    help=N_("The year's figures out of the cases are kept with it."))
ROOM_FORM = _form(
    "room_form", N_("Mediation room"), save_room, RoomDraft, load_room, "room",
    Field("name", N_("Name of the room"), required=True, max_length=80), Field("place", N_("Place"), max_length=120),
    Field("venue_id", N_("Venue that is booked"), "choice", choices=venues), Field("lead_id", N_("Lead mediator"), "choice",
                                                                                     choices=in_office),
    Field("hours", N_("Opening hours"), max_length=120), Field("phone", N_("Phone"), "phone"),
    Field("opened_on", N_("Opened on"), "date"), Field("closed_on", N_("Closed on"), "date"))
RENEWAL_FORM = _form(
    "renewal_form", N_("Renewed mediation is done"), end_renewal, RenewalDraft, load_renewal, "dispute",
    Field("order", N_("Found poor, due"), "note"), Field("on", N_("Day"), "date", True),
    Field("result", N_("What came of it"), "lines", True, rows=4, max_length=400),
    help=N_("The case is judged again in the next quarterly evaluation."))

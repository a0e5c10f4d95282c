"""The page of an activity: people, sheet, what is due, what happened."""

from typing import Any

from sqlalchemy import select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    history_of,
)
from desk.api.timesheets import (
    Whose,
    list_pairs_of_source,
)
from plugins.volunteer.kinds import (
    ACTIVITY,
    ACTIVITY_STATES,
    HAZARDS,
    SERVICES,
    title_of,
)
from plugins.volunteer.law import INSURANCE_SOURCE, RISKS_SOURCE
from plugins.volunteer.models import Activity, Role, SignUp
from plugins.volunteer.pages import activity_more as more
from plugins.volunteer.pages.lists import state_cell
from plugins.volunteer.pages.records import act, pair_text
from plugins.volunteer.who import names_of

_ = translator("volunteer")
HAPPENED = 40


def load_activity(uow: UnitOfWork, record_id: int) -> RecordCard:
    """An activity: people, sheet, what is due."""
    found = uow.get(Activity, record_id)
    day, pairs = hall_time(found.starts_at), list_pairs_of_source(uow, Whose(ACTIVITY, record_id))
    names = names_of(uow, [row.holder_id for row in pairs])
    lines = tuple(Fact(names.get(row.holder_id, ""), pair_text(row)) for row in pairs if row.state != "struck")
    return RecordCard(
        id=found.id, number="", title=found.title, state=state_cell(ACTIVITY_STATES, found.state), holder=found.responsible,
        subtitle=f"{day:%Y-%m-%d %H:%M}–{hall_time(found.ends_at):%H:%M} {found.place}",
        lamp=LampCell(day.date(), (day.date() - uow.clock.today()).days) if found.state == "published" else LampCell(),
        sections=(_activity_facts(found), *more.sections(uow, found), _places(uow, found), FactSection(
            _("Sheet"), lines, "volunteer.pairs", {"filters": {"source_kind": ACTIVITY, "source_id": found.id}})),
        missing=(*_activity_missing(found), *more.missing(found)),
        acts=(*_activity_acts(found, [row.state for row in pairs]), *more.acts(found)),
        papers=(PaperLink("volunteer.sheet"), PaperLink("volunteer.activity_cards"), *more.papers(found)),
        timeline=history_of(uow, ACTIVITY, found.id, size=HAPPENED), version=found.version)


def _activity_facts(found: Activity) -> FactSection:
    return FactSection(_("The activity"), (
        Fact(_("Kind of service"), _(title_of(SERVICES, found.kind))), Fact(_("What is done"), found.content),
        Fact(_("Danger"), _(title_of(HAZARDS, found.hazard))), Fact(_("Risks told when recruiting"), found.risks),
        Fact(_("Accident insurance policy"), f"{found.insurance} {found.insured_from or ''}".strip()),
        Fact(_("Minutes of travel and breaks"), str(found.unserved)), Fact(_("Summary"), found.summary)),
        "volunteer.activity_form", {"record_id": found.id})


def _places(uow: UnitOfWork, found: Activity) -> FactSection:
    roles = uow.session.scalars(select(Role).where(Role.activity_id == found.id).order_by(Role.id)).all()
    signed = uow.session.scalars(select(SignUp).where(SignUp.activity_id == found.id, SignUp.state != "withdrawn")
                                 .order_by(SignUp.id)).all()
    names = names_of(uow, [one.volunteer_id for one in signed])
    facts = []
    for role in roles:
        here = [names.get(one.volunteer_id, "") for one in signed if one.role_id == role.id and one.state == "in"]
        waiting = [names.get(one.volunteer_id, "") for one in signed if one.role_id == role.id and one.state == "waiting"]
        seats = f"{len(here)}/{role.seats}" if role.seats else str(len(here))
        text = "、".join(here) + (_(" · waiting: {names}").format(names="、".join(waiting)) if waiting else "")
        facts.append(Fact(f"{role.title} {seats}", text))
    return FactSection(_("Signed up"), tuple(facts), "volunteer.sign_ups", {"filters": {"activity_id": found.id}})


def _activity_missing(found: Activity) -> list[Missing]:
    edit: dict[str, Any] = {"entry": "volunteer.activity_form", "args": {"record_id": found.id}}
    missing = []
    if found.hazard != "none" and not found.risks:
        missing.append(Missing(_("Tell what is dangerous before people sign up."), **edit, field="risks", source=RISKS_SOURCE))
    if found.hazard != "none" and not found.insurance:
        missing.append(Missing(_("Dangerous work begins only with accident insurance in force."), **edit, field="insurance",
                               source=INSURANCE_SOURCE))
    return missing


def _activity_acts(found: Activity, states: list[str]) -> list[NextAct]:
    here = found.id
    if found.state == "planned":
        return [act(_("Open for sign-up"), "publish_activity", here, main=True), act(_("Change"), "activity_form", here),
                act(_("Cancel the activity"), "cancel_activity", here)]
    sheet = [act(_("Type the paper sheet"), "sheet", here), act(_("Sign in at the door"), "door", here),
             act(_("Hours from a spreadsheet"), "hours_import", here)]
    if found.state == "published":
        return [act(_("Sign somebody up"), "sign_up_form", here, main=True), *sheet,
                act(_("Change"), "activity_form", here), act(_("Cancel the activity"), "cancel_activity", here)]
    if found.state == "held":
        return [act(_("Confirm the sheet"), "confirm_form", here, main="closed" in states), *sheet,
                act(_("Close the activity"), "close_activity", here)]
    return [act(_("Confirm the sheet"), "confirm_form", here, main=True)] if "closed" in states else []


ACTIVITY_RECORD = RecordSpec("volunteer.activity", N_("Activity"), ACTIVITY, load_activity, domain="volunteer")

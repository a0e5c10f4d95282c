"""Forms of visits: record, plan, call off, end a follow-up. No Qt."""

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from desk.core.clock import HALL_ZONE
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_
from desk.core.staff.queries import list_colleagues
from desk.core.visits.drafts import PlanDraft, VisitDraft, VisitorDraft
from desk.core.visits.queries import VisitRow, get_visit
from desk.core.visits.service import cancel_visit, end_follow_up, plan_visit, record_visit
from desk.host.pages import Field, FormSpec, Repeat, Section
from desk.shell.people.pickers import name_home
from desk.shell.visits.words import SOLVED, WAYS, find_known_homes, finding_choices, purpose_choices

_SUBJECTS = ("person_id", "household_id", "organisation_id", "area_id")
_KEPT = ("id", "version", "purpose", "way", "planned_on", "place", "met", "people", "findings", "words", "handled", "solved",
         "follow_up_on", "follow_up", "owner_kind", "owner_id", *_SUBJECTS)


@dataclass(frozen=True, slots=True)
class Saying:
    """A visit and a sentence."""

    id: int
    reason: str


def load_visit(uow: UnitOfWork, visit_id: int | None) -> dict[str, Any]:
    """A visit made just now by who is signed in, or the stored one."""
    now = uow.clock.now().replace(second=0, microsecond=0)
    if visit_id is None:
        return {"purpose": "daily", "way": "door", "visited_at": now, "reached": True, "visitors": [_me(uow)]}
    row = get_visit(uow, visit_id)
    return _stored(row) | {"visited_at": row.visited_at or now, "reached": row.state != "missed"}


def load_plan(uow: UnitOfWork, visit_id: int | None) -> dict[str, Any]:
    """A visit tomorrow, or the stored plan."""
    if visit_id is None:
        return {"purpose": "daily", "way": "door", "planned_on": uow.clock.today() + timedelta(days=1),
                "visitors": [_me(uow)]}
    return _stored(get_visit(uow, visit_id))


def _stored(row: VisitRow) -> dict[str, Any]:
    who = [{"name": "" if user else name, "user_id": user} for name, user in zip(row.visitors, row.visitor_ids, strict=True)]
    return {name: getattr(row, name) for name in _KEPT} | {"visitors": who}


def _me(uow: UnitOfWork) -> dict[str, Any]:
    return {"user_id": uow.actor.user_id, "name": "" if uow.actor.user_id else uow.actor.name}


def load_saying(uow: UnitOfWork, visit_id: int | None) -> dict[str, Any]:
    """Only which visit."""
    row = get_visit(uow, visit_id or 0)
    return {"id": row.id, "who": row.subject}


def cancel(uow: UnitOfWork, one: Saying) -> int:
    """See `cancel_visit`; answers the visit's id."""
    cancel_visit(uow, one.id, one.reason)
    return one.id


def follow(uow: UnitOfWork, one: Saying) -> int:
    """See `end_follow_up`; answers the visit's id."""
    end_follow_up(uow, one.id, one.reason)
    return one.id


cancel.verb_name, follow.verb_name = "visits.cancel", "visits.end_follow_up"  # type: ignore[attr-defined]


def drafted(kind: type, values: dict[str, Any]) -> Any:
    """A draft out of a form's values; a moment typed without a zone is the hall's."""
    known = {one.name for one in fields(kind)}
    given = {name: value for name, value in values.items() if name in known and value is not None}
    given["visitors"] = tuple(VisitorDraft(one.get("name") or "", one.get("user_id") or None)
                              for one in values.get("visitors") or () if one.get("name") or one.get("user_id"))
    if "findings" in given:
        given["findings"] = tuple(given["findings"])
    at = given.get("visited_at")
    if at is not None and at.tzinfo is None:
        given["visited_at"] = at.replace(tzinfo=HALL_ZONE)
    return kind(**given)


_WHO = (Field("person_id", N_("Resident"), "person"),
        Field("household_id", N_("Household"), "person", search=find_known_homes, named=name_home,
              asks=N_("Type a part of the address")),
        Field("organisation_id", N_("Organisation"), "organisation"), Field("area_id", N_("Area or building"), "place"),
        Field("place", N_("Where, in words"), max_length=200))
_GOES = Repeat("visitors", N_("Who goes"), (
    Field("user_id", N_("Colleague"), "choice", choices=list_colleagues),
    Field("name", N_("or a name"), max_length=60)), N_("Add somebody"), compact=True)
_WHY = (Field("purpose", N_("Purpose of the visit"), "choice", True, choices=purpose_choices),
        Field("way", N_("Way"), "choice", True, choices=WAYS))

VISIT_FORM = FormSpec(
    id="visits.form", title=N_("Record a visit"),
    sections=(
        Section(N_("Who or where"), _WHO, help=N_("One of them is enough.")),
        Section(N_("The visit"), (*_WHY, Field("visited_at", N_("When"), "datetime", True), _GOES,
                                  Field("reached", N_("Somebody was met"), "bool", default=True),
                                  Field("met", N_("Who was met"), max_length=120, visible_when={"reached": (True,)}),
                                  Field("people", N_("Persons there"), "number", visible_when={"reached": (True,)}))),
        Section(N_("What was found"), (
            Field("findings", N_("Found"), "ticks", choices=finding_choices),
            Field("words", N_("In words"), "lines", rows=4), Field("handled", N_("What was done"), "lines", rows=3),
            Field("solved", N_("Settled"), "choice", choices=SOLVED))),
        Section(N_("Follow-up"), (Field("follow_up_on", N_("Follow up by"), "date"),
                                  Field("follow_up", N_("What is to be done"), max_length=200))),
    ),
    save=record_visit, load=load_visit, make_draft=lambda values: drafted(VisitDraft, values), after="visits.card")

PLAN_FORM = FormSpec(
    id="visits.plan_form", title=N_("Plan a visit"),
    sections=(Section(N_("Who or where"), _WHO, help=N_("One of them is enough.")),
              Section(N_("The visit"), (*_WHY, Field("planned_on", N_("Day"), "date", True), _GOES,
                                        Field("words", N_("To see to"), "lines", rows=3)))),
    save=plan_visit, load=load_plan, make_draft=lambda values: drafted(PlanDraft, values), after="visits.card")


def _saying(name: str, title: str, label: str, save: Any) -> FormSpec:
    return FormSpec(
        id=f"visits.{name}", title=title, sections=(Section("", (
            Field("who", N_("Visit"), "note"), Field("reason", label, required=True, max_length=200))),),
        save=save, load=load_saying, after="visits.card",
        make_draft=lambda values: Saying(values["id"], values.get("reason") or ""))


CANCEL_FORM = _saying("cancel_form", N_("Call the visit off"), N_("Reason"), cancel)
FOLLOW_FORM = _saying("follow_form", N_("The follow-up is done"), N_("What came of it"), follow)

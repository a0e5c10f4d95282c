"""The forms of meetings of every kind: called, written down with the matters people brought, tasks done, matters answered."""

from datetime import timedelta
from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import (
    ATTENDEES,
    GATHERINGS,
    AttendeeDraft,
    DecisionDraft,
    GatheringDraft,
    MinutesDraft,
    get_gathering,
    list_open_decisions,
)
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.consultation.drafts import DecisionDoneDraft
from plugins.consultation.drafts_bodies import HeldDraft, MatterDraft
from plugins.consultation.kinds import FOUR, OUTCOMES, SITTINGS, TOPIC
from plugins.consultation.models import Matter
from plugins.consultation.pages.common import form_of, picked
from plugins.consultation.pages.handing import takers
from plugins.consultation.queries import get_file
from plugins.consultation.queries_matters import get_body, list_carried, list_matters_of
from plugins.consultation.service.bodies import BODY
from plugins.consultation.service.gatherings import call, hold, settle_matter
from plugins.consultation.service.outcomes import decision_done

_ = translator("consultation")
STATES = (("called", N_("Called")), ("came", N_("Came")), ("excused", N_("Excused")), ("absent", N_("Absent")))
KINDS = tuple((kind.code, kind.paper) for kind in GATHERINGS)
ROLES = (("", "—"), *((code, paper) for code, _title, paper in ATTENDEES))
WITH_MATTERS = ("stool", "talk_point", "hearing", "four_party", "deliberation", "party_mass", "council", "group")
TYPED = tuple(one for one in OUTCOMES if one[0] != "topic")


def _on_the_hour(uow: UnitOfWork, days: int = 0) -> Any:
    return uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=days)


def _load_gathering(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:  # a meeting of its own: stool meetings, talk points, hearings
        return {"kind": "stool", "starts_at": _on_the_hour(uow), "attendees": []}
    file = get_file(uow, record_id or 0)
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    return {"owner_kind": TOPIC, "owner_id": file.id, "kind": (step.meeting if step else "") or "deliberation",
            "starts_at": _on_the_hour(uow, 3), "title": file.case.title, "place": "社区议事厅",
            "convener": step.convener if step else "", "agenda": file.content,
            "noticed_on": uow.clock.today(), "attendees": [{"role": "resident"}]}


def _load_sitting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A body's own meeting: its seats are called, what earlier meetings left open stands on the agenda."""
    body = get_body(uow, record_id or 0)
    kind = SITTINGS[body.kind]
    left = [f"上次遗留:{one.text}" for one in list_carried(uow, kind, BODY, body.id)]
    due = [
        f"决定事项:{one.text}({one.who})"
        for one, number in list_open_decisions(uow, uow.clock.today() + timedelta(days=366))
        if (get_gathering(uow, number).owner_kind, get_gathering(uow, number).owner_id) == (BODY, body.id)
    ]
    seats = body.sitting(uow.clock.today())
    return {
        "owner_kind": BODY,
        "owner_id": body.id,
        "kind": kind,
        "starts_at": _on_the_hour(uow, 3),
        "title": f"{body.name}会议",
        "place": "社区议事厅",
        "convener": body.name,
        "host": body.head,
        "agenda": "\n".join([*left, *due]),
        "noticed_on": uow.clock.today(),
        "attendees": [{"name": one.name, "role": one.kind, "unit": one.unit, "phone": one.phone} for one in seats],
    }


def _load_known(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = get_gathering(uow, record_id or 0)
    return {name: getattr(one, name) for name in ("id", "version", "kind", "title", "starts_at", "place", "convener", "host",
                                                  "contact", "agenda", "noticed_on", "owner_kind", "owner_id")} | {
        "attendees": [_attendee(who, who.state) for who in one.attendees]}


def _gathering(values: dict[str, Any]) -> GatheringDraft:
    people = tuple(picked(AttendeeDraft, row) for row in values.get("attendees") or () if row.get("name"))
    return picked(GatheringDraft, values, attendees=people)


def _attendee(one: Any, state: str) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "role": one.role, "unit": one.unit, "phone": one.phone, "state": state,
            "stands_for": one.stands_for}


def _load_minutes(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    found = get_gathering(uow, record_id or 0)
    points = [{"who": who, "said": said} for who, said in found.points]
    matters = [_matter(one) for one in list_matters_of(uow, found.id)]
    if found.kind == "four_party" and not points:
        points = [{"who": party, "said": ""} for _role, party in FOUR]
    if not matters and not found.closed:
        matters = [_matter(one) | {"id": 0, "from_id": one.id, "outcome": "open"}
                   for one in list_carried(uow, found.kind, found.owner_kind, found.owner_id)]
    return {"gathering_id": found.id, "version": found.version, "kind": found.kind, "host": found.host,
            "recorder": found.recorder or uow.actor.name, "ends_at": found.ends_at or found.starts_at + timedelta(hours=1),
            "agreed": found.agreed, "heads": found.heads, "open_points": found.open_points, "close": True,
            "attendees": [_attendee(one, "came" if one.state == "called" else one.state) for one in found.attendees],
            "points": points, "matters": matters,
            "decisions": [{"id": one.id, "text": one.text, "who": one.who, "due_on": one.due_on} for one in found.decisions]}


def _matter(one: Any) -> dict[str, Any]:
    return {"id": one.id, "who": one.who, "contact": one.contact, "text": one.text, "outcome": one.outcome,
            "answer": one.answer, "does": one.does, "promised_on": one.promised_on, "from_id": one.from_id}


def _held(values: dict[str, Any]) -> HeldDraft:
    rows = {name: values.get(name) or () for name in ("attendees", "points", "decisions", "matters")}
    minutes = picked(
        MinutesDraft, values, attendees=tuple(picked(AttendeeDraft, row) for row in rows["attendees"] if row.get("name")),
        points=tuple((row.get("who") or "", row.get("said") or "") for row in rows["points"]),
        decisions=tuple(picked(DecisionDraft, row) for row in rows["decisions"] if row.get("text")))
    return HeldDraft(minutes, tuple(picked(MatterDraft, row) for row in rows["matters"] if row.get("text")))


def _load_matter(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = uow.get(Matter, record_id or 0)
    return _matter(one) | {"answered_on": one.answered_on or uow.clock.today(),
                           "outcome": "solved" if one.outcome == "open" else one.outcome}


_CALL = (
    Section(N_("Meeting"), (
        Field("kind", N_("Kind"), "choice", True, choices=KINDS), Field("title", N_("Matter"), "text", True),
        Field("starts_at", N_("Begins"), "datetime", True), Field("place", N_("Place")), Field("convener", N_("Called by")),
        Field("host", N_("Chaired by")), Field("contact", N_("Contact")), Field("agenda", N_("Agenda"), "lines", rows=3),
        Field("noticed_on", N_("Notice sent on"), "date"))),
    Section(N_("Who is called"), (Repeat("attendees", N_("Person"), (
        Field("name", N_("Name or unit")), Field("role", N_("As"), "choice", choices=ROLES),
        Field("unit", N_("Stands for")), Field("phone", N_("Phone"))), N_("Add a person")),),
        N_("A stool meeting or a talk point needs no roll; a four-party meeting calls its four parties by itself.")))


def call_form(form: str, title: str, load: Any, after: str = "") -> FormSpec:
    """The form that calls a meeting, however it is filled beforehand."""
    return FormSpec(id=f"consultation.{form}", title=title, domain="consultation", save=call, load=load, make_draft=_gathering,
                    sections=_CALL, after=after)


GATHERING_FORM = call_form("gathering_form", N_("Call a meeting"), _load_gathering)
SITTING_FORM = call_form("sitting_form", N_("Call a meeting of the body"), _load_sitting, "consultation.meeting")
KNOWN_GATHERING_FORM = call_form("known_gathering_form", N_("Change what was called"), _load_known)
_MATTER = (
    Field("who", N_("Who brought it")), Field("contact", N_("Phone")), Field("text", N_("What it is about"), "lines", rows=2),
    Field("outcome", N_("What becomes of it"), "choice", choices=OUTCOMES, default="open"),
    Field("taker", N_("Hand it to a module at once"), "choice", choices=takers, default="",
          visible_when={"outcome": ("open", "passed")}),
    Field("answer", N_("Answer"), "lines", rows=2), Field("does", N_("Who takes it on")),
    Field("promised_on", N_("Answer promised for"), "date"))

MINUTES_FORM = FormSpec(
    id="consultation.minutes_form", title=N_("Write the minutes"), domain="consultation", save=hold,
    load=_load_minutes, make_draft=_held, sections=(
        Section(N_("Who came"), (
            Field("kind", N_("Kind"), "choice", choices=KINDS, read_only=True),
            Repeat("attendees", N_("Person"), (
                Field("name", N_("Name or unit")), Field("role", N_("As"), "choice", choices=ROLES),
                Field("state", N_("Was"), "choice", choices=STATES, default="came"),
                Field("stands_for", N_("Stands for"))), N_("Add a person")),
            Field("heads", N_("Head count (without a roll)"), "number",
                  visible_when={"kind": tuple(kind.code for kind in GATHERINGS if kind.light)}),
            Field("ends_at", N_("Ended"), "datetime"),
            Field("host", N_("Chaired by")), Field("recorder", N_("Recorder")))),
        Section(N_("What was brought up"), (Repeat("matters", N_("Item brought up"), _MATTER, N_("Add a matter")),),
                N_("Opinions, questions, matters between parties: each is answered, given to somebody, passed on or carried to "
                   "the next meeting. From the meeting's page each can become a topic.")),
        Section(N_("What was said"), (
            Repeat("points", N_("Contribution"), (Field("who", N_("Speaker")), Field("said", N_("Said"), "lines", rows=2)),
                   N_("Add a contribution")),
            Field("agreed", N_("Agreed"), "lines", rows=3), Field("open_points", N_("Not agreed"), "lines", rows=2))),
        Section(N_("Decisions"), (
            Repeat("decisions", N_("Decision"), (
                Field("text", N_("What is to be done")), Field("who", N_("Who does it")),
                Field("due_on", N_("Due on"), "date")), N_("Add a decision")),
            Field("close", N_("The minutes are final"), "bool", default=True)))))

MATTER_FORM = form_of(
    "matter_form",
    N_("Answer a matter"),
    settle_matter,
    MatterDraft,
    Field("text", N_("What it is about"), "lines", read_only=True),
    Field("who", N_("Who brought it"), read_only=True),
    Field("outcome", N_("What becomes of it"), "choice", True, choices=TYPED),
    Field("answer", N_("Answer"), "lines", rows=3),
    Field("does", N_("Who takes it on")),
    Field("promised_on", N_("Answer promised for"), "date"),
    Field("answered_on", N_("Answered on"), "date"),
    load=_load_matter,
)
DECISION_FORM = form_of(
    "decision_form", N_("A task of a meeting is done"), decision_done, DecisionDoneDraft,
    Field("result", N_("What came of it"), "lines", True, rows=3), Field("on", N_("Done on"), "date", True),
    load=lambda uow, record_id: {"decision_id": record_id, "on": uow.clock.today()})

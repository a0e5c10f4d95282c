"""The forms of a topic's meetings and postings."""

from datetime import timedelta
from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.meetings import (
    ATTENDEES,
    GATHERINGS,
    AttendeeDraft,
    CommentDraft,
    DecisionDraft,
    GatheringDraft,
    MinutesDraft,
    call_gathering,
    get_gathering,
    take_comment,
    write_minutes,
)
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.consultation.drafts import AnswerDraft, UnpostDraft
from plugins.consultation.kinds import CHANNELS, TOPIC
from plugins.consultation.pages.common import picked, today_for
from plugins.consultation.queries import get_file
from plugins.consultation.service.meetings import answer, unpost

_ = translator("consultation")
KIND_OF_STEP = {"talk": "talk", "draft": "council", "branch": "branch", "committees": "committees", "members": "members",
                "vote": "representatives", "meeting": "deliberation"}
STATES = (("called", N_("Called")), ("came", N_("Came")), ("excused", N_("Excused")), ("absent", N_("Absent")))
KINDS = tuple((kind.code, kind.paper) for kind in GATHERINGS)
ROLES = (("", "—"), *((code, paper) for code, _title, paper in ATTENDEES))


def _load_gathering(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:  # a meeting of its own: stool meetings, talk points, hearings, standing councils
        return {"kind": "stool", "starts_at": uow.clock.now().replace(minute=0, second=0, microsecond=0), "attendees": []}
    file = get_file(uow, record_id or 0)
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    return {"owner_kind": TOPIC, "owner_id": file.id, "kind": KIND_OF_STEP.get(step.code if step else "", "deliberation"),
            "starts_at": uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=3),
            "title": file.case.title, "place": "社区议事厅", "convener": step.convener if step else "", "agenda": file.content,
            "noticed_on": uow.clock.today(), "attendees": [{"role": "resident"}]}


def _gathering(values: dict[str, Any]) -> GatheringDraft:
    people = tuple(picked(AttendeeDraft, row) for row in values.get("attendees") or ())
    return picked(GatheringDraft, values, attendees=people)  # type: ignore[no-any-return]


def _load_minutes(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    found = get_gathering(uow, record_id or 0)
    return {"gathering_id": found.id, "version": found.version, "host": found.host,
            "recorder": found.recorder or uow.actor.name, "ends_at": found.ends_at or found.starts_at + timedelta(hours=1),
            "agreed": found.agreed, "heads": found.heads,
            "open_points": found.open_points, "close": True,
            "attendees": [{"id": one.id, "name": one.name, "role": one.role, "unit": one.unit, "phone": one.phone,
                           "state": "came" if one.state == "called" else one.state, "stands_for": one.stands_for}
                          for one in found.attendees],
            "points": [{"who": who, "said": said} for who, said in found.points],
            "decisions": [{"id": one.id, "text": one.text, "who": one.who, "due_on": one.due_on} for one in found.decisions]}


def _minutes(values: dict[str, Any]) -> MinutesDraft:
    rows = {name: values.get(name) or () for name in ("attendees", "points", "decisions")}
    return picked(  # type: ignore[no-any-return]
        MinutesDraft, values, attendees=tuple(picked(AttendeeDraft, row) for row in rows["attendees"]),
        points=tuple((row.get("who") or "", row.get("said") or "") for row in rows["points"]),
        decisions=tuple(picked(DecisionDraft, row) for row in rows["decisions"] if row.get("text")))


GATHERING_FORM = FormSpec(
    id="consultation.gathering_form", title=N_("Call a meeting"), domain="consultation", save=call_gathering,
    load=_load_gathering, make_draft=_gathering, sections=(
        Section(N_("Meeting"), (
            Field("kind", N_("Kind"), "choice", True, choices=KINDS), Field("title", N_("Matter"), "text", True),
            Field("starts_at", N_("Begins"), "datetime", True), Field("place", N_("Place")),
            Field("convener", N_("Called by")), Field("host", N_("Chaired by")), Field("contact",
                                                                                       N_("Contact")), Field("agenda",
                                                                                                             N_("Agenda"),
                                                                                                             "lines", rows=3),
            Field("noticed_on", N_("Notice sent on"), "date"))),
        Section(N_("Who is called"), (Repeat("attendees", N_("Person"), (
            Field("name", N_("Name or unit")), Field("role", N_("As"), "choice", choices=ROLES),
            Field("unit", N_("Stands for")), Field("phone", N_("Phone"))), N_("Add a person")),))))

MINUTES_FORM = FormSpec(
    id="consultation.minutes_form", title=N_("Write the minutes"), domain="consultation", save=write_minutes,
    load=_load_minutes, make_draft=_minutes, sections=(
        Section(N_("Who came"), (
            Repeat("attendees", N_("Person"), (
                Field("name", N_("Name or unit")), Field("role", N_("As"), "choice", choices=ROLES),
                Field("state", N_("Was"), "choice", choices=STATES, default="came"),
                Field("stands_for", N_("Stands for"))), N_("Add a person")),
            Field("heads", N_("Head count (without a roll)"), "number"), Field("ends_at", N_("Ended"), "datetime"),
            Field("host", N_("Chaired by")), Field("recorder", N_("Recorder")))),
        Section(N_("What was said"), (
            Repeat("points", N_("Contribution"), (Field("who", N_("Speaker")), Field("said", N_("Said"), "lines", rows=2)),
                   N_("Add a contribution")),
            Field("agreed", N_("Agreed"), "lines", rows=3), Field("open_points", N_("Not agreed"), "lines", rows=2))),
        Section(N_("Decisions"), (
            Repeat("decisions", N_("Decision"), (
                Field("text", N_("What is to be done")), Field("who", N_("Who does it")),
                Field("due_on", N_("Due on"), "date")), N_("Add a decision")),
            Field("close", N_("The minutes are final"), "bool", default=True)))))

COMMENT_FORM = FormSpec(
    id="consultation.comment_form", title=N_("Take down a comment"), domain="consultation", save=take_comment,
    load=lambda uow, record_id: {"notice_id": record_id, "received_on": uow.clock.today()},
    make_draft=lambda values: picked(CommentDraft, values), sections=(Section("", (
        Field("text", N_("What was said"), "lines", True, rows=4), Field("who", N_("Name"), help=N_("Left blank: anonymous.")),
        Field("channel", N_("How it came"), "choice", choices=(("", "—"), *CHANNELS)),
        Field("received_on", N_("Day"), "date"))),))


ANSWER_FORM = FormSpec(
    id="consultation.answer_form", title=N_("Answer a comment"), domain="consultation", save=answer,
    load=lambda uow, record_id: {"comment_id": record_id, "outcome": "taken"},
    make_draft=lambda values: picked(AnswerDraft, values),
    sections=(Section("", (
        Field("outcome", N_("Taken up"), "choice", True, choices=(
            ("taken", N_("Taken up")), ("partly", N_("Partly taken up")), ("not", N_("Not taken up")))),
        Field("reply", N_("Answer with the reason"), "lines", True, rows=4))),))
UNPOST_FORM = FormSpec(
    id="consultation.unpost_form", title=N_("Close the posting"), domain="consultation", save=unpost,
    load=lambda uow, record_id: today_for("notice_id")(uow, record_id) | {"note": "公示期内无异议。"},
    make_draft=lambda values: picked(UnpostDraft, values),
    sections=(Section("", (
        Field("note", N_("Closing note"), "lines", rows=2), Field("early_reason", N_("Why before the period ends")),
        Field("on", N_("Taken down on"), "date", True))),))

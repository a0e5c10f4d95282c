"""The standing joint meeting (调解联席会议) on the screen: gatherings of this kind with roll, minutes, tasks, trend."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from desk.api import N_, Tone, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.meetings import (
    AttendeeDraft,
    DecisionDraft,
    GatheringDraft,
    GatheringRow,
    MinutesDraft,
    call_gathering,
    finish_decision,
    get_gathering,
    list_gatherings,
    write_minutes,
)
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Repeat,
    Section,
    StateCell,
)
from plugins.mediation.class_plans import list_class_plans
from plugins.mediation.joint_kinds import HOLD, JOINT_MEETING
from plugins.mediation.kinds import READ
from plugins.mediation.trend import read_trend
from plugins.mediation.words import people_named

_ = translator("mediation")
Values = dict[str, Any]
STATES = (("called", N_("Called")), ("came", N_("Came")), ("excused", N_("Excused")), ("absent", N_("Stayed away")))


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A joint meeting in the list."""

    id: int
    at: str
    title: str
    place: str
    came: str
    state: StateCell


def _state(one: GatheringRow) -> StateCell:
    return StateCell(_("Minutes final"), Tone.DONE) if one.closed else StateCell(_("Minutes open"), Tone.WAITING)


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[MeetingLine]:
    """The newest first."""
    uow.require(READ)
    page = list_gatherings(uow, replace(request, filters={**request.filters, "kind": JOINT_MEETING}))
    return Page([_line(one) for one in page.rows], page.next, page.total)


def _line(one: GatheringRow) -> MeetingLine:
    return MeetingLine(one.id, f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}", one.title, one.place,
                       f"{one.came}/{len(one.attendees)}", _state(one))


MEETINGS = ListSpec(
    id="mediation.joint_meetings", title=N_("Joint meetings on disputes"), record="gathering", domain="mediation",
    columns=(Column("at", N_("When"), 150), Column("title", N_("Title"), 0), Column("place", N_("At which place"), 160),
             Column("came", N_("Came of those called"), 130), Column("state", N_("State"), 130, "state")),
    fetch=fetch, opens="mediation.joint_meeting", new="mediation.joint_meeting_form",
    new_title=N_("Call a joint meeting"), new_permission=HOLD, search_hint=N_("Title"),
    chips=(Chip(N_("Minutes open"), {"closed": False}),),
    empty=N_("No joint meeting yet. Call the first one; its trend sheet is made out of the hazard ledger and the cases."))


def load(uow: UnitOfWork, gathering_id: int) -> RecordCard:
    """One meeting: what it was about, the trend it judges, who came, tasks."""
    uow.require(READ)
    one = get_gathering(uow, gathering_id)
    roll = tuple(Fact(who.unit or who.name, " · ".join(filter(None, (
        who.name if who.unit and who.name != who.unit else "", _(dict(STATES)[who.state]))))) for who in one.attendees)
    tasks = tuple(Fact(item.who or "—", " · ".join(filter(None, (
        item.text, long_date(item.due_on) if item.due_on else "", f"✓ {item.result}" if item.done_on else ""))))
        for item in one.decisions)
    sections = (FactSection(_("Joint meeting"), (
        Fact(_("When"), f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}"), Fact(_("At which place"), one.place),
        Fact(_("Chair"), one.host), Fact(_("Agenda"), one.agenda), Fact(_("How things are judged"), one.agreed),
        Fact(_("What to prevent"), one.open_points))), _trend(uow, one), FactSection(_("Departments"), roll),
        FactSection(_("Tasks"), tasks))
    return RecordCard(
        id=one.id, number="", title=one.title, state=_state(one), holder=None, version=one.version,
        sections=tuple(section for section in sections if section.facts), acts=_acts(uow, one),
        papers=tuple(PaperLink(f"mediation.{paper}") for paper in (
            ("joint_minutes", "joint_trend", "joint_notice") if one.closed else
            ("joint_notice", "joint_trend", "joint_minutes"))))


def _trend(uow: UnitOfWork, one: GatheringRow) -> FactSection:
    trend = read_trend(uow, hall_time(one.starts_at).date())
    told = _("{total} in six months, {last} in the last one ({change}), {open} open")
    return FactSection(_("Trend"), tuple(Fact(row.title, told.format(
        total=row.total, last=row.counts[-1], change=f"{row.change:+}", open=row.open)) for row in trend.rows))


def _acts(uow: UnitOfWork, one: GatheringRow) -> tuple[NextAct, ...]:
    if not uow.actor.may(HOLD):
        return ()
    here = {"record_id": one.id}
    found = [] if one.closed else [NextAct(_("Write the minutes"), "mediation.joint_minutes_form", here, main=True),
                                   NextAct(_("Change what was called"), "mediation.joint_meeting_edit", here)]
    found += [NextAct(_("Done: {task}").format(task=item.text[:16]), "mediation.joint_task_form", {"record_id": item.id})
              for item in one.decisions if one.closed and item.done_on is None]
    return (*found, NextAct(_("Pictures and papers"), "files.of", {"owner_kind": "gathering", "owner_id": one.id,
                                                                   "title": one.title}))


RECORD = RecordSpec("mediation.joint_meeting", N_("Joint meeting on disputes"), "gathering", load, domain="mediation")


def called(uow: UnitOfWork, record_id: int | None) -> Values:
    """In a week, every department that any kind of dispute calls; or the stored one."""
    if record_id is None:
        names = dict.fromkeys(name for plan in list_class_plans(uow) for name in people_named(plan.departments))
        start = uow.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
        today = uow.clock.today()
        return {"starts_at": start, "title": f"{today.year}年{today.month}月矛盾纠纷调解联席会议", "host": "", "place": "",
                "agenda": "通报矛盾纠纷化解情况;分析研判趋势;确定预防重点和任务分工",
                "attendees": [{"unit": name} for name in names]}
    one = get_gathering(uow, record_id)
    return {"id": one.id, "version": one.version, "starts_at": one.starts_at, "title": one.title, "place": one.place,
            "host": one.host, "agenda": one.agenda, "attendees": _roll(one)}


def _roll(one: GatheringRow) -> list[Values]:
    return [{"id": who.id, "unit": who.unit, "name": who.name if who.name != who.unit else "", "phone": who.phone,
             "state": who.state} for who in one.attendees]


def _attendees(values: Mapping[str, Any]) -> tuple[AttendeeDraft, ...]:
    """Departments are called by their name; who comes for them is known at the meeting."""
    rows = [row for row in values.get("attendees") or () if (row.get("unit") or row.get("name") or "").strip()]
    return tuple(AttendeeDraft(row.get("name") or row.get("unit") or "", "unit", row.get("id") or 0, row.get("unit") or "",
                               row.get("phone") or "", row.get("state") or "called") for row in rows)


def call_draft(values: Values) -> GatheringDraft:
    """From the form's values."""
    return GatheringDraft(
        JOINT_MEETING, values.get("title") or "", values["starts_at"], values.get("id") or 0, values.get("version") or 0,
        place=values.get("place") or "", host=values.get("host") or "", agenda=values.get("agenda") or "",
        attendees=_attendees(values))


_CALL = (Section("", (
    Field("title", N_("Title"), required=True, max_length=120), Field("starts_at", N_("When"), "datetime", True),
    Field("place", N_("At which place"), max_length=120), Field("host", N_("Chair"), max_length=60),
    Field("agenda", N_("Agenda"), "lines", rows=3))),
    Section(N_("Departments"), (Repeat("attendees", N_("Department"), (
        Field("unit", N_("Department"), width=200), Field("name", N_("Name"), width=130),
        Field("phone", N_("Phone"), "phone", width=150)), N_("Invite a department"), compact=True),),
        help=N_("Proposed from the departments of the kinds of dispute.")))
MEETING_FORM = FormSpec(id="mediation.joint_meeting_form", title=N_("Call a joint meeting"), domain="mediation", sections=_CALL,
                        save=call_gathering, load=called, make_draft=call_draft, after="mediation.joint_meeting")
MEETING_EDIT = FormSpec(id="mediation.joint_meeting_edit", title=N_("Change what was called"), domain="mediation",
                        sections=_CALL, save=call_gathering, load=called, make_draft=call_draft,
                        after="mediation.joint_meeting")


def minutes(uow: UnitOfWork, record_id: int | None) -> Values:
    """Everybody came; what was written so far."""
    one = get_gathering(uow, record_id or 0)
    return {"gathering_id": one.id, "version": one.version, "host": one.host, "recorder": one.recorder or uow.actor.name,
            "agreed": one.agreed, "open_points": one.open_points, "close": True,
            "attendees": [row | {"state": "came" if row["state"] == "called" else row["state"]} for row in _roll(one)],
            "points": [{"who": who, "said": said} for who, said in one.points],
            "decisions": [{"id": item.id, "text": item.text, "who": item.who, "due_on": item.due_on} for item in one.decisions]}


def minutes_draft(values: Values) -> MinutesDraft:
    """From the form's values."""
    return MinutesDraft(
        values["gathering_id"], values.get("version") or 0, host=values.get("host") or "",
        recorder=values.get("recorder") or "", attendees=_attendees(values),
        points=tuple((row.get("who") or "", row.get("said") or "") for row in values.get("points") or ()),
        agreed=values.get("agreed") or "", open_points=values.get("open_points") or "",
        decisions=tuple(DecisionDraft(row.get("text") or "", row.get("who") or "", row.get("due_on"), row.get("id") or 0)
                        for row in values.get("decisions") or ()), close=bool(values.get("close")))


MINUTES_FORM = FormSpec(
    id="mediation.joint_minutes_form", title=N_("Write the minutes"), domain="mediation", save=write_minutes, load=minutes,
    make_draft=minutes_draft, after="mediation.joint_meeting", sections=(
        Section(N_("Who came"), (Repeat("attendees", N_("Department"), (
            Field("unit", N_("Department"), width=200), Field("name", N_("Name"), width=130),
            Field("state", N_("Was"), "choice", choices=STATES, default="came")), N_("Add a department"), compact=True),
            Field("host", N_("Chair")), Field("recorder", N_("Recorder")))),
        Section(N_("Contributions"), (Repeat("points", N_("Contribution"), (
            Field("who", N_("Department")), Field("said", N_("Opinion"), "lines", rows=2)), N_("Add a contribution")),)),
        Section(N_("Trend"), (
            Field("agreed", N_("How things are judged"), "lines", rows=3),
            Field("open_points", N_("What to prevent"), "lines", rows=2)),
            help=N_("Both are printed under the figures on the trend sheet.")),
        Section(N_("Tasks"), (Repeat("decisions", N_("Task"), (
            Field("text", N_("What is to be done"), width=260), Field("who", N_("Who sees to it"), width=130),
            Field("due_on", N_("To be done by"), "date")), N_("Add a task"), compact=True),
            Field("close", N_("The minutes are final"), "bool", default=True)))))


def done(uow: UnitOfWork, values: Values) -> int:
    """See `finish_decision`."""
    return finish_decision(uow, values["decision_id"], values.get("result") or "", values.get("on"))


done.verb_name = "meetings.decision_done"  # type: ignore[attr-defined]
TASK_FORM = FormSpec(
    id="mediation.joint_task_form", title=N_("A task is done"), domain="mediation", save=done,
    load=lambda uow, record_id: {"decision_id": record_id, "on": uow.clock.today()},
    sections=(Section("", (Field("result", N_("What came of it"), "lines", True, rows=3), Field("on", N_("Done on"), "date",
                                                                                             True))),))

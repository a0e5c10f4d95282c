"""The card of a schedule: the rule in words, what is open, the year's plan; settle, skip, pause. No Qt."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk.core.calendar.rule_words import rule_words
from desk.core.calendar.schedule_queries import OccurrenceRow, get_schedule, list_due_occurrences, list_occurrences
from desk.core.calendar.schedules import (
    GENERAL,
    PLAN,
    pause_schedule,
    reopen_occurrence,
    resume_schedule,
    settle_occurrence,
)
from desk.core.cases.kinds import Tone
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.host.pages import Fact, FactSection, Field, FormSpec, LampCell, NextAct, RecordCard, RecordSpec, Section
from desk.host.specs import HomeItem
from desk.shell.audit.trail import trail_of
from desk.shell.doing import carry_out
from desk.shell.schedules.register import line_of

ROOM = "desk.shell.schedules.card"
BACK, FORWARD = 200, 366
STATES = {"open": N_("open"), "done": N_("done"), "skipped": N_("left out")}
SHOWN = 24


def load(uow: UnitOfWork, schedule_id: int) -> RecordCard:
    """The whole card."""
    row, today = get_schedule(uow, schedule_id), uow.clock.today()
    line = line_of(row, today)
    times = list_occurrences(uow, schedule_id, today - timedelta(days=BACK), today + timedelta(days=FORWARD))
    facts = (Fact(_("When"), line.rule), Fact(_("Who does it"), row.who), Fact(_("From"), row.starts_on.isoformat()),
             Fact(_("Until"), row.ends_on.isoformat() if row.ends_on else ""),
             Fact(_("Remind days before"), str(row.ahead)), Fact(_("Note"), row.note),
             *((Fact(_("Paused because"), row.paused_reason),) if row.paused else ()))
    may = uow.actor.may(PLAN)
    edit: Any = ("schedules.form", {"record_id": row.id}) if may else ("", {})
    return RecordCard(
        id=row.id, number="", title=row.title, state=line.state, holder=None, subtitle=rule_words(row.rule),
        lamp=LampCell(row.next_due, (row.next_due - today).days if row.next_due else None),
        sections=(FactSection(_("Schedule"), facts, *edit), _past(times, today), _plan(times, today)),
        acts=_acts(row.id, row.kind, row.paused, times, today) if may else (), timeline=trail_of(uow, "schedule", row.id),
        version=row.version)


def _past(times: list[OccurrenceRow], today: date) -> FactSection:
    past = [one for one in times if one.due_on <= today or one.state != "open"][-SHOWN:]
    return FactSection(_("So far"), tuple(Fact(_day(one), _how(one)) for one in reversed(past)))


def _plan(times: list[OccurrenceRow], today: date) -> FactSection:
    coming = [one for one in times if one.due_on > today and one.state == "open"]
    return FactSection(_("The next twelve months"), (Fact(_("{count} times").format(count=len(coming)),
                                                           "、".join(_day(one) for one in coming[:SHOWN * 2])),))


def _how(one: OccurrenceRow) -> str:
    by = f"{one.done_on.isoformat()} {one.done_by}" if one.done_on else ""
    return " · ".join(filter(None, (_(STATES[one.state]), by, one.reason)))


def _day(one: OccurrenceRow) -> str:
    moved = _("(instead of {day})").format(day=one.nominal.isoformat()) if one.due_on != one.nominal else ""
    return f"{one.due_on.isoformat()} {moved}".strip()


def _acts(schedule_id: int, kind: str, paused: bool, times: list[OccurrenceRow], today: date) -> tuple[NextAct, ...]:
    here = {"record_id": schedule_id}
    open_now = any(one.state == "open" for one in times)
    found = []
    if open_now and kind == GENERAL:
        found = [NextAct(_("It was done"), "schedules.done_form", here, main=True)]
    if open_now:
        found.append(NextAct(_("Leave a time out"), "schedules.skip_form", here))
    if any(one.state != "open" for one in times):
        found.append(NextAct(_("Open a time again"), "schedules.reopen_form", here))
    found.append(NextAct(_("Change the schedule"), "schedules.form", here, main=not found))
    found.append(NextAct(_("Resume"), run=f"{ROOM}:resume") if paused else NextAct(_("Pause"), "schedules.pause_form", here))
    return tuple(found)


def resume(ctx: Any, schedule_id: int) -> None:
    """It comes again."""
    carry_out(ctx, _("The schedule runs again"), resume_schedule, schedule_id)


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Times of the hall's general schedules that are due or soon will be; plugins show their own."""
    today = uow.clock.today()
    return [HomeItem(one.title, one.who, one.due_on, Tone.LATE if one.due_on < today else Tone.OPEN, "schedules.card",
                     {"record_id": one.schedule_id}) for one in list_due_occurrences(uow, kind=GENERAL)]


SCHEDULE = RecordSpec("schedules.card", N_("Schedule"), "schedule", load)


@dataclass(frozen=True, slots=True)
class Settling:
    """One time of a schedule and what is said of it."""

    id: int
    nominal: date
    on: date | None = None
    reason: str = ""


def _times(uow: UnitOfWork, schedule_id: int, *, settled: bool) -> list[OccurrenceRow]:
    today = uow.clock.today()
    found = list_occurrences(uow, schedule_id, today - timedelta(days=BACK), today + timedelta(days=0 if settled else 100))
    return [one for one in found if (one.state != "open") == settled]


def load_open(uow: UnitOfWork, schedule_id: int | None) -> dict[str, Any]:
    """The first open time, today."""
    found = _times(uow, schedule_id or 0, settled=False)
    listed = "、".join(_day(one) for one in found[:8])
    return {"id": schedule_id, "nominal": found[0].nominal if found else None, "on": uow.clock.today(), "listed": listed}


def load_settled(uow: UnitOfWork, schedule_id: int | None) -> dict[str, Any]:
    """The last settled time."""
    found = _times(uow, schedule_id or 0, settled=True)
    return {"id": schedule_id, "nominal": found[-1].nominal if found else None,
            "listed": "、".join(_day(one) for one in found[-8:])}


def load_bare(uow: UnitOfWork, schedule_id: int | None) -> dict[str, Any]:
    """Only the schedule."""
    return {"id": get_schedule(uow, schedule_id or 0).id}


def done(uow: UnitOfWork, one: Settling) -> int:
    """See `settle_occurrence`; answers the schedule's id."""
    settle_occurrence(uow, one.id, one.nominal, on=one.on, reason=one.reason)
    return one.id


def skip(uow: UnitOfWork, one: Settling) -> int:
    """See `settle_occurrence`; answers the schedule's id."""
    settle_occurrence(uow, one.id, one.nominal, "skipped", reason=one.reason)
    return one.id


def reopen(uow: UnitOfWork, one: Settling) -> int:
    """See `reopen_occurrence`; answers the schedule's id."""
    reopen_occurrence(uow, one.id, one.nominal)
    return one.id


def pause(uow: UnitOfWork, one: Settling) -> int:
    """See `pause_schedule`; answers the schedule's id."""
    pause_schedule(uow, one.id, one.reason)
    return one.id


done.verb_name = skip.verb_name = "schedules.settle"  # type: ignore[attr-defined]
reopen.verb_name, pause.verb_name = "schedules.reopen", "schedules.pause"  # type: ignore[attr-defined]


def _draft(values: dict[str, Any]) -> Settling:
    return Settling(values["id"], values.get("nominal") or date.min, values.get("on"), values.get("reason") or "")


_WHICH = (Field("listed", N_("Open times"), "note"), Field("nominal", N_("Which day"), "date", True))


def _form(name: str, title: str, fields: tuple[Field, ...], save: Any, start: Any) -> FormSpec:
    return FormSpec(id=f"schedules.{name}", title=title, sections=(Section("", fields),), save=save, load=start,
                    make_draft=_draft, after="schedules.card")


DONE_FORM = _form("done_form", N_("It was done"), (
    *_WHICH, Field("on", N_("Done on"), "date", True), Field("reason", N_("What came of it"), max_length=300)), done, load_open)
SKIP_FORM = _form("skip_form", N_("Leave a time out"), (
    *_WHICH, Field("reason", N_("Reason"), required=True, max_length=300)), skip, load_open)
REOPEN_FORM = _form("reopen_form", N_("Open a time again"), (
    Field("listed", N_("Settled times"), "note"), Field("nominal", N_("Which day"), "date", True)), reopen, load_settled)
PAUSE_FORM = _form("pause_form", N_("Pause"), (
    Field("reason", N_("Reason"), required=True, max_length=200, help=N_("Nothing falls due until it is resumed.")),),
    pause, load_bare)

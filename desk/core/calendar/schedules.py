"""Verbs of recurring schedules: make and change one, pause it, say that a time was done or skipped and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.core.calendar.model import Occurrence, Schedule
from desk.core.calendar.queries import get_workdays
from desk.core.calendar.recurrence import LAST, SHIFTS, UNITS, Rule, falls, rule_as, rule_from
from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.text import clean, clean_note

PLAN = "desk.schedules.plan"
GENERAL = "desk.general"
_MOST = {"day": 366, "workday": 260, "week": 52, "month_day": 60, "month_weekday": 60, "lunar": 1}


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """A schedule as typed. ahead: days of reminder before the due day. kind: whose it is, fixed once it is made."""

    title: str
    rule: Rule
    starts_on: date
    ends_on: date | None = None
    kind: str = GENERAL
    ahead: int = 0
    who: str = ""
    area_id: int | None = None
    note: str = ""


@verb("schedules.add", permission=PLAN)
def add_schedule(uow: UnitOfWork, draft: ScheduleDraft) -> int:
    """Make a schedule; answers its id. Nothing that fell due before today is owed by a new one."""
    row = uow.add(Schedule(kind=draft.kind, **_values(draft)))
    row.made_until = uow.clock.today() - timedelta(days=1)
    uow.trace("schedules.add", "schedule", row.id, text=row.title)
    return int(row.id)


@verb("schedules.change", permission=PLAN)
def change_schedule(uow: UnitOfWork, schedule_id: int, draft: ScheduleDraft, version: int) -> None:
    """Change what comes from now on; what was due stays as it was. Raises Conflict when somebody saved since."""
    row = uow.get(Schedule, schedule_id)
    uow.require_area(row.area_id)
    before = _Course(rule_from(row.rule), row.starts_on, row.ends_on)
    changed = take_over(row, _values(draft), version)
    _make_due(uow, row, uow.clock.today(), before)
    _drop_coming(uow, row)
    uow.trace("schedules.change", "schedule", schedule_id, fields=changed)


@verb("schedules.pause", permission=PLAN)
def pause_schedule(uow: UnitOfWork, schedule_id: int, reason: str) -> None:
    """Nothing falls due from tomorrow on, until it is resumed; the reason stands on its card."""
    row = uow.get(Schedule, schedule_id)
    uow.require_area(row.area_id)
    reason = clean(reason, limit=200, field="reason")
    if not reason:
        raise UserError(_("Say why it is paused."), field="reason")
    if row.paused:
        raise UserError(_("It is paused already."))
    _make_due(uow, row, uow.clock.today())
    row.paused, row.paused_reason = True, reason
    uow.trace("schedules.pause", "schedule", schedule_id, reason=reason)


@verb("schedules.resume", permission=PLAN)
def resume_schedule(uow: UnitOfWork, schedule_id: int) -> None:
    """It comes again from today on; the times in between are not owed."""
    row = uow.get(Schedule, schedule_id)
    uow.require_area(row.area_id)
    if not row.paused:
        return
    row.paused, row.paused_reason = False, ""
    row.made_until = max(row.made_until or uow.clock.today(), uow.clock.today() - timedelta(days=1))
    uow.trace("schedules.resume", "schedule", schedule_id)


@verb("schedules.settle", permission=PLAN)
def settle_occurrence(uow: UnitOfWork, schedule_id: int, nominal: date, state: str = "done", *, on: date | None = None,
                      reason: str = "", result: tuple[str, int] | None = None) -> int:
    """A time was done, or is "skipped" with a reason; answers the occurrence's id. `result`: the record it led to."""
    row = _locked(uow, schedule_id)
    found = occurrence_at(uow, row, nominal)
    if found.state != "open":
        raise UserError(_("This time is settled already."), todo=_("Open the schedule again to see how."))
    reason = clean(reason, limit=300, field="reason")
    day = on or uow.clock.today()
    if state == "skipped" and not reason:
        raise UserError(_("Say why it is left out."), field="reason")
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    found.state, found.done_on, found.done_by, found.reason = state, day, uow.actor.name, reason
    if result:
        found.result_kind, found.result_id = result
    uow.session.flush()
    uow.touch("schedule", schedule_id)
    uow.trace("schedules.settle", "schedule", schedule_id, day=nominal.isoformat(), state=state)
    return int(found.id)


@verb("schedules.reopen", permission=PLAN)
def reopen_occurrence(uow: UnitOfWork, schedule_id: int, nominal: date) -> None:
    """Settling was a mistake; it is due again."""
    row = _locked(uow, schedule_id)
    found = occurrence_at(uow, row, nominal)
    found.state, found.done_on, found.done_by, found.reason = "open", None, "", ""
    found.result_kind, found.result_id = "", None
    uow.touch("schedule", schedule_id)
    uow.trace("schedules.reopen", "schedule", schedule_id, day=nominal.isoformat())


def occurrence_at(uow: UnitOfWork, row: Schedule, nominal: date) -> Occurrence:
    """The stored time of `nominal`, made when nobody touched it before; UserError when the rule has no such time."""
    found = uow.session.scalars(select(Occurrence).filter_by(schedule_id=row.id, nominal=nominal)).one_or_none()
    if found is not None:
        return found
    late = row.made_until is not None and nominal <= row.made_until
    coming = None if late else next(falls(rule_from(row.rule), row.starts_on, nominal, nominal, get_workdays(uow)), None)
    if coming is None or row.paused or (row.ends_on and nominal > row.ends_on):
        raise UserError(_("The schedule has no time on {day}.").format(day=nominal))
    return uow.add(Occurrence(schedule_id=row.id, nominal=coming.nominal, due_on=coming.due_on))


@dataclass(frozen=True, slots=True)
class _Course:
    """What decides when a schedule falls due."""

    rule: Rule
    starts_on: date
    ends_on: date | None


def _make_due(uow: UnitOfWork, row: Schedule, until: date, course: _Course | None = None) -> None:
    """Rows for everything that fell due up to `until` by `course` (as it is), so that a change leaves it as it was."""
    course = course or _Course(rule_from(row.rule), row.starts_on, row.ends_on)
    first = (row.made_until or course.starts_on - timedelta(days=1)) + timedelta(days=1)
    if not row.paused and first <= until:
        have = set(uow.session.scalars(select(Occurrence.nominal).where(Occurrence.schedule_id == row.id,
                                                                        Occurrence.nominal >= first)))
        last = min(until, course.ends_on or until)
        for one in falls(course.rule, course.starts_on, first, last, get_workdays(uow)):
            if one.nominal not in have:
                uow.add(Occurrence(schedule_id=row.id, nominal=one.nominal, due_on=one.due_on))
    row.made_until = max(until, row.made_until or until)
    uow.session.flush()


def _drop_coming(uow: UnitOfWork, row: Schedule) -> None:
    """Open times after today go: the changed rule says anew when they are."""
    for one in uow.session.scalars(select(Occurrence).where(
            Occurrence.schedule_id == row.id, Occurrence.state == "open", Occurrence.nominal > uow.clock.today())):
        uow.session.delete(one)
    uow.session.flush()


def _locked(uow: UnitOfWork, schedule_id: int) -> Schedule:
    """Two seats that settle the same time: the second waits and is told."""
    row = uow.session.scalars(select(Schedule).where(Schedule.id == schedule_id).with_for_update()).one_or_none()
    row = row or uow.get(Schedule, schedule_id)
    uow.require_area(row.area_id)
    return row


def _values(draft: ScheduleDraft) -> dict[str, object]:
    marks = check_rule(draft.rule)
    if not draft.title.strip():
        marks["title"] = _("Enter what it is.")
    if draft.ends_on and draft.ends_on < draft.starts_on:
        marks["ends_on"] = _("The end is before the beginning ({start}).").format(start=draft.starts_on)
    if not 0 <= draft.ahead <= 90:
        marks["ahead"] = _("Remind at most 90 days before.")
    refuse_marked(marks)
    return {"title": clean(draft.title, limit=160, field="title"), "rule": rule_as(draft.rule), "starts_on": draft.starts_on,
            "ends_on": draft.ends_on, "ahead": draft.ahead, "who": clean(draft.who, limit=200, field="who"),
            "area_id": draft.area_id, "note": clean_note(draft.note, field="note")}


def check_rule(rule: Rule) -> dict[str, str]:
    """Field → what is wrong with the rule; empty for one that can be used."""
    marks = {}
    if rule.unit not in UNITS:
        return {"unit": _("Choose how it comes again.")}
    if not 1 <= rule.every <= _MOST[rule.unit]:
        marks["every"] = _("Between 1 and {most}.").format(most=_MOST[rule.unit])
    if rule.unit in ("week", "month_weekday") and not (rule.weekdays and set(rule.weekdays) <= set(range(7))):
        marks["weekdays"] = _("Choose a day of the week.")
    if rule.unit in ("month_day", "lunar") and not 1 <= rule.day <= (30 if rule.unit == "lunar" else 31):
        marks["day"] = _("There is no such day.")
    if rule.unit == "month_weekday" and rule.nth not in (1, 2, 3, 4, 5, LAST):
        marks["nth"] = _("Choose which of the month.")
    if not (1 if rule.unit == "lunar" else 0) <= rule.month <= 12:
        marks["month"] = _("Choose the month.")
    if rule.shift not in SHIFTS:
        marks["shift"] = _("Choose what happens on days off.")
    return marks

"""Volunteer days and months: a recurring plan proposes the dates, activities are hung on them (systems F3 #45)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from desk.api import HALL_ZONE, UserError, clean, translator
from desk.api.calendar import (
    LAST,
    OccurrenceRow,
    Rule,
    ScheduleDraft,
    add_schedule,
    change_schedule,
    get_schedule,
    list_occurrences,
    pause_schedule,
    settle_occurrence,
)
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts import ActivityDraft, EndingDraft
from plugins.volunteer.drafts_teams import DayDraft, HangDraft
from plugins.volunteer.kinds import ACTIVITY, WRITE
from plugins.volunteer.models import Activity, ServiceDay
from plugins.volunteer.service.activities import save_activity

_ = translator("volunteer")
DAY, SCHEDULE = "volunteer.service_day", "volunteer.service_day"
_TIME = re.compile(r"^([01]?\d|2[0-3])[:：]?([0-5]\d)$")


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One date of a plan. activity_id: what is hung on it, None yet."""

    day_id: int
    theme: str
    month: bool
    due_on: date
    nominal: date
    activity_id: int | None
    state: str


@verb("volunteer.save_service_day", permission=WRITE)
def save_service_day(uow: UnitOfWork, draft: DayDraft) -> int:
    """Fix a volunteer day or month, or change the plan from now on; answers its id."""
    theme = clean(draft.theme, limit=120, field="theme")
    if not theme:
        raise UserError(_("Say what the day is about."), field="theme")
    begins, ends = _clock(draft.begins, "begins"), _clock(draft.ends, "ends")
    if ends <= begins:
        raise UserError(_("The end lies after the beginning."), field="ends")
    plan = ScheduleDraft(theme, rule_of(draft), draft.starts_on or uow.clock.today(), kind=SCHEDULE, ahead=14)
    values = {"theme": theme, "kind": draft.kind, "month": draft.how == "month", "team_id": draft.team_id,
              "place": clean(draft.place, limit=120), "begins": begins, "ends": ends}
    if not draft.id:
        return int(uow.add(ServiceDay(schedule_id=add_schedule(uow, plan), **values)).id)
    found = uow.get(ServiceDay, draft.id)
    uow.expect_version(found, draft.version)
    change_schedule(uow, found.schedule_id, plan, get_schedule(uow, found.schedule_id).version)
    for name, value in values.items():
        setattr(found, name, value)
    return int(found.id)


@verb("volunteer.end_service_day", permission=WRITE)
def end_service_day(uow: UnitOfWork, draft: EndingDraft) -> int:
    """No more dates are proposed, with a reason; what was held stays."""
    found, reason = uow.get(ServiceDay, draft.id), clean(draft.reason)
    if found.until is not None or not reason:
        raise UserError(_("Say why, once."), field="reason")
    pause_schedule(uow, found.schedule_id, reason)
    found.until = uow.clock.today()
    uow.trace("volunteer.end_service_day", DAY, found.id, reason=reason)
    return int(found.id)


@verb("volunteer.hang_activity", permission=WRITE)
def hang_activity(uow: UnitOfWork, draft: HangDraft) -> int:
    """Plan an activity on the next date of a volunteer day that has none, or on the one given; answers the activity."""
    found = uow.get(ServiceDay, draft.id)
    coming = [one for one in list_planned(uow, found, uow.clock.today(), uow.clock.today() + timedelta(days=400))
              if one.activity_id is None and one.state != "skipped"]
    chosen = next((one for one in coming if draft.nominal in (None, one.nominal)), None)
    if chosen is None:
        raise UserError(_("No date of this plan is free in the coming year."), todo=_("Change the plan, or plan freely."))
    start, end = (datetime.combine(chosen.due_on, time.fromisoformat(one), HALL_ZONE) for one in (found.begins, found.ends))
    made = save_activity(uow, ActivityDraft(
        clean(draft.title, limit=120) or f"{found.theme}({chosen.due_on.month}月{chosen.due_on.day}日)", start, end, found.kind,
        team_id=found.team_id, place=found.place, responsible=clean(draft.responsible, limit=60) or uow.actor.name))
    uow.get(Activity, made).day_id = found.id
    settle_occurrence(uow, found.schedule_id, chosen.nominal, "done", result=(ACTIVITY, made))
    uow.touch(DAY, found.id)
    return made


def list_planned(uow: UnitOfWork, found: ServiceDay, first: date, last: date) -> list[PlannedDay]:
    """Dates of a plan within civil days, with what is hung on them."""
    return [_planned(found, one) for one in list_occurrences(uow, found.schedule_id, first, last)]


def list_year(uow: UnitOfWork, year: int) -> list[PlannedDay]:
    """All dates of a year, in order: the year plan."""
    days = uow.session.scalars(select(ServiceDay).where(ServiceDay.until.is_(None)).order_by(ServiceDay.id)).all()
    found = [one for day in days for one in list_planned(uow, day, date(year, 1, 1), date(year, 12, 31))]
    return sorted(found, key=lambda one: (one.due_on, one.day_id))


def rule_of(draft: DayDraft) -> Rule:
    """The core's rule for what was chosen. how: "monthday", "weekday", "year", "month" (the first day stands for it)."""
    if draft.how == "monthday":
        return Rule("month_day", day=draft.day or 1)
    if draft.how == "weekday":
        return Rule("month_weekday", weekdays=(draft.weekday,), nth=draft.nth or LAST)
    if draft.how == "month":
        return Rule("month_day", every=12, day=1, month=draft.month or 1)
    return Rule("month_day", every=12, day=draft.day or 1, month=draft.month or 1)


def _planned(found: ServiceDay, one: OccurrenceRow) -> PlannedDay:
    hung = one.result_id if one.result_kind == ACTIVITY else None
    return PlannedDay(found.id, found.theme, found.month, one.due_on, one.nominal, hung, one.state)


def _clock(text: str, field: str) -> str:
    match = _TIME.match(clean(text))
    if match is None:
        raise UserError(_("{text} is no time of day").format(text=text), field=field)
    return f"{int(match[1]):02d}:{match[2]}"

"""Signing in and out, and thirty rows typed from a paper sheet."""

import re
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from desk.api import HALL_ZONE, UserError, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.pages import CounterAnswer
from desk.api.timesheets import PairDraft, TimePair, Whose, find_open, record_pair, sign_out, strike
from plugins.volunteer.drafts import EndingDraft, SheetDraft
from plugins.volunteer.kinds import ACTIVITY, VOLUNTEER, WRITE
from plugins.volunteer.models import Activity, Volunteer
from plugins.volunteer.service.activities import admit, refuse_uninsured
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of, the_volunteer

_ = translator("volunteer")
_LINE = re.compile(r"^(?P<who>.+?)[\s,,]+(?P<start>\d{1,2}[::.]?\d{2})[\s,,\-—–~到至]+(?P<end>\d{1,2}[::.]?\d{2})$")


@verb("volunteer.take_at_door", permission=WRITE)
def take_at_door(uow: UnitOfWork, activity_id: int, text: str) -> CounterAnswer:
    """Card, number or name: signs in, at the second time out. Walk-ins get a place on the spot."""
    activity = _open_activity(uow, activity_id)
    who = the_volunteer(uow, text)
    name = names_of(uow, [who.id]).get(who.id, who.number)
    pair = find_open(uow, Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id))
    now = uow.clock.now().replace(second=0, microsecond=0)
    if pair is not None:
        if now <= uow.get(TimePair, pair).started_at:
            raise UserError(_("{name} has just signed in").format(name=name))
        minutes = sign_out(uow, pair, now)
        return CounterAnswer(_("{name} is signed out").format(name=name), _("{hours} served").format(hours=hours_text(minutes)))
    place = admit(uow, activity, who)
    made = record_pair(uow, PairDraft(Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id), now))
    detail = _("from the waiting list") if place.state == "waiting" else f"{hall_time(now):%H:%M}"
    place.state = "in"
    return CounterAnswer(_("{name} is signed in").format(name=name), detail, undo=made)


@verb("volunteer.undo_at_door", permission=WRITE)
def undo_at_door(uow: UnitOfWork, activity_id: int, pair_id: int) -> None:
    """Take the last sign-in back."""
    uow.get(Activity, activity_id)
    strike(uow, pair_id, "误签")


@verb("volunteer.strike_pair", permission=WRITE)
def strike_pair(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Take a line off the sheet that is not entered yet, saying why."""
    strike(uow, draft.id, draft.reason)
    return draft.id


@verb("volunteer.type_sheet", permission=WRITE)
def type_sheet(uow: UnitOfWork, draft: SheetDraft) -> int:
    """Write a whole paper sheet down, all lines or none; UserError names every line that cannot be read and why."""
    activity = _open_activity(uow, draft.activity_id)
    wrong, typed = [], [line.strip() for line in draft.lines.splitlines()]
    for number, line in enumerate(typed, 1):
        if not line:
            continue
        try:
            _write_line(uow, activity, line, draft)
        except UserError as told:
            wrong.append(_("Line {n}: {why}").format(n=number, why=str(told)))
    if wrong:
        raise UserError("\n".join(wrong), field="lines")
    if not any(typed):
        raise UserError(_("Type one line a person: number or name, from, to."), field="lines")
    activity.state = "held"
    return int(activity.id)


def hours_text(minutes: int) -> str:
    """Minutes as hours with one decimal at most two: 210 → "3.5小时"; papers and screens say it the same way."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".") + "小时"


def served_text(minutes: int) -> str:
    """The bare number of hours."""
    return hours_text(minutes).removesuffix("小时")


def _write_line(uow: UnitOfWork, activity: Activity, line: str, draft: SheetDraft) -> None:
    match = _LINE.match(line)
    if match is None:
        raise UserError(_("cannot be read; write number or name, from, to"))
    who: Volunteer = the_volunteer(uow, match["who"])
    admit(uow, activity, who).state = "in"
    day = hall_time(activity.starts_at).date()
    start, end = _moment(day, match["start"]), _moment(day, match["end"])
    if end <= start:
        end += timedelta(days=1)  # the sheet of an evening that ended after midnight
    record_pair(uow, PairDraft(Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id), start, end, activity.unserved,
                               draft.witness, draft.late_reason, setting(uow, "late_days")))


def _moment(day: date, text: str) -> datetime:
    digits = re.sub(r"\D", "", text).zfill(4)
    hour, minute = int(digits[:2]), int(digits[2:])
    if hour > 23 or minute > 59:
        raise UserError(_("{text} is no time of day").format(text=text))
    return datetime.combine(day, time(hour, minute), HALL_ZONE)


def _open_activity(uow: UnitOfWork, activity_id: int) -> Activity:
    found = uow.session.scalars(select(Activity).where(Activity.id == activity_id).with_for_update()).one_or_none()
    if found is None or found.state not in ("published", "held"):
        raise UserError(_("Nobody can sign in here now."), todo=_("Publish the activity first; a closed one is over."))
    refuse_uninsured(found)
    found.state = "held"
    return found

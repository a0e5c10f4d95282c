"""Signing in and out, and thirty rows typed from a paper sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from desk.api import HALL_ZONE, UserError, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.pages import CounterAnswer
from desk.api.timesheets import (
    PairDraft,
    TimePair,
    Whose,
    find_open,
    list_pairs_of_source,
    record_pair,
    reopen,
    sign_out,
    strike,
)
from plugins.volunteer.drafts import EndingDraft, RowsDraft, SheetDraft, SheetRow
from plugins.volunteer.kinds import ACTIVITY, VOLUNTEER, WRITE
from plugins.volunteer.models import Activity, SignUp, Volunteer
from plugins.volunteer.service.activities import admit, refuse_uninsured
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of, the_volunteer

_ = translator("volunteer")
IN, OUT = "in ", "out "
_LINE = re.compile(r"^(?P<who>.+?)[\s,,]+(?P<start>\d{1,2}[::.]?\d{2})[\s,,\-—–~到至]+(?P<end>\d{1,2}[::.]?\d{2})$")


@verb("volunteer.take_at_door", permission=WRITE)
def take_at_door(uow: UnitOfWork, activity_id: int, text: str) -> CounterAnswer:
    """Card, number or name: signs in, at the second time out. Walk-ins get a place on the spot."""
    activity = _open_activity(uow, activity_id)
    day = hall_time(activity.starts_at).date()
    if day > uow.clock.today():
        raise UserError(_("This activity is on {day}; nobody signs in before.").format(day=day),
                        todo=_("Look whether this is the right activity, or change its day."))
    who = the_volunteer(uow, text)
    name = names_of(uow, [who.id]).get(who.id, who.number)
    pair = find_open(uow, Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id))
    now = uow.clock.now().replace(second=0, microsecond=0)
    if pair is not None:
        if now <= uow.get(TimePair, pair).started_at:
            raise UserError(_("{name} has just signed in").format(name=name))
        return CounterAnswer(_("{name} is signed out").format(name=name), _leave(uow, activity, who, pair, now),
                             undo=f"{OUT}{pair}")
    place = admit(uow, activity, who)
    made = record_pair(uow, PairDraft(Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id), now))
    detail = _("from the waiting list") if place.state == "waiting" else f"{hall_time(now):%H:%M}"
    place.state = "in"
    return CounterAnswer(_("{name} is signed in").format(name=name), detail, undo=f"{IN}{made}")


@verb("volunteer.undo_at_door", permission=WRITE)
def undo_at_door(uow: UnitOfWork, activity_id: int, last: str) -> None:
    """Take the last sign-in ("in 7") back, or the last sign-out ("out 7"): a card held to the reader twice."""
    uow.get(Activity, activity_id)
    if last.startswith(OUT):
        reopen(uow, int(last.removeprefix(OUT)))
    else:
        strike(uow, int(last.removeprefix(IN)), "误签")


@verb("volunteer.strike_pair", permission=WRITE)
def strike_pair(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Take a line off the sheet that is not entered yet, saying why."""
    strike(uow, draft.id, draft.reason)
    pair = uow.get(TimePair, draft.id)
    uow.touch(pair.source_kind, pair.source_id)
    return draft.id


@verb("volunteer.type_sheet", permission=WRITE)
def type_sheet(uow: UnitOfWork, draft: SheetDraft) -> int:
    """Write a whole paper sheet down, all lines or none; UserError names every line that cannot be read and why."""
    rows, wrong = [], {}
    for number, line in enumerate(draft.lines.splitlines(), 1):
        match = _LINE.match(line.strip())
        if match is not None:
            rows.append((number, SheetRow(match["who"], match["start"], match["end"])))
        elif line.strip():
            wrong[number] = _("cannot be read; write number or name, from, to")
    activity = _open_activity(uow, draft.activity_id)
    wrong |= _write_rows(uow, activity, rows, RowsDraft(activity.id, (), draft.witness, draft.late_reason))
    if wrong:
        raise UserError("\n".join(_("Line {n}: {why}").format(n=n, why=why) for n, why in sorted(wrong.items())), field="lines")
    if not rows:
        raise UserError(_("Type one line a person: number or name, from, to."), field="lines")
    uow.trace("volunteer.type_sheet", ACTIVITY, activity.id, rows=len(rows))
    uow.touch(ACTIVITY, activity.id)
    return int(activity.id)


@verb("volunteer.type_rows", permission=WRITE)
def type_rows(uow: UnitOfWork, draft: RowsDraft) -> int:
    """Write a sheet typed into a table down, all rows or none; answers how many. UserError.fields: "rows.<place>" → why."""
    activity = _open_activity(uow, draft.activity_id)
    rows = [(place, row) for place, row in enumerate(draft.rows) if row.who.strip() or row.start.strip() or row.end.strip()]
    if not rows:
        raise UserError(_("Type one line a person: number or name, from, to."), field="rows.0")
    wrong = _write_rows(uow, activity, rows, draft)
    if wrong:
        raise UserError(_("{n} lines cannot be written down; the reason stands beside each.").format(n=len(wrong)),
                        fields={f"rows.{place}": why for place, why in wrong.items()})
    uow.trace("volunteer.type_rows", ACTIVITY, activity.id, rows=len(rows))
    uow.touch(ACTIVITY, activity.id)
    return len(rows)


@dataclass(frozen=True, slots=True)
class SheetStart:
    """What the typing of a sheet begins with. people: (number, name) of who has a place and is not on the sheet yet.

    late: the day is so long past that a witness is needed.
    """

    title: str
    day: date
    late: bool
    people: tuple[tuple[str, str], ...]


def sheet_start(uow: UnitOfWork, activity_id: int) -> SheetStart:
    """Title, day and expected people of an activity's sheet."""
    uow.require(WRITE)
    activity = uow.get(Activity, activity_id)
    day = hall_time(activity.starts_at).date()
    there = {row.holder_id for row in list_pairs_of_source(uow, Whose(ACTIVITY, activity_id)) if row.state != "struck"}
    rows = uow.session.execute(select(SignUp.volunteer_id, Volunteer.number).join(
        Volunteer, Volunteer.id == SignUp.volunteer_id).where(
        SignUp.activity_id == activity_id, SignUp.state == "in").order_by(SignUp.id)).all()
    names = names_of(uow, [row.volunteer_id for row in rows])
    return SheetStart(activity.title, day, (uow.clock.today() - day).days > setting(uow, "late_days"), tuple(
        (row.number, names.get(row.volunteer_id, "")) for row in rows if row.volunteer_id not in there))


def hours_text(minutes: int) -> str:
    """Minutes as hours with one decimal at most two: 210 → "3.5小时"; papers and screens say it the same way."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".") + "小时"


def served_text(minutes: int) -> str:
    """The bare number of hours."""
    return hours_text(minutes).removesuffix("小时")


def write_pair(uow: UnitOfWork, activity: Activity, who: Volunteer, day: date, row: SheetRow, draft: RowsDraft) -> int:
    """One in and out of somebody at an activity; an end before its beginning is the night after. Answers the pair's id."""
    start, end = moments_of(day, row.start, row.end)
    admit(uow, activity, who).state = "in"
    return record_pair(uow, PairDraft(Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id), start, end,
                                      unserved_left(uow, activity, who, day), draft.witness, draft.late_reason,
                                      setting(uow, "late_days")))


def unserved_left(uow: UnitOfWork, activity: Activity, who: Volunteer, day: date) -> int:
    """Minutes of travel and breaks that no earlier in and out of hers has borne on this day: once a day, not each time."""
    taken = sum(row.unserved for row in list_pairs_of_source(uow, Whose(ACTIVITY, activity.id))
                if row.holder_id == who.id and row.day == day and row.state != "struck")
    return max(0, activity.unserved - taken)


def _write_rows(uow: UnitOfWork, activity: Activity, rows: Sequence[tuple[int, SheetRow]], draft: RowsDraft) -> dict[int, str]:
    """Write them down; answers place → why for those that cannot be."""
    day, wrong = hall_time(activity.starts_at).date(), dict[int, str]()
    for place, row in rows:
        try:
            write_pair(uow, activity, the_volunteer(uow, row.who), day, row, draft)
        except UserError as told:
            wrong[place] = " ".join(filter(None, (told.what, told.todo)))
    return wrong


def moments_of(day: date, start: str, end: str) -> tuple[datetime, datetime]:
    """In and out as typed on a day's sheet; an end before its beginning is the night after. Raises UserError."""
    begun, ended = moment_on(day, start), moment_on(day, end)
    if ended == begun:
        raise UserError(_("From and to are the same time"))
    return begun, ended if ended > begun else ended + timedelta(days=1)


def moment_on(day: date, text: str) -> datetime:
    """A time of day as typed ("8:00", "830", "8") on a day of the hall. Raises UserError."""
    digits = re.sub(r"\D", "", text)
    digits = (digits + "00" if len(digits) <= 2 else digits).zfill(4)
    hour, minute = int(digits[:2]), int(digits[2:4])
    if hour > 23 or minute > 59 or len(digits) > 4 or not re.search(r"\d", text):
        raise UserError(_("{text} is no time of day").format(text=text))
    return datetime.combine(day, time(hour, minute), HALL_ZONE)


def _leave(uow: UnitOfWork, activity: Activity, who: Volunteer, pair: int, now: datetime) -> str:
    """Sign out, travel and breaks taken off; who stays shorter than those keeps a minute, for the leader to look at."""
    begun = uow.get(TimePair, pair)
    stayed = int((now - begun.started_at).total_seconds() // 60)
    off = min(unserved_left(uow, activity, who, begun.day), stayed - 1)
    served = _("{hours} served").format(hours=hours_text(sign_out(uow, pair, now, unserved=off)))
    return _("{served}, {n} minutes of travel and breaks taken off").format(served=served, n=off) if off else served


def _open_activity(uow: UnitOfWork, activity_id: int) -> Activity:
    found = uow.session.scalars(select(Activity).where(Activity.id == activity_id).with_for_update()).one_or_none()
    if found is None or found.state not in ("published", "held"):
        raise UserError(_("Nobody can sign in here now."), todo=_("Publish the activity first; a closed one is over."))
    refuse_uninsured(found)
    found.state = "held"
    return found

"""Duty rosters: who is on duty on which day, filled by turns, swapped, checked for gaps. A roster is named by its code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select

from desk.core.calendar.model import Duty
from desk.core.calendar.queries import get_workdays
from desk.core.calendar.schedules import PLAN
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.text import clean

MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """One duty. slot: part of the day, "" for all of it."""

    day: date
    who: str
    slot: str = ""
    deputy: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty as it stands."""

    id: int
    roster: str
    day: date
    slot: str
    who: str
    deputy: str
    phone: str
    note: str


@verb("roster.save", permission=PLAN)
def save_roster(uow: UnitOfWork, roster: str, first: date, last: date, duties: Sequence[DutyDraft]) -> int:
    """The roster from `first` to `last` as it is now; what stood in these days before goes. Answers how many duties."""
    marks = _marks(first, last, duties)
    refuse_marked(marks)
    have = {(one.day, one.slot): one for one in uow.session.scalars(_within(roster, first, last))}
    for draft in duties:
        row = have.pop((draft.day, draft.slot.strip()), None) or Duty(roster=roster, day=draft.day)
        row.slot, row.who = clean(draft.slot, limit=40), clean(draft.who, limit=60)
        row.deputy, row.phone = clean(draft.deputy, limit=60), clean(draft.phone, limit=40)
        row.note = clean(draft.note, limit=200)
        uow.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()
    uow.trace("roster.save", "duty", None, text=roster, days=(last - first).days + 1)
    return len(duties)


@verb("roster.swap", permission=PLAN)
def swap_duties(uow: UnitOfWork, one_id: int, other_id: int, reason: str) -> None:
    """Two people change places; the reason stands on both duties."""
    one, other = uow.get(Duty, one_id), uow.get(Duty, other_id)
    reason = clean(reason, limit=200, field="reason")
    if not reason:
        raise UserError(_("Say why they change places."), field="reason")
    if one.roster != other.roster:
        raise UserError(_("The two duties belong to different rosters."))
    (one.who, one.phone), (other.who, other.phone) = (other.who, other.phone), (one.who, one.phone)
    one.note = other.note = reason
    uow.trace("roster.swap", "duty", one_id, reason=reason)


def plan_turns(uow: UnitOfWork, first: date, last: date, people: Sequence[str], *, slots: Sequence[str] = ("",),
               workdays_only: bool = True, behind: str = "") -> list[DutyDraft]:
    """A proposal by turns (依次递补): each day the next of `people`, the one after as deputy. behind: who had the last duty."""
    names = [name.strip() for name in people if name.strip()]
    days, turn, found = get_workdays(uow), names.index(behind) + 1 if behind in names else 0, []
    day = first
    while day <= last and names:
        if not workdays_only or days.works(day):
            for slot in slots:
                deputy = names[(turn + 1) % len(names)] if len(names) > 1 else ""
                found.append(DutyDraft(day, names[turn % len(names)], slot, deputy))
                turn += 1
        day += timedelta(days=1)
    return found


def list_duties(uow: UnitOfWork, roster: str, first: date, last: date) -> list[DutyRow]:
    """Duties from `first` to `last` in order."""
    return [DutyRow(one.id, one.roster, one.day, one.slot, one.who, one.deputy, one.phone, one.note)
            for one in uow.session.scalars(_within(roster, first, last))]


def list_gaps(uow: UnitOfWork, roster: str, first: date, last: date) -> list[date]:
    """Working days from `first` to `last` on which nobody is on duty."""
    days, taken = get_workdays(uow), {one.day for one in list_duties(uow, roster, first, last)}
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if days.works(day) and day not in taken]


def _within(roster: str, first: date, last: date) -> Select[Duty]:
    return select(Duty).where(Duty.roster == roster, Duty.day >= first, Duty.day <= last).order_by(Duty.day, Duty.slot, Duty.id)


def _marks(first: date, last: date, duties: Sequence[DutyDraft]) -> dict[str, str]:
    if last < first or (last - first).days >= MOST_DAYS:
        return {"last": _("Choose an end after the beginning, at most a year later.")}
    marks, seen = {}, set()
    for place, one in enumerate(duties):
        if not one.who.strip():
            marks[f"duties.{place}.who"] = _("Say who is on duty.")
        if not first <= one.day <= last:
            marks[f"duties.{place}.day"] = _("This day lies outside the roster.")
        if (one.day, one.slot.strip()) in seen:
            marks[f"duties.{place}.day"] = _("This day has two lines for the same part of the day.")
        seen.add((one.day, one.slot.strip()))
    return marks

"""The words of the home page: greeting, date, how late or how soon something is due. Plain functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk.core.calendar.lunar import lunar_date
from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from desk.host.specs import HomeItem

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_GREETINGS = ((9, N_("Good morning, {name}")), (12, N_("Good forenoon, {name}")), (14, N_("Good day, {name}")),
              (18, N_("Good afternoon, {name}")), (24, N_("Good evening, {name}")))
SOON = 3
"""Days before the last day from which a due item is shown as waiting."""


def greeting(now: datetime, name: str) -> str:
    """A greeting that fits the hall's hour; `now` aware."""
    hour = hall_time(now).hour
    return _(next(text for until, text in _GREETINGS if hour < until)).format(name=name)


def day_words(today: date, holiday: str | None = None, works: bool | None = None) -> str:
    """2026年11月5日 星期四 · 农历九月廿七 · 工作日; holiday: its name; works: None while it is not known."""
    words = f"{today.year}年{today.month}月{today.day}日 {_(WEEKDAYS[today.weekday()])}"
    words = " · ".join(filter(None, [words, lunar_date(today)]))
    if works is None:
        return words
    if works:
        kind = _("working day") if today.weekday() < 5 else _("working day in exchange for a holiday")
    else:
        kind = holiday or _("day off")
    return f"{words} · {kind}"


def due_words(due: date | None, today: date) -> str:
    """The date with the days left beside it; "" without a date."""
    if due is None:
        return ""
    day = f"{due.month}月{due.day}日" if due.year == today.year else f"{due.year}年{due.month}月{due.day}日"
    days = (due - today).days
    if days < 0:
        left = ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    elif days == 0:
        left = _("due today")
    else:
        left = ngettext("{n} day left", "{n} days left", days).format(n=days)
    return f"{day} · {left}"


def due_tone(due: date | None, today: date, tone: Tone | str) -> str:
    """Late once the day is over, waiting in the last three days, else the item's own tone."""
    if due is not None and due < today:
        return Tone.LATE
    if due is not None and (due - today).days <= SOON:
        return Tone.WAITING
    return Tone(tone)


def in_order(items: "Iterable[HomeItem]") -> "list[HomeItem]":
    """The most overdue first, what has no date last."""
    return sorted(items, key=lambda item: (item.due is None, item.due or date.max))


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week's picture: how many things are due, and how many of them are late by now."""

    day: date
    due: int
    late: int


def week_of(items: "Sequence[HomeItem]", today: date) -> list[WeekDay]:
    """Monday to Sunday of the week `today` lies in."""
    monday = today - timedelta(days=today.weekday())
    week = []
    for offset in range(7):
        day = monday + timedelta(days=offset)
        count = sum(item.due == day for item in items)
        week.append(WeekDay(day, count, count if day < today else 0))
    return week


def read_day(uow: Any, today: date) -> tuple[bool, str, bool]:
    """(offices work today, name of the holiday, somebody is registered); runs in a worker."""
    from desk.core.calendar.queries import get_workdays
    from desk.core.db.paging import PageRequest
    from desk.core.people.queries import list_people

    table = get_workdays(uow)
    anybody = not uow.actor.may("desk.people.read") or bool(list_people(uow, PageRequest(size=1)).rows)
    return table.works(today), table.holiday(today), anybody

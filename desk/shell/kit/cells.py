"""What stands in a cell of a list: one text per kind of column. No Qt."""

from datetime import date, datetime
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.i18n import Translator, _
from desk.host.pages import Column, LampCell, StateCell

SOON = 3
"""Days left from which a deadline is shown as close."""


def cell_text(kind: str, value: Any, tr: Translator = _) -> str:
    """`value` as a list shows it: dates as 2026-11-05, money as ¥1,409.50, a lamp as date and days left."""
    if value is None or value == "":
        return ""
    if isinstance(value, StateCell):
        return tr(value.word)
    if isinstance(value, LampCell):
        return lamp_text(value)
    if kind == "money":
        from desk.core.documents.money import figures

        return figures(value)
    if isinstance(value, datetime):
        return (hall_time(value) if value.tzinfo else value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if kind == "number" and isinstance(value, int):
        return f"{value:,}"
    return str(value).replace("\n", " ")


def lamp_text(lamp: LampCell) -> str:
    """The date and the days left: "2026-11-20 3 days left"; a note ("paused") alone where nothing is due."""
    if lamp.due is None:
        return lamp.note
    return " ".join(part for part in (cell_text("date", lamp.due), days_text(lamp.days_left), lamp.note) if part)


def days_text(days: int | None) -> str:
    """"3 days left", "Due today", "2 days late"; "" when nothing is counted."""
    if days is None:
        return ""
    if days == 0:
        return _("Due today")
    if days < 0:
        return _("{days} days late").format(days=-days)
    return _("{days} days left").format(days=days)


def lamp_tone(lamp: LampCell) -> Tone:
    """Late, close, or calm; paused and done clocks are muted."""
    if lamp.due is None or lamp.days_left is None:
        return Tone.MUTED
    if lamp.days_left < 0:
        return Tone.LATE
    return Tone.WAITING if lamp.days_left <= SOON else Tone.DONE


def value_of(row: Any, column: Column) -> Any:
    """The cell's value out of a row DTO."""
    return getattr(row, column.key, None)

"""The reporting calendar on the screen: months due, late and frozen; opens the table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _, translator
from desk.core.statistics.due import MonthDue, list_due_months
from desk.core.statistics.periods import ReportPeriod
from desk.core.statistics.registry import indicator_tables
from desk.host.pages import Chip, Column, ListSpec, StateCell
from desk.shell.short_lists import found_among, short_page
from desk.shell.statistics.page import StatisticsPage

_YEARS = 1200 * 12
"""Room for months in a line's id, above it the table's place."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """A line of the calendar; id: see line_id."""

    id: int
    month: str
    table: str
    area: str
    due: date
    state: StateCell
    frozen: str


def line_id(table: str, month: ReportPeriod) -> int:
    """Names table and month in one number, for whoever opens the line."""
    place = next(place for place, one in enumerate(indicator_tables()) if one.code == table)
    return place * _YEARS + (month.year - 1900) * 12 + month.part - 1


def opened_line(record_id: int) -> tuple[str, ReportPeriod]:
    """Table and month of a line's id."""
    place, months = divmod(record_id, _YEARS)
    return indicator_tables()[place].code, ReportPeriod(1900 + months // 12, "month", months % 12 + 1)


def table_page(ctx: Any, *, record_id: int) -> QWidget:
    """The table of a line."""
    table, month = opened_line(record_id)
    return StatisticsPage(ctx, table=table, period=month.code)


def _line(one: MonthDue, today: date) -> DueLine:
    if one.frozen_at is not None:
        state = StateCell(_("Frozen"), Tone.DONE)
    else:
        state = StateCell(_("Late"), Tone.LATE) if one.due < today else StateCell(_("To be frozen"), Tone.WAITING)
    frozen = f"{hall_time(one.frozen_at):%Y-%m-%d} {one.frozen_by} {one.check_code}" if one.frozen_at else ""
    return DueLine(line_id(one.table.code, one.month), one.month.title, translator(one.table.domain)(one.table.title), one.area,
                   one.due, state, frozen)


def _lines(uow: UnitOfWork, request: PageRequest) -> list[DueLine]:
    rows = [one for one in list_due_months(uow) if not request.filters.get("open") or one.frozen_at is None]
    return [_line(one, uow.clock.today()) for one in rows]


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[DueLine]:
    """One page, the newest month first."""
    return short_page(_lines(uow, request), request, _words)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return len(found_among(_lines(uow, request), request.text, _words))


def _words(line: DueLine) -> str:
    return f"{line.month} {line.table} {line.area}"


CALENDAR = ListSpec(
    id="statistics.calendar", title=N_("Reporting calendar"), record="statistics_month",
    columns=(Column("month", N_("Month"), 110), Column("table", N_("Table"), 0),
             Column("area", N_("Area of the community"), 160), Column("due", N_("Due on"), 110, "date"),
             Column("state", N_("State"), 110, "state"), Column("frozen", N_("Frozen on, by, check code"), 290)),
    fetch=fetch, count=count, chips=(Chip(N_("Not frozen yet"), {"open": True}),), opens="statistics.of_line",
    empty=N_("Nothing is reported yet. Freeze a month of a table under Statistics; from then on its months are due here."))

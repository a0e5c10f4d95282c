"""The reporting calendar: which month of which table is frozen, due or late.

A table is reported where a month of it was ever frozen for an area; from then on every month that is over is due on the day
of the next month that the setting names.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.settings.service import get_setting
from desk.core.statistics.declared import IndicatorTable
from desk.core.statistics.model import FrozenMonth
from desk.core.statistics.periods import ReportPeriod, period_of
from desk.core.statistics.registry import indicator_tables
from desk.core.statistics.scopes import area_title

DUE_DAY, DEFAULT_DAY = "desk.statistics.due_day", 5


@dataclass(frozen=True, slots=True)
class MonthDue:
    """A month of a table. due: civil day; frozen_at None: not frozen yet."""

    table: IndicatorTable
    month: ReportPeriod
    area_id: int | None
    area: str
    due: date
    frozen_at: datetime | None = None
    frozen_by: str = ""
    check_code: str = ""


def list_due_months(uow: UnitOfWork) -> list[MonthDue]:
    """Every month from the first frozen one to the last that is over, of the tables one may see; the newest first."""
    day = min(28, max(1, int(get_setting(uow, DUE_DAY, DEFAULT_DAY))))
    last = period_of(uow.clock.today(), "month").before
    found: list[MonthDue] = []
    for table in indicator_tables():
        if uow.actor.may(table.permission) and uow.actor.area_ids is None:
            found += _of_table(uow, table, last, day)
    return sorted(found, key=lambda one: (one.month.first, one.due), reverse=True)


def _of_table(uow: UnitOfWork, table: IndicatorTable, last: ReportPeriod, day: int) -> list[MonthDue]:
    rows = uow.session.scalars(select(FrozenMonth).where(FrozenMonth.table_code == table.code).order_by(FrozenMonth.month))
    areas: dict[int, dict[date, FrozenMonth]] = {}
    for row in rows:
        areas.setdefault(row.area_key, {})[row.month] = row
    found = []
    for area_key, months in areas.items():
        title, month = area_title(uow, area_key or None), period_of(min(months), "month")
        while month <= last:
            kept = months.get(month.first)
            due = month.after.first.replace(day=day)
            found.append(MonthDue(table, month, area_key or None, title, due, kept.created_at if kept else None,
                                  kept.created_by if kept else "", kept.check_code if kept else ""))
            month = month.after
    return found

"""Verbs of the working calendar: bring a year in, change a day, go back to the published year."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desk.core.calendar.model import Workday
from desk.core.calendar.queries import WorkdayRow, list_workdays
from desk.core.calendar.workdays import SATURDAY
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean

CHANGE = "desk.calendar.change"
FULLEST = 120
"""More different days than this in one year are a mistake of the file."""


@verb("calendar.import_workdays", permission=CHANGE)
def import_workdays(uow: UnitOfWork, year: int, rows: Sequence[WorkdayRow], source: str = "") -> int:
    """Replace the days of `year` by `rows`; answers how many. Raises UserError for a day outside the year or twice."""
    _check(year, rows)
    _forget(uow, year)
    for row in rows:
        uow.session.add(_made(year, row, source))
    uow.session.flush()
    uow.trace("calendar.import_workdays", "workday", None, year=year, days=len(rows))
    return len(rows)


@verb("calendar.change_workday", permission=CHANGE)
def change_workday(uow: UnitOfWork, day: date, kind: str, name: str = "", source: str = "") -> None:
    """Mark one day "off" or "on", or "" for a plain day of the week; its year is the hall's own from now on."""
    rows = [row for row in list_workdays(uow, day.year) if row.day != day]
    if kind:
        rows.append(WorkdayRow(day, kind, name, source))
    _check(day.year, rows)
    _forget(uow, day.year)
    for row in rows:
        uow.session.add(_made(day.year, row, row.source))
    uow.session.flush()
    uow.trace("calendar.change_workday", "workday", None, day=day.isoformat(), marked=kind)


@verb("calendar.restore_year", permission=CHANGE)
def restore_year(uow: UnitOfWork, year: int) -> None:
    """Forget what the hall entered for `year`; the published arrangement counts again."""
    _forget(uow, year)
    uow.trace("calendar.restore_year", "workday", None, year=year)


def _forget(uow: UnitOfWork, year: int) -> None:
    for row in uow.session.scalars(select(Workday).where(Workday.year == year)):
        uow.session.delete(row)
    uow.session.flush()


def _made(year: int, row: WorkdayRow, source: str) -> Workday:
    return Workday(year=year, day=row.day, kind=row.kind, name=clean(row.name, limit=40, field="name"),
                   source=clean(row.source or source, limit=120, field="source"))


def _check(year: int, rows: Sequence[WorkdayRow]) -> None:
    if not rows or len(rows) > FULLEST:
        raise UserError(_("A year has between 1 and {most} days that differ from the plain week.").format(most=FULLEST))
    seen: set[date] = set()
    for row in rows:
        if row.day.year != year:
            raise UserError(_("{day} is not in {year}.").format(day=row.day, year=year), field="day")
        if row.day in seen:
            raise UserError(_("{day} is there twice.").format(day=row.day), field="day")
        if row.kind not in ("off", "on"):
            raise UserError(_("{day}: say whether it is off or worked.").format(day=row.day), field="kind")
        if row.kind == "on" and row.day.weekday() < SATURDAY:
            raise UserError(_("{day} is an ordinary working day; only weekends are worked in exchange.").format(
                day=row.day), field="kind")
        seen.add(row.day)

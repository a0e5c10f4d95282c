"""The market month by month. A month is named by year × 100 + month (202611)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import extract, func, select

from desk.api import translator
from desk.api.calendar import month_of
from desk.api.db import UnitOfWork
from plugins.volunteer.models import Donation, HandOut

_ = translator("volunteer")


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What went out and came in. points: tenths. value_fen: of what was donated, as far as it was stated."""

    id: int
    hand_outs: int = 0
    people: int = 0
    pieces: int = 0
    points: int = 0
    donations: int = 0
    value_fen: int = 0


def list_months(uow: UnitOfWork) -> list[MonthRow]:
    """Months in which something was handed out or came in, and this one, newest first."""
    out, came = _out(uow), _came(uow)
    months = sorted({*out, *came, month_of(uow.clock.today())}, reverse=True)
    return [MonthRow(month, *out.get(month, (0, 0, 0, 0)), *came.get(month, (0, 0))) for month in months]


def get_month(uow: UnitOfWork, month: int) -> MonthRow:
    """One month, also an empty one."""
    return next((row for row in list_months(uow) if row.id == month), MonthRow(month))


def _out(uow: UnitOfWork) -> dict[int, tuple[int, int, int, int]]:
    year, month = extract("year", HandOut.day), extract("month", HandOut.day)
    rows: Any = uow.session.execute(select(
        year, month, func.count(HandOut.id), func.count(func.distinct(HandOut.volunteer_id)), func.sum(HandOut.quantity),
        func.sum(HandOut.points)).where(HandOut.state == "given").group_by(year, month))
    return {int(row[0]) * 100 + int(row[1]): (row[2], row[3], int(row[4]), int(row[5])) for row in rows}


def _came(uow: UnitOfWork) -> dict[int, tuple[int, int]]:
    year, month = extract("year", Donation.received_on), extract("month", Donation.received_on)
    rows: Any = uow.session.execute(select(year, month, func.count(Donation.id), func.coalesce(func.sum(Donation.value_fen), 0))
                               .group_by(year, month))
    return {int(row[0]) * 100 + int(row[1]): (row[2], int(row[3])) for row in rows}

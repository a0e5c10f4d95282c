"""The trend of quarrels for the standing joint meeting: what was found month by month and class, so that they are met early."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.api.calendar import month_days, month_of, months_around
from desk.api.db import UnitOfWork
from desk.api.statistics import Scope
from plugins.mediation.categories import FIVE_CLASSES
from plugins.mediation.figures.facts import cases
from plugins.mediation.figures.facts_early import hazards
from plugins.mediation.kinds import READ
from plugins.mediation.models import Hazard

MONTHS = 6
OTHER = ("", "其他")


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A class of the five, or the rest. counts: what came in each month, hazards and cases that were none before; open:
    hazards not struck off; change: the last month against the one before.
    """

    title: str
    counts: tuple[int, ...]
    open: int

    @property
    def total(self) -> int:
        """Of all the months."""
        return sum(self.counts)

    @property
    def change(self) -> int:
        """The last month less the one before it."""
        return self.counts[-1] - self.counts[-2]


@dataclass(frozen=True, slots=True)
class Trend:
    """months: 202606 …, the last one that of the meeting. rows: classes, then all of them together."""

    months: tuple[int, ...]
    rows: tuple[TrendRow, ...]


def read_trend(uow: UnitOfWork, until: date) -> Trend:
    """Six months up to the one of `until`, or to this one when that is still to come."""
    uow.require(READ)
    months = tuple(reversed(months_around(min(until, uow.clock.today()), MONTHS - 1)))
    first, last = month_days(months[0])[0], min(month_days(months[-1])[1], uow.clock.today())
    scope = Scope(first, last)
    lines, became = hazards(uow, scope), _became(uow)
    found = [(one.five, one.found_on) for one in lines]
    found += [(one.five, one.accepted_on) for one in cases(uow, scope) if one.accepted_on and one.id not in became]
    standing = [one.five for one in lines if one.found_on <= last and (one.struck_on is None or one.struck_on > last)]
    rows = [_row(title, months, [day for five, day in found if five == code], standing.count(code))
            for code, title in (*FIVE_CLASSES, OTHER)]
    whole = _row("合计", months, [day for _five, day in found], len(standing))
    return Trend(months, (*rows, whole))


def _became(uow: UnitOfWork) -> set[int]:
    """Cases that were hazards first: they are counted as such."""
    return set(uow.session.scalars(select(Hazard.dispute_id).where(Hazard.dispute_id.is_not(None))))


def _row(title: str, months: tuple[int, ...], days: list[date], standing: int) -> TrendRow:
    return TrendRow(title, tuple(sum(month_of(day) == month for day in days) for month in months), standing)

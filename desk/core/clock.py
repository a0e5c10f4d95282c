"""The only place that asks what time it is.

Moments are aware UTC datetimes; dates are civil dates of the hall's time zone (China, UTC+8, no summer time).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

HALL_ZONE = timezone(timedelta(hours=8), "CST")


class Clock(Protocol):
    """What a service may ask of time; tests hand in a FixedClock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The civil date in the hall."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(HALL_ZONE).date()


@dataclass
class FixedClock:
    """A clock that stands still until told otherwise; `moment` is aware."""

    moment: datetime = datetime(2026, 11, 5, 1, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(HALL_ZONE).date()

    def advance(self, **delta: float) -> None:
        """Move on by `timedelta(**delta)`, also backwards."""
        self.moment += timedelta(**delta)


def hall_time(moment: datetime) -> datetime:
    """The same moment as the hall's wall clock shows it."""
    return moment.astimezone(HALL_ZONE)

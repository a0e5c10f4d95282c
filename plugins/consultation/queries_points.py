"""Reads of talk points: which there are, who is on duty, what was brought to them."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api.calendar import DutyRow, list_duties
from desk.api.db import UnitOfWork
from desk.api.meetings import list_gatherings_of
from desk.api.places import VenueRow, get_venue, list_venues
from plugins.consultation.kinds import TALK_POINT, VENUE
from plugins.consultation.models import Matter
from plugins.consultation.queries_matters import MatterRow, as_row

AHEAD = timedelta(days=27)
"""Four weeks of duties stand on the card and on the sheet."""


@dataclass(frozen=True, slots=True)
class PointRow:
    """A talk point with the year's visits. settled: on the day they were brought; open: neither answered nor routed."""

    venue: VenueRow
    today: str
    visits: int
    settled: int
    open: int


def roster_of(venue_id: int) -> str:
    """The code its duty roster is kept under."""
    return f"consultation.point.{venue_id}"


def list_points(uow: UnitOfWork) -> list[PointRow]:
    """Every talk point that is open, by name."""
    return [_point(uow, one) for one in list_venues(uow) if one.kind == TALK_POINT]


def get_point(uow: UnitOfWork, venue_id: int) -> PointRow:
    """One; NotFound."""
    return _point(uow, get_venue(uow, venue_id))


def list_point_duties(uow: UnitOfWork, venue_id: int) -> list[DutyRow]:
    """Who is on duty in the next four weeks."""
    today = uow.clock.today()
    return list_duties(uow, roster_of(venue_id), today, today + AHEAD)


def list_visits(uow: UnitOfWork, venue_id: int, since: date) -> list[MatterRow]:
    """What was brought to it since a day, the newest first."""
    meetings = [one.id for one in list_gatherings_of(uow, VENUE, venue_id)]
    found = select(Matter).where(Matter.gathering_id.in_(meetings), Matter.raised_on >= since).order_by(
        Matter.raised_on.desc(), Matter.id.desc())
    return [as_row(one) for one in uow.session.scalars(found)]


def on_the_spot(one: MatterRow | Matter) -> bool:
    """Settled on the day it was brought."""
    return one.outcome == "solved" and one.answered_on is not None and one.answered_on <= one.raised_on


def _point(uow: UnitOfWork, venue: VenueRow) -> PointRow:
    today = uow.clock.today()
    visits = list_visits(uow, venue.id, today.replace(month=1, day=1))
    on_duty = "、".join(one.who for one in list_duties(uow, roster_of(venue.id), today, today))
    return PointRow(venue, on_duty, len(visits), sum(map(on_the_spot, visits)),
                    sum(one.outcome in ("open", "assigned", "carried") for one in visits))

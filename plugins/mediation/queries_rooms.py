"""What happens in a mediation room: its cases by year, its bookings; mediators' figures over the years, the best of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.places import list_bookings
from desk.api.scores import get_round, list_awards
from plugins.mediation.categories import category_title
from plugins.mediation.kinds import MEDIATOR, READ
from plugins.mediation.models import Dispute, Mediator, Session, StarRoom
from plugins.mediation.rates import Rates, rates_by_name
from plugins.mediation.service.sessions import OUTCOMES

YEARS = 5
"""How many years stand beside each other."""
_AHEAD = 14


@dataclass(frozen=True, slots=True)
class RoomCase:
    """A case with sittings in a room. No party is named: the list may lie on a table."""

    dispute_id: int
    number: str
    category: str
    first: date
    last: date
    sittings: int
    mediators: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Booked:
    """A time for which a room is taken, in the hall's time."""

    start: datetime
    end: datetime
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class MediatorYears:
    """A mediator's figures of several years, oldest first."""

    id: int
    name: str
    left: bool
    years: tuple[tuple[int, Rates], ...]

    @property
    def whole(self) -> Rates:
        """All years together."""
        return Rates(*(sum(getattr(rates, name) for _year, rates in self.years)
                       for name in ("taken", "ended", "settled", "visited", "content", "base")))


@dataclass(frozen=True, slots=True)
class Winner:
    """An honour given to a mediator. year: of the round."""

    id: int
    year: str
    name: str
    title: str
    round: str
    round_id: int
    given_on: date


def list_room_cases(uow: UnitOfWork, room: StarRoom, year: int) -> list[RoomCase]:
    """Cases that were mediated in a room in a year and may be seen, by their first sitting there."""
    uow.require(READ)
    rows = uow.session.execute(
        select(Session, Dispute, Case.number).join(Dispute, Dispute.id == Session.dispute_id)
        .join(Case, Case.id == Dispute.case_id)
        .where(Session.place.contains(room.name, autoescape=True), *visible_cases(uow)).order_by(Session.started_at)).all()
    by_case: dict[int, list[tuple[Session, Dispute, str]]] = {}
    for session, dispute, number in rows:
        if hall_time(session.started_at).year == year:
            by_case.setdefault(dispute.id, []).append((session, dispute, number or ""))
    return [_room_case(sat) for sat in by_case.values()]


def _room_case(sat: Sequence[tuple[Session, Dispute, str]]) -> RoomCase:
    (first, dispute, number), last = sat[0], sat[-1][0]
    names = tuple(dict.fromkeys(name for session, _dispute, _number in sat for name in session.mediators))
    return RoomCase(dispute.id, number, category_title(dispute.category), hall_time(first.started_at).date(),
                    hall_time(last.started_at).date(), len(sat), names, dict(OUTCOMES)[last.outcome])


def list_room_bookings(uow: UnitOfWork, room: StarRoom) -> list[Booked]:
    """The two weeks to come; nothing for a room that cannot be booked."""
    if room.venue_id is None:
        return []
    start = hall_time(uow.clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return [Booked(hall_time(one.starts_at), hall_time(one.ends_at), one.purpose, one.contact)
            for one in list_bookings(uow, start, start + timedelta(days=_AHEAD), venue_id=room.venue_id)]


def list_years(uow: UnitOfWork, mediator_id: int = 0, count: int = YEARS) -> list[MediatorYears]:
    """Figures of the last years, of one mediator or of all; those with no case at all and who left are left out."""
    statement = select(Mediator).order_by(Mediator.id)
    cards = uow.session.scalars(statement.where(Mediator.id == mediator_id) if mediator_id else statement).all()
    this = uow.clock.today().year
    years = range(this - count + 1, this + 1)
    names = {one.name for one in cards}
    rates = {year: rates_by_name(uow, names, date(year, 1, 1), date(year, 12, 31)) for year in years}
    found = [MediatorYears(one.id, one.name, one.left_on is not None, tuple((year, rates[year][one.name]) for year in years))
             for one in cards]
    return [one for one in found if mediator_id or not one.left or one.whole.taken]


def list_winners(uow: UnitOfWork) -> list[Winner]:
    """Honours of mediators that stand, the newest year first."""
    found = []
    for one in list_awards(uow):
        if one.record == MEDIATOR and not one.withdrawn:
            first = get_round(uow, one.round_id).first
            found.append(Winner(one.id, str((first or one.given_on).year), one.name, one.title, one.round, one.round_id,
                                one.given_on))
    return sorted(found, key=lambda one: (-int(one.year), -one.round_id))

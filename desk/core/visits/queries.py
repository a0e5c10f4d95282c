"""Reads of visits: lists, one visit, what is due, what a round covered, figures by period and area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.people.model import Household, Person
from desk.core.people.queries import area_mark
from desk.core.people.rights import READ
from desk.core.places.model import Area
from desk.core.visits.model import Visit, Visitor, VisitOutcome

SORTS = {"day": Visit.day, "purpose": Visit.purpose, "state": Visit.state}


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit. subject: who or where, in words; area: full name; visitors: names in order. See the table for the rest."""

    id: int
    version: int
    purpose: str
    state: str
    way: str
    day: date
    planned_on: date | None
    visited_at: datetime | None
    subject: str
    person_id: int | None
    household_id: int | None
    organisation_id: int | None
    area_id: int | None
    area: str
    place: str
    met: str
    people: int | None
    findings: tuple[str, ...]
    worrying: bool
    words: str
    handled: str
    solved: bool | None
    follow_up_on: date | None
    follow_up: str
    follow_up_done: bool
    follows_id: int | None
    reason: str
    owner_kind: str
    owner_id: int | None
    visitors: tuple[str, ...]
    visitor_ids: tuple[int | None, ...]

    @property
    def follow_up_open(self) -> bool:
        """Whether somebody still has to look after it."""
        return self.follow_up_on is not None and not self.follow_up_done


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A record that a visit led to."""

    id: int
    visit_id: int
    kind: str
    record_id: int
    title: str


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """visits made; reached: somebody was met; worrying: something was found; solved: settled there and then; areas: how many
    different areas; person_visits: visitors summed over the visits.
    """

    visits: int
    reached: int
    worrying: int
    solved: int
    areas: int
    person_visits: int


def get_visit(uow: UnitOfWork, visit_id: int) -> VisitRow:
    """One visit; NotFound, NotAllowed outside the actor's areas."""
    uow.require(READ)
    row = uow.get(Visit, visit_id)
    uow.require_area(row.area_id)
    return _rows(uow, [row])[0]


def list_visits(uow: UnitOfWork, request: PageRequest) -> Page[VisitRow]:
    """A page of visits, by default the latest day first. Filters: purpose, state, way, person_id, household_id,
    organisation_id, area_id, owner_kind, owner_id, worrying, mine, follow_up (open ones), late (planned, past), from, to.
    """
    uow.require(READ)
    column = SORTS[request.sort or "day"]
    found, following = keyset_page(uow.session, select(Visit).where(*conditions(uow, request)), (column, Visit.id), request)
    return Page(_rows(uow, found), following)


def count_visits(uow: UnitOfWork, request: PageRequest) -> int:
    """How many `list_visits` would show in all."""
    return uow.session.scalar(select(func.count(Visit.id)).where(*conditions(uow, request))) or 0


def list_due_visits(uow: UnitOfWork, until: date) -> list[VisitRow]:
    """Planned visits and open follow-ups up to `until`, the earliest first."""
    if not uow.actor.may(READ):
        return []
    open_one = or_(and_(Visit.state == "planned", Visit.planned_on <= until),
                   and_(Visit.follow_up_done.is_(False), Visit.follow_up_on <= until))
    found = _rows(uow, uow.session.scalars(select(Visit).where(open_one, *_within(uow))).all())
    return sorted(found, key=lambda row: (row.day if row.state == "planned" else row.follow_up_on or row.day, row.id))


def list_visits_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[VisitRow]:
    """Visits of one round or matter in their order."""
    return _rows(uow, uow.session.scalars(select(Visit).where(
        Visit.owner_kind == owner_kind, Visit.owner_id == owner_id, *_within(uow)).order_by(Visit.day, Visit.id)).all())


def list_outcomes(uow: UnitOfWork, visit_id: int) -> list[OutcomeRow]:
    """What a visit led to, oldest first."""
    return [_outcome(one) for one in uow.session.scalars(
        select(VisitOutcome).where(VisitOutcome.visit_id == visit_id).order_by(VisitOutcome.id))]


def list_visits_behind(uow: UnitOfWork, kind: str, record_id: int) -> list[VisitRow]:
    """Visits that led to a record."""
    ids = select(VisitOutcome.visit_id).where(VisitOutcome.kind == kind, VisitOutcome.record_id == record_id)
    return _rows(uow, uow.session.scalars(select(Visit).where(Visit.id.in_(ids), *_within(uow)).order_by(Visit.day)).all())


def count_figures(uow: UnitOfWork, first: date, last: date, *, purpose: str = "", area_ids: Sequence[int] = (),
                  owner: tuple[str, int] | None = None) -> VisitFigures:
    """Figures of the visits made from `first` to `last`."""
    where = [Visit.state.in_(("done", "missed")), Visit.day >= first, Visit.day <= last, *_within(uow)]
    where += [Visit.purpose == purpose] if purpose else []
    where += [Visit.area_id.in_(list(area_ids))] if area_ids else []
    where += [Visit.owner_kind == owner[0], Visit.owner_id == owner[1]] if owner else []

    def count(*more: ColumnElement[bool]) -> int:
        return uow.session.scalar(select(func.count(Visit.id)).where(*where, *more)) or 0

    areas = uow.session.scalar(select(func.count(func.distinct(Visit.area_id))).where(*where)) or 0
    walked = uow.session.scalar(select(func.count(Visitor.id)).join(Visit, Visit.id == Visitor.visit_id).where(*where)) or 0
    return VisitFigures(count(), count(Visit.state == "done"), count(Visit.worrying.is_(True)), count(Visit.solved.is_(True)),
                        areas, walked)


def conditions(uow: UnitOfWork, request: PageRequest) -> list[ColumnElement[bool]]:
    """What the filters and the text of a request mean; an unknown filter is a bug of the list."""
    found = _within(uow)
    for name, value in request.filters.items():
        if value not in (None, "", ()):
            found.append(_condition(uow, name, value))
    for word in request.text.split():
        people = select(Person.id).where(Person.name.contains(word, autoescape=True))
        units = select(Organisation.id).where(Organisation.name.contains(word, autoescape=True))
        found.append(or_(Visit.place.contains(word, autoescape=True), Visit.words.contains(word, autoescape=True),
                         Visit.met.contains(word, autoescape=True), Visit.person_id.in_(people),
                         Visit.organisation_id.in_(units)))
    return found


def _condition(uow: UnitOfWork, name: str, value: Any) -> ColumnElement[bool]:
    today = uow.clock.today()
    if name == "mine":
        mine = select(Visitor.visit_id).where(Visitor.user_id == uow.actor.user_id)
        return Visit.id.in_(mine) if value else Visit.id.is_not(None)
    if name == "follow_up":
        return and_(Visit.follow_up_on.is_not(None), Visit.follow_up_done.is_(False))
    if name == "late":
        return and_(Visit.state == "planned", Visit.planned_on < today)
    if name in ("from", "to"):
        return Visit.day >= value if name == "from" else Visit.day <= value
    return _COLUMNS[name] == value


_COLUMNS: dict[str, Any] = {
    "purpose": Visit.purpose, "state": Visit.state, "way": Visit.way, "person_id": Visit.person_id,
    "household_id": Visit.household_id, "organisation_id": Visit.organisation_id, "area_id": Visit.area_id,
    "owner_kind": Visit.owner_kind, "owner_id": Visit.owner_id, "worrying": Visit.worrying,
}


def _within(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    return [area_mark(uow, Visit.area_id)] if uow.actor.area_ids is not None else []


def _rows(uow: UnitOfWork, found: Sequence[Visit]) -> list[VisitRow]:
    names = {model: _names(uow, model, column, {getattr(one, key) for one in found})
             for model, column, key in ((Person, Person.name, "person_id"), (Household, Household.address, "household_id"),
                                        (Organisation, Organisation.name, "organisation_id"),
                                        (Area, Area.full_name, "area_id"))}
    who: dict[int, list[Visitor]] = {}
    for one in uow.session.scalars(select(Visitor).where(Visitor.visit_id.in_([row.id for row in found]))
                                   .order_by(Visitor.place)):
        who.setdefault(one.visit_id, []).append(one)
    return [_row(one, names, who.get(one.id, [])) for one in found]


def _names(uow: UnitOfWork, model: Any, column: Any, ids: set[int | None]) -> dict[int, str]:
    wanted = [one for one in ids if one]
    if not wanted:
        return {}
    return {key: name for key, name in uow.session.execute(select(model.id, column).where(model.id.in_(wanted)))}


def _row(one: Visit, names: dict[Any, dict[int, str]], who: Sequence[Visitor]) -> VisitRow:
    area = names[Area].get(one.area_id or 0, "")
    said = [names[Person].get(one.person_id or 0), names[Organisation].get(one.organisation_id or 0), one.place,
            names[Household].get(one.household_id or 0)]
    subject = " · ".join(filter(None, said)) or area
    return VisitRow(
        one.id, one.version, one.purpose, one.state, one.way, one.day, one.planned_on, one.visited_at, subject, one.person_id,
        one.household_id, one.organisation_id, one.area_id, area, one.place, one.met, one.people, tuple(one.findings),
        one.worrying, one.words, one.handled, one.solved, one.follow_up_on, one.follow_up, one.follow_up_done,
        one.follows_id, one.reason, one.owner_kind, one.owner_id, tuple(person.name for person in who),
        tuple(person.user_id for person in who))


def _outcome(one: VisitOutcome) -> OutcomeRow:
    return OutcomeRow(one.id, one.visit_id, one.kind, one.record_id, one.title)

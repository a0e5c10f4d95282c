"""Whom an order is offered to: who has the skill, is free then, says so, and lives near; least busy first."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from desk.api.people import list_people
from desk.api.places import list_area_ids_below
from desk.api.timesheets import TimePair
from plugins.volunteer.kinds import VOLUNTEER
from plugins.volunteer.models import Offer, Order, Volunteer
from plugins.volunteer.service.free_times import free_then

OFFERED = 50
"""Volunteers an order is offered to at most."""
LOOKED_AT = 2000
"""Candidates whose words are read: neighbours, and the first of all others who fit."""


def matching(uow: UnitOfWork, order: Order) -> list[int]:
    """Active volunteers with the skill who are free then and have not given the order back: neighbours first, then the
    least busy ones.
    """
    statement = select(Volunteer.id, Volunteer.person_id, Volunteer.times).where(
        Volunteer.state == "active", Volunteer.id.not_in(_busy(order)), Volunteer.id.not_in(_gave_back(order.id)))
    if order.skill:
        statement = statement.where(Volunteer.skills.contains(f",{order.skill},", autoescape=True))
    near = _neighbourhood(uow, order)
    candidates = {row.id: row for part in (*_parts(statement, near), statement.order_by(Volunteer.id).limit(LOOKED_AT))
                  for row in uow.session.execute(part)}
    rows = [row for row in candidates.values() if free_then(row.times, order.wanted_at)]
    load = _load(uow)
    rows.sort(key=lambda row: (row.person_id not in near, load.get(row.id, 0), row.id))
    return [row.id for row in rows[:OFFERED]]


def _parts(statement: Any, people: set[int]) -> list[Any]:
    """The statement for these people, in parts a database takes."""
    ids = sorted(people)
    return [statement.where(Volunteer.person_id.in_(ids[start:start + 400])) for start in range(0, len(ids), 400)]


def _neighbourhood(uow: UnitOfWork, order: Order) -> set[int]:
    """People who serve and live in the order's area, however long the register is."""
    if order.area_id is None:
        return set()
    able = select(Volunteer.person_id).where(Volunteer.state == "active")
    if order.skill:
        able = able.where(Volunteer.skills.contains(f",{order.skill},", autoescape=True))
    request = PageRequest(size=LOOKED_AT, filters={"area_id": sorted(list_area_ids_below(uow, order.area_id))})
    return {row.id for row in list_people(uow, request, able).rows}


def neighbours(uow: UnitOfWork, order: Order, volunteer_ids: list[int]) -> set[int]:
    """Those of the volunteers who live in the order's area."""
    people = dict(uow.session.execute(select(Volunteer.person_id, Volunteer.id).where(Volunteer.id.in_(volunteer_ids))).all())
    return {people[person] for person in _near(uow, order, list(people))}


def _near(uow: UnitOfWork, order: Order, people: list[int]) -> set[int]:
    if order.area_id is None or not people:
        return set()
    found: set[int] = set()
    areas = sorted(list_area_ids_below(uow, order.area_id))
    for start in range(0, len(people), 400):
        part = people[start:start + 400]
        request = PageRequest(size=len(part), filters={"area_id": areas})
        found |= {row.id for row in list_people(uow, request, select(Volunteer.person_id).where(
            Volunteer.person_id.in_(part))).rows}
    return found


def _load(uow: UnitOfWork) -> dict[int, int]:
    """Orders somebody has in hand or has done, by volunteer."""
    rows: Any = uow.session.execute(select(Order.taker_id, func.count(Order.id)).where(Order.taker_id.is_not(None))
                                    .group_by(Order.taker_id))
    return dict(rows.all())


def _busy(order: Order) -> Any:
    start: datetime = order.wanted_at
    return select(Order.taker_id).where(Order.state == "taken", Order.taker_id.is_not(None),
                                        Order.wanted_at < order.wanted_until, Order.wanted_until > start).union(
        select(TimePair.holder_id).where(TimePair.holder_kind == VOLUNTEER, TimePair.state != "struck",
                                         TimePair.started_at < order.wanted_until, TimePair.ended_at > start))


def _gave_back(order_id: int) -> Any:
    return select(Offer.volunteer_id).where(Offer.order_id == order_id, Offer.state.in_(("returned", "declined")))

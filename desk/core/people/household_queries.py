"""Reads of households."""

from typing import Any

from sqlalchemy import Select, func, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.people.cards import HouseholdCard, HouseholdRow
from desk.core.people.model import Household, Person
from desk.core.people.queries import area_mark, list_visits, rows
from desk.core.people.rights import READ

SORTS = {"": (Household.address, Household.id), "address": (Household.address, Household.id),
         "visited": (Household.visited_on, Household.id)}


def get_household(uow: UnitOfWork, household_id: int) -> HouseholdCard:
    """One household with the people present in it, the head first. Raises NotFound, NotAllowed."""
    uow.require(READ)
    household = uow.get(Household, household_id)
    uow.require_area(household.area_id)
    members = uow.session.scalars(
        select(Person).where(Person.household_id == household_id, Person.state == "present")
        .order_by(Person.relation == "", Person.relation, Person.birth, Person.id))
    return HouseholdCard(
        id=household.id, version=household.version, address=household.address, code=household.code,
        area_id=household.area_id, tenure=household.tenure, contact=household.contact, note=household.note,
        visited_on=household.visited_on, members=tuple(rows(uow, members)),
        visits=list_visits(uow, household_id=household_id, limit=10))


def list_households(uow: UnitOfWork, request: PageRequest) -> Page[HouseholdRow]:
    """A page of households. sort: "address", "visited". filters: area_id, tenure, not_visited_since ("2026-05-01").
    text: part of the address or code."""
    uow.require(READ)
    if request.sort not in SORTS:
        raise ValueError(f"no such order: {request.sort}")
    found, following = keyset_page(uow.session, _filtered(uow, select(Household), request), SORTS[request.sort], request)
    present = dict(uow.session.execute(
        select(Person.household_id, func.count()).where(Person.household_id.in_([one.id for one in found]),
                                                        Person.state == "present").group_by(Person.household_id)).all())
    return Page([HouseholdRow(one.id, one.address, one.code, one.area_id, one.tenure, one.contact,
                              present.get(one.id, 0), one.visited_on) for one in found], following)


def count_households(uow: UnitOfWork, request: PageRequest) -> int:
    """How many households `list_households` shows in all."""
    uow.require(READ)
    return uow.session.scalar(_filtered(uow, select(func.count(Household.id)), request)) or 0


def _filtered(uow: UnitOfWork, statement: Select[Any], request: PageRequest) -> Select[Any]:
    if uow.actor.area_ids is not None:
        statement = statement.where(area_mark(uow, Household.area_id))
    for name, value in request.filters.items():
        if value in ("", None):
            continue
        if name not in ("area_id", "tenure", "not_visited_since"):
            raise ValueError(f"no such filter: {name}")
        statement = statement.where(Household.visited_on < value if name == "not_visited_since"
                                    else getattr(Household, name) == value)
    if text := request.text.strip():
        statement = statement.where(Household.address.contains(text, autoescape=True) | (Household.code == text))
    return statement

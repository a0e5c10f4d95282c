"""The list of people searched as the box searches: by index, however many people there are."""

from dataclasses import replace

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.people.cards import PersonRow
from desk.core.people.queries import count_people, list_people
from desk.core.search.queries import found_ids


def list_people_found(uow: UnitOfWork, request: PageRequest) -> Page[PersonRow]:
    """As `list_people`, but `request.text` finds what the search box would find."""
    return list_people(uow, replace(request, text=""), found_ids(uow, request.text, "person"))


def count_people_found(uow: UnitOfWork, request: PageRequest) -> int:
    """How many people `list_people_found` shows in all."""
    return count_people(uow, request.filters, among=found_ids(uow, request.text, "person"))

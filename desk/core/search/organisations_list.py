"""The list of organisations searched as the box searches: by name, pinyin, initials, code, telephone."""

from dataclasses import replace

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.queries import OrganisationRow, count_organisations, list_organisations
from desk.core.search.queries import found_ids


def list_organisations_found(uow: UnitOfWork, request: PageRequest) -> Page[OrganisationRow]:
    """As `list_organisations`, but `request.text` finds what the search box would find."""
    return list_organisations(uow, replace(request, text=""), found_ids(uow, request.text, "organisation"))


def count_organisations_found(uow: UnitOfWork, request: PageRequest) -> int:
    """How many organisations `list_organisations_found` shows in all."""
    return count_organisations(uow, replace(request, text=""), found_ids(uow, request.text, "organisation"))

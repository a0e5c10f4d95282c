"""The list of organisations searched as the box searches: by name, pinyin, initials, code, telephone."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Select

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.organisations.queries import OrganisationRow, count_organisations, list_organisations
from desk.core.search.queries import found_ids
from desk.core.visits.units import units_unseen_since


def list_organisations_found(uow: UnitOfWork, request: PageRequest) -> Page[OrganisationRow]:
    """As `list_organisations`, but `request.text` finds what the search box would find; filter unseen_days besides: nobody
    called on them for so many days.
    """
    return list_organisations(uow, *_narrowed(uow, request))


def count_organisations_found(uow: UnitOfWork, request: PageRequest) -> int:
    """How many organisations `list_organisations_found` shows in all."""
    return count_organisations(uow, *_narrowed(uow, request))


def _narrowed(uow: UnitOfWork, request: PageRequest) -> tuple[PageRequest, Select[Any] | None]:
    filters = dict(request.filters)
    days, found = filters.pop("unseen_days", None), found_ids(uow, request.text, "organisation")
    if days is not None:
        unseen = units_unseen_since(uow.clock.today() - timedelta(days=days))
        found = unseen if found is None else unseen.where(Organisation.id.in_(found))
    return replace(request, text="", filters=filters), found

"""What the forms of the grid offer. Runs in workers."""

from typing import Any

from desk.api.cases import list_takers
from desk.api.db import UnitOfWork
from desk.api.organisations import find_organisations
from desk.api.places import list_areas
from plugins.grid.event_kinds import list_kinds

GRIDS = ("grid", "special_grid")


def grids(uow: UnitOfWork) -> list[tuple[Any, str]]:
    """Grids in use."""
    return [(one.id, one.name) for one in list_areas(uow, kinds=GRIDS)]


def kinds(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Kinds that events are reported under."""
    return [(one.code, one.title) for one in list_kinds(uow)]


def units(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Units that the kinds name and those of the register, offered while typing."""
    named = [one.unit for one in list_kinds(uow) if one.unit]
    return [(name, name) for name in dict.fromkeys([*named, *(one.name for one in find_organisations(uow, ""))])]


def takers(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Modules that take matters and that one may write to."""
    return [(one.id, one.paper) for one in list_takers(uow)]

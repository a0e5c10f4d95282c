"""Where pickers and phrase buttons of the mediation room's forms look. Runs in workers."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api.calendar import list_duties
from desk.api.db import UnitOfWork
from desk.api.organisations import find_organisations, get_organisation
from desk.api.pages import Pick
from desk.api.places import list_areas, list_venues
from desk.api.staff import list_colleagues
from plugins.mediation.joint_kinds import LEGAL_ROSTER
from plugins.mediation.models import Mediator, Phrase
from plugins.mediation.queries import list_parties


def search_units(uow: UnitOfWork, text: str) -> list[Pick]:
    """Organisations by name."""
    return [Pick(one.id, one.name, one.area) for one in find_organisations(uow, text)]


def name_unit(uow: UnitOfWork, organisation_id: int) -> str:
    """The organisation's name."""
    return get_organisation(uow, organisation_id).name


def venues(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Rooms that can be booked."""
    return [(one.id, one.name) for one in list_venues(uow)]


def grids(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Grids in use."""
    return [(one.id, one.name) for one in list_areas(uow, kinds=("grid", "special_grid"))]


def colleagues(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Open accounts by name."""
    return list_colleagues(uow)


def parties(uow: UnitOfWork, dispute_id: int) -> list[tuple[int, str]]:
    """Party id and name of one dispute."""
    return [(one.id, one.name) for one in list_parties(uow, dispute_id)]


def phrases(uow: UnitOfWork, use: str) -> list[str]:
    """The hall's own phrases for a field, in the order they were entered."""
    return list(uow.session.scalars(select(Phrase.text).where(Phrase.use == use).order_by(Phrase.id)))


def legal_workers(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Legal workers of the mediators' register and lawyers on duty in the weeks to come."""
    known = list(uow.session.scalars(select(Mediator.name).where(Mediator.kind == "legal", Mediator.left_on.is_(None))))
    today = uow.clock.today()
    on_duty = [one.who for one in list_duties(uow, LEGAL_ROSTER, today, today + timedelta(days=60))]
    return [(name, name) for name in dict.fromkeys([*known, *on_duty])]


def rows_of(found: Any, *names: str) -> dict[str, Any]:
    """Attributes of a table row, for the starting values of a form."""
    return {name: getattr(found, name) for name in names}

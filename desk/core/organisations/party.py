"""Which units have a party organisation: one of that kind is registered as a part of the unit; its persons are its members."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation

PARTY = "party"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A unit's party organisation. members: None while nobody entered how many it has."""

    id: int
    unit_id: int
    name: str
    members: int | None


def list_party_organisations(uow: UnitOfWork, unit_ids: Iterable[int] | None = None) -> dict[int, list[PartyRow]]:
    """Unit → the party organisations that are parts of it and still there; of all units unless some are named."""
    statement = select(Organisation.id, Organisation.parent_id, Organisation.name, Organisation.size).where(*_parts()).order_by(
        Organisation.id)
    if unit_ids is not None:
        statement = statement.where(Organisation.parent_id.in_(list(unit_ids)))
    found: dict[int, list[PartyRow]] = {}
    for party_id, unit_id, name, size in uow.session.execute(statement):
        if unit_id is not None:  # parts have one
            found.setdefault(unit_id, []).append(PartyRow(party_id, unit_id, name, size))
    return found


def has_party(wanted: bool) -> ColumnElement[bool]:
    """Condition on Organisation: a unit with (without) a party organisation; party organisations themselves are neither."""
    units = select(Organisation.parent_id).where(*_parts())
    return (Organisation.kind != PARTY) & (Organisation.id.in_(units) if wanted else Organisation.id.not_in(units))


def _parts() -> tuple[Any, ...]:
    return (Organisation.kind == PARTY, Organisation.parent_id.is_not(None), Organisation.closed_on.is_(None))

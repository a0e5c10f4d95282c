"""When units were last called on: a unit's record counts as verified on the day of the last visit that was made."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation
from desk.core.people.rights import READ
from desk.core.visits.model import Visit

_MADE = (Visit.state == "done", Visit.organisation_id.is_not(None))


def last_visits(uow: UnitOfWork, unit_ids: Iterable[int] | None = None) -> dict[int, date]:
    """Unit → day of its last visit made; nothing for those who may not see visits."""
    if not uow.actor.may(READ):
        return {}
    statement = select(Visit.organisation_id, func.max(Visit.day)).where(*_MADE).group_by(Visit.organisation_id)
    if unit_ids is not None:
        statement = statement.where(Visit.organisation_id.in_(list(unit_ids)))
    return {unit_id: day for unit_id, day in uow.session.execute(statement) if unit_id is not None}


def units_unseen_since(day: date) -> Select[Any]:
    """Ids of units nobody called on since `day`."""
    return select(Organisation.id).where(Organisation.id.not_in(
        select(Visit.organisation_id).where(*_MADE, Visit.day >= day)))

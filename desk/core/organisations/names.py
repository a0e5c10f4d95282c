"""Names of organisations for many records at once."""

from collections.abc import Iterable

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.organisations.model import Organisation


def name_organisations(uow: UnitOfWork, ids: Iterable[int | None]) -> dict[int, str]:
    """Id → name of those that are there; None among `ids` is passed over."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    rows = uow.session.execute(select(Organisation.id, Organisation.name).where(Organisation.id.in_(wanted)))
    return {organisation_id: name for organisation_id, name in rows}

"""Two records of one person become one: parties follow."""

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.mediation.models import Party


def follow_merge(kept_id: int, gone_id: int, uow: UnitOfWork) -> None:
    """Parties that pointed at the record that goes point at the one that stays; what their papers say is untouched."""
    for party in uow.session.scalars(select(Party).where(Party.person_id == gone_id)):
        party.person_id = kept_id

"""Rows that hang on a person."""

from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork


def children(uow: UnitOfWork, model: type[Any], person_id: int) -> list[Any]:
    """Rows of a table that hang on a person, oldest first."""
    return list(uow.session.scalars(select(model).where(model.person_id == person_id).order_by(model.id)))

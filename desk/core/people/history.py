"""Old values: what a record said before it was changed."""

from typing import Any

from sqlalchemy import select

from desk.core.db.base import Root
from desk.core.db.editing import take_over
from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.people.model import OldValue


def change_kept(uow: UnitOfWork, record: Root, values: dict[str, Any], version: int | None = None,
                reason: str = "") -> list[str]:
    """As `take_over`, keeping what each changed field said before. Answers the names of the changed fields."""
    before = {name: getattr(record, name) for name in values}
    changed = take_over(record, values, version)
    for name in changed:
        was = before[name]
        uow.session.add(OldValue(kind=record.record_kind, record_id=record.id, field=name, reason=reason,
                                 value="" if was is None else str(was), at=uow.clock.now(), by=uow.actor.name))
    return changed


def earlier_values(uow: UnitOfWork, kind: str, record_ids: list[int], field: str) -> dict[int, list[str]]:
    """Earlier values of one field by record, oldest first."""
    statement = (select(OldValue.record_id, OldValue.value).order_by(OldValue.id)
                 .where(OldValue.kind == kind, one_of(OldValue.record_id, record_ids), OldValue.field == field))
    found: dict[int, list[str]] = {}
    for record_id, value in uow.session.execute(statement):
        found.setdefault(record_id, []).append(value)
    return found

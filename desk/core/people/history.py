"""Old values: what a record said before it was changed."""

from typing import Any

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.people.model import OldValue


def keep_old(uow: UnitOfWork, record: Any, values: dict[str, Any], reason: str = "") -> list[str]:
    """Keep the present value of every field that `values` will change (call before setting). Answers their names."""
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    for name in changed:
        was = getattr(record, name)
        uow.session.add(OldValue(kind=record.record_kind, record_id=record.id, field=name, reason=reason,
                                 value="" if was is None else str(was), at=uow.clock.now(), by=uow.actor.name))
    return changed


def earlier_values(uow: UnitOfWork, kind: str, record_ids: list[int], field: str) -> dict[int, list[str]]:
    """Earlier values of one field by record, oldest first."""
    statement = (select(OldValue.record_id, OldValue.value).order_by(OldValue.id)
                 .where(OldValue.kind == kind, OldValue.record_id.in_(record_ids), OldValue.field == field))
    found: dict[int, list[str]] = {}
    for record_id, value in uow.session.execute(statement):
        found.setdefault(record_id, []).append(value)
    return found

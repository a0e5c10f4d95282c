"""Reads of the audit trail, for those who may."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from desk.core.audit.model import AuditEntry
from desk.core.clock import HALL_ZONE
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork

READ = "desk.audit.read"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line: who did what to which record. at: aware. actor_kind: "user", "operator" or "system"."""

    id: int
    seq: int
    at: datetime
    actor: str
    actor_kind: str
    action: str
    kind: str
    record_id: int | None
    detail: dict[str, Any]


def list_audit(uow: UnitOfWork, request: PageRequest) -> Page[AuditRow]:
    """One page, newest first. Filters: actor, action (or several), kind, record_id, day_from, day_to (civil dates).

    text: words in the name of who did it or in the action. Raises NotAllowed without the right to read the trail.
    """
    uow.require(READ)
    rows, following = keyset_page(uow.session, select(AuditEntry).where(*_conditions(request)), [AuditEntry.seq],
                                  replace(request, descending=not request.descending))
    return Page([_row(row) for row in rows], following)


def list_acts(uow: UnitOfWork, kind: str, record_id: int, owner: str, size: int) -> list[AuditRow]:
    """What the verbs of `owner` ("volunteer") did to one record, newest first, for whoever may see the record itself.

    Only acts of the record's own plugin: who looked at it, printed it or saw full numbers stays with those who may read the
    trail, so the caller checks the right on the record and nothing more is told.
    """
    rows = uow.session.scalars(select(AuditEntry).where(
        AuditEntry.kind == kind, AuditEntry.record_id == record_id, AuditEntry.action.startswith(f"{owner}.", autoescape=True))
        .order_by(AuditEntry.seq.desc()).limit(size))
    return [_row(row) for row in rows]


def count_audit(uow: UnitOfWork, request: PageRequest) -> int:
    """How many lines `list_audit` shows in all."""
    uow.require(READ)
    return uow.session.scalar(select(func.count(AuditEntry.id)).where(*_conditions(request))) or 0


def list_actors(uow: UnitOfWork) -> list[str]:
    """Everybody who is named in the trail."""
    uow.require(READ)
    return list(uow.session.scalars(select(AuditEntry.actor).distinct().order_by(AuditEntry.actor)))


def list_actions(uow: UnitOfWork) -> list[str]:
    """Every action that is named in the trail."""
    uow.require(READ)
    return list(uow.session.scalars(select(AuditEntry.action).distinct().order_by(AuditEntry.action)))


def _conditions(request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, value in request.filters.items():
        if value not in (None, "", ()):
            found.append(_condition(name, value))
    for word in request.text.split():
        found.append(or_(AuditEntry.actor.contains(word, autoescape=True), AuditEntry.action.contains(word, autoescape=True)))
    return found


def _condition(name: str, value: Any) -> ColumnElement[bool]:
    if name == "day_from":
        return AuditEntry.at >= _midnight(value)
    if name == "day_to":
        return AuditEntry.at < _midnight(value + timedelta(days=1))
    column = {"actor": AuditEntry.actor, "action": AuditEntry.action, "kind": AuditEntry.kind,
              "record_id": AuditEntry.record_id}[name]
    return column.in_(value) if isinstance(value, tuple) else column == value


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HALL_ZONE)


def _row(row: AuditEntry) -> AuditRow:
    return AuditRow(row.id, row.seq, row.at, row.actor, row.actor_kind, row.action, row.kind, row.record_id, row.detail)

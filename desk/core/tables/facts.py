"""Records of declared registers as facts for statistics: one narrow statement, no JSON is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from desk.core.clock import HALL_ZONE, hall_time
from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.tables.declared import AMOUNTS, Table
from desk.core.tables.model import NOTHING, TableRecord, TableValue
from desk.core.tables.queries import RecordRow, conditions, rows
from desk.core.tables.records import with_ids


@dataclass(frozen=True, slots=True)
class Fact:
    """A record that counts. value: of the choice it is counted apart by, "" without one."""

    id: int
    day: date
    value: str = ""


def list_facts(uow: UnitOfWork, table: Table, by: str, apart: str, first: date, last: date,
               area_ids: frozenset[int] | None) -> list[Fact]:
    """Standing records whose day lies from `first` to `last`. by: the day's field, "" for the day of registration.

    area_ids: by the register's first place; a register without one counts everywhere.
    """
    day, value, place = aliased(TableValue), aliased(TableValue), aliased(TableValue)
    named = value.amount if apart and table.field(apart).kind in AMOUNTS else value.word
    columns = [TableRecord.id, TableRecord.case_id, TableRecord.created_at, *([day.word] if by else []),
               *([named] if apart else [])]
    statement = select(*columns).where(TableRecord.kind == table.code, TableRecord.removed == "",
                                       TableRecord.community_id == uow.actor.community_id)
    if by:
        statement = statement.join(day, and_(day.record_id == TableRecord.id, day.field == by)).where(
            day.word.between(first.isoformat(), last.isoformat()))
    else:
        statement = statement.where(TableRecord.created_at.between(
            _midnight(first), _midnight(last + timedelta(days=1))))
    if apart:
        statement = statement.join(value, and_(value.record_id == TableRecord.id, value.field == apart))
    where = next((field.name for field in table.fields if field.kind == "place"), "")
    if area_ids is not None and where:
        statement = statement.join(place, and_(place.record_id == TableRecord.id, place.field == where)).where(
            place.amount.in_(area_ids))
    found = [_fact(row, by=bool(by), apart=bool(apart)) for row in uow.session.execute(statement)]
    return [fact for fact in found if first <= fact.day <= last]


def list_by_ids(uow: UnitOfWork, table: Table, ids: Sequence[int]) -> list[RecordRow]:
    """Those of the records that the signed-in person may see."""
    if not uow.actor.may(table.read):
        return []
    found = uow.session.scalars(select(TableRecord).where(with_ids(table, ids), *conditions(uow, table, PageRequest())))
    return rows(uow, table, list(found))


def _fact(row: Sequence[Any], *, by: bool, apart: bool) -> Fact:
    own, case_id, created, *rest = row
    day = date.fromisoformat(rest[0]) if by else hall_time(created).date()
    told = "" if not apart or rest[-1] == NOTHING else str(rest[-1])
    return Fact(case_id or own, day, told)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HALL_ZONE)

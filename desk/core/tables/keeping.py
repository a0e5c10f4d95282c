"""Declared registers over time: the last declaration kept with the records, records that follow a person."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.core.actor import system_actor
from desk.core.db.community import Community
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.tables.declared import Table
from desk.core.tables.model import TableRecord, TableSchema, TableValue
from desk.core.tables.records import keep_apart, own_id, values_of


def stored_declaration(uow: UnitOfWork, plugin_id: str) -> dict[str, Any] | None:
    """The declaration a plugin's records were last kept by, None when there is none."""
    row = _stored(uow, plugin_id)
    return json.loads(row.declared) if row else None


def remember(uow: UnitOfWork, plugin_id: str, version: str, declared: Mapping[str, Any], tables: list[Table]) -> bool:
    """Keep the declaration; records get values for fields that became indexed. Answers whether anything changed."""
    text = _text(declared)
    row = _stored(uow, plugin_id)
    if row is not None and row.declared == text:
        return False
    if row is None:
        uow.add(TableSchema(plugin=plugin_id, version=version, declared=text, at=uow.clock.now()))
    else:
        row.version, row.declared, row.at = version, text, uow.clock.now()
        for table in tables:
            _keep_apart_anew(uow, table)
    return True


def remember_everywhere(factory: UnitOfWorkFactory, told: Sequence[tuple[str, str, Mapping[str, Any], list[Table]]]) -> None:
    """`remember` for every community of the data, each (plugin, version, declaration, registers); writes only what is new."""
    with factory.reading(system_actor()) as uow:
        communities = list(uow.session.scalars(select(Community.id)))
        known = {(row.community_id, row.plugin): row.declared for row in uow.session.scalars(
            select(TableSchema).execution_options(all_communities=True))}
    for community in communities:
        fresh = [one for one in told if known.get((community, one[0])) != _text(one[2])]
        if fresh:
            with factory.writing(system_actor(community)) as uow:
                for plugin_id, version, declared, tables in fresh:
                    remember(uow, plugin_id, version, declared, tables)


def touch_records_of(person_id: int, uow: UnitOfWork) -> None:
    """Note that records naming a person look different now; the merge itself moves the foreign keys."""
    named = select(TableValue.record_id).where(TableValue.person_id == person_id)
    for record in uow.session.scalars(select(TableRecord).where(TableRecord.id.in_(named))):
        uow.touch(record.kind, own_id(record))


def _keep_apart_anew(uow: UnitOfWork, table: Table) -> None:
    last = 0
    wanted = {field.name for field in table.kept_apart}
    while records := list(uow.session.scalars(select(TableRecord).where(
            TableRecord.kind == table.code, TableRecord.id > last).order_by(TableRecord.id).limit(500))):
        for record in records:
            have = set(uow.session.scalars(select(TableValue.field).where(TableValue.record_id == record.id)))
            if have != wanted:
                keep_apart(uow, table, record, values_of(uow, table, record))
        last = records[-1].id


def _text(declared: Mapping[str, Any]) -> str:
    return json.dumps(declared, ensure_ascii=False, sort_keys=True, default=str)


def _stored(uow: UnitOfWork, plugin_id: str) -> TableSchema | None:
    return uow.session.scalars(select(TableSchema).where(TableSchema.plugin == plugin_id)).one_or_none()

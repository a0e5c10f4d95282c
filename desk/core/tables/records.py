"""One record of a declared register: found by the id its kind knows it by, its values written and read together."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select

from desk.core.cases.access import visible_case
from desk.core.cases.model import Case
from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotFound, refuse_marked
from desk.core.i18n import _
from desk.core.tables.declared import Table, texts
from desk.core.tables.model import TableRecord, TableValue
from desk.core.tables.values import Kept, kept, shown

_TITLE = 200


def own_id(record: TableRecord) -> int:
    """The id its kind knows it by: the matter's where it has one."""
    return int(record.case_id or record.id)


def with_id(table: Table, record_id: int) -> ColumnElement[bool]:
    """The condition that finds it."""
    return (TableRecord.case_id if table.case else TableRecord.id) == record_id


def with_ids(table: Table, record_ids: Sequence[int]) -> ColumnElement[bool]:
    """As with_id, for many."""
    return (TableRecord.case_id if table.case else TableRecord.id).in_(record_ids)


def find_record(uow: UnitOfWork, table: Table, record_id: int) -> TableRecord:
    """The record; NotFound when it is not there, NotAllowed without the right to read the register."""
    uow.require(table.read)
    if table.case:
        visible_case(uow, record_id)
    found = uow.session.scalars(select(TableRecord).where(TableRecord.kind == table.code, with_id(table, record_id))).first()
    if found is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    return found


def values_of(uow: UnitOfWork, table: Table, record: TableRecord) -> dict[str, Any]:
    """Field → value, None for an empty one; a field that came with an update is empty."""
    return values_with(table, record, people_of(uow, [record.id]))


def people_of(uow: UnitOfWork, record_ids: Sequence[int]) -> dict[tuple[int, str], int]:
    """(record, field) → person, for many records at once."""
    found = uow.session.execute(select(TableValue.record_id, TableValue.field, TableValue.person_id).where(
        TableValue.record_id.in_(record_ids), TableValue.person_id.is_not(None)))
    return {(record_id, field): person_id for record_id, field, person_id in found if person_id is not None}


def values_with(table: Table, record: TableRecord, people: Mapping[tuple[int, str], int]) -> dict[str, Any]:
    """As values_of, with the people read before."""
    return {field.name: people.get((record.id, field.name)) if field.kind == "person" else record.data.get(field.name)
            for field in table.fields}


def fill(uow: UnitOfWork, table: Table, record: TableRecord, values: Mapping[str, Any]) -> None:
    """Write checked values into a new or standing record, and those kept apart beside it."""
    people = {field.name for field in table.fields if field.kind == "person"}
    record.data = {name: value for name, value in values.items() if name not in people}
    record.title = title_of(uow, table, values)
    if record.id is None:
        uow.add(record)
    keep_apart(uow, table, record, values)


def keep_apart(uow: UnitOfWork, table: Table, record: TableRecord, values: Mapping[str, Any]) -> None:
    """Write the table of values anew for one record."""
    uow.session.flush()
    uow.session.execute(delete(TableValue).where(TableValue.record_id == record.id))
    for field in table.kept_apart:
        told = kept(field, values.get(field.name))
        uow.session.add(TableValue(record_id=record.id, kind=table.code, field=field.name, word=told.word, amount=told.amount,
                                   person_id=told.person_id))
    uow.session.flush()


def title_of(uow: UnitOfWork, table: Table, values: Mapping[str, Any]) -> str:
    """What the record is called: its naming fields, else what one record of the register is called."""
    say = texts(table.code)
    parts = [shown(uow, table.field(name), values.get(name), say) for name in table.name]
    return (" · ".join(part for part in parts if part) or say(table.one))[:_TITLE]


def refuse_taken(uow: UnitOfWork, table: Table, values: Mapping[str, Any], own: int | None = None) -> None:
    """UserError beside a field whose value another open record of the register bears, where only one may."""
    wrong = {}
    for field in table.fields:
        told = kept(field, values.get(field.name))
        if field.unique and told != Kept():
            taken = uow.session.scalars(_bearing(table, field.name, told).where(TableRecord.id != (own or 0))).first()
            if taken is not None:
                wrong[field.name] = _("This stands already in: {record}.").format(
                    record=f"{taken.number} {taken.title}".strip())
    if not (table.done and values.get(table.done)):
        refuse_marked(wrong)


def _bearing(table: Table, field: str, told: Kept) -> Select[TableRecord]:
    """Open records with a value: not taken out, not done, their matter not ended."""
    same = select(TableValue.record_id).where(TableValue.kind == table.code, TableValue.field == field,
                                              TableValue.word == told.word, TableValue.amount == told.amount,
                                              TableValue.person_id.is_(None) if told.person_id is None
                                              else TableValue.person_id == told.person_id)
    statement = select(TableRecord).where(TableRecord.kind == table.code, TableRecord.removed == "", TableRecord.id.in_(same))
    if table.done:
        statement = statement.where(TableRecord.id.in_(select(TableValue.record_id).where(
            TableValue.kind == table.code, TableValue.field == table.done, TableValue.word == "")))
    if table.case:
        statement = statement.where(TableRecord.case_id.in_(select(Case.id).where(Case.closed_on.is_(None))))
    return statement

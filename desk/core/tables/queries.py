"""Reads of declared registers: pages of records sorted by any indexed field, filtered, counted, found, due."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from desk.core.cases.access import visible
from desk.core.cases.model import Case
from desk.core.cases.rows import CaseRow, case_row
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.staff.model import StaffUser
from desk.core.tables.declared import AMOUNTS, LINKS, Table, texts
from desk.core.tables.model import TableRecord, TableValue
from desk.core.tables.records import find_record, own_id, people_of, values_with
from desk.core.tables.values import read_names, shown


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record. id: as its kind knows it. values: as kept; words: as people read them.

    at: when it was registered. case: its matter, None without one."""

    id: int
    number: str
    title: str
    version: int
    removed: str
    values: dict[str, Any]
    words: dict[str, str]
    at: datetime
    case: CaseRow | None = None


@dataclass(frozen=True, slots=True)
class DueRecord:
    """Something due: the day its due field names, while the field that ends it is empty."""

    id: int
    number: str
    title: str
    due: date


def get_record(uow: UnitOfWork, table: Table, record_id: int) -> RecordRow:
    """One record; NotFound when it is not there or may not be seen."""
    return rows(uow, table, [find_record(uow, table, record_id)])[0]


def list_records(uow: UnitOfWork, table: Table, request: PageRequest) -> Page[RecordRow]:
    """One page. sort: the name of an indexed field, "number", "state", "due", "" for the newest first. Filters: a field's
    value or a tuple of values, "<field>_from" and "<field>_to" for days and numbers; removed, open (bool), state."""
    uow.require(table.read)
    if not request.sort:
        request = replace(request, descending=not request.descending)
    statement, columns = _sorted(select(TableRecord).where(*conditions(uow, table, request)), table, request.sort)
    found, following = keyset_page(uow.session, statement, columns, request)
    return Page(rows(uow, table, [row if isinstance(row, TableRecord) else row[0] for row in found]), following)


def count_records(uow: UnitOfWork, table: Table, request: PageRequest) -> int:
    """How many records `list_records` would show in all."""
    uow.require(table.read)
    return uow.session.scalar(select(func.count(TableRecord.id)).where(*conditions(uow, table, request))) or 0


def count_by(uow: UnitOfWork, table: Table, field: str = "", request: PageRequest | None = None) -> dict[str, int]:
    """Value of a choice field → number of records; of matters by state without a field."""
    uow.require(table.read)
    limits = conditions(uow, table, request or PageRequest())
    if field:
        statement = select(TableValue.word, func.count(TableRecord.id)).join(
            TableValue, and_(TableValue.record_id == TableRecord.id, TableValue.field == field)).group_by(TableValue.word)
    else:
        statement = select(Case.state, func.count(TableRecord.id)).join(
            Case, Case.id == TableRecord.case_id).group_by(Case.state)
    return {value: count for value, count in uow.session.execute(statement.where(*limits))}


def list_due(uow: UnitOfWork, table: Table, until: date, most: int = 50) -> list[DueRecord]:
    """What is due until a day and not done, the most urgent first."""
    uow.require(table.read)
    due = aliased(TableValue)
    statement = select(TableRecord, due.word).join(due, and_(due.record_id == TableRecord.id, due.field == table.due)).where(
        *conditions(uow, table, PageRequest()), due.word != "", due.word <= until.isoformat())
    if table.done:
        statement = statement.where(TableRecord.id.in_(_having(table, table.done, TableValue.word == "")))
    return [DueRecord(own_id(record), record.number, record.title, date.fromisoformat(word))
            for record, word in uow.session.execute(statement.order_by(due.word, TableRecord.id).limit(most))]


def list_of_person(uow: UnitOfWork, table: Table, person_id: int) -> list[RecordRow]:
    """Records of a register that name a person, the newest first."""
    uow.require(table.read)
    mine = select(TableValue.record_id).where(TableValue.kind == table.code, TableValue.person_id == person_id)
    found = uow.session.scalars(select(TableRecord).where(
        TableRecord.id.in_(mine), *conditions(uow, table, PageRequest())).order_by(TableRecord.id.desc()).limit(50))
    return rows(uow, table, list(found))


def list_linked(uow: UnitOfWork, table: Table, field: str, record_id: int, most: int = 8) -> list[RecordRow]:
    """Records of a register whose field names a record of another, the newest first."""
    uow.require(table.read)
    found = uow.session.scalars(select(TableRecord).where(
        TableRecord.id.in_(_having(table, field, TableValue.amount == record_id)), *conditions(uow, table, PageRequest()))
        .order_by(TableRecord.id.desc()).limit(most))
    return rows(uow, table, list(found))


def find_open(uow: UnitOfWork, table: Table, text: str, most: int = 12) -> list[RecordRow]:
    """Records for a picker: words in their title, number and found fields."""
    return list(list_records(uow, table, PageRequest(size=most, text=text)).rows)


def count_of_person(uow: UnitOfWork, table: Table, person_id: int) -> int:
    """How many records of a register name a person, whoever asks: for what must not be erased."""
    return uow.session.scalar(select(func.count(TableRecord.id)).where(TableRecord.kind == table.code, TableRecord.id.in_(
        select(TableValue.record_id).where(TableValue.kind == table.code, TableValue.person_id == person_id)))) or 0


def find_number(uow: UnitOfWork, table: Table, number: str) -> int | None:
    """The record with a number, None when there is none."""
    uow.require(table.read)
    found = uow.session.scalars(select(TableRecord).where(TableRecord.kind == table.code, TableRecord.number == number)).first()
    return own_id(found) if found else None


def conditions(uow: UnitOfWork, table: Table, request: PageRequest) -> list[ColumnElement[bool]]:
    """What a request leaves of a register; without a word about removed ones only those that stand."""
    filters = dict(request.filters)
    found: list[ColumnElement[bool]] = [TableRecord.kind == table.code]
    found.append(TableRecord.removed != "" if filters.pop("removed", False) else TableRecord.removed == "")
    if table.case:
        found.append(TableRecord.case_id.in_(_matters(uow, filters.pop("state", None), filters.pop("open", None))))
    found += [_condition(table, name, value) for name, value in filters.items() if value is not None]
    found += [_word(table, word) for word in request.text.split()]
    return found


def _matters(uow: UnitOfWork, state: Any, is_open: Any) -> Select[Any]:
    statement = select(Case.id).where(*visible(uow))
    if state is not None:
        statement = statement.where(Case.state.in_(state if isinstance(state, tuple) else (state,)))
    if is_open is not None:
        statement = statement.where(Case.closed_on.is_(None) if is_open else Case.closed_on.is_not(None))
    return statement


def _condition(table: Table, name: str, value: Any) -> ColumnElement[bool]:
    plain = name.removesuffix("_from").removesuffix("_to")
    named = name if any(one.name == name for one in table.fields) else plain
    field = table.field(named)
    column: Any = TableValue.amount if field.kind in AMOUNTS else TableValue.word
    if field.kind == "person":
        column = TableValue.person_id
    values = value if isinstance(value, tuple) else (value,)
    told = [one.isoformat() if isinstance(one, date) else int(one) if field.kind in AMOUNTS else one for one in values]
    if name == named:
        limit = column.in_(told)
    else:
        limit = column >= told[0] if name.endswith("_from") else and_(column <= told[0], column != "") \
            if column is TableValue.word else column <= told[0]
    return TableRecord.id.in_(_having(table, field.name, limit))


def _word(table: Table, word: str) -> ColumnElement[bool]:
    like = f"%{word.replace('/', '//').replace('%', '/%').replace('_', '/_')}%"
    names = [field.name for field in table.fields if field.found]
    return or_(TableRecord.title.ilike(like, escape="/"), TableRecord.number.ilike(like, escape="/"),
               TableRecord.id.in_(select(TableValue.record_id).where(
                   TableValue.kind == table.code, TableValue.field.in_(names), TableValue.word.ilike(like, escape="/"))))


def _having(table: Table, field: str, limit: ColumnElement[bool]) -> Select[Any]:
    return select(TableValue.record_id).where(TableValue.kind == table.code, TableValue.field == field, limit)


def _sorted(statement: Select[Any], table: Table, sort: str) -> tuple[Select[Any], tuple[Any, ...]]:
    if sort in ("state", "case_due"):
        told: Any = Case.state if sort == "state" else Case.due_on
        return statement.join(Case, Case.id == TableRecord.case_id).add_columns(told), (told, TableRecord.id)
    if sort == "number":
        return statement, (TableRecord.number, TableRecord.id)
    if not sort:
        return statement, (TableRecord.id,)
    value = aliased(TableValue)
    column: Any = value.amount if table.field(sort).kind in AMOUNTS else value.word
    joined = statement.join(value, and_(value.record_id == TableRecord.id, value.field == sort)).add_columns(column)
    return joined, (column, TableRecord.id)


def rows(uow: UnitOfWork, table: Table, records: Sequence[TableRecord]) -> list[RecordRow]:
    """Records as lists show them; links and matters are read for all at once."""
    people, say = people_of(uow, [record.id for record in records]), texts(table.code)
    values = {record.id: values_with(table, record, people) for record in records}
    wanted: dict[str, set[int]] = {}
    for field in table.fields:
        if field.kind in LINKS:
            ids = {told[field.name] for told in values.values() if told[field.name] is not None}
            wanted.setdefault(field.kind, set()).update(ids)
    names, cases = read_names(uow, wanted), _cases(uow, table, records)
    return [RecordRow(own_id(record), record.number, record.title, record.version, record.removed, values[record.id],
                      {field.name: shown(uow, field, values[record.id][field.name], say, names) for field in table.fields},
                      record.created_at, cases.get(record.case_id or 0)) for record in records]


def _cases(uow: UnitOfWork, table: Table, records: Sequence[TableRecord]) -> dict[int, CaseRow]:
    if not table.case:
        return {}
    today = uow.clock.today()
    found = uow.session.execute(select(Case, StaffUser.name).outerjoin(StaffUser, StaffUser.id == Case.handler_id).where(
        Case.id.in_([record.case_id for record in records])))
    return {case.id: case_row(case, name, today) for case, name in found}

"""How records of declared registers are found: by number, by what they are called, and by the fields declared to be found."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from desk.core.db.listed import one_of
from desk.core.db.uow import UnitOfWork
from desk.core.search.document import SearchDocument
from desk.core.tables.declared import Table
from desk.core.tables.model import TableRecord, TableValue
from desk.core.tables.records import own_id


def table_documents(uow: UnitOfWork, table: Table, ids: Sequence[int]) -> Iterator[SearchDocument]:
    """Documents of one register; people's names are found by the people's own documents."""
    names = [field.name for field in table.fields if field.found and not field.masked and field.kind != "phone"]
    phones = [field.name for field in table.fields if field.found and field.kind == "phone"]
    key: Any = TableRecord.case_id if table.case else TableRecord.id
    for record in uow.session.scalars(select(TableRecord).where(
            TableRecord.kind == table.code, key.in_(ids), TableRecord.removed == "")):
        told = {name: str(record.data.get(name) or "") for name in (*names, *phones)}
        called = (record.title, record.number, *(told[name] for name in names))
        yield SearchDocument(table.code, own_id(record), record.title, record.number,
                             names=tuple(one for one in called if one), numbers=(record.number,) if record.number else (),
                             phones=tuple(told[name] for name in phones if told[name]), permission=table.read)


def of_people(uow: UnitOfWork, table: Table, ids: Sequence[int]) -> list[int]:
    """Records whose title names one of these people."""
    found = uow.session.scalars(select(TableRecord).where(TableRecord.kind == table.code, TableRecord.id.in_(
        select(TableValue.record_id).where(one_of(TableValue.person_id, ids)))))
    return [own_id(record) for record in found]

"""Everything that a plugin of some id keeps here: its own tables, and its rows in the core's, of the actor's community."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, func, inspect, select, true

from desk.core.cases.model import Case, CaseClock, CaseEntry, CaseHandler, CaseParty
from desk.core.db.community import Community
from desk.core.db.uow import UnitOfWork
from desk.core.documents.archive_model import GivenNumber, Print
from desk.core.files.model import Attachment
from desk.core.settings.model import Setting
from desk.core.tables.model import TableRecord, TableSchema, TableValue


@dataclass(frozen=True, slots=True)
class Part:
    """A table's share. name: of the table. table: to read from. rows: which of them. own: it is the plugin's own table.

    stays: it is archived and never deleted (prints, numbers), because others must still be able to rely on it.
    """

    name: str
    table: Any
    rows: Any
    own: bool = False
    stays: bool = False

    @property
    def statement(self) -> Select[Any]:
        """All its rows, in the order of their keys."""
        return select(self.table).where(self.rows).order_by(*self.table.primary_key.columns)


def parts_of(uow: UnitOfWork, plugin_id: str) -> list[Part]:
    """Every share, those that refer to others first among the plugin's own. One that holds nothing is there too."""
    return [*_own(uow, plugin_id), *_core(uow, plugin_id)]


def count(uow: UnitOfWork, part: Part) -> int:
    """Rows of the share."""
    return uow.session.execute(select(func.count()).select_from(part.table).where(part.rows)).scalar_one()


def own_tables(uow: UnitOfWork, plugin_id: str) -> list[str]:
    """Names of the tables that bear the plugin's id."""
    names = inspect(uow.session.connection()).get_table_names()
    return sorted(name for name in names if name.startswith(f"{plugin_id}_"))


def only_community(uow: UnitOfWork) -> bool:
    """Whether the data hold no other community, so that rows without a community are this one's."""
    return uow.session.execute(select(func.count()).select_from(Community.__table__)).scalar_one() < 2


def _own(uow: UnitOfWork, plugin_id: str) -> Iterator[Part]:
    metadata, alone = MetaData(), only_community(uow)
    names = own_tables(uow, plugin_id)
    metadata.reflect(uow.session.connection(), only=names)
    mine = [table for table in reversed(metadata.sorted_tables) if table.name in names]
    for table in mine:
        if "community_id" in table.columns:
            yield Part(table.name, table, table.columns["community_id"] == uow.actor.community_id, own=True)
        elif alone:
            yield Part(table.name, table, true(), own=True)


def _core(uow: UnitOfWork, plugin_id: str) -> Iterator[Part]:
    def of(model: Any, column: Any, *, stays: bool = False) -> Part:
        here = model.__table__.columns["community_id"] == uow.actor.community_id
        return Part(model.__tablename__, model.__table__, here & _mine(column, plugin_id), stays=stays)

    yield of(TableValue, TableValue.__table__.c.kind)
    yield of(TableRecord, TableRecord.__table__.c.kind)
    matters = select(Case.__table__.c.id).where(_mine(Case.__table__.c.kind, plugin_id))
    for model in (CaseEntry, CaseClock, CaseParty, CaseHandler):
        table: Table = model.__table__  # type: ignore[attr-defined]
        here = table.columns["community_id"] == uow.actor.community_id
        yield Part(table.name, table, here & table.columns["case_id"].in_(matters))
    yield of(Case, Case.__table__.c.kind)
    yield of(Attachment, Attachment.__table__.c.owner_kind)
    yield of(Setting, Setting.__table__.c.key)
    schema = TableSchema.__table__
    yield Part(schema.name, schema, (schema.c.plugin == plugin_id) & (schema.c.community_id == uow.actor.community_id))
    yield of(Print, Print.__table__.c.owner_kind, stays=True)
    yield of(GivenNumber, GivenNumber.__table__.c.owner_kind, stays=True)


def _mine(column: Column[Any], plugin_id: str) -> Any:
    return column.startswith(f"{plugin_id}.", autoescape=True)

"""The tables of a plugin whose program is gone, as they stand in the data, with what is still known of how they were called."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    String,
    Table,
    inspect,
    select,
)

from desk.core.cases.model import Case
from desk.core.i18n import N_

MANAGE = "desk.plugins.manage"
INNER = frozenset({"id", "community_id", "version"})
"""Columns that say nothing to a reader."""
HEADS: Mapping[str, str] = {
    "created_at": N_("Registered on"), "created_by": N_("Registered by"), "updated_at": N_("Changed on"),
    "updated_by": N_("Changed by"), "person_id": N_("Person"), "organisation_id": N_("Organisation"), "area_id": N_("Area"),
    "case_id": N_("Matter"), "name": N_("Name"), "title": N_("Title"), "note": N_("Note"), "number": N_("Number"),
    "state": N_("State"), "phone": N_("Telephone"), "address": N_("Address"), "reason": N_("Reason"), "summary": N_("Summary")}
_LINKS = {"core_person": "person", "core_organisation": "organisation", "core_area": "place"}


@dataclass(frozen=True, slots=True)
class LeftColumn:
    """A column. kind: "text", "number", "bool", "date", "moment", "json", "bytes", or the register it refers to ("person",
    "organisation", "place"), or "row" for one of the plugin's own tables. sensitive: whether the plugin said so; None where it
    said nothing of any column, so that the desk has to guess."""

    name: str
    title: str
    kind: str
    row_of: str = ""
    sensitive: bool | None = None


@dataclass(frozen=True, slots=True)
class LeftTable:
    """One table. kind: of its records, "<plugin>.<noun>". read: the right to see it. matters: its rows are matters of `kind`,
    under the same numbers; bare: and has no table of its own. states: (code, title) of matters, as far as
    they are known. opens: its rows have a number of their own. table: a Table or an alias of one."""

    plugin: str
    kind: str
    title: str
    read: str
    columns: tuple[LeftColumn, ...]
    table: Any = field(repr=False)
    matters: bool = False
    bare: bool = False
    states: tuple[tuple[str, str], ...] = ()

    @property
    def opens(self) -> bool:
        """Whether a row can be named by one number."""
        return [column.name for column in self.table.primary_key] == ["id"]

    def linked(self, kind: str) -> list[str]:
        """Names of the columns that refer to a register of the desk."""
        return [column.name for column in self.columns if column.kind == kind]


def read_schema(connection: Connection, plugin_id: str, told: Mapping[str, Any]) -> tuple[LeftTable, ...]:
    """Every table of the plugin that holds something and can be read page by page, in the order they refer to each other.

    told: what was kept of its declarations (see desk.host.leftovers.remember), {} for nothing.
    """
    names = [name for name in inspect(connection).get_table_names() if name.startswith(f"{plugin_id}_")]
    metadata = MetaData()
    metadata.reflect(connection, only=names)
    kinds = set(connection.execute(select(Case.__table__.c.kind).where(
        Case.__table__.c.kind.startswith(f"{plugin_id}.", autoescape=True)).distinct()).scalars())
    mine = [table for table in metadata.sorted_tables if table.name in names and len(table.primary_key.columns)
            and connection.execute(select(table).limit(1)).first()]
    found = [_left(plugin_id, table, told, kinds) for table in mine]
    bare = kinds - {left.kind for left in found}
    return (*(_bare(plugin_id, kind, told) for kind in sorted(bare)), *found)


def _bare(plugin_id: str, kind: str, told: Mapping[str, Any]) -> LeftTable:
    """Matters of a kind that has no table of its own."""
    known = {one["code"]: one for one in told.get("kinds", [])}.get(kind, {})
    title = told.get("titles", {}).get(kind) or known.get("title") or kind
    own = Case.__table__.alias("left_matter")
    return LeftTable(plugin_id, kind, title, known.get("read") or told.get("read") or MANAGE, (), own, matters=True,
                     bare=True, states=_states(known))


def _left(plugin_id: str, table: Table, told: Mapping[str, Any], kinds: Iterable[str]) -> LeftTable:
    noun = table.name.removeprefix(f"{plugin_id}_")
    kind = told.get("records", {}).get(table.name) or f"{plugin_id}.{noun}"
    known = {one["code"]: one for one in told.get("kinds", [])}
    read = known[kind]["read"] if kind in known else told.get("read") or MANAGE
    title = told.get("titles", {}).get(kind) or (known[kind]["title"] if kind in known else table.name)
    heads = told.get("heads", {})
    columns = tuple(_columns(plugin_id, table, {**HEADS, **heads}, told.get("sensitive") or ()))
    return LeftTable(plugin_id, kind, title, read, columns, table, kind in kinds, states=_states(known.get(kind, {})))


def _states(kind: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((code, title) for code, title, _tone, _final in kind.get("states", []))


def _columns(plugin_id: str, table: Table, heads: Mapping[str, str], sensitive: Collection[str]) -> Iterator[LeftColumn]:
    for column in table.columns:
        if column.name in INNER:
            continue
        target = next((key.column.table.name for key in column.foreign_keys), "")
        kind = _LINKS.get(target) or ("row" if target.startswith(f"{plugin_id}_") else _kind(column.type))
        yield LeftColumn(column.name, heads.get(column.name, column.name), kind, target if kind == "row" else "",
                         f"{table.name}.{column.name}" in sensitive if sensitive else None)


def _kind(typed: Any) -> str:
    for of, kind in ((JSON, "json"), (Boolean, "bool"), (DateTime, "moment"), (Date, "date"), (LargeBinary, "bytes"),
                     (String, "text")):
        if isinstance(typed, of):
            return kind
    return "number"

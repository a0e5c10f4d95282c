"""Everything that a plugin of some id keeps here: its own tables, and its rows in the core's, of the actor's community.

Which of the core's go with it and which stay is decision 0048.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, func, inspect, or_, select, true

from desk.core.db.community import Community
from desk.core.db.uow import UnitOfWork
from desk.core.models import core_metadata
from desk.core.staff.model import Role, RoleRight

GOES: Mapping[str, tuple[str, ...]] = {
    "core_attachment": ("owner_kind",), "core_booking": ("owner_kind",), "core_case": ("kind",),
    "core_gathering": ("owner_kind",), "core_import_batch": ("kind",), "core_link": ("from_kind", "to_kind"),
    "core_notice": ("owner_kind",), "core_role_right": ("permission",), "core_schedule": ("kind",),
    "core_score_round": ("owner_kind",), "core_setting": ("key",), "core_table_record": ("kind",),
    "core_table_schema": ("plugin",), "core_table_value": ("kind",), "core_visit": ("owner_kind",),
    "core_visit_outcome": ("kind",)}
"""Table of the core → columns that name whose a row is. What is part of such a row (clocks, timeline, attendance) goes too."""
STAYS: Mapping[str, tuple[str, ...]] = {
    "core_ledger_account": ("owner_kind", "ledger"), "core_ledger_booking": ("ledger", "source_kind"),
    "core_number": ("code", "owner_kind"), "core_number_counter": ("code",), "core_number_series": ("code",),
    "core_print": ("owner_kind",), "core_statistics_month": ("table_code",), "core_statistics_report": ("table_code",),
    "core_time_entry": ("holder_kind", "source_kind"), "core_time_holder": ("holder_kind",),
    "core_time_pair": ("holder_kind", "source_kind")}
"""The same, of what others must still be able to rely on: archived, never deleted."""
LEFT_ALONE = ("core_audit", "core_ballot", "core_search", "core_plugin", "core_request")
"""Neither archived nor deleted here: the trail, votes (roll and box never meet in one file), and what is made anew."""


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
    """Shares of core's tables, what hangs on others first: rows that name a kind of the plugin's, and what is part of them."""
    found: dict[str, Part] = {}
    for table in core_metadata().sorted_tables:
        if not table.name.startswith("core_") or table.name.startswith(LEFT_ALONE):
            continue
        named = [_mine(table.columns[name], plugin_id) for name in (*GOES.get(table.name, ()), *STAYS.get(table.name, ()))]
        above = [(column, key.column, found[key.column.table.name]) for column in table.columns for key in column.foreign_keys
                 if key.column.table.name in found]
        named += [column.in_(select(target).where(part.rows)) for column, target, part in above]
        if named:
            stays = table.name in STAYS or (table.name not in GOES and any(part.stays for _column, _target, part in above))
            found[table.name] = Part(table.name, table, _here(uow, table) & or_(*named), stays=stays)
    return reversed(list(found.values()))


def _here(uow: UnitOfWork, table: Table) -> Any:
    """Of the actor's community; rights lie with its roles, parts of a list that was brought in with the list."""
    if "community_id" in table.columns:
        return table.columns["community_id"] == uow.actor.community_id
    if table is RoleRight.__table__:
        return table.columns["role_id"].in_(select(Role.__table__.c.id).where(
            Role.__table__.c.community_id == uow.actor.community_id))
    return true()


def _mine(column: Column[Any], plugin_id: str) -> Any:
    return or_(column == plugin_id, column.startswith(f"{plugin_id}.", autoescape=True))

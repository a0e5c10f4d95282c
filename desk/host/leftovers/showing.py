"""Plugins whose program is gone: what is known of them at a start, and the pages that show what they left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.host.lifecycle import PluginHost


@dataclass(frozen=True, slots=True)
class Gone:
    """Plugins whose program is not here, with what the data know of all that ever ran: declarations of registers (declared),
    names, and declarations of programs (told)."""

    plugins: tuple[str, ...]
    declared: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, Mapping[str, str]]
    told: Mapping[str, Mapping[str, Any]]


def show_left(host: PluginHost, database: Any, gone: Gone) -> None:
    """What removed plugins left is shown from the last declaration of a register, else from the tables as they stand."""
    from desk.core.leftovers.registry import use_leftovers

    use_leftovers(_left(host, database, gone) if gone.plugins else ())


def _left(host: PluginHost, database: Any, gone: Gone) -> list[Any]:
    from desk.core.leftovers.schema import read_schema
    from desk.host.leftovers.modules import left_modules
    from desk.host.tables.kept import kept_modules

    left: list[Any] = []
    for plugin_id in gone.plugins:
        if plugin_id in gone.declared:
            made = kept_modules(plugin_id, gone.declared[plugin_id])
        else:
            told = gone.told.get(plugin_id, {})
            with database.engine.connect() as connection:
                tables = read_schema(connection, plugin_id, told)
            made = left_modules(plugin_id, gone.names.get(plugin_id, {}), told, tables) if tables else None
            left += tables
        if made is not None:
            host.keep_readable(plugin_id, made)
    return left

"""What a database server says of itself before anything is migrated."""

import json
from typing import Any

from sqlalchemy import Connection, text


class ServerAnswers:
    """As headcheck.Answers, over a connection to a server; and the packages that it keeps for its seats."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def applied(self) -> dict[str, str]:
        """Lineage label → applied revision."""
        tables = self._connection.execute(text(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
            " AND table_name LIKE 'alembic\\_version%'")).scalars().all()
        return {table.removeprefix("alembic_version").removeprefix("_") or "core":
                self._connection.execute(text(f'SELECT version_num FROM "{table}"')).scalar() or "" for table in tables}

    def enabled(self) -> set[str]:
        """Ids of the plugins that any community has switched on."""
        rows = self._asked("core_setting", "SELECT value FROM core_setting WHERE key = 'desk.enabled_plugins'", "value")
        return {plugin for (value,) in rows for plugin in value}

    def declarations(self) -> dict[str, dict[str, Any]]:
        """Tables-only plugin → the declaration its records are kept by."""
        rows = self._asked("core_table_schema", "SELECT plugin, declared FROM core_table_schema ORDER BY id", "declared")
        return {plugin: json.loads(declared) for plugin, declared in rows}

    def names(self) -> dict[str, dict[str, str]]:
        """Plugin that once ran here → language → its name."""
        rows = self._asked("core_plugin_name", "SELECT plugin, names FROM core_plugin_name", "names")
        return {plugin: dict(names) for plugin, names in rows}

    def told(self) -> dict[str, dict[str, Any]]:
        """Plugin that ran here → what was kept of its declarations."""
        return {plugin: dict(told)
                for plugin, told in self._asked("core_plugin_name", "SELECT plugin, told FROM core_plugin_name", "told")}

    def kinds(self) -> set[str]:
        """Kinds that any matter is of."""
        return {kind for (kind,) in self._asked("core_case", "SELECT DISTINCT kind FROM core_case", "kind")}

    def indexed(self) -> tuple[int, frozenset[str]] | None:
        """Version of the rules that the search index was made with, and the kinds in it; None where none was made."""
        rows = self._asked("core_search_state", "SELECT tokens, kinds FROM core_search_state", "kinds")
        return (rows[0][0], frozenset(rows[0][1])) if rows else None

    def packages(self) -> list[tuple[str, str, str]]:
        """(plugin, version, sha256) of the packages in use that the server keeps for its seats."""
        question = "SELECT plugin, version, sha256 FROM core_plugin_package WHERE current ORDER BY plugin"
        return [(plugin, version, sha256) for plugin, version, sha256 in self._asked("core_plugin_package", question, "plugin")]

    def removed(self) -> list[str]:
        """Plugins that an administrator removed on some seat."""
        question = "SELECT plugin FROM core_plugin_package WHERE version = ''"
        return [plugin for (plugin,) in self._asked("core_plugin_package", question, "plugin")]

    def package(self, plugin_id: str) -> bytes:
        """The package in use of one plugin."""
        found = self._connection.execute(text("SELECT content FROM core_plugin_package WHERE current AND plugin = :plugin"),
                                         {"plugin": plugin_id}).scalar()
        return bytes(found or b"")

    def _asked(self, table: str, question: str, column: str) -> list[Any]:
        """The answer, empty where the table, or the column, is not there yet."""
        known = text("SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass(:table) AND attname = :column")
        if self._connection.execute(known, {"table": table, "column": column}).scalar() is None:
            return []
        return list(self._connection.execute(text(question)).all())

"""Is the data file of this program's version? Asked by SQLite alone before anything heavy is imported."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from desk.core.db import sqlite
from desk.core.db.lineage import Lineage
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _


class Head(StrEnum):
    """State of one lineage in a data file."""

    ABSENT = "absent"
    BEHIND = "behind"
    CURRENT = "current"


class Answers:
    """What a data file says of itself, over one connection: opening the file costs more than all the questions."""

    def __init__(self, connection: Any | None) -> None:
        """`connection`: None for a file that is not there; it answers nothing."""
        self._connection = connection

    def applied(self) -> dict[str, str]:
        """Lineage label → applied revision."""
        tables = [row[0] for row in self._rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'alembic\\_version%' ESCAPE '\\'")]
        found = {}
        for table in tables:
            rows = self._rows(f'SELECT version_num FROM "{table}"')
            label = table.removeprefix("alembic_version").removeprefix("_") or "core"
            found[label] = rows[0][0] if rows else ""
        return found

    def enabled(self) -> set[str]:
        """Ids of the plugins that any community of the file has switched on; empty before core's tables exist."""
        rows = self._asked("core_setting", "SELECT value FROM core_setting WHERE key = 'desk.enabled_plugins'", "value")
        return {plugin for (value,) in rows for plugin in json.loads(value)}

    def declarations(self) -> dict[str, dict[str, Any]]:
        """Tables-only plugin → the declaration its records are kept by; empty before core's tables exist."""
        rows = self._asked("core_table_schema", "SELECT plugin, declared FROM core_table_schema ORDER BY id", "declared")
        return {plugin: json.loads(declared) for plugin, declared in rows}

    def names(self) -> dict[str, dict[str, str]]:
        """Plugin that once ran here → language → its name; empty before core's tables exist."""
        rows = self._asked("core_plugin_name", "SELECT plugin, names FROM core_plugin_name", "names")
        return {plugin: json.loads(names) for plugin, names in rows}

    def told(self) -> dict[str, dict[str, Any]]:
        """Plugin that ran here → what was kept of its declarations; empty before core's tables hold them (core_0005)."""
        rows = self._asked("core_plugin_name", "SELECT plugin, told FROM core_plugin_name", "told")
        return {plugin: json.loads(told) for plugin, told in rows}

    def kinds(self) -> set[str]:
        """Kinds that any matter in the file is of; empty before core's tables exist."""
        return {kind for (kind,) in self._asked("core_case", "SELECT DISTINCT kind FROM core_case", "kind")}

    def indexed(self) -> tuple[int, frozenset[str]] | None:
        """Version of the rules that the search index was made with, and the kinds in it; None where none was made."""
        rows = self._asked("core_search_state", "SELECT tokens, kinds FROM core_search_state", "kinds")
        return (rows[0][0], frozenset(json.loads(rows[0][1]))) if rows else None

    def _asked(self, table: str, question: str, column: str) -> list[Any]:
        """The answer, empty where the table, or the column, is not there yet: this is asked before anything is migrated."""
        known = self._rows("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column))
        return self._rows(question) if known else []

    def _rows(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        return [] if self._connection is None else list(self._connection.execute(question, values).fetchall())


@contextmanager
def asking(path: Path) -> Iterator[Answers]:
    """Put questions to a data file; nothing is written to it."""
    connection = sqlite.connect(path) if path.exists() else None
    try:
        yield Answers(connection)
    finally:
        if connection is not None:
            connection.close()


def applied(path: Path) -> dict[str, str]:
    """Lineage label → applied revision; empty for a file that is not there."""
    with asking(path) as answers:
        return answers.applied()


def compare(found: dict[str, str], lineages: Sequence[Lineage]) -> dict[str, Head]:
    """State by label; raises EnvironmentFault when the file was written by a newer program."""
    states = {}
    for lineage in lineages:
        revision = found.get(lineage.label, "")
        if revision and revision not in lineage.revisions():
            raise EnvironmentFault(
                _("This data file was written by a newer version of the desk ({found}; this one knows {known}).").format(
                    found=revision, known=lineage.head() or "-"),
                advice=_("Update the desk on this computer. Nothing was changed in the file."))
        states[lineage.label] = (Head.CURRENT if revision == lineage.head()
                                 else Head.BEHIND if revision else Head.ABSENT)
    return states


def orphans(found: dict[str, str], lineages: Sequence[Lineage]) -> list[str]:
    """Labels whose tables are here and whose plugin folder is not (MISSING)."""
    known = {lineage.label for lineage in lineages}
    return sorted(label for label in found if label not in known)

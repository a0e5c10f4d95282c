"""Is the data file of this program's version? Asked by SQLite alone before anything heavy is imported."""

import json
from collections.abc import Sequence
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


def applied(path: Path) -> dict[str, str]:
    """Lineage label → applied revision, read without writing; empty for a file that is not there."""
    if not path.exists():
        return {}
    connection = sqlite.connect(path)
    try:
        tables = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'alembic\\_version%' ESCAPE '\\'")]
        found = {}
        for table in tables:
            row = connection.execute(f'SELECT version_num FROM "{table}"').fetchone()
            label = table.removeprefix("alembic_version").removeprefix("_") or "core"
            found[label] = row[0] if row else ""
        return found
    finally:
        connection.close()


def enabled_plugins(path: Path) -> set[str]:
    """Ids of the plugins that any community of the file has switched on; empty before core's tables exist."""
    rows = _asked(path, "core_setting", "SELECT value FROM core_setting WHERE key = 'desk.enabled_plugins'", "value")
    return {plugin for (value,) in rows for plugin in json.loads(value)}


def declarations(path: Path) -> dict[str, dict[str, Any]]:
    """Tables-only plugin → the declaration its records are kept by; empty before core's tables exist."""
    rows = _asked(path, "core_table_schema", "SELECT plugin, declared FROM core_table_schema ORDER BY id", "declared")
    return {plugin: json.loads(declared) for plugin, declared in rows}


def plugin_names(path: Path) -> dict[str, dict[str, str]]:
    """Plugin that once ran here → language → its name; empty before core's tables exist."""
    rows = _asked(path, "core_plugin_name", "SELECT plugin, names FROM core_plugin_name", "names")
    return {plugin: json.loads(names) for plugin, names in rows}


def told_plugins(path: Path) -> dict[str, dict[str, Any]]:
    """Plugin that ran here → what was kept of its declarations; empty before core's tables exist, or hold them (core_0005)."""
    rows = _asked(path, "core_plugin_name", "SELECT plugin, told FROM core_plugin_name", "told")
    return {plugin: json.loads(told) for plugin, told in rows}


def kinds_of_matters(path: Path) -> set[str]:
    """Kinds that any matter in the file is of; empty before core's tables exist."""
    return {kind for (kind,) in _asked(path, "core_case", "SELECT DISTINCT kind FROM core_case", "kind")}


def _asked(path: Path, table: str, question: str, column: str) -> list[Any]:
    """The answer, empty where the table, or the column, is not there yet: this is asked before anything is migrated."""
    if not path.exists():
        return []
    connection = sqlite.connect(path)
    try:
        known = connection.execute("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, column)).fetchone()
        return list(connection.execute(question).fetchall()) if known else []
    finally:
        connection.close()


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

"""Is the data file of this program's version? Asked by SQLite alone before anything heavy is imported."""

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
    import json

    connection = sqlite.connect(path)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'core_setting'").fetchone():
            return set()
        rows = connection.execute("SELECT value FROM core_setting WHERE key = 'desk.enabled_plugins'").fetchall()
        return {plugin for row in rows for plugin in json.loads(row[0])}
    finally:
        connection.close()


def declarations(path: Path) -> dict[str, dict[str, Any]]:
    """Tables-only plugin → the declaration its records are kept by; empty before core's tables exist."""
    import json

    if not path.exists():
        return {}
    connection = sqlite.connect(path)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'core_table_schema'").fetchone():
            return {}
        rows = connection.execute("SELECT plugin, declared FROM core_table_schema ORDER BY id").fetchall()
        return {plugin: json.loads(declared) for plugin, declared in rows}
    finally:
        connection.close()


def plugin_names(path: Path) -> dict[str, dict[str, str]]:
    """Plugin that once ran here → language → its name; empty before core's tables exist."""
    import json

    connection = sqlite.connect(path)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'core_plugin_name'").fetchone():
            return {}
        return {plugin: json.loads(names) for plugin, names in connection.execute("SELECT plugin, names FROM core_plugin_name")}
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

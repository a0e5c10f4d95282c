"""Write a revision holding what the models have and the revisions have not; or the first one of a new plugin.

python -m tools.migration core --add "what"    core_0006_what.py (docs/decisions/0050)
python -m tools.migration trial [--anew]       the first revision of a plugin whose data nobody has yet
python -m tools.migration ~/plugins/trial      the same of a plugin that lies elsewhere, by its folder
"""

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from tools.texts import locked

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ELSEWHERE: dict[str, Path] = {}
"""Plugins that do not lie among the bundled ones: id → folder."""

HEAD = '''"""{title}"""

import sqlalchemy as sa
from alembic import op
{imports}
revision = "{revision}"
down_revision = {down}
branch_labels = {labels}
depends_on = None


def upgrade() -> None:
    """Create what is new."""
{up}


def downgrade() -> None:
    """Take it away again."""
{down_code}
'''


def home_of(label: str) -> Path:
    """The plugin's folder: that of a bundled one, or where an author has his."""
    return ELSEWHERE.get(label, ROOT / "plugins" / label)


def lineage_of(label: str) -> Any:
    from desk.core.db.lineage import Lineage, core_lineage

    return core_lineage() if label == "core" else Lineage(label, home_of(label) / "migrations" / "versions")


def metadata_of(label: str) -> Any:
    from desk.core.models import core_metadata

    metadata = core_metadata()
    if label in ELSEWHERE:
        from desk.host.loader import load_hooks

        load_hooks(label, home_of(label))
    if label != "core":
        import_module(f"plugins.{label}.models")
    return metadata


def write(label: str, title: str, *, first: bool) -> Path:
    from alembic.autogenerate import produce_migrations, render_python_code
    from alembic.runtime.migration import MigrationContext

    from desk.core.db.engine import open_database
    from desk.core.db.migrate import migrate_file

    lineage, metadata = lineage_of(label), metadata_of(label)
    lineage.versions.mkdir(parents=True, exist_ok=True)
    file = Path(tempfile.mkdtemp()) / "compare.db"
    if not first:
        migrate_file(file, [lineage_of("core"), lineage] if label != "core" else [lineage])
    database = open_database(file, migrating=True)

    def mine(obj: Any, name: Any, kind: str, reflected: bool, compare_to: Any) -> bool:
        if kind == "table" and reflected and compare_to is None:
            return False  # made by hand (search, triggers), or to be dropped by hand
        table = name if kind == "table" else getattr(getattr(obj, "table", None), "name", "")
        return str(table).startswith(f"{label}_")

    with database.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={
            "target_metadata": metadata, "include_object": mine, "render_as_batch": not first,
            "render_item": render_item, "version_table": lineage.version_table, "user_module_prefix": None})
        found = produce_migrations(context, metadata)
        upgrade, downgrade = found.upgrade_ops, found.downgrade_ops
        assert upgrade is not None
        assert downgrade is not None
        fill_old_rows(upgrade)
        imports: Any = set()
        up = render_python_code(upgrade, render_as_batch=not first, render_item=render_item, imports=imports)
        down = render_python_code(downgrade, render_as_batch=not first, render_item=render_item)
    database.close()
    revisions = lineage.revisions()
    number = 1 if first else len(revisions) + 1
    revision = f"{label}_{number:04d}"
    if first:
        for old in lineage.versions.glob(f"{revision}_*.py"):
            old.unlink()
    path = lineage.versions / f"{revision}_{title.lower().replace(' ', '_')}.py"
    door = "desk.core.db.base" if label == "core" else "desk.api.db"
    path.write_text(HEAD.format(
        title=f"{title.capitalize()} ({label}).", revision=revision, down=repr(revisions[-1]) if not first else "None",
        labels=repr((label,)) if first else "None",
        imports=f"\nfrom {door} import BigId, Instant\n" if "Instant" in up or "BigId" in up else "",
        up=indent(up), down_code=indent(down)), "utf-8")
    return path


def fill_old_rows(operations: Any) -> None:
    """A new column that must hold something gets what old rows hold in it: nothing, said in its own type."""
    import sqlalchemy as sa

    for operation in getattr(operations, "ops", ()):
        fill_old_rows(operation)
        column = getattr(operation, "column", None)
        if isinstance(column, sa.Column) and not column.nullable and column.server_default is None:
            empty: dict[str, Any] = {"JSON": json_default(column), "Boolean": sa.false(), "Integer": "0"}
            column.server_default = sa.DefaultClause(empty.get(type(column.type).__name__, ""))


def json_default(column: Any) -> str:
    """As the model makes it: a list or an object."""
    made = column.default.arg({}) if column.default is not None and column.default.is_callable else {}
    return "[]" if isinstance(made, (list, tuple)) else "{}"


def render_item(kind: str, obj: Any, _context: Any) -> str | Literal[False]:
    """The desk's own column types under their own names."""
    from desk.core.db.base import BigId, Instant

    if kind == "type" and isinstance(obj, Instant):
        return "Instant()"
    if kind == "type" and obj is BigId:
        return "BigId"
    return False


def indent(code: str) -> str:
    lines = [line for line in code.splitlines() if not line.strip().startswith("#")]
    first = [line for line in lines if line.strip()]
    pad = "    " if first and not first[0].startswith("    ") else ""
    return "\n".join(pad + line if line.strip() else "" for line in lines) or "    pass"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("label", help="core, a bundled plugin, or the folder of a plugin that lies elsewhere")
    parser.add_argument("--add", default="")
    parser.add_argument("--anew", action="store_true", help="write the first revision again: nobody has data yet")
    given = parser.parse_args()
    folder = Path(given.label).expanduser().absolute()
    if (folder / "plugin.toml").is_file():
        given.label = folder.name
        ELSEWHERE[given.label] = folder
    if not given.add and not given.anew and lineage_of(given.label).revisions():
        parser.error(f'{given.label} has revisions already: --add "what", or --anew where nobody has data yet')
    with locked(lineage_of(given.label).versions / "versions"):
        print(write(given.label, given.add or "create tables", first=not given.add))


if __name__ == "__main__":
    main()

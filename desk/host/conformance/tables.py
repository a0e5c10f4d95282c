"""A plugin's tables: one lineage of its own, names that bear its id, migrations that make exactly what the models say."""

import re
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from desk.host import loader
from desk.host.conformance.subject import Subject
from desk.host.preparing import lineage_of, lineages

_DECLARES = re.compile(r"__tablename__|\bTable\(")
_WITHOUT_TABLES = {"tests", "migrations", "views"}


def one_base_one_head_own_label(examined: Subject) -> Iterator[str]:
    """One base, one head, its own label, no depends_on, readable ids in file names."""
    if examined.manifest is None or not examined.manifest.migrations.is_dir():
        if own_tables(examined):
            yield "it has models and no migrations: python -m tools.migration FOLDER writes the first one"
        return
    from alembic.script import ScriptDirectory

    folder = examined.manifest.migrations
    script = ScriptDirectory(str(folder.parent), version_locations=[str(folder)])
    bases, heads = script.get_bases(), script.get_heads()
    if len(bases) != 1 or len(heads) != 1:
        yield f"it has {len(bases)} bases and {len(heads)} heads; it must have one of each"
    for revision in script.walk_revisions():
        if revision.dependencies:
            yield f"{revision.revision} uses depends_on; put needs_core into plugin.toml"
        if revision.is_base and set(revision.branch_labels) != {examined.id}:
            yield f"{revision.revision} must carry branch_labels = ({examined.id!r},)"
    named = lineage_of(examined.manifest).revisions()
    yield from (f"the file of {revision.revision} must be called {examined.id}_0001_what_it_does.py or so"
                for revision in script.walk_revisions()
                if revision.revision not in named or not revision.revision.startswith(f"{examined.id}_"))


def tables_bear_the_id(examined: Subject) -> Iterator[str]:
    """Own tables begin with `<id>_`; foreign keys go to own tables or the core's, and never cascade into it."""
    for table in own_tables(examined):
        if not table.name.startswith(f"{examined.id}_"):
            yield f"the table {table.name} must begin with {examined.id}_"
        for key in table.foreign_keys:
            target = key.target_fullname.split(".")[0]
            if not target.startswith((f"{examined.id}_", "core_")):
                yield f"{table.name}.{key.parent.name} refers to {target}; plugins keep soft references to each other"
            if target.startswith("core_") and key.ondelete != "RESTRICT":
                yield f"{table.name}.{key.parent.name} must say ondelete=\"RESTRICT\""


def sensitive_columns_are_there(examined: Subject) -> Iterator[str]:
    """What plugin.toml calls sensitive is a column of the plugin's tables."""
    said = examined.manifest.sensitive if examined.manifest else ()
    if not said:
        return
    from desk.core.models import core_metadata

    own_tables(examined)  # loads the models, also those that lie in further folders
    known = {f"{table.name}.{column.name}" for table in core_metadata().tables.values() for column in table.columns}
    for column in said:
        if f"{examined.id}_{column}" not in known:
            yield f"plugin.toml calls {column} sensitive, but {examined.id}_{column} is no column"


def migrations_make_the_models(examined: Subject) -> Iterator[str]:
    """On a fresh file: up, compare with the models, down to nothing, up again."""
    if examined.manifest is None or not lineage_of(examined.manifest).head():
        return
    from desk.core.db.engine import open_database
    from desk.core.db.migrate import migrate_file, upgrade

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        migrate_file(path, lineages([examined.manifest]))
        database = open_database(path, migrating=True)
        try:
            yield from _drift(examined, database)
            upgrade(database, lineage_of(examined.manifest), "base", down=True)
            yield from (f"after the way down the table {name} is still there"
                        for name in _names(database) if name.startswith(f"{examined.id}_"))
            upgrade(database, lineage_of(examined.manifest), lineage_of(examined.manifest).head())
        finally:
            database.close()


def own_tables(examined: Subject) -> list[Any]:
    """The tables that the plugin's modules declare, whatever these are called (classes and bare Table objects)."""
    names = _declaring(examined)
    if not names:
        return []
    from sqlalchemy import Table

    named = _named(names)
    tables = [value for value in named if isinstance(value, Table)]
    mapped = [value for value in named if isinstance(value, type) and value.__module__ in names]
    tables += [table for table in (getattr(value, "__table__", None) for value in mapped) if isinstance(table, Table)]
    return list({table.name: table for table in tables}.values())


def _declaring(examined: Subject) -> list[str]:
    """Import names of the modules in which a table is declared; tests, migrations and views declare none."""
    folder, package = examined.manifest.folder if examined.manifest else Path(), loader.package_name(examined.id)
    found = []
    for file in sorted(folder.rglob("*.py")) if examined.manifest else ():
        parts = file.relative_to(folder).with_suffix("").parts
        if not set(parts[:-1]) & _WITHOUT_TABLES and _DECLARES.search(file.read_text("utf-8", "replace")):
            found.append(".".join((package, *(part for part in parts if part != "__init__"))))
    return found


def _named(names: list[str]) -> list[Any]:
    """What these modules define or import."""
    from desk.core.models import core_metadata

    core_metadata()
    return [value for name in names for value in vars(import_module(name)).values()]


def mappers_hold_together(examined: Subject) -> Iterator[str]:
    """Relationships name classes that are there; a mistake here shows only when the first row is made."""
    names = _declaring(examined)
    if not names:
        return
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.orm import DeclarativeBase

    for base in {value.registry for value in _named(names) if isinstance(value, type) and issubclass(value, DeclarativeBase)
                 and value is not DeclarativeBase}:
        try:
            base.configure()
        except SQLAlchemyError as problem:
            yield str(problem).splitlines()[0]


def _drift(examined: Subject, database: Any) -> Iterator[str]:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from desk.core.models import core_metadata

    own_tables(examined)
    prefix = f"{examined.id}_"
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={
            "include_name": lambda name, kind, _parents: kind != "table" or bool(name and name.startswith(prefix)),
            "include_object": lambda item, name, kind, _reflected, _other: kind != "table" or name.startswith(prefix)})
        for difference in compare_metadata(context, core_metadata()):
            yield (f"the migrations do not make what the models say: {_told(difference)}; "
                   "python -m tools.migration FOLDER --add \"what\" writes what lacks")
        connection.rollback()


def _told(difference: Any) -> str:
    first = difference[0] if isinstance(difference, list) else difference
    return f"{first[0]} {', '.join(str(getattr(part, 'name', part)) for part in first[1:4] if part is not None)}"


def _names(database: Any) -> list[str]:
    from sqlalchemy import inspect

    with database.engine.connect() as connection:
        names = inspect(connection).get_table_names()
        connection.rollback()
    return [name for name in names if not name.startswith("alembic_")]

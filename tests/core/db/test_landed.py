"""Data made by the first version that landed open with this one: revisions are only added since, and keep every row."""

import re
import shutil
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Date, DateTime, MetaData, String, create_engine, func, inspect, select

from desk.core.db.lineage import Lineage, core_lineage
from desk.core.db.migrate import migrate_file, migrate_server
from desk.core.models import core_metadata
from desk.core.paths import BUNDLED_PLUGINS

FIRST = {"core": 4, "consultation": 1, "grid": 0, "mediation": 1, "volunteer": 1}
"""Revisions that the first data hold; they are not written anew any more. 0: came later, its tables are made."""
LAST = {"core": 6, "consultation": 2, "grid": 1, "mediation": 3, "volunteer": 3}
"""Those of the last version that landed, 2b922ef."""
WORDS = Path(__file__).with_name("landed.txt")
"""A line for every revision of LAST: its name and the SHA-256 of its words."""


def lineages():
    return [core_lineage(), *(Lineage(name, BUNDLED_PLUGINS / name / "migrations" / "versions")
                              for name in LAST if name != "core")]


def files(lineage):
    return sorted(lineage.versions.glob(f"{lineage.label}_*.py"))


@pytest.fixture(params=[FIRST, LAST], ids=["first", "last"])
def counts(request):
    """Lineage → how many of its revisions the data hold."""
    return request.param


@pytest.fixture
def landed(tmp_path, counts):
    """The lineages as they were."""
    made = []
    for lineage in filter(lambda one: counts[one.label], lineages()):
        folder = tmp_path / "landed" / lineage.label
        folder.mkdir(parents=True)
        for file in files(lineage)[:counts[lineage.label]]:
            shutil.copy(file, folder)
        made.append(Lineage(lineage.label, folder))
    return made


@pytest.fixture
def altered(counts):
    """Tables that a later revision changes, as far as they were there."""
    words = "".join(file.read_text("utf-8") for lineage in lineages() for file in files(lineage)[counts[lineage.label]:])
    return sorted(set(re.findall(r"batch_alter_table\('(\w+)'", words)) - set(re.findall(r"create_table\('(\w+)'", words)))


@pytest.fixture(params=["sqlite", "postgres"])
def data(request, tmp_path, landed):
    """(migrate, engine) of data as they were."""
    if request.param == "sqlite":
        path = tmp_path / "desk.db"
        migrate_file(path, landed)
        return lambda: migrate_file(path, lineages()), create_engine(f"sqlite:///{path}")
    url = request.getfixturevalue("empty_server_database")()
    migrate_server(url, landed)
    return lambda: migrate_server(url, lineages()), create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))


def plain(column) -> Any:
    """Something that fits; a key points to the one row there is."""
    fitting = ((JSON, {}), (Boolean, False), (DateTime, datetime(2026, 11, 28, tzinfo=UTC)), (Date, date(2026, 11, 28)),
               (String, "x"))
    return next((value for kind, value in fitting if isinstance(column.type, kind)), 1)


def put_row(connection, table, done) -> None:
    """One row, those it refers to first."""
    if table.name in done:
        return
    done.add(table.name)
    needed = [column for column in table.columns if not column.nullable]
    for column in needed:
        for key in column.foreign_keys:
            put_row(connection, key.column.table, done)
    connection.execute(table.insert().values({column.name: plain(column) for column in needed}))


def test_what_landed_is_not_written_anew():
    landed = [file for lineage in lineages() for file in files(lineage)[:LAST[lineage.label]]]
    told = [f"{file.name} {sha256(file.read_bytes().replace(bytes([13]), b'')).hexdigest()}" for file in landed]
    assert told == WORDS.read_text("utf-8").splitlines()


def test_every_row_is_kept_and_every_column_is_there(data, altered, counts):
    migrate, engine = data
    assert ("core_plugin_name" in altered) is (counts is FIRST)
    old = MetaData()
    done: set[str] = set()
    with engine.begin() as connection:
        old.reflect(connection, only=lambda name, _metadata: not name.startswith("core_search"))  # FTS is the desk's own SQLite
        for name in altered:
            put_row(connection, old.tables[name], done)
    engine.dispose()
    migrate()
    metadata = core_metadata()
    for name in LAST:
        if name != "core":
            import_module(f"plugins.{name}.models")
    with engine.connect() as connection:
        here = inspect(connection)
        for name, table in metadata.tables.items():
            if name.partition("_")[0] in LAST:
                assert {one["name"] for one in here.get_columns(name)} == set(table.columns.keys()), name
        new = MetaData()
        if altered:  # none named would be all
            new.reflect(connection, only=altered)
        kept = {name: connection.scalar(select(func.count()).select_from(new.tables[name])) for name in altered}
        assert kept == dict.fromkeys(altered, 1)
    engine.dispose()

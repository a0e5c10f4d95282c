"""One engine factory for both engines: a path opens SQLite, a postgresql:// address a server."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from desk.core.db import room, sqlite


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. `engine` reads, `writer` begins every transaction for writing."""

    location: str
    engine: Engine
    writer: Engine

    @property
    def dialect(self) -> str:
        """"sqlite" or "postgresql"."""
        return self.engine.dialect.name

    @property
    def path(self) -> Path | None:
        """The data file, None on a server."""
        return Path(self.location) if self.dialect == "sqlite" else None

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def open_database(location: str | Path, *, key: str | None = None, migrating: bool = False) -> Database:
    """Open `location`; `migrating` gives SQLite connections without foreign keys.

    Raises EnvironmentFault in words when the file or the server cannot be used.
    """
    if str(location).startswith("postgresql"):
        return _postgres(str(location))
    return _sqlite(Path(location), key, migrating)


def _sqlite(path: Path, key: str | None, migrating: bool) -> Database:
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, poolclass=QueuePool, pool_size=6, hide_parameters=True,
                           creator=lambda: sqlite.connect(path, key=key, migrating=migrating))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", room.give_back)
    return Database(str(path), engine, engine.execution_options(desk_write=True))


def _begin(connection: Any) -> None:
    """The driver begins nothing by itself (isolation_level None), so schema changes are inside the transaction too.

    A writer takes the write lock at once: a deferred one that upgrades later fails without waiting.
    """
    write = connection.get_execution_options().get("desk_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _postgres(url: str) -> Database:
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=6)
    return Database(url, engine, engine.execution_options(desk_write=True))

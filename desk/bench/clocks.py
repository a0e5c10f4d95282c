"""CPU time, which other programs on the same computer disturb least: this process, ended children, PostgreSQL's backends.

A backend's time is read from /proc when the server runs on this Linux computer; else wall time stands for it, and says so.
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")
CPU, WALL = "ms", "ms wall"


class CpuClock:
    """`time(work)` → milliseconds. `unit` says whether they are CPU or wall time."""

    def __init__(self, database: Any = None) -> None:
        """database: an open desk.core.db.engine.Database whose server's work counts as well."""
        self._backends: list[Path] = []
        self.unit = CPU
        if database is not None and database.dialect != "sqlite":
            self._backends = _backends(database)
            self.unit = CPU if self._backends else WALL

    def now(self) -> float:
        """Milliseconds since some moment."""
        if self.unit == WALL:
            return time.perf_counter() * 1000
        return time.process_time() * 1000 + _children() + sum(map(_spent, self._backends))

    def time(self, work: Callable[[], Result]) -> tuple[float, Result]:
        """How long `work` took, and what it answered."""
        begun = self.now()
        result = work()
        return self.now() - begun, result

    def samples(self, works: Iterable[Callable[[], Any]]) -> tuple[float, ...]:
        """Milliseconds of each."""
        return tuple(self.time(work)[0] for work in works)


def _children() -> float:
    """CPU milliseconds of children that have ended (the workbook reader); Windows does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (spent.ru_utime + spent.ru_stime) * 1000


def memory_peak() -> float | None:
    """The most memory this process ever held, in MB; None on Windows."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1_000_000 if sys.platform == "darwin" else peak / 1024


def _backends(database: Any) -> list[Path]:
    """The scheduler's accounts of the server processes that serve our pool; none when they cannot be read."""
    with database.engine.connect() as connection:
        pids = connection.exec_driver_sql(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"
        ).scalars().all()
    accounts = [Path(f"/proc/{pid}/schedstat") for pid in pids]
    try:
        sum(map(_spent, accounts))
    except (OSError, ValueError):
        return []
    return accounts


def _spent(account: Path) -> float:
    """CPU milliseconds; the kernel keeps nanoseconds."""
    return int(account.read_text().split(" ", 1)[0]) / 1e6

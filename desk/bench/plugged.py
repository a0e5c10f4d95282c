"""A plugin's own benchmark: its module `bench` fills a hall of its own and says what is measured against what.

`plugins/<id>/bench.py` has RESIDENTS (of the hall), `fill(desk)` with the open desk, and `contests(desk)`, which yields
(what, our works, the bare thing, its works, most times the bare thing); texts translated, works without arguments.
"""

import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from desk.bench.clocks import CpuClock
from desk.bench.figures import RATIO, Figure, Target
from desk.bench.hall import BenchHall, ready
from desk.core.paths import BUNDLED_PLUGINS


def names() -> tuple[str, ...]:
    """Bundled plugins that measure something."""
    return tuple(one.name for one in sorted(BUNDLED_PLUGINS.iterdir()) if (one / "bench.py").is_file())


def measure(hall: BenchHall, plugin: str) -> Iterator[Figure]:
    """In a hall made for this and gone afterwards."""
    module = import_module(f"plugins.{plugin}.bench")
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
        own = ready(min(hall.rows, module.RESIDENTS), Path(folder), hall.server, hall.clock)
        with own.desk() as desk:
            module.fill(desk)
            clock = CpuClock(desk.database)
            for what, works, bare, bare_works, most in module.contests(desk):
                ours = clock.samples(works)
                yield Figure(what, ours, bare, clock.samples(bare_works), Target(RATIO, most), clock.unit)

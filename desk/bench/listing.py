"""list and box: moving about in the residents' list and typing into the box, in the real window, to the painted result.

The bare thing is a QTableView of as many rows whose words are made on the spot: what Qt and Python cost without any data.
"""

from collections.abc import Iterator
from typing import Any

from desk.bench.figures import MEDIAN, Figure, Target
from desk.bench.hall import BenchHall
from desk.bench.processes import run_child
from desk.core.i18n import _

NO_WAIT, MEMORY, FRAME = 100.0, 250.0, 1000 / 60
"""Milliseconds that nobody feels as waiting; MB; milliseconds of one frame."""


def measure(hall: BenchHall) -> Iterator[Figure]:
    """One process for the list, one for the box, one for the bare table."""
    ours = run_child("desk.bench.window_child", str(hall.paths.data), "list")
    bare = run_child("desk.bench.bare_table_child", str(hall.rows))["samples"]
    table = _("QTableView without data")
    for name, title in (("end", _("To the last row")), ("page", _("Page down")), ("jump", _("Far jump"))):
        yield Figure(title, tuple(ours["samples"][name]), table, tuple(bare[name]), Target(MEDIAN, NO_WAIT), ours["unit"])
    if ours["peak"] is not None:
        yield Figure(_("Memory at its highest"), (ours["peak"],), target=Target(MEDIAN, MEMORY), unit="MB")
    yield _box(hall)


def _box(hall: BenchHall) -> Figure:
    told: dict[str, Any] = run_child("desk.bench.window_child", str(hall.paths.data), "box")
    return Figure(_("Box: from the fragment to the painted hits"), tuple(told["samples"]["box"]),
                  target=Target(MEDIAN, FRAME), unit=told["unit"])

"""start: fresh processes, our window and the smallest one in turn, until the sign-in page or the list stands painted."""

from collections.abc import Iterator
from typing import Any

from desk.bench.figures import RATIO, Figure, Target
from desk.bench.hall import BenchHall
from desk.bench.processes import run_child
from desk.core.i18n import _

ROUNDS, LIST_ROUNDS = 9, 5
FIRST, USABLE = 1.7, 4.5


def measure(hall: BenchHall) -> Iterator[Figure]:
    """The first paint, then the usable residents' list; one round warms the disk's cache."""
    bare, ours, lists = [], [], []
    for place in range(ROUNDS + 1):
        bare.append(run_child("desk.bench.bare_window_child")["painted"])
        ours.append(_window(hall, "paint")["painted"])
        if place <= LIST_ROUNDS:
            lists.append(_window(hall, "list-only"))
    floor, smallest = _of(bare[1:], "cpu"), _("smallest PySide6 window")
    yield Figure(_("First window painted, sign-in usable"), _of(ours[1:], "cpu"), smallest, floor, Target(RATIO, FIRST))
    yield Figure(_("First window painted, by the clock on the wall"), _of(ours[1:], "at"), smallest, _of(bare[1:], "at"),
                 unit="ms wall")
    yield Figure(_("Residents' list usable, {rows} residents, sign-in excluded").format(rows=f"{hall.rows:,}"),
                 tuple(_usable(one, "cpu") for one in lists[1:]), smallest, floor, Target(RATIO, USABLE))
    yield Figure(_("Residents' list usable, by the clock on the wall"), tuple(_usable(one, "at") for one in lists[1:]),
                 smallest, _of(bare[1:], "at"), unit="ms wall")


def _window(hall: BenchHall, mode: str) -> dict[str, Any]:
    return run_child("desk.bench.window_child", str(hall.paths.data), mode)


def _of(told: list[dict[str, float]], what: str) -> tuple[float, ...]:
    return tuple(moment[what] for moment in told)


def _usable(told: dict[str, Any], what: str) -> float:
    """Up to the painted list, without the time between typing the password and being let in."""
    return float(told["usable"][what] - (told["signed_in"][what] - told["loaded"][what]))

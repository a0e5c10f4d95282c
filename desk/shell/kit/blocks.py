"""Which rows a long list holds and how each block of them is best asked for. No Qt, no database.

Rows are kept in blocks of equal size. A block whose neighbour is known is asked for by key; the last one backwards from
the end; any other by offset from the nearer end, and in a very long list from the nearest place where one has been.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from desk.core.db.paging import Key, Page, PageRequest

SIZE = 200
"""Rows in a block."""
KEPT = 40
"""Blocks kept; the ones unused longest are forgotten first."""
LONG = 50_000
"""Rows from which on it pays to skip from a known key: the middle of a million is a tenth of a second from either end."""


class Blocks:
    """The cache of one list and the keys learnt on the way."""

    def __init__(self, size: int = SIZE, kept: int = KEPT, long: int = LONG) -> None:
        self.size, self._kept, self._long = size, kept, long
        self._rows: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._after: dict[int, Key] = {}
        self._before: dict[int, Key] = {}
        self._stale: set[int] = set()

    def clear(self) -> None:
        """Forget everything."""
        self._rows.clear()
        self.outdate()

    def outdate(self) -> None:
        """What is held may be wrong: still shown, but asked for again; keys are forgotten."""
        self._after.clear()
        self._before.clear()
        self._stale = set(self._rows)

    def row(self, index: int) -> Any:
        """The row at `index`, None while it is not held."""
        rows = self._rows.get(index // self.size)
        place = index % self.size
        return rows[place] if rows is not None and place < len(rows) else None

    def lacks(self, number: int) -> bool:
        """Whether block `number` must be asked for."""
        return number not in self._rows or number in self._stale

    def held(self) -> list[tuple[int, Any]]:
        """(index, row) of every row held and not outdated."""
        return [(number * self.size + place, row) for number, rows in self._rows.items() if number not in self._stale
                for place, row in enumerate(rows)]

    def request(self, number: int, total: int, base: PageRequest) -> PageRequest:
        """How to ask for block `number` of a list of `total` rows (0: nobody knows)."""
        first, last = number * self.size, max(0, total - 1) // self.size
        size = self.size if number < last or not total else total - first
        if number == 0 or number in self._after:
            return _ask(base, self.size, after=self._after.get(number))
        if number in self._before:
            return _ask(base, size, after=self._before[number], backwards=True)
        if not total:
            return _ask(base, self.size, offset=first)
        if number == last:
            return _ask(base, size, backwards=True)
        return self._far(number, total, base, size)

    def _far(self, number: int, total: int, base: PageRequest, size: int) -> PageRequest:
        """From the end or the known key with the fewest rows between."""
        first, known = number * self.size, total > self._long
        before = max((one for one in self._after if one < number), default=0) if known else 0
        behind = min((one for one in self._before if one > number), default=0) if known else 0
        down = first - before * self.size
        up = (behind - number) * self.size if behind else total - first - size
        if up < down:
            return _ask(base, size, after=self._before[behind] if behind else None, offset=up, backwards=True)
        return _ask(base, size, after=self._after.get(before), offset=down)

    def put(self, number: int, request: PageRequest, page: Page[Any]) -> None:
        """Keep an answer and the key it tells: where the next block (or the one before) begins."""
        self._rows[number] = page.rows
        self._rows.move_to_end(number)
        self._stale.discard(number)
        if page.next is not None:
            keys, neighbour = (self._before, number - 1) if request.backwards else (self._after, number + 1)
            keys[neighbour] = page.next
        while len(self._rows) > self._kept:
            forgotten, _rows = self._rows.popitem(last=False)
            self._stale.discard(forgotten)

    def use(self, number: int) -> None:
        """Note that the block is on the screen."""
        if number in self._rows:
            self._rows.move_to_end(number)


def _ask(base: PageRequest, size: int, **where: Any) -> PageRequest:
    return PageRequest(size=size, sort=base.sort, descending=base.descending, filters=base.filters, text=base.text,
                       **where)

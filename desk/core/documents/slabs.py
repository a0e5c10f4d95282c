"""Slabs: horizontal strips of a paper, stacked from top to bottom and dealt out to pages.

A slab knows its height and paints itself at a place; it may ask to stay with the next one, to vanish at the top of a
page, to be preceded by others on a new page (a table's header), or be split. All measures are points.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desk.core.documents.linebreak import Line
from desk.core.documents.pen import HAIR, Pen
from desk.core.errors import UserError
from desk.core.i18n import _

EPSILON = 0.01


class Slab:
    """A strip of nothing: room. keep: not parted from the next. glue: dropped at the top of a page."""

    keep = False
    glue = False
    page_break = False
    repeat: "tuple[Slab, ...]" = ()

    def __init__(self, height: float, *, keep: bool = False, glue: bool = False) -> None:
        self.height, self.keep, self.glue = height, keep, glue

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y), the slab's upper left corner."""

    def split(self, room: float, *, force: bool = False) -> "tuple[Slab, Slab] | None":
        """Two slabs, the first no higher than `room`; None when it must stay whole. force: it is higher than a page."""
        return None


class PageEnd(Slab):
    """What follows begins on a new page."""

    page_break = True

    def __init__(self) -> None:
        super().__init__(0)


class TextSlab(Slab):
    """One line of text in a strip of `height`."""

    def __init__(self, line: Line, height: float, size: float, x: float = 0, *, keep: bool = False) -> None:
        super().__init__(height, keep=keep)
        self.line, self.size, self.x = line, size, x

    def paint(self, pen: Pen, x: float, y: float) -> None:
        pen.line(self.line, x + self.x, y + (self.height - self.size) / 2, self.size)


class RuleSlab(Slab):
    """A rule for handwriting, at the foot of its strip."""

    def __init__(self, height: float, start: float, end: float) -> None:
        super().__init__(height)
        self.start, self.end = start, end

    def paint(self, pen: Pen, x: float, y: float) -> None:
        pen.rule(x + self.start, y + self.height - 4, x + self.end, y + self.height - 4, HAIR)


class PaintSlab(Slab):
    """A strip painted by a function (pen, x, y)."""

    def __init__(self, height: float, painter: Callable[[Pen, float, float], Any], *, keep: bool = False) -> None:
        super().__init__(height, keep=keep)
        self.painter = painter

    def paint(self, pen: Pen, x: float, y: float) -> None:
        self.painter(pen, x, y)


def kept(slabs: Sequence[Slab]) -> list[Slab]:
    """The same slabs, none parted from the next."""
    for slab in slabs[:-1]:
        slab.keep = True
    return list(slabs)


Placed = tuple[float, Slab]
"""(y from the top of the type area, slab)."""


class Paginator:
    """Deals slabs out to pages of one height."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Placed]] = [[]]
        self.y = 0.0

    def deal(self, slabs: Iterable[Slab]) -> list[list[Placed]]:
        """The pages; raises UserError when something is higher than a page and cannot be parted."""
        waiting = deque(slabs)
        while waiting:
            chunk = self._chunk(waiting)
            if chunk and not self._place(chunk):
                waiting.extendleft(reversed(self._part(chunk)))
        return self.pages

    def _chunk(self, waiting: deque[Slab]) -> list[Slab]:
        """The next slabs that stay together, headers before them when they open a page; [] after a page's end."""
        if waiting[0].page_break:
            waiting.popleft()
            if self.pages[-1]:
                self._turn()
            return []
        chunk = [waiting.popleft()]
        while chunk[-1].keep and waiting and not waiting[0].page_break:
            chunk.append(waiting.popleft())
        if not self.pages[-1]:
            while chunk and chunk[0].glue:
                chunk.pop(0)
            if chunk:
                self._put(self._repeated(chunk[0]))
        return chunk

    def _place(self, chunk: Sequence[Slab]) -> bool:
        if self.y + sum(slab.height for slab in chunk) > self.height + EPSILON:
            return False
        self._put(chunk)
        return True

    def _part(self, chunk: list[Slab]) -> list[Slab]:
        """What does not fit: split its last slab, or turn the page, or on an empty page part it anywhere."""
        before = sum(slab.height for slab in chunk[:-1])
        parts = chunk[-1].split(self.height - self.y - before)
        if parts:
            self._put([*chunk[:-1], parts[0]])
            self._turn()
            return [parts[1]]
        if not self._empty(chunk):
            self._turn()
            return chunk
        return self._force(chunk)

    def _empty(self, chunk: Sequence[Slab]) -> bool:
        """True when turning the page would gain nothing: only repeated headers stand above."""
        return len(self.pages[-1]) <= len(self._repeated(chunk[0]))

    def _repeated(self, slab: Slab) -> Sequence[Slab]:
        """What stands above `slab` again on a further page; no headers that leave it less than half of the page."""
        if len(self.pages) == 1 or sum(one.height for one in slab.repeat) > self.height / 2:
            return ()
        return slab.repeat

    def _force(self, chunk: list[Slab]) -> list[Slab]:
        for number, slab in enumerate(chunk):
            if self._place([slab]):
                continue
            parts = slab.split(self.height - self.y, force=True)
            if parts:
                self._put([parts[0]])
                self._turn()
                return [parts[1], *chunk[number + 1:]]
            if self._empty([slab]):
                raise UserError(_("A part of this paper is higher than a page and cannot be printed."))
            self._turn()
            return chunk[number:]
        return []

    def _put(self, slabs: Iterable[Slab]) -> None:
        for slab in slabs:
            self.pages[-1].append((self.y, slab))
            self.y += slab.height

    def _turn(self) -> None:
        self.pages.append([])
        self.y = 0.0

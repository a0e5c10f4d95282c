"""Ruled grids: rows of forms and lists, split between rows or inside a long row when a page ends.

A grid is one slab: rows that belong together because a cell spans them, or a single row. All measures are points.
"""

from dataclasses import dataclass, replace

from desk.core.documents.linebreak import Line
from desk.core.documents.pen import Pen
from desk.core.documents.slabs import EPSILON, Slab

PAD_X, PAD_Y = 4.0, 4.0
LEAST_LINES = 2
"""Lines left above and below when a row is split."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """Text over rows r0…r1-1 and columns c0…c1-1; `again`: a label, printed on both sides of a split."""

    r0: int
    r1: int
    c0: int
    c1: int
    lines: tuple[Line, ...]
    pitch: float
    size: float
    top: bool = False
    again: bool = False

    @property
    def need(self) -> float:
        """Least height."""
        return len(self.lines) * self.pitch + 2 * PAD_Y


class Grid(Slab):
    """Cells over columns with the edges `edges`; `heights` of rows, each already high enough."""

    def __init__(self, edges: tuple[float, ...], heights: list[float], cells: list[GridCell], *,
                 repeat: tuple[Slab, ...] = (), keep: bool = False) -> None:
        super().__init__(sum(heights), keep=keep)
        self.edges, self.heights, self.cells, self.repeat = edges, heights, cells, repeat

    def paint(self, pen: Pen, x: float, y: float) -> None:
        tops = [y]
        for height in self.heights:
            tops.append(tops[-1] + height)
        for cell in self.cells:
            left, upper = x + self.edges[cell.c0], tops[cell.r0]
            height = tops[cell.r1] - upper
            pen.box(left, upper, self.edges[cell.c1] - self.edges[cell.c0], height)
            offset = PAD_Y if cell.top else (height - len(cell.lines) * cell.pitch) / 2
            for number, line in enumerate(cell.lines):
                middle = upper + offset + number * cell.pitch + (cell.pitch - cell.size) / 2
                pen.line(line, left + PAD_X, middle, cell.size)

    def split(self, room: float, *, force: bool = False) -> tuple[Slab, Slab] | None:
        fits, used = 0, 0.0
        while fits < len(self.heights) and used + self.heights[fits] <= room + EPSILON:
            used += self.heights[fits]
            fits += 1
        rest = room - used
        if fits < len(self.heights) and self._row_parts(fits, rest, force):
            return self._cut(fits, rest)
        return self._cut(fits, 0) if fits else None

    def _row_parts(self, row: int, rest: float, force: bool) -> bool:
        """True when enough of the row fits above and enough is left below."""
        cells = [cell for cell in self.cells if cell.r0 == row and cell.r1 == row + 1 and not cell.again]
        most = max((len(cell.lines) for cell in cells), default=0)
        pitch = max((cell.pitch for cell in cells), default=12)
        fitting = int((rest - 2 * PAD_Y) / pitch)
        if most > fitting:
            return fitting >= (1 if force else LEAST_LINES) and (force or most - fitting >= LEAST_LINES)
        return force and rest > 2 * PAD_Y + pitch

    def _cut(self, row: int, rest: float) -> tuple[Slab, Slab]:
        """Part the grid above `row`, or `rest` points inside it."""
        upper_rows = row + (1 if rest else 0)
        upper, lower = [], []
        for cell in self.cells:
            if cell.r1 <= row:
                upper.append(cell)
            elif cell.r0 >= upper_rows:
                lower.append(replace(cell, r0=cell.r0 - row, r1=cell.r1 - row))
            else:
                above, below = self._parted(cell, sum(self.heights[cell.r0:row]) + rest)
                upper.append(replace(above, r1=min(cell.r1, upper_rows)))
                lower.append(replace(below, r0=max(cell.r0 - row, 0), r1=max(cell.r1 - row, 1)))
        heights = [*self.heights[:row], *([rest] if rest else [])]
        below_heights = self.heights[row:]
        if rest:
            need = max((cell.need for cell in lower if cell.r0 == 0 and cell.r1 == 1), default=0)
            below_heights = [max(need, below_heights[0] - rest, 2 * PAD_Y + 12), *below_heights[1:]]
        return (Grid(self.edges, heights, upper, repeat=self.repeat),
                Grid(self.edges, below_heights, lower, repeat=self.repeat, keep=self.keep))

    @staticmethod
    def _parted(cell: GridCell, room: float) -> tuple[GridCell, GridCell]:
        fitting = max(0, int((room - 2 * PAD_Y + EPSILON) / cell.pitch))
        if cell.again and len(cell.lines) <= fitting:
            return cell, cell
        return (replace(cell, lines=cell.lines[:fitting], top=True),
                replace(cell, lines=cell.lines[fitting:], top=True))

"""Layout of the ruled blocks: forms of label and value cells, and lists with a header on every page."""

from collections.abc import Sequence
from dataclasses import replace

from desk.core.documents import blocks
from desk.core.documents.blocks import Cell, Column
from desk.core.documents.grid import PAD_X, Grid, GridCell
from desk.core.documents.inline import Align, FontRole, Text, is_blank, plain
from desk.core.documents.linebreak import Line, Look
from desk.core.documents.page import WUHAO
from desk.core.documents.setting import MM, Setting, text_slabs
from desk.core.documents.slabs import Slab
from desk.core.documents.text import longest_whole

SMALLEST = 0.62
"""How far a cell's type may shrink so that a number is not broken."""
LOW = 0.25
"""Of a page: a list's last two rows that are no higher stay together."""


def field_table(block: blocks.FieldTable, setting: Setting) -> list[Slab]:
    """A form's grid; rows tied by a spanning cell stay together while they fit on a page."""
    edges = _edges(block.widths, setting.width)
    look = setting.table if block.size is None else replace(setting.table, size=block.size)
    cells, groups = positions(block)
    slabs: list[Slab] = []
    for first, last in groups:
        placed = [_form_cell(cell, row - first, column, edges, look, setting)
                  for row, column, cell in cells if first <= row < last]
        heights = _heights(placed, [cell for row, _column, cell in cells if first <= row < last], last - first,
                           block.row_height * MM)
        slabs.append(Grid(edges, heights, placed))
    return [*slabs, Slab(block.space_after * MM, glue=True)]


def _edges(widths: Sequence[float], total: float) -> tuple[float, ...]:
    edges, whole = [0.0], sum(widths)
    for width in widths:
        edges.append(edges[-1] + width / whole * total)
    return tuple(edges)


def positions(block: blocks.FieldTable) -> tuple[list[tuple[int, int, Cell]], list[tuple[int, int]]]:
    """(row, column, cell) for every cell, and the row groups [first, last) no cell reaches out of.

    Raises ValueError when a row does not fill the columns: a fault of the paper's template.
    """
    taken: set[tuple[int, int]] = set()
    cells, groups, first, reach = [], [], 0, 0
    for row, given in enumerate(block.rows):
        if row == reach and row:
            groups.append((first, row))
            first = row
        column = 0
        for cell in given:
            while (row, column) in taken:
                column += 1
            cells.append((row, column, cell))
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.span)}
            reach = max(reach, row + cell.rows)
        if any((row, column) not in taken for column in range(len(block.widths))):
            raise ValueError(f"row {row} does not fill its {len(block.widths)} columns")
    if reach > len(block.rows) or any(column >= len(block.widths) for _row, column in taken):
        raise ValueError("a cell reaches out of the grid")
    return cells, [*groups, (first, len(block.rows))]


def _form_cell(cell: Cell, row: int, column: int, edges: tuple[float, ...], look: Look, setting: Setting) -> GridCell:
    text: Text = cell.final if cell.final and setting.final and is_blank(cell.text) else cell.text
    if cell.label:
        look = replace(look, role=FontRole.HEI.value)
    if cell.bold:
        look = replace(look, bold=True)
    width = edges[column + cell.span] - edges[column] - 2 * PAD_X
    align = cell.align or (Align.CENTRE if cell.label else None)
    lines, size = _cell_lines(text, look, width, align, setting, centred=not cell.top)
    return GridCell(row, row + cell.rows, column, column + cell.span, tuple(lines), _pitch(size, setting), size,
                    top=cell.top, again=cell.label)


def _cell_lines(text: Text, look: Look, width: float, align: Align | None, setting: Setting, *,
                centred: bool) -> tuple[list[Line], float]:
    """Lines of a cell and the size they are set in; without an alignment: one line centred, more justified."""
    size = _fitting(text, look, width, setting)
    look = replace(look, size=size)
    lines = setting.lines(text, look, width, align=align or Align.JUSTIFY)
    if align is None and centred and len(lines) == 1:
        lines = setting.lines(text, look, width, align=Align.CENTRE)
    return ([] if len(lines) == 1 and not lines[0].flow.text else lines), size


def _fitting(text: Text, look: Look, width: float, setting: Setting) -> float:
    """The look's size, or less when a number or word of the text would not fit in one piece."""
    longest = longest_whole(plain(text))
    if width < look.size:
        raise ValueError("a column is narrower than a character")
    if not longest:
        return look.size
    needed = setting.text_width(longest, look)
    shrunk = look.size * width / needed * 0.995
    return look.size if needed <= width or shrunk < look.size * SMALLEST else shrunk


def _pitch(size: float, setting: Setting) -> float:
    return size * setting.style.table_pitch / setting.style.table_size


def _heights(placed: list[GridCell], cells: Sequence[Cell], rows: int, least: float) -> list[float]:
    """Row heights: what single-row cells need, then more in the last row for cells over several rows."""
    heights = [least] * rows
    wanted = [max(grid.need, grid.pitch * cell.lines + 8 if cell.lines > 1 else 0)
              for grid, cell in zip(placed, cells, strict=True)]
    for grid, need in sorted(zip(placed, wanted, strict=True), key=lambda pair: pair[0].r1 - pair[0].r0):
        have = sum(heights[grid.r0:grid.r1])
        heights[grid.r1 - 1] += max(0.0, need - have)
    return heights


def data_table(block: blocks.DataTable, setting: Setting) -> list[Slab]:
    """A list: caption and header stay with the first row, the header is repeated on every page."""
    edges = _edges([column.width for column in block.columns], setting.width)
    look = setting.table if block.size is None else replace(setting.table, size=block.size)
    header = _header(block, edges, look, setting)
    empty = tuple(None for _column in block.columns)
    filler = max(block.blank_rows, block.min_rows - len(block.rows))
    body = [*block.rows, *([empty] * filler)]
    slabs: list[Slab] = [*_caption(block.caption, setting), header]
    slabs += [_row(row, block, edges, look, setting, header) for row in body]
    if len(body) > 2 and slabs[-1].height + slabs[-2].height < setting.height * LOW:
        slabs[-2].keep = True  # no last row alone on a page
    if block.total:
        slabs.append(_row(block.total, block, edges, replace(look, bold=True), setting, header))
        slabs[-2].keep = True
    header.keep = len(slabs) > 1
    if block.note:
        slabs += [Slab(3, glue=True), *text_slabs(setting.lines(block.note, Look("song", WUHAO), setting.width),
                                                  WUHAO * 1.5, WUHAO)]
    return [*slabs, Slab(block.space_after * MM, glue=True)]


def _caption(caption: str, setting: Setting) -> list[Slab]:
    look = replace(setting.table, role=FontRole.HEI.value)
    slabs = text_slabs(setting.lines(caption, look, setting.width, align=Align.CENTRE), look.size * 1.8, look.size)
    for slab in slabs:
        slab.keep = True
    return slabs if caption else []


def _header(block: blocks.DataTable, edges: tuple[float, ...], look: Look, setting: Setting) -> Grid:
    """One row of titles, or two when columns share a group's heading."""
    look, rows = replace(look, role=FontRole.HEI.value), 2 if any(column.group for column in block.columns) else 1
    cells: list[GridCell] = []
    start = 0
    while start < len(block.columns):
        group, end = block.columns[start].group, start + 1
        while group and end < len(block.columns) and block.columns[end].group == group:
            end += 1
        if group:
            cells.append(_title_cell(group, 0, 1, start, end, edges, look, setting))
        cells += [_title_cell(block.columns[at].title, 1 if group else 0, rows, at, at + 1, edges, look, setting)
                  for at in range(start, end)]
        start = end
    heights = _heights(cells, [Cell()] * len(cells), rows, block.row_height * MM)
    return Grid(edges, heights, cells)


def _title_cell(text: str, r0: int, r1: int, c0: int, c1: int, edges: tuple[float, ...], look: Look,
                setting: Setting) -> GridCell:
    lines, size = _cell_lines(text, look, edges[c1] - edges[c0] - 2 * PAD_X, Align.CENTRE, setting, centred=True)
    return GridCell(r0, r1, c0, c1, tuple(lines), _pitch(size, setting), size, again=True)


def _row(row: tuple[Text, ...], block: blocks.DataTable, edges: tuple[float, ...], look: Look, setting: Setting,
         header: Grid) -> Grid:
    if len(row) != len(block.columns):
        raise ValueError(f"a row has {len(row)} cells for {len(block.columns)} columns")
    cells = [_value_cell(text, at, column, edges, look, setting)
             for at, (text, column) in enumerate(zip(row, block.columns, strict=True))]
    height = max(block.row_height * MM, *(cell.need for cell in cells))
    return Grid(edges, [height], cells, repeat=(header,))


def _value_cell(text: Text, at: int, column: Column, edges: tuple[float, ...], look: Look, setting: Setting) -> GridCell:
    width = edges[at + 1] - edges[at] - 2 * PAD_X
    align = Align.RIGHT if column.numeric and column.align is Align.CENTRE else column.align
    lines, size = _cell_lines(text, look, width, align, setting, centred=False)
    return GridCell(0, 1, at, at + 1, tuple(lines), _pitch(size, setting), size)

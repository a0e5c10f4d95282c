"""Room for handwriting gives way before a page is begun for a signature or two: fewer ruled lines, fewer empty rows.

Text never shrinks and nothing that is filled in is left out; a form that overflows by what it says stays as long as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from desk.core.documents import blocks
from desk.core.documents.inline import is_blank
from desk.core.documents.model import Document

SHARES = (0.9, 0.8, 0.7, 0.6, 0.5)
"""How much of the room is kept, tried one after the other; half of it is always left to a hand."""


def tightened(document: Document) -> Iterator[Document]:
    """The document with less and less room; nothing when it has no room to give."""
    for share in SHARES:
        tighter = tuple(_tighter(block, share) for block in document.blocks)
        if tighter != document.blocks:
            yield replace(document, blocks=tighter)


def unfilled(document: Document) -> Document:
    """Without the empty rows that only fill a list up: where a page cannot be saved, its last row says something at least."""
    return replace(document, blocks=tuple(
        replace(block, min_rows=0) if isinstance(block, blocks.DataTable) and block.rows else block
        for block in document.blocks))


def _tighter(block: Any, share: float) -> Any:
    how = _TIGHTER.get(type(block))
    return how(block, share) if how else block


def _lines(lines: int, share: float) -> int:
    return max(min(lines, 2), round(lines * share))


def _table(block: blocks.DataTable, share: float) -> blocks.DataTable:
    """Below rows that say something no empty ones are needed; an empty table keeps its half."""
    filler = max(block.blank_rows, block.min_rows - len(block.rows), 0)
    left = round(filler * (2 * share - 1)) if block.rows else _lines(filler, share)
    return replace(block, blank_rows=left, min_rows=0)


def _form(block: blocks.FieldTable, share: float) -> blocks.FieldTable:
    def lower(row: tuple[blocks.Cell, ...]) -> tuple[blocks.Cell, ...]:
        return tuple(replace(cell, lines=_lines(cell.lines, share)) for cell in row)

    return replace(block, rows=tuple(map(lower, block.rows)))


def _labelled(block: blocks.LabelledText, share: float) -> blocks.LabelledText:
    return replace(block, lines=_lines(block.lines, share)) if is_blank(block.text) else block


def _clauses(block: blocks.NumberedClauses, share: float) -> blocks.NumberedClauses:
    return block if block.clauses else replace(block, lines=max(1, round(block.lines * share)))


def _fill_in(block: blocks.FillIn, share: float) -> blocks.FillIn:
    return replace(block, lines=_lines(block.lines, share))


def _together(block: blocks.KeepTogether, share: float) -> blocks.KeepTogether:
    return replace(block, blocks=tuple(_tighter(one, share) for one in block.blocks))


_TIGHTER: dict[type, Callable[[Any, float], Any]] = {
    blocks.DataTable: _table, blocks.FieldTable: _form, blocks.LabelledText: _labelled, blocks.NumberedClauses: _clauses,
    blocks.FillIn: _fill_in, blocks.KeepTogether: _together,
}

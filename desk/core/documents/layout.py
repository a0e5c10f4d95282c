"""From a document to pages of placed slabs: every block has its layout, the paginator deals the slabs out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from desk.core.documents import blocks, layout_cards, layout_chart, layout_media, layout_sign, layout_table, layout_text
from desk.core.documents.fontbook import FontBook
from desk.core.documents.model import Document
from desk.core.documents.setting import MM, Setting, Used
from desk.core.documents.slabs import PageEnd, Paginator, Placed, RuleSlab, Slab, TextSlab, kept
from desk.core.documents.slack import tightened, unfilled

Layout = Callable[[Any, Setting], list[Slab]]
AIR = 1.2 * MM
"""Between a line and a table below it."""
NEARLY_EMPTY = 0.5
"""A last page used no further down is one to be saved."""
FEW_RULES = 7
"""A label with so few ruled lines is one place to write an opinion in."""
HELD = 0.3
"""Of a page: what stands before a signature and is no higher goes with it to a new page."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document on pages: for each page the slabs and how far down they stand, in points."""

    document: Document
    setting: Setting
    pages: list[list[Placed]]


def lay_out(document: Document, fonts: FontBook, used: Used) -> LaidOut:
    """Set a document; `used` gathers characters by face and those no font has.

    Where a page can be saved by giving up some room for handwriting, it is (slack.py).
    Raises UserError when something is higher than a page and cannot be parted.
    """
    setting = Setting.of(document.page, document.style, document.mode, fonts, used)
    pages = _pages(document, setting)
    if len(pages) > 1 and _height(pages[-1]) < setting.height * NEARLY_EMPTY:
        pages = _saved(document, setting, len(pages)) or _pages(unfilled(document), setting)
    return LaidOut(document, setting, pages)


def _saved(document: Document, setting: Setting, count: int) -> list[list[Placed]] | None:
    """The pages, fewer than `count`, with as little room given up as will do; None when none can be saved."""
    for tighter in tightened(document):
        if len(fewer := _pages(tighter, setting)) < count:
            return fewer
    return None


def _height(page: list[Placed]) -> float:
    """How far down the page is used, in points."""
    return page[-1][0] + page[-1][1].height if page else 0.0


def _pages(document: Document, setting: Setting) -> list[list[Placed]]:
    return Paginator(setting.height).deal(_slabs(document.blocks, setting))


def _slabs(given: Iterable[blocks.Block], setting: Setting) -> list[Slab]:
    slabs: list[Slab] = []
    before: blocks.Block | None = None
    begin = 0
    for block in given:
        if isinstance(block, blocks.SignatureBlock | blocks.DateLine):
            _hold(slabs, begin, setting.height * HELD)
        elif not isinstance(block, blocks.Spacer):
            begin = len(slabs)
        if isinstance(block, blocks.FieldTable | blocks.DataTable) and _close(before):
            slabs.append(Slab(AIR, keep=slabs[-1].keep, glue=True))
        slabs += LAYOUTS[type(block)](block, setting)
        before = block
    return slabs


def _hold(slabs: list[Slab], begin: int, most: float) -> None:
    """No page with signatures alone: what stands before them goes with them, when it is not too much of it.

    That is two lines of text, a table's last row, or ruled lines with the label above them, which begin at `begin`.
    """
    solid = list(islice((at for at in range(len(slabs) - 1, -1, -1) if not slabs[at].glue), 2))
    if not solid:
        return
    first = solid[0]
    if isinstance(slabs[first], RuleSlab) and len(slabs) - begin <= FEW_RULES:
        first = begin
    elif all(isinstance(slabs[at], TextSlab) for at in solid):
        first = solid[-1]
    held = slabs[first:]
    if sum(slab.height for slab in held) <= most:
        for slab in held:
            slab.keep = True


def _close(before: blocks.Block | None) -> bool:
    """Would a table touch the line of this block?"""
    return isinstance(before, blocks.LabelledText) or (isinstance(before, blocks.Paragraph) and not before.space_after)


def _together(block: blocks.KeepTogether, setting: Setting) -> list[Slab]:
    return kept(_slabs(block.blocks, setting))


def _cards(block: blocks.Cards, setting: Setting) -> list[Slab]:
    return layout_cards.cards(block, setting, _slabs)


def _spacer(block: blocks.Spacer, setting: Setting) -> list[Slab]:
    return [Slab(block.lines * setting.style.pitch, glue=True)]


def _page_end(_block: blocks.PageBreak, _setting: Setting) -> list[Slab]:
    return [PageEnd()]


LAYOUTS: dict[type, Layout] = {
    blocks.Title: layout_text.title,
    blocks.RedHead: layout_text.red_head,
    blocks.NumberLine: layout_text.number_line,
    blocks.Heading: layout_text.heading,
    blocks.Paragraph: layout_text.paragraph,
    blocks.LabelledText: layout_text.labelled_text,
    blocks.NumberedClauses: layout_text.clauses,
    blocks.FillIn: layout_text.fill_in,
    blocks.Choice: layout_text.choice,
    blocks.Note: layout_text.note,
    blocks.DateLine: layout_text.date_line,
    blocks.FieldTable: layout_table.field_table,
    blocks.DataTable: layout_table.data_table,
    blocks.SignatureBlock: layout_sign.signatures,
    blocks.Image: layout_media.image,
    blocks.Drawing: layout_media.drawing,
    blocks.Chart: layout_chart.chart,
    blocks.Rule: layout_media.rule,
    blocks.CutLine: layout_media.cut_line,
    blocks.Spacer: _spacer,
    blocks.PageBreak: _page_end,
    blocks.KeepTogether: _together,
    blocks.Cards: _cards,
}
"""Block → its layout."""

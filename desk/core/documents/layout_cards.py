"""Layout of cards: as many side by side as the measure holds, each framed to be cut out, a code at its right."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desk.core.documents import blocks
from desk.core.documents.codes import qr_code
from desk.core.documents.pen import THIN, Pen
from desk.core.documents.setting import MM, Setting
from desk.core.documents.slabs import PaintSlab, Slab
from desk.core.errors import UserError
from desk.core.i18n import _

PADDING, CODE_SIDE = 3.5, 24.0
"""Millimetres inside the frame, and of a code."""

Slabs = Callable[[Iterable[blocks.Block], Setting], list[Slab]]


def cards(block: blocks.Cards, setting: Setting, slabs: Slabs) -> list[Slab]:
    """One strip a row of cards; UserError when a card holds more than fits on it."""
    beside = max(1, int((setting.width + 0.5) / (block.width * MM)))
    set_cards = [(one, _inside(block, one, setting, slabs)) for one in block.cards]
    return [_row(block, set_cards[at:at + beside]) for at in range(0, len(set_cards), beside)]


def _inside(block: blocks.Cards, card: blocks.Card, setting: Setting, slabs: Slabs) -> list[Slab]:
    width = (block.width - 2 * PADDING - (CODE_SIDE + 2 if card.code else 0)) * MM
    inside = slabs(card.blocks, setting.narrowed(width))
    if sum(slab.height for slab in inside) > (block.height - 2 * PADDING) * MM + 0.5:
        raise UserError(_("A card holds more than fits on it."), todo=_("Shorten the texts that stand on it."))
    return inside


def _row(block: blocks.Cards, row: Sequence[tuple[blocks.Card, list[Slab]]]) -> Slab:
    width, height, pad = block.width * MM, block.height * MM, PADDING * MM

    def paint(pen: Pen, x: float, y: float) -> None:
        for place, (card, inside) in enumerate(row):
            left, top = x + place * width, y + pad
            pen.box(left, y, width, height, THIN)
            for slab in inside:
                slab.paint(pen, left + pad, top)
                top += slab.height
            if card.code:
                _code(pen, card.code, left + width - pad - CODE_SIDE * MM, y + (height - CODE_SIDE * MM) / 2)

    return PaintSlab(height, paint)


def _code(pen: Pen, text: str, x: float, y: float) -> None:
    from reportlab.graphics import renderPDF

    drawing: Any = qr_code(text, CODE_SIDE)
    pen.flush()
    renderPDF.draw(drawing, pen.canvas, x, pen.height - y - drawing.height)

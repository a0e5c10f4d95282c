"""Layout of what is not text: pictures, charts, rules, lines to cut along."""

from io import BytesIO
from typing import Any

from desk.core.documents import blocks
from desk.core.documents.inline import Align
from desk.core.documents.linebreak import GREY, RED, Look
from desk.core.documents.page import WUHAO
from desk.core.documents.pen import BLACK, Pen
from desk.core.documents.setting import MM, Setting
from desk.core.documents.slabs import PaintSlab, Slab, TextSlab, kept
from desk.core.errors import UserError
from desk.core.i18n import _


def image(block: blocks.Image, setting: Setting) -> list[Slab]:
    """A picture from bytes, centred; raises UserError when they are no picture."""
    from reportlab.lib.utils import ImageReader

    try:
        reader = ImageReader(BytesIO(block.data))
        pixels = reader.getSize()
    except Exception as error:  # noqa: BLE001 - the image library raises whatever a broken file makes it raise
        raise UserError(_("A picture in this paper cannot be read. Choose it again as PNG or JPEG.")) from error
    scale = min(min(block.width * MM, setting.width) / pixels[0], min(block.max_height * MM, setting.height) / pixels[1])
    width, height = pixels[0] * scale, pixels[1] * scale

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.flush()
        pen.canvas.drawImage(reader, x + (setting.width - width) / 2, pen.height - y - height, width, height, mask="auto")

    return kept([PaintSlab(height, paint), *_caption(block.caption, setting)])


def drawing(block: blocks.Drawing, setting: Setting) -> list[Slab]:
    """A chart, centred, scaled down when wider than the type area."""
    from reportlab.graphics import renderPDF

    chart: Any = block.drawing
    scale = min(1.0, setting.width / chart.width, setting.height * 0.9 / chart.height)

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.flush()
        pen.canvas.saveState()
        pen.canvas.translate(x + (setting.width - chart.width * scale) / 2, pen.height - y - chart.height * scale)
        pen.canvas.scale(scale, scale)
        renderPDF.draw(chart, pen.canvas, 0, 0)
        pen.canvas.restoreState()

    return kept([PaintSlab(chart.height * scale, paint), *_caption(block.caption, setting)])


def _caption(caption: str, setting: Setting) -> list[Slab]:
    lines = setting.lines(caption, Look("hei", WUHAO), setting.width, align=Align.CENTRE) if caption else []
    return [TextSlab(line, WUHAO * 1.8, WUHAO) for line in lines]


def rule(block: blocks.Rule, setting: Setting) -> list[Slab]:
    colour = RED if block.red else BLACK

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y + 2 * MM, x + setting.width, y + 2 * MM, block.thickness * MM, colour)

    return [PaintSlab(4 * MM, paint)]


def cut_line(block: blocks.CutLine, setting: Setting) -> list[Slab]:
    """Dashes from edge to edge, the text in their middle: where ballot and stub are parted, sealed across."""
    words = setting.line(block.text, Look("song", WUHAO, colour=GREY), setting.width) if block.text else None
    gap = words.width / 2 + 6 if words else 0

    def paint(pen: Pen, x: float, y: float) -> None:
        middle, centre = y + 5 * MM, x + setting.width / 2
        dash = 0.0
        while dash < setting.width:
            left, right = x + dash, x + min(dash + 5, setting.width)
            if right < centre - gap or left > centre + gap:
                pen.rule(left, middle, right, middle, 0.6, GREY)
            dash += 8
        if words:
            pen.line(words, centre - words.width / 2, middle - WUHAO / 2, WUHAO)

    return [PaintSlab(10 * MM, paint)]

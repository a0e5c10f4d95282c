"""Layout of signatures: lines to sign on, the sealing unit, the place of the seal, the date; never parted."""

from dataclasses import replace
from functools import partial

from desk.core.documents import blocks
from desk.core.documents.blocks import SignatureLine
from desk.core.documents.chinese_dates import BLANK_DATE
from desk.core.documents.inline import Align, Text, is_blank
from desk.core.documents.linebreak import GREY, Line
from desk.core.documents.page import XIAOSI
from desk.core.documents.pen import HAIR, Pen
from desk.core.documents.setting import MM, Setting
from desk.core.documents.slabs import PaintSlab, Slab, TextSlab, kept

ROW = 12 * MM
"""Height of a line to sign on: room for a name and a fingerprint."""

LEAST_ROOM = 45 * MM
"""Least length of the rule to sign on."""

GAP = 8 * MM


def signatures(block: blocks.SignatureBlock, setting: Setting) -> list[Slab]:
    """Lines first, then unit, seal and date at the right."""
    slabs: list[Slab] = [Slab(GAP, keep=True, glue=True)]
    if block.columns > 1:
        slabs += _in_columns(block, setting)
    else:
        start = 0.0 if block.wide else _start(block.lines, setting)
        for line in block.lines:
            slabs += _signature(line, setting, start, setting.width)
    if block.seal or not is_blank(block.unit) or block.date != "":
        slabs += _seal_and_date(block, setting)
    return kept(slabs)


def _start(lines: tuple[SignatureLine, ...], setting: Setting) -> float:
    """Where the lines begin: two fifths in, or further left when a label is long."""
    longest = max((setting.text_width(f"{line.label}:", setting.body) for line in lines), default=0)
    return max(0.0, min(setting.width * 0.4, setting.width - longest - LEAST_ROOM))


def _signature(line: SignatureLine, setting: Setting, start: float, end: float) -> list[Slab]:
    """A label, the printed name if given, and a rule; further rules below for several people, or for more names than fit."""
    size = setting.style.size
    label = line.label if line.label.endswith((":", "\uff1a")) else f"{line.label}:"
    words = setting.lines(label, setting.body, max(end - start - LEAST_ROOM / 2, size * 2), align=Align.LEFT)
    above: list[Slab] = [TextSlab(word, setting.style.pitch, size, start) for word in words[:-1]]
    last, rule_from = words[-1], start + words[-1].width + 3
    names = [] if is_blank(line.name) else setting.lines(line.name, setting.body, end - rule_from - 4, align=Align.LEFT)

    def paint(row: int, pen: Pen, x: float, y: float) -> None:
        middle = y + (ROW - size) / 2 + 3
        if row == 0:
            pen.line(last, x + start, middle, size)
        if row < len(names):
            pen.line(names[row], x + rule_from + 4, middle, size)
        pen.rule(x + rule_from, middle + size + 3, x + end, middle + size + 3, HAIR)

    rows = [PaintSlab(ROW, partial(paint, number)) for number in range(max(line.count, len(names), 1))]
    return [*above, *rows]


def _in_columns(block: blocks.SignatureBlock, setting: Setting) -> list[Slab]:
    """甲方 and 乙方 side by side: each column is set by itself, then painted together."""
    each = (setting.width - (block.columns - 1) * GAP) / block.columns
    columns = [[slab for line in block.lines[number::block.columns] for slab in _signature(line, setting, 0, each)]
               for number in range(block.columns)]

    def paint(pen: Pen, x: float, y: float) -> None:
        for number, column in enumerate(columns):
            top = y
            for slab in column:
                slab.paint(pen, x + number * (each + GAP), top)
                top += slab.height

    return [PaintSlab(max(sum(slab.height for slab in column) for column in columns), paint)]


def _seal_and_date(block: blocks.SignatureBlock, setting: Setting) -> list[Slab]:
    """The date four characters in from the right, the unit centred above it, the seal's place over both."""
    size, pitch = setting.style.size, setting.style.pitch
    date: Text = BLANK_DATE if block.date is None else block.date
    dated = setting.line(date, setting.body, setting.width)
    at = setting.width - 4 * size - dated.width if date else setting.width - 10 * size
    centre = at + (dated.width if date else 12 * size) / 2
    slabs: list[Slab] = [Slab(GAP)]
    if block.seal:
        note = setting.line(block.seal, replace(setting.body, size=XIAOSI, colour=GREY), setting.width)
        slabs.append(TextSlab(note, pitch, XIAOSI, centre - note.width / 2))
    slabs += [TextSlab(line, pitch, size, _centred(line, centre, setting.width))
              for line in ([] if is_blank(block.unit) else setting.lines(block.unit, setting.body, setting.width,
                                                                        align=Align.LEFT))]
    return [*slabs, *([TextSlab(dated, pitch * 1.15, size, at)] if date else [])]


def _centred(line: Line, centre: float, width: float) -> float:
    """Where a line begins that stands over `centre`, but not beyond the type area."""
    return max(0.0, min(centre - line.width / 2, width - line.width))

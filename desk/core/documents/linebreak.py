"""Running text into lines: measured by the faces themselves, broken by the Chinese rules.

A Flow is one paragraph, flattened: for each character its look, its face and its width. Lines are ranges of it.
All widths are points.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from desk.core.documents.fontbook import NO_GLYPH, FontBook, Glyph
from desk.core.documents.fontface import Face
from desk.core.documents.inline import Align, Field, FontRole, Span, Text, pieces, words
from desk.core.documents.text import (
    NARROWABLE,
    NO_END,
    NO_START,
    WIDE_SPACE,
    break_points,
    chinese_marks,
    pdf_text,
    tight_marks,
)

SQUEEZE = 0.015
"""A justified line may be this much too long and is drawn tighter: 28 characters of 16 pt in 156 mm (GB/T 9704)."""

LOOSEST = 0.16
"""Ems between two characters beyond which a line is left ragged instead of being stretched."""

_LATIN = re.compile(r"[ -~]")

Colour = tuple[float, float, float]
GREY, BLACK, RED = (0.55, 0.55, 0.55), (0.0, 0.0, 0.0), (0.8, 0.05, 0.05)


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are drawn. blank: a ruled place to write in; tick: a √ is drawn over the character (□)."""

    role: str = "song"
    size: float = 12
    bold: bool = False
    underline: bool = False
    strike: bool = False
    blank: bool = False
    colour: Colour = BLACK
    tick: bool = False


class Flow:
    """One paragraph's characters with looks, faces and widths.

    missing: characters no font has. tight: indexes of marks that take half their width. uniform: one look, one face.
    """

    __slots__ = ("acc", "faces", "looks", "missing", "text", "tight", "uniform", "widths")

    def __init__(self, text: str, looks: list[Look], glyphs: list[Glyph], widths: list[float],
                 tight: tuple[int, ...] = ()) -> None:
        self.text, self.looks, self.widths, self.tight = text, looks, widths, tight
        self.faces: list[Face | None] = [face for face, _width in glyphs]
        self.acc = [0.0, *accumulate(widths)]
        self.uniform = bool(text) and None not in self.faces and len(set(map(id, self.faces))) == len(set(map(id, looks))) == 1
        self.missing = () if self.uniform else tuple(
            character for character, face, look in zip(text, self.faces, looks, strict=True)
            if face is None and not look.blank)

    def width(self, start: int, end: int) -> float:
        """Natural width of a range."""
        return self.acc[end] - self.acc[start]


@dataclass(frozen=True, slots=True)
class Line:
    """A range of a flow, drawn from `x` on; `stretch` ems are added between characters (negative: squeezed)."""

    flow: Flow
    start: int
    end: int
    x: float = 0
    width: float = 0
    stretch: float = 0


def flows(text: Text, look: Look, fonts: FontBook, *, final: bool = False) -> list[Flow]:
    """The paragraphs of a text ("\\n" ends one); at least one, perhaps empty."""
    builder = _Builder(look, fonts, final)
    for piece in pieces(text):
        builder.add(piece)
    return builder.finish()


class _Builder:
    """Collects characters until a paragraph ends."""

    def __init__(self, look: Look, fonts: FontBook, final: bool) -> None:
        self.base, self.fonts, self.final = look, fonts, final
        self.done: list[Flow] = []
        self._open()

    def _open(self) -> None:
        self.spans: list[tuple[str, Look]] = []

    def add(self, piece: str | Span | Field) -> None:
        if isinstance(piece, Field) and not pdf_text(piece.value or "").strip():
            if self.final and piece.final:
                self.words(piece.final, self.base)
            else:
                self.blank(piece.width)
        elif isinstance(piece, str):
            self.words(piece, self.base)
        else:
            self.words(words(piece), self.look_of(piece))

    def look_of(self, piece: Span | Field) -> Look:
        base = self.base
        if isinstance(piece, Field):
            return Look(base.role, base.size, base.bold, piece.underline, colour=base.colour)
        role = piece.role.value if isinstance(piece.role, FontRole) else base.role
        return Look(role, base.size, base.bold or piece.bold, piece.underline, piece.strike, colour=base.colour,
                    tick=piece.tick)

    def words(self, text: str, look: Look) -> None:
        first, *others = pdf_text(text).split("\n")
        for number, part in enumerate((first, *others)):
            if number:
                self.close()
            self.spans.append((part, look))

    def blank(self, width: float) -> None:
        count = max(1, ceil(width))
        look = Look(self.base.role, self.base.size * width / count, blank=True)
        self.spans.append((WIDE_SPACE * count, look))

    def close(self) -> None:
        text = chinese_marks("".join(part for part, _look in self.spans))
        looks: list[Look] = []
        glyphs: list[Glyph] = []
        widths: list[float] = []
        start = 0
        for part, look in self.spans:
            end, table = start + len(part), self.fonts.glyphs(look.role)
            found = [NO_GLYPH] * len(part) if look.blank else [table[character] for character in text[start:end]]
            looks += [look] * len(part)
            glyphs += found
            widths += [width * look.size for _face, width in found]
            start = end
        tight = tight_marks(text)
        for index in tight:
            widths[index] /= 2
        self.done.append(Flow(text, looks, glyphs, widths, tight))
        self._open()

    def finish(self) -> list[Flow]:
        self.close()
        return self.done


def break_lines(flow: Flow, measure: float, *, first: float = 0, align: Align = Align.JUSTIFY) -> list[Line]:
    """Lines no wider than `measure`, the first starting `first` points in; an empty flow gives one empty line."""
    allowed = break_points(flow.text)
    if not flow.uniform:
        _keep_blanks_whole(flow, allowed)
    end_of_text, start = len(flow.text), 0
    lines: list[Line] = []
    tolerance = 1 + SQUEEZE if align is Align.JUSTIFY else 1 + 1e-9
    while start < end_of_text or not lines:
        indent = 0 if lines else first
        end = _line_end(flow, allowed, start, (measure - indent) * tolerance)
        lines.append(_placed(flow, start, end, indent, measure, align, last=end >= end_of_text))
        start = end
        while 0 < start < end_of_text and flow.text[start] == " ":
            start += 1
    return lines


def _keep_blanks_whole(flow: Flow, allowed: bytearray) -> None:
    """A place to write in is not continued on the next line."""
    for index in range(1, len(flow.looks)):
        if flow.looks[index].blank and flow.looks[index] is flow.looks[index - 1]:
            allowed[index] = 0


def _line_end(flow: Flow, allowed: Sequence[int], start: int, room: float) -> int:
    """Where the line that begins at `start` ends: as far as fits, then back to where a line may begin."""
    text, count = flow.text, len(flow.text)
    fits = max(bisect_right(flow.acc, flow.acc[start] + room) - 1, start + 1)
    if fits < count and text[fits] in NARROWABLE and flow.width(start, fits) + flow.widths[fits] / 2 <= room:
        fits += 1
    if fits >= count:
        return count
    end = fits
    while end > start and not allowed[end] and text[end] != " ":
        end -= 1
    return end if end > start else _inside(text, start, fits)


def _inside(text: str, start: int, fits: int) -> int:
    """Where a piece wider than the line is broken: not before a closing mark nor behind an opening one, if it can be helped."""
    end = fits
    while end > start and (text[end] in NO_START or text[end - 1] in NO_END):
        end -= 1
    return end if end > start else fits


def _placed(flow: Flow, start: int, end: int, indent: float, measure: float, align: Align, *, last: bool) -> Line:
    """The line with its place: aligned, or stretched to the measure."""
    ink_end = end
    while ink_end > start and flow.text[ink_end - 1] == " ":
        ink_end -= 1
    width = flow.width(start, ink_end)
    slack = measure - indent - width
    if slack < 0 and ink_end > start and flow.text[ink_end - 1] in NARROWABLE:
        trimmed = min(-slack, flow.widths[ink_end - 1] / 2)
        slack, width = slack + trimmed, width - trimmed
    stretch = 0.0
    gaps = _gaps(flow.text, start, ink_end)
    if align is Align.JUSTIFY and gaps and (slack < 0 or not last) and slack / gaps <= LOOSEST * flow.looks[start].size:
        stretch, width = slack / gaps, measure - indent
    if align is Align.CENTRE:
        indent += slack / 2
    elif align is Align.RIGHT:
        indent += slack
    return Line(flow, start, ink_end, indent, width, stretch)


def _gaps(text: str, start: int, end: int) -> int:
    """Places between characters that may be stretched: not inside numbers and Latin words."""
    if not _LATIN.search(text, start, end):
        return end - start - 1
    return sum(1 for index in range(start, end - 1) if text[index] > "~" or text[index + 1] > "~")

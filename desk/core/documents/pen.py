"""One page under the pen: text, rules and boxes, in points from the upper left corner of the sheet.

Text of a page goes into few text objects and rules are drawn last, in batches: that is what makes a thousand
certificates a matter of a second.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from desk.core.documents.fontface import Face
from desk.core.documents.linebreak import BLACK, Colour, Flow, Line, Look

BOLD_STROKE = 0.028
"""Ems by which a face without its own bold is thickened."""

HAIR, THIN = 0.4, 0.6
"""Points: rules to write on; lines of grids."""

_RUNS = re.compile(r"[ -~]+|[^ -~]+")


def _runs(flow: Flow, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges that can be drawn in one go: Latin or Chinese, ending after a mark that takes half its width."""
    for match in _RUNS.finditer(flow.text, start, end):
        first, last = match.span()
        for tight in flow.tight:
            if first <= tight < last - 1:
                yield first, tight + 1
                first = tight + 1
        yield first, last


class Pen:
    """Draws on one page of a ReportLab canvas; `names` tells by which name ReportLab knows a face."""

    def __init__(self, canvas: Any, height: float, names: Mapping[int, str]) -> None:
        self.canvas, self.height, self.names = canvas, height, names
        self._text: Any = None
        self._font: tuple[str, float] | None = None
        self._space = 0.0
        self._looks: tuple[float, Colour] = (0.0, BLACK)
        self._rules: dict[tuple[float, Colour], list[tuple[float, float, float, float]]] = {}

    def line(self, line: Line, x: float, y: float, size: float) -> None:
        """Draw a line of text; `y` is the top of a band of `size` points around the characters."""
        flow, left = line.flow, x + line.x
        baseline = y + size * 0.86
        if flow.uniform:
            self._run(flow.text[line.start:line.end], flow.looks[0], flow.faces[0], left, baseline, line)
            return
        start = line.start
        while start < line.end:
            look, face, end = flow.looks[start], flow.faces[start], start + 1
            while end < line.end and flow.looks[end] is look and flow.faces[end] is face:
                end += 1
            left = self._run(flow.text[start:end], look, face, left, baseline, line, start)
            start = end

    def _run(self, text: str, look: Look, face: Face | None, x: float, baseline: float, line: Line,
             start: int | None = None) -> float:
        """Characters of one look and face; answers where the next run begins."""
        start = line.start if start is None else start
        natural = line.flow.width(start, start + len(text))
        if face is None:
            end = x + natural + (line.stretch * len(text) if not look.blank else 0)
            self.rule(x + 0.5, baseline + look.size * 0.14, end - 0.5, baseline + look.size * 0.14, HAIR)
            return end
        end = self._spaced(text, look, face, x, baseline, line, start)
        if look.underline:
            self.rule(x, baseline + look.size * 0.14, end, baseline + look.size * 0.14, HAIR)
        if look.tick:
            self._put("√", self.names[id(face)], replace(look, bold=True), x + look.size * 0.04, baseline, 0)
        if look.strike:
            self.rule(x, baseline - look.size * 0.32, end, baseline - look.size * 0.32, 0.9)
        return end

    def _spaced(self, text: str, look: Look, face: Face, x: float, baseline: float, line: Line, start: int) -> float:
        """Draw with the line's stretch: between Chinese characters, never inside numbers and words."""
        name, flow = self.names[id(face)], line.flow
        if not line.stretch and not flow.tight:
            self._put(text, name, look, x, baseline, 0)
            return x + flow.width(start, start + len(text))
        for first, last in _runs(flow, start, start + len(text)):
            chinese = flow.text[first] > "~"
            self._put(flow.text[first:last], name, look, x, baseline, line.stretch if chinese else 0)
            gaps = last - first if chinese else 1
            if not chinese and (last >= line.end or flow.text[last] <= "~"):
                gaps = 0
            x += flow.width(first, last) + line.stretch * gaps
        return x

    def _put(self, text: str, name: str, look: Look, x: float, baseline: float, space: float) -> None:
        looks = (look.size * BOLD_STROKE if look.bold else 0.0, look.colour)
        if self._text is None or looks != self._looks:
            self._open(looks)
        out = self._text
        if self._font != (name, look.size):
            self._font = (name, look.size)
            out.setFont(name, look.size)
        if self._space != space:
            self._space = space
            out.setCharSpace(round(space, 4))
        out.setTextOrigin(x, self.height - baseline)
        out.textOut(text)

    def _open(self, looks: tuple[float, Colour]) -> None:
        self.flush()
        stroke, colour = self._looks = looks
        self._font, self._space = None, 0.0
        if stroke:
            self.canvas.setLineWidth(stroke)
        self._text = self.canvas.beginText()
        self._text.setTextRenderMode(2 if stroke else 0)
        self._text.setFillColorRGB(*colour)
        self._text.setStrokeColorRGB(*colour)

    def flush(self) -> None:
        """Hand the open text object to the canvas."""
        if self._text is not None:
            self._text.setCharSpace(0)
            self._text.setTextRenderMode(0)
            self.canvas.drawText(self._text)
            self._text = None

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = THIN, colour: Colour = BLACK) -> None:
        """A straight line, drawn when the page is finished."""
        self._rules.setdefault((width, colour), []).append((x1, self.height - y1, x2, self.height - y2))

    def box(self, x: float, y: float, width: float, height: float, thickness: float = THIN,
            colour: Colour = BLACK) -> None:
        """A rectangle's outline; `y` is its upper edge."""
        for x1, y1, x2, y2 in ((x, y, x + width, y), (x, y + height, x + width, y + height),
                               (x, y, x, y + height), (x + width, y, x + width, y + height)):
            self.rule(x1, y1, x2, y2, thickness, colour)

    def finish(self) -> None:
        """Draw what was collected; the page may be shown then."""
        self.flush()
        for (width, colour), rules in self._rules.items():
            self.canvas.setLineWidth(width)
            self.canvas.setStrokeColorRGB(*colour)
            self.canvas.lines(rules)
        self._rules.clear()

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Draw around (x, y) as the origin, turned counter-clockwise; nothing but text."""
        self.flush()
        self.canvas.saveState()
        self.canvas.translate(x, self.height - y)
        self.canvas.rotate(degrees)
        height, self.height = self.height, 0.0
        try:
            yield
        finally:
            self.flush()
            self.height = height
            self.canvas.restoreState()

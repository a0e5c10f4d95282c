"""Layout of a chart: scale, bars or lines, names below, a legend; told apart by shade and by mark, for black printers."""

from desk.core.documents import blocks
from desk.core.documents.charts import ChartData, scale, scale_text
from desk.core.documents.inline import Align
from desk.core.documents.linebreak import BLACK, Colour, Line, Look
from desk.core.documents.page import WUHAO, XIAOWU
from desk.core.documents.pen import HAIR, THIN, Pen
from desk.core.documents.setting import MM, Setting
from desk.core.documents.slabs import PaintSlab, Slab, TextSlab, kept

SHADES: tuple[Colour, ...] = ((0.16, 0.34, 0.62), (0.62, 0.73, 0.88), (0.42, 0.42, 0.42), (0.80, 0.80, 0.80))
FAINT: Colour = (0.82, 0.82, 0.82)
LEGEND, FOOT, SCALE = 7 * MM, 6 * MM, 12 * MM
SPREAD = 0.7
"""Part of a label's room that its bars take."""


def chart(block: blocks.Chart, setting: Setting) -> list[Slab]:
    """The chart over the whole measure, its title above; kept on one page."""
    data, look = block.data, Look("hei", XIAOWU)
    room = (setting.width - SCALE) / max(1, len(data.labels))
    labels = [setting.line(text, look, setting.width) for text in data.labels]
    ticks = [(value, setting.line(scale_text(value), look, SCALE)) for value in scale(data.highest)]
    names = [setting.line(f"{name}({data.unit})" if data.unit else name, look, setting.width) for name, _values in data.series]
    every = max(1, int(-(-max((line.width for line in labels), default=0) // max(1.0, room - 1))))
    values = {value: setting.line(_value_text(value), look, setting.width) for _name, found in data.series for value in found
              if value}
    height = block.height * MM

    def paint(pen: Pen, x: float, y: float) -> None:
        _legend(pen, x + SCALE, y, names)
        plot = _Plot(pen, data, x + SCALE, y + LEGEND, setting.width - SCALE, height - LEGEND - FOOT, ticks[-1][0] or 1)
        plot.ground(ticks)
        plot.foot(labels, every)
        (plot.lines if data.kind == "line" else plot.bars)(values)

    title = setting.lines(data.title, Look("hei", WUHAO), setting.width, align=Align.CENTRE) if data.title else []
    return kept([*(TextSlab(line, WUHAO * 2, WUHAO) for line in title), PaintSlab(height, paint), Slab(3 * MM, glue=True)])


def _value_text(value: float) -> str:
    return f"{value:,.2f}" if value != int(value) else f"{value:,.0f}"


def _legend(pen: Pen, x: float, y: float, names: list[Line]) -> None:
    for place, line in enumerate(names):
        _filled(pen, x, y + 2, 8, 8, SHADES[place % len(SHADES)])
        pen.line(line, x + 11, y + 2, XIAOWU)
        x += line.width + 26


def _filled(pen: Pen, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    pen.flush()
    pen.canvas.setFillColorRGB(*colour)
    pen.canvas.rect(x, pen.height - y - height, width, height, stroke=0, fill=1)


class _Plot:
    """The field between scale and foot; `highest` is the top of the scale."""

    def __init__(self, pen: Pen, data: ChartData, x: float, y: float, width: float, height: float, highest: float) -> None:
        self.pen, self.data, self.x, self.y, self.width, self.height = pen, data, x, y, width, height
        self.highest = highest
        self.room = width / max(1, len(data.labels))

    def up(self, value: float) -> float:
        """Where a number stands, from the top of the sheet."""
        return self.y + self.height * (1 - value / self.highest)

    def ground(self, ticks: list[tuple[float, Line]]) -> None:
        """The scale and its lines."""
        for value, line in ticks:
            level = self.up(value)
            self.pen.rule(self.x, level, self.x + self.width, level, THIN if not value else HAIR, FAINT if value else BLACK)
            self.pen.line(line, self.x - line.width - 4, level - XIAOWU / 2, XIAOWU)

    def foot(self, labels: list[Line], every: int) -> None:
        """Names under their numbers; some are left out when there is no room."""
        for place, line in enumerate(labels):
            if place % every == 0:
                self.pen.line(line, self.x + self.room * (place + 0.5) - line.width / 2, self.y + self.height + 4, XIAOWU)

    def bars(self, values: dict[float, Line]) -> None:
        """Bars side by side, their numbers above them where there is room."""
        count = max(1, len(self.data.series))
        width = self.room * SPREAD / count
        for nth, (_name, numbers) in enumerate(self.data.series):
            for place, value in enumerate(numbers):
                if value:
                    left = self.x + self.room * (place + (1 - SPREAD) / 2) + width * nth
                    _filled(self.pen, left, self.up(value), width, self.y + self.height - self.up(value),
                            SHADES[nth % len(SHADES)])
                    self._say(values[value], left + width / 2, self.up(value), width * (1 if count > 1 else 1 / SPREAD))

    def lines(self, values: dict[float, Line]) -> None:
        """Points joined by straight lines; a month without a number ends the line."""
        for nth, (_name, numbers) in enumerate(self.data.series):
            shade, before = SHADES[nth % len(SHADES)], None
            for place, value in enumerate(numbers):
                if value is None:
                    before = None
                    continue
                point = (self.x + self.room * (place + 0.5), self.up(value))
                if before is not None:
                    self.pen.rule(*before, *point, 1.4, shade)
                _filled(self.pen, point[0] - 2, point[1] - 2, 4, 4, shade)
                if value:
                    self._say(values[value], *point, self.room)
                before = point

    def _say(self, line: Line, centre: float, level: float, room: float) -> None:
        if line.width <= room:
            self.pen.line(line, centre - line.width / 2, level - XIAOWU - 2, XIAOWU)



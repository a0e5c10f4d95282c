"""A chart on the screen: bars or lines with their scale, told in words to whoever does not see it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.core.documents.charts import ChartData, scale, scale_text
from desk.core.i18n import _
from desk.shell import theme

LEFT, TOP, FOOT, RIGHT = 56, 64, 34, 16
"""Pixels beside and around the field: scale, title and legend, names."""
SPREAD = 0.7
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
BESIDE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ChartView(QWidget):
    """Paints a ChartData; nothing before `show_chart`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: ChartData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(theme.px(320), theme.px(220)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, chart: ChartData | None) -> None:
        """Paint this one; None: a sentence that there is nothing."""
        self.chart = chart
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """What the picture shows, as text."""
        if self.chart is None or self.chart.empty:
            return _("There is nothing to draw for this period.")
        parts = [self.chart.title]
        for name, values in self.chart.series:
            pairs = zip(self.chart.labels, values, strict=True)
            parts.append(f"{name}: " + ", ".join(f"{label} {value:,g}" for label, value in pairs if value is not None))
        return "\n".join(parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.colours().card))
        if self.chart is None or self.chart.empty:
            painter.setPen(QColor(theme.colours().muted))
            painter.drawText(self.rect(), CENTRE, self.words())
        else:
            _Painting(painter, self.chart, QRectF(self.rect())).paint()
        painter.end()


def shades() -> tuple[QColor, ...]:
    """Colours of the series, those of the papers in both looks."""
    colours = theme.colours()
    return tuple(QColor(name) for name in (colours.accent, colours.waiting, colours.done, colours.strong_line))


class _Painting:
    """One picture being painted."""

    def __init__(self, painter: QPainter, chart: ChartData, place: QRectF) -> None:
        self.painter, self.chart, self.whole = painter, chart, place
        self.ticks = scale(chart.highest)
        self.field = place.adjusted(theme.px(LEFT), theme.px(TOP), -theme.px(RIGHT), -theme.px(FOOT))
        self.room = self.field.width() / max(1, len(chart.labels))

    def paint(self) -> None:
        self._title()
        self._ground()
        self._labels()
        for nth, (_name, values) in enumerate(self.chart.series):
            (self._line if self.chart.kind == "line" else self._bars)(nth, values)

    def up(self, value: float) -> float:
        return self.field.bottom() - self.field.height() * value / self.ticks[-1]

    def _title(self) -> None:
        painter, colours = self.painter, theme.colours()
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(0, theme.px(8), self.whole.width(), theme.px(22)), CENTRE, self.chart.title)
        painter.setFont(theme.font(theme.SMALL_POINTS))
        left = self.field.left()
        for nth, (name, _values) in enumerate(self.chart.series):
            text = f"{name}({self.chart.unit})" if self.chart.unit else name
            painter.fillRect(QRectF(left, theme.px(41), theme.px(10), theme.px(10)), shades()[nth % len(shades())])
            wide = painter.fontMetrics().horizontalAdvance(text) + theme.px(8)
            painter.setPen(QColor(colours.text))
            painter.drawText(QRectF(left + theme.px(15), theme.px(36), wide, theme.px(20)), CENTRE, text)
            left += wide + theme.px(28)

    def _ground(self) -> None:
        for tick in self.ticks:
            level = self.up(tick)
            self.painter.setPen(QPen(QColor(theme.colours().line if tick else theme.colours().strong_line), 1))
            self.painter.drawLine(QPointF(self.field.left(), level), QPointF(self.field.right(), level))
            self.painter.setPen(QColor(theme.colours().muted))
            self.painter.drawText(QRectF(0, level - theme.px(10), self.field.left() - theme.px(6), theme.px(20)), BESIDE,
                                  scale_text(tick))

    def _labels(self) -> None:
        metrics = self.painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(label) for label in self.chart.labels), default=0) + theme.px(6)
        every = max(1, int(-(-widest // max(1.0, self.room))))
        self.painter.setPen(QColor(theme.colours().text))
        for place, label in enumerate(self.chart.labels):
            if place % every == 0:
                middle = self.field.left() + self.room * (place + 0.5)
                self.painter.drawText(QRectF(middle - widest, self.field.bottom() + theme.px(6), 2 * widest, theme.px(20)),
                                      CENTRE, label)

    def _bars(self, nth: int, values: tuple[float | None, ...]) -> None:
        width = self.room * SPREAD / max(1, len(self.chart.series))
        for place, value in enumerate(values):
            if value:
                left = self.field.left() + self.room * (place + (1 - SPREAD) / 2) + width * nth
                top = self.up(value)
                self.painter.fillRect(QRectF(left, top, width, self.field.bottom() - top), shades()[nth % len(shades())])
                self._say(value, left + width / 2, top, self.room if len(self.chart.series) == 1 else width)

    def _line(self, nth: int, values: tuple[float | None, ...]) -> None:
        before: QPointF | None = None
        for place, value in enumerate(values):
            if value is None:
                before = None
                continue
            point = QPointF(self.field.left() + self.room * (place + 0.5), self.up(value))
            colour = shades()[nth % len(shades())]
            self.painter.setPen(QPen(colour, 2))
            if before is not None:
                self.painter.drawLine(before, point)
            self.painter.setBrush(colour)
            self.painter.drawEllipse(point, 3, 3)
            self._say(value, point.x(), point.y(), self.room)
            before = point

    def _say(self, value: float, middle: float, level: float, room: float) -> None:
        text = f"{value:,g}"
        if value and self.painter.fontMetrics().horizontalAdvance(text) <= room:
            self.painter.setPen(QColor(theme.colours().text))
            self.painter.drawText(QRectF(middle - room, level - theme.px(20), 2 * room, theme.px(18)), CENTRE, text)

"""Bars of a result on the screen: parts in their colours, the threshold as a line with its number, turnout in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.api.qt import bits, tone_look
from plugins.consultation.pictures import Bar

#: part → tone whose colour fills it; words stand beside every colour
TONES = {"agree": "done", "against": "late", "abstain": "waiting", "invalid": "open", "absent": "muted"}


class BarPicture(QWidget):
    """One bar; what it shows is told to screen readers in words."""

    def __init__(self, bar: Bar, *, height: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.thick = bar, height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join((bar.title, *(part.words for part in bar.parts), bar.line_words)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(480, self.thick + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, left, whole = float(self.width() - 2), 1.0, max(self.bar.whole, 1)
        frame = QRectF(1, 6, width, self.thick)
        for part in self.bar.parts:
            piece = QRectF(left, 6, part.number * width / whole, self.thick)
            painter.fillRect(piece, QColor(_colour(part.code)))
            left += piece.width()
        painter.setPen(QPen(self.palette().text().color(), 1))
        painter.drawRect(frame)
        if self.bar.line is not None:
            at = 1 + self.bar.line * width / whole
            painter.setPen(QPen(self.palette().text().color(), 3))
            painter.drawLine(int(at), 0, int(at), self.thick + 12)
        painter.end()


class BarLegend(QWidget):
    """The words under a bar, a square of its colour before each part."""

    def __init__(self, bar: Bar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = [(part.words, _colour(part.code)) for part in bar.parts]
        if bar.line_words:
            self.words.append((bar.line_words, ""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return (self._places(width)[-1][1] if self.words else 0) + self.fontMetrics().height() + 4

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        side = metrics.ascent()
        for (words, colour), (left, top) in zip(self.words, self._places(self.width()), strict=True):
            if colour:
                painter.fillRect(left, top + 2, side, side, QColor(colour))
            else:
                painter.fillRect(left + side // 2 - 1, top + 1, 3, side + 2, self.palette().text().color())
            painter.drawText(left + side + 6, top + metrics.ascent(), words)
        painter.end()

    def _places(self, width: int) -> list[tuple[int, int]]:
        """(left, top) of each word, broken into lines."""
        metrics, left, top, found = self.fontMetrics(), 0, 0, list[tuple[int, int]]()
        for words, _square in self.words:
            wide = metrics.ascent() + 6 + metrics.horizontalAdvance(words) + 24
            if left and left + wide > width:
                left, top = 0, top + metrics.height() + 4
            found.append((left, top))
            left += wide
        return found


def bar_block(bar: Bar, *, height: int = 26, pixels: int = 0) -> QWidget:
    """Title with turnout, the bar, its legend; pixels: height of type, 0 for the desk's own."""
    title, legend = bits.label(f"{bar.title}:{bar.turnout_words}", wrap=True), BarLegend(bar)
    if pixels:
        face = title.font()
        face.setPixelSize(pixels)
        title.setFont(face)
        legend.setFont(face)
    block = QWidget()
    block.setLayout(bits.column(title, BarPicture(bar, height=height), legend, spacing=4))
    return block


def _colour(code: str) -> str:
    look = tone_look(TONES[code])
    return look.ground if code == "absent" else look.colour

"""Pages of a PDF on the screen: only the ones in sight are drawn, each in a worker, sharp at any zoom."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desk.core.i18n import _
from desk.shell.jobs import Job
from desk.shell.kit import bits
from desk.shell.kit.printing import read_page
from desk.shell.regrow import GROWTH, STILL

GAP, MM_PER_INCH, KEPT = 16, 25.4, 12
FIT_WIDTH, FIT_PAGE = 0.0, -1.0
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class PaperSheet(QWidget):
    """One page: white until its picture has come."""

    def __init__(self, number: int, size: tuple[float, float]) -> None:
        super().__init__()
        self.number, self.millimetres = number, size
        self.image: QImage | None = None
        self.asked = False
        self.setProperty(GROWTH, STILL)
        self.setAccessibleName(_("Page {number}").format(number=number + 1))

    def zoom(self, factor: float) -> None:
        """Take the size of the page at `factor` (1: as on paper at 96 dpi)."""
        width, height = (round(side / MM_PER_INCH * 96 * factor) for side in self.millimetres)
        self.setFixedSize(width, height)
        self.forget()

    def forget(self) -> None:
        """Let the picture go."""
        self.image, self.asked = None, False
        self.update()

    def take(self, image: QImage) -> None:
        """Show the picture."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))  # paper is white in the dark, too
        if self.image is not None:
            painter.drawImage(self.rect(), self.image)
        painter.setPen(QColor("#b9c1cc"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperView(QScrollArea):
    """moved(int): the page in the middle of the view; drawn(int): that page's picture has come."""

    moved = Signal(int)
    drawn = Signal(int)

    def __init__(self, jobs: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._pdf, self._factor, self._generation = jobs, b"", 0.0, 0
        self.sheets: list[PaperSheet] = []
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._column = bits.column(margins=GAP, spacing=GAP)
        self._inside.setLayout(self._column)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Pages"))
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._draw_visible)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    def show_pdf(self, pdf: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        """Show these pages from the top."""
        bits.empty(self._column)
        self._pdf = pdf
        self.sheets = [PaperSheet(number, size) for number, size in enumerate(sizes)]
        for sheet in self.sheets:
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self._zoom()

    @property
    def factor(self) -> float:
        """Zoom in force; 1 is as on paper."""
        return self._factor if self._factor > 0 else self._fitting()

    def set_factor(self, factor: float) -> None:
        """Zoom; FIT_WIDTH or FIT_PAGE fit the view."""
        self._factor = factor
        self._zoom()

    def go_to(self, number: int) -> None:
        """Show page `number`, counted from 0."""
        if 0 <= number < len(self.sheets):
            self.verticalScrollBar().setValue(self.sheets[number].y() - GAP)

    def _fitting(self) -> float:
        side = 1 if self._factor == FIT_PAGE else 0
        longest = max((sheet.millimetres[side] for sheet in self.sheets), default=297.0)
        room = (self.viewport().height() if side else self.viewport().width()) - 2 * GAP - 8
        return max(0.25, min(2.0, room / (longest / MM_PER_INCH * 96)))

    def _zoom(self) -> None:
        self._generation += 1
        for sheet in self.sheets:
            sheet.zoom(self.factor)
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._factor <= 0 and event.size() != event.oldSize():
            self._zoom()
        self._pause.start()

    @Slot()
    def _on_scroll(self) -> None:
        self._pause.start()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for sheet in self.sheets:
            if sheet.y() <= middle <= sheet.y() + sheet.height() + GAP:
                self.moved.emit(sheet.number)
                return

    @Slot()
    def _draw_visible(self) -> None:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        near = [sheet for sheet in self.sheets if sheet.y() <= bottom and sheet.y() + sheet.height() >= top]
        held = [sheet for sheet in self.sheets if sheet.image is not None and sheet not in near]
        for sheet in held[:max(0, len(held) - KEPT)]:
            sheet.forget()
        for sheet in near:
            if not sheet.asked:
                sheet.asked = True
                job = self._jobs.work(read_page, self._pdf, sheet.number, 96 * self.factor * self.devicePixelRatioF())
                job.ticket = (self._generation, sheet)
                job.then(self._on_image).start()

    @Slot(object)
    def _on_image(self, image: QImage) -> None:
        generation, sheet = cast(Job, self.sender()).ticket
        if generation == self._generation and sheet in self.sheets:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            sheet.take(image)
            self.drawn.emit(sheet.number)

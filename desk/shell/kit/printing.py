"""From PDF bytes to a printer: handed to the print queue where that can be asked (queueing), painted page by page elsewhere.

Tests hand in Printers of their own; a print never goes to a printer nobody named.
"""

from typing import Any

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk.core.documents.raster import PageImage, page_image
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.shell.kit.queueing import QueueRun, queue_command

DPI = 300
_FORMATS = {"BGRX": QImage.Format.Format_RGB32, "BGR": QImage.Format.Format_BGR888, "L": QImage.Format.Format_Grayscale8}


class Printers:
    """The printers of this computer."""

    def names(self) -> list[str]:
        """Names as the system shows them."""
        return QPrinterInfo.availablePrinterNames()

    def default(self) -> str:
        """The system's own choice, "" when there is none."""
        return QPrinterInfo.defaultPrinterName()

    def run(self, jobs: Any, name: str, pdf: bytes, sizes: Any, *, forget: bool = False, **more: Any) -> "PrintRun | QueueRun":
        """What prints `pdf` on the printer `name` once started. forget: the queue may not keep it after printing. more:
        copies, title, parent. Raises EnvironmentFault.
        """
        command = queue_command()
        if command and name in self.names():
            return QueueRun(jobs, command, name, pdf, sizes, forget=forget, **more)
        return PrintRun(jobs, self.make(name), pdf, sizes, **more)

    def make(self, name: str) -> QPrinter:
        """A printer to paint on. Raises EnvironmentFault when it is not there (any more)."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        if not name or not printer.isValid():
            raise EnvironmentFault(_("The printer {name} does not answer.").format(name=name),
                                   advice=_("Switch it on or choose another, then print again. The paper is kept."),
                                   retry=True)
        return printer


def qimage(image: PageImage) -> QImage:
    """The pixels as a QImage with a copy of its own."""
    made = QImage(image.data, image.width, image.height, image.stride, _FORMATS[image.format])
    return made.copy()


def read_page(_job: Any, pdf: bytes, page: int, dpi: float, grey: bool = False) -> QImage:
    """One page as a picture. Runs in a worker."""
    return qimage(page_image(pdf, page, dpi=dpi, grey=grey))


class PrintRun(QObject):
    """Prints `pdf` on `printer`. progressed(page, pages); done(); failed(exception); stop() ends after this page."""

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Any, printer: QPrinter, pdf: bytes, sizes: Any, *, copies: int = 1, title: str = "",
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._printer, self._pdf, self._sizes = jobs, printer, pdf, list(sizes)
        self._painter, self._page, self._stopped = QPainter(), 0, False
        printer.setDocName(title)
        printer.setFullPage(True)
        self._rounds = 1
        if printer.supportsMultipleCopies():
            printer.setCopyCount(copies)
        else:
            self._rounds = copies

    def start(self) -> None:
        """Begin with the first page."""
        self._lay_page(0)
        if not self._painter.begin(self._printer):
            self.failed.emit(EnvironmentFault(_("The printer could not be started."), advice=_(
                "Look whether it is on, has paper and is free, then print again. The paper is kept."), retry=True))
            return
        self._next()

    @Slot()
    def stop(self) -> None:
        """Print nothing further."""
        self._stopped = True

    @property
    def total(self) -> int:
        """Pages to paint, copies counted where the printer does not make them itself."""
        return len(self._sizes) * self._rounds

    def _next(self) -> None:
        number = self._page % len(self._sizes)
        job = self._jobs.work(read_page, self._pdf, number, DPI).labelled(
            _("Printing page {page} of {pages}").format(page=self._page + 1, pages=self.total))
        job.then(self._paint).otherwise(self._break_off).start()

    @Slot(object)
    def _paint(self, image: QImage) -> None:
        if self._stopped:
            self._printer.abort()
            self._painter.end()
            self.done.emit()
            return
        if self._page:
            self._lay_page(self._page % len(self._sizes))
            self._printer.newPage()
        whole = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), image)
        self._page += 1
        self.progressed.emit(self._page, self.total)
        if self._page < self.total:
            self._next()
        else:
            self._painter.end()
            self.done.emit()

    def _lay_page(self, number: int) -> None:
        width, height = self._sizes[number]
        size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter, "",
                         QPageSize.SizeMatchPolicy.FuzzyMatch)
        lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        self._printer.setPageLayout(QPageLayout(size, lying, QMarginsF(0, 0, 0, 0)))
        self._printer.setFullPage(True)

    @Slot(object)
    def _break_off(self, error: BaseException) -> None:
        self._printer.abort()
        self._painter.end()
        self.failed.emit(error)

"""The tray of pictures beside the counter: one ballot's picture at a time, its code read, its choices left to a person."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from desk.api import UserError, translator
from desk.api.qt import bits, px
from plugins.consultation.scans import PICTURES, Scan, open_picture, read_scans

_ = translator("consultation")


class ScanTray(QWidget):
    """came(str): a picture's code, as if typed. refused(UserError): pictures that cannot be used. The page calls `next`."""

    came = Signal(str)
    refused = Signal(object)

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.waiting, self.left_out = ctx, list[Scan](), list[Scan]()
        self.button = bits.button(_("From pictures"), self.choose, icon="upload")
        self.told = bits.label("", "muted", wrap=True)
        self.picture = bits.label()
        self.picture.setAccessibleName(_("Picture of the ballot"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.hide()
        self.setLayout(bits.column(bits.row(self.button, self.told), self.picture))

    @Slot()
    def choose(self) -> None:
        """Read the codes of a folder of pictures, or of a PDF's pages."""
        pattern = " ".join(f"*{one}" for one in (*PICTURES, ".pdf"))
        path = self.ctx.asker.open_file(_("Choose one picture: all of its folder are read"), _("Pictures") + f" ({pattern})")
        if path is not None:
            self.ctx.jobs.work(read_scans, path).then(self._on_scans).otherwise(self.refused.emit).start()

    @Slot(object)
    def _on_scans(self, scans: tuple[Scan, ...]) -> None:
        self.waiting = [one for one in scans if not one.problem]
        self.left_out = [one for one in scans if one.problem]
        if self.left_out:
            first = self.left_out[0]
            self.refused.emit(UserError(_("{n} pictures cannot be used. {name}: {problem}").format(
                n=len(self.left_out), name=first.path.name, problem=first.problem)))
        self.next()

    def next(self) -> None:
        """Show the next picture and hand its code over."""
        self._tell()
        if not self.waiting:
            self.clear()
            return
        scan = self.waiting.pop()
        self._show(scan)
        self.came.emit(scan.typed)

    @property
    def busy(self) -> bool:
        """Whether a picture is on show."""
        return self.picture.isVisibleTo(self)

    def clear(self) -> None:
        """No picture is on show."""
        self.picture.clear()
        self.picture.hide()

    def _show(self, scan: Scan) -> None:
        found = open_picture(scan.path, scan.page)
        image = QImage(found.tobytes(), found.width, found.height, found.width, QImage.Format.Format_Grayscale8)
        self.picture.setPixmap(QPixmap.fromImage(image).scaled(px(760), px(420), Qt.AspectRatioMode.KeepAspectRatio,
                                                               Qt.TransformationMode.SmoothTransformation))
        self.picture.show()

    def _tell(self) -> None:
        words = _("{n} pictures waiting").format(n=len(self.waiting)) if self.waiting else ""
        if self.left_out:
            words += "  " + _("{n} to be keyed in from paper").format(n=len(self.left_out))
        self.told.setText(words.strip())

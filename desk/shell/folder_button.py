"""A button that shows a folder in the system's own window of files."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from desk.shell.kit.icons import set_icon


class FolderButton(QPushButton):
    """`FolderButton(title, folder)`; not there while there is no such folder."""

    def __init__(self, title: str, folder: Path) -> None:
        super().__init__(title)
        self._folder = folder
        self.setAutoDefault(False)
        set_icon(self, "folder-open", "muted")
        self.clicked.connect(self.show_folder)
        if not folder.is_dir():
            self.hide()

    @Slot()
    def show_folder(self) -> None:
        """Open it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

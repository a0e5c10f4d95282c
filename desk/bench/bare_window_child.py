"""The floor: the smallest PySide6 window, painted once. Run as `python -m desk.bench.bare_window_child`."""

import json
import sys
import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Smallest(QMainWindow):
    """A title and a label."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Desk")
        self.resize(1280, 720)
        self.setCentralWidget(QLabel("Desk"))
        self._painted = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, tell)
        return done


def tell() -> None:
    """Moment and main-thread CPU at the first paint; then end."""
    found = {"painted": {"at": time.monotonic(), "cpu": time.thread_time()}}
    sys.stdout.write(json.dumps(found) + "\n")
    QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Smallest()
    window.show()
    application.exec()

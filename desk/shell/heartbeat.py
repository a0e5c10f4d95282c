"""Notices that the window stands still, and whose code it is in; the next start can then say which plugin it was.

Code in the window's own thread cannot be interrupted. But another thread can look where it is.
"""

import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QTimer, Slot

BEAT = 500
"""Milliseconds between two signs of life of the window's thread."""
PATIENCE = 8.0
"""Seconds without one after which it is looked where the thread is."""


class Heartbeat(QObject):
    """stuck(plugin_id) is told once, in a thread of its own, when the window stands still in a plugin's code; stuck("") when it
    goes on after all."""

    def __init__(self, stuck: Callable[[str], None], *, patience: float = PATIENCE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stuck, self._patience = stuck, patience
        self._last, self._named = time.monotonic(), ""
        self._watched = threading.get_ident()
        self._over = threading.Event()
        self._timer = QTimer(self, interval=min(BEAT, int(patience * 250)))
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """From now on, until `end`."""
        self._last = time.monotonic()
        self._timer.start()
        threading.Thread(target=self._look, name="heartbeat", daemon=True).start()

    def end(self) -> None:
        """The window is closed."""
        self._timer.stop()
        self._over.set()

    @Slot()
    def _beat(self) -> None:
        self._last = time.monotonic()
        if self._named:
            self._named = ""
            self._stuck("")

    def _look(self) -> None:
        while not self._over.wait(self._patience / 4):
            if not self._named and time.monotonic() - self._last > self._patience:
                self._named = plugin_at(sys._current_frames().get(self._watched))
                if self._named:
                    self._stuck(self._named)


def plugin_at(frame: FrameType | None) -> str:
    """The plugin whose code is innermost, the desk's own passed over; "" where there is none."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith("plugins."):
            return name.split(".")[1]
        frame = frame.f_back
    return ""

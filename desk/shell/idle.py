"""An unattended desk locks itself: no key and no click for a while, and the cover comes down.

The filter sits on windows, where keys and the mouse arrive, not on the application: there every event of every widget would go
through Python, and at the first one of a class Python does not know, all of Qt's classes would be looked through (20 ms).
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desk.core.clock import Clock

MINUTES = 10
"""Unless the setting says otherwise; 0 never locks."""
SETTING = "desk.lock_minutes"
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
            QEvent.Type.MouseMove}


class IdleWatch(QObject):
    """Signal idle(): nobody has touched the desk for `minutes`. Looks once in twenty seconds, also after sleep."""

    idle = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self.minutes, self._last = clock, MINUTES, clock.now()
        self._timer = QTimer(self, interval=20_000)
        self._timer.timeout.connect(self.look)
        app = _application()
        app.focusWindowChanged.connect(self._watch_windows)
        app.inputMethod().cursorRectangleChanged.connect(self.touched)  # an input method's keys reach no window

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self.minutes, self._last = minutes, self._clock.now()
        self._watch_windows()
        self._timer.start()

    def stop(self) -> None:
        """Nobody is signed in, or it is locked already."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell when it has been too long. A clock set back counts as touched now, so that it cannot keep the desk open."""
        now = self._clock.now()
        self._last = min(self._last, now)
        if self.minutes and (now - self._last).total_seconds() >= self.minutes * 60:
            self.idle.emit()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._last = self._clock.now()

    @Slot()
    def _watch_windows(self) -> None:
        """A dialog is a window too; to put the filter on one twice does nothing."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False


def _application() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app

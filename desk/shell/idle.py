"""An unattended desk locks itself: no key and no click for a while, and the cover comes down."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from desk.core.clock import Clock

MINUTES = 10
"""Unless the setting says otherwise; 0 never locks."""
SETTING = "desk.lock_minutes"
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
            QEvent.Type.InputMethod, QEvent.Type.MouseMove}


class IdleWatch(QObject):
    """Signal idle(): nobody has touched the desk for `minutes`. Looks once in twenty seconds, also after sleep."""

    idle = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self.minutes, self._last = clock, MINUTES, clock.now()
        self._timer = QTimer(self, interval=20_000)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self.minutes, self._last = minutes, self._clock.now()
        _application().installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nobody is signed in, or it is locked already."""
        _application().removeEventFilter(self)
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell when it has been too long. A clock set back counts as touched now, so that it cannot keep the desk open."""
        now = self._clock.now()
        self._last = min(self._last, now)
        if self.minutes and (now - self._last).total_seconds() >= self.minutes * 60:
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._last = self._clock.now()
        return False


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app

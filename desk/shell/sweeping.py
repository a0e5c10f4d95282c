"""Python's garbage is collected on the UI thread only.

Widgets in reference cycles are destroyed by whichever thread happens to collect; a timer or a widget destroyed off its own
thread is a warning at best and a crash at worst. So while workers run, the automatic collection is off and the UI thread
sweeps once a second by the same thresholds; between jobs everything is as usual.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1000
"""Milliseconds between two looks while workers run."""


class Sweeper(QObject):
    """hold() before a worker starts, release() when the last one has ended; both on the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.sweep)

    def hold(self) -> None:
        """From now on only `sweep` collects."""
        if not self._held and gc.isenabled():
            gc.disable()
            self._held = True
            self._timer.start()

    def release(self) -> None:
        """Back to the automatic collection."""
        if self._held:
            self._timer.stop()
            self._held = False
            gc.enable()

    @Slot()
    def sweep(self) -> None:
        """Collect the oldest generation that is over its threshold."""
        due = [generation for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if most and count > most]
        if due:
            gc.collect(max(due))

"""A long job in sight: its name, the count, how far it is, and a way to stop it that leaves nothing half done."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar

from desk.core.i18n import _
from desk.shell.kit import bits


class ProgressPanel(QFrame):
    """`ProgressPanel(_("Importing residents"))`, then `watch(job)` before the job starts. over(): however it ended."""

    over = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._job: Any = None
        self._title = bits.label(title, "section")
        self.words = bits.label(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.stop_button = bits.button(_("S&top"), self.stop)
        head = bits.row(self._title, None, self.stop_button)
        self.setLayout(bits.column(head, self.bar, self.words, margins=12))
        self.hide()

    def watch(self, job: Any) -> Any:
        """Follow `job`, which has not started yet; answers it."""
        self._job = job
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_over)
        self.bar.setRange(0, 0)
        self.words.setText("")
        self.stop_button.setEnabled(True)
        self.show()
        return job

    @Slot()
    def stop(self) -> None:
        """Ask the job to stop; it answers when it is safe to."""
        if self._job is not None:
            self._job.cancel()
            self.stop_button.setEnabled(False)
            self.words.setText(_("Stopping…"))

    @Slot(int, int, str)
    def _on_progress(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        count = f"{done:,} / {total:,}" if total else f"{done:,}"
        self.words.setText(f"{text} {count}".strip())
        self.bar.setAccessibleDescription(self.words.text())

    @Slot()
    def _on_cancelled(self) -> None:
        self.words.setText(_("Stopped. Nothing half-done was kept."))

    @Slot()
    def _on_over(self) -> None:
        self._job = None
        self.hide()
        self.over.emit()

"""The bottom line: is the data safe, and what is being done just now.

Up to 300 ms nothing is shown of a job, then its name, from two seconds on its progress and a way to stop it.
"""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desk.core.clock import Clock, hall_time
from desk.core.i18n import _, ngettext
from desk.shell import theme
from desk.shell.jobs import Job
from desk.shell.kit import bits
from desk.shell.ports import Status

SHOW_AFTER, STOP_AFTER = 300, 2000
"""Milliseconds until a job is named, and until it can be stopped."""


class StatusLine(QFrame):
    """Signal pressed(): she wants to know more of the state shown."""

    pressed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self._clock = clock
        self._job: Job | None = None
        self.words = bits.label("", "small")
        self.trouble = bits.button("", self.pressed, link=True)
        self.trouble.hide()
        self.doing = bits.label("", "small")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(theme.px(160))
        self.stop = bits.button(_("Stop"), self._stop, link=True)
        row = bits.row(self.words, self.trouble, None, self.doing, self.bar, self.stop, spacing=8)
        row.setContentsMargins(12, 2, 12, 2)
        self.setLayout(row)
        self._soon = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._soon.timeout.connect(self._name_it)
        self._later = QTimer(self, singleShot=True, interval=STOP_AFTER)
        self._later.timeout.connect(self._offer_stop)
        self.watch(None)

    def show_status(self, status: Status) -> None:
        """Say whether the data is encrypted, when it was last backed up, how many plugins run."""
        parts = [_("Data encrypted") if status.encrypted else _("Data not encrypted"), self._backup_words(status),
                 ngettext("{n} plugin on", "{n} plugins on", status.plugins_on).format(n=status.plugins_on)]
        self.words.setText(" · ".join(parts))
        self.trouble.setVisible(bool(status.troubled))
        self.trouble.setText(_("Stopped by an error: {plugins}").format(plugins=", ".join(status.troubled)))

    @Slot(object)
    def watch(self, job: Job | None) -> None:
        """Show the state of `job`, or of none."""
        if job is self._job and job is not None:
            return
        if self._job is not None:
            self._job.progressed.disconnect(self._progress)
        self._job = job
        for part in (self.doing, self.bar, self.stop):
            part.hide()
        for timer in (self._soon, self._later):
            timer.stop()
            if job is not None:
                timer.start()
        if job is not None:
            self.doing.setText(job.label + "…")
            job.progressed.connect(self._progress)

    def _backup_words(self, status: Status) -> str:
        if status.last_backup is None:
            return _("No backup yet")
        at, today = hall_time(status.last_backup), self._clock.today()
        if at.date() == today:
            return _("Last backup today {time}").format(time=at.strftime("%H:%M"))
        return _("Last backup {date}").format(date=at.date().isoformat())

    @Slot()
    def _name_it(self) -> None:
        self.doing.show()

    @Slot()
    def _offer_stop(self) -> None:
        if self._job is not None and self._job.lane != "write":
            self.stop.show()

    @Slot(int, int, str)
    def _progress(self, done: int, total: int, text: str) -> None:
        label = text or (self._job.label if self._job else "")
        self.doing.setText(f"{label} {done:,} / {total:,}")
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setVisible(self.doing.isVisible())

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.doing.setText(_("Stopping…"))

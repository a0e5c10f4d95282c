"""A paper handed to the computer's print queue as it is: sharp letters, and an answer whether the queue took it.

Qt's own way paints pictures and says nothing when a queue refuses them or no print service runs; a clerk would believe the
paper to be printed. Where the system has the command of its print service (CUPS), it is asked instead.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.shell.kit.queue_purge import purge

PATIENCE = 60.0
"""Seconds a queue may take to accept a paper; it does so before it prints."""
PRINTING = 300.0
"""Seconds a paper that nobody may keep is waited for until it is printed."""
_JOB = re.compile(r"\S+-\d+")
_NAMED = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}
"""Shorter and longer edge in mm → the paper as queues call it."""


def queue_command() -> str:
    """The print service's command, "" where there is none (Windows)."""
    return "" if sys.platform == "win32" else shutil.which("lp") or ""


def media(size: tuple[float, float]) -> str:
    """A page's size (mm) as queues name it: A4, Custom.86x54mm."""
    short, long = sorted(round(edge) for edge in size)
    return _NAMED.get((short, long), f"Custom.{short}x{long}mm")


def send_to_queue(_job: Any, command: str, queue: str, pdf: bytes, options: Sequence[str]) -> str:
    """Hand the paper over; answers the queue's name of it ("laser-7"). Raises EnvironmentFault with the service's own words
    when it is not taken. Runs in a worker.
    """
    advice = _("Look whether the printer is on and switched on in the system's printer settings, then print again. "
               "The paper is kept.")
    try:
        ended = subprocess.run([command, "-d", queue, *options], input=pdf, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        silent = _("The printer {name} does not answer.").format(name=queue)
        raise EnvironmentFault(silent, advice=advice, retry=True) from error
    if ended.returncode:
        why = ended.stderr.decode("utf-8", "replace").strip().removeprefix("lp: ")[:200]
        raise EnvironmentFault(_("The printer {name} did not take the paper: {why}").format(name=queue, why=why),
                               advice=advice, retry=True)
    found = _JOB.search(ended.stdout.decode("utf-8", "replace"))
    return found.group() if found else ""


def forget_in_queue(job: Any, name: str) -> bool:
    """Wait until the paper `name` is printed, then delete it from the queue, which would keep it for a day; False when it
    lies there still. Runs in a worker.
    """
    ask = shutil.which("lpstat")
    if not (name and ask):
        return False
    end = time.monotonic() + PRINTING
    while name in _said(ask, "-W", "not-completed", "-o").split():
        if time.monotonic() > end:
            return False
        job.progress(0, 0)
        time.sleep(0.5)
    return purge(name)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False).stdout


class QueueRun(QObject):
    """Hands `pdf` to a queue. progressed(page, pages); done() once the queue has taken it; failed(exception).

    forget: once printed, the queue may not keep it either; left(): it does, and an administrator has to see to it.
    """

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(object)
    left = Signal()

    def __init__(self, jobs: Any, command: str, queue: str, pdf: bytes, sizes: Sequence[tuple[float, float]], *,
                 copies: int = 1, title: str = "", forget: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._forget = jobs, forget
        options = ("-n", str(copies), "-t", title or "desk", "-o", f"media={media(sizes[0])}", "-o", "print-scaling=none",
                   "-o", "sides=one-sided")
        self._job = jobs.work(send_to_queue, command, queue, pdf, options).labelled(_("Handing the paper to the printer"))
        self._pages = len(sizes) * copies

    def start(self) -> None:
        """Hand it over."""
        self._job.then(self._on_taken).otherwise(self.failed.emit).start()

    @Slot(object)
    def _on_taken(self, name: str) -> None:
        self.progressed.emit(self._pages, self._pages)
        self.done.emit()
        if self._forget:
            job = self._jobs.work(forget_in_queue, name).labelled(_("Deleting the printed paper from the print queue"))
            job.then(self._on_forgotten).otherwise(self._on_kept).start()

    @Slot(object)
    def _on_forgotten(self, gone: bool) -> None:
        if not gone:
            self.left.emit()

    @Slot(object)
    def _on_kept(self, _error: object) -> None:
        self.left.emit()

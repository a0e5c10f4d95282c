"""Data from a backup, before anybody has signed in: on a new computer, or where the data file is damaged or gone."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desk.core.i18n import _
from desk.shell.asker import Asker
from desk.shell.jobs import JobContext, JobRunner
from desk.shell.ports import Opening

if TYPE_CHECKING:
    from desk.core.backup.archive import Backup

MOST = 5
"""Backups offered by their time; older ones are found as files."""
FROM_FILE = "file"


class GettingBack(QObject):
    """done(): the data are there. page: says what is being done and what went wrong (`wait(words)`, `fail(error)`)."""

    done = Signal()

    def __init__(self, opening: Opening, jobs: JobRunner, asker: Asker, page: Any) -> None:
        super().__init__(page)
        self._opening, self._jobs, self._asker, self._page = opening, jobs, asker, page

    def begin(self) -> None:
        """Ask which backup: one that lies in the data folder, or else a file."""
        if self._opening.restored is not None:
            self._jobs.work(_there, self._opening).then(self._ask).otherwise(self._page.fail).start()

    @Slot(object)
    def _ask(self, found: "list[Backup]") -> None:
        from desk.core.clock import hall_time

        chosen: Any = FROM_FILE
        if found:
            titles = [(backup.path, f"{hall_time(backup.made_at):%Y-%m-%d %H:%M}") for backup in found[:MOST]]
            chosen = self._asker.choose(_("Which backup?"), [*titles, (FROM_FILE, _("Another file…"))],
                                        detail=_("What was entered after it was made is not in it."))
        path = self._asker.open_file(_("Which backup?"), "*.deskbackup") if chosen == FROM_FILE else chosen
        if path is not None:
            self._page.wait(_("Getting the data back…"))
            job = self._jobs.work(_restored, self._opening, path).labelled(_("Getting the data back"))
            job.then(self._over).otherwise(self._page.fail).start()

    @Slot(object)
    def _over(self, _nothing: object) -> None:
        self.done.emit()


def _there(_context: JobContext, opening: Opening) -> "list[Backup]":
    from desk.core.backup.archive import list_backups

    return list_backups(opening.paths.backups)


def _restored(_context: JobContext, opening: Opening, path: Path) -> None:
    assert opening.restored is not None
    opening.restored(path)

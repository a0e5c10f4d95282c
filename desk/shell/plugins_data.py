"""The end of a plugin's life in the window: its program taken away, its data archived, and only then deleted."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desk.core.i18n import _
from desk.shell.context import HouseContext

if TYPE_CHECKING:
    from desk.core.leftovers.purge import Going
    from desk.host.states import PluginStatus


class DataCare(QObject):
    """Asks, does, tells. `changed`: something else holds from the next start on; `archived(plugin id)`: a file was made."""

    changed = Signal()
    archived = Signal(str)

    def __init__(self, ctx: HouseContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._status: PluginStatus | None = None

    def remove(self, status: "PluginStatus", places: Any) -> None:
        """Take the program away; its data stay."""
        detail = _("Its data stay here: they can be read, archived, and come back with the plugin.")
        act = _("Remove {name}").format(name=status.title)
        if self._ctx.asker.confirm(_("Remove the program of {name}?").format(name=status.title), detail=detail, yes=act,
                                   danger=True):
            from desk.host.install_verbs import remove_plugin

            self._ctx.jobs.write(remove_plugin, places, status.id).by(self).then(self._removed).start()

    def archive(self, status: "PluginStatus") -> None:
        """Write everything it keeps here into one file, counted after it was written."""
        from desk.core.leftovers.archive import archive_plugin

        self._status = status
        job = self._ctx.jobs.write(archive_plugin, status.id, self._ctx.desk.archive_folder)
        job.labelled(_("Archiving the data of {name}").format(name=status.title)).by(self).then(self._archived).start()

    def purge(self, status: "PluginStatus", archive: Path) -> None:
        """Delete what the archive holds, after it was looked at once more, told in numbers, and the id typed."""
        from desk.core.leftovers.purge import look_ahead

        self._status, self._archive = status, archive
        job = self._ctx.jobs.read(look_ahead, status.id, archive).labelled(_("Checking the archive"))
        job.by(self).then(self._looked).start()

    @Slot(object)
    def _looked(self, going: "Going") -> None:
        assert self._status is not None
        status, archive = self._status, self._archive
        typed = self._ctx.asker.ask_text("\n".join((
            _("Everything that “{name}” keeps here will be deleted for good: {rows} rows in {tables} tables, {files} files "
              "among them. The archive {file} was checked; it holds {archived} rows.").format(
                name=status.title, rows=going.rows, tables=going.tables, files=going.files, file=archive.name,
                archived=going.archived),
            _("What stays: {prints} prints, {numbers} given numbers, {others} other entries that must be kept, and the audit "
              "trail. Type the name {name} to delete.").format(prints=going.prints, numbers=going.numbers,
                                                              others=going.others, name=status.title))))
        if typed is None:
            return
        if typed.strip().casefold() not in (status.id, status.title.casefold()):
            self._ctx.notify(_("“{typed}” is not the name {name}; nothing was deleted.").format(
                typed=typed.strip(), name=status.title), "waiting")
            return
        job = self._ctx.jobs.work(_back_up, self._ctx.desk).labelled(_("Making a backup first"))
        job.by(self).then(self._backed_up).start()

    @Slot(object)
    def _backed_up(self, _nothing: object) -> None:
        from desk.core.leftovers.purge import purge_plugin

        assert self._status is not None
        job = self._ctx.jobs.write(purge_plugin, self._status.id, self._archive).labelled(_("Deleting the data"))
        job.by(self).then(self._purged).start()

    @Slot(object)
    def _removed(self, _nothing: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _purged(self, rows: object) -> None:
        self._ctx.notify(_("{rows} rows were deleted.").format(rows=rows))
        self.changed.emit()

    @Slot(object)
    def _archived(self, file: object) -> None:
        self._ctx.asker.inform(_("The data are archived and counted: {file}").format(file=file),
                               detail=_("The archive is not encrypted; keep it where only you can open it."))
        self.archived.emit(self._status.id if self._status else "")


def archives_in(folder: Path) -> dict[str, Path]:
    """Plugin → its newest archive."""
    found: dict[str, Path] = {}
    for file in sorted(folder.glob("*-*.zip")):
        found[file.name.partition("-")[0]] = file
    return found


def _back_up(_context: Any, desk: Any) -> None:
    desk.back_up_quietly()

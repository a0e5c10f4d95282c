"""A hall's set-up as one file: written here for other halls, or taken over after every line was shown."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import finalize

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.i18n import _
from desk.shell.context import HouseContext
from desk.shell.kit import bits

if TYPE_CHECKING:
    from desk.core.setupfile.applying import SetupChange
    from desk.core.setupfile.file import SetupFile


class SetupPage(QWidget):
    """Two acts, and between them the preview: what would change, line by line, and which plugins come with the file."""

    def __init__(self, ctx: HouseContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.ctx = ctx
        self._told: SetupFile | None = None
        self._waiting: list[tuple[Any, Path]] = []
        self._scratch = Path(tempfile.mkdtemp(prefix="desk-setup-"))
        finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)
        lead = bits.label(_("Plugins, settings, number words, roles, rules of votes and procedures, for other halls of the "
                            "street. No person and no record is in the file."), "muted", wrap=True)
        self.write = bits.button(_("&Write the set-up into a file…"), self._write, icon="upload")
        self.choose = bits.button(_("&Look at a set-up file…"), self._choose, icon="download", main=True)
        self.take = bits.button(_("&Take it over"), self._take, icon="check", main=True)
        self.summary = bits.label("", "section", wrap=True)
        self.lines = bits.column(None, spacing=4)
        inside = QWidget()
        inside.setLayout(self.lines)
        self.preview = bits.card(bits.column(bits.row(self.summary, None, self.take), bits.scrolled(inside), margins=16))
        self.preview.hide()
        head = bits.row(bits.label(_("Set-up of the hall"), "title"), None, self.write, self.choose)
        layout = bits.column(head, lead, self.preview, margins=16, spacing=12)
        layout.addStretch(1)
        layout.setStretchFactor(self.preview, 100)
        self.setLayout(layout)

    def first_focus(self) -> QWidget:
        return self.choose

    @Slot()
    def _write(self) -> None:
        pattern = _("Set-up files") + " (*.desksetup)"
        file = self.ctx.asker.save_file(_("Write the set-up into a file"), "setup.desksetup", pattern)
        if file is not None:
            from desk.host.setup import export_setup

            self.ctx.jobs.read(export_setup, file).by(self).then(self._written).start()

    @Slot(object)
    def _written(self, file: object) -> None:
        self.ctx.notify(_("The set-up is written to {file}.").format(file=file))

    @Slot()
    def _choose(self) -> None:
        file = self.ctx.asker.open_file(_("Look at a set-up file"), _("Set-up files") + " (*.desksetup)")
        if file is not None:
            self.look(file)

    def look(self, file: Path) -> None:
        """Read a file and show what it would change; nothing is changed."""
        scratch = self._scratch
        self.ctx.jobs.work(_read, self.ctx.desk, file, scratch).by(self).then(self._read).start()

    @Slot(object)
    def _read(self, found: "tuple[SetupFile, list[tuple[Any, Path]]]") -> None:
        from desk.core.setupfile.applying import plan

        self._told, self._waiting = found
        self.ctx.jobs.read(plan, self._told.parts).by(self).then(self._planned).start()

    @Slot(object)
    def _planned(self, changes: "list[SetupChange]") -> None:
        from desk.shell.setup_words import change_words

        assert self._told is not None
        bits.empty(self.lines)
        for proposal, _file in self._waiting:
            manifest = proposal.package.manifest
            self.lines.addWidget(bits.label(_("Installs {name} {version}. {signature}").format(
                name=manifest.name, version=manifest.version, signature=proposal.signature), wrap=True))
        for change in changes:
            self.lines.addWidget(bits.label(change_words(change, self.ctx.desk.contributions), wrap=True))
        self.lines.addStretch(1)
        words = (_("{n} lines would change.").format(n=len(changes)) if changes
                 else _("nothing to change, this hall is set up so already."))
        self.summary.setText(f"{self._told.hall}: {words}")
        self.take.setEnabled(bool(changes or self._waiting))
        self.preview.show()
        if self.take.isEnabled():
            self.take.setFocus()

    @Slot()
    def _take(self) -> None:
        """The plugins first, one after the other, then everything else in one step."""
        detail = _("Plugins are programs inside the desk and are fully trusted.") if self._waiting else ""
        if self.ctx.asker.confirm(_("Take this set-up over?"), detail=detail, yes=_("Take it over"),
                                  danger=bool(self._waiting)):
            self._next()

    @Slot(object)
    def _next(self, _before: object = None) -> None:
        if self._waiting:
            from desk.host.install_verbs import install_plugin

            proposal, file = self._waiting.pop(0)
            places = self.ctx.desk.plugin_places()
            job = self.ctx.jobs.write(install_plugin, places, file, proposal.package.sha256, True)
            job.labelled(_("Installing the plugin")).by(self).then(self._next).start()
            return
        from desk.core.setupfile.applying import apply_setup

        assert self._told is not None
        self.ctx.jobs.write(apply_setup, self._told.parts).labelled(_("Saving")).by(self).then(self._taken).start()

    @Slot(object)
    def _taken(self, lines: object) -> None:
        self.preview.hide()
        self.choose.setFocus()
        self.ctx.notify(_("{n} lines were changed; switches take effect at the next start.").format(n=lines))


def _read(_context: Any, desk: Any, file: Path, scratch: Path) -> "tuple[SetupFile, list[tuple[Any, Path]]]":
    from desk.core.setupfile.file import read_setup
    from desk.host.setup import lacking_packages

    told = read_setup(file)
    return told, list(lacking_packages(told.packages, desk.plugin_places(), scratch))

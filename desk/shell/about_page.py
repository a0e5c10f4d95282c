"""About: which desk this is, where its data lie, whose work it stands on, and what the LGPL asks to be shown."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from desk import API_VERSION, __version__
from desk.core.i18n import N_, _
from desk.core.paths import RESOURCES
from desk.shell.context import HouseContext
from desk.shell.folder_button import FolderButton
from desk.shell.kit import bits

PARTS = (
    ("Qt, PySide6", "LGPL-3.0", N_("window, printing")), ("psycopg, python-stdnum", "LGPL", N_("server, numbers")),
    ("SQLAlchemy, Alembic, pluggy", "MIT", N_("data, plugins")), ("SQLCipher, SQLite", "zlib, BSD", N_("data file")),
    ("ReportLab, pypdfium2, fontTools", "BSD, Apache-2.0, MIT", N_("papers")),
    ("Noto Serif SC, Noto Sans SC", "OFL-1.1", N_("fonts")), ("Lucide", "ISC", N_("icons")),
)


class AboutPage(QWidget):
    """One page to read; nothing to do but copy it for a question to whoever helps."""

    def __init__(self, ctx: HouseContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(_("About"))
        notice = RESOURCES.parent / "THIRD-PARTY-NOTICES.md"
        lines = [bits.label(line, select=True) for line in self._facts(ctx)]
        logs = ctx.desk.log_folder
        words = _("Log of what went wrong, without anything of people: {path}").format(path=logs)
        log = bits.row(bits.label(words, select=True), FolderButton(_("Open the log's folder"), logs), None)
        facts = bits.card(bits.column(*lines, log, margins=16, spacing=6))
        lgpl = bits.label(_(
            "This program uses Qt and PySide6 under the LGPL-3.0, and psycopg and python-stdnum under the LGPL. You may "
            "replace them with your own versions: they lie as separate files in the folder of Python's packages. Their "
            "sources are offered by The Qt Company and on the Python Package Index."), wrap=True)
        whole = bits.label(_("All parts and licences: {path}").format(path=notice), "muted", wrap=True, select=True)
        parts = [bits.label(f"{name} · {licence} · {_(what)}") for name, licence, what in PARTS]
        thanks = bits.card(bits.column(bits.label(_("It stands on"), "section"), *parts, lgpl, whole, margins=16, spacing=6))
        self.setLayout(bits.column(bits.label(_("About"), "title"), facts, thanks, None, margins=16, spacing=12))

    def _facts(self, ctx: HouseContext) -> list[str]:
        return [_("Desk {version}, plugins' interface {api}").format(version=__version__, api=API_VERSION),
                _("Licence: Apache-2.0"), ctx.hall,
                _("Python {python}, Qt {qt}, PySide6 {pyside}, {system}").format(
                    python=platform.python_version(), qt=qVersion(), pyside=pyside_version, system=platform.platform())]

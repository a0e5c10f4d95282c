"""F1: which keys do what, on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desk.core.i18n import N_, _
from desk.shell.commands import Command
from desk.shell.kit import bits

KEYS = (
    ("Ctrl+K", N_("Find a person, a matter or a command")), ("Alt+1 … Alt+9", N_("Pages of the sidebar")),
    ("Alt+Home", N_("Home")), ("Esc", N_("Back, or close what is open")), ("F5", N_("Read this page anew")),
    ("F6", N_("Sidebar, box, page in turn")), ("Ctrl+N", N_("New record in a list")),
    ("Ctrl+F", N_("Search in the list, or in the settings")),
    ("Ctrl+Enter", N_("The main action of the page")), ("Ctrl+S", N_("Save")), ("Ctrl+P", N_("Print")),
    ("Ctrl+L", N_("Lock the desk")), ("Ctrl+Q", N_("Quit the desk")),
)


class KeysSheet(QDialog):
    """A plain table of keys: those of every page, then those of what she may begin from anywhere."""

    def __init__(self, parent: QWidget | None = None, commands: Sequence[Command] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        everywhere = [(keys, _(what)) for keys, what in KEYS]
        begun = [(command.shortcut, command.title) for command in commands if command.shortcut]
        for row, (keys, what) in enumerate([*everywhere, *begun]):
            grid.addWidget(bits.label(keys, "section"), row, 0)
            grid.addWidget(bits.label(what), row, 1)
        close = bits.button(_("Close"), self.accept, main=True)
        self.setLayout(bits.column(grid, 8, bits.row(None, close), margins=24))
        close.setFocus()

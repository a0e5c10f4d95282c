"""F1: which keys do what, on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desk.core.i18n import N_, _
from desk.shell.kit import bits

KEYS = (
    ("Ctrl+K", N_("Find a person, a matter or a command")), ("Alt+1 … Alt+9", N_("Pages of the sidebar")),
    ("Alt+Home", N_("Home")), ("Esc", N_("Back, or close what is open")), ("F5", N_("Read this page anew")),
    ("F6", N_("Sidebar, box, page in turn")), ("Ctrl+N", N_("New record in a list")),
    ("Ctrl+Enter", N_("The main action of the page")), ("Ctrl+S", N_("Save")), ("Ctrl+P", N_("Print")),
    ("Ctrl+L", N_("Lock the desk")), ("Ctrl+Q", N_("Quit the desk")),
)


class KeysSheet(QDialog):
    """A plain table of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (keys, what) in enumerate(KEYS):
            grid.addWidget(bits.label(keys, "section"), row, 0)
            grid.addWidget(bits.label(_(what)), row, 1)
        close = bits.button(_("Close"), self.accept, main=True)
        self.setLayout(bits.column(grid, 8, bits.row(None, close), margins=24))
        close.setFocus()

"""Finding one of a hundred settings: by a word of it, or only those that still wait to be confirmed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.kit import bits, icons
from desk.shell.setting_row import SettingRow


class FindBar(QWidget):
    """changed(): other settings are to be shown. Ctrl+F goes to it, Esc in it shows all again."""

    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find a setting (Ctrl+F)"))
        self.words.setAccessibleName(self.words.placeholderText())
        icons.lead_with(self.words, "search")
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(theme.px(300))
        self.open_only = QPushButton(_("To be confirmed"))
        self.open_only.setProperty("chip", "true")
        self.open_only.setCheckable(True)
        self.open_only.setAutoDefault(False)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self.changed)
        self.open_only.toggled.connect(self.changed)
        QShortcut(QKeySequence("Ctrl+F"), page, self._go)
        self.setLayout(bits.row(self.words, self.open_only, None))

    def fits(self, row: SettingRow) -> bool:
        """Whether `row` is to be shown. What was changed here and is not saved stays in sight."""
        wanted = self.words.text().casefold().split()
        return (row.is_changed or not self.open_only.isChecked() or row.needs_confirming) and all(
            word in row.words for word in wanted)

    @property
    def narrows(self) -> bool:
        """Whether fewer than all are shown."""
        return bool(self.words.text().strip()) or self.open_only.isChecked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.words.text():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else Esc would leave the page before it clears the search
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.words.clear()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _go(self) -> None:
        self.words.setFocus()
        self.words.selectAll()


class SettingsCard(QWidget):
    """The settings of one plugin below its name, a line between each two."""

    def __init__(self, title: str, rows: Sequence[SettingRow]) -> None:
        super().__init__()
        self._rows, self._lines = rows, [bits.hairline() for _row in rows]
        parts = [part for pair in zip(self._lines, rows, strict=True) for part in pair]
        card = bits.card(bits.column(bits.label(title, "section"), *parts, margins=16, spacing=8))
        self.setLayout(bits.column(card))

    def narrow(self, fits: Callable[[SettingRow], bool]) -> int:
        """Show the rows that fit and nothing at all when none does; answers how many are shown."""
        shown = 0
        for line, row in zip(self._lines, self._rows, strict=True):
            fitting = fits(row)
            line.setVisible(fitting and shown > 0)
            row.setVisible(fitting)
            shown += fitting
        self.setVisible(shown > 0)
        return shown

"""The page shown when the desk cannot be opened: what is wrong, what to do, try again or leave."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.faults import Told, told
from desk.shell.kit import bits


class StartFaultPage(QWidget):
    """Signals: again(), left(), restored(): a backup is to take the place of the data. restorable: whether one can."""

    again = Signal()
    left = Signal()
    restored = Signal()

    def __init__(self, what: Told, *, restorable: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self._report = what.report
        parts: list[QWidget | int] = [bits.label(_("The data cannot be opened"), "title")]
        parts += [bits.label(text, wrap=True, select=True) for text in (what.text, what.advice) if text]
        back = [bits.button(_("&Get a backup back…"), self.restored, icon="undo-2", main=True)] if restorable else []
        again = bits.button(_("Try again"), self.again, main=not restorable)
        self._buttons = buttons = QWidget()
        row = bits.row(*back, again, bits.button(_("Quit the desk"), self.left), None)
        buttons.setLayout(row)
        self.wait_words = bits.label("", "mark", wrap=True)
        self.wait_words.hide()
        if what.report:
            field = QPlainTextEdit(what.report, readOnly=True)
            field.setAccessibleName(_("Report"))
            field.setTabChangesFocus(True)
            field.setMaximumHeight(theme.px(180))
            parts += [bits.label(_("The report holds no names, numbers or contents:"), "small"), field]
            row.insertWidget(row.count() - 1, bits.button(_("Copy the report"), self._copy, icon="copy"))
        panel = bits.card(bits.column(*parts, 8, self.wait_words, buttons, margins=24))
        panel.setFixedWidth(theme.px(640))
        self.setLayout(bits.column(None, bits.row(None, panel, None), None))

    def wait(self, words: str) -> None:
        """What is being done meanwhile."""
        self._say(words)
        self._buttons.setEnabled(False)

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """It did not work; another backup may be tried."""
        found = told(error)
        self._say(f"{found.text} {found.advice}".strip())
        self._buttons.setEnabled(True)

    def _say(self, words: str) -> None:
        self.wait_words.setText(words)
        self.wait_words.show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

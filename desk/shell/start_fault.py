"""The page shown when the desk cannot be opened: what is wrong, what to do, try again or leave."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.faults import Told
from desk.shell.kit import bits


class StartFaultPage(QWidget):
    """Signals: again(), left()."""

    again = Signal()
    left = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.setObjectName("page")
        self._report = told.report
        parts: list[QWidget | int] = [bits.label(_("The data cannot be opened"), "title")]
        parts += [bits.label(text, wrap=True, select=True) for text in (told.text, told.advice) if text]
        again = bits.button(_("Try again"), self.again, main=True)
        buttons = QWidget()
        row = bits.row(again, bits.button(_("Quit the desk"), self.left), None)
        buttons.setLayout(row)
        if told.report:
            field = QPlainTextEdit(told.report, readOnly=True)
            field.setAccessibleName(_("Report"))
            field.setTabChangesFocus(True)
            field.setMaximumHeight(theme.px(180))
            parts += [bits.label(_("The report holds no names, numbers or contents:"), "small"), field]
            row.insertWidget(2, bits.button(_("Copy the report"), self._copy, icon="copy"))
        panel = bits.card(bits.column(*parts, 8, buttons, margins=24))
        panel.setFixedWidth(theme.px(640))
        self.setLayout(bits.column(None, bits.row(None, panel, None), None))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

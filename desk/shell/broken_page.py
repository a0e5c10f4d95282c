"""What stands where a page should be that could not be opened: whose it is, what to do, and a report to copy."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.context import ViewContext
from desk.shell.faults import Told
from desk.shell.kit import bits


class BrokenPage(QWidget):
    """The rest of the desk stays usable; F5 tries again."""

    def __init__(self, told: Told, ctx: ViewContext) -> None:
        super().__init__()
        self.setObjectName("page")
        self._ctx, self._report = ctx, told.report
        words = [bits.label(text, wrap=True, select=True) for text in (told.text, told.advice) if text]
        again = bits.button(_("Try again (F5)"), self._again, icon="refresh-cw", main=True)
        back = bits.button(_("Back (Esc)"), self._back, icon="arrow-left")
        buttons = bits.row(again, back, None)
        parts: list[Any] = [bits.label(_("This page could not be opened"), "title"), *words, 8, buttons]
        if told.report:
            field = QPlainTextEdit(told.report, readOnly=True)
            field.setAccessibleName(_("Report"))
            field.setTabChangesFocus(True)
            field.setMaximumHeight(theme.px(220))
            copy = bits.button(_("Copy the report"), self._copy, icon="copy")
            buttons.insertWidget(2, copy)
            parts += [8, bits.label(_("The report holds no names, numbers or contents:"), "small"), field]
        inside = bits.card(bits.column(*parts, margins=24))
        inside.setFixedWidth(theme.px(680))
        self.setLayout(bits.column(bits.row(inside, None), None, margins=24))
        self._first = again

    def first_focus(self) -> QWidget:
        return self._first

    @Slot()
    def _again(self) -> None:
        self._ctx.refresh()

    @Slot()
    def _back(self) -> None:
        self._ctx.back()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

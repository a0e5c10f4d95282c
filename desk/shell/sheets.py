"""Small windows in front of the desk: a question with named answers, a fault with its report."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.faults import Told
from desk.shell.folder_button import FolderButton
from desk.shell.kit import bits

LONG = 26
"""Lines of detail that still fit a small screen."""


class QuestionSheet(QDialog):
    """A question and its answers, each button naming the act; Esc takes the answer None."""

    def __init__(self, parent: QWidget | None, text: str, detail: str, options: Sequence[tuple[Any, str]],
                 default: int = 0, field: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Desk"))
        self.setMinimumWidth(theme.px(420))
        self.answer: Any = None
        self._answers: dict[QPushButton, Any] = {}
        self._field = field
        buttons = [self._button(value, title, place == default) for place, (value, title) in enumerate(options)]
        said: list[QWidget] = [bits.label(text, "section", wrap=True, select=True)]
        if detail:
            said.append(_told(detail))
        inside: list[Any] = [*said, *([field] if field else []), 8, bits.row(None, *reversed(buttons))]
        self.setLayout(bits.column(*inside, margins=24, spacing=12))
        (field or buttons[default]).setFocus()
        self.setAccessibleName(text)

    def text(self) -> str:
        """What was typed into the field."""
        if isinstance(self._field, QPlainTextEdit):
            return self._field.toPlainText()
        return self._field.text() if isinstance(self._field, QLineEdit) else ""

    def _button(self, value: Any, title: str, default: bool) -> QPushButton:
        made = bits.button(title, self._chosen, main=default)
        made.setAutoDefault(True)
        made.setDefault(default)
        self._answers[made] = value
        return made

    @Slot()
    def _chosen(self) -> None:
        self.answer = self._answers[cast(QPushButton, self.sender())]
        self.accept()


class FaultSheet(QDialog):
    """A fault in words; a bug comes with a report that can be read and copied, and the way to the log.

    Signal `again`: she wants to try again.
    """

    again = Signal()

    def __init__(self, told: Told, parent: QWidget | None = None, log_folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(told.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(480))
        self._report = told.report
        tone = {"user": "waiting", "conflict": "waiting"}.get(told.family, "late")
        said = bits.column(bits.label(told.title, "section"), bits.label(told.text, wrap=True, select=True), spacing=4)
        parts: list[Any] = [bits.row(bits.picture("triangle-alert", tone, 24), 4, said)]
        parts += [bits.label(line, wrap=True, select=True) for line in (*told.lines, told.advice) if line]
        self._close = bits.button(_("Close"), self.accept, main=not told.retry)
        buttons: list[Any] = [None, self._close]
        if told.retry:
            buttons.append(bits.button(_("Try again"), self._try_again, main=True))
        if told.report:
            parts.append(bits.label(_("The report holds no names, numbers or contents:"), "small"))
            parts.append(self._report_field())
            buttons.insert(0, bits.button(_("Copy the report"), self._copy, icon="copy"))
            if log_folder is not None:
                buttons.insert(1, FolderButton(_("Open the log's folder"), log_folder))
        self.setLayout(bits.column(*parts, 8, bits.row(*buttons), margins=24, spacing=12))
        self._close.setFocus()

    def _report_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._report, readOnly=True)
        field.setAccessibleName(_("Report"))
        field.setTabChangesFocus(True)
        field.setMaximumHeight(theme.px(140))
        return field

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)

    @Slot()
    def _try_again(self) -> None:
        self.accept()
        self.again.emit()


def _told(detail: str) -> QWidget:
    """More about a question; what is longer than a screen scrolls, so that the buttons stay on it."""
    words = bits.label(detail, wrap=True, select=True)
    if detail.count("\n") < LONG:
        return words
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = bits.scrolled(words)
    area.setFixedHeight(theme.px(400))
    return area


def text_field(initial: str, lines: bool) -> QLineEdit | QPlainTextEdit:
    """The field of a question that wants words."""
    if not lines:
        return QLineEdit(initial)
    field = QPlainTextEdit(initial)
    field.setTabChangesFocus(True)
    return field

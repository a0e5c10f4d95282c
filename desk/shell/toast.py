"""A quiet line over the lower edge of the page: what was done, for a while with a way to undo it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.regrow import GROWTH, STILL

SECONDS, SECONDS_UNDO = 6, 12


class Toast(QFrame):
    """Lies over `host` and stays at its lower edge; one line at a time, the newest."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._undo: Callable[[], Any] | None = None
        self.text = bits.label("", wrap=True)
        self.undo_button = bits.button(_("Undo (&Z)"), self._undo_it, link=True)
        self._icon = bits.picture("circle-check", "done")
        close = bits.icon_button("x", _("Close"), self.hide)
        self.setLayout(bits.row(self._icon, self.text, self.undo_button, close, margins=8))
        self.setProperty("role", "band")
        self.setProperty(GROWTH, STILL)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        if isinstance(host, QStackedWidget):
            host.currentChanged.connect(self.raise_)  # the page that comes to the front would lie above it
        self.hide()

    def say(self, text: str, tone: str = "done", undo: Callable[[], Any] | None = None) -> None:
        """Show `text`; with `undo` a button stands beside it for twelve seconds."""
        self._undo = undo
        self.text.setText(text)
        look = theme.tone_look(tone)
        from desk.shell.kit import icons

        icons.set_picture(self._icon, look.icon, look.tint)
        self.setProperty("tone", tone)
        bits.restyle(self)
        self.undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start((SECONDS_UNDO if undo else SECONDS) * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @Slot()
    def _place(self) -> None:
        width = min(theme.px(640), self._host.width() - 48)
        self.text.setMinimumWidth(0)
        self.setFixedWidth(min(width, max(theme.px(320), self.sizeHint().width())))
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - 16)

    def regrown(self) -> None:
        """Stand where the larger words have room, once they are measured."""
        if self.isVisible():
            QTimer.singleShot(0, self, self._place)

    @Slot()
    def _undo_it(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

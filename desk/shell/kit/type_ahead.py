"""Keys pressed while a page is still being filled or saved: kept, and handed on when it stands, so that nothing is lost."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TypeAhead:
    """What a quick clerk, or a card reader, types into a form that has not been read yet, or is being saved."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, Qt.KeyboardModifier, str]] = []

    @property
    def waits(self) -> bool:
        """Whether anything was typed."""
        return bool(self._kept)

    def take(self, event: QEvent) -> bool:
        """Keep a key that writes or goes to the next field; False for everything else."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers() & _COMMANDS:
            return False
        if event.key() == Qt.Key.Key_Escape or not (event.text() or event.key() == Qt.Key.Key_Backtab):
            return False
        self._kept.append((event.key(), event.modifiers(), event.text()))
        return True

    def hand_on(self, page: QWidget) -> None:
        """Type it where the cursor stands now; what would land outside of `page` is let go."""
        kept, self._kept = self._kept, []
        for key, modifiers, text in kept:
            widget = QApplication.focusWidget()
            if widget is None or not page.isAncestorOf(widget):
                return
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))

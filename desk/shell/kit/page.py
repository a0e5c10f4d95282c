"""What every page is: a widget that knows what it shows, hears of changes, and keeps what is typed into it."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.core.i18n import translator


class Page(QWidget):
    """Base of the kit's pages.

    titled(str): the title is known or has changed. A page refreshes itself when what it `watches` was written by
    somebody else; hidden pages wait until they are shown again.
    """

    titled = Signal(str)

    def __init__(self, ctx: Any, domain: str = "desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ctx, self.tr_ = ctx, translator(domain)
        self._kind, self._stale = "", False
        self._record_id: int | None = None
        self._beside: tuple[tuple[str, int | None], ...] = ()
        self._new = True
        self.page_title = ""

    def watch(self, kind: str, record_id: int | None = None) -> None:
        """Refresh when a record of `kind` (or that very one) is written; "" watches nothing."""
        if kind and not self._kind:
            self.ctx.changes.connect(self._on_changes)
        self._kind, self._record_id = kind, record_id

    def watch_beside(self, records: tuple[tuple[str, int | None], ...]) -> None:
        """Refresh as well when one of these (kind, id, None for any) is written: what the page shows hangs on them too."""
        self._beside = records

    def name_page(self, title: str) -> None:
        """Tell the frame and screen readers what this page is."""
        self.page_title = title
        self.setAccessibleName(title)
        self.titled.emit(title)

    def first_focus(self) -> QWidget:
        """What gets the focus when the page is shown."""
        return self.focusProxy() or self

    def holds_focus(self) -> bool:
        """Whether the cursor is on this page, or nowhere: what is drawn anew may take it, but not out of the box."""
        now = QApplication.focusWidget()
        return now is None or now is self or self.isAncestorOf(now)

    def keep(self) -> None:
        """Keep what is half typed, now: the page is left, the desk locks or closes."""

    def conceal(self) -> None:
        """Hide again what was revealed: the desk locks."""

    def refresh(self) -> None:
        """Read again what is shown (F5)."""

    def shortcut(self, keys: str, slot: Any) -> QShortcut:
        """`keys` ("Ctrl+S") call `slot` while the focus is on this page."""
        return QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot(object, object)
    def _on_changes(self, changes: Any, initiator: object) -> None:
        watched = ((self._kind, self._record_id), *self._beside)
        if initiator is self or not any(changes.touches(*one) for one in watched):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._new:
            self._new = False
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self._stale = False
            self.refresh()

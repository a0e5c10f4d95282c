"""The one top-level window: first the sign-in page, then a frame, and the cover again when it is locked. Keys live
here.

It knows no data and imports nothing heavy; what happens on sign-in and locking is the business of `desk.shell.app`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desk.core.i18n import _
from desk.shell.sign_in import SignInPage

if TYPE_CHECKING:
    from desk.shell.frame import Frame

SMALLEST = QSize(1000, 640)
KEYS = {"Ctrl+K": "box", "Esc": "back", "F5": "refresh", "F6": "area", "Shift+F6": "area_back", "F1": "keys",
        "Ctrl+L": "lock", "Ctrl+Q": "quit", "Alt+Home": "home"}
"""Key → what it asks for. No single letters: they belong to the input method."""


class MainWindow(QMainWindow):
    """Signals: painted() once, after the first paint; asked(how); closing()."""

    painted = Signal()
    asked = Signal(str)
    closing = Signal()

    def __init__(self, sign_in: SignInPage, *, title: str, practice: bool = False) -> None:
        super().__init__()
        self.setWindowTitle(f"{title} · {_('Practice data')}" if practice else title)
        self.setMinimumSize(SMALLEST)
        self.resize(1280, 720)
        self.sign_in = sign_in
        self.frame: Frame | None = None
        self.page: QWidget | None = None
        self._stack, self._painted = QStackedWidget(), False
        self._stack.addWidget(sign_in)
        self.setCentralWidget(self._stack)

    @property
    def locked(self) -> bool:
        """Whether the sign-in page covers everything."""
        return self._stack.currentWidget() is self.sign_in

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of everything (the first-run wizard, a start-up failure)."""
        self._forget_page()
        self.page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_frame(self, frame: "Frame") -> None:
        """Show the frame of the person who has signed in."""
        self._forget_page()
        if self.frame is not frame:
            self.drop_frame()
            self.frame = frame
            frame.asked.connect(self.asked)
            self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)

    def cover(self) -> None:
        """Hide everything behind the sign-in page; the frame stays as it is."""
        self._forget_page()
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.first_focus().setFocus()

    def drop_frame(self) -> None:
        """The person has gone."""
        if self.frame is not None:
            self.frame.close_pages()
            self._stack.removeWidget(self.frame)
            self.frame.deleteLater()
            self.frame = None

    def remember_size(self, settings: QSettings) -> None:
        """Keep where the window stands."""
        settings.setValue("window", self.saveGeometry())

    def restore_size(self, settings: QSettings) -> None:
        """Stand where it stood the last time."""
        kept = settings.value("window")
        if kept is not None:
            self.restoreGeometry(kept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sign_in.first_focus().setFocus()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._first_painted)  # the paint goes on with the children and ends on the screen
        return done

    @Slot()
    def _first_painted(self) -> None:
        """What need not be there before the first page stands."""
        for keys, what in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("asks", what)
            shortcut.activated.connect(self._key)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    @Slot()
    def _key(self) -> None:
        what, frame = str(self.sender().property("asks")), self.frame
        if what == "quit":
            self.close()
        if self.page is not None and what == "back":
            getattr(self.page, "turn_back", lambda: None)()
        if frame is None or self.locked or self.page is not None:
            return
        acts = {"box": frame.header.box.begin, "back": frame.pages.back, "refresh": frame.pages.refresh,
                "area": frame.next_area, "area_back": frame.previous_area, "home": frame.go_home}
        if what in acts:
            acts[what]()
        elif what != "quit":
            self.asked.emit(what)

    def _forget_page(self) -> None:
        if self.page is not None:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None

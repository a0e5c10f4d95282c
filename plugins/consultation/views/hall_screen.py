"""The hall's screen: a window over the whole of it, one slide after the other; Esc leaves. And the page that opens it."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QVBoxLayout, QWidget

from desk.api import translator
from desk.api.qt import Page, bits
from plugins.consultation.hall import Slide, list_slides
from plugins.consultation.views.bars import bar_block

_ = translator("consultation")
SECONDS = 12
"""A slide stands so long; with bars half as long again."""
SIZES = {"kind": 3.0, "title": 6.0, "text": 4.2, "foot": 2.4}
"""Heights of type in hundredths of the screen's height."""


class HallScreen(QWidget):
    """Shows `slides` for ever; Left, Right and Space go by hand, Esc leaves. asks `again()` after each round."""

    def __init__(self, slides: tuple[Slide, ...], again: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.slides, self.again, self.at = slides, again, 0
        self.setWindowTitle(_("Hall screen"))
        self.setAccessibleName(_("Hall screen"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kind, self.title, self.text, self.foot = (self._label() for _name in SIZES)
        self.bars = QVBoxLayout()
        layout = bits.column(self.kind, self.title, self.text, self.bars, None, self.foot, spacing=18, margins=48)
        self.setLayout(layout)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.forward)
        self.show_slide()

    def show_on(self, place: int) -> None:
        """Fill the screen of that number (0: the first)."""
        screens = QGuiApplication.screens()
        self.setGeometry(screens[min(place, len(screens) - 1)].geometry())
        self.showFullScreen()
        self.activateWindow()

    def take(self, slides: tuple[Slide, ...]) -> None:
        """What is to be shown has changed; the place is kept as far as there is one."""
        self.slides = slides
        self.at = self.at if self.at < len(slides) else 0
        self.show_slide()

    def show_slide(self) -> None:
        """Draw the slide whose turn it is."""
        bits.empty(self.bars)
        slide = self.slides[self.at] if self.slides else Slide("", _("Nothing is on show today."), "")
        for label, text in ((self.kind, slide.kind), (self.title, slide.title), (self.text, slide.text)):
            label.setText(text)
            label.setVisible(bool(text))
        for bar in slide.bars:
            self.bars.addWidget(bar_block(bar, height=max(self.height() // 22, 26),
                                          pixels=max(round(self.height() * 0.026), 13)))
        page = f"{self.at + 1} / {len(self.slides)} · " if len(self.slides) > 1 else ""
        self.foot.setText(f"{slide.foot}\n{page}" + _("Names are masked. Esc leaves.") if slide.foot else
                          page + _("Names are masked. Esc leaves."))
        self.timer.start(SECONDS * 1000 * (3 if slide.bars else 2) // 2)
        self._grow()

    @Slot()
    def forward(self) -> None:
        """The next slide; after the last, what is on show is read again."""
        self.at = (self.at + 1) % max(len(self.slides), 1)
        if self.at == 0 and self.again is not None:
            self.again()
        self.show_slide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
            self.forward()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.at = (self.at - 1) % max(len(self.slides), 1)
            self.show_slide()

    def closeEvent(self, event: Any) -> None:
        self.timer.stop()
        super().closeEvent(event)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._grow()

    @staticmethod
    def _label() -> QLabel:
        return bits.label("", wrap=True)

    def _grow(self) -> None:
        """Type as large as the screen lets it be read from the bench."""
        for label, size in zip((self.kind, self.title, self.text, self.foot), SIZES.values(), strict=True):
            face = label.font()
            face.setPixelSize(max(round(self.height() * size / 100), 12))
            face.setBold(label is self.title)
            label.setFont(face)


class HallPage(Page):
    """What would be on show, and the button that opens the screen."""

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "consultation", parent)
        self.slides: tuple[Slide, ...] = ()
        self.screen_window: HallScreen | None = None
        self.name_page(_("Hall screen"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("On show"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.screens = QComboBox()
        self.screens.setAccessibleName(_("Screen"))
        for number, one in enumerate(QGuiApplication.screens(), 1):
            self.screens.addItem(_("Screen {n}: {name}").format(n=number, name=one.name()))
        self.screens.setCurrentIndex(self.screens.count() - 1)
        self.show_button = bits.button(_("Show on the whole screen (F11)"), self.show_screen, icon="monitor", main=True)
        told = bits.label(_("Notices that hang and results of votes, one after the other. Names known to the record are "
                            "masked; read each line before you show it. Anybody in the hall sees it; Esc leaves."), "muted",
                          wrap=True)
        layout = bits.column(bits.row(bits.label(self.page_title, "title"), None, self.screens, self.show_button), told,
                             self.list,
                             spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        self.setLayout(layout)
        self.shortcut("F11", self.show_screen)
        self.watch("notice")
        self.refresh()

    def first_focus(self) -> QWidget:
        return self.show_button

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(list_slides).then(self._on_slides).start()

    @Slot(object)
    def _on_slides(self, slides: tuple[Slide, ...]) -> None:
        self.slides = slides
        self.list.clear()
        for slide in slides:
            self.list.addItem(f"{slide.kind} · {slide.title} · {slide.text.replace(chr(10), ' ')[:80]}")
        if not slides:
            self.list.addItem(_("Nothing hangs and no vote was counted lately. Post a notice or count a vote first."))
        self.show_button.setEnabled(bool(slides))
        if self.screen_window is not None:
            self.screen_window.take(slides)

    @Slot()
    def show_screen(self) -> None:
        """Open the window; a second press brings it back to the front."""
        if not self.slides:
            return
        if self.screen_window is None:
            self.screen_window = HallScreen(self.slides, self.refresh, self)
        self.screen_window.take(self.slides)
        self.screen_window.show_on(self.screens.currentIndex())

"""The smallest pieces: labels, cards, buttons, bands. Each one call, so that pages read like their picture."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.shell import theme
from desk.shell.kit import icons

Slot_ = Callable[..., object] | SignalInstance
"""What a signal is connected to: a bound method of a QObject, or a signal it is passed on by."""

Box = TypeVar("Box", bound=QBoxLayout)


def label(text: str = "", role: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A label; role: "title", "section", "muted", "small", "mark", "big" or plain. Text is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if select:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, slot: Slot_ | None = None, *, icon: str = "", main: bool = False, flat: bool = False,
           link: bool = False, tip: str = "") -> QPushButton:
    """A button that names the act. main: the one blue button of a page; slot: a bound method of a QObject."""
    made = QPushButton(text)
    for name, on in (("main", main), ("flat", flat), ("link", link)):
        if on:
            made.setProperty(name, "true")
    if icon:
        icons.set_icon(made, icon, "on_button" if main else "accent" if link else "muted")
    made.setToolTip(tip)
    made.setAutoDefault(False)
    if slot is not None:
        made.clicked.connect(slot)
    return made


class CarryingButton(QPushButton):
    """A button that hands over what it stands for: picked(payload)."""

    picked = Signal(object)

    def __init__(self, text: str, payload: object) -> None:
        super().__init__(text)
        self.payload = payload
        self.setAutoDefault(False)
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.picked.emit(self.payload)


def link(text: str, payload: object, slot: Slot_, *, icon: str = "") -> CarryingButton:
    """A line of text that leads somewhere: `slot(payload)`."""
    made = CarryingButton(text.replace("&", "&&"), payload)
    made.setProperty("link", "true")
    if icon:
        icons.set_icon(made, icon, "accent", 16)
    made.picked.connect(slot)
    return made


def icon_button(icon: str, name: str, slot: Slot_ | None = None, *, flat: bool = True) -> QToolButton:
    """A button with an icon only; `name` is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if flat:
        made.setProperty("flat", "true")
    icons.set_icon(made, icon)
    if slot is not None:
        made.clicked.connect(slot)
    return made


def picture(name: str, tint: str = "muted", size: int = 18) -> QLabel:
    """An icon as a label; decoration, hidden from screen readers by having no name."""
    made = QLabel()
    icons.set_picture(made, name, tint, size)
    return made


def column(*items: QWidget | QLayout | int | None, margins: int = 0, spacing: int = 8) -> QVBoxLayout:
    """A column of widgets and layouts; an int is a gap, None a stretch."""
    return _filled(QVBoxLayout(), items, margins, spacing)


def row(*items: QWidget | QLayout | int | None, margins: int = 0, spacing: int = 8) -> QHBoxLayout:
    """As `column`, from left to right."""
    return _filled(QHBoxLayout(), items, margins, spacing)


def card(layout: QLayout, *, role: str = "card", tone: str = "") -> QFrame:
    """A panel with a hairline around `layout`; role "band" with a tone is a notice across a page."""
    made = QFrame()
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setLayout(layout)
    return made


def band(text: str, tone: str = "waiting", *more: QWidget) -> QFrame:
    """A notice with the tone's icon, a sentence and perhaps buttons."""
    look = theme.tone_look(tone)
    shown = label(text, wrap=True)
    made = card(row(picture(look.icon, _tint(tone)), shown, *more, margins=8), role="band", tone=tone)
    made.setAccessibleName(text)
    shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def hide_unless(widget: QWidget, wanted: bool) -> None:
    """For a widget that has no place yet: setVisible(True) would flash it up as a window of its own, which takes the focus."""
    if not wanted:
        widget.hide()


def hairline() -> QFrame:
    """A horizontal line one pixel high."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """`inside` in a frameless area that scrolls up and down and lets keys through."""
    inside.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def bring(widget: QWidget) -> None:
    """Put the cursor there, and scroll to it: what one is sent to may lie below what is seen."""
    widget.setFocus()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, theme.px(24))
        above = above.parentWidget()


def empty(layout: QLayout) -> None:
    """Take everything out of `layout` and let it be deleted."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property it asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _tint(tone: str) -> str:
    return "quiet" if tone == "muted" else tone


def _filled(layout: Box, items: tuple[QWidget | QLayout | int | None, ...], margins: int, spacing: int) -> Box:
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout

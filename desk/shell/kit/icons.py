"""Line icons: SVG files of one colour each, drawn once and tinted, so that one file serves every tint and theme."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desk.shell import theme

FOLDER = theme.RESOURCES / "icons"
_NAME, _TINT, _SIZE = "deskIcon", "deskIconTint", "deskIconSize"
"""Properties of what shows an icon: how it is drawn again when the theme changes; the size is that at ordinary type."""


def pixmap(name: str, colour: str, size: int = 18, ratio: float = 2.0) -> QPixmap:
    """The icon `name` in `colour` ("#rrggbb"), `size` logical pixels wide; sharp at a device ratio of `ratio`."""
    tinted = QPixmap(_shape(name, round(size * ratio)))
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), QColor(colour))
    painter.end()
    tinted.setDevicePixelRatio(ratio)
    return tinted


@lru_cache(maxsize=256)
def cached_pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """As `pixmap`, kept: for what is drawn with every frame."""
    return pixmap(name, colour, size, ratio)


def icon(name: str, tint: str = "muted", size: int = 18) -> QIcon:
    """A QIcon of `name`, sharp on the screens that there are; tint: a colour name of the theme ("text", "accent", "late" …)."""
    table, made = theme.colours(), QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        made.addPixmap(pixmap(name, getattr(table, tint), size, ratio))
        made.addPixmap(pixmap(name, table.strong_line, size, ratio), QIcon.Mode.Disabled)
    return made


def set_icon(button: QAbstractButton, name: str, tint: str = "muted", size: int = 18) -> None:
    """Give `button` the icon and let it follow a change of theme."""
    _note(button, name, tint, size)
    button.setIcon(icon(name, tint, theme.px(size)))
    button.setIconSize(QSize(theme.px(size), theme.px(size)))


def set_picture(label: QLabel, name: str, tint: str = "muted", size: int = 18) -> None:
    """Show the icon on `label`, which is as large as it; it follows a change of theme."""
    _note(label, name, tint, size)
    label.setPixmap(pixmap(name, getattr(theme.colours(), tint), theme.px(size)))
    label.setFixedSize(QSize(theme.px(size), theme.px(size)))


def lead_with(edit: QLineEdit, name: str) -> None:
    """Put the icon before what is typed in `edit`; it follows a change of theme."""
    action = edit.addAction(icon(name), QLineEdit.ActionPosition.LeadingPosition)
    _note(action, name, "muted", 18)


def retint(widgets: Iterable[QWidget]) -> None:
    """Draw all those icons again, in the colours and for the type in force."""
    for widget in widgets:
        if isinstance(widget, QLineEdit):
            for action in widget.actions():
                if action.property(_NAME):
                    action.setIcon(icon(action.property(_NAME), action.property(_TINT)))
        elif widget.property(_NAME):
            put: Callable[..., None] = set_picture if isinstance(widget, QLabel) else set_icon
            put(widget, widget.property(_NAME), widget.property(_TINT), int(widget.property(_SIZE)))


def _note(what: QObject, name: str, tint: str, size: int) -> None:
    what.setProperty(_NAME, name)
    what.setProperty(_TINT, tint)
    what.setProperty(_SIZE, size)


def has_icon(name: str) -> bool:
    """Whether there is such an icon."""
    return (FOLDER / f"{name}.svg").is_file()


@lru_cache(maxsize=256)
def _shape(name: str, pixels: int) -> QPixmap:
    """Its lines in black on nothing."""
    path = FOLDER / f"{name}.svg"
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(path if path.is_file() else FOLDER / "folder.svg")).render(painter, QRectF(drawn.rect()))
    painter.end()
    return drawn

"""The home page's row of large buttons: as many as the window is wide, the others in a menu at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLayout, QMenu, QPushButton, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.commands import Command
from desk.shell.kit import bits, icons

GAP = 12


class QuickRow(QWidget):
    """chosen(Command). Every act is to be reached, however many plugins are on and however large the type is."""

    chosen = Signal(object)

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.buttons = [quick_button(command) for command in commands]
        self.more = _large(QPushButton(_("More &acts")))
        self.more.setProperty("more", "true")
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        self._acts = [self._menu.addAction(icons.icon(command.icon, "accent"), titled(command)) for command in commands]
        for button, act, command in zip(self.buttons, self._acts, commands, strict=True):
            button.setProperty("command", command)
            button.clicked.connect(self._clicked)
            act.setData(command)
        self._menu.triggered.connect(self._picked)
        layout = bits.row(*self.buttons, self.more, None, spacing=GAP)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """The window may be narrower than all of them together."""
        return QSize(self.more.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        shown = how_many([button.sizeHint().width() for button in self.buttons], self.more.sizeHint().width(), width)
        for place, (button, act) in enumerate(zip(self.buttons, self._acts, strict=True)):
            button.setVisible(place < shown)
            act.setVisible(place >= shown)
        self.more.setVisible(shown < len(self.buttons))

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(self.sender().property("command"))

    @Slot(QAction)
    def _picked(self, act: QAction) -> None:
        self.chosen.emit(act.data())


def how_many(widths: Sequence[int], more: int, width: int) -> int:
    """How many of buttons so wide stand in `width`, the last place kept for one of `more` when not all do."""
    if sum(widths) + GAP * (len(widths) - 1) <= width:
        return len(widths)
    used = more
    for place, one in enumerate(widths):
        used += one + GAP
        if used > width:
            return place
    return len(widths)


def titled(command: Command) -> str:
    """Its name and keys."""
    return f"{command.title}  {command.shortcut}" if command.shortcut else command.title


def quick_button(command: Command) -> QPushButton:
    """A large button with icon, name and keys."""
    made = _large(QPushButton(titled(command)))
    icons.set_icon(made, command.icon, "accent")
    return made


def _large(button: QPushButton) -> QPushButton:
    button.setProperty("quick", "true")
    button.setMinimumHeight(theme.px(44))
    button.setAutoDefault(False)
    return button

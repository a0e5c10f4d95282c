"""The box (Ctrl+K): one line for people, matters and commands, by keyboard alone.

The focus stays in the line while the arrow keys move in the results, so an input method is never disturbed; what is
being composed is not searched (Qt tells the text only when it is committed). Commands answer at once, people and
matters when a worker has found them; late answers are dropped.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.commands import Command, matching
from desk.shell.context import HouseContext
from desk.shell.grouped_list import GroupedList, Line
from desk.shell.jobs import Latest
from desk.shell.kit import bits, icons
from desk.shell.ports import Hit

WAIT = 120
"""Milliseconds of no typing before the registers are asked."""
TALLEST = 480


class Box(QLineEdit):
    """Signal opened(entry_id, args): something was chosen."""

    opened = Signal(str, object)

    def __init__(self, ctx: HouseContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._latest = ctx, Latest()
        self._commands: Sequence[Command] = ()
        self._hits: Sequence[Hit] = ()
        self._asked = self._failed = self._eager = False
        self.setPlaceholderText(_("People, matters, phone and ID numbers, or a command (Ctrl+K)"))
        self.setAccessibleName(_("Find people, matters and commands"))
        self.setMaxLength(100)
        icons.lead_with(self, "search")
        self.results = Results(self)
        self.results.list.chosen.connect(self._open)
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self._ask)
        self.textChanged.connect(self._typed)

    def use(self, commands: Sequence[Command]) -> None:
        """Know these commands from now on."""
        self._commands = commands

    def begin(self) -> None:
        """Ctrl+K: take the focus, everything selected, so that the next key starts anew."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) \
                and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()  # Esc empties the box before it goes back a page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps and self.results.isVisible():
            self.results.list.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape and (self.text() or self.results.isVisible()):
            self.clear()
            self.results.hide()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        """Enter opens what is marked; pressed before the answer is there (a card reader types and enters at once) it waits."""
        if self._asked or self.results.list.currentIndex().isValid():
            self.results.list.choose_current()
        else:
            self._eager = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.results.underMouse():
            self.results.hide()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._latest.drop()
        self._hits, self._asked, self._failed, self._eager = (), False, False, False
        if text.strip():
            self._soon.start()
        else:
            self._soon.stop()
        self._show()

    @Slot()
    def _ask(self) -> None:
        job = self._ctx.jobs.read(self._ctx.desk.search, self.text().strip())
        self._latest.start(job.then(self._found).otherwise(self._not_found))

    @Slot(object)
    def _found(self, hits: Sequence[Hit]) -> None:
        self._hits, self._asked = hits, True
        self._show()
        if self._eager and hits:
            self.results.list.choose_current()
        self._eager = False

    @Slot(object)
    def _not_found(self, _error: object) -> None:
        self._asked = self._failed = True
        self._show()

    def _show(self) -> None:
        if not self.text().strip() or not self.hasFocus():
            self.results.hide()
            return
        self.results.show_lines(self._lines(), self._sentence())

    def _lines(self) -> list[Line]:
        commands = matching(self._commands, self.text())
        lines = [Line(_("Commands"))] if commands else []
        lines += [Line(each.title, (each.entry, each.args), each.icon, aside=each.shortcut) for each in commands]
        groups: dict[str, list[Hit]] = {}
        for hit in self._hits:
            groups.setdefault(hit.group, []).append(hit)
        for group, hits in groups.items():
            lines.append(Line(self._ctx.tr(group)))
            lines += [Line(hit.title, (hit.entry, hit.args), hit.icon, hit.detail, aside=hit.number) for hit in hits]
        return lines

    def _sentence(self) -> str:
        if self._failed:
            return _("The registers could not be searched just now; commands still work.")
        if not self._asked:
            return _("Searching…")
        return "" if self._hits else _("No person or matter fits. Try fewer characters, pinyin initials or the last digits.")

    @Slot(object)
    def _open(self, key: Any) -> None:
        entry, args = key
        self.clear()
        self.results.hide()
        self.opened.emit(entry, dict(args))


class Results(QFrame):
    """The results under the box: a child of the window, not a popup, so that it never takes the focus."""

    def __init__(self, box: Box) -> None:
        super().__init__()
        self._box = box
        self.setProperty("role", "card")
        self.list = GroupedList(height=34)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "side")
        self.list.setAccessibleName(_("Results"))
        self.sentence = bits.label("", "small", wrap=True)
        self.sentence.setContentsMargins(12, 4, 12, 4)
        layout = QVBoxLayout()
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.sentence)
        self.setLayout(layout)
        self.hide()

    def show_lines(self, lines: list[Line], sentence: str) -> None:
        """Show `lines` and, where there is something to say, `sentence` below; stands under the box."""
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        chosen = self.list.current()
        self.list.fill(lines)
        if chosen is not None and any(line.key == chosen for line in lines):
            self.list.select(chosen)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.list.setVisible(bool(lines))
        self._place(lines)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return False

    def _place(self, lines: list[Line]) -> None:
        width = max(self._box.width(), theme.px(460))
        self.setFixedWidth(width)
        height = min(self.list.content_height() + 4, theme.px(TALLEST)) if lines else 0
        self.list.setFixedHeight(height)
        extra = self.sentence.heightForWidth(width - 16) if self.sentence.text() else 0
        self.setFixedHeight(height + extra + 14)
        self.move(self._box.mapTo(self._box.window(), QPoint(0, self._box.height() + 4)))

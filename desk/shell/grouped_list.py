"""A list in groups: a heading, then lines with an icon, a title, a mnemonic and a remark at the right end.

The sidebar and the box's results are made of it. It is a real list view, so a screen reader tells its lines; headings
cannot be reached by keys.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.kit import icons

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list. key: what is answered when it is chosen; None makes it a heading. digit: "1" shows title(1).

    tone: colours icon and aside, as of states; the words in `aside` say the same. inner: one of the lines below a head.
    unfolded: a head's lines are shown (True) or not (False); None: it has none.
    """

    title: str
    key: Any = None
    icon: str = ""
    detail: str = ""
    digit: str = ""
    aside: str = ""
    tone: str = ""
    inner: bool = False
    unfolded: bool | None = None

    @property
    def heading(self) -> bool:
        return self.key is None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        fold = "" if self.unfolded is None else _("unfolded") if self.unfolded else _("folded")
        return " ".join(part for part in (self.title, self.detail, self.aside, fold) if part)


class GroupedList(QListView):
    """Signal chosen(key): clicked, or Enter."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, height: int = 38) -> None:
        super().__init__(parent)
        self._lines = QStandardItemModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(self, height))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def fill(self, lines: Iterable[Line]) -> None:
        """Show `lines`; the first one that is no heading becomes the current one."""
        self._lines.clear()
        for line in lines:
            item = QStandardItem(line.title)
            item.setData(line, LINE)
            item.setData(line.spoken, Qt.ItemDataRole.AccessibleTextRole)
            item.setFlags(Qt.ItemFlag.NoItemFlags if line.heading
                          else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._lines.appendRow(item)
        self.step(1, start=-1)

    def lines(self) -> list[Line]:
        """What is shown, headings included."""
        return [self._lines.item(row).data(LINE) for row in range(self._lines.rowCount())]

    def current(self) -> Any:
        """Key of the current line, None when there is none."""
        index = self.currentIndex()
        return index.data(LINE).key if index.isValid() else None

    def select(self, key: Any) -> None:
        """Make the line with `key` current; none when there is no such line."""
        for row, line in enumerate(self.lines()):
            if line.key is not None and line.key == key:
                self.setCurrentIndex(self._lines.index(row, 0))
                return
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keys, some line must be current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.step(1, start=-1)

    def step(self, by: int, start: int | None = None) -> None:
        """Move `by` lines up or down, over headings, stopping at the ends."""
        row = (self.currentIndex().row() if start is None else start) + by
        lines = self.lines()
        while 0 <= row < len(lines) and lines[row].heading:
            row += by
        if 0 <= row < len(lines):
            self.setCurrentIndex(self._lines.index(row, 0))

    def choose_current(self) -> None:
        """As Enter on the current line."""
        self._choose(self.currentIndex())

    def regrown(self) -> None:
        """Lines are higher or lower than before; the current one stays in sight."""
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def content_height(self) -> int:
        """Pixels that show every line."""
        return sum(self.sizeHintForRow(row) for row in range(self._lines.rowCount()))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not index.data(LINE).heading:
            self.chosen.emit(index.data(LINE).key)


class _LineDelegate(QStyledItemDelegate):
    """Draws a line: a tinted round-cornered ground when selected, the mnemonic digit underlined as in a menu."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE)
        if line.heading:
            return QSize(0, theme.px(30 if line.title else 9))
        return QSize(0, theme.px(self._height + (14 if line.detail else -6 if line.inner else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        if line.heading:
            self._heading(painter, option.rect, line)
        else:
            self._line(painter, option, line)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.setFont(theme.font(theme.SMALL_POINTS))
        painter.setPen(QPen(theme.colours().muted))
        painter.drawText(rect.adjusted(12, 0, -8, -3), Qt.AlignmentFlag.AlignBottom, line.title)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        table, rect = theme.colours(), option.rect.adjusted(2, 1, -2, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(table.accent_ground if chosen else table.hover))
            painter.drawRoundedRect(rect, 6, 6)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(table.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        size = theme.px(18)
        if line.inner:
            rect = rect.adjusted(size, 0, 0, 0)
        elif line.unfolded is not None:
            chevron = icons.cached_pixmap("chevron-down" if line.unfolded else "chevron-right", table.muted, theme.px(14))
            painter.drawPixmap(rect.right() - theme.px(20), rect.center().y() - theme.px(7) + 1, chevron)
        if line.icon:
            tint = theme.tone_look(line.tone).colour if line.tone else table.accent if chosen else table.muted
            drawn = icons.cached_pixmap(line.icon, tint, size)
            painter.drawPixmap(rect.left() + 10, rect.center().y() - size // 2 + 1, drawn)
        fold = theme.px(14) if line.unfolded is not None else 0
        self._words(painter, rect.adjusted(10 + size + 8 if line.icon else 18, 0, -10 - fold, 0), line, chosen)

    def _words(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        table = theme.colours()
        if line.aside:
            painter.setFont(theme.font(theme.SMALL_POINTS))
            painter.setPen(QPen(QColor(theme.tone_look(line.tone).colour if line.tone else table.muted)))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.aside)
            rect = rect.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(line.aside) - 12, 0)
        above = rect.adjusted(0, 0, 0, -rect.height() // 2 + 1) if line.detail else rect
        font = theme.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QPen(QColor(table.accent if chosen else table.text)))
        room = above.width() - (painter.fontMetrics().horizontalAdvance("(0)") if line.digit else 0)
        title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        flags = (Qt.AlignmentFlag.AlignBottom if line.detail else Qt.AlignmentFlag.AlignVCenter)
        mnemonic = f"(&{line.digit})" if line.digit else ""
        painter.drawText(above, flags | Qt.TextFlag.TextShowMnemonic, title.replace("&", "&&") + mnemonic)
        if line.detail:
            below = rect.adjusted(0, rect.height() // 2, 0, 0)
            painter.setFont(theme.font(theme.SMALL_POINTS))
            painter.setPen(QPen(QColor(table.muted)))
            painter.drawText(below, Qt.AlignmentFlag.AlignTop, painter.fontMetrics().elidedText(
                line.detail, Qt.TextElideMode.ElideRight, below.width()))


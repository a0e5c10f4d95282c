"""The table of figures on the screen: arrows go from cell to cell, Enter opens the records behind a number."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desk.core.i18n import _
from desk.core.statistics.lines import FIGURE, TOTAL, Line
from desk.core.statistics.table import CellValue, TableView
from desk.shell import theme
from desk.shell.regrow import GROWTH, STILL

Index = QModelIndex | QPersistentModelIndex
TITLE_WIDTH, WIDEST, NUMBER_WIDTH, WIDE_NUMBER = 190, 330, 60, 150


class FigureModel(QAbstractTableModel):
    """The cells of a TableView; row titles stand in the header at the left, which stays when one scrolls to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: TableView | None = None

    def show(self, view: TableView) -> None:
        """Another table, or the same with other numbers."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def cell(self, index: Index) -> CellValue | None:
        """The cell; None before there is a table."""
        return self.view.cells[index.row()][index.column()] if self.view and index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.view.rows) if self.view and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.view.columns) if self.view and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.view is None or not index.isValid():
            return None
        cell = self.view.cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and self._is_total(index):
            return theme.font(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and (cell.value == 0 or cell.hidden):
            return QColor(theme.colours().muted)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(index, cell)
        return None

    def _is_total(self, index: Index) -> bool:
        assert self.view is not None
        if self.view.rows[index.row()].kind == TOTAL:
            return True
        return len(self.view.columns) > 1 and self.view.columns[index.column()].kind == TOTAL

    def _told(self, index: Index, cell: CellValue) -> str:
        """Row, column and number, for whoever hears the table."""
        assert self.view is not None
        return f"{self.view.rows[index.row()].title} {self.view.columns[index.column()].title} {cell.text}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.view is None:
            return None
        down = orientation is Qt.Orientation.Vertical
        if role == Qt.ItemDataRole.DisplayRole:
            return _head(self.view.rows[section]) if down else _column_head(self.view.columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if down else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _head(row: Line) -> str:
    unit = f"({row.unit})" if row.kind == FIGURE and row.unit else ""
    return f"{row.group} · {row.title}{unit}" if row.group else f"{row.title}{unit}"


def _column_head(column: Line) -> str:
    unit = f"({column.unit})" if column.unit and column.unit != "%" else ""
    return f"{column.group}\n{column.title}{unit}" if column.group else f"{column.title}{unit}"


class FigureGrid(QTableView):
    """opened(CellValue): Enter or a double click on a number that has records."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureModel(self)
        self._title_width, self._widths = theme.px(TITLE_WIDTH), list[int]()
        self.setModel(self.figures)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        titles = self.verticalHeader()
        titles.setHighlightSections(False)
        titles.setSectionsClickable(False)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for head in (titles, header):
            head.setProperty(GROWTH, STILL)
        self._measure()
        self.setAccessibleName(_("Figures"))
        self.doubleClicked.connect(self._open)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.horizontalHeader().setMinimumSectionSize(theme.px(56))

    def regrown(self) -> None:
        """Fit the same figures in the type in force."""
        self._measure()
        if self.figures.view is not None:
            self._fit(self.figures.view)

    def show_view(self, view: TableView) -> None:
        """The cell that was marked stays marked where there still is one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.figures.show(view)
        self._fit(view)
        if view.rows and view.columns:
            row, column = min(max(row, 0), len(view.rows) - 1), min(max(column, 0), len(view.columns) - 1)
            self.setCurrentIndex(self.figures.index(row, column))

    def _fit(self, view: TableView) -> None:
        """Numbers as wide as their heads and themselves need, titles take what is left."""
        header = self.horizontalHeader()
        header.setFixedHeight(theme.px(52 if any(column.group for column in view.columns) else 38))
        self.resizeColumnsToContents()
        least = WIDE_NUMBER if len(view.columns) == 1 else NUMBER_WIDTH
        self._widths = [max(theme.px(least), self.columnWidth(place)) for place in range(len(view.columns))]
        titles = self.verticalHeader()
        widest = max((titles.fontMetrics().horizontalAdvance(_head(row)) for row in view.rows), default=0)
        self._title_width = max(theme.px(TITLE_WIDTH), min(theme.px(WIDEST), widest + theme.px(32)))
        self._fill()

    def _fill(self) -> None:
        """The titles take what the numbers leave over."""
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        self.verticalHeader().setFixedWidth(max(self._title_width, room - sum(self._widths)))
        for place, width in enumerate(self._widths):
            self.setColumnWidth(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        cell = self.figures.cell(index) if index.isValid() else None
        if cell is not None:
            self.opened.emit(cell)

    @Slot()
    def copy(self) -> None:
        """The marked cells to the clipboard, parted by tabs."""
        marked = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        lines: dict[int, list[str]] = {}
        for index in marked:
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))

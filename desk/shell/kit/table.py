"""The table of a list: keyboard and mouse, copying, columns one can choose. It tells its model which rows it shows."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desk.shell import theme
from desk.shell.kit.delegates import PillDelegate
from desk.shell.kit.paged_model import PagedTableModel

SELECTED_AT_ONCE = 5000
"""Rows one act can be done with."""


class ListTable(QTableView):
    """A QTableView over a PagedTableModel.

    opened(row DTO): Enter or double-click. chosen(list of row DTOs): the selection changed. columns_changed(): columns
    were shown, hidden, moved or resized.
    """

    opened = Signal(object)
    chosen = Signal(object)
    columns_changed = Signal()

    def __init__(self, model: PagedTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept_ids: set[Any] = set()
        self._current_id: Any = None
        self.setModel(model)
        self.setItemDelegate(PillDelegate(self))
        self._dress()
        self._dress_header()
        self.doubleClicked.connect(self._on_double_click)
        self.verticalScrollBar().valueChanged.connect(self._tell_window)
        self.verticalScrollBar().rangeChanged.connect(self._tell_window)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._tell_window)
        model.settled.connect(self._on_settled)
        model.refreshed.connect(self._select_again)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(34))
        rows.setDefaultSectionSize(theme.px(34))

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(theme.px(48))
        header.setFixedHeight(theme.px(38))
        for place, column in enumerate(self._model.columns):
            self.setColumnWidth(place, theme.px(column.width or 200))
            if not column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            self.setColumnHidden(place, not column.shown)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionClicked.connect(self._on_header_click)
        header.sectionMoved.connect(self._on_columns_moved)
        header.sectionResized.connect(self._on_columns_moved)

    # Rows

    def selected_rows(self) -> list[Any]:
        """Row DTOs of the selection, top to bottom, as far as they are held; `selection_size` says how many there are."""
        found = (self._model.row(index) for index in self._selected_indexes(SELECTED_AT_ONCE))
        sure = self._kept_ids if self._model.is_refreshing else None  # meanwhile rows may stand elsewhere
        return [row for row in found if row is not None and (sure is None or row.id in sure)]

    def selection_size(self) -> int:
        """Rows selected, read or not."""
        return sum(part.height() for part in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        return list(cast(Iterable[QItemSelectionRange], self.selectionModel().selection()))

    def select_row(self, index: int) -> None:
        """Make `index` the only selected row, and show it."""
        self.setCurrentIndex(self._model.index(index, 0))
        self.scrollTo(self._model.index(index, 0))

    def _selected_indexes(self, most: int) -> list[int]:
        found: list[int] = []
        for part in self._ranges():
            found += range(part.top(), min(part.bottom() + 1, part.top() + most))
        return sorted(set(found))[:most]

    def _open(self, index: int) -> None:
        row = self._model.row(index)
        if row is not None:
            self.opened.emit(row)
        elif self._model.is_broken(index):
            self._model.retry()

    @Slot()
    def _on_double_click(self) -> None:
        self._open(self.currentIndex().row())

    @Slot()
    def _on_selection(self) -> None:
        rows = self.selected_rows()
        if not self._model.is_refreshing:
            self._kept_ids = {row.id for row in rows}
        self.chosen.emit(rows)

    @Slot()
    def _on_current(self) -> None:
        if not self._model.is_refreshing:
            self._current_id = getattr(self._model.row(self.currentIndex().row()), "id", None)

    @Slot()
    def _on_settled(self) -> None:
        if not self.currentIndex().isValid() and self._model.total:
            self.selectionModel().setCurrentIndex(self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    @Slot()
    def _select_again(self) -> None:
        """After a refresh the same records are selected, wherever they stand now."""
        places = {row.id: place for place, row in self._model.held()}
        chosen, last = QItemSelection(), self._model.columnCount() - 1
        for place in (places[kept] for kept in self._kept_ids if kept in places):
            chosen.select(self._model.index(place, 0), self._model.index(place, last))
        flags = QItemSelectionModel.SelectionFlag
        if self._current_id in places:
            current = self._model.index(places[self._current_id], max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    # Window

    @Slot()
    def _tell_window(self) -> None:
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        first = max(first, 0)
        shown = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) + 1
        self._model.show_window(first, last if last >= 0 else first + shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_window()

    # Keys and the clipboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """Selected rows to the clipboard, as shown, cells parted by tabs."""
        lines = ["\t".join(str(self._model.index(row, column).data() or "") for column in self.shown_columns())
                 for row in self._selected_indexes(SELECTED_AT_ONCE)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    # Columns

    def shown_columns(self) -> list[int]:
        """Columns as they stand from left to right, the hidden ones left out."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [column for column in order if not self.isColumnHidden(column)]

    def column_choice(self) -> list[str]:
        """What is worth remembering: "key:width" of every shown column in its order, at ordinary type."""
        return [f"{self._model.columns[place].key}:{theme.ordinary(self.columnWidth(place))}" for place in self.shown_columns()]

    def choose_columns(self, choice: Sequence[str]) -> None:
        """Show what was remembered; columns that are gone are left out, nothing known means as declared."""
        places = {column.key: place for place, column in enumerate(self._model.columns)}
        known = [(places[key], int(width)) for key, _colon, width in (item.partition(":") for item in choice)
                 if key in places and width.isdigit()]
        if not known:
            return
        header = self.horizontalHeader()
        for place in places.values():
            self.setColumnHidden(place, place not in {shown for shown, _width in known})
        for wanted, (place, width) in enumerate(known):
            header.moveSection(header.visualIndex(place), wanted)
            if header.sectionResizeMode(place) != QHeaderView.ResizeMode.Stretch:
                self.setColumnWidth(place, theme.px(width))

    def column_menu(self) -> QMenu:
        """A menu with a tick for every column; the last one stays."""
        menu = QMenu(self)
        for place in range(self._model.columnCount()):
            title = str(self._model.headerData(place, Qt.Orientation.Horizontal))
            action = QAction(title, menu, checkable=True, checked=not self.isColumnHidden(place))
            action.setData(place)
            action.toggled.connect(self._on_column_ticked)
            menu.addAction(action)
        return menu

    @Slot(bool)
    def _on_column_ticked(self, on: bool) -> None:
        if not on and len(self.shown_columns()) == 1:
            return
        self.setColumnHidden(cast(QAction, self.sender()).data(), not on)
        self.columns_changed.emit()

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    @Slot()
    def _on_columns_moved(self) -> None:
        self.columns_changed.emit()

    @Slot(int)
    def _on_header_click(self, place: int) -> None:
        column = self._model.columns[place]
        if not column.sort:
            return
        down = self._model.request.sort == column.sort and not self._model.request.descending
        self.show_sorting(place, descending=down)
        self._model.sort(place, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def show_sorting(self, place: int, *, descending: bool) -> None:
        """Show an arrow over the column the list is sorted by."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(place, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)


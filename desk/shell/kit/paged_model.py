"""The model behind every list: rows come in blocks from a worker, `data()` only ever reads what is there.

The view says which rows it shows (`show_window`); missing blocks are asked for by key. Sorting, filtering and searching
start a new generation: answers of an older one are dropped. A refresh keeps what is on the screen until the new rows
have come. A block that could not be read leaves rows that say so and can be tried again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from desk.core.db.paging import Page, PageRequest
from desk.core.i18n import Translator, _
from desk.host.pages import Column
from desk.shell.jobs import Job
from desk.shell.kit.blocks import Blocks
from desk.shell.kit.cells import cell_text, value_of

ROW = Qt.ItemDataRole.UserRole
VALUE = Qt.ItemDataRole.UserRole + 1
AHEAD = 60
"""Rows asked for before and behind the ones shown, once these stand."""
AHEAD_AFTER = 60
"""Milliseconds they are given to be painted meanwhile."""

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What was asked, in which generation: a block of rows, or (number -1) how many there are."""

    generation: int
    number: int
    request: PageRequest


class PagedTableModel(QAbstractTableModel):
    """A table of any length over `fetch(uow, PageRequest) -> Page`, counted by `count(uow, PageRequest) -> int`.

    counted(int): how many rows there are now. faulted(exception): something could not be read. settled(): every row on
    the screen is there. refreshed(): as settled, after a refresh (rows may stand elsewhere).
    """

    counted = Signal(int)
    faulted = Signal(object)
    settled = Signal()
    refreshed = Signal()

    def __init__(self, columns: Sequence[Column], fetch: Callable[..., Page[Any]], jobs: Any, *,
                 count: Callable[..., int] | None = None, tr: Translator = _, size: int = 200,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns, self._fetch, self._count, self._jobs, self._tr = tuple(columns), fetch, count, jobs, tr
        self._titles = [tr(column.title) for column in self.columns]
        self._blocks = Blocks(size)
        self._base = PageRequest()
        self._generation, self._total, self._refreshing = 0, 0, False
        self._window = (0, 0)
        self._asked: dict[int, Any] = {}
        self._broken: dict[int, object] = {}
        self._more = self._postponed = self._uncounted = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask_for_window)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_AFTER)
        self._ahead.timeout.connect(self._ask_ahead)

    # What a view asks. Nothing here waits.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, VALUE, ROW,
                        Qt.ItemDataRole.TextAlignmentRole) or not index.isValid():
            return None
        column, row = self.columns[index.column()], self._blocks.row(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in ("number", "money") else None
        if role == ROW:
            return row
        if row is None:
            return self._placeholder(index) if role == Qt.ItemDataRole.DisplayRole else None
        value = value_of(row, column)
        return value if role == VALUE else cell_text(column.kind, value, self._tr)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self.columns[section].kind in ("number", "money")
                return _RIGHT if right else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index = QModelIndex()) -> None:
        """Only where nobody counts the rows: the next block after the last."""
        if self.canFetchMore(parent):
            self._ask(self._total // self._blocks.size)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.ask(sort=self.columns[column].sort, descending=order == Qt.SortOrder.DescendingOrder)

    # What a page asks.

    @property
    def request(self) -> PageRequest:
        """Sort, filters and text in force."""
        return self._base

    @property
    def total(self) -> int:
        """Rows there are, as far as known."""
        return self._total

    @property
    def is_refreshing(self) -> bool:
        """Whether rows on the screen may be older than their places."""
        return self._refreshing

    def row(self, index: int) -> Any:
        """The row DTO at `index`, None while it has not come."""
        return self._blocks.row(index)

    def held(self) -> list[tuple[int, Any]]:
        """(index, row DTO) of what is held in memory and fresh."""
        return self._blocks.held()

    def ask(self, *, sort: str | None = None, descending: bool | None = None, text: str | None = None,
            filters: Mapping[str, Any] | None = None) -> None:
        """Change what is asked for (None: as before) and start from the top."""
        base = self._base
        self._base = PageRequest(sort=base.sort if sort is None else sort,
                                 descending=base.descending if descending is None else descending,
                                 text=base.text if text is None else text,
                                 filters=base.filters if filters is None else filters)
        self.beginResetModel()
        self._new_generation()
        self._blocks.clear()
        self._total, self._window, self._refreshing = 0, (0, 0), False
        self.endResetModel()
        self._uncounted = self._count is not None
        self._ask(0)  # the rows first; how many there are is asked when these turn out not to be all

    def refresh(self) -> None:
        """Read again and keep the place; what is shown stays until the new rows have come."""
        self._new_generation()
        self._blocks.outdate()
        self._refreshing = True
        if self._count is None:
            self._ask(0)
            self._ask_for_window()
        else:  # the length first: blocks at the end are counted from the end
            self._ask_count()

    def show_window(self, first: int, last: int) -> None:
        """The view shows rows `first` to `last` now; asked for a moment later, so that a drag asks where it ends."""
        self._window = (max(0, first), max(first, last))
        if not self._timer.isActive():
            self._timer.start()

    def is_broken(self, index: int) -> bool:
        """Whether that row could not be read."""
        return index // self._blocks.size in self._broken

    @Slot()
    def retry(self) -> None:
        """Try again what could not be read."""
        if self._total <= 1 and 0 in self._broken:
            self.ask()
            return
        self._broken.clear()
        self._ask_for_window()

    # What comes back.

    def _new_generation(self) -> None:
        self._generation += 1
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self._broken.clear()
        self._more = self._postponed = self._uncounted = False

    def _ask_count(self) -> None:
        self._uncounted = False
        self._start(-1, self._count, self._base)

    @Slot()
    def _ask_for_window(self) -> None:
        if -1 in self._asked:
            return
        around = self._reach(AHEAD)
        for number in [number for number in self._asked if number > 0 and number not in around]:
            self._asked.pop(number).cancel()
        for number in around:
            self._blocks.use(number)
        self._ask_blocks(self._lacking(self._reach(0)))
        self._tell_settled()

    def _ask_blocks(self, lacking: Sequence[int]) -> None:
        """What would have to be skipped to waits while a neighbour is on its way: its answer tells the key."""
        far = [number for number in lacking if self._request(number).offset]
        for number in lacking:
            if number not in far:
                self._ask(number)
        if far and not self._asked:
            self._ask(far[-1] if self._request(far[-1]).backwards else far[0])
        self._postponed = any(number not in self._asked for number in far)

    @Slot()
    def _ask_ahead(self) -> None:
        """What the view may come to next, where no skipping is needed."""
        if not self._asked:
            for number in self._lacking(self._reach(AHEAD)):
                if not self._request(number).offset:
                    self._ask(number)

    def _reach(self, ahead: int) -> range:
        """The blocks of the rows that are shown and `ahead` more on both sides."""
        size, first, last = self._blocks.size, self._window[0] - ahead, self._window[1] + ahead
        return range(max(0, first) // size, min(last, max(0, self._total - 1)) // size + 1)

    def _lacking(self, numbers: range) -> list[int]:
        return [number for number in numbers if self._blocks.lacks(number) and number not in self._broken]

    def _request(self, number: int) -> PageRequest:
        return self._blocks.request(number, 0 if self._more else self._total, self._base)

    def _ask(self, number: int) -> None:
        if number not in self._asked:
            self._start(number, self._fetch, self._request(number))

    def _start(self, number: int, question: Callable[..., Any] | None, request: PageRequest) -> None:
        job = self._asked[number] = self._jobs.read(question, request)
        job.ticket = Ticket(self._generation, number, request)
        job.then(self._on_answer).otherwise(self._on_failure).start()

    @Slot(object)
    def _on_answer(self, answer: Any) -> None:
        ticket: Ticket = cast(Job, self.sender()).ticket
        if ticket.generation != self._generation:
            return
        self._asked.pop(ticket.number, None)
        if ticket.number < 0:
            self._set_total(answer)
            self.counted.emit(answer)
            self._ask_for_window()
        else:
            self._take(ticket, answer)

    def _take(self, ticket: Ticket, answer: Page[Any]) -> None:
        self._blocks.put(ticket.number, ticket.request, answer)
        self._grow(ticket, answer)
        first = ticket.number * self._blocks.size
        last = min(first + len(answer.rows), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        if self._uncounted and answer.next is not None and answer.total is None:
            self._ask_count()
        if self._postponed:
            self._ask_for_window()
        else:
            self._tell_settled()

    @Slot(object)
    def _on_failure(self, error: object) -> None:
        ticket: Ticket = cast(Job, self.sender()).ticket
        if ticket.generation != self._generation:
            return
        self._asked.pop(ticket.number, None)
        if ticket.number >= 0:
            self._broken[ticket.number] = error
            self._set_total(max(self._total, 1))
            first = ticket.number * self._blocks.size
            last = min(first + self._blocks.size, self._total) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            if self._postponed:
                self._ask_for_window()
        self.faulted.emit(error)

    def _grow(self, ticket: Ticket, page: Page[Any]) -> None:
        """What an answer tells about the length of the list."""
        end = ticket.number * self._blocks.size + len(page.rows)
        forwards_end = not ticket.request.backwards and page.next is None
        if page.total is not None:
            self._set_total(page.total)
        elif self._count is None:
            self._more = page.next is not None
            self._set_total(end if forwards_end else max(self._total, end))
        elif end > self._total or (forwards_end and ticket.number == 0):
            self._set_total(end)
        if self._count is None or page.total is not None or (forwards_end and ticket.number == 0):
            self.counted.emit(self._total)

    def _set_total(self, total: int) -> None:
        """Rows come and go at the end, so that place and scroll bar stay."""
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def _tell_settled(self) -> None:
        if self._asked:
            return
        self._ahead.start()
        self.settled.emit()
        if self._refreshing:
            self._refreshing = False
            self.refreshed.emit()

    def _placeholder(self, index: Index) -> str:
        if index.column() or not self.is_broken(index.row()):
            return "…" if not index.column() else ""
        return _("This could not be read. Press Enter to try again.")

"""The cells of one score sheet: typed as written on paper, judged at once, Enter goes on."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.core.i18n import _
from desk.core.scores.engine import parse_points, points_text
from desk.core.scores.entering import mark_text
from desk.core.scores.queries import SubjectRow
from desk.core.scores.sheets import CHOICE, TICKS, Criterion
from desk.core.text import fold_width
from desk.shell import theme

_YES, _NO = ("1", "√", "Y", "是"), ("0", "×", "X", "N", "否")


def read_mark(one: Criterion, text: str) -> tuple[int | None, str]:
    """(value, "") out of what was typed, or (None, sentence); blank is (None, "")."""
    text = fold_width(text).strip().upper()
    if not text:
        return None, ""
    if one.kind == TICKS:
        value = 1 if text in _YES else 0 if text in _NO else None
        return value, "" if value is not None else _("1 for met, 0 for not met.")
    if one.kind == CHOICE:
        letters = "ABCDEFGHIJ"[:len(one.options)]
        value = letters.find(text) if len(text) == 1 else -1
        return (value, "") if value >= 0 else (None, _("One of {letters}.").format(letters="、".join(letters)))
    points = parse_points(text)
    if points is None or points > one.maximum:
        return None, _("Between 0 and {most}.").format(most=points_text(one.maximum))
    return points, ""


class EntryTable(QTableWidget):
    """`show_sheet(criteria, subjects, marks)`; `changes()` is what differs from what is stored.

    finished(): Enter in the last cell. marked(): a cell was changed; `sentence` says what is wrong with it, if anything.
    """

    finished = Signal()
    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ""
        self._criteria: tuple[Criterion, ...] = ()
        self._subjects: tuple[SubjectRow, ...] = ()
        self._stored: dict[tuple[int, str], int | None] = {}
        self._values: dict[tuple[int, str], int | None] = {}
        self._blocked: frozenset[int] = frozenset()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
                             | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.verticalHeader().setMaximumWidth(theme.px(220))
        self.cellChanged.connect(self._on_cell)

    def show_sheet(self, criteria: Sequence[Criterion], subjects: Sequence[SubjectRow], marks: Mapping[int, Mapping[str, int]],
                   *,
                   blocked: Collection[int] = (), red: Collection[tuple[int, str]] = ()) -> None:
        """One rater's sheet. blocked: subjects she may not rate. red: cells that were keyed differently before."""
        self._criteria, self._subjects, self._blocked = tuple(criteria), tuple(subjects), frozenset(blocked)
        self._stored = {(one.id, item.code): marks.get(one.id, {}).get(item.code) for one in subjects for item in criteria}
        self._values, self.sentence = dict(self._stored), ""
        self.blockSignals(True)
        self.clear()
        self.setRowCount(len(subjects))
        self.setColumnCount(len(criteria))
        self.setVerticalHeaderLabels([f"{place} {one.title}" for place, one in enumerate(subjects, 1)])
        self.setHorizontalHeaderLabels([f"{one.title}\n{points_text(one.maximum)}" for one in criteria])
        for row, subject in enumerate(subjects):
            for column, one in enumerate(criteria):
                self.setItem(row, column, self._cell(subject, one, (subject.id, one.code) in red))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.blockSignals(False)
        self._to_first_blank()

    def clear_sheet(self) -> None:
        """Nothing to show."""
        self._stored, self._values, self.sentence = {}, {}, ""
        self.setRowCount(0)
        self.setColumnCount(0)

    @property
    def editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def changes(self) -> dict[int, dict[str, int | None]]:
        """Subject → criterion → value, only what was changed."""
        found: dict[int, dict[str, int | None]] = {}
        for (subject, code), value in self._values.items():
            if value != self._stored[subject, code]:
                found.setdefault(subject, {})[code] = value
        return found

    def settle(self) -> None:
        """What is shown is stored now."""
        self._stored = dict(self._values)

    def mark_wrong(self, cells: Collection[str]) -> None:
        """Colour the refused cells ("subject:criterion") and go to the first."""
        for row, subject in enumerate(self._subjects):
            for column, one in enumerate(self._criteria):
                if f"{subject.id}:{one.code}" in cells:
                    self._at(row, column).setBackground(QColor(theme.tone_look("late").ground))
                    self.setCurrentCell(row, column)

    def _cell(self, subject: SubjectRow, one: Criterion, red: bool) -> QTableWidgetItem:
        made = QTableWidgetItem(mark_text(one, self._stored[subject.id, one.code]))
        made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setToolTip("\n".join(part for part in (one.title, one.guidance, *(
            f"{'ABCDEFGHIJ'[at]} {option.title} {points_text(option.points)}" for at,
            option in enumerate(one.options))) if part))
        if subject.id in self._blocked:
            made.setFlags(made.flags() & ~Qt.ItemFlag.ItemIsEditable)
            made.setText("—")
            made.setToolTip(_("Nobody rates herself or himself."))
        if red:
            made.setBackground(QColor(theme.tone_look("late").ground))
        return made

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        item, one, subject = self._at(row, column), self._criteria[column], self._subjects[row]
        value, wrong = read_mark(one, item.text())
        self.sentence = f"{subject.title}, {one.title}: {wrong}" if wrong else ""
        if not wrong:
            self._values[subject.id, one.code] = value
        self.blockSignals(True)
        item.setText(mark_text(one, self._values[subject.id, one.code]))
        self.blockSignals(False)
        self.marked.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter takes the cell and goes on; a refused one stays."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint in (QAbstractItemDelegate.EndEditHint.SubmitModelCache, QAbstractItemDelegate.EndEditHint.EditNextItem):
            self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Delete leaves the cell blank."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            if not self.editing:  # a cell's editor hands Enter up as well; closeEditor goes on then
                self.go_on()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._free(self.currentIndex()):
            self._at(self.currentRow(), self.currentColumn()).setText("")
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """To the next cell that may be filled; at the end tell so. A refused cell keeps the place."""
        if self.sentence:
            return
        place = self.currentRow() * self.columnCount() + self.currentColumn()
        for following in range(place + 1, self.rowCount() * self.columnCount()):
            row, column = divmod(following, self.columnCount())
            if self._subjects[row].id not in self._blocked:
                self.setCurrentCell(row, column)
                return
        self.finished.emit()

    def _at(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None, "every cell of a sheet has its item"
        return found

    def _free(self, index: QModelIndex) -> bool:
        return index.isValid() and self._subjects[index.row()].id not in self._blocked

    def _to_first_blank(self) -> None:
        for row, subject in enumerate(self._subjects):
            for column, one in enumerate(self._criteria):
                if subject.id not in self._blocked and self._values[subject.id, one.code] is None:
                    self.setCurrentCell(row, column)
                    return
        if self._subjects and self._criteria:
            self.setCurrentCell(0, 0)


"""A QTableView over words made on the spot, moved about like the residents' list.

Run as `python -m desk.bench.bare_table_child ROWS`.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QTableView, QWidget

from desk.bench.clocks import CpuClock
from desk.bench.stepping import Step, Steps, moves

COLUMNS = 8


class Words(QAbstractTableModel):
    """No data at all."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


class TableSteps(Steps):
    """To the end, page down, anywhere."""

    def prepare(self) -> list[QWidget]:
        self.table: QTableView = self.frame.centralWidget()
        return [self.table.viewport()]

    def acts(self) -> Iterator[Step]:
        return moves(self.table.verticalScrollBar())

    def complete(self) -> bool:
        return True


def main() -> None:
    """Show, move, tell."""
    app = QApplication(sys.argv)
    window, table = QMainWindow(), QTableView()
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setModel(Words(int(sys.argv[1])))
    window.setCentralWidget(table)
    window.resize(1280, 720)
    steps = TableSteps(window, CpuClock())
    steps.ended.connect(app.quit)
    steps.begin()
    window.show()
    app.exec()
    sys.stdout.write(json.dumps({"samples": steps.samples}) + "\n")


if __name__ == "__main__":
    main()

"""The button above a list that prints it: one paper at a click, several in a menu that opens by click, Space or arrow down."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from desk.core.i18n import _
from desk.host.pages import ListSpec
from desk.shell.kit import icons


def printable(ctx: Any, spec: ListSpec) -> list[tuple[str, str]]:
    """(paper, title) of the list's papers that are declared, in their order."""
    ids = (spec.paper,) if isinstance(spec.paper, str) else spec.paper
    found = ((paper, ctx.papers.find(paper)) for paper in ids if paper)
    return [(paper, one.item.title) for paper, one in found if one is not None]


class PrintButton(QPushButton):
    """paper(id): this one is to be shown."""

    paper = Signal(str)

    def __init__(self, papers: Sequence[tuple[str, str]]) -> None:
        super().__init__(_("&Print the list"))
        icons.set_icon(self, "printer", "muted")
        self.setAutoDefault(False)
        self._papers = papers
        if len(papers) == 1:
            self.clicked.connect(self._print_only)
            return
        menu = QMenu(self)
        for paper, title in papers:
            menu.addAction(title).setData(paper)
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)

    @Slot()
    def _print_only(self) -> None:
        self.paper.emit(self._papers[0][0])

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.paper.emit(action.data())

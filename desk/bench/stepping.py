"""One act after the other in the real window: act, wait until what it asked for has been painted, note what it cost."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollBar, QWidget

from desk.bench.clocks import CpuClock
from desk.core.i18n import _
from desk.shell.kit.list_page import ListPage

PAGES, JUMPS = 20, 20
REST, FIRST_REST = 100, 2500
"""Milliseconds between two acts, and before the first: what is still counted beside belongs to no act."""
LIST = "people.list"
Step = tuple[str, Callable[[], Any]]
"""Under which name its cost is kept, and the act."""


class Steps(QObject):
    """begun(): the first page stands. ended(): all acts are done. samples: name → milliseconds."""

    begun = Signal()
    ended = Signal()

    def __init__(self, frame: Any, clock: CpuClock) -> None:
        super().__init__(frame)
        self.frame, self.clock = frame, clock
        self.samples: dict[str, list[float]] = {}
        self._acts: Iterator[Step] = iter(())
        self._name, self._since, self._waiting, self._first = "", 0.0, False, True

    def begin(self) -> None:
        """Watch where results are painted, and act."""
        for place in self.prepare():
            place.installEventFilter(self)
        self._acts = self.acts()
        self._waiting = True

    def prepare(self) -> list[QWidget]:
        """Open what is measured; answers the widgets it is painted in."""
        raise NotImplementedError

    def acts(self) -> Iterator[Step]:
        """What is done, one after the other."""
        raise NotImplementedError

    def complete(self) -> bool:
        """Whether everything the last act asked for is there."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._waiting and self.complete():
            self._waiting = False
            QTimer.singleShot(0, self._painted)  # the paint itself belongs to the cost
        return False

    @Slot()
    def _painted(self) -> None:
        if self._first:
            self._first = False
            self.begun.emit()
            QTimer.singleShot(FIRST_REST, self._next)
            return
        self.samples.setdefault(self._name, []).append(self.clock.now() - self._since)
        QTimer.singleShot(REST, self._next)

    @Slot()
    def _next(self) -> None:
        found = next(self._acts, None)
        if found is None:
            self.ended.emit()
            return
        self._name, act = found
        self._waiting, self._since = True, self.clock.now()
        act()


def moves(bar: QScrollBar) -> Iterator[Step]:
    """To the end, to the top, page by page, anywhere; a move that would stay where it is is left out."""
    yield "end", partial(bar.setValue, bar.maximum())
    yield "top", partial(bar.setValue, 0)
    for place in range(1, min(PAGES, bar.maximum() // bar.pageStep()) + 1):
        yield "page", partial(bar.setValue, place * bar.pageStep())
    for place in range(1, JUMPS + 1):
        far = bar.maximum() * (place * 7919 % 9973) // 9973
        if far != bar.value():
            yield "jump", partial(bar.setValue, far)


class ListSteps(Steps):
    """The residents' list: page down, to the end, anywhere."""

    def prepare(self) -> list[QWidget]:
        self.frame.pages.open(LIST)
        self.page: ListPage = self.frame.pages.current
        self.table, self.model = self.page.table, self.page.model
        return [self.table.viewport()]

    def acts(self) -> Iterator[Step]:
        return moves(self.table.verticalScrollBar())

    def complete(self) -> bool:
        first = self.table.rowAt(0)
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = self.model.total - 1 if last < 0 else last
        return self.model.total > 0 and first >= 0 and all(
            self.model.row(place) is not None for place in range(first, last + 1))


class BoxSteps(Steps):
    """The box: a fragment put in at once, until its hits are painted. The pause before it asks costs no CPU."""

    def prepare(self) -> list[QWidget]:
        self.box = self.frame.header.box
        self.box.begin()
        self.box.setText(_("People"))
        return [self.box.results, self.box.results.list.viewport()]

    def acts(self) -> Iterator[Step]:
        for text in ("建国", "晓燕", "国庆", "玉珍", "文志", "zjg", "wxy", "lgq", "cyz", "hwz", "1990", "8812", "7345", "0519",
                     "3391", "0066", "9900", "1357", "2468", "8675"):
            yield "box", partial(self.box.setText, text)

    def complete(self) -> bool:
        sentence = self.box.results.sentence.text()
        return self.box.results.isVisible() and sentence != _("Searching…")

"""While the password is typed and checked: what the first pages are made of is made ready, in two places at once.

A worker reads what is no part of Qt. Modules with Qt's classes are imported by the window's own thread, one at a time between
two keys: PySide makes its classes when they are first met, and two threads that meet some at once end the process.
"""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea

from desk.core.i18n import translator
from desk.shell.jobs import JobContext, JobRunner
from desk.shell.ports import Desk

PAGES = ("desk.shell.kit.table", "desk.shell.header", "desk.shell.navigation", "desk.shell.frame", "desk.shell.idle",
         "desk.shell.home", "desk.shell.kit.list_page", "desk.shell.people.people_list")
"""Modules of the first pages, those that others stand on first."""


class ReadAhead(QObject):
    """begin(): once the data are open. Nothing waits for it, and nothing is lost when it fails."""

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._left = jobs, list[str]()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._read_one)

    def begin(self, desk: Desk, pages: Sequence[str] = PAGES) -> None:
        """Read what the first pages need."""
        self._jobs.work(_make_ready, desk).otherwise(self._ignore).start()
        self._left = list(pages)
        self._next.start()

    @Slot()
    def _read_one(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._next.start()
        else:
            QScrollArea().viewport()  # the first widget that Qt made by itself lets PySide make all its classes of widgets

    @Slot(object)
    def _ignore(self, _error: object) -> None:
        """Whoever needs it reads it then, and says what is wrong."""


def _make_ready(_context: JobContext, desk: Desk) -> None:
    from sqlalchemy.orm import configure_mappers

    import_module("desk.core.search.people_list")
    configure_mappers()
    for declared in (desk.contributions.nav, desk.contributions.actions, desk.contributions.cards):
        for one in declared:
            translator(one.plugin_id)(one.item.title)  # brings the plugin's words

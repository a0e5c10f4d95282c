"""The phrase library beside a field of many lines: put a phrase in, keep the one that is marked, forget one."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton

from desk.core.i18n import _
from desk.shell.kit import icons
from desk.shell.kit.memory import memory_of

MOST = 60
_SHOWN = 40


class PhraseButton(QPushButton):
    """Opens the phrases kept under `key`: those of the person at this seat, then the house's own out of `source`."""

    def __init__(self, ctx: Any, key: str, edit: QPlainTextEdit, *,
                 source: Callable[[Any, str], Sequence[str]] | None = None) -> None:
        super().__init__(_("Phrases"))
        self.setProperty("flat", "true")
        self.setAutoDefault(False)
        icons.set_icon(self, "quote")
        self._memory, self._key, self._edit = memory_of(ctx), f"phrases.{key}", edit
        self._ctx, self._source, self._name = ctx, source, key
        self._house: list[str] | None = [] if source is None else None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def phrases(self) -> list[str]:
        """What is kept, newest first."""
        return list(self._memory.get(self._key, ()))

    @Slot()
    def _fill(self) -> None:
        if self._house is None and self._source is not None:
            self._house = []
            self._ctx.jobs.read(self._source, self._name).then(self._on_house).start()
        self._menu.clear()
        for kept in (self.phrases(), self._house or []):
            for phrase in kept:
                self._add(self._menu, phrase[:_SHOWN].replace("&", "&&"), self._insert, phrase)
            if kept:
                self._menu.addSeparator()
        marked = self._edit.textCursor().selectedText().replace("\u2029", "\n") or self._edit.toPlainText()
        keep = self._add(self._menu, _("Keep the marked text as a phrase"), self._keep, marked)
        keep.setEnabled(bool(marked.strip()))
        if self.phrases():
            forget = self._menu.addMenu(_("Forget a phrase"))
            for phrase in self.phrases():
                self._add(forget, phrase[:_SHOWN].replace("&", "&&"), self._forget, phrase)

    def _add(self, menu: QMenu, title: str, slot: Any, phrase: str) -> QAction:
        action = QAction(title, menu)
        action.setData(phrase)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    @Slot(object)
    def _on_house(self, phrases: Sequence[str]) -> None:
        self._house = [phrase for phrase in phrases if phrase not in self.phrases()]
        self._fill()

    def _chosen(self) -> str:
        return str(cast(QAction, self.sender()).data())

    @Slot()
    def _insert(self) -> None:
        self._edit.insertPlainText(self._chosen())
        self._edit.setFocus()

    @Slot()
    def _keep(self) -> None:
        phrase = self._chosen().strip()
        self._memory[self._key] = [phrase, *(kept for kept in self.phrases() if kept != phrase)][:MOST]

    @Slot()
    def _forget(self) -> None:
        gone = self._chosen()
        self._memory[self._key] = [kept for kept in self.phrases() if kept != gone]

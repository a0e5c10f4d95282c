"""Hands and eyes of a journey: keys and clicks on visible widgets of the real window, and reading what it shows.

No presenter is called and no widget is looked up by its class's insides: only by what a person sees (label, button, text).
"""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

PATIENCE = 20.0
"""Seconds a person would wait at most; a slow machine is no failure before that."""
STILL = 0.02
"""Seconds without any work after which a page stands still."""


class Driver:
    """Sits before the window."""

    def __init__(self, window: QWidget, jobs: Any) -> None:
        self.window, self._jobs = window, jobs

    # ---- seeing ----

    def until(self, seen: Callable[[], Any], what: str) -> Any:
        """Wait until `seen()` is true and answer it; AssertionError says what never came, and what stands there instead."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            QApplication.processEvents()
            found = seen()
            if found:
                return found
            time.sleep(0.01)
        raise AssertionError(f"never seen: {what}\n{self.page()}")

    def page(self) -> str:
        """All text one can read on the screen."""
        return "\n".join(text for text in map(_text, self._visible(QWidget)) if text)

    def sees(self, text: str) -> None:
        """Wait for a text anywhere on the screen."""
        self.until(lambda: text in self.page(), text)

    def rest(self, seconds: float = 0.2) -> None:
        """Look at the page for a moment, and until it stands still: nobody acts on what is still being fetched.

        What a person does *before* a page stands is tested where pages are (type-ahead), not in a journey, whose outcome
        must not hang on how busy the computer is.
        """
        begun = quiet = time.monotonic()
        while time.monotonic() < begun + PATIENCE:
            QApplication.processEvents()
            now = time.monotonic()
            if not self._jobs.idle:
                quiet = now
            elif now >= begun + seconds and now >= quiet + STILL:
                return
            time.sleep(0.002)
        raise AssertionError(f"still at work after {PATIENCE} s\n{self.page()}")

    # ---- doing ----

    def keys(self, *presses: str) -> None:
        """Press key combinations ("Ctrl+S", "Tab") where the focus is."""
        from PySide6.QtGui import QKeySequence

        for press in presses:
            self.rest(0)
            combination = QKeySequence(press)[0]
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def save(self) -> None:
        """Ctrl+S, once the form is there to be saved: nobody saves what she has not seen."""
        self.until(lambda: any(button.isEnabled() and "Ctrl+S" in button.text() for button in self._visible(QAbstractButton)),
                   "a button that saves")
        self.keys("Ctrl+S")

    def write(self, text: str) -> None:
        """Type at the focus; Chinese arrives as an input method commits it."""
        from PySide6.QtGui import QInputMethodEvent

        self.rest(0)
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        if text.isascii():
            QTest.keyClicks(target, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def click(self, text: str, *, which: int = 0) -> None:
        """Click the visible, enabled button, link or chip that says `text`."""
        self.rest(0)

        def find() -> QAbstractButton | None:
            fitting = [button for button in self._visible(QAbstractButton) if button.isEnabled() and text in _plain(button)]
            exact = [button for button in fitting if _plain(button) == text]
            chosen = exact or fitting
            return chosen[which] if len(chosen) > which else None

        button = self.until(find, f"button {text}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def fill(self, label: str, text: str, *, which: int = 0) -> None:
        """Replace what stands in the field labelled `label` (the `which`-th one of that name) by typing `text`."""
        self.rest(0)
        target = self.field(label, which)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if isinstance(target, QComboBox):
            self._choose(target, text)
            return
        self.keys("Ctrl+A", "Del")
        self.write(text)

    def tick(self, label: str, *, which: int = 0, on: bool = True) -> None:
        """Tick or untick a box by its label or its own words."""
        def find() -> QCheckBox | None:
            boxes = self._labelled(label) or [box for box in self._visible(QCheckBox) if label in _plain(box)]
            return boxes[which] if len(boxes) > which else None

        self.rest(0)
        box = self.until(find, f"box {label}")
        if box.isChecked() is not on:
            box.setFocus()
            self.keys("Space")
        assert box.isChecked() is on

    def field(self, label: str, which: int = 0) -> QWidget:
        """The field whose label begins with `label`."""
        def find() -> QWidget | None:
            fields = self._labelled(label)
            return fields[which] if len(fields) > which else None

        return self.until(find, f"field {label}")

    def value(self, label: str, which: int = 0) -> str:
        """What stands in a field."""
        return _text(self.field(label, which))

    def open_row(self, text: str) -> None:
        """Open the line of a list that shows `text`, by double click."""
        self.rest(0)

        def find() -> tuple[QAbstractItemView, Any] | None:
            for view in self._visible(QAbstractItemView):
                model = view.model()
                if model is None:
                    continue
                columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
                for row in range(min(model.rowCount(QModelIndex()), 200)):
                    for column in range(columns):
                        index = model.index(row, column)
                        if text in str(index.data() or ""):
                            return view, index
            return None

        view, index = self.until(find, f"row {text}")
        view.scrollTo(index)
        spot: QPoint = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QApplication.processEvents()

    def _choose(self, box: QComboBox, text: str) -> None:
        names = [box.itemText(place) for place in range(box.count())]
        wanted = next((place for place, name in enumerate(names) if text in name), None)
        assert wanted is not None, f"{text} is not offered: {names}"
        while box.currentIndex() != wanted:
            self.keys("Down" if box.currentIndex() < wanted else "Up")

    def _labelled(self, label: str) -> list[Any]:
        return [one.buddy() for one in self._visible(QLabel)
                if one.buddy() is not None and one.buddy().isEnabled() and _plain(one).startswith(label)]

    def _visible(self, kind: type) -> list[Any]:
        windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        return [found for window in windows for found in (window, *window.findChildren(kind))
                if isinstance(found, kind) and found.isVisible()]


def _plain(widget: Any) -> str:
    """A widget's own words without the mark of its key."""
    return widget.text().replace("&", "").strip() or widget.accessibleName()


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    if isinstance(widget, QLabel | QAbstractButton):
        return _plain(widget)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        return _lines(widget)
    return ""


def _lines(view: QAbstractItemView) -> str:
    """The first lines of a list or table."""
    model = view.model()
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
    return "\n".join(" ".join(str(model.index(row, column).data() or "") for column in range(columns))
                     for row in range(min(model.rowCount(QModelIndex()), 50)))

"""Pages never flash a part of themselves up as a window of its own: that would take the focus from whoever is typing."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Watch(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self, window):
        super().__init__()
        self.window, self.shown = window, []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow() and watched is not self.window:
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("entry", ["people.person_form", "desk.backup", "volunteer.counter", "volunteer.door", "desk.settings",
                                   "places.grids", "numbers.series", "desk.setup"])
def test_opening_a_page_shows_no_second_window(hall, open_window, entry):
    desk = open_window(hall)
    watch = Watch(desk.window)
    QApplication.instance().installEventFilter(watch)
    try:
        desk.window.frame.pages.open(entry)
        desk.rest()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert watch.shown == []
    assert QApplication.activeWindow() is desk.window

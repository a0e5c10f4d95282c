"""Type size and colours changed while the window stands: everything is measured as if it had been made so."""

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.record_parts import Pill
from desk.shell.sidebar import WIDTH

pytestmark = pytest.mark.gui


@pytest.fixture
def dress(at_work):
    for scale in (1.25, 1.0):  # a test's application wears no faces yet
        at_work.dress("light", scale)
    yield at_work.dress
    at_work.dress("light", 1.0)


def sizes(frame):
    QApplication.processEvents()
    header, status = frame.header, frame.status
    return (header.height(), frame.sidebar.width(), header.box.maximumWidth(), header.person.iconSize().width(),
            status.bar.maximumWidth(), frame.sidebar.list.sizeHintForRow(0), status.words.sizeHint().height(),
            header.person.sizeHint().height())


def test_header_sidebar_and_status_line_take_every_size_and_come_back_exactly(at_work, dress, qtbot):
    frame = at_work.window.frame
    qtbot.waitUntil(lambda: bool(frame.status.words.text()))
    ordinary = sizes(frame)
    assert ordinary[:5] == (52, WIDTH, 520, 18, 160)
    for scale in (1.5, 1.25, 1.5, 1.0, 1.25):
        dress("light", scale)
        assert sizes(frame)[:5] == tuple(map(theme.px, (52, WIDTH, 520, 18, 160)))
        assert frame.sidebar.list.sizeHintForRow(0) == theme.px(38)
        assert frame.header.height() >= frame.header.sizeHint().height(), "something in it is cut"
        assert frame.header.box.font().pointSizeF() == theme.BODY_POINTS * scale
    dress("light", 1.0)
    assert sizes(frame) == ordinary


def test_what_layouts_do_not_measure_is_measured_again(qtbot, qapp):
    class Rows(QAbstractTableModel):
        def rowCount(self, _parent=None):
            return 3

        def columnCount(self, _parent=None):
            return 2

        def data(self, *_index):
            return None

    host = QWidget()
    table, pane, pill, line = QTableView(), QLabel(), Pill("已达成协议", "done"), bits.hairline()
    table.setModel(Rows())
    table.verticalHeader().setDefaultSectionSize(theme.px(34))
    table.setColumnWidth(0, 140)
    theme.make_pane(pane, 300)
    host.setLayout(bits.column(table, pane, pill, line))
    qtbot.addWidget(host)
    host.show()
    narrow = pill.width()
    try:
        theme.apply(qapp, mode="light", scale=1.5)
        assert (table.rowHeight(0), table.columnWidth(0)) == (51, 210)
        assert (pane.width(), pane.maximumWidth(), line.maximumHeight()) == (375, 375, 1)
        assert pill.width() > narrow * 1.3
    finally:
        theme.apply(qapp, mode="light", scale=1.0)
    assert (table.rowHeight(0), table.columnWidth(0), pane.maximumWidth(), pill.width()) == (34, 140, 300, narrow)


def test_pictures_take_the_colours_in_force(at_work, dress, qtbot):
    shown = bits.picture("lock", "text")
    qtbot.addWidget(shown)

    def tints():
        image = shown.pixmap().toImage()
        return {QColor(image.pixelColor(x, y)).name() for x in range(image.width()) for y in range(image.height())
                if image.pixelColor(x, y).alpha() == 255}

    assert tints() == {theme.LIGHT.text}
    dress("dark", 1.25)
    assert tints() == {theme.DARK.text}
    assert shown.pixmap().deviceIndependentSize().width() == theme.px(18) == shown.width()


def test_the_settings_show_what_was_chosen_when_they_are_opened_again(at_work, dress):
    from desk.shell.context import HouseContext

    context = HouseContext(at_work.window.frame.seat)
    dress("dark", 1.5)
    assert context.look == ("dark", 1.5)


def test_a_line_that_was_said_lies_over_the_page_that_comes_after(at_work, qtbot):
    frame = at_work.window.frame
    frame.toast.say("已保存")
    qtbot.keyClick(at_work.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    middle = frame.stack.mapFromGlobal(frame.toast.mapToGlobal(frame.toast.rect().center()))
    assert frame.toast.isAncestorOf(frame.stack.childAt(middle)) or frame.stack.childAt(middle) is frame.toast

"""The frame: sidebar, keys, areas, back and forth; a broken page breaks only itself."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from desk.core.changes import Changes
from desk.core.errors import EnvironmentFault, UserError
from desk.shell.broken_page import BrokenPage
from desk.shell.sheets import FaultSheet

pytestmark = pytest.mark.gui
ALT, CTRL, SHIFT = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier,
                    Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def frame(at_work):
    return at_work.window.frame


@pytest.fixture
def window(at_work):
    return at_work.window


def test_it_fits_a_small_screen_and_may_not_be_made_smaller_than_is_usable(window):
    assert window.minimumSizeHint().expandedTo(window.minimumSize()) == QSize(1000, 640)
    window.resize(1000, 640)
    assert window.size() == QSize(1000, 640)


def test_the_sidebar_lists_what_she_may_open_in_sections(frame, desk):
    titles = [line.title for line in frame.sidebar.list.lines()]
    assert titles[:2] == ["首页", "矛盾调解"]
    assert "档案" in titles
    assert "居民" not in titles  # hidden
    model = frame.sidebar.list.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "矛盾调解"
    assert frame.sidebar.list.accessibleName() == "页面"


def test_alt_and_a_digit_open_the_pages(frame, window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert frame.pages.trail == ["mediation.list"]
    assert frame.sidebar.list.current() == "mediation.list"
    qtbot.keyClick(window, Qt.Key.Key_9, ALT)  # there is none
    assert frame.pages.trail == ["mediation.list"]
    qtbot.keyClick(window, Qt.Key.Key_Home, ALT)
    assert frame.pages.trail == ["desk.home"]


def test_arrow_keys_move_in_the_sidebar_over_headings_and_enter_opens(frame, qtbot):
    side = frame.sidebar.list
    side.setFocus()
    qtbot.keyClick(side, Qt.Key.Key_Down)
    qtbot.keyClick(side, Qt.Key.Key_Down)
    assert side.current() == "people.list"  # the heading between was stepped over
    assert frame.pages.trail == ["desk.home"]
    qtbot.keyClick(side, Qt.Key.Key_Return)
    assert frame.pages.trail == ["people.list"]


def test_esc_goes_back_to_the_page_as_it_was_left(frame, window, qtbot):
    frame.pages.open_from_sidebar("people.list")
    first = frame.pages.current
    first.field.setText("scrolled here")
    frame.ctx.open("people.card", record_id=7)
    assert frame.pages.current.record_id == 7
    assert first.kept == ["scrolled here"]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert frame.pages.current is first
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert frame.pages.current is first
    assert QApplication.focusWidget() is first.field


def test_the_sidebar_goes_back_to_a_list_that_is_still_open(frame):
    frame.pages.open_from_sidebar("people.list")
    kept = frame.pages.current
    frame.pages.open("people.card", record_id=1)
    frame.pages.open_from_sidebar("people.list")
    assert frame.pages.current is kept
    assert frame.pages.trail == ["people.list"]


def test_many_pages_deep_old_ones_are_put_away_and_made_again(frame):
    for number in range(20):
        frame.pages.open("people.card", record_id=number)
    assert sum(visit.page is not None for visit in frame.pages._visits) == 12
    for _number in range(19):
        frame.pages.back()
    assert frame.pages.current.record_id == 0


def test_f5_reads_the_page_anew_and_f6_goes_round_the_areas(frame, window, qtbot):
    frame.pages.open("people.list")
    page = frame.pages.current
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert page.refreshed == 1
    page.field.setFocus()
    seen = []
    for _turn in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [frame.sidebar.list, frame.header.box, page.field]
    qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is frame.header.box


@pytest.mark.parametrize("entry", ["broken.raises", "broken.missing", "broken.number"])
def test_a_broken_page_says_so_and_the_rest_goes_on(frame, window, qtbot, expect_log, entry):
    expect_log("could not be opened")
    frame.pages.open(entry)
    page = frame.pages.current
    assert isinstance(page, BrokenPage)
    copy = next(button for button in page.findChildren(QPushButton) if button.text() == "复制报告")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "desk/shell/navigation.py" in report
    assert "110105" not in report
    assert "和平里" not in report
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    frame.pages.open("people.list")
    assert frame.pages.current.field.isVisible()


def test_a_mistake_while_a_page_is_left_does_not_keep_her_there(frame, expect_log):
    expect_log("keep of a page failed")
    frame.pages.open("broken.keep")
    frame.pages.open_from_sidebar("desk.home")
    assert frame.pages.trail == ["desk.home"]


def test_what_is_not_there_or_not_allowed_is_said_quietly(frame, desk):
    frame.pages.open("mediation.gone")
    assert frame.toast.isVisible()
    assert "插件" in frame.toast.text.text()
    assert frame.pages.trail == ["desk.home"]


def test_a_quiet_line_can_be_undone_once(frame, qtbot):
    undone = []
    frame.ctx.notify("已作废 3 号票", undo=lambda: undone.append(1))
    qtbot.mouseClick(frame.toast.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not frame.toast.isVisible()


def test_the_status_line_tells_of_safety(frame):
    assert frame.status.words.text() == "数据已加密 · 上次备份 今天 09:30 · 3 个插件已启用"


def test_a_write_is_told_to_open_pages(frame, at_work, qtbot):
    heard = []
    frame.ctx.changes.connect(lambda changes, initiator: heard.append((changes.touches("person", 3), initiator)))
    at_work.jobs.write(lambda uow: Changes({"person": {3}})).by("me").start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(True, "me")]


def test_faults_nobody_took_are_shown_by_family(at_work, qtbot, expect_log):
    def refuse(uow):
        raise UserError("先选调解员。")

    def full(uow):
        raise EnvironmentFault("磁盘已满。", advice="请腾出空间。", retry=True)

    at_work.jobs.read(refuse).start()
    qtbot.waitUntil(at_work.window.frame.toast.isVisible)
    assert at_work.window.frame.toast.text.text() == "先选调解员。"
    at_work.jobs.read(full).start()
    qtbot.waitUntil(lambda: bool(at_work.window.findChildren(FaultSheet)))
    at_work.window.findChildren(FaultSheet)[0].close()

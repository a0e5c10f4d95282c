"""The box: one line, by keyboard alone, late answers dropped, an input method never disturbed."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desk.core.errors import EnvironmentFault
from desk.shell.commands import Command, matching, with_sounds
from desk.shell.ports import Hit

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(at_work, qtbot, desk):
    desk.hits = [Hit("张桂兰", "女", "110***********002X", entry="people.card", args={"record_id": 5}),
                 Hit("张桂英", entry="people.card", args={"record_id": 6}),
                 Hit("张某与李某漏水", group="Matters", entry="mediation.list", args={"record_id": 2})]
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, CTRL)
    made = at_work.window.frame.header.box
    qtbot.waitUntil(lambda: all(command.sounds for command in made._commands))
    assert QApplication.focusWidget() is made
    return made


def commit(box, text):
    """What an input method does: compose, then commit."""
    QApplication.sendEvent(box, QInputMethodEvent("zhang", []))
    assert box.text() == ""
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(box, done)


def titles(box):
    return [line.title for line in box.results.list.lines()]


def test_people_and_matters_come_in_groups_and_enter_opens_the_first(box, qtbot, at_work):
    commit(box, "张")
    qtbot.waitUntil(lambda: "张桂兰" in titles(box))
    assert titles(box) == ["居民", "张桂兰", "张桂英", "相关事项", "张某与李某漏水"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    page = at_work.window.frame.pages.current
    assert page.record_id == 5
    assert box.text() == ""
    assert not box.results.isVisible()


def test_arrows_move_over_headings_while_the_focus_stays_in_the_line(box, qtbot, at_work):
    commit(box, "张")
    qtbot.waitUntil(lambda: "张桂兰" in titles(box))
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert at_work.window.frame.pages.trail[-1] == "mediation.list"


def test_commands_are_found_by_fragment_pinyin_and_initials(box, qtbot, at_work):
    for typed in ("djjf", "dengjijiu", "DJ"):
        box.clear()
        qtbot.keyClicks(box, typed)
        assert titles(box)[:2] == ["命令", "登记纠纷"], typed
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert at_work.window.frame.pages.current.record_id == 9


def test_nothing_found_says_what_to_try(box, qtbot):
    qtbot.keyClicks(box, "qqq")
    qtbot.waitUntil(lambda: box.results.sentence.text().startswith("没有符合"))


def test_an_answer_to_what_was_typed_before_is_dropped(box, qtbot, desk, monkeypatch):
    gate, asked = threading.Event(), []

    def search(uow, text):
        asked.append(text)
        if text == "1":
            gate.wait(5)
        return [Hit(f"hit {text}", entry="people.card")]

    monkeypatch.setattr(desk, "search", search)
    qtbot.keyClicks(box, "1")
    qtbot.waitUntil(lambda: asked == ["1"])
    qtbot.keyClicks(box, "2")
    qtbot.waitUntil(lambda: "hit 12" in titles(box))
    gate.set()
    qtbot.wait(50)
    assert "hit 1" not in titles(box)


def test_when_the_registers_fail_commands_still_work(box, qtbot, desk, monkeypatch):
    def broken(uow, text):
        raise EnvironmentFault("away")

    monkeypatch.setattr(desk, "search", broken)
    qtbot.keyClicks(box, "dj")
    qtbot.waitUntil(lambda: "暂时无法搜索" in box.results.sentence.text())
    assert "登记纠纷" in titles(box)


def test_esc_empties_the_box_before_it_goes_back(box, qtbot, at_work):
    at_work.window.frame.pages.open("people.list")
    box.begin()
    qtbot.keyClicks(box, "dj")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert at_work.window.frame.pages.trail[-1] == "people.list"


def test_better_fits_come_first():
    commands = with_sounds([Command("打印登记表", "a"), Command("登记居民", "b"), Command("设置", "c", keywords="登记")])
    assert [command.entry for command in matching(commands, "登记")] == ["b", "a", "c"]
    assert [command.entry for command in matching(commands, "sz")] == ["c"]
    assert matching(commands, " ") == []
    assert matching(commands, "ｄｊ") == matching(commands, "dj") != []

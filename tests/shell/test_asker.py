"""Questions: answered by keys; the safe answer is the default of a dangerous one."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desk.shell.asker import QtAsker, RecordedAsker
from desk.shell.sheets import QuestionSheet

pytestmark = pytest.mark.gui


@pytest.fixture
def press(qtbot):
    """Press these keys in the question that will open."""
    def later(*keys, text=""):
        def act():
            sheet = QApplication.activeModalWidget()
            assert isinstance(sheet, QuestionSheet)
            if text:
                qtbot.keyClicks(sheet.findChild(QLineEdit), text)
            for key in keys:
                qtbot.keyClick(QApplication.focusWidget() or sheet, key)
        QTimer.singleShot(50, act)
    return later


@pytest.fixture
def asker(qapp):
    return QtAsker(lambda: None)


def test_enter_says_yes_to_a_harmless_question_and_no_to_a_dangerous_one(asker, press):
    press(Qt.Key.Key_Return)
    assert asker.confirm("打印 3 份?", yes="打印")
    press(Qt.Key.Key_Return)
    assert not asker.confirm("作废 3 号票?", yes="作废 3 号票", danger=True)
    press(Qt.Key.Key_Escape)
    assert not asker.confirm("打印 3 份?", yes="打印")


def test_a_choice_answers_the_value(asker, press):
    press(Qt.Key.Key_Return)
    assert asker.choose("哪一个?", [(7, "甲"), (8, "乙")]) == 7
    press(Qt.Key.Key_Escape)
    assert asker.choose("哪一个?", [(7, "甲"), (8, "乙")]) is None


def test_words_are_asked_for(asker, press):
    press(Qt.Key.Key_Return, text="abc")
    assert asker.ask_text("原因") == "abc"
    press(Qt.Key.Key_Escape, text="abc")
    assert asker.ask_text("原因") is None


def test_the_recorded_one_remembers_and_fails_when_not_prepared():
    asker = RecordedAsker([True, None, "x"])
    assert asker.confirm("a?")
    assert asker.choose("b?", [(1, "1")]) is None
    assert asker.ask_text("c?") == "x"
    asker.inform("d")
    assert asker.asked == ["a?", "b?", "c?", "d"]
    with pytest.raises(AssertionError, match="nobody prepared"):
        asker.confirm("e?")


def test_the_buttons_of_a_question_with_much_to_read_stay_on_a_small_screen(qtbot):
    detail = "\n".join(f"✗ 第{line}项说明" for line in range(90))
    sheet = QuestionSheet(None, "安装？", detail, [(True, "安装"), (None, "暂不")], 1)
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.height() < 700
    assert all(button.mapTo(sheet, button.rect().bottomLeft()).y() < sheet.height()
               for button in sheet.findChildren(QPushButton))

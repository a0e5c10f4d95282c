"""Wizards go back and forth and do nothing before the summary; long jobs say how far they are and can be stopped."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desk.core.errors import UserError
from desk.shell.kit.progress import ProgressPanel
from desk.shell.kit.wizard import Step, Wizard


def read_name(edit):
    if not edit.text():
        raise UserError("请填名称。")
    return {"name": edit.text(), "more": edit.text() == "long"}


@pytest.fixture
def wizard(ctx, qtbot):
    steps = (Step("名称?", lambda answers: QLineEdit(answers.get("name", "")), read_name, help="印在文书上",
                  sum_up=lambda answers: [("名称", answers["name"])]),
             Step("还要什么?", lambda answers: QLineEdit("x"), lambda edit: {"extra": edit.text()},
                  shown=lambda answers: answers.get("more", False), sum_up=lambda answers: [("另加", answers["extra"])]),
             Step("口令?", lambda answers: QLineEdit("123"), lambda edit: {"word": edit.text()}))
    made = Wizard(ctx, "开办", steps, finish="建立")
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def words_on(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_an_answer_that_will_not_do_is_refused_in_words(wizard, qtbot):
    qtbot.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    assert "请填名称。" in words_on(wizard)
    assert wizard._question.text() == "名称?"


def test_forth_back_and_through_to_the_summary_by_keys(wizard, qtbot):
    said = []
    wizard.accepted.connect(said.append)
    qtbot.keyClicks(wizard.widget, "long")
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard._question.text() == "还要什么?"
    qtbot.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.widget.text() == "long"
    wizard.widget.setText("short")
    for _page in range(2):
        qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.widget is None
    assert wizard.next_button.text() == "建立"
    assert "short" in words_on(wizard)
    assert said == []
    qtbot.mouseClick(wizard.back_button, Qt.MouseButton.LeftButton)
    assert wizard.widget.text() == "123"
    for _page in range(2):
        qtbot.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    assert said == [{"name": "short", "more": False, "word": "123"}]


def test_back_on_the_first_page_leaves(wizard, ctx, qtbot):
    qtbot.mouseClick(wizard.back_button, Qt.MouseButton.LeftButton)
    assert ctx.navigator.backs == 1


def test_progress_names_the_count_and_stops(jobs, qtbot):
    panel = ProgressPanel("导入居民")
    qtbot.addWidget(panel)
    begun, go = threading.Event(), threading.Event()

    def work(job):
        job.progress(12_400, 100_000, "正在导入")
        begun.set()
        assert go.wait(5)
        job.progress(12_500, 100_000, "正在导入")

    with qtbot.waitSignal(panel.over):
        panel.watch(jobs.work(work)).start()
        assert begun.wait(5)
        qtbot.waitUntil(lambda: panel.words.text() == "正在导入 12,400 / 100,000")
        assert panel.isVisible()
        qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
        go.set()
    assert not panel.isVisible()
    assert "没有留下" in panel.words.text()

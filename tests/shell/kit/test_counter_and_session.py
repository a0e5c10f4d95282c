"""The counter keeps the focus, answers large and can take back; a sitting ends only when what must be read out was."""

import pytest
from PySide6.QtCore import Qt

from desk.core.errors import UserError
from desk.host.pages import CounterAnswer, CounterSpec, ReadOut, SessionCard, SessionSpec
from desk.shell.kit.counter import CounterPage
from desk.shell.kit.pages import make_page
from desk.shell.kit.session_page import TickWords


class Box:
    """Ballots counted so far."""

    def __init__(self):
        self.counted = []

    def take(self, _uow, record_id, text):
        if text in self.counted:
            raise UserError("这张票已经计过。", todo="请核对票号。")
        self.counted.append(text)
        return CounterAnswer(f"{text} 号票", f"第 {record_id} 轮", undo=text)

    def undo(self, _uow, _record_id, text):
        self.counted.remove(text)

    def totals(self, _uow, _record_id):
        return [("已计", len(self.counted))]


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def counter(real, box, qtbot):
    sounds = []
    spec = CounterSpec("demo", "计票", "票号", box.take, box.undo, box.totals, digits=True)
    page = CounterPage(real, spec, record_id=2, sound=sounds.append)
    page.sounds = sounds
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    yield page
    qtbot.waitUntil(lambda: real.jobs.idle)


def scan(qtbot, page, *numbers):
    for number in numbers:
        qtbot.keyClicks(page.input, number)
        qtbot.keyClick(page.input, Qt.Key.Key_Return)


def test_a_fast_scanner_loses_nothing_and_the_focus_stays(counter, box, qtbot):
    assert counter.input.hasFocus()
    scan(qtbot, counter, "1", "2", "3", "2")
    qtbot.waitUntil(lambda: len(counter.sounds) == 4)
    assert box.counted == ["1", "2", "3"]
    assert counter.sounds == [True, True, True, False]
    assert "已经计过" in counter.answer.text()
    assert counter.detail.text() == "请核对票号。"
    assert counter.input.hasFocus()
    qtbot.waitUntil(lambda: counter.totals.count() > 1)


def test_the_last_one_can_be_taken_back_once(counter, box, qtbot):
    scan(qtbot, counter, "1", "2")
    qtbot.waitUntil(lambda: len(counter.sounds) == 2)
    qtbot.keyClick(counter.input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.counted == ["1"])
    qtbot.waitUntil(lambda: "已撤销" in counter.answer.text())
    assert not counter.undo_button.isEnabled()
    assert counter.input.hasFocus()


def test_a_counter_hands_on_what_its_last_answer_carried(real, qtbot):
    heard = []

    def take(_uow, _record_id, text, carried):
        heard.append((text, carried))
        if text == "x":
            raise UserError("没有这个人。")
        return CounterAnswer(text, carry=0 if text == "?" else text if text.isalpha() else None)

    page = CounterPage(real, CounterSpec("demo", "柜台", "姓名或编号", take, carries=True), sound=lambda accepted: None)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    scan(qtbot, page, "a", "1", "x", "2", "?", "3")
    qtbot.waitUntil(lambda: len(heard) == 6)
    assert heard == [("a", None), ("1", "a"), ("x", "a"), ("2", "a"), ("?", "a"), ("3", 0)]
    qtbot.waitUntil(lambda: real.jobs.idle)


@pytest.fixture
def session(ctx, qtbot):
    saved = []
    reads = (ReadOut("rights", "告知权利和义务。", "人民调解法 第23条"), ReadOut("more", "其他", needed=False))
    card = SessionCard("某案", "第2次", reads,
                       (("agreed", "达成协议"), ("later", "再约时间")), version=4)
    spec = SessionSpec("demo.session", "调解", lambda uow, record_id: card, lambda uow, draft: saved.append(draft),
                       after="demo.record")

    def open_it():
        page = make_page(ctx, spec, record_id=7)
        page.saved = saved
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
        return page
    return open_it


def test_a_sitting_ends_when_everything_needed_was_read_and_something_decided(session, ctx, qtbot):
    page = session()
    assert page.notes.hasFocus()
    qtbot.keyClicks(page.notes, "abc")
    page.save()
    assert "告知权利和义务" in page.notices.itemAt(0).widget().accessibleName()
    qtbot.keyClick(page.ticks[0][1], Qt.Key.Key_Space)
    page.save()
    assert page.saved == []
    qtbot.keyClick(page.decisions.button(1), Qt.Key.Key_Space)
    qtbot.keyClick(page.notes, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    [draft] = page.saved
    assert (draft["record_id"], draft["version"], draft["ticks"], draft["notes"], draft["decision"]) == (
        7, 4, ["rights"], "abc", "later")
    assert draft["began"] == ctx.clock.now()
    assert ctx.navigator.opened == [("demo.record", {"record_id": 7})]


def test_what_was_noted_survives(session, ctx, qtbot):
    page = session()
    qtbot.keyClicks(page.notes, "abc")
    qtbot.mouseClick(next(words for words in page.findChildren(TickWords) if words.text() == "其他"),
                     Qt.MouseButton.LeftButton)
    page.keep()
    ctx.clock.advance(hours=1)
    again = session()
    assert again.notes.toPlainText() == "abc"
    assert again.ticks[1][1].isChecked()
    assert again._began < ctx.clock.now()

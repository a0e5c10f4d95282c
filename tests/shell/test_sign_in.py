"""Signing in, locking, somebody else, leaving: by keys and clicks."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from desk.core.errors import EnvironmentFault
from desk.shell.app import Shell
from desk.shell.asker import RecordedAsker
from desk.shell.faults import FaultHook
from desk.shell.idle import IdleWatch
from desk.shell.ports import Opening
from desk.shell.start_fault import StartFaultPage
from desk.testing.shell import FakeDesk

pytestmark = pytest.mark.gui


def type_in(qtbot, shell, login, password):
    page = shell.window.sign_in
    page.login.clear()
    page.password.clear()
    qtbot.keyClicks(page.login, login)
    qtbot.keyClicks(page.password, password)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)


def test_the_account_field_has_the_focus_and_its_label_names_it(shell):
    page = shell.window.sign_in
    assert shell.window.focusWidget() is page.login
    assert not page.other.isVisible()


def test_a_wrong_password_is_told_beside_it_and_selected_for_the_next_try(shell, qtbot):
    page = shell.window.sign_in
    type_in(qtbot, shell, FakeDesk.login, "no")
    qtbot.waitUntil(lambda: page.enter.isEnabled() and page.trouble.text() != "")
    assert page.trouble.text() == "账号或密码不正确。"
    assert page.password.selectedText() == "no"
    assert shell.window.frame is None
    qtbot.keyClicks(page.password, "x")
    assert page.trouble.text() == ""


def test_nothing_is_asked_of_the_data_without_account_and_password(shell, qtbot):
    page = shell.window.sign_in
    qtbot.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    assert page.trouble.text() == "请输入账号。"
    qtbot.keyClicks(page.login, "wang")
    qtbot.keyClick(page.login, Qt.Key.Key_Return)
    assert page.trouble.text() == "请输入密码。"
    assert shell.jobs.idle


def test_a_password_entered_while_the_data_opens_waits_for_it(qapp, qtbot, desk, tmp_path, opening):
    gate = threading.Event()
    slow = Opening(opening.paths, lambda: gate.wait(10) and desk)
    shell = Shell(slow, FaultHook(), RecordedAsker())
    shell.begin()
    qtbot.waitExposed(shell.window)
    type_in(qtbot, shell, FakeDesk.login, FakeDesk.password)
    assert shell.window.sign_in.trouble.text() == "正在打开数据…"
    gate.set()
    qtbot.waitUntil(lambda: shell.window.frame is not None)
    shell.end()
    shell.window.close()


def test_a_start_that_fails_says_what_to_do_and_can_be_tried_again(qapp, qtbot, desk, opening):
    tries = []

    def load():
        tries.append(1)
        if len(tries) == 1:
            raise EnvironmentFault("数据文件由更新的版本写成。", advice="请先更新程序。")
        return desk

    shell = Shell(Opening(opening.paths, load), FaultHook(), RecordedAsker())
    shell.begin()
    qtbot.waitUntil(lambda: isinstance(shell.window.page, StartFaultPage))
    shell.window.page.again.emit()
    qtbot.waitUntil(lambda: shell.desk is desk)
    assert shell.window.locked
    shell.end()
    shell.window.close()


def test_the_desk_locks_when_nobody_touches_it_and_opens_where_it_was(at_work, qtbot, clock):
    frame = at_work.window.frame
    frame.pages.open("mediation.list")
    page = frame.pages.current
    page.field.setText("half typed")
    clock.advance(minutes=9, seconds=59)
    at_work._idle.look()
    assert not at_work.window.locked
    clock.advance(seconds=1)
    at_work._idle.look()
    assert at_work.window.locked
    assert page.kept[-1] == "half typed"
    assert page.concealed == 1
    cover = at_work.window.sign_in
    assert not cover.login.isVisible()
    assert "王秀英" in cover.lead.text()
    qtbot.keyClicks(cover.password, "wrong")
    qtbot.keyClick(cover.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cover.enter.isEnabled() and bool(cover.trouble.text()))
    assert at_work.window.locked
    cover.password.clear()
    qtbot.keyClicks(cover.password, FakeDesk.password)
    qtbot.mouseClick(cover.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not at_work.window.locked)
    assert frame.pages.current is page
    assert page.field.text() == "half typed"


def test_a_touch_starts_the_minutes_anew_and_zero_never_locks(qapp, clock, qtbot):
    told = []
    watch = IdleWatch(clock)
    watch.idle.connect(lambda: told.append(1))
    watch.start(10)
    clock.advance(minutes=9)
    for touch in (_a_key, _a_key_in_a_dialog, _chinese):
        touch(qtbot)
        clock.advance(minutes=9)
        watch.look()
        assert told == []
    clock.advance(minutes=-60)
    watch.look()
    clock.advance(minutes=10)
    watch.look()
    assert told == [1]
    watch.start(0)
    clock.advance(days=3)
    watch.look()
    assert told == [1]
    watch.stop()


def _a_key(qtbot):
    """A key, as the system delivers it: to the window."""
    field = _field(qtbot)
    qtbot.keyClick(field.windowHandle(), Qt.Key.Key_A)


def _a_key_in_a_dialog(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_A)


def _chinese(qtbot):
    """What an input method commits comes to the field and to no window."""
    field, event = _field(qtbot), QInputMethodEvent()
    event.setCommitString("王秀英")
    QApplication.sendEvent(field, event)
    qtbot.wait(1)


def _field(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitActive(field):
        field.activateWindow()
    field.setFocus()
    return field


def test_questions_standing_open_go_down_when_it_locks(at_work, qtbot):
    sheet = QDialog(at_work.window)
    sheet.open()
    at_work.lock()
    assert not sheet.isVisible()
    assert at_work.window.locked


def test_no_key_opens_anything_behind_the_cover(at_work, qtbot):
    at_work.lock()
    before = at_work.window.frame.pages.trail
    qtbot.keyClick(at_work.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(at_work.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert at_work.window.frame.pages.trail == before
    assert at_work.window.locked


def test_somebody_else_signs_in(at_work, qtbot, desk):
    at_work.lock()
    qtbot.mouseClick(at_work.window.sign_in.other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.left == ["王秀英"])
    assert at_work.window.frame is None
    assert at_work.window.sign_in.login.isVisible()
    type_in(qtbot, at_work, FakeDesk.login, FakeDesk.password)
    qtbot.waitUntil(lambda: at_work.window.frame is not None)


def test_leaving_keeps_what_is_typed_notes_it_and_closes_the_data(at_work, qtbot, desk):
    at_work.window.frame.pages.open("mediation.list")
    page = at_work.window.frame.pages.current
    page.field.setText("typed")
    qtbot.keyClick(at_work.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert page.kept[-1] == "typed"
    assert desk.left == ["王秀英"]
    assert desk.quiet_backups == 1
    assert desk.closed


def test_a_password_set_by_somebody_else_must_be_changed_first(shell, qtbot, desk, monkeypatch):
    desk.must_change = True
    type_in(qtbot, shell, FakeDesk.login, FakeDesk.password)
    qtbot.waitUntil(lambda: shell.window.page is not None)
    page = shell.window.page
    for name, text in (("old", "a"), ("new", "first words here"), ("again", "other words here")):
        qtbot.keyClicks(page.fields[name], text)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert page.trouble.text() == "两次输入的新密码不一致，请再输一次。"
    assert shell.window.frame is None
    changed = []
    monkeypatch.setattr("desk.core.staff.service.change_own_password", lambda uow, old, new: changed.append((old, new)))
    page.fields["again"].setText("first words here")
    qtbot.keyClick(page.fields["again"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.window.frame is not None)
    assert changed == [("a", "first words here")]


def test_every_half_hour_what_changed_is_backed_up_and_a_failure_is_said(at_work, qtbot, desk, monkeypatch):
    assert at_work._half_hour.isActive()
    at_work._half_hour.timeout.emit()
    qtbot.waitUntil(lambda: desk.quiet_backups == 1 and at_work.jobs.idle)

    def full():
        raise EnvironmentFault("磁盘已满。", advice="请腾出空间。")

    monkeypatch.setattr(desk, "back_up_quietly", full)
    at_work._half_hour.timeout.emit()
    qtbot.waitUntil(at_work.window.frame.toast.isVisible)
    assert "请腾出空间" in at_work.window.frame.toast.text.text()
    monkeypatch.undo()

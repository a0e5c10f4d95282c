"""Faults in words by family; reports without a person's data; a bug is told once."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QPushButton

from desk.core.errors import Cancelled, Conflict, EnvironmentFault, UserError
from desk.shell.faults import FaultHook, report, told
from desk.shell.sheets import FaultSheet

SECRET = "张桂兰 110105194912310021 13800000000 /home/zhangguilan/desk"


def caught(error):
    try:
        raise error
    except type(error) as found:
        return found


@pytest.mark.parametrize(("error", "family"), [
    (UserError("先选调解员。"), "user"), (Cancelled("x"), "user"), (Conflict("changed"), "conflict"),
    (EnvironmentFault("away"), "world"), (OSError(28, "No space"), "world"), (MemoryError(), "world"),
    (OSError(2, "No such file"), "bug"), (KeyError("x"), "bug")])
def test_each_error_has_its_family(error, family):
    assert told(error).family == family


def test_what_the_user_may_put_right_is_said_in_her_words():
    found = told(UserError("应有代理人签字。", source="人民调解法 第28条", todo="请补签。"))
    assert found.text == "应有代理人签字。(人民调解法 第28条) 请补签。"
    assert found.report == ""


def test_a_conflict_shows_both_versions():
    found = told(Conflict("已被修改", mine={"电话": "1"}, theirs={"电话": "2"}))
    assert found.lines == ("电话：本人所填“1”，对方所填“2”",)


def test_a_report_names_kinds_and_places_and_nothing_of_people():
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as first:
            raise RuntimeError(SECRET) from first
    except RuntimeError as error:
        text = report(error)
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "tests/shell/test_faults.py" in text
    for part in SECRET.split():
        assert part not in text


def test_a_plugins_mistake_is_told_with_its_name(qapp, expect_log):
    expect_log("Bug")
    heard, hook = [], FaultHook()
    hook.happened.connect(heard.append)
    hook.blame = lambda error: "失物招领" if isinstance(error, ZeroDivisionError) else ""
    hook.take(caught(ZeroDivisionError("x")))
    hook.take(caught(UserError("先选调解员。")))
    assert "失物招领" in heard[0].text
    assert len(heard) == 2


def test_a_bug_is_told_once_and_a_storm_of_them_not_at_all(qapp, expect_log):
    expect_log("Bug")
    now, heard = [0.0], []
    hook = FaultHook(now=lambda: now[0])
    hook.happened.connect(heard.append)
    for _time in range(63):
        hook.take(_same_bug())
    assert len(heard) == 1
    now[0] = 61.0
    hook.take(_same_bug())
    assert len(heard) == 2
    for kind in (KeyError, ValueError, TypeError, IndexError, LookupError):
        hook.take(caught(kind("x")))
    assert len(heard) == 4


def _same_bug():
    return caught(KeyError("x"))


def test_what_nobody_caught_is_told_also_from_a_thread(qapp, qtbot, expect_log):
    expect_log("Bug")
    heard, before = [], (sys.excepthook, threading.excepthook)
    hook = FaultHook()
    hook.happened.connect(heard.append)
    hook.install()
    try:
        worker = threading.Thread(target=_fail)
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: bool(heard))
        error = caught(ZeroDivisionError("y"))
        sys.excepthook(type(error), error, error.__traceback__)
        assert len(heard) == 2
    finally:
        hook.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def _fail():
    raise LookupError(SECRET)


@pytest.mark.gui
def test_the_sheet_offers_to_try_again_and_to_copy(qapp, qtbot):
    sheet = FaultSheet(told(EnvironmentFault("打印机没有应答。", advice="请检查电源。", retry=True)))
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.again):
        next(b for b in sheet.findChildren(QPushButton) if b.text() == "重试").click()
    bug = FaultSheet(told(caught(KeyError("x"))))
    qtbot.addWidget(bug)
    next(b for b in bug.findChildren(QPushButton) if b.text() == "复制报告").click()
    assert "builtins.KeyError" in qapp.clipboard().text()


@pytest.mark.gui
def test_the_sheet_of_a_bug_leads_to_the_log(qapp, qtbot, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: shown.append(url.toLocalFile()))
    sheet = FaultSheet(told(caught(KeyError("x"))), log_folder=tmp_path)
    qtbot.addWidget(sheet)
    sheet.show()
    found = next(b for b in sheet.findChildren(QPushButton) if b.text() == "打开日志文件夹")
    assert found.isVisible()
    found.click()
    assert shown == [str(tmp_path)]
    without = FaultSheet(told(caught(KeyError("x"))), log_folder=tmp_path / "none")
    qtbot.addWidget(without)
    without.show()
    assert not next(b for b in without.findChildren(QPushButton) if b.text() == "打开日志文件夹").isVisible()


def test_a_mistake_in_the_telling_itself_ends_at_the_console(qapp, expect_log, capsys):
    expect_log("Bug")

    def breaks(_told):
        raise AttributeError("the sheet is broken")

    hook = FaultHook()
    hook.happened.connect(breaks)
    hook.install()
    try:
        error = caught(ZeroDivisionError("y"))
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        hook.uninstall()
    assert "the sheet is broken" in capsys.readouterr().err


PAINTER = """
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    def paintEvent(self, event):
        {}["colour"]
"""


def test_a_page_that_paints_wrongly_is_told_and_its_plugin_blamed_while_the_window_goes_on(qapp, qtbot, expect_log):
    expect_log("Bug")
    space = {"__name__": "plugins.good.views"}
    exec(PAINTER, space)  # noqa: S102
    blamed, heard, hook = [], [], FaultHook()
    hook.blame = lambda error: blamed.append(inner_module(error)) or "便笺"
    hook.happened.connect(heard.append)
    hook.install()
    try:
        page = space["Page"]()
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        hook.uninstall()
    assert blamed[0] == "plugins.good.views"
    assert "便笺" in heard[0].text
    assert page.isVisible()


def inner_module(error):
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    return trace.tb_frame.f_globals["__name__"]

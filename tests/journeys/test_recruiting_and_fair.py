"""The recruiting counter and the fair by keys: names taken one line each, called back, registered; stalls counted."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.forms import act, command, saved


@pytest.fixture
def desk(hall, open_window):
    """The window in an empty hall."""
    return open_window(hall)


def planned(desk, title, form, **more):
    """An activity planned in its form; the record's page stands afterwards."""
    command(desk, "志愿活动")
    desk.keys("Ctrl+N")
    desk.fill("活动名称", title)
    desk.fill("形式", form)
    for label, text in more.items():
        desk.fill(label, text)
    saved(desk, title)


def counter(desk):
    """The counter's one line, which says what to type."""
    return next(line for line in desk.window.findChildren(QLineEdit)
                if line.isVisible() and line.placeholderText().startswith("姓名、电话"))


def taken(desk, count):
    """Whether the counter's running total says so many."""
    lines = desk.page().splitlines()
    return any((one, other) in (("留名", str(count)), (str(count), "留名")) for one, other in pairwise(lines))


def test_names_are_taken_at_the_stall_called_back_and_registered(desk):
    planned(desk, "广场现场招募", "招募", 服务内容="楼栋巡查", 招募时告知的风险="夜间结伴而行")
    act(desk, "发布招募", "备注")
    saved(desk, "现场招募")
    desk.rest()
    desk.click("现场留名")
    desk.sees("计划招募")
    for count, line in enumerate(("王桂珍 13800000021 1990 会理发", "沈立新 13800000022 1985 夜间巡逻"), 1):
        desk.window.activateWindow()  # offscreen a window may lose the focus to nobody
        QTest.mouseClick(counter(desk), Qt.MouseButton.LeftButton)
        desk.until(QApplication.focusWidget, "the counter's line")
        desk.write(line)
        desk.keys("Return")
        desk.until(lambda count=count: taken(desk, count), f"{count} taken")
    desk.keys("Ctrl+Z")
    desk.until(lambda: taken(desk, 1), "the last one undone")
    command(desk, "招募意向人")
    desk.sees("共 1 条")
    desk.open_row("王桂珍")
    desk.sees("留名内容")
    act(desk, "已回访", "回访结果")
    saved(desk, "登记为志愿者")
    act(desk, "登记为志愿者", "出生日期")
    desk.fill("出生日期", "1990-03-05")
    desk.tick("同意保存个人信息")
    saved(desk, "打开志愿者档案")
    desk.rest()
    desk.click("打开志愿者档案")
    desk.sees("ZY1")


def test_a_fair_is_planned_with_its_stalls_and_what_they_served_is_counted(desk):
    planned(desk, "广场便民集市", "便民集市", 地点="中心广场")
    act(desk, "发布招募", "备注")
    saved(desk, "广场便民集市")
    act(desk, "摊位和服务人次", "项目")
    desk.fill("项目", "磨刀")
    desk.fill("服务人次", "18")
    saved(desk, "磨刀", "18人次")

"""Volunteering by keys in the real window: a list brought in, a team led, a post claimed."""

import pytest

from tests.journeys.forms import command

LIST = """姓名,联系电话,出生日期,特长,服务意向,同意书日期
龚桂兰,13800000001,1964-03-07,理发、磨刀,便民服务,2026-10-01
沈大力,13800000002,1970-05-02,,夜间巡逻,2026-10-01
无电话,,1970-05-02,,,
"""


@pytest.fixture
def desk(hall, open_window, tmp_path):
    """The window with two volunteers out of a spreadsheet."""
    file = tmp_path / "志愿者.csv"
    file.write_text(LIST, "gb18030")
    desk = open_window(hall, answers=[file])
    command(desk, "导入志愿者名单")
    desk.click("选择表格文件")
    desk.sees("未通过 1")
    desk.click("导入 2")
    desk.sees("已导入")
    desk.rest()
    desk.click("查看名册")
    desk.sees("志愿活动")
    return desk


def test_a_list_of_volunteers_comes_in(desk):
    desk.sees("共 2 条")
    desk.sees("今年新登记 2 人")


def test_a_team_is_founded_and_led_and_a_post_claimed_and_its_card_printed(desk):
    command(desk, "团队与岗位")
    desk.keys("Ctrl+N")
    desk.fill("名称", "翠湖巡逻队")
    desk.keys("Ctrl+S")
    desk.sees("还没有队长")
    desk.click("加入队伍")
    desk.fill("志愿者", "ZY1")
    desk.fill("岗位", "队长")
    desk.keys("Ctrl+S")
    desk.sees("龚桂兰")
    command(desk, "推出常设岗位")
    desk.keys("Ctrl+S")
    desk.rest()
    command(desk, "团队与岗位")
    desk.sees("治安巡逻岗")
    desk.open_row("治安巡逻岗")
    desk.click("认领岗位")
    desk.fill("志愿者", "沈大力")
    desk.keys("Ctrl+S")
    desk.sees("认领了本岗位")
    desk.click("受理沈大力的认领")
    desk.keys("Ctrl+S")
    desk.sees("志愿服务岗位证")
    desk.rest()
    desk.click("志愿服务岗位证")
    desk.sees("打印")

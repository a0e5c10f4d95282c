"""Volunteering by keys in the real window: a list brought in, a team led, a post claimed, names at a stall."""

import pytest

LIST = """姓名,联系电话,出生日期,特长,服务意向,同意书日期
龚桂兰,13800000001,1964-03-07,理发、磨刀,便民服务,2026-10-01
沈大力,13800000002,1970-05-02,,夜间巡逻,2026-10-01
无电话,,1970-05-02,,,
"""
NAMES = ("吕晓梅 13800000011 1988 会理发", "曹建军 13800000012 愿意巡逻", "丁雨桐 13800000013 2004",
         "孔令辉 13800000014 修自行车", "白秀英 13800000015 1959 合唱队")


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


def command(desk, words):
    """Ctrl+K, the words, Enter."""
    desk.keys("Ctrl+K")
    desk.write(words)
    desk.rest(0.8)
    desk.keys("Return")
    desk.rest()


def test_a_team_is_founded_and_led_and_a_post_claimed_and_its_card_printed(desk):
    desk.click("团队与岗位")
    desk.keys("Ctrl+N")
    desk.fill("名称", "翠湖巡逻队")
    desk.keys("Ctrl+S")
    desk.sees("还没有队长")
    desk.click("加入队伍")
    desk.fill("志愿者", "ZY1")
    desk.fill("角色", "负责人")
    desk.keys("Ctrl+S")
    desk.sees("龚桂兰")
    command(desk, "推出常设岗位")
    desk.keys("Ctrl+S")
    desk.rest()
    desk.click("团队与岗位")
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


def test_five_names_are_taken_at_the_stall(desk):
    desk.click("志愿活动")
    desk.keys("Ctrl+N")
    desk.fill("活动名称", "现场招募")
    desk.fill("形式", "招募")
    desk.fill("服务内容", "楼栋巡查和便民服务")
    desk.keys("Ctrl+S")
    desk.sees("请先说明危险")
    desk.rest()
    desk.click("修改")
    desk.fill("招募时告知的风险", "夜间结伴而行")
    desk.keys("Ctrl+S")
    desk.click("开放报名")
    desk.keys("Ctrl+S")
    desk.click("现场留名")
    desk.rest()
    for line in NAMES:
        desk.write(line)
        desk.keys("Return")
        desk.sees(f"{line.split()[0]}已留名")
    desk.write(NAMES[0])
    desk.keys("Return")
    desk.sees("已于2026-11-05留过名")
    desk.click("招募意向人")
    desk.sees("待回访5人")

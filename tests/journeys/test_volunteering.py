"""Volunteering by keys in the real window: a list brought in, a team led, a post claimed, a year to star and certificate."""

import pytest

from desk.core.timesheets.drafts import Whose
from desk.core.timesheets.queries import count_minutes
from tests.journeys.forms import FORM, act, choose_person, command, look, saved, the_row

LIST = """姓名,联系电话,出生日期,特长,服务意向,同意书日期
龚桂兰,13800000001,1964-03-07,理发、磨刀,便民服务,2026-10-01
沈大力,13800000002,1970-05-02,,夜间巡逻,2026-10-01
无电话,,1970-05-02,,,
"""
RESIDENT = """姓名,身份证号,性别,联系电话,住址
龚桂兰,110101196403070025,女,13800000001,翠湖花园3幢2单元502室
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
    desk.save()
    desk.sees("还没有队长")
    desk.click("加入队伍")
    desk.fill("志愿者", "ZY1")
    desk.fill("岗位", "队长")
    desk.save()
    desk.sees("龚桂兰")
    command(desk, "推出常设岗位")
    desk.save()
    desk.rest()
    command(desk, "团队与岗位")
    desk.sees("治安巡逻岗")
    desk.open_row("治安巡逻岗")
    desk.click("认领岗位")
    desk.fill("志愿者", "沈大力")
    desk.save()
    desk.sees("认领了本岗位")
    desk.click("受理沈大力的认领")
    desk.save()
    desk.sees("志愿服务岗位证")
    desk.rest()
    desk.click("志愿服务岗位证")
    desk.sees("打印")


def confirming(desk, button):
    """Click a record's button behind which there is only a sentence to agree to."""
    desk.rest()
    desk.click(button)
    desk.sees(FORM)


def month(desk, clock, title):
    """One activity: planned, published, held, typed from paper, confirmed, closed, hung out, entered after its days."""
    command(desk, "志愿活动")
    desk.keys("Ctrl+N")
    desk.fill("活动名称", title)
    saved(desk, title)
    act(desk, "发布招募", "备注")
    saved(desk, "录入纸质签到表")
    clock.advance(days=1, hours=4)
    desk.click("录入纸质签到表")
    desk.sees("回车进入下一格")
    for typed in ("ZY1", "900", "1100"):
        desk.write(typed)
        desk.keys("Return")
    desk.save()
    desk.sees("确认签到表")
    confirming(desk, "确认签到表")
    saved(desk, "已确认")
    act(desk, "结束活动", "活动小结")
    desk.fill("活动小结", "老人满意。")
    saved(desk, "老人满意。")
    desk.rest()
    command(desk, "时长公示")
    desk.sees("公示已确认时长")
    desk.keys("Ctrl+N")
    desk.sees(FORM)
    saved(desk, "公示")
    clock.advance(days=8, hours=20)
    command(desk, "时长公示")
    desk.sees("公示已确认时长")
    desk.open_row("后可记入")
    confirming(desk, "记入时长")
    saved(desk, "已记入")


def test_a_year_of_one_volunteer_from_sign_up_to_a_star_and_a_certificate(hall, open_window, wall_clock, tmp_path):
    file = tmp_path / "居民.csv"
    file.write_text(RESIDENT, "gb18030")
    desk = open_window(hall, answers=[file])
    desk.click("导入居民名册")
    desk.click("选择表格文件")
    desk.click("导入 1")
    desk.sees("已导入")
    desk.rest()
    command(desk, "星级标准")
    desk.open_row("一星级志愿者")
    desk.fill("星级名称", "一星级志愿者")
    desk.fill("所需时长", "5")
    saved(desk, "一星级志愿者")
    command(desk, "志愿者")
    desk.keys("Ctrl+N")
    choose_person(desk, "从居民库选择", 0, "龚桂", "龚桂兰")
    desk.tick("理发")
    desk.tick("同意保存个人信息")
    saved(desk, "龚桂兰", "ZY1")
    for place, title in enumerate(("冬季理发", "春季理发", "夏季理发")):
        wall_clock.advance(days=90 if place else 10)
        month(desk, wall_clock, title)
    assert look(hall, wall_clock, lambda uow: count_minutes(uow, Whose("volunteer.volunteer", 1))) == 360
    command(desk, "志愿者")
    desk.rest()
    desk.open_row("ZY1")
    desk.sees("服务 6小时")
    act(desk, "评定星级", "评定单位")
    saved(desk, "一星级志愿者 ")
    act(desk, "开具证明", "用途")
    desk.fill("负责人", "沈建国")
    saved(desk, "志愿服务记录证明")
    from plugins.volunteer.models import Certificate, StarGrant

    found = the_row(hall, wall_clock, Certificate)
    assert found.minutes == 360
    assert the_row(hall, wall_clock, StarGrant).level == 1
    desk.click("志愿服务记录证明")
    desk.sees("尚未打印")
    desk.rest()
    desk.keys("Esc")
    desk.sees("证明作废")
    desk.rest()
    command(desk, "核验证明")
    desk.sees("最近几条")
    desk.write(found.code)
    desk.keys("Return")
    desk.sees(found.number)

"""The legal desk and files from outside, by keys: duties, lectures, tours, doorsteps, copies, a joint meeting, imports."""

import pytest

from tests.journeys.forms import act, command, look, prepare, refused, saved, the_row

LEDGER = """编号,发现时间,当事人,类型,基本情况,结果,销号时间
隐患〔2025〕1号,2025-03-01,龚某、欧阳某,邻里纠纷,卫生间漏水,已化解,2025-03-11
隐患〔2025〕2号,2025-04-02,业主与物业,物管,停车收费争执,,
隐患〔2025〕3号,下月,业主与物业,物管,停车收费争执,,
"""
COURT = """法院,案号,案由,原告,被告,移送方式,委派日期
某区人民法院,(2026)民初9号,物业服务合同纠纷,和平物业,李某,委托(简易程序),2026-11-02
"""


@pytest.fixture
def desk(hall, open_window):
    return open_window(hall)


def line(uow):
    """A line of the ledger entered on the first of the month."""
    from datetime import date

    from plugins.mediation.drafts.hazard import HazardDraft
    from plugins.mediation.service.hazards import save_hazard

    return save_hazard(uow, HazardDraft("neighbour", "两户争车位", date(2026, 10, 20), parties="两户", person="何苗"))


def test_duty_lawyers_stand_on_the_month_s_sheet(desk, hall, wall_clock):
    command(desk, "法律服务分月安排")
    desk.open_row("2026年11月")
    desk.sees("流动法律服务站巡回安排表")
    act(desk, "排值班表", "律师")
    desk.rest()
    desk.fill("日期", "2026-11-06")
    desk.fill("时段", "下午")
    refused(desk, "律师")
    desk.fill("律师", "甲律师")
    saved(desk, "甲律师 · 下午")


def test_a_lecture_is_planned_and_counted(desk, hall, wall_clock):
    from plugins.mediation.models import Lecture

    command(desk, "法治讲座")
    act(desk, "登记讲座", "讲座主题")
    refused(desk, "讲座主题")
    desk.fill("讲座主题", "遗嘱怎样写")
    desk.fill("主讲人", "甲律师")
    saved(desk, "补记到场人数")
    act(desk, "补记到场人数", "到场人数")
    desk.fill("到场人数", "31")
    saved(desk, "更正讲座", "31")
    assert the_row(hall, wall_clock, Lecture).heads == 31


def test_a_tour_is_planned_and_made_at_the_stop(desk, hall, wall_clock):
    from desk.api.db import PageRequest
    from desk.api.visits import list_visits

    command(desk, "安排流动法律服务站")
    desk.fill("停靠地点", "小区北门")
    desk.fill("星期", "星期四")
    saved(desk)
    command(desk, "首页")
    desk.sees("小区北门流动法律服务站")
    command(desk, "门前店面调解")
    desk.fill("地点", "小区北门")
    desk.fill("纠纷简要情况", "押金退还争执")
    refused(desk, "情况说明")
    desk.fill("情况说明", "查看合同后协商退还")
    saved(desk, "押金退还争执")
    visits = look(hall, wall_clock, lambda uow: list_visits(uow, PageRequest(filters={"purpose": "mediation.doorstep"})).rows)
    assert [(one.place, one.solved) for one in visits] == [("小区北门", True)]


def test_a_month_s_results_are_copied_and_the_receipt_entered(hall, open_window, wall_clock):
    from plugins.mediation.models import ResultCopy

    prepare(hall, wall_clock, line)
    desk = open_window(hall)
    command(desk, "结果抄送")
    act(desk, "抄送月度结果", "抄送单位")
    desk.fill("抄送单位", "")
    refused(desk, "抄送单位")
    desk.fill("抄送单位", "街道平安办")
    saved(desk, "2026年10月", "何苗")
    act(desk, "已送达", "回执")
    saved(desk, "登记回执")
    act(desk, "登记回执", "回执")
    desk.fill("回执", "平安办已收")
    saved(desk, "平安办已收")
    row = the_row(hall, wall_clock, ResultCopy)
    assert (row.receipt, len(row.lines)) == ("平安办已收", 1)


def test_a_joint_meeting_is_called_and_its_task_done(desk, hall, wall_clock):
    from desk.api.db import PageRequest
    from desk.api.meetings import list_gatherings

    command(desk, "矛盾纠纷调解联席会议")
    act(desk, "召集联席会议", "地点")
    desk.fill("地点", "社区会议室")
    saved(desk, "写纪要", "司法所")
    act(desk, "写纪要", "分析研判")
    desk.fill("分析研判", "物业纠纷上升")
    desk.click("添加任务")
    desk.fill("跟进事项", "排查停车收费")
    saved(desk, "已落实：排查停车收费")
    act(desk, "已落实：排查停车收费", "处理结果")
    desk.fill("处理结果", "已排查")
    saved(desk, "✓ 已排查")
    (meeting,) = look(hall, wall_clock, lambda uow: list_gatherings(uow, PageRequest(filters={"kind": "dispute_joint"})).rows)
    assert meeting.closed


def test_limits_and_departments_of_a_kind_are_proposed(hall, open_window, wall_clock):
    prepare(hall, wall_clock, line)
    desk = open_window(hall)
    command(desk, "各类纠纷的期限和部门")
    desk.fill("化解期限", "10", which=1)
    desk.fill("会诊部门", "妇联", which=1)
    saved(desk)
    command(desk, "隐患台账")
    desk.open_row("两户")
    act(desk, "落实包案", "包案领导")
    assert desk.value("期限") == "2026-11-15"
    desk.keys("Esc")
    desk.sees("提请会诊")
    act(desk, "提请会诊", "部门")
    assert desk.value("部门") == "妇联"


def test_old_ledgers_and_courts_lists_come_in_as_files(hall, open_window, wall_clock, tmp_path):
    from plugins.mediation.models import CourtMatter, Hazard

    files = []
    for name, text in (("隐患.csv", LEDGER), ("法院.csv", COURT)):
        files.append(tmp_path / name)
        files[-1].write_text(text, "gb18030")
    desk = open_window(hall, answers=[*files, True])
    command(desk, "导入旧隐患台账")
    desk.click("选择表格文件")
    desk.sees("未通过 1")
    desk.click("导入 2")
    desk.sees("撤销整次导入")
    numbers = look(hall, wall_clock, lambda uow: [one.struck_on is not None for one in uow.session.query(Hazard)])
    assert sorted(numbers) == [False, True]
    command(desk, "从文件导入法院清单")
    desk.click("选择表格文件")
    desk.click("导入 1")
    desk.sees("撤销整次导入")
    assert the_row(hall, wall_clock, CourtMatter).until.isoformat() == "2026-11-09"
    desk.rest()
    desk.click("撤销整次导入")
    desk.sees("导入已撤销")
    assert look(hall, wall_clock, lambda uow: uow.session.query(CourtMatter).count()) == 0

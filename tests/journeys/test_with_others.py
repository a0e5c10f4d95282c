"""Work with others in the window: the court's matter and back, the grid's slip, the legal desk, bodies, mediators and rooms."""

import pytest

from tests.journeys.forms import act, command, refused, saved, the_row


@pytest.fixture
def desk(hall, open_window):
    return open_window(hall)


def test_a_matter_of_the_court_becomes_a_case_and_is_answered(desk, hall, wall_clock):
    from plugins.mediation.models import CourtMatter, Dispute

    command(desk, "诉调对接")
    act(desk, "登记法院委派事项", "法院案号")
    desk.fill("法院", "某区人民法院")
    refused(desk, "法院案号")
    desk.fill("法院案号", "(2026)民诉前调12号")
    desk.fill("原告", "和平物业")
    desk.fill("被告", "韩某")
    saved(desk, "转为调解案件")
    act(desk, "转为调解案件", "原告")
    saved(desk, "接受委托移送调解")
    command(desk, "诉调对接")
    desk.open_row("(2026)民诉前调12号")
    act(desk, "向法院复函", "情况说明")
    desk.sees("和平物业、韩某")
    refused(desk, "调解结果")
    desk.fill("调解结果", "调解不成")
    desk.fill("情况说明", "双方分歧较大")
    saved(desk, "双方分歧较大")
    row = the_row(hall, wall_clock, CourtMatter)
    assert (row.outcome, row.returned_on.isoformat()) == ("failed", "2026-11-05")
    assert the_row(hall, wall_clock, Dispute).transferred_by == "某区人民法院"


def test_the_court_s_list_is_pasted(desk, hall, wall_clock):
    from plugins.mediation.models import CourtMatter

    command(desk, "导入法院清单")
    desk.fill("法院", "某区人民法院")
    desk.fill("法院清单", "案号,案由")
    refused(desk, "案号")
    desk.fill("法院清单", "案号\t案由\t原告\t被告\n(2026)民诉前调12号\t物业服务合同\t和平物业\t李某")
    saved(desk)
    assert the_row(hall, wall_clock, CourtMatter).plaintiff == "和平物业"


def test_the_grid_s_slip_is_a_line_of_the_ledger_and_is_answered(desk, hall, wall_clock):
    from plugins.mediation.models import GridHandover

    command(desk, "网格移交")
    act(desk, "登记移交单", "网格员")
    desk.fill("网格员", "小吕")
    desk.fill("纠纷简要情况", "两户争车位")
    saved(desk, "答复网格")
    desk.click("打开隐患台账")
    desk.sees("落实包案")
    desk.keys("Esc")
    act(desk, "答复网格", "答复网格")
    desk.sees("两户争车位")
    desk.fill("答复网格", "已化解")
    saved(desk)
    desk.until(lambda: "答复网格(" not in desk.page(), "the slip's card")
    row = the_row(hall, wall_clock, GridHandover)
    assert (row.reply, row.replied_on.isoformat()) == ("已化解", "2026-11-05")


def test_somebody_asks_at_the_legal_desk(desk, hall, wall_clock):
    from plugins.mediation.models import LegalConsult

    command(desk, "法律服务台")
    act(desk, "登记接待", "咨询问题")
    refused(desk, "咨询问题")
    desk.fill("咨询问题", "遗嘱怎样写才有效")
    desk.fill("处理方式", "预约值班律师")
    desk.fill("预约日期", "2026-11-09")
    saved(desk, "补记办理结果", "匿名")
    act(desk, "补记办理结果", "处理结果")
    desk.fill("处理结果", "律师已面谈")
    saved(desk, "律师已面谈")
    assert the_row(hall, wall_clock, LegalConsult).booked_on.isoformat() == "2026-11-09"


def test_a_body_takes_part(desk, hall, wall_clock):
    from plugins.mediation.models import MediationBody

    command(desk, "综合性调解机制")
    act(desk, "添加成员单位", "名称")
    desk.fill("单位类别", "党组织")
    desk.fill("名称", "社区党总支")
    saved(desk, "社区党总支")
    assert the_row(hall, wall_clock, MediationBody).kind == "party"


def test_a_mediator_who_is_a_party_is_refused_by_name(desk, hall, wall_clock):
    from plugins.mediation.models import Dispute, Mediator

    command(desk, "人民调解员")
    act(desk, "登记调解员", "姓名")
    desk.fill("姓名", "沈建国")
    saved(desk, "登记培训")
    act(desk, "聘任", "方式")
    saved(desk, "2026-11-05 ~ 2029-11-04")
    act(desk, "登记培训", "内容")
    desk.fill("内容", "人民调解法")
    desk.fill("时长", "90")
    saved(desk, "90分钟")
    command(desk, "登记纠纷")
    desk.sees("纠纷简要情况")
    desk.fill("纠纷简要情况", "漏水")
    desk.fill("姓名或名称", "沈建国")
    desk.fill("姓名或名称", "欧阳䶮", which=1)
    saved(desk, "下一步")
    act(desk, "受理", "人民调解员")
    desk.fill("人民调解员", "沈建国")
    refused(desk, "沈建国是本纠纷当事人")
    desk.fill("人民调解员", "何苗")
    refused(desk, "何苗不在调解员名册中")
    desk.tick("已告知当事人")
    saved(desk, "第1号")
    assert the_row(hall, wall_clock, Dispute).mediators == ["何苗"]
    assert the_row(hall, wall_clock, Mediator).name == "沈建国"


def test_a_room_is_registered(desk, hall, wall_clock):
    from plugins.mediation.models import StarRoom

    command(desk, "调解室")
    act(desk, "登记调解室", "调解室名称")
    refused(desk, "调解室名称")
    desk.fill("调解室名称", "老单调解室")
    desk.fill("开放时间", "每周二")
    saved(desk, "老单调解室", "每周二")
    assert the_row(hall, wall_clock, StarRoom).name == "老单调解室"


def test_the_room_s_phrases_and_rounds_are_opened_by_their_names(desk, hall, wall_clock):
    from plugins.mediation.models import Phrase

    command(desk, "调解室常用语")
    desk.click("添加常用语")
    refused(desk, "用于栏目")
    desk.fill("用于栏目", "条款")
    desk.fill("内容", "双方互不追究；")
    saved(desk)
    row = the_row(hall, wall_clock, Phrase)
    assert (row.use, row.text) == ("mediation.clause", "双方互不追究；")
    command(desk, "按月回访计划")
    desk.open_row("2026年12月")
    desk.sees("本月没有应回访的案件")

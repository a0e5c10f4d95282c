"""The hazard ledger in the window: found, on the clock, somebody answers for it, struck off, and up again; patrols; studies."""

import pytest

from tests.journeys.forms import act, command, look, prepare, refused, saved, the_row


@pytest.fixture
def desk(hall, open_window, wall_clock):
    """The window on a hall with one grid."""
    from desk.api.places import AreaDraft, add_area, list_areas
    from desk.testing.hall import put_settings

    def grid(uow):
        community = next((one.id for one in list_areas(uow, kinds=("community",))), None)
        add_area(uow, AreaDraft("第一网格", "grid", parent_id=community))

    prepare(hall, wall_clock, grid)
    prepare(hall, wall_clock, lambda uow: put_settings(uow, {"mediation.strike_by_another": False}))
    return open_window(hall)


def enter(desk, words="三楼与四楼因噪声争吵", parties="张某、李某"):
    command(desk, "登记隐患")
    desk.sees("带 * 的必须填写")
    desk.fill("走访发现", words)
    desk.fill("类型", "邻里纠纷")
    desk.fill("当事人", parties)
    saved(desk, "隐患〔2026〕1号", "期限 2026-12-07")


def the_hazard(uow):
    from sqlalchemy import select

    from plugins.mediation.models import Hazard

    return uow.session.scalars(select(Hazard)).one()


def state(hall, clock):
    from desk.api.cases import get_case

    return look(hall, clock, lambda uow: get_case(uow, the_hazard(uow).case_id).state)


def strike(desk):
    act(desk, "申请销号", "化解结果")
    refused(desk, "情况说明")
    desk.fill("化解结果", "已化解")
    desk.fill("情况说明", "双方约定夜间十点后不装修")
    desk.fill("佐证材料", "电话回访记录")
    saved(desk, "审批销号")


def test_a_find_runs_on_the_clock_until_it_is_struck_off(desk, hall, wall_clock):
    enter(desk)
    act(desk, "暂停计时", "理由")
    desk.fill("理由", "等待鉴定")
    saved(desk, "等待鉴定")
    desk.click("恢复计时")
    desk.sees("暂停计时")
    strike(desk)
    act(desk, "审批销号", "同意销号")
    desk.tick("同意销号", on=False)
    refused(desk, "还需做什么")
    desk.fill("还需做什么", "再回访一次")
    saved(desk, "再回访一次")
    assert state(hall, wall_clock) == "charged"
    strike(desk)
    act(desk, "审批销号", "同意销号")
    saved(desk, "反复，重新登记")
    assert state(hall, wall_clock) == "struck"
    wall_clock.advance(days=3)
    act(desk, "反复，重新登记", "理由")
    desk.fill("理由", "又在夜间施工")
    saved(desk, "落实包案")
    assert look(hall, wall_clock, lambda uow: the_hazard(uow).relapses) == 1


def test_somebody_answers_for_it_to_the_end(desk, hall, wall_clock):

    from plugins.mediation.models import Responsibility

    enter(desk)
    act(desk, "落实包案", "包案领导")
    refused(desk, "包案领导")
    desk.fill("包案领导", "赵敏")
    desk.fill("责任人", "何苗")
    saved(desk, "登记进展")
    act(desk, "登记进展", "处理情况")
    desk.fill("处理情况", "约双方周五见面")
    saved(desk, "约双方周五见面")
    act(desk, "延长期限", "新期限")
    desk.fill("新期限", "2026-12-31")
    desk.fill("理由", "一方出差")
    saved(desk, "一方出差")
    act(desk, "办结", "化解结果")
    desk.fill("化解结果", "已化解")
    desk.fill("情况说明", "双方和好")
    saved(desk, "双方和好")
    row = the_row(hall, wall_clock, Responsibility)
    assert (row.outcome, row.until.isoformat(), len(row.notes)) == ("settled", "2026-12-31", 1)
    command(desk, "包案")
    desk.sees("赵敏")


def test_a_patrol_enters_what_it_finds_and_settles_on_the_spot(desk, hall, wall_clock):
    from sqlalchemy import select

    from desk.api.cases import get_case
    from plugins.mediation.models import Hazard

    command(desk, "登记排查")
    desk.sees("带 * 的必须填写")
    desk.fill("所属网格", "第一网格")
    desk.fill("户数", "30")
    desk.click("添加发现")
    desk.fill("走访发现", "两户争车位")
    desk.tick("当场处理")
    desk.fill("如何化解", "说明车位归属")
    desk.click("添加发现")
    desk.fill("走访发现", "楼上渗水", which=1)
    saved(desk, "两户争车位", "楼上渗水")
    found = look(hall, wall_clock, lambda uow: [get_case(uow, row.case_id).state for row in uow.session.scalars(
        select(Hazard).order_by(Hazard.id))])
    assert found == ["spot", "found"]
    command(desk, "台账月报")
    desk.open_row("2026年11月")
    desk.sees("已排查网格")
    desk.sees("1/1")


def test_departments_study_it_together(desk, hall, wall_clock):

    from plugins.mediation.models import JointStudy

    enter(desk)
    act(desk, "提请会诊", "地点")
    desk.fill("地点", "社区会议室")
    desk.fill("会诊问题", "噪声由谁处理")
    desk.fill("部门", "城管执法队")
    saved(desk, "登记意见和方案")
    act(desk, "登记意见和方案", "地点")
    desk.tick("已召开")
    desk.tick("到会")
    desk.fill("意见", "夜间施工由执法队查处")
    refused(desk, "化解方案")
    desk.fill("化解方案", "城管巡查,社区回访")
    desk.click("添加任务")
    desk.fill("跟进事项", "夜间巡查")
    desk.fill("责任人", "城管队")
    desk.fill("完成期限", "2026-11-20")
    saved(desk, "更正纪要", "夜间巡查")
    desk.click("打开事项")
    desk.sees("落实包案")
    row = the_row(hall, wall_clock, JointStudy)
    assert (row.held, row.tasks[0]["due"]) == (True, "2026-11-20")

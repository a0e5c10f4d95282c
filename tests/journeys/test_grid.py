"""The grid in the window: a dispute to mediation with one click and back, the slip where mediation is off."""

import pytest

from desk.core.documents.readback import page_texts
from tests.journeys.forms import act, command, prepare, refused, saved, the_row


@pytest.fixture
def plugins(request):
    """What is on: the grid, and what the journey asks for beside it."""
    return ("grid", *getattr(request, "param", ()))


def report(desk, summary, kind="矛盾纠纷", **more):
    """Type the command, then the event."""
    command(desk, "上报网格事件")
    desk.sees("发现人和来源")
    desk.fill("类别", kind)
    for label, text in {"事件情况": summary, **more}.items():
        desk.fill(label, text)


@pytest.mark.parametrize("plugins", [("mediation",)], indirect=True)
def test_a_dispute_goes_to_mediation_with_one_click_and_its_result_comes_back(hall, open_window, wall_clock):
    from desk.api.settings import change_settings
    from plugins.grid.models import Event
    from plugins.mediation.models import GridHandover, Hazard

    prepare(hall, wall_clock, lambda uow: change_settings(uow, {"mediation.strike_by_another": False}))
    desk = open_window(hall)
    report(desk, "两户争车位", 当事人="吴姓、郑姓两户", 发生地点="3幢楼下")
    saved(desk, "转人民调解室")
    desk.click("转人民调解室")
    desk.sees("对方编号")
    line = the_row(hall, wall_clock, Hazard)
    assert (line.summary, line.parties, line.source) == ("两户争车位", "吴姓、郑姓两户", "grid")
    command(desk, "隐患台账")
    desk.open_row("吴姓、郑姓两户")
    act(desk, "申请销号", "化解结果")
    desk.fill("化解结果", "已化解")
    desk.fill("情况说明", "划线轮流停放")
    desk.fill("佐证材料", "双方签字")
    saved(desk, "审批销号")
    act(desk, "审批销号", "日期")
    saved(desk, "反复，重新登记")
    command(desk, "网格事件")
    desk.open_row("3幢楼下")
    desk.sees("已化解。划线轮流停放")
    act(desk, "登记办结", "处置情况")
    assert desk.value("处置情况") == "已化解。划线轮流停放"
    saved(desk, "回访")
    found = the_row(hall, wall_clock, Event)
    assert (found.outcome, found.result) == ("settled", "已化解。划线轮流停放")
    assert the_row(hall, wall_clock, GridHandover).reply == "已化解。划线轮流停放"


def test_where_mediation_is_off_a_slip_is_printed_and_its_answer_entered(hall, open_window, wall_clock, tmp_path):
    from plugins.grid.models import Dispatch, Event

    copy = tmp_path / "移交单.pdf"
    desk = open_window(hall, answers=[copy])
    report(desk, "楼上深夜洗衣引起争执", 发生地点="4幢")
    saved(desk, "填移交单移交")
    assert "转人民调解室" not in desk.page()
    act(desk, "填移交单移交", "接收单位")
    assert desk.value("接收单位") == "矛盾纠纷调处中心"
    saved(desk, "登记反馈")
    desk.click("网格事件移交单")
    desk.sees("存档")
    desk.click("另存为")
    desk.until(copy.exists, "the PDF")
    text = "".join("".join(page_texts(copy.read_bytes())).split())
    for wanted in ("网格事件〔2026〕1号", "矛盾纠纷调处中心", "楼上深夜洗衣引起争执", "反馈单", "网格签收人"):
        assert wanted in text, wanted
    desk.keys("Esc")
    act(desk, "登记反馈", "反馈内容")
    desk.fill("反馈内容", "双方约定晚十点后不洗衣")
    saved(desk, "登记办结")
    act(desk, "登记办结", "处置情况")
    saved(desk, "回访")
    sent = the_row(hall, wall_clock, Dispatch)
    assert (sent.way, sent.outcome, sent.reply) == ("slip", "done", "双方约定晚十点后不洗衣")
    assert the_row(hall, wall_clock, Event).result == "双方约定晚十点后不洗衣"


def test_a_broken_lamp_goes_to_a_unit_and_comes_back_until_it_is_filed(hall, open_window, wall_clock):
    from plugins.grid.models import Dispatch, Event, Press

    desk = open_window(hall)
    report(desk, "", "设施损坏", 发生地点="北门")
    refused(desk, "发生地点")
    desk.fill("事件情况", "路灯不亮")
    saved(desk, "自行处置")
    act(desk, "派单", "责任单位")
    assert desk.value("责任单位") == "物业服务企业"
    saved(desk, "派单至物业服务企业")
    act(desk, "督办", "办理要求")
    desk.fill("办理要求", "请抓紧修复")
    saved(desk, "登记督办答复")
    act(desk, "登记督办答复", "反馈内容")
    desk.fill("反馈内容", "配件已到")
    saved(desk, "配件已到")
    act(desk, "登记反馈", "反馈内容")
    desk.fill("反馈结论", "已办结")
    desk.fill("反馈内容", "已更换灯具")
    saved(desk, "已更换灯具")
    act(desk, "回访", "回访评价")
    desk.fill("回访评价", "满意")
    desk.fill("受访人", "门岗")
    saved(desk, "问题已解决")
    desk.click("归档销号")
    desk.until(lambda: "归档销号" not in desk.page(), "the event filed")
    found = the_row(hall, wall_clock, Event)
    assert (found.rating, found.filed_on.isoformat(), found.unit) == ("good", "2026-11-05", "物业服务企业")
    assert the_row(hall, wall_clock, Dispatch).outcome == "done"
    note = the_row(hall, wall_clock, Press)
    assert (note.text, note.reply) == ("请抓紧修复", "配件已到")

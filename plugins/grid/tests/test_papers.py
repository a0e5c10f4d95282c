"""Every paper of the loop, read back from its PDF: what it says, what it leaves out, that both halves stand together."""

from datetime import timedelta

import pypdfium2
import pytest

from desk.api.documents import Document
from desk.api.files import attach
from desk.api.papers import render
from plugins.grid.demo import picture
from plugins.grid.documents import loading, papers
from plugins.grid.drafts import FinishDraft, PressDraft, PressReplyDraft, ReplyDraft, RevisitDraft, SlipDraft
from plugins.grid.kinds import AFTER, BEFORE, EVENT
from plugins.grid.queries import list_dispatches, list_presses
from plugins.grid.service.dispatching import answer_press, press_event, take_reply
from plugins.grid.service.ending import file_event, finish_event, revisit_event
from plugins.grid.service.handing import hand_by_slip


@pytest.fixture
def read(loop, printed):
    """`read(load, build, id)`: the words of the filled paper, all marks narrow."""
    def of(load, build, record_id):
        return words(printed(build(loop.see(load, record_id))))

    return of


def words(text):
    return "".join(text.split()).translate(str.maketrans("，：；（）", ",:;()"))


def test_the_sheet_tells_the_whole_trace_with_photos(loop, read, printed):
    event = loop.report("facility", area_id=loop.area(), reporter="钟女士", phone="13800000017", channel="resident")
    loop.do(attach, EVENT, event, "a.png", picture("#111111"), BEFORE)
    loop.dispatch(event, joined="供电所")
    loop.do(press_event, PressDraft(event, "请抓紧"))
    [note] = loop.see(list_presses, event)
    loop.do(answer_press, PressReplyDraft(note.id, "配件已到"))
    loop.do(attach, EVENT, event, "b.png", picture("#eeeeee"), AFTER)
    loop.do(take_reply, ReplyDraft(event, "settled", "已更换灯具"))
    loop.do(revisit_event, RevisitDraft(event, "good", met="钟女士", words="亮了"))
    loop.do(file_event, event)
    text = read(loading.load_event, papers.sheet, event)
    for wanted in ("网格事件〔2026〕1号", "第一网格", "设施损坏", "社区处置", "群众反映", "路灯不亮", "钟女士",
                   "派单至物业服务企业,协办:供电所",
                   "督办物业服务企业:请抓紧", "督办答复:配件已到", "物业服务企业反馈:已更换灯具",
                   "已解决", "满意", "亮了", "处置前", "处置后",
                   "归档时间2026年11月5日"):
        assert wanted in text, wanted
    assert "13800000017" not in text
    document = papers.sheet(loop.see(loading.load_event, event))
    assert str(document.blocks).count("Image(") == 2


def test_the_dispatch_sheet_goes_out_without_who_reported_it_and_its_answer_stands_on_it(loop, read):
    event = loop.dispatch(loop.report(reporter="钟女士"), joined="供电所", task="尽快修复",
                          until=loop.today + timedelta(days=3))
    [sent] = loop.see(list_dispatches, event)
    text = read(loading.load_dispatch, papers.dispatch, sent.id)
    for wanted in ("网格事件派单", "物业服务企业", "供电所", "尽快修复", "办结期限2026年11月8日", "回执", "网格事件办理回执"):
        assert wanted in text, wanted
    assert "钟女士" not in text
    loop.do(take_reply, ReplyDraft(event, "settled", "已更换灯具"))
    assert "已更换灯具" in read(loading.load_dispatch, papers.dispatch, sent.id)


def test_the_slip_goes_to_the_centre_and_comes_back(loop, read):
    event = loop.report("dispute", summary="争车位", parties="吴姓、郑姓两户")
    loop.do(hand_by_slip, SlipDraft(event, "矛盾纠纷调处中心", "请尽快", loop.today + timedelta(days=9)))
    assert loop.state(event) == "handed"
    told = loop.refused(finish_event, FinishDraft(event, "settled", "好了"))
    assert "矛盾纠纷调处中心" in told.what
    [sent] = loop.see(list_dispatches, event)
    text = read(loading.load_dispatch, papers.handover, sent.id)
    for wanted in ("网格事件移交单", "矛盾纠纷调处中心", "吴姓、郑姓两户", "争车位", "请尽快",
                   "反馈期限2026年11月14日", "网格签收人"):
        assert wanted in text, wanted
    loop.do(take_reply, ReplyDraft(event, "settled", "已签协议"))
    assert "已签协议" in read(loading.load_dispatch, papers.handover, sent.id)
    loop.do(finish_event, FinishDraft(event, "settled", "已签协议"))
    assert loop.state(event) == "done"
    assert "反馈:已签协议" in read(loading.load_event, papers.sheet, event)


def test_a_slip_that_comes_back_as_not_theirs_is_sorted_out_anew(loop, read):
    event = loop.report("dispute")
    told = loop.refused(hand_by_slip, SlipDraft(event, " ", until=loop.today - timedelta(days=1)))
    assert set(told.fields) == {"unit", "until"}
    loop.do(hand_by_slip, SlipDraft(event, "矛盾纠纷调处中心"))
    loop.do(take_reply, ReplyDraft(event, "returned", "不属调解范围"))
    assert loop.state(event) == "reported"
    assert "退回:不属调解范围" in read(loading.load_event, papers.sheet, event)


def test_the_press_note_says_how_late_it_is(loop, read):
    event = loop.dispatch(loop.report("environment", days=6))
    loop.do(press_event, PressDraft(event, "请立即清理"))
    [note] = loop.see(list_presses, event)
    text = read(loading.load_press, papers.press, note.id)
    for wanted in ("物业服务企业:", "3幢楼下环境卫生", "已超期3天", "请立即清理", "2026年11月8日前书面答复", "答复人"):
        assert wanted in text, wanted
    loop.do(answer_press, PressReplyDraft(note.id, "今日清完"))
    assert "今日清完" in read(loading.load_press, papers.press, note.id)


def test_the_month_s_report_has_figures_hot_spots_and_what_is_late(loop, read):
    grid = loop.area()
    for days in (4, 3, 2):
        loop.report("shopfront", days=days, place="商业街东口", area_id=grid)
    loop.settle(loop.report("facility", days=1, area_id=grid), hours=2)
    loop.dispatch(loop.report("environment", days=4, area_id=grid))
    text = read(loading.load_month, papers.month, 202611)
    for wanted in ("2026年11月", "本月上报5件(其中当场处置1件),办结1件,按期办结1件,按期率100.0%,平均用时22.0小时",
                   "月末在办4件",
                   "近90天同一地点3件以上", "第一网格商业街东口3", "店外经营3", "网格自行处置", "物业服务企业"):
        assert wanted in text, wanted
    late = text[text.index("超期事件"):]
    assert "环境卫生" in late
    assert "设施损坏" not in late


@pytest.mark.parametrize("build", [papers.sheet, papers.dispatch, papers.handover, papers.press, papers.month])
def test_blank_forms_are_there_to_be_filled_by_hand(printed, build):
    blank = build(None)
    assert isinstance(blank, Document)
    assert words(printed(blank)).startswith(words(blank.blocks[0].text))


@pytest.mark.parametrize("length", [0, 400])
def test_the_half_that_comes_back_stays_in_one_piece(loop, fonts, length):
    event = loop.report("dispute", summary="争" * (length or 3))
    loop.do(hand_by_slip, SlipDraft(event, "矛盾纠纷调处中心"))
    [sent] = loop.see(list_dispatches, event)
    made = pypdfium2.PdfDocument(render(papers.handover(loop.see(loading.load_dispatch, sent.id)), fonts).pdf)
    pages = [page.get_textpage().get_text_range() for page in made]
    made.close()
    assert len(pages) == (1 if length < 100 else 2)
    assert "反馈单" in pages[-1]
    assert "网格签收人" in pages[-1]

"""Around meetings, in the window: a report is judged, a committee member leaves, a talk point's visit goes to mediation."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft
from desk.api.places import VenueDraft, add_venue
from plugins.consultation.drafts_bodies import HeldDraft, MatterDraft
from plugins.consultation.estates.drafts import CommitteeDraft, EstateDraft, FilingDraft, SeatDraft
from plugins.consultation.estates.queries import get_committee
from plugins.consultation.estates.service import file_committee, prepare_committee, save_estate, seat_committee
from plugins.consultation.service.gatherings import call, hold
from plugins.mediation.models import Hazard
from tests.journeys.forms import act, look, prepare, refused, saved

NAMES = ("孙明", "罗小梅", "唐志强", "龚桂兰", "沈建国")


def a_hearing(uow):
    made = call(uow, GatheringDraft("hearing", "半年工作报告听评会", uow.clock.now() - timedelta(hours=2), host="沈建国"))
    people = tuple(AttendeeDraft(name, "resident", state="came") for name in ("龚桂兰", "郑国庆", "吕燕"))
    hold(uow, HeldDraft(MinutesDraft(made, attendees=people, agreed="会上评议。"), (
        MatterDraft("食堂能否送餐?", answer="下月起送餐。", outcome="solved"),)))


def a_committee(uow):
    made = prepare_committee(uow, CommitteeDraft(save_estate(uow, EstateDraft("翠湖花园"))))
    seats = tuple(SeatDraft(name, "director" if not place else "member") for place, name in enumerate(NAMES))
    seat_committee(uow, CommitteeDraft(id=made, seats=seats, years=3))
    file_committee(uow, FilingDraft(made, filed_with="和平街道办事处"))
    return made


def opened(hall, open_window, page, row):
    """The card of `row` in one of consultation's lists."""
    desk = open_window(hall)
    desk.keys("Alt+3")
    desk.open_row(page)
    desk.open_row(row)
    return desk


def test_a_report_is_judged_on_sheets_of_those_who_came(hall, open_window, wall_clock):
    prepare(hall, wall_clock, a_hearing)
    desk = opened(hall, open_window, "会议", "半年工作报告听评会")
    act(desk, "组织评议", "报告人")
    assert desk.value("居民代表评议表份数") == "3"
    desk.fill("党员代表评议表份数", "900")
    refused(desk, "500")
    desk.fill("党员代表评议表份数", "1")
    saved(desk, "评议表和结果")


def test_a_member_leaves_the_committee_and_another_comes_in(hall, open_window, wall_clock):
    body = prepare(hall, wall_clock, a_committee)
    desk = opened(hall, open_window, "业主委员会", "翠湖花园")
    act(desk, "委员辞任、补选", "离任人")
    desk.fill("离任人", "罗小梅")
    desk.fill("增补人", "何苗")
    refused(desk, "请填写增补方式")
    desk.fill("原因", "搬离本小区")
    desk.fill("增补方式", "业主大会补选")
    saved(desk, "罗小梅离任", "何苗增补")
    seats = look(hall, wall_clock, lambda uow: [name for name, _post, _home in get_committee(uow, body).seats])
    assert seats == ["孙明", "唐志强", "龚桂兰", "沈建国", "何苗"]


@pytest.fixture
def point(hall, wall_clock):
    """A talk point."""
    return prepare(hall, wall_clock, lambda uow: add_venue(uow, VenueDraft("居民说事室", "talk_point", keeper="何苗")))


def test_what_a_visitor_says_goes_to_mediation_at_once(hall, open_window, wall_clock, point):
    desk = opened(hall, open_window, "说事点", "居民说事室")
    act(desk, "登记来访说事", "内容")
    desk.fill("提出人", "吕燕")
    desk.fill("内容", "楼上漏水多次协商未果")
    desk.fill("处理去向", "已转办")
    refused(desk, "承办")
    desk.fill("直接转给业务模块", "人民调解室")
    saved(desk, "已转办", "人民调解室")
    hazards = look(hall, wall_clock, lambda uow: [(one.summary, one.parties, one.place)
                                                  for one in uow.session.scalars(select(Hazard))])
    assert hazards == [("楼上漏水多次协商未果", "吕燕", "居民说事室")]


def test_a_committee_meets_decides_and_posts(hall, open_window, wall_clock):
    prepare(hall, wall_clock, a_committee)
    desk = opened(hall, open_window, "业主委员会", "翠湖花园")
    act(desk, "召集业主委员会会议", "开始时间")
    saved(desk, "翠湖花园业主委员会会议")
    act(desk, "填写翠湖花园业主委员会会议记录", "一致意见")
    desk.fill("一致意见", "同意用公共收益更换门禁。")
    saved(desk, "同意用公共收益更换门禁")
    act(desk, "录入业主委员会决定", "内容")
    desk.fill("决定内容", "更换1、2幢门禁。")
    desk.fill("内容", "更换门禁")
    saved(desk, "签字委员")
    act(desk, "公示：更换门禁", "张贴地点")
    saved(desk, "2026年11月5日公示")

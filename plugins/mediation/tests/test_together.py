"""The standing joint meeting with its trend, what is proposed for a kind of dispute, an appraisal that stops the clock."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.cases import list_clocks
from desk.api.db import PageRequest
from desk.api.meetings import call_gathering, get_gathering, write_minutes
from plugins.mediation.class_plans import PlanRow, list_class_plans, plan_of, set_class_plans
from plugins.mediation.documents import joint_meeting as papers
from plugins.mediation.drafts.hazard import HazardDraft, ToDisputeDraft
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.kinds import NOT_COUNTED
from plugins.mediation.pages import joint_meetings as pages
from plugins.mediation.pages.forms_plans import plans_draft, plans_now
from plugins.mediation.pages.hazards import load as load_hazard
from plugins.mediation.pages.record import load as load_case
from plugins.mediation.service.appraisal import pause_appraisal, resume_appraisal
from plugins.mediation.service.hazards import hazard_to_dispute, save_hazard
from plugins.mediation.trend import read_trend


@pytest.fixture(autouse=True)
def words(source_texts):
    """English as in the sources."""


def text_of(printed, document):
    return "".join(printed(document).split()).replace("，", ",").replace("：", ":")


def found(room, category="neighbour", days=0):
    return room.do(save_hazard, HazardDraft(category, "争吵", room.today - timedelta(days=days), place="3幢"))


def test_a_joint_meeting_judges_the_trend(room, printed):
    became = found(room)
    found(room, "estate_service", days=32)
    room.do(hazard_to_dispute, ToDisputeDraft(became, "甲某", "乙某"))
    room.accept(room.register(category="labour"))
    start = room.see(pages.called, None)
    assert "工会" in {row["unit"] for row in start["attendees"]}
    meeting = room.do(call_gathering, pages.call_draft(start | {"starts_at": room.clock.now(), "place": "会议室"}))
    assert room.see(pages.fetch, PageRequest(filters={"closed": False})).rows[0].id == meeting
    values = room.see(pages.minutes, meeting)
    values["attendees"][0]["state"] = "absent"
    values |= {"agreed": "物业纠纷上升", "open_points": "岁末欠薪", "points": [{"who": "工会", "said": "排查一次"}],
               "decisions": [{"text": "排查工地", "who": "何苗", "due_on": room.today + timedelta(days=9)}]}
    room.do(write_minutes, pages.minutes_draft(values))
    one = room.see(get_gathering, meeting)
    assert (one.closed, one.came) == (True, len(one.attendees) - 1)
    trend = room.see(read_trend, room.today)
    rows = {row.title: (row.counts[-2:], row.change, row.open) for row in trend.rows}
    assert rows["邻里纠纷"] == ((0, 1), 1, 1)  # the case it became is not counted again
    assert rows["物管纠纷"] == ((1, 0), -1, 1)
    assert rows["劳动纠纷"] == ((0, 1), 1, 0)
    assert rows["合计"] == ((1, 2), 1, 2)
    card = room.see(pages.load, meeting)
    assert "Trend" in {section.title for section in card.sections}
    assert [act.title for act in card.acts if act.entry == "mediation.joint_task_form"] == ["Done: 排查工地"]
    paper = room.see(papers.load, meeting)
    assert all(piece in text_of(printed, papers.minutes(paper)) for piece in ("排查一次", "缺席", "排查工地(何苗"))
    assert all(piece in text_of(printed, papers.trend(paper)) for piece in ("物业纠纷上升", "岁末欠薪", "-1"))
    assert "工会" in text_of(printed, papers.notice(paper))
    room.do(pages.done, {"decision_id": one.decisions[0].id, "result": "已排查"})
    assert not [act for act in room.see(pages.load, meeting).acts if act.entry == "mediation.joint_task_form"]


def test_what_is_proposed_for_a_kind_is_the_halls_own(room):
    values = room.see(plans_now, None)
    row = next(one for one in values["plans"] if one["category"] == "neighbour")
    row |= {"days": 400}
    with pytest.raises(UserError) as told:
        room.do(set_class_plans, plans_draft(values))
    assert list(told.value.fields) == [f"plans.{values['plans'].index(row)}.days"]
    row |= {"days": 10, "departments": "妇联、派出所"}
    assert room.do(set_class_plans, plans_draft(values)) == 1
    assert room.see(plan_of, "neighbour") == PlanRow("neighbour", 10, "妇联、派出所")
    assert room.see(plan_of, "nobody knows").days == 30
    acts = {act.entry: act.args for act in room.see(load_hazard, found(room)).acts}
    assert acts["mediation.responsibility_form"]["until"] == room.today + timedelta(days=10)
    assert acts["mediation.study_form"]["units"] == [{"unit": "妇联"}, {"unit": "派出所"}]
    acts = {act.entry: act.args for act in room.see(load_case, room.accept()).acts}
    assert acts["mediation.responsibility_form"]["until"] == room.today + timedelta(days=10)
    assert acts["mediation.study_form"]["owner_kind"] != HAZARD
    room.do(set_class_plans, ())
    assert room.see(plan_of, "neighbour").days == 30
    assert {one.category for one in room.see(list_class_plans)} >= {"medical", "labour"}


def test_an_appraisal_stops_the_clock_of_a_medical_dispute(room):
    def clock(case):
        return next(one for one in room.see(list_clocks, case) if one.code == "mediate_medical")

    def acts(case):
        return {act.entry for act in room.see(load_case, case).acts}

    case = room.accept(room.register(category="medical"))
    before = clock(case).last_day
    assert clock(case).source == NOT_COUNTED["medical"]
    assert "mediation.appraisal_form" in acts(case)
    with pytest.raises(UserError, match="stands still"):
        room.do(pause_appraisal, {"dispute_id": case, "reason": " "})
    room.do(pause_appraisal, {"dispute_id": case, "reason": "医疗损害鉴定,省医学会"})
    assert "mediation.appraisal_over_form" in acts(case)
    room.clock.advance(days=7)
    room.do(resume_appraisal, {"dispute_id": case})
    assert clock(case).last_day > before
    with pytest.raises(UserError, match="where the law says so"):
        room.do(pause_appraisal, {"dispute_id": room.accept(), "reason": "鉴定"})

"""The standing joint meeting with its trend, what is proposed for a kind of dispute, an appraisal that stops the clock."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.cases import list_clocks
from desk.api.db import PageRequest
from desk.api.meetings import call_gathering, get_gathering, write_minutes
from desk.api.settings import change_settings
from desk.api.visits import VisitDraft, record_visit, use_purposes
from plugins.mediation.class_plans import PlanRow, list_class_plans, plan_of, set_class_plans
from plugins.mediation.documents import joint_meeting as papers
from plugins.mediation.drafts.hazard import (
    HazardDraft,
    ProgressDraft,
    ResponsibilityDraft,
    StrikeDraft,
    ToDisputeDraft,
    VerdictDraft,
)
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.home_early import due_items
from plugins.mediation.kinds import NOT_COUNTED
from plugins.mediation.pages import joint_meetings as pages
from plugins.mediation.pages.forms_joint import HANDOVER_REPLY_FORM
from plugins.mediation.pages.forms_plans import plans_draft, plans_now
from plugins.mediation.pages.hazards import load as load_hazard
from plugins.mediation.pages.patrols import load_responsibility
from plugins.mediation.pages.record import load as load_case
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.service.appraisal import pause_appraisal, resume_appraisal
from plugins.mediation.service.hazards import decide_strike, hazard_to_dispute, propose_strike, save_hazard
from plugins.mediation.service.joint import save_handover
from plugins.mediation.service.legal import save_lecture, save_legal_referral
from plugins.mediation.service.responsibilities import accept_responsibility, note_progress, save_responsibility
from plugins.mediation.tests.test_figures import figures, first
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


def strike(room, hazard):
    room.do(change_settings, {"mediation.strike_by_another": False})
    room.do(propose_strike, StrikeDraft(hazard, "settled", "停车位重新划线", way="consultation", evidence="照片"))
    room.do(decide_strike, VerdictDraft(hazard))


def test_a_responsibility_is_taken_on_before_it_is_worked_at(room, refused):
    hazard = found(room)
    given = ResponsibilityDraft(HAZARD, hazard, "赵敏", room.today + timedelta(days=5), person="何苗")
    room.do(change_settings, {"mediation.responsibility_needs_both": True})
    assert list(refused(room.do, save_responsibility, given).fields) == ["unit_id"]
    room.do(change_settings, {"mediation.responsibility_needs_both": False})
    sheet = room.do(save_responsibility, given)
    assert room.see(load_responsibility, sheet).state.word == "To be taken on"
    room.do(accept_responsibility, sheet)
    assert room.see(load_responsibility, sheet).state.word == "Running"
    assert "taken on already" in str(refused(room.do, accept_responsibility, sheet))
    other = room.do(save_responsibility, ResponsibilityDraft(HAZARD, found(room), "赵敏", room.today, person="何苗"))
    room.do(note_progress, ProgressDraft(other, "已约谈"))
    assert room.see(load_responsibility, other).state.word == "Running"


def test_a_struck_line_is_visited_again(room):
    hazard = found(room)
    strike(room, hazard)
    assert not [one for one in room.see(due_items) if one.detail == "return visit"]
    room.clock.advance(days=26)
    (due,) = [one for one in room.see(due_items) if one.detail == "return visit"]
    assert (due.entry, due.args) == ("mediation.hazard", {"record_id": hazard})
    (act,) = [one for one in room.see(load_hazard, hazard).acts if one.entry == "visits.form"]
    away = use_purposes("mediation", PURPOSES)
    room.do(record_visit, VisitDraft(act.args["purpose"], room.clock.now(), findings=("mediation.stable",), words="没有再吵",
                                     place=act.args["place"], owner_kind=act.args["owner_kind"],
                                     owner_id=act.args["owner_id"]))
    assert not [one for one in room.see(due_items) if one.detail == "return visit"]
    assert "Return visit" in {section.title for section in room.see(load_hazard, hazard).sections}
    away()


def test_the_grid_s_answer_begins_with_what_came_of_the_line(room):
    from plugins.mediation.models import GridHandover

    slip = room.do(save_handover, {"way": "in", "worker": "小吕", "text": "两户争车位", "category": "neighbour"})
    assert not room.see(HANDOVER_REPLY_FORM.load, slip)["reply"]
    strike(room, room.see(lambda uow: uow.get(GridHandover, slip).hazard_id))
    assert room.see(HANDOVER_REPLY_FORM.load, slip)["reply"] == "已化解。停车位重新划线"


def test_lectures_and_ways_of_law_are_counted(room):
    for line, heads in (("education", 30), ("education", None), ("property", 12)):
        room.do(save_lecture, {"topic": "物业费", "on_date": room.today, "line": line, "heads": heads})
    assert figures(room, "lectures")["法治宣传教育"] == ["1", "30"]
    assert figures(room, "lectures")["Total"] == ["2", "42"]
    case = room.accept()
    for way in ("court", "aid"):
        room.do(save_legal_referral, {"dispute_id": case, "party": "龚桂兰", "way": way, "on_date": room.today})
    told = first(room, "law_links")
    assert (told["引导法律途径"], told["其中:向人民法院起诉"]) == ("2", "1")

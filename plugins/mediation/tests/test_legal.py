"""The legal side: lectures, months of the legal desk with tours, ways of law shown, the legal worker invited, limits by law."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.api import NotFound, UserError
from desk.api.calendar import DutyDraft, save_roster
from desk.api.cases import list_clocks
from desk.api.db import PageRequest
from desk.api.settings import change_settings
from desk.api.visits import use_purposes
from plugins.mediation import drafts
from plugins.mediation.documents import confirmation as confirmation_paper
from plugins.mediation.documents import legal as papers
from plugins.mediation.documents import loading_file
from plugins.mediation.home_early import due_items
from plugins.mediation.joint_kinds import LEGAL_ROSTER
from plugins.mediation.models import CourtMatter
from plugins.mediation.pages import legal as pages
from plugins.mediation.pages.pickers import legal_workers
from plugins.mediation.pages.record import load as load_case
from plugins.mediation.pages.starting import session as session_start
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.service.joint import save_court_matter, save_doorstep
from plugins.mediation.service.legal import plan_stops, save_lecture, save_legal_referral
from plugins.mediation.service.plans import save_plan


@pytest.fixture(autouse=True)
def purposes(source_texts):
    """The room's purposes of visits known."""
    away = use_purposes("mediation", PURPOSES)
    yield
    away()


def text_of(printed, document):
    return "".join(printed(document).split()).replace("，", ",").replace("：", ":")


def fields(room, verb, values):
    with pytest.raises(UserError) as told:
        room.do(verb, values)
    return set(told.value.fields)


def test_a_lecture_is_planned_held_and_counted(room, printed):
    assert fields(room, save_lecture, {}) == {"topic", "on_date", "line"}
    soon = {"topic": "遗嘱怎样写", "on_date": room.today + timedelta(days=2), "line": "education", "speaker": "甲律师"}
    assert fields(room, save_lecture, soon | {"heads": 30}) == {"heads"}
    lecture = room.do(save_lecture, soon)
    assert room.see(pages.fetch_lectures, PageRequest()).rows[0].state.word == "To come"
    room.clock.advance(days=2)
    room.do(save_lecture, soon | {"id": lecture, "heads": 31})
    (row,) = room.see(pages.fetch_lectures, PageRequest(filters={"line": "education"})).rows
    assert (row.heads, row.state.word) == (31, "Was held")
    assert "遗嘱怎样写" in text_of(printed, papers.lecture(room.see(papers.load_lecture, lecture)))


def test_a_month_of_the_legal_desk(room, printed):
    first = room.today.replace(day=1)
    room.do(save_roster, LEGAL_ROSTER, first, first + timedelta(days=9), [
        DutyDraft(first + timedelta(days=1), "甲律师", "下午", "乙律师", "010-88880012")])
    assert fields(room, plan_stops, {"every": 0}) == {"places", "every", "weekday", "starts_on"}
    assert room.do(plan_stops, {"places": "北门\n农贸市场\n", "every": 1, "weekday": room.today.weekday(), "who": "沈建国",
                                "starts_on": room.today}) == 2
    month = room.today.year * 100 + room.today.month
    (line,) = [one for one in room.see(pages.fetch_months, PageRequest()).rows if one.id == month]
    assert (line.duties, line.lectures) == (1, 0)
    assert line.stops >= 4
    card = room.see(pages.load_month, month)
    assert card.sections[0].facts[0].value.startswith("甲律师 · 下午")
    sheet = room.see(papers.load_month, month)
    assert "乙律师" in text_of(printed, papers.duty_sheet(sheet))
    assert text_of(printed, papers.stop_sheet(sheet)).count("农贸市场") == line.stops // 2
    with pytest.raises(NotFound):
        room.see(pages.load_month, 202613)


def test_a_tour_that_was_made_is_ticked_off(room):
    room.do(plan_stops, {"places": "北门", "every": 1, "weekday": room.today.weekday(), "starts_on": room.today, "ahead": 1})
    (due,) = [one for one in room.see(due_items) if one.entry == "mediation.doorstep_form"]
    room.do(save_doorstep, {"at": room.clock.now(), "place": "北门", "text": "咨询", "result": "解答", "category": "other",
                            "finding": "mediation.calm", **due.args})
    assert not [one for one in room.see(due_items) if one.entry == "mediation.doorstep_form"]


def test_a_party_is_shown_a_way_of_law(room, printed):
    case = room.accept(room.register(category="labour"))
    assert fields(room, save_legal_referral, {"dispute_id": case}) == {"party", "way", "on_date"}
    shown = room.do(save_legal_referral, {"dispute_id": case, "party": "龚桂兰", "way": "arbitration", "office": "仲裁委员会",
                                          "on_date": room.today})
    sheet = room.see(papers.load_referral, shown)
    told = text_of(printed, papers.legal_ways(sheet))
    assert all(piece in told for piece in ("龚桂兰", "申请仲裁", "建议你优先选择:劳动人事争议仲裁", "申请法律援助"))
    assert "仲裁委员会:" in text_of(printed, papers.referral_letter(sheet))
    card = room.see(load_case, case)
    assert any(section.title == "Way of law shown" for section in card.sections)
    assert "mediation.legal_ways" in {one.paper for one in card.papers}


def test_a_legal_worker_is_invited_and_her_absence_has_a_reason(room, printed, refused):
    case = room.accept()
    start = room.clock.now() + timedelta(hours=5)
    plan = room.do(save_plan, drafts.PlanDraft(case, start, start + timedelta(hours=1), place="人民调解室",
                                               legal_worker="甲律师"))
    paper = room.see(loading_file.load_plan, plan)
    assert text_of(printed, papers.invitation(paper)).count("甲律师") == 1
    assert "mediation.legal_invitation" in {one.paper for one in room.see(load_case, case).papers}
    begun = room.see(session_start, case)
    assert (begun["way"], begun["legal_worker"]) == ("law", "甲律师")
    assert "legal_worker" in refused(room.hold, case, "continued", way="law").fields
    room.hold(case, "continued", way="law", legal_absent="因出庭未到")
    assert room.see(legal_workers) == []


def test_house_rules_are_the_halls_own(room, printed):
    assert "不收取任何费用" in text_of(printed, papers.house_room(room.see(papers.load_house_room, 1)))
    room.do(change_settings, {"mediation.house_room": "进门先喝茶。\n慢慢说。"})
    own = text_of(printed, papers.house_room(room.see(papers.load_house_room, 1)))
    assert "1、进门先喝茶。2、慢慢说。" in own
    assert "费用" not in own
    assert "不偏袒一方当事人" in text_of(printed, papers.house_mediator(None))


@pytest.mark.parametrize(("stage", "days"), [("before", 30), ("ordinary", 15), ("summary", 7)])
def test_a_courts_matter_has_the_limit_of_its_stage(room, stage, days):
    given = {"court": "某区人民法院", "number": "1号", "stage": stage}
    matter = room.do(save_court_matter, given)
    assert room.see(lambda uow: uow.get(CourtMatter, matter).until) == room.today + timedelta(days=days)
    room.do(save_court_matter, given | {"id": matter, "until": room.today + timedelta(days=45)})
    assert room.see(lambda uow: uow.get(CourtMatter, matter).until) == room.today + timedelta(days=45)


def test_labour_has_fifteen_days_from_the_request(room):
    case = room.accept(room.register(category="migrant_wages", applied_on=room.today - timedelta(days=2)))
    clocks = {one.code: one for one in room.see(list_clocks, case)}
    assert clocks["labour"].unmoved == room.today + timedelta(days=13)
    assert "第十四条" in clocks["labour"].source
    room.hold(case)
    assert not [one for one in room.see(list_clocks, case) if one.code == "labour" and one.stopped_on is None]
    assert "labour" not in {one.code for one in room.see(list_clocks, room.accept())}


def test_the_application_says_why_this_court(room, whole, printed):
    paper = room.see(loading_file.load_confirmation, whole["mediation.confirmation"])
    text = text_of(printed, confirmation_paper.build(paper))
    assert "和平区人民法院为调解组织所在地基层人民法院" in text
    assert "第二百零五条" in text
    assert "第二百零五条" not in text_of(printed, confirmation_paper.build(replace(paper, forum="")))

"""The mediators' register, conflicts of interest against every earlier case, star rooms, evaluation, the best mediator."""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from desk.api.papers import page_count, render
from desk.api.people import HouseholdDraft, PersonDraft, register_household, register_person
from desk.api.score_sheets import DecisionDraft, MarksDraft, PostingDraft, RaterDraft, RoundDraft
from desk.api.scores import (
    close_round,
    decide_round,
    enter_marks,
    get_sheet_of,
    list_awards,
    list_raters,
    list_results,
    list_subjects,
    plan_round,
    publish_round,
    reopen_round,
    start_round,
)
from desk.testing.hall import put_settings
from plugins.mediation.documents import people as papers
from plugins.mediation.drafts import (
    AssessmentDraft,
    MediatorCardDraft,
    MediatorDraft,
    PartyDraft,
    RenewalDraft,
    RoomDraft,
    TermDraft,
    TermEndDraft,
    TrainingDraft,
    VisitDraft,
)
from plugins.mediation.home import due_items
from plugins.mediation.models import Mediator, StarRoom
from plugins.mediation.pages.people_cards import load_mediator, load_room
from plugins.mediation.pages.people_lists import MEDIATORS, ROOMS
from plugins.mediation.pages.record import load
from plugins.mediation.service.collecting import save_visit
from plugins.mediation.service.mediators import replace_mediator
from plugins.mediation.service.register import add_training, appoint, assess, end_term, save_mediator, terms_of
from plugins.mediation.service.rooms import end_renewal, renewals_of, save_room


def registered(room, name="沈建国", person_id=None, first=None, **more):
    made = room.do(save_mediator, MediatorCardDraft(name, person_id, **more))
    room.do(appoint, TermDraft(made, "appointed", first or date(2025, 1, 1)))
    return made


def terms(room, made):
    return room.see(lambda uow: [(one.first, one.last) for one in terms_of(uow, made)])


def orders(room, dispute):
    return room.see(lambda uow: [(one.id, one.verdict, one.result) for one in renewals_of(uow, dispute)])


def family(room, *names):
    """Ids of residents of one household."""
    with room.writing() as uow:
        home = register_household(uow, HouseholdDraft("翠湖花园9幢1单元101室"))
        return [register_person(uow, PersonDraft(name=name, household_id=home, reason="试")) for name in names]


# The register

def test_a_mediator_has_a_number_and_a_term_of_three_years(room):
    made = registered(room)
    assert terms(room, made) == [(date(2025, 1, 1), date(2027, 12, 31))]
    card = room.see(load_mediator, made)
    assert card.number == "调解员1"
    assert room.see(MEDIATORS.sentence).startswith("在任 1 人")


@pytest.mark.parametrize(("first", "last", "field"), [
    (date(2026, 6, 1), None, "first"), (date(2028, 1, 1), date(2031, 1, 1), "last"), (date(2028, 1, 1), date(2027, 1, 1),
                                                                                      "last")])
def test_terms_do_not_overlap_and_last_three_years_at_most(room, first, last, field):
    made = registered(room)
    with pytest.raises(UserError) as refused:
        room.do(appoint, TermDraft(made, "elected", first, last))
    assert field in (refused.value.field, *refused.value.fields)


def test_appointed_again_removed_with_a_ground(room):
    made = registered(room)
    room.do(appoint, TermDraft(made, "elected", date(2028, 1, 1)))
    with pytest.raises(UserError):
        room.do(end_term, TermEndDraft(made, "removed", room.today))
    assert len(terms(room, made)) == 2


def test_a_removal_ends_the_term_and_the_register_says_so(room):
    made = registered(room)
    room.do(end_term, TermEndDraft(made, "removed", room.today, "偏袒一方当事人"))
    card = room.see(load_mediator, made)
    assert card.state.word == "已离任"
    assert "偏袒一方当事人" in str(card.sections)


def test_only_adults_and_each_resident_once(room, two_people):
    with pytest.raises(UserError):
        room.do(save_mediator, MediatorCardDraft("小明", birth="2012-01-01"))
    registered(room, "", two_people[0])
    assert room.see(lambda uow: uow.get(Mediator, 1).name) == "龚桂兰"
    with pytest.raises(UserError):
        room.do(save_mediator, MediatorCardDraft("", two_people[0]))


def test_training_and_assessment_carry_the_years_figures(room):
    made = registered(room)
    room.sealed()
    room.do(add_training, TrainingDraft(made, "民法典相邻关系", room.today, "司法所", 90))
    room.do(assess, AssessmentDraft(made, room.today.year, "excellent", "群众公认"))
    room.do(assess, AssessmentDraft(made, room.today.year, "fit"))
    text = str(room.see(load_mediator, made).sections)
    assert "受理1件，办结1件，调解成功1件，成功率100.00%" in text
    assert "民法典相邻关系" in text
    assert "优秀" not in text.split("年度考评")[-1]


# Conflicts of interest

def test_a_party_never_mediates_her_own_dispute(room):
    with pytest.raises(UserError) as refused:
        room.accept(mediators=("龚桂兰",), conflict_told=True)
    assert refused.value.source.startswith("人民调解法")


def test_a_mediators_household_is_told_of(room):
    mediator, wife = family(room, "沈建国", "钱秀英")
    registered(room, "", mediator)
    dispute = room.register(PartyDraft("applicant", person_id=wife, name="钱秀英"), PartyDraft("respondent", name="孙浩"))
    with pytest.raises(UserError) as refused:
        room.accept(dispute)
    assert "钱秀英是沈建国的家庭成员" in str(refused.value)
    room.accept(dispute, conflict_told=True)
    assert room.file(dispute).dispute.mediators == ("沈建国",)


def test_an_earlier_quarrel_of_the_household_counts(room):
    mediator, son = family(room, "沈建国", "沈浩")
    registered(room, "", mediator)
    room.register(PartyDraft("applicant", person_id=son, name="沈浩"), PartyDraft("respondent", name="欧阳䶮"))
    with pytest.raises(UserError) as refused:
        room.accept(room.register())
    assert "曾与当事人发生纠纷" in str(refused.value)


def test_earlier_mediations_are_counted_over_all_cases(room):
    registered(room)
    first = room.accept()
    with pytest.raises(UserError) as refused:
        room.accept(room.register())
    assert "1 次" in str(refused.value)
    assert room.state(first) == "accepted"
    other = room.register(PartyDraft("applicant", name="孙浩"), PartyDraft("respondent", name="李强"))
    room.accept(other)


def test_who_is_not_on_the_register_or_without_a_term_is_named(room):
    made = registered(room, first=date(2020, 1, 1))
    with pytest.raises(UserError) as refused:
        room.accept()
    assert "不在任期内" in str(refused.value)
    room.do(appoint, TermDraft(made, "appointed", date(2026, 1, 1)))
    with pytest.raises(UserError) as refused:
        room.accept(mediators=("路人",))
    assert "不在调解员名册中" in str(refused.value)
    room.accept()


def test_a_successor_is_looked_at_too(room):
    dispute = room.accept()
    with pytest.raises(UserError):
        room.do(replace_mediator, MediatorDraft(dispute, "沈建国", "欧阳䶮", "当事人要求", room.today))
    room.do(replace_mediator, MediatorDraft(dispute, "沈建国", "何苗", "当事人要求", room.today))


def test_the_setting_switches_the_check_off(room):
    room.do(put_settings, {"mediation.conflict_check": False})
    room.accept(mediators=("龚桂兰",))


# Rounds

def rated(room, made, share):
    """Every rater gives `share` percent of each maximum (ticks met, first choice)."""
    room.do(start_round, made)
    sheet = room.see(get_sheet_of, made)
    for rater in room.see(list_raters, made):
        marks = {one.id: {item.code: {"ticks": 1, "choice": 0, "deduction": 0}.get(item.kind, item.maximum * share // 100)
                          for item in sheet.rated_by(rater.role)} for one in room.see(list_subjects, made)}
        room.do(enter_marks, MarksDraft(rater.id, marks))
    room.do(close_round, made)


def test_a_poor_quarter_orders_renewed_mediation_and_a_good_one_ends_it(room, clock):
    dispute, _agreement = room.sealed()
    raters = tuple(RaterDraft(name, role) for name, role in (("甲", "residents"), ("乙", "party"), ("丙", "worthies")))
    made = room.do(plan_round, RoundDraft("第四季度评估", "mediation.quarter", raters=raters, scheme="mediation.quarter",
                                          first=date(2026, 10, 1), last=date(2026, 12, 31)))
    subject = room.see(list_subjects, made)[0]
    number = room.file(dispute).case.number
    assert subject.title == number
    assert "龚桂兰" not in f"{subject.title}{subject.detail}"
    rated(room, made, 50)
    (order, verdict, result), = orders(room, dispute)
    assert (verdict, result) == ("差", "")
    card = room.see(load, dispute)
    assert any("评估为差" in one.sentence for one in card.missing)
    clock.advance(days=25)
    assert any(number in one.title for one in room.see(due_items))
    with pytest.raises(UserError):
        room.do(end_renewal, RenewalDraft(order, room.today))
    room.do(end_renewal, RenewalDraft(order, room.today, "重新上门,双方握手言和"))
    assert "握手言和" in str(room.see(load, dispute).sections)
    again = room.do(plan_round, RoundDraft("再评", "mediation.quarter", raters=raters, scheme="mediation.quarter",
                                           first=room.today.replace(day=1), last=date(2026, 12, 31)))
    assert "再化解" in room.see(list_subjects, again)[0].detail
    rated(room, again, 95)
    assert [result[:2] for _id, _verdict, result in orders(room, dispute)] == ["重新"]


def test_a_count_taken_back_orders_nothing_and_a_better_one_takes_the_order_away(room, clock):
    dispute, _agreement = room.sealed()
    made = room.do(plan_round, RoundDraft("第四季度评估", "mediation.quarter", scheme="mediation.quarter",
                                          first=date(2026, 10, 1), last=date(2026, 12, 31),
                                          raters=(RaterDraft("甲", "residents"),)))
    rated(room, made, 50)
    assert len(orders(room, dispute)) == 1
    room.do(reopen_round, made, "一份评分表录错")
    assert orders(room, dispute) == []
    clock.advance(days=25)
    assert not any("再化解" in one.title for one in room.see(due_items))
    subject, rater = room.see(list_subjects, made)[0], room.see(list_raters, made)[0]
    sheet = room.see(get_sheet_of, made)
    room.do(enter_marks, MarksDraft(rater.id, {subject.id: {item.code: item.maximum for item in sheet.rated_by(rater.role)}}))
    room.do(close_round, made)
    assert orders(room, dispute) == []
    assert "再次评估" not in str(room.see(load, dispute).sections)


def test_candidates_bring_their_figures_out_of_the_cases(room):
    busy, idle = registered(room), registered(room, "何苗")
    dispute, _agreement = room.sealed()
    room.do(save_visit, VisitDraft(dispute, room.today, "双方", performed="part", satisfied="yes", findings="好",
                                   measures="督促",
                                   visitor="沈建国"))
    made = room.do(plan_round, RoundDraft("2026年度评选", "mediation.best", scheme="mediation.best_mediator", places=1,
                              raters=(RaterDraft("甲", "residents"), RaterDraft("乙", "committee"), RaterDraft("何苗",
                                                                                                               "peers"))))
    subjects = {one.title: one for one in room.see(list_subjects, made)}
    assert subjects["沈建国"].given == {"cases": 2000, "rate": 2000, "visits": 1000, "quarter": 0}
    assert dict(subjects["沈建国"].figures)["回访满意率"] == "100.00%"
    assert subjects["何苗"].given == {"cases": 0, "rate": 0, "visits": 0, "quarter": 0}
    assert (subjects["沈建国"].record_id, subjects["何苗"].record_id) == (busy, idle)
    rated(room, made, 90)
    assert [(one.title, one.total_text) for one in room.see(list_results, made)] == [("沈建国", "86"), ("何苗", "36")]


def test_a_star_is_decided_carried_and_reviewed(room, clock, printed, fonts):
    lead = registered(room)
    made = room.do(save_room, RoomDraft("老沈调解室", "党群服务中心二楼", lead_id=lead, opened_on=date(2024, 1, 1)))
    room.hold(room.accept(), place="老沈调解室")
    scored = room.do(plan_round, RoundDraft("2026年星级评定", "mediation.star", scheme="mediation.star_room",
                                            raters=(RaterDraft("甲", "residents"), RaterDraft("乙", "committee"))))
    assert dict(room.see(list_subjects, scored)[0].figures) == {"调解": "1次", "案件": "1件", "现有星级": "无"}
    rated(room, scored, 92)
    room.do(publish_round, PostingDraft(scored, "郑国庆"))
    clock.advance(days=20)
    subject = room.see(list_subjects, scored)[0]
    room.do(decide_round, DecisionDraft(scored, "人民调解委员会", ((subject.id, ""),)))
    assert [one.title for one in room.see(list_awards, scored)] == ["五星级人民调解室"]
    star, since, review = room.see(lambda uow: [(row.star, row.starred_on, row.review_on) for row in [uow.get(StarRoom,
                                                                                                              made)]])[0]
    assert (star, review) == ("五星级人民调解室", since.replace(year=2027))
    assert [one.star for one in room.see(ROOMS.fetch, PageRequest()).rows] == ["五星级人民调解室"]
    assert "五星级" in str(room.see(load_room, made).sections)
    assert "五星级人民调解室" in printed(papers.plaque(room.see(papers.load_room, made)))
    assert page_count(render(papers.plaque(room.see(papers.load_room, made)), fonts).pdf) == 1
    with pytest.raises(UserError):
        room.do(save_room, RoomDraft("老沈调解室"))


def test_papers_say_what_the_register_says(room, printed, fonts):
    made = registered(room, post="head", kind="full_time", skills=("neighbour",), phone="13800000001")
    room.do(add_training, TrainingDraft(made, "民法典相邻关系", room.today, "司法所", 90, "合格"))
    term = room.see(lambda uow: terms_of(uow, made)[0].id)
    for build, data, words in (
            (papers.register, room.see(papers.load_list, 0), ("沈建国", "主任", "专职", "2025年1月1日至2027年12月31日")),
            (papers.sheet, room.see(papers.load_sheet, made), ("民法典相邻关系", "90", "调解员1")),
            (papers.card, room.see(papers.load_sheet, made), ("人民调解员证", "沈建国", "2027年12月31日")),
            (papers.appointment, room.see(papers.load_term, term), ("沈建国", "主任", "不得收取任何费用"))):
        said = printed(build(data))
        assert all(word in said for word in words), said
        assert page_count(render(build(data), fonts).pdf) == 1
        assert printed(build(None))

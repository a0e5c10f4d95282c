"""Every step has its clock; whoever raised it is told; majors conform; what was resolved is recorded and filed."""

from datetime import timedelta

import pytest

from desk.api import NeedsReason, UserError
from desk.api.cases import get_case, list_clocks
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, get_notice, write_minutes
from desk.api.votes import find_result
from plugins.consultation.classes import class_titles, list_classes
from plugins.consultation.demo_village import count_party_vote
from plugins.consultation.drafts import (
    AcceptDraft,
    ClassesDraft,
    ClassRow,
    FilingDraft,
    PostingDraft,
    ProcedureDraft,
    RaiserDraft,
    ReasonDraft,
    ResolutionDraft,
    StepDraft,
    StepRow,
    TellDraft,
    TextDraft,
    TopicDraft,
)
from plugins.consultation.home import due_items
from plugins.consultation.kinds import CONFORMITIES, TOPIC
from plugins.consultation.pages.forms import ACCEPT_FORM, STEP_FORM, TELL_FORM, TOPIC_FORM
from plugins.consultation.pages.record import load
from plugins.consultation.pages.rules import PROCEDURE_FORM
from plugins.consultation.pages.work_forms import POST_FORM, RECEIPT_FORM
from plugins.consultation.queries import get_file
from plugins.consultation.service.classes import save_classes
from plugins.consultation.service.outcomes import file_with_street, write_resolution
from plugins.consultation.service.rules import save_procedure
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import AS_ONE, accept_topic, list_procedures, refuse_topic, save_topic, tell_raisers
from plugins.consultation.service.work import post_draft, write_draft
from plugins.consultation.setup import read_classes, read_procedures, write_classes, write_procedures
from plugins.consultation.tests.helpers import vote_on


def raised(uow, procedure="six_steps", **more):
    made = save_topic(
        uow,
        TopicDraft(
            "充电棚选址",
            "飞线充电多",
            scope="全体居民",
            raisers=(RaiserDraft("龚桂兰", contact="13800000001"), RaiserDraft("", contact="匿名信")),
            **more,
        ),
    )
    accept_topic(uow, AcceptDraft(made, procedure, "已受理", lawful="合法"))
    return made


def meet(uow, topic, kind):
    one = call_gathering(
        uow, GatheringDraft(kind, "充电棚", uow.clock.now() - timedelta(hours=2), owner_kind=TOPIC, owner_id=topic)
    )
    write_minutes(uow, MinutesDraft(one, attendees=(AttendeeDraft("沈建国", "committee", state="came"),), agreed="同意"))
    return one


def test_every_step_has_its_clock_and_a_late_one_is_on_the_home_page(writing, reading, clock):
    with writing() as uow:
        topic = raised(uow)
    with reading() as uow:
        file = get_file(uow, topic)
        assert (file.step, get_case(uow, topic).due_on) == ("talk", clock.today() + timedelta(days=15))
    clock.advance(days=16)
    with reading() as uow:
        late = [item for item in due_items(uow) if item.title == "充电棚选址"]
        assert [(item.detail, item.tone.name) for item in late] == [("出主意", "LATE")]
    with writing() as uow:
        meet(uow, topic, "talk")
        finish_step(uow, StepDraft(topic, "talk", "第一党支部"))
    with reading() as uow:
        assert [clock_.title for clock_ in list_clocks(uow, topic) if clock_.stopped_on is None] == ["拟方案"]
        assert get_file(uow, topic).done[-1]["evidence"]["gathering"]


def test_a_step_sent_back_starts_its_clock_anew_and_spends_what_was_held(writing, reading, clock):
    with writing() as uow:
        topic = raised(uow)
        meet(uow, topic, "talk")
        finish_step(uow, StepDraft(topic, "talk"))
        finish_step(uow, StepDraft(topic, "draft", note="重新恳谈", back=True))
    with pytest.raises(UserError), writing() as uow:
        finish_step(uow, StepDraft(topic, "talk"))
    with writing() as uow:
        meet(uow, topic, "talk")
        finish_step(uow, StepDraft(topic, "talk"))
    with reading() as uow:
        assert get_file(uow, topic).step == "draft"


def test_everybody_who_raised_it_is_told(writing, reading):
    with writing() as uow:
        topic = raised(uow)
    with reading() as uow:
        assert any("2" in item.sentence and item.entry == "consultation.tell_form" for item in load(uow, topic).missing)
        draft = TELL_FORM.make_draft(TELL_FORM.load(uow, topic))
    with pytest.raises(UserError), writing() as uow:
        tell_raisers(uow, TellDraft(topic, (RaiserDraft("龚桂兰"),)))
    with writing() as uow:
        tell_raisers(uow, draft)
    with reading() as uow:
        assert [one["told_how"] for one in get_file(uow, topic).raisers] == ["phone", "phone"]
        assert not any(item.entry == "consultation.tell_form" for item in load(uow, topic).missing)
        again = TOPIC_FORM.make_draft(TOPIC_FORM.load(uow, topic))
    with writing() as uow:
        save_topic(uow, again)
    with reading() as uow:
        assert get_file(uow, topic).raisers[0]["told_on"], "changing the registration keeps who was told"


def test_what_is_reported_upwards_is_refused_not_accepted(writing):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("修国道"))
    with pytest.raises(UserError), writing() as uow:
        accept_topic(uow, AcceptDraft(topic, "six_steps", "", sort="report"))
    with writing() as uow:
        refuse_topic(uow, ReasonDraft(topic, "属街道职责,已上报", sort="report"))


def test_a_major_matter_passes_a_review_only_with_all_four_conformities(writing, reading):
    with writing() as uow:
        topic = raised(uow, "three_reviews", major="works", major_fen=1_075_000_00, land=15_000, major_households=1200)
        write_draft(uow, TextDraft(topic, "流转方案", "一、流转"))
        finish_step(uow, StepDraft(topic, "topic"))
        meet(uow, topic, "branch")
    with reading() as uow:
        assert STEP_FORM.load(uow, topic)["asks"] == "conformity"
    with pytest.raises(UserError) as refused, writing() as uow:
        finish_step(uow, StepDraft(topic, "branch", ticks=("centre", "law", "place")))
    assert refused.value.field == "" and "ticks" in refused.value.fields or refused.value.field == "ticks"
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "branch", ticks=tuple(code for code, _words in CONFORMITIES)))
    with reading() as uow:
        assert get_file(uow, topic).step == "committees"


def test_a_posting_hides_who_raised_the_topic(writing, reading):
    with writing() as uow:
        topic = raised(uow)
        write_draft(uow, TextDraft(topic, "方案", "龚桂兰(3号楼502室)提出,北侧建棚。", ground="消防要求"))
    with reading() as uow:
        proposed = POST_FORM.load(uow, topic)["body"]
    assert proposed == "龚某某(3号楼***室)提出,北侧建棚。"
    with pytest.raises(NeedsReason), writing() as uow:
        post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国"))
    with writing() as uow:
        notice = post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国", body=proposed))
    with reading() as uow:
        assert "龚桂兰" not in get_notice(uow, notice).body


def test_a_resolution_is_numbered_and_filed_with_a_receipt(writing, reading):
    with writing() as uow:
        topic = raised(uow)
        for wrong in (ResolutionDraft(topic), ResolutionDraft(topic, "决议", "")):
            with pytest.raises(UserError):
                write_resolution(uow, wrong)
        write_resolution(uow, ResolutionDraft(topic, "关于充电棚的决议", "同意选址北侧。", "居民代表会议"))
        file_with_street(uow, FilingDraft(topic, title="决议", sent_to="和平街道办事处"))
    with reading() as uow:
        file = get_file(uow, topic)
        assert file.resolutions[0].number.endswith("1号")
        assert any(item.entry == "consultation.receipt_form" for item in load(uow, topic).missing)
        values = RECEIPT_FORM.load(uow, file.filings[0].id)
    with writing() as uow:
        file_with_street(uow, RECEIPT_FORM.make_draft(values | {"receipt": "备〔2026〕3号"}))
    with reading() as uow:
        assert [one.receipt for one in get_file(uow, topic).filings] == ["备〔2026〕3号"]


def test_a_procedure_made_in_the_form_times_its_steps_in_working_days(writing, reading):
    with reading() as uow:
        values = PROCEDURE_FORM.load(uow, None)
    values |= {"title": "楼道协商", "steps": [
        {"title": "提出", "needs": ("accepted",), "days": 3, "unit": "workday"},
        {"title": "商量", "needs": ("meeting",), "papers": ("minutes",), "days": 5, "unit": "day", "back": "提出"}]}
    with writing() as uow:
        save_procedure(uow, PROCEDURE_FORM.make_draft(values))
    with pytest.raises(UserError), writing() as uow:
        save_procedure(uow, PROCEDURE_FORM.make_draft(values))
    with reading() as uow:
        mine = list_procedures(uow)[-1]
    assert (mine.code, mine.edition, [(one.code, one.days, one.unit) for one in mine.steps]) == (
        "own_1", 1, [("s1", 3, "workday"), ("s2", 5, "day")])
    with writing() as uow:
        topic = raised(uow, "own_1")
        save_procedure(uow, ProcedureDraft("楼道协商", (StepRow("提出", "s1", needs=("accepted",)),), "own_1"))
    with reading() as uow:
        assert list_procedures(uow)[-1].edition == 2
        assert (get_file(uow, topic).procedure.edition, get_file(uow, topic).step) == (1, "s2")


@pytest.mark.parametrize("row", [StepRow("表决", needs=("vote",)), StepRow("一", days=400), StepRow("一", unit="week")])
def test_a_step_that_cannot_work_is_refused_beside_its_field(row, writing):
    with pytest.raises(UserError) as refused, writing() as uow:
        save_procedure(uow, ProcedureDraft("试", (row,)))
    assert next(iter(refused.value.fields)).startswith("steps.0.")


def test_meetings_are_held_as_one_where_secretary_and_director_are_one_person(writing, reading):
    with writing() as uow:
        topic = raised(uow, f"four_two{AS_ONE}")
        write_draft(uow, TextDraft(topic, "方案", "一、建棚"))
    with reading() as uow:
        field = next(one for section in ACCEPT_FORM.sections for one in section.fields if one.name == "procedure")
        assert [title for code, title in field.choices(uow) if code.startswith("four_two")] == [
            "四议两公开", "四议两公开（合并召开：党支部会提议、“两委”会商议）"]
        steps = get_file(uow, topic).procedure.steps
    assert [step.title for step in steps] == [
        "党支部会提议、“两委”会商议(合并)", "党员大会审议", "村民代表会议或村民会议决议", "决议公开"]
    assert (steps[0].needs, steps[0].days, steps[2].back) == (("accepted", "committees", "draft"), 20, "branch")
    with writing() as uow:
        meet(uow, topic, "committees")
        finish_step(uow, StepDraft(topic, "branch"))
    with reading() as uow:
        assert get_file(uow, topic).step == "members"


@pytest.mark.parametrize(("came", "agree", "outcome"), [(40, 30, "passed"), (41, 29, "failed"), (39, 39, "no_quorum")])
def test_the_party_meeting_is_judged_on_all_who_were_expected(came, agree, outcome, writing, reading):
    """四议两公开 (rules 2.2): two thirds of 60 members come, half of the 60, not of those who came, agree."""
    with writing() as uow:
        topic = raised(uow, f"four_two{AS_ONE}")
        write_draft(uow, TextDraft(topic, "方案", "一、建棚"))
        meet(uow, topic, "committees")
        finish_step(uow, StepDraft(topic, "branch"))
        meet(uow, topic, "members")
    with pytest.raises(UserError), writing() as uow:
        finish_step(uow, StepDraft(topic, "members"))  # minutes alone are not enough
    with writing() as uow:
        vote = count_party_vote(uow, topic, 60, came, agree)
    with reading() as uow:
        assert find_result(uow, vote).questions[0].verdict.outcome == outcome
    if outcome != "passed":
        with pytest.raises(UserError), writing() as uow:
            finish_step(uow, StepDraft(topic, "members"))
        return
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "members"))
    with pytest.raises(UserError), writing() as uow:
        finish_step(uow, StepDraft(topic, "vote"))  # the members' vote is not the villagers'


def test_a_street_hands_its_classes_of_topics_on_and_what_a_hall_has_of_its_own_stays(writing, reading):
    with writing() as uow:
        save_classes(uow, ClassesDraft((ClassRow("党建引领", "party"), ClassRow("适老化改造"), ClassRow("民主自治", "self"),
                                        ClassRow("公共卫生", "health", active=False))))
        told = read_classes(uow)
    assert told["党建引领"] == {"offered": True, "shipped": "party"}
    assert told["适老化改造"] == {"offered": True, "shipped": ""}
    with writing() as uow:  # another hall, where the first own class is another one
        save_classes(uow, ClassesDraft((ClassRow("社区党建", "party"), ClassRow("宠物管理", "own1"),
                                        ClassRow("适老化改造", "own2"), ClassRow("公共卫生", "health"))))
        before = dict(class_titles(uow))
        write_classes(uow, {title: told[title] for title in ("党建引领", "适老化改造", "公共卫生")} | {
            "加装电梯": {"offered": True, "shipped": ""}})
    with reading() as uow:
        offered = [title for _code, title, _on in list_classes(uow)]
        now = class_titles(uow)
        again = read_classes(uow)
    assert before["own1"] == now["own1"] == "宠物管理"
    assert offered[:3] == ["党建引领", "宠物管理", "适老化改造"]
    assert offered[-1] == "加装电梯"
    assert "公共卫生" not in offered
    assert all(again[title] == told[title] for title in ("党建引领", "适老化改造", "公共卫生"))


def test_a_street_hands_procedures_on_as_they_are(writing, reading):
    with reading() as uow:
        values = PROCEDURE_FORM.load(uow, 3)
        shipped = list_procedures(uow)[2]
    with writing() as uow:
        save_procedure(uow, PROCEDURE_FORM.make_draft(values))
    with writing() as uow:
        told = read_procedures(uow)
        write_procedures(uow, told)
    with reading() as uow:
        assert list_procedures(uow)[2].steps == shipped.steps


def test_a_vote_is_opened_at_its_step_and_not_before(writing, reading):
    from plugins.consultation.drafts import BallotDraft
    from plugins.consultation.service.votes import open_topic_vote

    ballot = {"title": "表决", "profile": "six_steps", "method": "hands", "questions": ("通过",), "roll": "甲\n乙\n丙"}
    with writing() as uow:
        six, ordinary = raised(uow), raised(uow, "ordinary")
    with pytest.raises(UserError) as told, writing() as uow:
        open_topic_vote(uow, BallotDraft(six, **ballot))
    assert "“出主意”环节，到“说了算”环节" in str(told.value)
    with pytest.raises(UserError) as told, writing() as uow:
        open_topic_vote(uow, BallotDraft(ordinary, **ballot))
    assert "没有表决环节" in str(told.value)
    with reading() as uow:
        assert get_file(uow, six).votes == ()
    with writing() as uow:
        assert vote_on(uow, BallotDraft(six, **ballot))

"""What people bring to gatherings: four parties all heard, questions answered, matters carried on, become topics."""

from datetime import date, timedelta

import pytest

from desk.api import UserError
from desk.api.cases import list_links
from desk.api.meetings import AttendeeDraft, DecisionDraft, GatheringDraft, MinutesDraft, call_gathering, get_gathering
from desk.api.pages import PageRequest
from desk.api.places import AreaDraft, add_area
from plugins.consultation.drafts_bodies import BodyDraft, HeldDraft, MatterDraft, SeatDraft, TermDraft
from plugins.consultation.home import due_items
from plugins.consultation.kinds import FOUR
from plugins.consultation.pages.bodies import BODIES_LIST, TERM_FORM
from plugins.consultation.pages.bodies import load as load_body
from plugins.consultation.pages.forms import MATTER_TOPIC_FORM
from plugins.consultation.pages.matters import fetch, sentence
from plugins.consultation.pages.meeting_forms import DECISION_FORM, MATTER_FORM, MINUTES_FORM, SITTING_FORM
from plugins.consultation.pages.meetings import load
from plugins.consultation.queries_matters import count_grouped_buildings, get_body, list_carried, list_matters_of
from plugins.consultation.service.bodies import begin_term, end_body, save_body
from plugins.consultation.service.gatherings import call, hold, settle_matter
from plugins.consultation.service.outcomes import decision_done
from plugins.consultation.service.topics import save_topic


def called(uow, kind, **more):
    return call(uow, GatheringDraft(kind, "协调", uow.clock.now() - timedelta(hours=2), place="3号楼前", **more))


def four(reading, meeting, said, away=()):
    with reading() as uow:
        values = MINUTES_FORM.load(uow, meeting)
    values["points"] = [{"who": party, "said": said.get(role, "")} for role, party in FOUR]
    for row in values["attendees"]:
        row["state"] = "absent" if row["role"] in away else "came"
    return values | {"agreed": "同意修缮"}


def test_a_four_party_record_needs_each_partys_view_or_its_absence(writing, reading):
    with writing() as uow:
        meeting = called(uow, "four_party")
    with reading() as uow:
        assert [one.role for one in get_gathering(uow, meeting).attendees] == [role for role, _party in FOUR]
    said = {"station": "尽快修", "stop": "同意", "owners": "同意"}
    with pytest.raises(UserError, match="物业服务企业"), writing() as uow:
        hold(uow, MINUTES_FORM.make_draft(four(reading, meeting, said)))
    values = four(reading, meeting, said, away=("property",))
    values["matters"] = [
        {"text": "路灯不亮", "outcome": "carried"},
        {"text": "垃圾清运", "outcome": "solved", "answer": "已清运"},
    ]
    with writing() as uow:
        hold(uow, MINUTES_FORM.make_draft(values))
    with writing() as uow:
        following = called(uow, "four_party")
    with reading() as uow:
        assert [one.text for one in list_carried(uow, "four_party")] == ["路灯不亮"]
        values = four(reading, following, said | {"property": "下周修"})
        assert [(row["text"], row["outcome"]) for row in values["matters"]] == [("路灯不亮", "open")]
        values["matters"][0] |= {"outcome": "solved", "answer": "已修好"}
    with writing() as uow:
        hold(uow, MINUTES_FORM.make_draft(values))
    with reading() as uow:
        assert list_carried(uow, "four_party") == []
        assert sentence(uow).endswith("2/3")


def test_a_hearing_answers_every_question_or_promises_a_day(writing, reading, clock):
    with writing() as uow:
        meeting = called(uow, "hearing")
    minutes = MinutesDraft(meeting, attendees=(AttendeeDraft("龚桂兰", state="came"),))
    with pytest.raises(UserError) as refused, writing() as uow:
        hold(uow, HeldDraft(minutes, (MatterDraft("停车何时解决?", who="龚桂兰"),)))
    assert refused.value.field == "matters.0.answer"
    promised = clock.today() + timedelta(days=3)
    with writing() as uow:
        hold(uow, HeldDraft(minutes, (MatterDraft("停车何时解决?", who="龚桂兰", promised_on=promised),)))
    with reading() as uow:
        question = list_matters_of(uow, meeting)[0]
        assert [item.due for item in due_items(uow) if item.title.startswith("停车")] == [promised]
        draft = MATTER_FORM.make_draft(MATTER_FORM.load(uow, question.id) | {"answer": "已划线"})
    with writing() as uow:
        settle_matter(uow, draft)
    with reading() as uow:
        assert list_matters_of(uow, meeting)[0].answered_on == clock.today()
        assert not [item for item in due_items(uow) if item.title.startswith("停车")]


def test_a_talk_point_passes_on_what_it_does_not_settle(writing):
    with writing() as uow:
        meeting = called(uow, "talk_point")
    for matter in (MatterDraft("楼道灯"), MatterDraft("楼道灯", outcome="passed"), MatterDraft("楼道灯", outcome="solved")):
        with pytest.raises(UserError), writing() as uow:
            hold(uow, HeldDraft(MinutesDraft(meeting, heads=1), (matter,)))
    with writing() as uow:
        hold(uow, HeldDraft(MinutesDraft(meeting, heads=1), (MatterDraft("楼道灯", outcome="passed", does="物业"),)))


def test_an_opinion_of_a_stool_meeting_becomes_a_topic(writing, reading):
    with writing() as uow:
        meeting = called(uow, "stool")
        hold(uow, HeldDraft(MinutesDraft(meeting, heads=12), (MatterDraft("想要充电棚", who="龚桂兰"), MatterDraft("路灯"))))
    with reading() as uow:
        matter = list_matters_of(uow, meeting)[0]
        draft = MATTER_TOPIC_FORM.make_draft(MATTER_TOPIC_FORM.load(uow, matter.id))
    with writing() as uow:
        topic = save_topic(uow, draft)
    with reading() as uow:
        assert [(one.outcome, one.topic_id) for one in list_matters_of(uow, meeting)] == [("topic", topic), ("open", None)]
        assert [(one.kind, one.record_id) for one in list_links(uow, "consultation.topic", topic)] == [("gathering", meeting)]
        assert [row.text for row in fetch(uow, PageRequest(filters={"open": True})).rows] == ["路灯"]
        assert load(uow, meeting).missing


def test_a_decision_of_a_meeting_is_done_with_its_result(writing, reading, clock):
    with writing() as uow:
        meeting = called(uow, "party_mass")
        hold(uow, HeldDraft(MinutesDraft(meeting, attendees=(AttendeeDraft("沈建国", state="came"),), decisions=(
            DecisionDraft("修路灯", "物业", clock.today() - timedelta(days=1)),))))
    with reading() as uow:
        item = next(one for one in due_items(uow) if one.title.startswith("修路灯"))
        assert (item.tone.name, item.entry, item.args) == ("LATE", "consultation.meeting", {"record_id": meeting})
        decision = get_gathering(uow, meeting).decisions[0].id
        draft = DECISION_FORM.make_draft(DECISION_FORM.load(uow, decision))
    with pytest.raises(UserError), writing() as uow:
        decision_done(uow, draft)
    with writing() as uow:
        decision_done(uow, DECISION_FORM.make_draft({"decision_id": decision, "result": "已修", "on": clock.today()}))
    with reading() as uow:
        assert not [one for one in due_items(uow) if one.title.startswith("修路灯")]


def body(uow, **more):
    start = uow.clock.today()
    return save_body(
        uow,
        BodyDraft(
            "group",
            "3号楼自治小组",
            founded_by="居民推选",
            term_from=start - timedelta(days=1000),
            term_to=start + timedelta(days=30),
            seats=(SeatDraft("龚桂兰", "head", kind="resident"), SeatDraft("欧阳䶮", kind="resident")),
            **more,
        ),
    )


def test_a_group_calls_its_members_and_starts_a_new_term(writing, reading, clock):
    with writing() as uow:
        group = body(uow)
    with reading() as uow:
        assert [item.entry for item in load_body(uow, group).missing] == ["consultation.term_form"]
        assert [item.detail for item in due_items(uow) if item.entry == "consultation.body"]
        sitting = SITTING_FORM.make_draft(SITTING_FORM.load(uow, group))
    assert [one.name for one in sitting.attendees] == ["龚桂兰", "欧阳䶮"]
    with writing() as uow:
        call_gathering(uow, sitting)
    with reading() as uow:
        values = TERM_FORM.load(uow, group)
    values["seats"] = [{"name": "赵敏", "post": "head"}]
    with writing() as uow:
        begin_term(uow, TERM_FORM.make_draft(values))
    with reading() as uow:
        now = get_body(uow, group)
        assert ([one.name for one in now.sitting(clock.today())], now.head) == (["赵敏"], "赵敏")
        assert [one.name for one in now.seats if one.to_on] == ["龚桂兰", "欧阳䶮"]
        assert [row.head for row in BODIES_LIST.fetch(uow, PageRequest(filters={"kind": "group"})).rows] == ["赵敏"]


def test_a_body_has_one_head_and_ends_with_a_reason(writing, reading):
    with writing() as uow:
        group = body(uow)
    with pytest.raises(UserError), writing() as uow:
        save_body(
            uow, BodyDraft("group", "甲", term_to=date(2030, 1, 1), seats=(SeatDraft("甲", "head"), SeatDraft("乙", "head")))
        )
    with pytest.raises(UserError), writing() as uow:
        end_body(uow, TermDraft(group))
    with writing() as uow:
        end_body(uow, TermDraft(group, reason="楼栋拆迁"))
    with pytest.raises(UserError), writing() as uow:
        begin_term(uow, TermDraft(group, term_to=date(2030, 1, 1), seats=(SeatDraft("甲"),)))


def test_an_estates_group_serves_its_buildings_and_one_without_an_area_none(writing, reading):
    with writing() as uow:
        estate = add_area(uow, AreaDraft("翠湖花园", "estate"))
        for name in ("1号楼", "2号楼"):
            add_area(uow, AreaDraft(name, "building", parent_id=estate))
        add_area(uow, AreaDraft("9号楼", "building"))
        day = uow.clock.today()
        seats = (SeatDraft("龚桂兰", "head"),)
        save_body(uow, BodyDraft("group", "全社区小组", term_from=day, term_to=day + timedelta(days=900), seats=seats))
    with reading() as uow:
        assert count_grouped_buildings(uow) == (0, 3)
    with writing() as uow:
        save_body(uow, BodyDraft("group", "翠湖小组", area_id=estate, term_from=day, term_to=day + timedelta(days=900),
                                 seats=seats))
    with reading() as uow:
        assert count_grouped_buildings(uow) == (2, 3)
        assert "66.7%" in BODIES_LIST.sentence(uow)

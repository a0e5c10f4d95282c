"""From a topic to the residents' judgement: six steps with a send-back and a second posting; the other ways out."""

import re
from datetime import timedelta

import pytest

from desk.api import UserError, translator
from desk.api.cases import get_case
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, close_notice, write_minutes
from desk.api.votes import (
    BoxDraft,
    SlipDraft,
    count_vote,
    end_giving,
    enter,
    find_result,
    give_ballot,
    list_marks,
    list_roll,
)
from plugins.consultation.drafts import (
    AcceptDraft,
    BallotDraft,
    PostingDraft,
    RaiserDraft,
    ReasonDraft,
    ReviewDraft,
    ScoreDraft,
    StepDraft,
    TaskDraft,
    TextDraft,
    TopicDraft,
    VoteActDraft,
)
from plugins.consultation.kinds import TOPIC
from plugins.consultation.pages.record import load
from plugins.consultation.pages.vote_record import load as load_vote
from plugins.consultation.queries import get_file
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, merge_topic, refuse_topic, save_topic
from plugins.consultation.service.votes import make_ballots, open_topic_vote, read_roll
from plugins.consultation.service.work import (
    archive_topic,
    carried_out,
    post_draft,
    review_draft,
    save_task,
    score_topic,
    write_draft,
)

_ = translator("consultation")
ROLL = "\n".join(f"代表{number:02d},{number}号楼" for number in range(1, 61))


def said(sentence):
    """A sentence as it is told now, up to its first value."""
    return re.escape(_(sentence).split("{")[0])


@pytest.fixture
def topic(writing):
    with writing() as uow:
        made = save_topic(uow, TopicDraft("充电棚选址", "飞线充电多", field="safety", raisers=(RaiserDraft("龚桂兰"),)))
        accept_topic(uow, AcceptDraft(made, "six_steps", "已受理"))
    return made


def meet(uow, topic, kind):
    meeting = call_gathering(uow, GatheringDraft(kind, "充电棚", uow.clock.now() - timedelta(hours=2), owner_kind=TOPIC,
                                                 owner_id=topic))
    write_minutes(uow, MinutesDraft(meeting, attendees=(AttendeeDraft("龚桂兰", "resident", state="came"),), agreed="同意"))


def draft_and_post(writing, clock, topic, text):
    with writing() as uow:
        meet(uow, topic, "council")
        write_draft(uow, TextDraft(topic, "充电棚方案", text))
        finish_step(uow, StepDraft(topic, "draft"))
        notice = post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国", days=7))
    with pytest.raises(UserError, match=said("Version {n} hangs until {day}; close the posting after that.")), writing() as uow:
        finish_step(uow, StepDraft(topic, "posting"))
    clock.advance(days=8)
    with writing() as uow:
        close_notice(uow, notice, "公示期内无异议")
        finish_step(uow, StepDraft(topic, "posting"))


def vote(writing, reading, topic, agree, came=45):
    with writing() as uow:
        made = open_topic_vote(uow, BallotDraft(topic, "充电棚表决", "six_steps", "secret", ("通过方案",), ROLL))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(made, 62))
    with reading() as uow:
        marks, roll = list_marks(uow, made), list_roll(uow, made)
    for voter in roll[:came]:
        with writing() as uow:
            give_ballot(uow, made, voter.id)
    with writing() as uow:
        end_giving(uow, BoxDraft(made, came, 0, 62 - came))
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, made, entry, tuple(SlipDraft(mark, ("agree" if place < agree else "against",))
                                          for place, mark in enumerate(marks[:came])))
    with writing() as uow:
        count_vote(uow, made, (("监票人", "沈建国"), ("计票人", "何苗")))
    return made


def test_six_steps_with_a_send_back_and_a_second_posting(writing, reading, clock, topic):
    with pytest.raises(UserError, match=said("The meeting this step asks for has no closed minutes yet.")), writing() as uow:
        finish_step(uow, StepDraft(topic, "talk"))
    with writing() as uow:
        meet(uow, topic, "talk")
        finish_step(uow, StepDraft(topic, "talk", "第一党支部"))
    draft_and_post(writing, clock, topic, "第一稿")
    with writing() as uow:
        review_draft(uow, ReviewDraft(topic, "孙明", "revise", "法律", text="距离不足"))
    with reading() as uow:
        assert get_file(uow, topic).step == "draft"
    with pytest.raises(UserError, match=said("The meeting this step asks for has no closed minutes yet.")), writing() as uow:
        finish_step(uow, StepDraft(topic, "draft"))  # the council that drafted the first version is spent
    with writing() as uow:
        meet(uow, topic, "council")
    with pytest.raises(UserError, match=said("The experts sent this version back; write a new one.")), writing() as uow:
        finish_step(uow, StepDraft(topic, "draft"))
    draft_and_post(writing, clock, topic, "第二稿")
    with writing() as uow:
        review_draft(uow, ReviewDraft(topic, "孙明", "pass", "法律"))
        finish_step(uow, StepDraft(topic, "review"))
    made = vote(writing, reading, topic, 39)
    with pytest.raises(UserError, match=said("The vote did not pass everything.")), writing() as uow:
        finish_step(uow, StepDraft(topic, "vote"))
    with reading() as uow:
        assert [test.whole for test in find_result(uow, made).questions[0].verdict.looser] == [45]
    vote(writing, reading, topic, 40)
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "vote", "居民代表会议"))
    with pytest.raises(UserError, match=said("Not finished yet: {tasks}.")), writing() as uow:
        carried_out(uow, ReasonDraft(topic))
    with writing() as uow:
        save_task(uow, TaskDraft(topic, "施工", "物业", budget_fen=3_000_000, done_on=clock.today(), result="已建成"))
        carried_out(uow, ReasonDraft(topic))
    with pytest.raises(UserError, match=said("Residents have not judged it yet.")), writing() as uow:
        archive_topic(uow, ReasonDraft(topic))
    with writing() as uow:
        score_topic(uow, ScoreDraft(topic, 30, 8, 2))
        archive_topic(uow, ReasonDraft(topic))
    with reading() as uow:
        card = load(uow, topic)
        assert get_case(uow, topic).state == "archived"
        assert [lamp.state for lamp in card.steps] == ["done"] * 8
        assert [one.number for one in get_file(uow, topic).drafts] == [1, 2]
        assert load_vote(uow, made).sections


def test_a_running_topic_keeps_its_procedure(writing, reading, topic):
    from dataclasses import replace

    from plugins.consultation.models import OwnProcedure
    from plugins.consultation.procedures import as_data
    from plugins.consultation.shipped import SIX

    with writing() as uow:
        uow.add(OwnProcedure(code="six_steps", title="六步(新)",
                             data=as_data(replace(SIX, title="六步(新)", steps=SIX.steps[:2]))))
        later = save_topic(uow, TopicDraft("养犬公约"))
        accept_topic(uow, AcceptDraft(later, "six_steps", "已受理"))
    with reading() as uow:
        assert len(get_file(uow, topic).procedure.steps) == 6
        assert len(get_file(uow, later).procedure.steps) == 2


def test_merged_topics_keep_everybody_who_raised_them(writing, reading, topic):
    with writing() as uow:
        other = save_topic(uow, TopicDraft("充电难", raisers=(RaiserDraft("欧阳䶮"), RaiserDraft("", contact="13900000002"))))
    with reading() as uow:
        number = get_case(uow, topic).number
    with writing() as uow:
        assert merge_topic(uow, ReasonDraft(other, into=number)) == topic
    with reading() as uow:
        assert [one["name"] for one in get_file(uow, topic).raisers] == ["龚桂兰", "欧阳䶮", ""]


def test_a_refused_topic_has_a_reason(writing):
    with writing() as uow:
        made = save_topic(uow, TopicDraft("试"))
    with pytest.raises(UserError), writing() as uow:
        refuse_topic(uow, ReasonDraft(made))
    with writing() as uow:
        refuse_topic(uow, ReasonDraft(made, "属于行政许可事项"))


def test_a_roll_is_read_from_lines():
    voters = read_roll("龚桂兰,1-1-101,89.5\n\n沈建国、2-2-202、100\n")
    assert [(one.name, one.label, one.area) for one in voters] == [("龚桂兰", "1-1-101", 8950), ("沈建国", "2-2-202", 10000)]
    for line in (",1-1", "甲,1,abc", "甲,1,1.234"):
        with pytest.raises(UserError):
            read_roll(line)


def test_a_tie_is_drawn_by_a_seed_anybody_can_repeat(writing, reading, topic):
    from desk.api.cases import list_timeline
    from desk.api.votes import draw
    from plugins.consultation.drafts import DrawDraft
    from plugins.consultation.service.steps import draw_lots

    with pytest.raises(UserError), writing() as uow:
        draw_lots(uow, DrawDraft(topic, " ", "龚桂兰\n欧阳䶮"))
    with writing() as uow:
        draw_lots(uow, DrawDraft(topic, "骰子 4 2 6", "龚桂兰\n欧阳䶮"))
    with reading() as uow:
        lines = [entry.text for entry in list_timeline(uow, topic)]
    assert any("骰子 4 2 6" in text and f"抽中:{draw('骰子 4 2 6', ['龚桂兰', '欧阳䶮'])[0]}" in text for text in lines)


def test_a_draft_whose_posting_was_withdrawn_is_posted_again(writing, reading, topic):
    from desk.api.meetings import withdraw_notice
    from plugins.consultation.models import Topic
    from plugins.consultation.procedures import Procedure, StepRule, as_data

    with writing() as uow:
        only = Procedure("only_posting", "公示", (StepRule("posting", "开言路", needs=("posted",)),), "测试")
        row = uow.get(Topic, topic)
        row.procedure, row.step = as_data(only), "posting"
        write_draft(uow, TextDraft(topic, "充电棚方案", "第一稿"))
        first = post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国", days=7))
    with pytest.raises(UserError, match=said("Version {n} has been posted already.")), writing() as uow:
        post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国", days=7))
    with writing() as uow:
        withdraw_notice(uow, first, "地点写错")
    with reading() as uow:
        assert "consultation.post_form" in {act.entry for act in load(uow, topic).acts}
    with writing() as uow:
        assert post_draft(uow, PostingDraft(topic, ("公告栏",), "沈建国", days=7)) != first


def test_a_vote_by_another_rule_than_the_procedures_needs_a_reason(writing, reading, topic):
    from plugins.consultation.models import Topic
    from plugins.consultation.procedures import Procedure, StepRule, as_data

    with writing() as uow:
        row = uow.get(Topic, topic)
        step = StepRule("vote", "说了算", needs=("vote",), rule="village_reps")
        row.procedure = as_data(Procedure("only_vote", "表决", (step,), "测试"))
        row.step = "vote"
    vote(writing, reading, topic, 45)
    with pytest.raises(UserError, match="村民代表会议"), writing() as uow:
        finish_step(uow, StepDraft(topic, "vote"))
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "vote", note="本社区无村民,依六步议事规则"))
    with reading() as uow:
        assert get_case(uow, topic).state == "carrying"

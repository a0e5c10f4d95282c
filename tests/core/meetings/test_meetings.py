"""Gatherings and notices: roll and minutes, a notice's clock, every comment answered."""

from datetime import timedelta

import pytest

from desk.core.errors import UserError
from desk.core.meetings.drafts import AttendeeDraft, CommentDraft, DecisionDraft, GatheringDraft, MinutesDraft, NoticeDraft
from desk.core.meetings.gatherings import call_gathering, finish_decision, get_gathering, list_open_decisions, write_minutes
from desk.core.meetings.notices import (
    answer_comment,
    close_notice,
    get_notice,
    list_hanging,
    post_notice,
    take_comment,
    write_notice,
)


def test_a_talk_from_its_notice_to_closed_minutes(writing, reading, clock):
    with writing() as uow:
        talk = call_gathering(uow, GatheringDraft(
            "talk", "充电恳谈会", clock.now(), place="议事厅", convener="第一党支部",
            attendees=(AttendeeDraft("龚桂兰", "resident"), AttendeeDraft("翠湖物业", "property"))))
    with reading() as uow:
        called = get_gathering(uow, talk).attendees
    nobody = tuple(AttendeeDraft(one.name, one.role, one.id) for one in called)
    draft = MinutesDraft(talk, attendees=nobody, agreed="同意建充电棚")
    with pytest.raises(UserError, match="present"), writing() as uow:
        write_minutes(uow, draft)
    with writing() as uow:
        write_minutes(uow, MinutesDraft(
            talk, attendees=(AttendeeDraft("龚桂兰", "resident", called[0].id, state="came"),
                             AttendeeDraft("翠湖物业", "property", called[1].id, state="absent")),
            agreed="同意建充电棚", decisions=(DecisionDraft("拟出选址方案", "物业", clock.today() + timedelta(days=5)),)))
    with reading() as uow:
        found = get_gathering(uow, talk)
        due = list_open_decisions(uow, clock.today() + timedelta(days=7))
    assert (found.came, found.closed, [one.name for one in found.attendees]) == (1, True, ["龚桂兰", "翠湖物业"])
    assert [decision.text for decision, _talk in due] == ["拟出选址方案"]
    with writing() as uow:
        finish_decision(uow, due[0][0].id, "已拟")
    with reading() as uow:
        assert list_open_decisions(uow, clock.today() + timedelta(days=7)) == []
    with pytest.raises(UserError, match="no longer change"), writing() as uow:
        write_minutes(uow, draft)


def test_a_stool_meeting_needs_no_roll(writing, clock):
    with writing() as uow:
        stool = call_gathering(uow, GatheringDraft("stool", "3号楼前", clock.now()))
        write_minutes(uow, MinutesDraft(stool, heads=14, points=(("居民", "路灯不亮"),)))


@pytest.fixture
def hanging(writing):
    with writing() as uow:
        notice = write_notice(uow, NoticeDraft("draft", "充电棚方案", "方案内容", places=("1号楼公告栏",), amount=7))
        post_notice(uow, notice, "沈建国")
    return notice


def test_a_notice_hangs_its_days(hanging, writing, reading, clock):
    with reading() as uow:
        assert str(get_notice(uow, hanging).until) == "2026-11-12"
        assert [one.id for one in list_hanging(uow)] == [hanging]
    clock.advance(days=7)
    with pytest.raises(UserError, match="until"), writing() as uow:
        close_notice(uow, hanging)
    clock.advance(days=1)
    with writing() as uow:
        close_notice(uow, hanging, "公示期内无异议")


def test_an_early_end_needs_a_reason_and_every_comment_an_answer(hanging, writing):
    with writing() as uow:
        said = take_comment(uow, CommentDraft(hanging, "离窗户太近", "龚桂兰", "意见箱"))
    with pytest.raises(UserError, match="no answer"), writing() as uow:
        close_notice(uow, hanging, early_reason="内容有误")
    with pytest.raises(UserError, match="reason"), writing() as uow:
        answer_comment(uow, said, "taken", "")
    with writing() as uow:
        answer_comment(uow, said, "partly", "改为距离六米")
        close_notice(uow, hanging, early_reason="内容有误")


def test_nothing_hangs_without_approval(writing):
    with writing() as uow:
        notice = write_notice(uow, NoticeDraft("other", "试", "试", places=("一",)))
    with pytest.raises(UserError, match="approved"), writing() as uow:
        post_notice(uow, notice, " ")

"""The notice board: nothing personal hangs without a reason, the list knows what may come down, papers read back."""

from datetime import timedelta

import pytest

from desk.core.actor import Actor
from desk.core.db.paging import PageRequest
from desk.core.errors import NeedsReason, UserError
from desk.core.files.service import attach
from desk.core.meetings.answer_papers import build_answer, build_reply, load_answer, load_reply
from desk.core.meetings.answers import answer_privately, list_answers
from desk.core.meetings.board import count_notices, hang, list_notices, pull, reply, take_down
from desk.core.meetings.drafts import (
    AnswerDraft,
    CommentDraft,
    HangDraft,
    NoticeDraft,
    ReplyDraft,
    TakeDownDraft,
    WithdrawDraft,
)
from desk.core.meetings.notices import get_notice, take_comment, write_notice
from desk.core.meetings.papers import build, build_board, build_comments, build_wall, load_board, load_notice
from desk.core.meetings.redaction import find_personal, redact
from desk.core.statistics.board_tables import TABLES
from desk.core.statistics.periods import period_of
from desk.core.statistics.table import read_table
from desk.shell.notices.board import load, sentence
from desk.shell.notices.due import due_notices
from desk.shell.notices.forms import TOLD_FORM

PHOTO = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def written(uow, body="充电棚选址征求意见。", **more):
    return write_notice(uow, NoticeDraft("draft", "充电棚公示", body, places=("公告栏", "3号楼"), feedback="意见箱", **more))


def test_names_numbers_and_doors_are_found_and_taken_out():
    text = "龚桂兰(电话13800000001,329912196403070027)住3号楼502室,2-1-301反对;12号楼加装电梯,预算30000元。"
    assert [(one.kind, one.text) for one in find_personal(text, ("龚桂兰", "欧阳䶮", "兰"))] == [
        ("name", "龚桂兰"), ("id", "329912196403070027"), ("phone", "13800000001"), ("door", "3号楼502室"), ("door", "2-1-301")]
    plain = redact(text, ("龚桂兰",))
    assert plain == "龚某某(电话138****0001,329*************27)住3号楼***室,2-1-***反对;12号楼加装电梯,预算30000元。"
    assert find_personal(plain, ("龚桂兰",)) == ()


def test_a_name_hangs_only_with_a_reason(writing, reading):
    with writing() as uow:
        one = written(uow, "选民名册:龚桂兰。")
    with pytest.raises(NeedsReason) as refused, writing() as uow:
        hang(uow, HangDraft(one, "沈建国", names=("龚桂兰",)))
    assert refused.value.findings == ("龚桂兰",)
    with writing() as uow:
        hang(uow, HangDraft(one, "沈建国", names=("龚桂兰",), reason="依法公布名册"))
    with reading() as uow:
        assert get_notice(uow, one).names_reason == "依法公布名册"


def test_the_board_from_hanging_to_taking_down(writing, reading, clock):
    with writing() as uow:
        one = written(uow)
        hang(uow, HangDraft(one, "沈建国"))
        comment = take_comment(uow, CommentDraft(one, "离窗太近", "龚桂兰"))
    with reading() as uow:
        card = load(uow, one)
        assert [item.entry for item in card.missing] == ["notices.answer_form", "files.of"]
        assert count_notices(uow, PageRequest(filters={"waiting": True})) == 1
        assert count_notices(uow, PageRequest(filters={"over": True})) == 0
    with writing() as uow:
        attach(uow, "notice", one, "张贴.png", PHOTO)
        assert reply(uow, ReplyDraft(comment, "taken", "已改到北侧")) == one
    clock.advance(days=8)
    with reading() as uow:
        assert [(item.title, item.due) for item in due_notices(uow)] == [("充电棚公示", clock.today() - timedelta(days=1))]
        assert [item.entry for item in load(uow, one).missing] == ["notices.close_form"]
        assert list_notices(uow, PageRequest(filters={"over": True})).rows[0].id == one
        assert "1" in sentence(uow)
    with writing() as uow:
        take_down(uow, TakeDownDraft(one, "公示期内无异议。"))
    with reading() as uow:
        assert due_notices(uow) == []
        assert load(uow, one).acts[0].entry == "files.of"


def test_a_wrong_notice_is_withdrawn_with_a_reason(writing, reading):
    with writing() as uow:
        one = written(uow)
        hang(uow, HangDraft(one, "沈建国"))
    with pytest.raises(UserError), writing() as uow:
        pull(uow, WithdrawDraft(one))
    with writing() as uow:
        pull(uow, WithdrawDraft(one, "日期有误"))
    with reading() as uow:
        assert get_notice(uow, one).state == "withdrawn"


def test_papers_of_the_board(writing, reading, printed):
    with writing() as uow:
        one = written(uow)
        hang(uow, HangDraft(one, "沈建国"))
        take_comment(uow, CommentDraft(one, "离窗太近"))
    with reading() as uow:
        notice, wall, said, board = (printed(made) for made in (
            build(load_notice(uow, one)), build_wall(load_notice(uow, one)), build_comments(load_notice(uow, one)),
            build_board(load_board(uow, 0))))
    assert "公示期:自2026年11月6日起至2026年11月12日止,共7日" in notice
    assert "充电棚选址征求意见" in wall
    assert "匿名离窗太近" in said
    assert "充电棚公示征求意见稿公示2026年11月5日2026年11月12日公告栏、3号楼张贴中" in board
    for blank in (build, build_wall, build_comments, build_board):
        assert printed(blank(None))


def test_whom_it_concerns_is_told_herself_and_not_named_on_the_board(writing, reading, factory, clock, printed):
    with writing() as uow:
        one = written(uow, "3号楼漏水一事已列入计划,龚桂兰家先修。")
        for wrong, field in ((AnswerDraft(one, "", "内容"), "who"), (AnswerDraft(one, "龚桂兰", " "), "text"),
                             (AnswerDraft(one, "龚桂兰", "内容", told_on=clock.today()), "told_how")):
            with pytest.raises(UserError) as refused:
                answer_privately(uow, wrong)
            assert field in refused.value.fields
        answer_privately(uow, AnswerDraft(one, "龚桂兰", "您家月底前上门维修。", contact="13800000001"))
    with pytest.raises(NeedsReason) as refused, writing() as uow:
        hang(uow, HangDraft(one, "沈建国"))
    assert refused.value.findings == ("龚桂兰",)
    with writing() as uow:
        write_notice(uow, NoticeDraft("affairs", "维修计划", "漏水一事已列入计划。", id=one, places=("公告栏",)))
        hang(uow, HangDraft(one, "沈建国"))
    with reading() as uow:
        answer, = list_answers(uow, one)
        assert "notices.told_form" in [item.entry for item in load(uow, one).missing]
        assert any("1" in item.detail for item in due_notices(uow))
        values = TOLD_FORM.load(uow, answer.id)
        sheet = printed(build(load_notice(uow, one)))
        slip = printed(build_answer(load_answer(uow, answer.id)))
    assert "龚桂兰" not in sheet
    assert all(words in slip for words in ("龚桂兰", "维修计划", "您家月底前上门维修", "回执"))
    assert "13800000001" not in slip
    with writing() as uow:
        answer_privately(uow, TOLD_FORM.make_draft(values))
    with pytest.raises(UserError), writing() as uow:
        answer_privately(uow, TOLD_FORM.make_draft(values | {"text": "改了"}))
    with reading() as uow:
        card = load(uow, one)
        assert "notices.told_form" not in [item.entry for item in card.missing]
        assert "desk.notice_private" in [link.paper for link in card.papers]
    with factory.reading(Actor("读者", 1, permissions=frozenset())) as uow:
        assert not any("您家" in fact.value for section in load(uow, one).sections for fact in section.facts)


def test_who_commented_by_name_takes_her_reply_home(writing, reading, printed):
    with writing() as uow:
        one = written(uow)
        hang(uow, HangDraft(one, "沈建国"))
        named, nobody = (take_comment(uow, CommentDraft(one, "离窗太近", who)) for who in ("龚桂兰", ""))
        for said in (named, nobody):
            reply(uow, ReplyDraft(said, "partly", "向北移六米"))
    with reading() as uow:
        slips = [link.record_id for link in load(uow, one).papers if link.paper == "desk.notice_reply"]
        slip = printed(build_reply(load_reply(uow, named)))
    assert slips == [named]
    assert all(words in slip for words in ("龚桂兰", "离窗太近", "部分采纳", "向北移六米"))
    for blank in (build_answer, build_reply):
        assert "回执" in printed(blank(None))


def test_notices_are_counted_by_kind_with_days_and_replies(writing, reading, clock):
    with writing() as uow:
        one = written(uow)
        hang(uow, HangDraft(one, "沈建国"))
        reply(uow, ReplyDraft(take_comment(uow, CommentDraft(one, "离窗太近")), "taken", "已改"))
        take_comment(uow, CommentDraft(one, "何时建好"))
    day = clock.today()
    with reading() as uow:
        view = read_table(uow, TABLES[0], period_of(day, "year"))
    row = next(place for place, line in enumerate(view.rows) if line.title == "征求意见稿公示")
    assert [cell.text for cell in view.cells[row]] == ["1", "0", "0", "—", "0", "2", "1", "1", "50.0%"]
    clock.advance(days=8)
    with writing() as uow:
        reply(uow, ReplyDraft(get_notice(uow, one).comments[1].id, "not", "下月"))
        take_down(uow, TakeDownDraft(one, "无异议"))
    with reading() as uow:
        view = read_table(uow, TABLES[0], period_of(clock.today(), "year"))
    assert [cell.text for cell in view.cells[row]] == ["1", "1", "8", "8.0", "0", "2", "2", "1", "100.0%"]

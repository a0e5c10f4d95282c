"""Papers read back from real PDFs: blank and filled; secret ballots tell nobody's name; the notice names base and code."""

import pytest

from desk.api.votes import find_result, hand_paper, list_marks, list_roll, spaced, take_back
from plugins.consultation.demo import fill
from plugins.consultation.documents import ballots, loading, meetings, posters, results, topic, votes
from plugins.consultation.drafts import AcceptDraft, BallotDraft, TopicDraft, VoteActDraft
from plugins.consultation.queries import find_topic_by_number, get_file
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots
from plugins.consultation.tests.helpers import stand_at_vote, vote_on
from plugins.consultation.tests.test_journeys import ROLL, vote

BUILDS = [topic.build, topic.build_review, topic.build_scores, meetings.build_notice, meetings.build_sign_in,
          meetings.build_minutes, votes.build_register,
          votes.build_returns, votes.build_proxy, ballots.build_specimen, posters.build_result,
          results.build_tally, results.build_notice]


@pytest.mark.parametrize("build", BUILDS, ids=lambda one: f"{one.__module__.rpartition('.')[2]}.{one.__name__}")
def test_every_paper_prints_blank(build, printed):
    assert printed(build(None))


@pytest.fixture
def walking(writing):
    with writing() as uow:
        made = save_topic(uow, TopicDraft("充电棚选址"))
        accept_topic(uow, AcceptDraft(made, "six_steps", "已受理"))
        stand_at_vote(uow, made)
    return made


def test_papers_of_the_practice_topics(writing, reading, printed):
    with writing() as uow:
        fill(uow, 7)
    with reading() as uow:
        number = "和平议字〔2026〕1号"
        file = get_file(uow, find_topic_by_number(uow, number))
        card = printed(topic.build(loading.load_topic(uow, file.id)))
        minutes = printed(meetings.build_minutes(loading.load_gathering(uow, file.gatherings[0].id)))
    assert "电动自行车集中充电棚选址" in card
    assert "应到3人,实到3人" in minutes
    assert "赞成,但不要离窗户太近。" in minutes


def test_secret_ballots_name_nobody_and_the_register_no_serial(walking, writing, reading, printed):
    with writing() as uow:
        made = vote_on(uow, BallotDraft(walking, "充电棚表决", "six_steps", "secret", ("通过方案", "通过预算"), ROLL))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(made, 62))
    with reading() as uow:
        pile = printed(ballots.build_ballots(loading.load_ballots(uow, made)))
        register = printed(votes.build_register(loading.load_vote(uow, made)))
        marks, roll = list_marks(uow, made), list_roll(uow, made)
    assert all(spaced(mark) in pile for mark in marks)
    assert "充电棚表决票" in pile
    assert not any(voter.name in pile for voter in roll)
    assert all(voter.name in register for voter in roll)
    assert not any(spaced(mark) in register for mark in marks)


def test_the_notice_of_the_result_names_base_rule_and_check_code(walking, writing, reading, printed):
    made = vote(writing, reading, walking, 39)
    with reading() as uow:
        notice = printed(results.build_notice(loading.load_result(uow, made)))
        tally = printed(results.build_tally(loading.load_result(uow, made)))
        code = find_result(uow, made).check
    assert code in notice
    assert code in tally
    assert "同意人数39;全体(应到)60的三分之二以上为40:未达到。" in notice
    assert "结论:未通过" in notice
    assert "另注" in notice
    assert "应参加人数60,参加45,占75.0%" in notice
    assert "印制选票62张,发出45张,收回45张,换下废票0张,未发出17张" in notice
    assert "同意39(65.0%)" in notice
    assert "公示期:" in notice
    assert "异议渠道:" in notice
    assert "时间:" in tally
    assert "不能代替法定选举程序" in notice


def test_owners_ballots_have_stub_weight_and_registers(walking, writing, reading, printed):
    roll = "龚桂兰,1-1-101,89.5\n沈建国,1-1-201,100"
    with writing() as uow:
        made = vote_on(uow, BallotDraft(walking, "选聘物业", "owners_ordinary", "named", ("选聘物业服务企业",), roll))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(made))
    with reading() as uow:
        sheet = loading.load_ballots(uow, made)
        pile = printed(ballots.build_ballots(sheet))
    mark = sheet.ballots[0][0]
    assert pile.count(spaced(mark)) == 2  # on the ballot and on its stub
    for words in ("(骑缝章)", "表决票存根", "领票人签名", "89.50㎡(面积)", "未送回的不计入参加表决", "业主(代理人)签名",
                  "业主姓名:", "日期:"):
        assert words in pile
    with writing() as uow:
        hand_paper(uow, made, mark, "龚桂兰", "上门送达")
        take_back(uow, made, mark)
    with reading() as uow:
        paper = loading.load_vote(uow, made)
        given, back, specimen = (printed(build(paper)) for build in (
            votes.build_register, votes.build_returns, ballots.build_specimen))
    assert "上门送达" in given
    assert spaced(mark) in back
    assert spaced(sheet.ballots[1][0]) not in back
    assert "印制2张,发出1张,已收回1张" in back
    assert spaced(mark) not in specimen


def test_notices_come_in_a3_with_larger_type(walking, writing, reading):
    from desk.api.papers import font_book, page_sizes, render

    made = vote(writing, reading, walking, 40)
    with reading() as uow:
        paper = loading.load_result(uow, made)
    plain, poster = results.build_notice(paper), posters.build_result(paper)
    assert poster.style.size > plain.style.size * 1.4
    assert [tuple(map(round, size)) for size in page_sizes(render(poster, font_book()).pdf)][0] == (297, 420)


def test_a_show_of_hands_is_no_paper_vote_and_the_posting_of_its_result_is_named(writing, reading, printed):
    from plugins.consultation.drafts import PostingDraft
    from plugins.consultation.service.work import publish_result

    with writing() as uow:
        fill(uow, 7)
    with reading() as uow:
        file = get_file(uow, find_topic_by_number(uow, "和平议字〔2026〕2号"))
        counted = file.votes[0]
        before = printed(results.build_notice(loading.load_result(uow, counted.id)))
    assert "本结果由现场举手表决统计得出" in before
    assert "纸质" not in before
    with writing() as uow:
        publish_result(uow, PostingDraft(file.id, ("公告栏",), "沈建国", "社区居委会一楼窗口", title="表决结果", body="通过。",
                                         days=5))
    with reading() as uow:
        paper = loading.load_result(uow, counted.id)
        after = printed(results.build_notice(paper))
    assert "共5日。" in after
    assert "异议渠道:社区居委会一楼窗口。" in after


def test_only_owners_are_called_owners_on_a_numbered_ballot(walking, writing, reading, printed):
    with writing() as uow:
        made = vote_on(uow, BallotDraft(walking, "楼长推选", "village_reps", "named", ("推选龚桂兰",), ROLL))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(made))
    with reading() as uow:
        pile = printed(ballots.build_ballots(loading.load_ballots(uow, made)))
    assert "业主" not in pile
    assert "代表(代理人)签名" in pile


@pytest.mark.parametrize(("build", "fields"), [
    (meetings.build_notice, ("议题", "时间", "地点", "参加人员", "召集人", "联系人", "材料")),
    (meetings.build_sign_in, ("序号", "姓名", "身份", "代表户或单位", "房号", "联系电话", "签到时间", "签名", "代理说明")),
    (meetings.build_minutes, ("主持人", "记录人", "到会", "缺席", "列席", "发言摘要", "一致意见", "分歧意见", "后续安排")),
    (topic.build_scores, ("任务", "责任人", "时限", "进度", "完成日期", "凭证", "满意", "基本满意", "不满意", "意见")),
    (results.build_tally, ("时间", "议题", "发出", "收回", "有效", "无效", "同意", "反对", "弃权", "监票人",
                           "唱票人", "计票人")),
    (votes.build_proxy, ("委托人", "证件号码", "房号", "面积", "受托人", "受托人电话", "权限", "期限", "身份证复印件"))])
def test_papers_have_the_fields_their_forms_ask_for(build, fields, printed):
    text = printed(build(None))
    assert [one for one in fields if one not in text] == []


def test_guests_are_not_counted_among_those_called(writing, reading, printed):
    from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, write_minutes

    with writing() as uow:
        held = call_gathering(uow, GatheringDraft("council", "充电棚", uow.clock.now()))
        write_minutes(uow, MinutesDraft(held, agreed="同意", attendees=(
            AttendeeDraft("龚桂兰", "resident", state="came"), AttendeeDraft("沈建国", "resident", state="absent"),
            AttendeeDraft("孙明", "guest", state="came"))))
    with reading() as uow:
        minutes = printed(meetings.build_minutes(loading.load_gathering(uow, held)))
    assert "应到2人,实到1人" in minutes
    assert "孙明" in minutes


def test_two_owners_ballots_with_five_candidates_stand_on_a_sheet(walking, writing, reading):
    """A ballot a little longer than half a sheet doubles the paper of every owners' election."""
    from desk.api.papers import font_book, page_sizes, render

    roll = "\n".join(f"业主{number:02d},12幢2单元-{number}01,1{number:02d}.5" for number in range(1, 9))
    names = ("孙明", "罗小梅", "唐志强", "龚桂兰", "沈建国")
    with writing() as uow:
        made = vote_on(uow, BallotDraft(walking, "望江苑首次业主大会", "owners_ordinary", "named",
                                                tuple(f"选举{name}为业主委员会委员" for name in names), roll))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(made))
    with reading() as uow:
        pdf = render(ballots.build_ballots(loading.load_ballots(uow, made)), font_book()).pdf
    assert len(page_sizes(pdf)) == 4

"""The hall's screen: what hangs and what was decided, names masked, going round by itself, Esc leaves; bars of a result."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.api.meetings import NoticeDraft, post_notice, write_notice
from desk.api.votes import BoxDraft, SlipDraft, count_vote, end_giving, enter, find_result, list_papers, take_back
from desk.testing.shell import make_context
from plugins.consultation.drafts import AcceptDraft, BallotDraft, RaiserDraft, TopicDraft, VoteActDraft
from plugins.consultation.hall import LONGEST, Slide, list_slides, masked
from plugins.consultation.kinds import TOPIC
from plugins.consultation.pictures import bars_of, share
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots
from plugins.consultation.tests.helpers import vote_on
from plugins.consultation.tests.test_counting import RealBackend
from plugins.consultation.views.bars import BarPicture
from plugins.consultation.views.hall_screen import HallPage, HallScreen

ROLL = "\n".join(f"{name},1-1-10{place},{place}0" for place, name in enumerate(("龚桂兰", "欧阳䶮", "沈建国", "何苗"), 1))


def counted_vote(writing, reading, topic):
    with writing() as uow:
        vote = vote_on(uow,
                               BallotDraft(topic, "龚桂兰等四户加装电梯", "owners_ordinary", "named", ("同意沈建国为代表",),
                                                ROLL, held_on=uow.clock.today()))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote))
    with reading() as uow:
        marks = [one.mark for one in list_papers(uow, vote)]
    with writing() as uow:
        for mark in marks[1:]:
            take_back(uow, vote, mark)
        end_giving(uow, BoxDraft(vote, 3))
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, vote, entry, tuple(SlipDraft(mark, ("agree",)) for mark in marks[1:]))
    with writing() as uow:
        count_vote(uow, vote, (("监票人", "孙明"), ("计票人", "罗小梅")))
    return vote


def shown(writing, reading):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("加装电梯", raisers=(RaiserDraft("龚桂兰"),)))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        notice = write_notice(uow,
                              NoticeDraft("draft", "关于加装电梯的公示", "龚桂兰提出加装电梯,欢迎提出意见。", owner_kind=TOPIC,
                                               owner_id=topic, places=("公告栏",)))
        post_notice(uow, notice, "何苗")
    return counted_vote(writing, reading, topic)


def test_names_the_record_knows_are_masked(writing, reading):
    shown(writing, reading)
    with reading() as uow:
        slides = list_slides(uow)
    assert [slide.kind for slide in slides] == ["公示", "表决结果"]
    everything = "".join(slide.title + slide.text + slide.foot for slide in slides)
    for name in ("龚桂兰", "欧阳䶮", "沈建国", "孙明", "罗小梅"):
        assert name not in everything
    assert "龚*" in slides[0].text
    assert "结论:通过" in slides[1].text
    assert "校验码" in slides[1].foot
    assert "本结果由纸质记名表决统计得出" in slides[1].foot


def test_a_name_that_stands_where_a_long_notice_is_cut_is_masked_too(writing, reading):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("加装电梯", raisers=(RaiserDraft("龚桂兰"),)))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        body = "公" * (LONGEST - 2) + "龚桂兰提出加装电梯"
        hung = write_notice(uow, NoticeDraft("draft", "公示", body, owner_kind=TOPIC, owner_id=topic, places=("公告栏",)))
        post_notice(uow, hung, "何苗", reason="试")
    with reading() as uow:
        assert "龚桂" not in list_slides(uow)[0].text


def test_long_names_are_masked_before_the_short_ones_inside_them():
    assert masked("欧阳明和欧阳明明", {"欧阳明", "欧阳明明"}) == "欧阳*和欧阳*"


def test_old_results_and_confidential_topics_are_not_shown(writing, reading, clock):
    from desk.api.cases import Case

    shown(writing, reading)
    with writing() as uow:
        for case in uow.session.query(Case):
            case.confidential = True
    with reading() as uow:
        assert list_slides(uow) == ()
    with writing() as uow:
        for case in uow.session.query(Case):
            case.confidential = False
    clock.advance(days=31)
    with reading() as uow:
        assert [slide.kind for slide in list_slides(uow)] == ["公示"]


def test_bars_add_up_and_carry_the_threshold(writing, reading):
    vote = shown(writing, reading)
    with reading() as uow:
        question = find_result(uow, vote).questions[0]
    bars = bars_of(question)
    assert [bar.title for bar in bars] == ["面积", "人数"]
    for bar in bars:
        assert sum(part.number for part in bar.parts) == bar.whole
    area, persons = bars
    assert (area.whole, area.line, area.turnout) == (10000, 4501, 9000)
    assert (persons.line, persons.turnout_words) == (2, "应参加 4,参加 3,参与率 75.0%")
    assert share(2, 3) == "66.6%"
    assert share(1, 0) == "0.0%"


@pytest.mark.gui
def test_the_screen_goes_round_and_escape_leaves(sqlite_database, clock, actor, tmp_path, qtbot):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    shown(lambda: factory.writing(actor), lambda: factory.reading(actor))
    ctx = make_context(tmp_path, plugin_id="consultation", backend=RealBackend(factory, actor))
    page = HallPage(ctx)
    qtbot.addWidget(page)
    page.show()
    assert page.list.count() == 2
    page.show_button.click()
    screen = page.screen_window
    assert screen.isVisible()
    assert screen.windowState() & Qt.WindowState.WindowFullScreen
    assert "电梯" in screen.title.text()
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert screen.kind.text() == "表决结果"
    assert len(screen.findChildren(BarPicture)) == 2
    screen.timer.timeout.emit()  # the clock turns the page as well, back to the first
    assert screen.kind.text() == "公示"
    qtbot.keyClick(screen, Qt.Key.Key_Left)
    assert screen.at == 1
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    assert not screen.timer.isActive()


@pytest.mark.gui
def test_what_is_taken_down_leaves_the_screen(qtbot):
    screen = HallScreen((Slide("公示", "一", "甲"), Slide("公示", "二", "乙")))
    qtbot.addWidget(screen)
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    screen.take((Slide("公示", "一", "甲"),))
    assert screen.title.text() == "一"
    screen.take(())
    assert screen.title.text()
    assert timedelta(milliseconds=screen.timer.interval()) >= timedelta(seconds=12)

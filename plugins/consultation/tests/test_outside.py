"""An e-voting platform's spreadsheet by the window: every row shown first, refusals say why, two people take it back."""

import pytest

from desk.api import UserError
from desk.api.votes import get_vote, list_papers, take_back
from desk.testing.shell import make_context
from plugins.consultation.drafts import AcceptDraft, BallotDraft, OutsideBackDraft, TopicDraft, VoteActDraft
from plugins.consultation.service.outside import drop_platform, look_outside
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots
from plugins.consultation.tests.helpers import vote_on
from plugins.consultation.tests.test_counting import RealBackend
from plugins.consultation.views.outside import OutsidePage

ROLL = "龚桂兰,1-1-101,89.5\n欧阳䶮,1-1-102,90\n沈建国,1-1-201,100\n何苗,1-1-202,100\n何苗,1-1-301,80"
ROWS = """房号,业主姓名,选聘物业服务企业,议题2
1-1-101,龚桂兰,同意,反对
1-1-102,欧阳䶮,赞成,弃权
1-1-201,沈建国,同意,同意
,何苗,同意,同意
9-9-999,孙明,同意,同意
1-1-202,何苗,也许,同意
"""


def prepared(writing):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("选聘物业"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        vote = vote_on(uow, BallotDraft(topic, "选聘物业", "owners_ordinary", "named",
                                                ("选聘物业服务企业", "使用维修资金"), ROLL))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote))
    return vote


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "平台结果.csv"
    path.write_text(ROWS, "gb18030")
    return path


def test_each_row_is_matched_or_says_why_not(writing, reading, file):
    vote = prepared(writing)
    with writing() as uow:
        take_back(uow, vote, next(one.mark for one in list_papers(uow, vote) if one.name == "沈建国"))
    with reading() as uow:
        seen = look_outside(uow, vote, file)
    assert seen.counts == {"new": 2, "rejected": 4}
    assert sorted(choices for _voter, choices in seen.lines) == [("agree", "abstain"), ("agree", "against")]
    assert len({row.reasons for row in seen.verdicts if row.verdict == "rejected"}) == 4


def test_a_file_without_the_questions_is_refused(writing, reading, tmp_path):
    vote = prepared(writing)
    path = tmp_path / "别的.csv"
    path.write_text("房号,业主姓名\n1-1-101,龚桂兰\n", "utf-8")
    with pytest.raises(UserError), reading() as uow:
        look_outside(uow, vote, path)


@pytest.mark.gui
def test_by_the_window(sqlite_database, clock, actor, tmp_path, qtbot, file):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    vote = prepared(lambda: factory.writing(actor))
    ctx = make_context(tmp_path, plugin_id="consultation", backend=RealBackend(factory, actor), answers=(file,))
    page = OutsidePage(ctx, record_id=vote)
    qtbot.addWidget(page)
    page.show()
    page.choose_button.click()
    assert page.table.rowCount() == 6
    page.take_button.click()  # the platform is not named yet
    with factory.reading(actor) as uow:
        assert get_vote(uow, vote).outside == ()
    qtbot.keyClicks(page.source, "Housing platform")
    page.take_button.click()
    with factory.reading(actor) as uow:
        taken = get_vote(uow, vote).outside
    assert [(one["source"], one["count"]) for one in taken] == [("Housing platform", 3)]
    with factory.writing(actor) as uow:
        drop_platform(uow, OutsideBackDraft(vote, taken[0]["sha256"], "平台更正", "何苗", "沈建国"))
    with factory.reading(actor) as uow:
        assert get_vote(uow, vote).registered == 0

"""The counter by keys: giving by number on the roll, two entries by two people, refusals that count nothing."""

import pytest

from desk.api import translator
from desk.api.qt import make_page
from desk.api.votes import (
    BoxDraft,
    SlipDraft,
    compare,
    count_vote,
    end_giving,
    enter,
    get_vote,
    give_ballot,
    list_marks,
    list_roll,
    spaced,
)
from desk.testing.shell import make_context
from plugins.consultation.drafts import AcceptDraft, BallotDraft, TopicDraft, VoteActDraft
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots
from plugins.consultation.tests.helpers import vote_on
from plugins.consultation.views.counting import CountingPage

desk_ = translator("desk")
pytestmark = pytest.mark.gui
ROLL = "\n".join(f"代表{number:02d},{number}号楼" for number in range(1, 13))


class RealBackend:
    """Units of work on the test's own database; remembers the keys verbs came with."""

    def __init__(self, factory, actor):
        self.factory, self.actor, self.keys = factory, actor, []

    def reading(self):
        return self.factory.reading(self.actor)

    def execute(self, verb, *args, key):
        self.keys.append(key)
        with self.factory.writing(self.actor) as uow:
            return verb(uow, *args), uow.changes


@pytest.fixture
def counter(sqlite_database, clock, actor, tmp_path, qtbot):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    with factory.writing(actor) as uow:
        topic = save_topic(uow, TopicDraft("充电棚"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
    with factory.writing(actor) as uow:
        vote = vote_on(uow, BallotDraft(topic, "充电棚表决", "six_steps", "secret", ("通过方案", "通过预算"), ROLL))
    with factory.writing(actor) as uow:
        make_ballots(uow, VoteActDraft(vote, 14))
    backend = RealBackend(factory, actor)
    ctx = make_context(tmp_path, plugin_id="consultation", backend=backend, answers=("涂改", "沈建国、何苗"))
    page = CountingPage(ctx, record_id=vote)
    qtbot.addWidget(page)
    page.show()
    return page, backend, vote


def typed(qtbot, page, text):
    from PySide6.QtCore import Qt

    page.input.setFocus()
    qtbot.keyClicks(page.input, text)
    qtbot.keyClick(page.input, Qt.Key.Key_Return)


def given_out(factory, actor, box):
    """As many voters as ballots are in the box took one; then giving out ends."""
    with factory.writing(actor) as uow:
        for voter in list_roll(uow, box.vote_id)[:box.returned]:
            give_ballot(uow, box.vote_id, voter.id)
    with factory.writing(actor) as uow:
        end_giving(uow, box)


def test_a_vote_by_keys(counter, qtbot, tmp_path):
    page, backend, vote = counter
    for number in range(1, 13):
        typed(qtbot, page, str(number))
    typed(qtbot, page, "3")
    assert page.answer.text().startswith("✕")
    typed(qtbot, page, "99")
    assert page.answer.text().startswith("✕")
    with backend.factory.writing(backend.actor) as uow:
        end_giving(uow, BoxDraft(vote, 12, 0, 2))
    with backend.reading() as uow:
        marks = list_marks(uow, vote)
    page.refresh()
    for _entry in (1, 2):
        for number, mark in enumerate(marks[:12]):
            typed(qtbot, page, spaced(mark))
            typed(qtbot, page, "1" if number == 5 else "4" if number == 6 else "12")
            if number in (5, 6):
                assert page.answer.text().startswith("✕")
                typed(qtbot, page, "12")
        typed(qtbot, page, spaced(marks[0]))
        assert page.answer.text().startswith("✕")
        page.save_button.click()
        page.second.click()
    assert set(backend.keys) == {""}  # no request is remembered: its time and hash would tell of a single ballot
    with backend.reading() as uow:
        assert compare(uow, vote).agree
    with backend.factory.writing(backend.actor) as uow:
        count_vote(uow, vote, (("监票人", "沈建国"), ("计票人", "何苗")))
    with backend.reading() as uow:
        assert get_vote(uow, vote).outcomes == {"1": "passed", "2": "failed"}


def test_a_ballot_nobody_printed_is_refused_in_words_and_counts_nothing(counter, qtbot):
    page, backend, vote = counter
    given_out(backend.factory, backend.actor, BoxDraft(vote, 12, 0, 2))
    with backend.reading() as uow:
        mark, code = list_marks(uow, vote)[0], get_vote(uow, vote).code
    page.refresh()
    for strange, sentence in ((stranger(mark, code), "No ballot with this mark was printed."),
                              (stranger(mark, "7777"), "This ballot belongs to another vote."),
                              ("smudged", "This is not the mark of a ballot."),
                              (mark[:-1], "This is not the mark of a ballot."),
                              ("http://example.com/?q=1", "This is not the mark of a ballot.")):
        typed(qtbot, page, strange)
        assert page.answer.text().startswith("✕ " + desk_(sentence))
        assert (page.mark, page.batch) == ("", [])
        assert page.input.text() == ""
    page.save_button.click()
    with backend.reading() as uow:
        assert compare(uow, vote).first == 0


def test_what_is_read_before_the_page_stands_is_judged_when_it_does(counter, qtbot):
    page, backend, vote = counter
    given_out(backend.factory, backend.actor, BoxDraft(vote, 12, 0, 2))
    with backend.reading() as uow:
        first, second = list_marks(uow, vote)[:2]
    page.standing = None
    for text in (first, "12", second, "21"):
        typed(qtbot, page, text)
    page.refresh()
    assert [(slip.mark, slip.choices) for slip in page.batch] == [(first, ("agree", "against")), (second, ("against", "agree"))]


def test_after_a_refusal_what_was_typed_on_is_let_go(counter, qtbot):
    page, backend, vote = counter
    given_out(backend.factory, backend.actor, BoxDraft(vote, 12, 0, 2))
    with backend.reading() as uow:
        mark = list_marks(uow, vote)[0]
    page.standing = None
    for text in ("smudged", "12", mark):
        typed(qtbot, page, text)
    page.refresh()
    assert page.answer.text().startswith("✕ " + desk_("This is not the mark of a ballot."))
    assert (page.mark, page.batch) == ("", [])


def test_nothing_can_be_typed_once_it_is_counted(counter, qtbot):
    page, backend, vote = counter
    given_out(backend.factory, backend.actor, BoxDraft(vote, 12, 0, 2))
    page.refresh()
    assert page.input.isVisible()
    assert page.panel.isVisible()
    with backend.reading() as uow:
        marks = list_marks(uow, vote)[:12]
    for entry in (1, 2):
        with backend.factory.writing(backend.actor) as uow:
            enter(uow, vote, entry, tuple(SlipDraft(mark, ("agree", "agree")) for mark in marks))
    with backend.factory.writing(backend.actor) as uow:
        count_vote(uow, vote, (("监票人", "沈建国"), ("计票人", "何苗")))
    page.refresh()
    assert not page.input.isVisible()
    assert not page.panel.isVisible()
    assert page.file_button.isVisible()


def stranger(mark, code):
    """A well-formed mark with this code that was never printed: the check letter is right."""
    letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    body = code + mark[4:-2] + ("7" if mark[-2] != "7" else "8")
    return body + letters[sum(letters.index(letter) * (place + 2) for place, letter in enumerate(body)) % 31]


def test_an_invalid_ballot_asks_why_and_who(counter, qtbot):
    page, backend, vote = counter
    given_out(backend.factory, backend.actor, BoxDraft(vote, 10, 0, 4))
    with backend.reading() as uow:
        mark = list_marks(uow, vote)[0]
    page.refresh()
    typed(qtbot, page, mark)
    typed(qtbot, page, "91")
    assert (page.batch[0].choices, page.batch[0].reason, page.batch[0].names) == (
        ("invalid", "agree"), "涂改", ("沈建国", "何苗"))


def test_pages_open_and_show_chinese(counter, qtbot):
    from plugins.consultation.pages.vote_record import RECORD

    page, _backend, vote = counter
    record = make_page(page.ctx, RECORD, record_id=vote)
    qtbot.addWidget(record)
    assert record.card.title == "充电棚表决"
    assert page.title.text() == "充电棚表决"

"""Who has come to a vote, taken back again; whose proxy stands where on the registers."""

import pytest

from desk.api import UserError, translator
from desk.api.votes import get_vote, list_papers, list_roll
from desk.testing.database import make_factory
from desk.testing.shell import make_context
from plugins.consultation.documents.loading import load_vote
from plugins.consultation.drafts import AcceptDraft, BallotDraft, TopicDraft, VoteActDraft
from plugins.consultation.pages.vote_forms import BEGIN_FORM, PRESENT_FORM
from plugins.consultation.pages.vote_record import RECORD
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import find_voter, make_ballots, note_present, note_proxy
from plugins.consultation.tests.helpers import vote_on
from plugins.consultation.tests.test_counting import RealBackend, typed
from plugins.consultation.views.counting import CountingPage

desk_ = translator("desk")

ROLL = "何苗,1-1-202,100\n何苗,1-1-301,80\n沈建国,1-1-201,100"


def opened(writing, rule, method, roll=ROLL):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("充电棚"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        return vote_on(uow, BallotDraft(topic, "充电棚表决", rule, method, ("通过方案",), roll))


def here(reading, vote):
    with reading() as uow:
        return [line.place for line in list_roll(uow, vote) if line.present]


def test_who_was_ticked_by_mistake_is_unticked_and_another_seats_ticks_stay(writing, reading):
    vote = opened(writing, "six_steps", "hands")
    with reading() as uow:
        first, second = PRESENT_FORM.load(uow, vote), PRESENT_FORM.load(uow, vote)
    first["roll"][0]["here"] = first["roll"][1]["here"] = True
    second["roll"][2]["here"] = True
    for seat in (first, second):
        with writing() as uow:
            note_present(uow, PRESENT_FORM.make_draft(seat))
    assert here(reading, vote) == [1, 2, 3]
    with reading() as uow:
        again = PRESENT_FORM.load(uow, vote)
    again["roll"][1]["here"] = False
    with writing() as uow:
        note_present(uow, PRESENT_FORM.make_draft(again))
    assert here(reading, vote) == [1, 3]
    with reading() as uow:
        assert get_vote(uow, vote).present == 2


def test_a_proxy_stands_beside_her_own_voter_and_not_beside_a_namesake(writing, reading):
    vote = opened(writing, "owners_ordinary", "named")
    with writing() as uow:
        note_proxy(uow, VoteActDraft(vote, who="2", agent="龚桂兰"))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote))
    with reading() as uow:
        assert [one.proxy for one in list_papers(uow, vote)] == ["", "龚桂兰", ""]
        assert [one.proxy for one in load_vote(uow, vote).lines] == ["", "龚桂兰", ""]


def test_a_show_of_hands_does_not_begin_before_anybody_is_here(writing, reading):
    vote = opened(writing, "six_steps", "hands")
    with pytest.raises(UserError, match=desk_("Enter first who has come.")), writing() as uow:
        make_ballots(uow, VoteActDraft(vote))
    with reading() as uow:
        acts = [act.entry for act in RECORD.load(uow, vote).acts if act.main]
        everybody = tuple(line.id for line in list_roll(uow, vote))
    assert acts == ["consultation.present_form"]
    with writing() as uow:
        note_present(uow, VoteActDraft(vote, roll_ids=everybody[:1]))
    with reading() as uow:  # two of three must come
        assert [act.entry for act in RECORD.load(uow, vote).acts if act.main] == ["consultation.present_form"]
    with writing() as uow:
        note_present(uow, VoteActDraft(vote, roll_ids=everybody[:2]))
    with reading() as uow:
        card = RECORD.load(uow, vote)
        assert BEGIN_FORM.load(uow, vote)["came"].startswith("2")
    assert [act.entry for act in card.acts if act.main] == ["consultation.begin_form"]
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote))


def test_a_voter_is_found_by_number_by_name_or_by_flat_and_namesakes_are_asked_about():
    places = {1: (11, "何苗 1-1-202"), 2: (12, "何苗 1-1-301"), 3: (13, "沈建国 1-1-201")}
    assert find_voter(places, "3") == find_voter(places, "沈建国") == find_voter(places, "1-1-201") == (13, "沈建国 1-1-201")
    for text, said in (("何苗", "1 何苗 1-1-202、2 何苗 1-1-301"), ("9", "9"), ("孙明", "")):
        with pytest.raises(UserError) as refused:
            find_voter(places, text)
        assert said in str(refused.value) or text == "9"


@pytest.mark.gui
def test_a_large_roll_is_called_up_at_the_counter_and_a_tick_taken_back(sqlite_database, clock, actor, tmp_path, qtbot):
    factory = make_factory(sqlite_database, clock)
    roll = "\n".join(f"居民{number:03d},{number}号楼" for number in range(1, 101))
    vote = opened(lambda: factory.writing(actor), "village_households", "hands", roll)
    backend = RealBackend(factory, actor)
    with backend.reading() as uow:
        assert [act.entry for act in RECORD.load(uow, vote).acts if act.main] == ["consultation.counting"]
    page = CountingPage(make_context(tmp_path, plugin_id="consultation", backend=backend), record_id=vote)
    qtbot.addWidget(page)
    page.show()
    typed(qtbot, page, "7")
    for text in ("居民008", "没有这个人", "居民0"):
        page.input.insert(text)  # as an input method does
        typed(qtbot, page, "")
    assert page.answer.text().startswith("✕")
    assert here(backend.reading, vote) == [7, 8]
    page.hand.click()
    typed(qtbot, page, "7")
    assert here(backend.reading, vote) == [8]
    assert set(backend.keys) == {""}  # nobody can read from the requests who came when

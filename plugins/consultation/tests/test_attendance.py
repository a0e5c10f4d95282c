"""Who has come to a vote, taken back again; whose proxy stands where on the registers."""

from desk.api.votes import get_vote, list_papers, list_roll
from plugins.consultation.documents.loading import load_vote
from plugins.consultation.drafts import AcceptDraft, BallotDraft, TopicDraft, VoteActDraft
from plugins.consultation.pages.vote_forms import PRESENT_FORM
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import make_ballots, note_present, note_proxy, open_topic_vote

ROLL = "何苗,1-1-202,100\n何苗,1-1-301,80\n沈建国,1-1-201,100"


def opened(writing, rule, method, roll=ROLL):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("充电棚"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        return open_topic_vote(uow, BallotDraft(topic, "充电棚表决", rule, method, ("通过方案",), roll))


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
        note_proxy(uow, VoteActDraft(vote, roll_id=2, agent="龚桂兰"))
    with writing() as uow:
        make_ballots(uow, VoteActDraft(vote))
    with reading() as uow:
        assert [one.proxy for one in list_papers(uow, vote)] == ["", "龚桂兰", ""]
        assert [one.proxy for one in load_vote(uow, vote).lines] == ["", "龚桂兰", ""]

"""Practice data: topics in every state, a secret vote whose ballots are out and whose box is shut."""

import pytest
from sqlalchemy import select

from desk.api.votes import get_vote, give_in_practice, list_roll, list_votes_of
from plugins.consultation.demo import fill
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Topic
from plugins.consultation.pages.vote_record import load


def votes_of_all(uow):
    return [vote for topic in uow.session.scalars(select(Topic.id)) for vote in list_votes_of(uow, TOPIC, topic)]


def test_a_secret_vote_stands_open_with_ballots_given_out(writing, reading):
    with writing() as uow:
        uow.community.practice = True
        uow.session.flush()
        fill(uow, 3)
    with reading() as uow:
        vote = next(one for one in votes_of_all(uow) if one.method == "secret")
        assert (vote.state, vote.voters, vote.handed, vote.issued) == ("open", 15, 10, 18)
        assert sum(line.given for line in list_roll(uow, vote.id)) == 10
        card = load(uow, vote.id)
    assert "consultation.box_form" in [act.entry for act in card.acts]


def test_every_vote_of_the_practice_data_was_opened_at_its_step(writing, reading):
    with writing() as uow:
        fill(uow, 3)
    with reading() as uow:
        titles = {vote.title for vote in votes_of_all(uow)}
    assert titles >= {"小区北门人车分流方案表决", "党员大会审议表决", "老年活动房改建决议"}


def test_nobody_is_given_a_ballot_so_in_a_real_hall(writing):
    with writing() as uow:
        fill(uow, 3)
        vote = next(one for one in votes_of_all(uow) if one.method == "secret")
        with pytest.raises(RuntimeError):
            give_in_practice(uow, vote.id, [list_roll(uow, vote.id)[0].id])
        assert get_vote(uow, vote.id).handed == 0

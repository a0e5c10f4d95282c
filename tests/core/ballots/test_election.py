"""Candidates and seats: most votes first, a tie across the last seat drawn by a seed that stands with the result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.ballots.drafts import ElectionDraft
from desk.core.ballots.draw import draw
from desk.core.ballots.election import rank, settle_election
from desk.core.ballots.queries import get_vote
from desk.core.ballots.sealing import count_vote
from desk.core.errors import UserError
from tests.core.ballots.conftest import TELLERS

CANDIDATES = ("龚桂兰", "欧阳䶮", "沈建国", "何苗")


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 4), max_size=8), st.integers(1, 8))
def test_seats_go_by_votes_and_only_equals_are_drawn(agree, seats):
    found = rank(agree, seats)
    assert len(found.elected) + found.open == min(seats, len(agree))
    assert bool(found.tied) == bool(found.open)
    assert not found.tied or len(found.tied) > found.open
    assert len({agree[name] for name in found.tied}) <= 1
    left = agree.keys() - set(found.elected) - set(found.tied)
    assert all(agree[name] > agree[other] for name in (*found.elected, *found.tied) for other in left)


@pytest.fixture
def counted(secret_vote, conduct, everybody_present, writing):
    vote = secret_vote(30, profile="village_reps", questions=CANDIDATES)
    everybody_present(vote)
    votes = {"龚桂兰": 28, "欧阳䶮": 20, "沈建国": 20, "何苗": 10}  # 何苗 has no majority
    conduct(vote, [tuple("agree" if number < votes[name] else "against" for name in CANDIDATES) for number in range(30)])
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    return vote


def test_a_tie_is_drawn_by_a_seed_anybody_can_repeat(counted, writing, reading):
    with pytest.raises(UserError, match="欧阳䶮、沈建国"), writing() as uow:
        settle_election(uow, ElectionDraft(counted, 2))
    with writing() as uow:
        names = settle_election(uow, ElectionDraft(counted, 2, "骰子 4 2 6"))
    assert names == ("龚桂兰", draw("骰子 4 2 6", ("欧阳䶮", "沈建国"))[0])
    with reading() as uow:
        kept = get_vote(uow, counted).draws[-1]
    assert (kept["seed"], kept["among"], kept["elected"]) == ("骰子 4 2 6", ["欧阳䶮", "沈建国"], list(names))


def test_nothing_is_drawn_where_votes_decide(counted, writing, reading):
    with writing() as uow:
        assert settle_election(uow, ElectionDraft(counted, 3, "不需要")) == ("龚桂兰", "欧阳䶮", "沈建国")
    with reading() as uow:
        assert get_vote(uow, counted).draws[-1]["seed"] == ""
    for draft in (ElectionDraft(counted, 0), ElectionDraft(counted, 5), ElectionDraft(counted, 2, "x", "area")):
        with pytest.raises(UserError), writing() as uow:
            settle_election(uow, draft)

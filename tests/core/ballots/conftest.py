"""Votes for tests: rolls of invented people, piles and slips."""

import pytest

from desk.core.ballots.drafts import BoxDraft, SlipDraft, VoteDraft, VoterDraft
from desk.core.ballots.entry import enter
from desk.core.ballots.giving import end_giving, give_ballot, make_pile
from desk.core.ballots.queries import list_marks, list_roll
from desk.core.ballots.service import freeze_roll, open_vote, sign_in
from desk.core.i18n import language, set_language

TELLERS = (("监票人", "沈建国"), ("计票人", "何苗"))


def voters(count, **more):
    return tuple(VoterDraft(f"代表{number:03d}", f"{number}号楼", key=f"k{number}", **more) for number in range(1, count + 1))


@pytest.fixture
def secret_vote(writing):
    """`secret_vote(60, profile="six_steps")` prepares a vote with its pile; answers the vote's id."""

    def make(count, profile="six_steps", questions=("通过楼道公约",), spare=0):
        with writing() as uow:
            vote = open_vote(uow, VoteDraft("楼道公约", profile, questions, "secret"))
            freeze_roll(uow, vote, voters(count))
        with writing() as uow:
            make_pile(uow, vote, count + spare)
        return vote

    return make


@pytest.fixture
def give_out(writing, reading):
    """`give_out(vote, 12)` gives a ballot to the first twelve of the roll."""

    def run(vote, count):
        with reading() as uow:
            roll = list_roll(uow, vote)
        with writing() as uow:
            for voter in roll[:count]:
                give_ballot(uow, vote, voter.id)

    return run


@pytest.fixture
def conduct(writing, reading, give_out):
    """`conduct(vote, choices)` gives out a ballot each, closes and has both people enter every ballot."""

    def run(vote, choices, spare=0):
        with reading() as uow:
            marks = list_marks(uow, vote)
        give_out(vote, len(choices))
        with writing() as uow:
            end_giving(uow, BoxDraft(vote, len(choices), 0, len(marks) - len(choices)))
        for entry in (1, 2):
            with writing() as uow:
                enter(uow, vote, entry, tuple(SlipDraft(mark, choice if isinstance(choice, tuple) else (choice,),
                                                        reason="涂改" if "invalid" in choice else "", names=("甲", "乙"))
                                              for mark, choice in zip(marks, choices, strict=False)))
        return marks

    return run


@pytest.fixture
def everybody_present(writing, reading):
    """`everybody_present(vote)` signs everybody in."""

    def run(vote):
        with reading() as uow:
            ids = tuple(line.id for line in list_roll(uow, vote))
        with writing() as uow:
            sign_in(uow, vote, ids)

    return run


@pytest.fixture(autouse=True)
def source_texts():
    """Sentences are asserted as written in the source, whether or not the catalogues are compiled."""
    before = language()
    set_language("en")
    yield
    set_language(before)

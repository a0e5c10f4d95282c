"""An e-voting platform's result beside paper: taken in whole, nobody twice, taken back by two, carried into a recount."""

import pytest

from desk.core.ballots.drafts import BoxDraft, OutsideDraft, SlipDraft, VoteDraft
from desk.core.ballots.entry import check_mark, enter
from desk.core.ballots.giving import end_giving, number_papers, take_back
from desk.core.ballots.outside import drop_outside, take_outside
from desk.core.ballots.owners import owners_roll
from desk.core.ballots.queries import find_result, get_vote, list_papers, list_roll
from desk.core.ballots.recount import recount
from desk.core.ballots.sealing import count_vote, new_round
from desk.core.ballots.service import freeze_roll, open_vote
from desk.core.errors import UserError
from tests.core.ballots.conftest import TELLERS
from tests.core.ballots.test_named import FLATS

FILE = "ab" * 32


@pytest.fixture
def vote(writing):
    with writing() as uow:
        made = open_vote(uow, VoteDraft("选聘物业", "owners_ordinary", ("选聘物业服务企业",), "named"))
        freeze_roll(uow, made, owners_roll(FLATS))
    with writing() as uow:
        number_papers(uow, made, by_unit=True)
    return made


def outside(reading, vote, *, name="沈建国", choice="agree", sha256=FILE, source="市房管局电子投票平台"):
    with reading() as uow:
        voter = next(line for line in list_roll(uow, vote) if line.name == name)
    return OutsideDraft(vote, source, sha256, ((voter.id, (choice,)),))


def test_paper_and_platform_are_counted_together(vote, writing, reading):
    with writing() as uow:
        assert take_outside(uow, outside(reading, vote)) == 1
    with reading() as uow:
        papers = list_papers(uow, vote)
        paper = next(one for one in papers if one.name == "龚桂兰")
        assert [one.delivery for one in papers if one.name == "沈建国"] == ["电子投票平台"] * 3
        assert get_vote(uow, vote).registered == 3
    with writing() as uow:
        take_back(uow, vote, paper.mark)
        end_giving(uow, BoxDraft(vote, 4))
    with pytest.raises(UserError, match="entered already"), reading() as uow:
        check_mark(uow, vote, 1, next(one.mark for one in papers if one.name == "沈建国"))
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, vote, entry, (SlipDraft(paper.mark, ("against",)),))
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        result = find_result(uow, vote)
    totals = result.questions[0].totals
    assert (totals["persons"].agree, totals["area"].agree, totals["area"].against) == (1, 30000, 8950)
    assert FILE in result.text
    assert recount(result.text)[1] == []
    with writing() as uow:
        new_round(uow, vote, "业主提出异议")
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, vote, entry, (SlipDraft(paper.mark, ("agree",)),))
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        assert find_result(uow, vote).questions[0].totals["area"].agree == 38950


def test_nobody_votes_on_the_platform_and_on_paper(vote, writing, reading):
    with reading() as uow:
        paper = next(one for one in list_papers(uow, vote) if one.name == "沈建国")
    with writing() as uow:
        take_back(uow, vote, paper.mark)
    with pytest.raises(UserError, match="沈建国"), writing() as uow:
        take_outside(uow, outside(reading, vote))


def test_a_file_counts_once_and_two_people_take_it_back(vote, writing, reading):
    with writing() as uow:
        take_outside(uow, outside(reading, vote))
    with pytest.raises(UserError, match="taken in already"), writing() as uow:
        take_outside(uow, outside(reading, vote, name="龚桂兰"))
    with pytest.raises(UserError, match="Two people"), writing() as uow:
        drop_outside(uow, vote, FILE, "平台更正", ("何苗",))
    with writing() as uow:
        assert drop_outside(uow, vote, FILE, "平台更正", ("何苗", "沈建国")) == 3
    with writing() as uow:
        take_outside(uow, outside(reading, vote, choice="against", sha256="cd" * 32))
        end_giving(uow, BoxDraft(vote, 3))
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        assert find_result(uow, vote).questions[0].totals["persons"].against == 1


@pytest.mark.parametrize(("choice", "source", "said"), [
    ("invalid", "平台", "does not say"), ("agree", " ", "Name the platform")])
def test_what_cannot_be_read_brings_nothing(vote, writing, reading, choice, source, said):
    with pytest.raises(UserError, match=said), writing() as uow:
        take_outside(uow, outside(reading, vote, choice=choice, source=source))
    with reading() as uow:
        assert get_vote(uow, vote).registered == 0


def test_a_pile_that_is_not_what_the_register_says_is_counted_again(vote, writing):
    with pytest.raises(UserError, match="return register"), writing() as uow:
        end_giving(uow, BoxDraft(vote, 1))

"""Named votes: owners counted twice, one opinion each, proxies with a cap, registers, hands, and no result of a few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.ballots.drafts import BoxDraft, HandsDraft, ProxyDraft, SlipDraft, UnitDraft, VoteDraft, VoterDraft
from desk.core.ballots.entry import check_mark, enter, record_hands, reverse
from desk.core.ballots.giving import begin_hands, end_giving, hand_paper, number_papers, take_back
from desk.core.ballots.owners import owners_roll
from desk.core.ballots.queries import _grouped, count_by_group, find_result, get_vote, list_changes, list_papers, list_roll
from desk.core.ballots.recount import recount
from desk.core.ballots.rules import Threshold
from desk.core.ballots.sealing import count_vote
from desk.core.ballots.service import add_proxy, freeze_roll, note_change, open_vote, sign_in
from desk.core.errors import UserError
from tests.core.ballots.conftest import TELLERS, voters

FLATS = (UnitDraft("1-1-101", 8950, (("龚桂兰", "a"),)), UnitDraft("1-1-102", 9000, (("欧阳䶮", "b"), ("何苗", "c"))),
         UnitDraft("1-1-201", 10000, (("沈建国", "d"),)), UnitDraft("1-1-202", 10000, (("沈建国", "d"),)),
         UnitDraft("1-1-301", 10000, (("沈建国", "d"),)), UnitDraft("车位12", 1200, (("龚桂兰", "a"),), parking=True))


def test_one_owner_with_three_flats_is_one_person_with_three_areas():
    roll = owners_roll(FLATS)
    assert [(one.name, one.area, len(one.units)) for one in roll] == [
        ("龚桂兰", 8950, 1), ("欧阳䶮、何苗", 9000, 1), ("沈建国", 30000, 3)]
    assert owners_roll(FLATS, parking=True)[0].area == 10150


@pytest.fixture
def owners_vote(writing, reading):
    def make(by_unit=False, profile="owners_ordinary"):
        with writing() as uow:
            vote = open_vote(uow, VoteDraft("选聘物业", profile, ("选聘物业服务企业", "使用维修资金"), "named"))
            freeze_roll(uow, vote, owners_roll(FLATS))
        with writing() as uow:
            number_papers(uow, vote, by_unit)
        with reading() as uow:
            return vote, list_papers(uow, vote)

    return make


def run(writing, vote, papers, choices):
    for paper in papers:
        with writing() as uow:
            take_back(uow, vote, paper.mark)
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, len(papers)))
    for entry in (1, 2):
        with writing() as uow:
            enter(uow, vote, entry, tuple(SlipDraft(paper.mark, choice) for paper, choice in zip(papers, choices, strict=True)))


def test_persons_and_area_both_count(owners_vote, writing, reading):
    vote, papers = owners_vote()
    run(writing, vote, papers, [("agree", "agree"), ("agree", "against"), ("against", "agree")])
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        result = find_result(uow, vote)
    first, second = result.questions
    assert (first.totals["persons"].agree, first.totals["area"].agree) == (2, 17950)
    assert (first.verdict.outcome, second.verdict.outcome) == ("failed", "passed")
    assert recount(result.text) == ({"1": "failed", "2": "passed"}, [])


def test_an_owner_who_contradicts_himself_is_asked_or_counts_as_invalid(owners_vote, writing, reading):
    vote, papers = owners_vote(by_unit=True)
    assert len(papers) == 5
    run(writing, vote, papers, [("agree", "agree")] * 3 + [("agree", "agree"), ("against", "agree")])
    with pytest.raises(UserError, match="沈建国"), writing() as uow:
        count_vote(uow, vote, TELLERS)
    with writing() as uow:
        count_vote(uow, vote, TELLERS, conflicts_invalid=True)
    with reading() as uow:
        totals = [question.totals["area"] for question in find_result(uow, vote).questions]
    assert [(one.agree, one.invalid) for one in totals] == [(17950, 30000), (47950, 0)]


def test_the_fourth_authority_for_one_proxy_is_refused(writing, reading):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "owners_ordinary", ("?",), "named"))
        freeze_roll(uow, vote, voters(5, area=8000))
    with reading() as uow:
        roll = list_roll(uow, vote)
    for line in roll[:3]:
        with writing() as uow:
            add_proxy(uow, vote, ProxyDraft(line.id, "何苗", "p9"))
    with pytest.raises(UserError, match="3 voters"), writing() as uow:
        add_proxy(uow, vote, ProxyDraft(roll[3].id, "何苗", "p9"))
    with pytest.raises(UserError, match="property company"), writing() as uow:
        add_proxy(uow, vote, ProxyDraft(roll[3].id, "孙某", "p8", staff=True))
    with reading() as uow:
        assert [line.proxy for line in list_roll(uow, vote)] == ["何苗"] * 3 + ["", ""]


def test_where_nobody_may_stand_for_another(writing, reading):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "owners_committee", ("?",), "named"))
        freeze_roll(uow, vote, voters(5))
        with pytest.raises(UserError, match="Nobody may vote"):
            add_proxy(uow, vote, ProxyDraft(list_roll(uow, vote)[0].id, "何苗"))


def test_registers_of_numbered_ballots(owners_vote, writing, reading):
    vote, papers = owners_vote()
    with writing() as uow:
        hand_paper(uow, vote, papers[0].mark, "龚桂兰", "上门送达")
        take_back(uow, vote, papers[0].mark)
    for verb in (hand_paper, take_back):
        with pytest.raises(UserError, match="already"), writing() as uow:
            verb(uow, vote, papers[0].mark)
    with writing() as uow:
        end_giving(uow, BoxDraft(vote, 1))
    with pytest.raises(UserError, match="return register"), reading() as uow:
        check_mark(uow, vote, 1, papers[1].mark)


def test_a_wrong_entry_is_reversed_by_two_people_and_kept(owners_vote, writing, reading):
    vote, papers = owners_vote()
    run(writing, vote, papers, [("agree", "agree")] * 3)
    for entry in (1, 2):
        with writing() as uow:
            reverse(uow, vote, entry, SlipDraft(papers[2].mark, ("against", "agree")), "录入错行", ("何苗", "沈建国"))
    with writing() as uow:
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        assert find_result(uow, vote).questions[0].totals["persons"].against == 1


def test_later_changes_are_told_and_the_roll_stays(writing, reading):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "villagers", ("?",), "hands"))
        freeze_roll(uow, vote, voters(30))
        note_change(uow, vote, "12号楼一名代表迁出")
    with reading() as uow:
        assert get_vote(uow, vote).voters == 30
        assert len(list_changes(uow, vote)) == 1


def test_hands_are_counted_by_two_tellers(writing, reading):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "village_reps", ("?",), "hands"))
        freeze_roll(uow, vote, voters(45))
        sign_in(uow, vote, tuple(line.id for line in list_roll(uow, vote)[:30]))
        begin_hands(uow, vote)
    with pytest.raises(UserError, match="30"), writing() as uow:
        record_hands(uow, HandsDraft(vote, 1, ((20, 11, 0),)))
    for entry, agree in ((1, 16), (2, 15)):
        with writing() as uow:
            record_hands(uow, HandsDraft(vote, entry, ((agree, 10, 4),)))
    with pytest.raises(UserError, match="two tellers"), writing() as uow:
        count_vote(uow, vote, TELLERS)
    with writing() as uow:
        record_hands(uow, HandsDraft(vote, 2, ((16, 10, 4),)))
        count_vote(uow, vote, TELLERS)
    with reading() as uow:
        result = find_result(uow, vote)
    assert result.questions[0].verdict.outcome == "passed"
    assert recount(result.text)[1] == []


def test_area_is_never_voted_in_secret(writing):
    with pytest.raises(UserError), writing() as uow:
        open_vote(uow, VoteDraft("试", "owners_ordinary", ("?",), "secret"))


def test_nobody_stands_on_the_roll_twice(writing):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "villagers", ("?",), "hands"))
        with pytest.raises(UserError, match="twice"):
            freeze_roll(uow, vote, (VoterDraft("甲", key="1"), VoterDraft("甲", key="1")))


def test_a_finished_vote_keeps_its_rule(writing, reading):
    from dataclasses import replace

    from desk.core.ballots.profile_service import find_profile, save_profile
    from desk.core.ballots.rules import PRESENT

    with writing() as uow:
        vote = open_vote(uow, VoteDraft("试", "residents_2025", ("?",), "hands"))
        save_profile(uow, replace(find_profile(uow, "residents_2025"), passing=Threshold(1, 2, PRESENT, True)),
                     read_in="《城市居民委员会组织法》第二十三条")
    with reading() as uow:
        assert not get_vote(uow, vote).profile.decides
        assert find_profile(uow, "residents_2025").decides


def test_no_result_of_a_few(owners_vote, writing, reading):
    vote, papers = owners_vote()
    run(writing, vote, papers, [("agree", "agree")] * 3)
    with pytest.raises(UserError, match="no part"), reading() as uow:
        count_by_group(uow, vote, "1")


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30), min_size=1))
def test_shown_parts_are_never_small_and_add_up(sizes):
    groups = {name: ["agree"] * size for name, size in sizes.items()}
    try:
        shown = _grouped(groups, 10)
    except UserError:
        assert sum(sizes.values()) < 10
        return
    assert all(sum(counts.values()) >= 10 for _name, counts in shown)
    assert sum(sum(counts.values()) for _name, counts in shown) == sum(sizes.values())

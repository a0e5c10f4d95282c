"""A show of hands, counted by two tellers, judged by the rule the vote began with."""

from desk.api.votes import (
    HandsDraft,
    VoteDraft,
    VoterDraft,
    begin_hands,
    count_vote,
    find_result,
    freeze_roll,
    list_roll,
    open_vote,
    record_hands,
    sign_in,
)


def test_three_of_four_agree(writing, reading):
    with writing() as uow:
        vote = open_vote(uow, VoteDraft("楼道公约", "village_reps", ("通过楼道公约",), "hands"))
        freeze_roll(uow, vote, tuple(VoterDraft(name, f"{place}号楼") for place, name in enumerate(
            ("龚桂兰", "欧阳明", "单广志", "沈芳", "李强"), 1)))
        sign_in(uow, vote, tuple(line.id for line in list_roll(uow, vote)[:4]))
        begin_hands(uow, vote)
        for entry in (1, 2):
            record_hands(uow, HandsDraft(vote, entry, ((3, 1, 0),)))
        count_vote(uow, vote, (("监票人", "沈建国"), ("计票人", "何苗")))
    with reading() as uow:
        question, = find_result(uow, vote).questions
    assert question.verdict.outcome == "passed"

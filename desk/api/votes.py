"""Votes: rules as data, the roll, ballots named and secret, counting, results; see docs/consultation.md."""

from desk.core.ballots.drafts import (
    BoxDraft,
    ElectionDraft,
    HandsDraft,
    OutsideDraft,
    ProxyDraft,
    SlipDraft,
    UnitDraft,
    VoteDraft,
    VoterDraft,
)
from desk.core.ballots.draw import draw
from desk.core.ballots.election import Ranking, rank, settle_election
from desk.core.ballots.engine import Papers, Test, Totals, Verdict, amount, judge
from desk.core.ballots.entry import Comparison, check_mark, compare, enter, record_hands, reverse
from desk.core.ballots.giving import begin_hands, end_giving, give_ballot, hand_paper, make_pile, number_papers, take_back
from desk.core.ballots.ground import STATES as VOTE_STATES
from desk.core.ballots.marks import spaced
from desk.core.ballots.outside import drop_outside, take_outside
from desk.core.ballots.owners import owners_roll
from desk.core.ballots.practice import give_in_practice
from desk.core.ballots.profile_service import find_profile, list_profiles, save_profile
from desk.core.ballots.queries import (
    PaperLine,
    QuestionResult,
    Result,
    RollLine,
    VoteRow,
    count_by_group,
    find_result,
    get_vote,
    list_changes,
    list_finished_votes,
    list_marks,
    list_papers,
    list_results,
    list_roll,
    list_votes_of,
)
from desk.core.ballots.rules import BASES, MEASURES, Profile, Threshold
from desk.core.ballots.sealing import count_vote, new_round
from desk.core.ballots.service import add_proxy, close_vote, freeze_roll, note_change, open_vote, sign_in, void_vote

__all__ = [
    "BASES", "MEASURES", "VOTE_STATES", "BoxDraft", "Comparison", "ElectionDraft", "HandsDraft", "OutsideDraft", "PaperLine",
    "Papers", "Profile", "ProxyDraft", "QuestionResult", "Ranking", "Result", "RollLine", "SlipDraft", "Test", "Threshold",
    "Totals", "UnitDraft", "Verdict", "VoteDraft", "VoteRow", "VoterDraft", "add_proxy", "amount", "begin_hands",
    "check_mark", "close_vote", "compare", "count_by_group", "count_vote", "draw", "drop_outside", "end_giving", "enter",
    "find_profile", "find_result", "freeze_roll", "get_vote", "give_ballot", "give_in_practice", "hand_paper", "judge",
    "list_changes",
    "list_finished_votes", "list_marks", "list_papers", "list_profiles", "list_results", "list_roll", "list_votes_of",
    "make_pile", "new_round", "note_change", "number_papers", "open_vote", "owners_roll", "rank", "record_hands", "reverse",
    "save_profile", "settle_election", "sign_in", "spaced", "take_back", "take_outside", "void_vote",
]

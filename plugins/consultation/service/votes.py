"""A topic's vote: opened with the rule of its step, its roll read from lines as typed or pasted."""

from collections.abc import Mapping

from desk.api import UserError, clean, fold_width, translator
from desk.api.cases import visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.settings import get_setting
from desk.api.votes import (
    ElectionDraft,
    ProxyDraft,
    SlipDraft,
    VoteDraft,
    VoterDraft,
    add_proxy,
    begin_hands,
    close_vote,
    count_vote,
    find_profile,
    freeze_roll,
    get_vote,
    list_roll,
    make_pile,
    new_round,
    note_change,
    number_papers,
    open_vote,
    reverse,
    settle_election,
    sign_in,
    void_vote,
)
from plugins.consultation.drafts import BallotDraft, CountDraft, ReverseDraft, VoteActDraft
from plugins.consultation.kinds import TOPIC, WRITE
from plugins.consultation.models import Topic
from plugins.consultation.service.steps import procedure_of

_ = translator("consultation")
CONDUCT = "desk.votes.conduct"
CODES = {"1": "agree", "2": "against", "3": "abstain", "0": "blank", "9": "invalid"}
"""What is typed for a choice at the counter."""


@verb("consultation.open_vote", permission=WRITE)
def open_topic_vote(uow: UnitOfWork, draft: BallotDraft) -> int:
    """Open a vote on a topic that stands at the step of a vote; with a roll, it is frozen at once. Answers the vote's id."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state != "walking":
        raise UserError(_("The topic is not in its procedure."), todo=_("Take it up first."))
    _must_be_its_turn(topic)
    shares = find_profile(uow, draft.profile).shares
    voters = read_roll(draft.roll, {word: share.group for share in shares for word in (share.title, share.group)})
    if not voters:
        raise UserError(_("Enter who may vote, one a line."), field="roll")
    for share in shares:
        if not any(voter.group == share.group for voter in voters):
            raise UserError(_("This rule asks how many {group} came: write {group} after the area in their lines.").format(
                group=share.title), field="roll")
    vote = open_vote(uow, VoteDraft(draft.title, draft.profile, draft.questions, draft.method, draft.held_on, TOPIC, topic.id))
    freeze_roll(uow, vote, voters, tuple(share.group for share in shares))
    uow.touch(TOPIC, topic.id)
    return vote


def _must_be_its_turn(topic: Topic) -> None:
    """A vote before its step would rest on a draft that nobody has talked over; the gate would not count it either."""
    procedure = procedure_of(topic)
    here = procedure.step(topic.step)
    if "vote" in here.needs:
        return
    later = next((one for one in procedure.steps[procedure.steps.index(here):] if "vote" in one.needs), None)
    if later is None:
        raise UserError(_("The topic stands at “{step}”, and “{procedure}” asks for no vote from there on.").format(
            step=here.title, procedure=procedure.title), todo=_("Send it back, or take it up by another procedure."))
    raise UserError(_("The topic stands at “{step}”; it is voted on at “{later}”.").format(step=here.title, later=later.title),
                    todo=_("Finish the steps before it first."))


def read_roll(text: str, groups: Mapping[str, str] | None = None) -> tuple[VoterDraft, ...]:
    """One voter a line: name, flat or household[, area in m²[, part of the roll]]. The same name at the same flat is one voter.
    groups: word of the last column → code of a group the rule asks about (女代表 → women); others stay as they are (buildings).

    UserError names the line that cannot be read. Area in 0.01 m² by integers only: "89.5" is 8950.
    """
    voters = []
    for number, line in enumerate(text.splitlines(), 1):
        parts = [clean(part) for part in fold_width(line).replace("、", ",").replace("\t", ",").split(",")]
        if not any(parts):
            continue
        name, label, area, group = (*parts, "", "", "")[:4]
        if not name:
            raise UserError(_("Line {n} has no name.").format(n=number), field="roll")
        voters.append(VoterDraft(name, label, key=f"{name}/{label}", area=_area(area, number),
                                 group=(groups or {}).get(group, group)))
    return tuple(voters)


def _area(text: str, line: int) -> int:
    whole, _point, part = text.partition(".")
    if not text:
        return 0
    if not whole.isdecimal() or len(part) > 2 or (part and not part.isdecimal()):
        raise UserError(_("The area in line {n} is not a number with at most two decimals.").format(n=line), field="roll")
    return int(whole) * 100 + int((part or "0").ljust(2, "0"))


def places_of(uow: UnitOfWork, vote_id: int) -> dict[int, tuple[int, str]]:
    """Number on the roll → (voter's id, name and flat)."""
    return {line.place: (line.id, f"{line.name} {line.label}".strip()) for line in list_roll(uow, vote_id)}


def find_voter(places: Mapping[int, tuple[int, str]], text: str) -> tuple[int, str]:
    """(id, name and flat) of the voter meant by her number on the roll, her name, or a part of name and flat.

    places: number on the roll → (id, name and flat). UserError: nobody is meant, or several are.
    """
    if text.isdecimal() and int(text) in places:
        return places[int(text)]
    named = {place: voter for place, voter in places.items() if voter[1].partition(" ")[0] == text}
    found = named or {place: voter for place, voter in places.items() if text in voter[1] and not text.isdecimal()}
    if not found:
        raise UserError(_("There is no such number or name on the roll."))
    if len(found) > 1:
        some = "、".join(f"{place} {voter[1]}" for place, voter in list(found.items())[:5])
        raise UserError(_("Several voters are meant, type the number: {voters}.").format(voters=some))
    return next(iter(found.values()))


@verb("consultation.make_ballots", permission=CONDUCT)
def make_ballots(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """Make the ballots of a vote as its method wants them; a show of hands begins."""
    vote = get_vote(uow, draft.vote_id)
    if vote.method == "hands":
        begin_hands(uow, vote.id)
    elif vote.method == "named":
        number_papers(uow, vote.id, draft.by_unit)
    else:
        make_pile(uow, vote.id, draft.count)
    return vote.id


@verb("consultation.present", permission=CONDUCT)
def note_present(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """Who has come, and who was ticked by mistake."""
    sign_in(uow, draft.vote_id, draft.roll_ids)
    if draft.gone:
        sign_in(uow, draft.vote_id, draft.gone, False)
    return draft.vote_id


@verb("consultation.proxy", permission=CONDUCT)
def note_proxy(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """A written authority of the voter whose number on the roll or name is `who`."""
    try:
        voter, _name = find_voter(places_of(uow, draft.vote_id), clean(draft.who))
    except UserError as error:
        raise UserError(error.what, field="who") from error
    add_proxy(uow, draft.vote_id, ProxyDraft(voter, draft.agent, household=draft.household, staff=draft.staff,
                                             scope=draft.text))
    return draft.vote_id


@verb("consultation.roll_change", permission=CONDUCT)
def tell_change(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """What changed after the roll was frozen."""
    note_change(uow, draft.vote_id, draft.text)
    return draft.vote_id


@verb("consultation.new_round", permission=CONDUCT)
def count_again(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """Count again from the paper."""
    new_round(uow, draft.vote_id, draft.text)
    return draft.vote_id


@verb("consultation.count", permission=CONDUCT)
def count_ballots(uow: UnitOfWork, draft: CountDraft) -> int:
    """Count and seal, with who signed."""
    tellers = (("监票人", draft.supervisor), ("唱票人", draft.caller), ("计票人", draft.teller))
    count_vote(uow, draft.vote_id, tellers, conflicts_invalid=bool(get_setting(uow, "consultation.conflicts_invalid", False)))
    topic = get_vote(uow, draft.vote_id)
    if topic.owner_id:
        uow.touch(TOPIC, topic.owner_id)
    return draft.vote_id


@verb("consultation.elect", permission=CONDUCT)
def settle_seats(uow: UnitOfWork, draft: ElectionDraft) -> int:
    """The questions were candidates: who takes the seats, ties drawn by a public seed."""
    settle_election(uow, draft)
    return draft.vote_id


@verb("consultation.reverse", permission=CONDUCT)
def put_right(uow: UnitOfWork, draft: ReverseDraft) -> int:
    """A wrong entry is reversed and entered anew, by two people with a reason."""
    choices = tuple(CODES.get(letter, "") for letter in draft.choices.strip())
    names = (draft.first, draft.second)
    reverse(uow, draft.vote_id, draft.entry, SlipDraft(draft.mark, choices, reason=draft.why_invalid, names=names),
            draft.reason, names)
    return draft.vote_id


@verb("consultation.void_vote", permission=CONDUCT)
def declare_void(uow: UnitOfWork, draft: ReverseDraft) -> int:
    """The whole vote is void, with a reason and two names."""
    void_vote(uow, draft.vote_id, draft.reason, (draft.first, draft.second))
    return draft.vote_id


@verb("consultation.close_vote", permission=CONDUCT)
def let_stand(uow: UnitOfWork, draft: VoteActDraft) -> int:
    """The result stands; the marks go."""
    close_vote(uow, draft.vote_id)
    return draft.vote_id

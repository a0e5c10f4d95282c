"""Counting and sealing: what two people read the same becomes the result; of a secret vote only sorted choices remain."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from desk.core.ballots.engine import ABSTAIN, INVALID, NO, YES, Attendance, Papers
from desk.core.ballots.entry import compared, standing_choices
from desk.core.ballots.forgetting import forget_slips
from desk.core.ballots.ground import CONDUCT, HANDS, NAMED, SECRET, keep_apart, log_steps, profile_of, vote_in, write_log
from desk.core.ballots.model import BallotVote, NamedPaper, RollChange, RollEntry, SealedBox
from desk.core.ballots.outside import carry_over
from desk.core.ballots.resultfile import Counted, QuestionCount, Vote, count_questions
from desk.core.ballots.rules import PERSONS, Profile
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean


@verb("ballots.count", permission=CONDUCT)
def count_vote(uow: UnitOfWork, vote_id: int, tellers: tuple[tuple[str, str], ...], *, conflicts_invalid: bool = False) -> str:
    """Count the present round, write the result file, answer its check code.

    tellers: (role, name): 监票人, 唱票人, 计票人. An owner whose several ballots contradict each other has no opinion
    yet: refused with the names, or counted as invalid when `conflicts_invalid` (rules 2.8 #14).
    """
    vote = vote_in(uow, vote_id, "entry")
    keep_apart(uow, vote, "box")
    if len({clean(name) for _role, name in tellers if name.strip()}) < 2:
        raise UserError(_("At least two people count and sign."), field="tellers")
    profile = profile_of(vote)
    questions, papers = _hands(uow, vote) if vote.method == HANDS else _ballots(uow, vote, profile, conflicts_invalid)
    vote.tellers = [{"role": clean(role), "name": clean(name)} for role, name in tellers if name.strip()]
    write_log(uow, vote, f"counted{vote.round}", vote.returned)
    counted = count_questions(profile, questions, papers=papers, log=log_steps(uow, vote_id), about=_about(uow, vote),
                              attendance=Attendance({name: (whole, here) for name, (whole, here) in vote.groups.items()}))
    _seal(uow, vote, counted)
    return counted.check


@verb("ballots.recount", permission=CONDUCT)
def new_round(uow: UnitOfWork, vote_id: int, reason: str) -> int:
    """Count again from the paper: a new round of entries beside the sealed one; answers its number."""
    vote = vote_in(uow, vote_id, "counted")
    reason = clean(reason, limit=300, field="reason")
    if not reason:
        raise UserError(_("Say why."), field="reason")
    sealed = uow.session.scalars(select(SealedBox).where(SealedBox.vote_id == vote_id, SealedBox.round == vote.round)).one()
    sealed.reason = reason
    vote.round, vote.state, vote.hands = vote.round + 1, "entry", {}
    if vote.method == NAMED:
        carry_over(uow, vote, vote.round - 1)
    write_log(uow, vote, "round", vote.round)
    uow.trace("ballots.recount", "ballot.vote", vote_id, round=vote.round)
    return vote.round


def _seal(uow: UnitOfWork, vote: BallotVote, counted: Counted) -> None:
    uow.add(SealedBox(vote_id=vote.id, round=vote.round, result=counted.text, check_code=counted.check))
    vote.outcomes = {question: verdict.outcome for question, verdict in counted.verdicts.items()}
    vote.check_code, vote.state = counted.check, "counted"
    if vote.method == SECRET:
        forget_slips(uow, vote.id)
    uow.trace("ballots.count", "ballot.vote", vote.id, check=counted.check, round=vote.round)


def _ballots(uow: UnitOfWork, vote: BallotVote, profile: Profile,
             conflicts_invalid: bool) -> tuple[list[QuestionCount], Papers]:
    first = standing_choices(uow, vote, 1)
    found = compared(vote, first, standing_choices(uow, vote, 2))
    if not found.agree:
        raise UserError(
            _("The two entries do not agree yet: {first} and {second} of {returned} entered, {n} read differently.").format(
                first=found.first, second=found.second, returned=found.returned, n=len(found.differing)),
            todo=_("Enter what is missing and put right what differs."))
    slips = [(mark, tuple(said.split(","))) for mark, said in first.items()]
    bad = sum(set(choices) == {INVALID} for _mark, choices in slips)
    papers = Papers(vote.issued, vote.returned, vote.spoiled, vote.unused, len(slips) - bad, bad)
    if vote.method == NAMED:
        return _named(uow, vote, profile, slips, conflicts_invalid), papers
    everybody, here = _heads(uow, vote)
    present = {PERSONS: here if profile.attendance else None}
    return [QuestionCount(question["id"], question["text"], tuple(sorted((choices[place], (1,)) for _mark, choices in slips)),
                          {PERSONS: everybody}, present)
            for place, question in enumerate(vote.questions)], papers


def _named(uow: UnitOfWork, vote: BallotVote, profile: Profile, slips: list[tuple[str, tuple[str, ...]]],
           conflicts_invalid: bool) -> list[QuestionCount]:
    papers = {mark: (roll_id, unit) for mark, roll_id, unit in uow.session.execute(
        select(NamedPaper.mark, NamedPaper.roll_id, NamedPaper.unit).where(NamedPaper.vote_id == vote.id))}
    said: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
    for mark, choices in slips:
        roll_id, unit = papers[mark]
        said.setdefault(roll_id, []).append((unit, choices))
    names, weights, roll, present = _weights(uow, vote, profile, said)
    counted, conflicts = [], set()
    for place, question in enumerate(vote.questions):
        votes: list[Vote] = []
        for roll_id, ballots in said.items():
            choice = ballots[0][1][place]
            if len(ballots) > 1:
                opinions = {choices[place] for _unit, choices in ballots} - {INVALID} or {INVALID}
                choice = opinions.pop() if len(opinions) == 1 else INVALID
                conflicts |= {names[roll_id]} if opinions else set()
            votes.append((choice, weights[roll_id]))
        counted.append(QuestionCount(question["id"], question["text"], tuple(sorted(votes)), roll, present))
    if conflicts and not conflicts_invalid:
        raise UserError(_("One voter has one opinion on each question; these ballots contradict each other: {names}.").format(
            names="、".join(sorted(conflicts))), todo=_("Ask them and put the entry right, or count these as invalid."))
    return counted


def _weights(uow: UnitOfWork, vote: BallotVote, profile: Profile, said: dict[int, list[tuple[int, tuple[str, ...]]]]) -> tuple[
        dict[int, str], dict[int, tuple[int, ...]], dict[str, int], dict[str, int | None]]:
    """(voter → name, voter → what her ballots weigh, measure → the whole roll, measure → who is here), weights by measure.

    Read as columns: of ten thousand owners the rows themselves take half of the count. Heads count once a voter, areas those
    of the flats whose ballots came back, or all of hers where her ballot is for all of them.
    """
    columns = (RollEntry.id, RollEntry.name, RollEntry.persons, RollEntry.area, RollEntry.present)
    rows: Sequence[Any] = uow.session.execute(select(*columns).where(RollEntry.vote_id == vote.id)).all()
    areas = _areas_back(uow, vote, said)
    names = {row[0]: row[1] for row in rows}
    weights = {roll_id: tuple(persons if measure == PERSONS else areas.get(roll_id, area) for measure in profile.measures)
               for roll_id, _name, persons, area, _here in rows if roll_id in said}
    column = {measure: 2 if measure == PERSONS else 3 for measure in profile.measures}
    roll = {measure: sum(row[at] for row in rows) for measure, at in column.items()}
    here = [row for row in rows if row[4] or row[0] in said]
    present = {measure: sum(row[at] for row in here) if profile.attendance else None for measure, at in column.items()}
    return names, weights, roll, present


def _areas_back(uow: UnitOfWork, vote: BallotVote, said: dict[int, list[tuple[int, tuple[str, ...]]]]) -> dict[int, int]:
    """Voter → area of the flats whose ballots came back, for those who vote flat by flat (0.01 m²)."""
    flats = {roll_id: [unit for unit, _choices in ballots] for roll_id, ballots in said.items()
             if all(unit >= 0 for unit, _choices in ballots)}
    if not flats:
        return {}
    rows = uow.session.execute(select(RollEntry.id, RollEntry.units).where(RollEntry.vote_id == vote.id))
    return {roll_id: sum(int(units[unit]["area"]) for unit in flats[roll_id]) for roll_id, units in rows if roll_id in flats}


def _heads(uow: UnitOfWork, vote: BallotVote) -> tuple[int, int]:
    """(voters on the roll, those present)."""
    counted = select(func.count(), func.count().filter(RollEntry.present)).where(RollEntry.vote_id == vote.id)
    everybody, here = uow.session.execute(counted).one()
    return int(everybody), int(here)


def _hands(uow: UnitOfWork, vote: BallotVote) -> tuple[list[QuestionCount], None]:
    first, second = vote.hands.get("1"), vote.hands.get("2")
    if first is None or first != second:
        raise UserError(_("The two tellers do not have the same numbers yet."), todo=_("Count the hands again."))
    voters, present = _heads(uow, vote)
    return [QuestionCount(question["id"], question["text"],
                          tuple(sorted((choice, (1,)) for choice, count in zip((YES, NO, ABSTAIN), counts, strict=True)
                                       for _hand in range(count))), {PERSONS: voters}, {PERSONS: present})
            for question, counts in zip(vote.questions, first, strict=True)], None


def _about(uow: UnitOfWork, vote: BallotVote) -> dict[str, object]:
    changes = uow.session.scalars(select(RollChange).where(RollChange.vote_id == vote.id).order_by(
        RollChange.on_date, RollChange.id))
    return {"title": vote.title, "vote": vote.code, "round": vote.round, "method": vote.method,
            "held_on": str(vote.held_on or ""), "roll_frozen_on": str(vote.frozen_on or ""), "marks_sha256": vote.list_hash,
            "outside": list(vote.outside),
            "later_changes": [f"{change.on_date} {change.text}" for change in changes]}

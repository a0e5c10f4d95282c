"""Reads of votes: where one stands, its roll and registers, its result as papers print it, results by part of the roll."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.core.ballots.engine import INVALID, Attendance, Papers, Totals, Verdict, judge
from desk.core.ballots.entry import standing_choices
from desk.core.ballots.ground import NAMED, profile_of
from desk.core.ballots.model import BallotProxy, BallotToken, BallotVote, NamedPaper, RollChange, RollEntry, SealedBox
from desk.core.ballots.rules import Profile
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _

SMALLEST_GROUP = 10
"""No result is shown for fewer ballots than this (a setting may raise it)."""


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote as screens show it. given, present, voters: of the roll; issued, returned, spoiled, unused: ballots of the present
    round; unused: with those voters took and did not bring back; handed: ballots given out; registered: numbered ballots in
    the return register. outside, draws: as in the model."""

    id: int
    version: int
    title: str
    state: str
    method: str
    round: int
    code: str
    profile: Profile
    questions: tuple[tuple[str, str], ...]
    owner_kind: str
    owner_id: int | None
    held_on: date | None
    frozen_on: date | None
    voters: int
    area: int
    present: int
    given: int
    issued: int
    returned: int
    spoiled: int
    unused: int
    check_code: str
    outcomes: dict[str, str]
    tellers: tuple[tuple[str, str], ...]
    list_hash: str
    outside: tuple[dict[str, Any], ...] = ()
    draws: tuple[dict[str, Any], ...] = ()
    registered: int = 0
    handed: int = 0

    @property
    def left_over(self) -> int:
        """Ballots nobody took: printed, less given out and exchanged."""
        return max(self.issued - self.handed - self.spoiled, 0)

    @property
    def kept_back(self) -> int:
        """Ballots voters took and did not bring back."""
        return max(self.handed - self.returned, 0)


@dataclass(frozen=True, slots=True)
class RollLine:
    """A voter on the roll; proxy: who votes for her. area: 0.01 m²; units: (label, area)."""

    id: int
    place: int
    name: str
    label: str
    group: str
    area: int
    present: bool
    given: bool
    proxy: str
    units: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A numbered ballot in the registers. label, area: of the flat it is for, or of all the voter's. valid: False when
    everything on it is invalid, None before both people entered it the same. proxy: who votes for its voter."""

    serial: int
    mark: str
    name: str
    label: str
    area: int
    delivery: str
    given_on: date | None
    given_to: str
    returned_on: date | None
    valid: bool | None = None
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question of a counted vote."""

    id: str
    text: str
    totals: dict[str, Totals]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """A sealed round. text: the result file itself; papers None after a show of hands."""

    round: int
    check: str
    text: str
    papers: Papers | None
    questions: tuple[QuestionResult, ...]
    later_changes: tuple[str, ...]


def list_finished_votes(uow: UnitOfWork, since: date) -> list[VoteRow]:
    """Counted votes whose result stands or may still be counted again, held (or frozen) since a day; newest first."""
    day = func.coalesce(BallotVote.held_on, BallotVote.frozen_on)
    found = uow.session.scalars(select(BallotVote).where(
        BallotVote.state.in_(("counted", "closed")), day >= since).order_by(day.desc(), BallotVote.id.desc()))
    return [_row(uow, vote) for vote in found]


def get_vote(uow: UnitOfWork, vote_id: int) -> VoteRow:
    """One vote; NotFound."""
    return _row(uow, uow.get(BallotVote, vote_id))


def list_votes_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[VoteRow]:
    """Votes of a record, oldest first."""
    found = uow.session.scalars(select(BallotVote).where(
        BallotVote.owner_kind == owner_kind, BallotVote.owner_id == owner_id).order_by(BallotVote.id))
    return [_row(uow, vote) for vote in found]


def list_roll(uow: UnitOfWork, vote_id: int) -> list[RollLine]:
    """The roll in its own order, with who votes for whom."""
    vote = uow.get(BallotVote, vote_id)
    proxies = _proxies(uow, vote)
    found = uow.session.scalars(select(RollEntry).where(RollEntry.vote_id == vote.id).order_by(RollEntry.place))
    return [RollLine(one.id, one.place, one.name, one.label, one.group_code, one.area, one.present, one.given,
                     proxies.get(one.id, ""), tuple((unit["label"], int(unit["area"])) for unit in one.units)) for one in found]


def list_papers(uow: UnitOfWork, vote_id: int) -> list[PaperLine]:
    """The register of numbered ballots."""
    vote = uow.get(BallotVote, vote_id)
    rows = uow.session.execute(select(NamedPaper, RollEntry).join(RollEntry, RollEntry.id == NamedPaper.roll_id).where(
        NamedPaper.vote_id == vote.id).order_by(NamedPaper.serial))
    first, second, proxies = standing_choices(uow, vote, 1), standing_choices(uow, vote, 2), _proxies(uow, vote)
    valid = {mark: set(said.split(",")) != {INVALID} for mark, said in first.items() if second.get(mark) == said}
    return [PaperLine(paper.serial, paper.mark, entry.name,
                      entry.label if paper.unit < 0 else entry.units[paper.unit]["label"],
                      entry.area if paper.unit < 0 else int(entry.units[paper.unit]["area"]), paper.delivery, paper.given_on,
                      paper.given_to, paper.returned_on, valid.get(paper.mark), proxies.get(entry.id, ""))
            for paper, entry in rows]


def _proxies(uow: UnitOfWork, vote: BallotVote) -> dict[int, str]:
    """Voter's id on the roll → who votes for her."""
    found = select(BallotProxy.roll_id, BallotProxy.agent).where(BallotProxy.vote_id == vote.id)
    return {roll_id: agent for roll_id, agent in uow.session.execute(found)}


def list_marks(uow: UnitOfWork, vote_id: int) -> list[str]:
    """The random marks of the pile, for printing; never shown beside anybody's name."""
    vote = uow.get(BallotVote, vote_id)
    return list(uow.session.scalars(select(BallotToken.mark).where(BallotToken.vote_id == vote.id).order_by(BallotToken.mark)))


def list_changes(uow: UnitOfWork, vote_id: int) -> list[tuple[date, str]]:
    """What changed after the roll was frozen."""
    vote = uow.get(BallotVote, vote_id)
    found = select(RollChange).where(RollChange.vote_id == vote.id).order_by(RollChange.on_date, RollChange.id)
    return [(change.on_date, change.text) for change in uow.session.scalars(found)]


def list_results(uow: UnitOfWork, vote_id: int) -> list[Result]:
    """Every sealed round, the newest last."""
    vote = uow.get(BallotVote, vote_id)
    found = uow.session.scalars(select(SealedBox).where(SealedBox.vote_id == vote.id).order_by(SealedBox.round))
    return [_result(profile_of(vote), sealed) for sealed in found]


def find_result(uow: UnitOfWork, vote_id: int) -> Result | None:
    """The newest sealed round."""
    found = list_results(uow, vote_id)
    return found[-1] if found else None


def count_by_group(uow: UnitOfWork, vote_id: int, question: str,
                   least: int = SMALLEST_GROUP) -> list[tuple[str, dict[str, int]]]:
    """Choices by part of the roll, for a named vote. Parts with fewer than `least` ballots are told together, and one
    more with them when they are still too few; UserError where even that would show somebody."""
    vote = uow.get(BallotVote, vote_id)
    if vote.method != NAMED:
        raise UserError(_("A secret vote has no results by building or group."))
    place = [one["id"] for one in vote.questions].index(question)
    group_of: dict[str, str] = dict(uow.session.execute(select(
        NamedPaper.mark, RollEntry.group_code).join(RollEntry, RollEntry.id == NamedPaper.roll_id).where(
        NamedPaper.vote_id == vote.id)).all())
    groups: dict[str, list[str]] = {}
    for mark, said in standing_choices(uow, vote, 1).items():
        groups.setdefault(group_of[mark], []).append(said.split(",")[place])
    return _grouped(groups, max(least, SMALLEST_GROUP))


def _grouped(groups: dict[str, list[str]], least: int) -> list[tuple[str, dict[str, int]]]:
    small = [name for name, choices in groups.items() if len(choices) < least]
    big = sorted((len(choices), name) for name, choices in groups.items() if name not in small)
    while small and sum(len(groups[name]) for name in small) < least and big:
        small.append(big.pop(0)[1])
    together = [choice for name in small for choice in groups[name]]
    if small and len(together) < least:
        raise UserError(_("Fewer than {n} ballots: no part is shown.").format(n=least))
    shown = [(name, groups[name]) for _size, name in sorted(big, key=lambda one: one[1])] + ([("", together)] if small else [])
    return [(name, {choice: choices.count(choice) for choice in sorted(set(choices))}) for name, choices in shown]


def _row(uow: UnitOfWork, vote: BallotVote) -> VoteRow:
    voters, area = uow.session.execute(select(func.count(RollEntry.id), func.coalesce(func.sum(RollEntry.area), 0)).where(
        RollEntry.vote_id == vote.id)).one()
    given = _marked(uow, vote, RollEntry.given)
    return VoteRow(
        vote.id, vote.version, vote.title, vote.state, vote.method, vote.round, vote.code, profile_of(vote),
        tuple((one["id"], one["text"]) for one in vote.questions), vote.owner_kind, vote.owner_id, vote.held_on,
        vote.frozen_on, int(voters), int(area), _marked(uow, vote, RollEntry.present), given,
        vote.issued, vote.returned, vote.spoiled, vote.unused, vote.check_code, dict(vote.outcomes),
        tuple((one["role"], one["name"]) for one in vote.tellers), vote.list_hash,
        tuple(vote.outside), tuple(vote.draws), _papers(uow, vote, NamedPaper.returned_on),
        _papers(uow, vote, NamedPaper.given_on) if vote.method == NAMED else given)


def _marked(uow: UnitOfWork, vote: BallotVote, column: Any) -> int:
    return uow.session.scalar(select(func.count(RollEntry.id)).where(RollEntry.vote_id == vote.id, column.is_(True))) or 0


def _papers(uow: UnitOfWork, vote: BallotVote, day: Any) -> int:
    """Numbered ballots that have this day in the registers."""
    return uow.session.scalar(select(func.count()).select_from(NamedPaper).where(
        NamedPaper.vote_id == vote.id, day.is_not(None))) or 0


def _result(profile: Profile, sealed: SealedBox) -> Result:
    data = json.loads(sealed.result)
    papers = Papers(**data["papers"]) if data["papers"] else None
    attendance = Attendance({name: (pair[0], pair[1]) for name, pair in data["attendance"].items()})
    questions = []
    for line in data["questions"]:
        totals = {measure: Totals(**one) for measure, one in line["totals"].items()}
        questions.append(QuestionResult(line["id"], line["text"], totals, judge(profile, totals, papers, attendance)))
    return Result(sealed.round, sealed.check_code, sealed.result, papers, tuple(questions),
                  tuple(data["about"]["later_changes"]))

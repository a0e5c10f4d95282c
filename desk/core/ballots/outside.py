"""What an e-voting platform reports of a named vote: entered for the voters it names, beside the paper ballots.

Many cities let owners vote electronically only on the housing department's platform (rules 2.4), so the desk takes its
result in and is none itself. Who voted there and on paper is refused by name; a whole file is taken back by two people.
"""

from collections.abc import Sequence

from sqlalchemy import select

from desk.core.ballots.drafts import OutsideDraft
from desk.core.ballots.engine import ABSTAIN, NO, YES
from desk.core.ballots.ground import CONDUCT, NAMED, vote_in, write_log
from desk.core.ballots.model import BallotSlip, BallotVote, NamedPaper, RollEntry
from desk.core.ballots.service import two_people
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean

DELIVERY = "电子投票平台"
_SAID = {YES, NO, ABSTAIN}


@verb("ballots.take_outside", permission=CONDUCT)
def take_outside(uow: UnitOfWork, draft: OutsideDraft) -> int:
    """Take a platform's result in while ballots are out; answers how many voters it brought. Whole or not at all."""
    vote = vote_in(uow, draft.vote_id, "open")
    if vote.method != NAMED:
        raise UserError(_("Only a named vote takes in the result of an e-voting platform."))
    source = clean(draft.source, limit=120, field="source")
    if not source:
        raise UserError(_("Name the platform."), field="source")
    if any(one["sha256"] == draft.sha256 for one in vote.outside):
        raise UserError(_("This file has been taken in already."), todo=_("Nothing was counted twice."))
    papers = _papers_of(uow, vote)
    _check(uow, vote, draft, papers)
    for roll_id, choices in draft.lines:
        for paper in papers[roll_id]:
            _enter(uow, vote, paper, choices, source, draft.sha256)
        uow.get(RollEntry, roll_id).given = True
    vote.outside = [*vote.outside, {"source": source, "sha256": draft.sha256, "count": len(draft.lines)}]
    write_log(uow, vote, "outside", len(draft.lines))
    uow.trace("ballots.take_outside", "ballot.vote", vote.id, source=source, file=draft.sha256, voters=len(draft.lines))
    return len(draft.lines)


@verb("ballots.drop_outside", permission=CONDUCT)
def drop_outside(uow: UnitOfWork, vote_id: int, sha256: str, reason: str, names: tuple[str, ...]) -> int:
    """Take a platform's file back while ballots are out: its entries stay as reversed ones; answers how many ballots."""
    vote = vote_in(uow, vote_id, "open")
    reason, named = two_people(reason, names)
    papers = uow.session.scalars(select(NamedPaper).where(NamedPaper.vote_id == vote_id, NamedPaper.outside == sha256)).all()
    if not sha256 or not papers:
        raise UserError(_("No such file was taken in."), field="sha256")
    for paper in papers:
        for slip in _slips(uow, vote, paper):
            slip.reversed, slip.reason, slip.names = True, reason, named
        paper.returned_on, paper.outside, paper.delivery = None, "", ""
    vote.outside = [one for one in vote.outside if one["sha256"] != sha256]
    write_log(uow, vote, "outside_back", len(papers))
    uow.trace("ballots.drop_outside", "ballot.vote", vote_id, file=sha256, names=named)
    return len(papers)


def carry_over(uow: UnitOfWork, vote: BallotVote, before: int) -> None:
    """A new round begins: what came from a platform is no paper to key in again, so it is carried over as it was."""
    outside = select(NamedPaper.mark).where(NamedPaper.vote_id == vote.id, NamedPaper.outside != "")
    for slip in uow.session.scalars(select(BallotSlip).where(
            BallotSlip.vote_id == vote.id, BallotSlip.round == before, BallotSlip.reversed.is_(False),
            BallotSlip.mark.in_(outside))).all():
        uow.session.add(BallotSlip(vote_id=vote.id, round=vote.round, entry=slip.entry, mark=slip.mark, turn=1,
                                   choices=slip.choices, names=slip.names))


def _papers_of(uow: UnitOfWork, vote: BallotVote) -> dict[int, list[NamedPaper]]:
    found: dict[int, list[NamedPaper]] = {}
    for paper in uow.session.scalars(select(NamedPaper).where(NamedPaper.vote_id == vote.id).order_by(NamedPaper.serial)):
        found.setdefault(paper.roll_id, []).append(paper)
    return found


def _check(uow: UnitOfWork, vote: BallotVote, draft: OutsideDraft, papers: dict[int, list[NamedPaper]]) -> None:
    voters = [roll_id for roll_id, _choices in draft.lines]
    if not voters:
        raise UserError(_("No row of this file can be taken in."))
    if len(set(voters)) < len(voters) or not set(voters) <= papers.keys():
        raise UserError(_("A row names nobody on the roll, or two rows name the same voter."))
    if any(len(choices) != len(vote.questions) or not set(choices) <= _SAID for _voter, choices in draft.lines):
        raise UserError(_("A row does not say for, against or abstain for every question."))
    back = [roll_id for roll_id in voters if any(paper.returned_on for paper in papers[roll_id])]
    if back:
        names: Sequence[str] = uow.session.scalars(select(RollEntry.name).where(RollEntry.id.in_(back[:5]))).all()
        raise UserError(_("Voted on paper already: {names}.").format(names="、".join(names)),
                        todo=_("Ask them which vote stands and leave the other out."))


def _enter(uow: UnitOfWork, vote: BallotVote, paper: NamedPaper, choices: tuple[str, ...], source: str, sha256: str) -> None:
    paper.returned_on = uow.clock.today()
    paper.given_on, paper.delivery, paper.outside = paper.given_on or paper.returned_on, DELIVERY, sha256
    turn = max((slip.turn for slip in _slips(uow, vote, paper)), default=0) + 1
    for entry in (1, 2):
        uow.session.add(BallotSlip(vote_id=vote.id, round=vote.round, entry=entry, mark=paper.mark, turn=turn,
                                   choices=",".join(choices), names=source))


def _slips(uow: UnitOfWork, vote: BallotVote, paper: NamedPaper) -> Sequence[BallotSlip]:
    return uow.session.scalars(select(BallotSlip).where(
        BallotSlip.vote_id == vote.id, BallotSlip.round == vote.round, BallotSlip.mark == paper.mark)).all()

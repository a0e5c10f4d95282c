"""Ballots on their way out and back: numbered ones with whose they are, secret ones as a mixed pile nobody can follow."""

import hashlib
from datetime import date

from sqlalchemy import func, select

from desk.core.ballots.drafts import BoxDraft
from desk.core.ballots.ground import CONDUCT, HANDS, NAMED, SECRET, keep_apart, vote_in, write_log
from desk.core.ballots.marks import new_token, read_mark, serial_mark
from desk.core.ballots.model import BallotToken, BallotVote, NamedPaper, RollEntry
from desk.core.ballots.service import roll_of
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NeedsReason, UserError
from desk.core.i18n import _
from desk.core.text import clean

MOST = 20_000
"""Ballots one vote prints."""


@verb("ballots.make_pile", permission=CONDUCT)
def make_pile(uow: UnitOfWork, vote_id: int, count: int) -> int:
    """Make `count` random marks for the ballots of a secret vote; answers how many there are. Once only.

    The marks have no number and no order; the pile is printed from them in a new order each time and mixed by hand.
    """
    vote = vote_in(uow, vote_id, "frozen")
    if vote.method != SECRET:
        raise UserError(_("Only a secret vote has a mixed pile."))
    voters = uow.session.scalar(select(func.count()).select_from(RollEntry).where(RollEntry.vote_id == vote_id)) or 0
    if not voters <= count <= min(MOST, voters * 2 + 50):
        raise UserError(_("Print at least {least} ballots, one a voter, and a few to exchange.").format(least=voters),
                        field="count")
    keep_apart(uow, vote, "box")
    marks: set[str] = set()
    while len(marks) < count:
        marks.add(new_token(vote.code))
    uow.session.add_all(BallotToken(vote_id=vote_id, mark=mark) for mark in sorted(marks))
    vote.issued, vote.state = count, "open"
    vote.list_hash = hashlib.sha256("\n".join(sorted(marks)).encode()).hexdigest()
    write_log(uow, vote, "pile", count)
    uow.trace("ballots.make_pile", "ballot.vote", vote_id, count=count, list=vote.list_hash)
    return count


@verb("ballots.number", permission=CONDUCT)
def number_papers(uow: UnitOfWork, vote_id: int, by_unit: bool = False) -> int:
    """Number the ballots of a named vote: one a voter, or one a flat; answers how many."""
    vote = vote_in(uow, vote_id, "frozen")
    if vote.method != NAMED:
        raise UserError(_("Only a named vote has numbered ballots."))
    serial = 0
    for entry in roll_of(uow, vote_id):
        for unit in range(len(entry.units)) if by_unit and entry.units else (-1,):
            serial += 1
            uow.session.add(NamedPaper(vote_id=vote_id, roll_id=entry.id, serial=serial, unit=unit,
                                       mark=serial_mark(vote.code, serial)))
    vote.issued, vote.state = serial, "open"
    write_log(uow, vote, "numbered", serial)
    uow.trace("ballots.number", "ballot.vote", vote_id, count=serial)
    return serial


@verb("ballots.give", permission=CONDUCT)
def give_ballot(uow: UnitOfWork, vote_id: int, roll_id: int) -> None:
    """Secret vote: note that this voter was given a ballot, nothing else. Nobody is given two."""
    vote = vote_in(uow, vote_id, "open")
    if vote.method != SECRET:
        raise UserError(_("Only a secret vote has a mixed pile."))
    keep_apart(uow, vote, "roll")
    entry = uow.session.scalars(select(RollEntry).where(RollEntry.id == roll_id, RollEntry.vote_id == vote_id)
                                .with_for_update()).one_or_none()
    if entry is None:
        raise UserError(_("This voter is on another roll."), field="roll_id")
    if entry.given:
        raise UserError(_("{name} has been given a ballot already.").format(name=entry.name), field="roll_id",
                        todo=_("A spoiled one is exchanged against the torn ballot, without a second line here."))
    entry.given = entry.present = True
    uow.session.flush()
    vote.groups = {group: [whole, _present_in(uow, vote_id, group)] for group, (whole, _here) in vote.groups.items()}
    uow.touch("ballot.vote", vote_id)


@verb("ballots.hand_paper", permission=CONDUCT)
def hand_paper(uow: UnitOfWork, vote_id: int, typed: str, given_to: str = "", delivery: str = "",
               on: date | None = None) -> str:
    """Named vote: the numbered ballot went out to its voter or her proxy; answers the mark."""
    paper = _paper(uow, vote_in(uow, vote_id, "open"), typed)
    if paper.given_on:
        raise UserError(_("This ballot has been given out already."), field="mark")
    paper.given_on, paper.given_to = on or uow.clock.today(), clean(given_to, limit=60)
    paper.delivery = clean(delivery, limit=40)
    uow.get(RollEntry, paper.roll_id).given = True
    uow.touch("ballot.vote", vote_id)
    return paper.mark


@verb("ballots.take_back", permission=CONDUCT)
def take_back(uow: UnitOfWork, vote_id: int, typed: str, on: date | None = None) -> str:
    """Named vote: the ballot came back; it is written into the return register and cannot be changed any more."""
    paper = _paper(uow, vote_in(uow, vote_id, "open"), typed)
    if paper.returned_on:
        raise UserError(_("This ballot came back already."), field="mark")
    paper.returned_on = on or uow.clock.today()
    paper.given_on = paper.given_on or paper.returned_on
    uow.get(RollEntry, paper.roll_id).given = True
    uow.touch("ballot.vote", vote_id)
    return paper.mark


@verb("ballots.end_giving", permission=CONDUCT)
def end_giving(uow: UnitOfWork, draft: BoxDraft) -> str:
    """Giving out ends for good, the box is emptied and counted; only now ballots are entered. Answers the new state.

    issued = used + spoiled + unused must hold; what a voter took and did not bring back is kept with the unused ones. More
    ballots back than were given out: the vote is void (rules 2.5), once somebody says why that is no slip of the pen.
    """
    vote = vote_in(uow, draft.vote_id, "open")
    if min(draft.returned, draft.spoiled, draft.unused) < 0:
        raise UserError(_("A count is never below nothing."), field="returned")
    given = _given(uow, vote)
    vote.returned, vote.spoiled, vote.unused = draft.returned, draft.spoiled, draft.unused
    if draft.returned > given:
        _ask_why(draft, given)
        vote.state = "void"
        write_log(uow, vote, "too_many", draft.returned)
    else:
        if vote.method == NAMED:
            _check_register(uow, vote, draft.returned)
        else:
            _check_table(vote, draft, given)
        vote.unused = vote.issued - draft.returned - draft.spoiled
        if vote.unused < 0:
            raise UserError(_("More were exchanged than are left of those that were printed."), field="spoiled",
                            todo=_("Count the piles again."))
        vote.state = "entry"
        write_log(uow, vote, "giving_ended", draft.returned)
    uow.trace("ballots.end_giving", "ballot.vote", vote.id, returned=draft.returned, spoiled=draft.spoiled, unused=vote.unused,
              **({"reason": clean(draft.reason)} if vote.state == "void" else {}))
    return vote.state


@verb("ballots.begin_hands", permission=CONDUCT)
def begin_hands(uow: UnitOfWork, vote_id: int) -> None:
    """A show of hands begins: nobody signs in any more. UserError while nobody has: hands are held against who is here."""
    vote = vote_in(uow, vote_id, "frozen")
    if vote.method != HANDS:
        raise UserError(_("This vote is on paper."))
    present = sum(entry.present for entry in roll_of(uow, vote_id))
    if not present:
        raise UserError(_("Nobody is noted as present."), todo=_("Enter first who has come."))
    vote.state = "entry"
    write_log(uow, vote, "hands", present)


def _paper(uow: UnitOfWork, vote: BallotVote, typed: str) -> NamedPaper:
    if vote.method != NAMED:
        raise UserError(_("Only a named vote has numbered ballots."))
    mark = read_mark(vote.code, typed)
    found = uow.session.scalars(select(NamedPaper).where(NamedPaper.vote_id == vote.id, NamedPaper.mark == mark)).one_or_none()
    if found is None:
        raise UserError(_("No ballot with this mark was printed."), field="mark", todo=_("Put it aside; nothing was counted."))
    return found


def _given(uow: UnitOfWork, vote: BallotVote) -> int:
    """Ballots in voters' hands at most: of a secret vote one for each voter ticked, else all that were numbered."""
    if vote.method == NAMED:
        return vote.issued
    return uow.session.scalar(select(func.count()).select_from(RollEntry).where(
        RollEntry.vote_id == vote.id, RollEntry.given.is_(True))) or 0


def _ask_why(draft: BoxDraft, given: int) -> None:
    """A void vote is never opened again, and 501 is quickly typed for 50."""
    if clean(draft.reason):
        return
    raise NeedsReason(
        _("{returned} in the box, but only {given} were given out: with that the whole vote is void, for good.").format(
            returned=draft.returned, given=given),
        findings=(_("Count the box again first."), _("Who took a ballot and is not ticked yet is ticked before this."),
                  _("If it is so, write down why and save again.")))


def _check_table(vote: BallotVote, draft: BoxDraft, given: int) -> None:
    """What lies on the table must be what was printed, less what voters took and what was exchanged."""
    left = vote.issued - given - draft.spoiled
    if draft.unused != left:
        raise UserError(
            _("{issued} were printed, {given} voters took one and {spoiled} were exchanged: {left} must be left over, "
              "not {unused}.").format(issued=vote.issued, given=given, spoiled=draft.spoiled, left=left, unused=draft.unused),
            field="unused", todo=_("Count the piles again."))


def _check_register(uow: UnitOfWork, vote: BallotVote, returned: int) -> None:
    """The pile of numbered ballots must be what the register says came back."""
    registered = uow.session.scalar(select(func.count()).select_from(NamedPaper).where(
        NamedPaper.vote_id == vote.id, NamedPaper.returned_on.is_not(None))) or 0
    if registered != returned:
        raise UserError(_("The return register has {registered} ballots, but {returned} are said to be there.").format(
            registered=registered, returned=returned), field="returned", todo=_("Read the marks of all that came back."))


def _present_in(uow: UnitOfWork, vote_id: int, group: str) -> int:
    return uow.session.scalar(select(func.count()).select_from(RollEntry).where(
        RollEntry.vote_id == vote_id, RollEntry.group_code == group, RollEntry.present.is_(True))) or 0

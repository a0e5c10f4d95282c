"""What every verb of votes stands on: the vote in the right state, the two sides kept apart, the log."""

from sqlalchemy import func, select

from desk.core.ballots.model import BallotLog, BallotVote
from desk.core.ballots.rules import Profile, from_data
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _

CONDUCT, RULES = "desk.votes.conduct", "desk.votes.rules"
STATES = {"draft": N_("Being prepared"), "frozen": N_("Roll frozen"), "open": N_("Ballots are out"),
          "entry": N_("Being entered"), "counted": N_("Counted"), "closed": N_("Closed"), "void": N_("Void")}
HANDS, SECRET, NAMED = "hands", "secret", "named"
_SIDE = "ballot_side"


def vote_in(uow: UnitOfWork, vote_id: int, *states: str) -> BallotVote:
    """The vote, when it is in one of `states`; else UserError says where it stands."""
    vote = uow.get(BallotVote, vote_id)
    if states and vote.state not in states:
        raise UserError(_("This is not possible now: the vote is “{state}”.").format(state=_(STATES[vote.state])))
    return vote


def profile_of(vote: BallotVote) -> Profile:
    """The vote's own copy of its rule."""
    return from_data(vote.profile)


def keep_apart(uow: UnitOfWork, vote: BallotVote, side: str) -> None:
    """A transaction of a secret vote writes to the roll or to the box, never to both. side: "roll" or "box"."""
    if vote.method != SECRET:
        return
    if uow.session.info.setdefault(_SIDE, side) != side:
        raise RuntimeError("the roll and the box of a secret vote were written in one transaction")


def write_log(uow: UnitOfWork, vote: BallotVote, what: str, count: int = 0) -> None:
    """One more line; counts only. Batches of a secret vote hold many ballots, so no line tells of one."""
    last = uow.session.scalar(select(func.max(BallotLog.n)).where(BallotLog.vote_id == vote.id)) or 0
    uow.add(BallotLog(vote_id=vote.id, n=last + 1, what=what, count=count))


def log_steps(uow: UnitOfWork, vote_id: int) -> list[tuple[str, int]]:
    """(what, count) in order."""
    found = select(BallotLog.what, BallotLog.count).where(BallotLog.vote_id == vote_id).order_by(BallotLog.n)
    return [(what, count) for what, count in uow.session.execute(found)]

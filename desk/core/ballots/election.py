"""Questions that are candidates: who has most votes takes a seat; a tie across the last seat is drawn by a public seed."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.core.ballots.drafts import ElectionDraft
from desk.core.ballots.draw import draw
from desk.core.ballots.engine import PASSED
from desk.core.ballots.ground import CONDUCT, vote_in, write_log
from desk.core.ballots.queries import find_result
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean


@dataclass(frozen=True, slots=True)
class Ranking:
    """elected: above every tie, most votes first. tied: share the last seats, of which `open` are left."""

    elected: tuple[str, ...]
    tied: tuple[str, ...] = ()
    open: int = 0


def rank(agree: Mapping[str, int], seats: int) -> Ranking:
    """Candidate → votes for her; the first `seats` of them, as far as votes alone tell."""
    order = sorted(agree, key=lambda name: (-agree[name], name))
    if len(order) <= seats:
        return Ranking(tuple(order))
    last = agree[order[seats - 1]]
    if agree[order[seats]] != last:
        return Ranking(tuple(order[:seats]))
    above = tuple(name for name in order if agree[name] > last)
    return Ranking(above, tuple(name for name in order if agree[name] == last), seats - len(above))


@verb("ballots.elect", permission=CONDUCT)
def settle_election(uow: UnitOfWork, draft: ElectionDraft) -> tuple[str, ...]:
    """Who takes the seats; answers the names. Only candidates that passed their own question are considered.

    A tie needs a seed that everybody saw; it is kept with the names it was drawn among, so that anybody can draw again.
    """
    vote = vote_in(uow, draft.vote_id, "counted")
    result = find_result(uow, draft.vote_id)
    assert result is not None
    if not 0 < draft.seats <= len(result.questions):
        raise UserError(_("There are {n} candidates.").format(n=len(result.questions)), field="seats")
    if any(draft.measure not in question.totals for question in result.questions):
        raise UserError(_("This vote does not weigh that."), field="measure")
    found = rank({one.text: one.totals[draft.measure].agree for one in result.questions if one.verdict.outcome == PASSED},
                 draft.seats)
    seed = clean(draft.seed, limit=120)
    if found.tied and not seed:
        raise UserError(_("Tied for the last seats: {names}.").format(names="、".join(found.tied)), field="seed",
                        todo=_("Settle a seed in front of everybody, and enter it."))
    drawn = draw(seed, found.tied, found.open) if found.tied else ()
    vote.draws = [*vote.draws, {"round": vote.round, "seats": draft.seats, "seed": seed if found.tied else "",
                                "among": list(found.tied), "drawn": list(drawn), "elected": [*found.elected, *drawn]}]
    write_log(uow, vote, "elected", len(found.elected) + len(drawn))
    uow.trace("ballots.elect", "ballot.vote", vote.id, seats=draft.seats, seed=seed, drawn="、".join(drawn))
    return (*found.elected, *drawn)

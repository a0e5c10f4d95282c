"""Keying in ballots: two people, each everything, compared mark by mark; mistakes are reversed, never overwritten."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, func, select

from desk.core.ballots.drafts import HandsDraft, SlipDraft
from desk.core.ballots.engine import ABSTAIN, INVALID, NO, YES
from desk.core.ballots.ground import CONDUCT, HANDS, NAMED, SECRET, keep_apart, profile_of, vote_in, write_log
from desk.core.ballots.marks import read_mark
from desk.core.ballots.model import BallotSlip, BallotToken, BallotVote, NamedPaper, SecretSlip
from desk.core.ballots.service import roll_of, two_people
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean_note

BLANK = "blank"
"""Left empty or unreadable: the profile says whether that is an abstention or invalid."""
Slip = BallotSlip | SecretSlip
CHOICES = (YES, NO, ABSTAIN, INVALID, BLANK)
LEAST = 10
"""Ballots of a secret vote are saved in batches of at least so many, so that no line and no page tells of one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the two entries are and where they differ (marks)."""

    returned: int
    first: int
    second: int
    differing: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]

    @property
    def agree(self) -> bool:
        """Both are complete and the same."""
        return self.first == self.second == self.returned and not (self.differing or self.only_first or self.only_second)


def check_mark(uow: UnitOfWork, vote_id: int, entry: int, typed: str) -> str:
    """The mark, when this ballot may be entered now. UserError: mistyped, another vote's, unknown, entered already."""
    vote = vote_in(uow, vote_id, "entry")
    mark = read_mark(vote.code, typed)
    if not _known(uow, vote, mark):
        raise UserError(_("No ballot with this mark was printed."), field="mark", todo=_("Put it aside; nothing was counted."))
    if _standing(uow, vote, entry, mark) is not None:
        raise UserError(_("This ballot has been entered already."), field="mark", todo=_("Put it aside; it is counted once."))
    return mark


@verb("ballots.enter", permission=CONDUCT)
def enter(uow: UnitOfWork, vote_id: int, entry: int, slips: tuple[SlipDraft, ...]) -> int:
    """Keep a batch of ballots as one person read them; answers how many she has entered by now.

    Refused as a whole when one of them is: nothing of it is kept. Secret ballots come in batches of ten or more, or all
    that are left, and are written in the order of their random marks.
    """
    vote = vote_in(uow, vote_id, "entry")
    keep_apart(uow, vote, "box")
    if entry not in (1, 2):
        raise UserError(_("A ballot is entered twice, by two people."), field="entry")
    ready = [_read(uow, vote, entry, slip) for slip in slips]
    if len({slip.mark for slip in ready}) < len(ready):
        raise UserError(_("A ballot stands twice in this batch."), field="mark")
    before = _count(uow, vote, entry)
    after = before + len(ready)
    if after > vote.returned:
        raise UserError(_("More ballots were entered than came back ({n}).").format(n=vote.returned), field="mark",
                        todo=_("Count the box again."))
    if vote.method == SECRET and after < vote.returned and (len(ready) < LEAST or vote.returned - after < LEAST):
        raise UserError(_("Secret ballots are saved ten or more at a time, and no fewer than ten may be left over."))
    in_order = sorted(ready, key=lambda slip: slip.mark)  # of the random marks, so that no row tells when it was keyed in
    uow.session.add_all(in_order)
    write_log(uow, vote, f"entry{entry}", len(ready))
    uow.touch("ballot.vote", vote_id)
    return after


@verb("ballots.reverse", permission=CONDUCT)
def reverse(uow: UnitOfWork, vote_id: int, entry: int, slip: SlipDraft, reason: str, names: tuple[str, ...]) -> None:
    """Put right a wrong entry: the old line stays as reversed, a new one follows; a reason and two people."""
    vote = vote_in(uow, vote_id, "entry")
    keep_apart(uow, vote, "box")
    reason, named = two_people(reason, names)
    mark = read_mark(vote.code, slip.mark)
    wrong = _standing(uow, vote, entry, mark)
    if wrong is None:
        raise UserError(_("This ballot has not been entered."), field="mark")
    choices, why, who = _choices(vote, slip)
    wrong.reversed, wrong.reason, wrong.names = True, reason, named
    uow.session.flush()
    uow.session.add(slips_of(vote)(vote_id=vote.id, round=vote.round, entry=entry, mark=mark, turn=wrong.turn + 1,
                                   choices=choices, opinion=_opinion(vote, slip), reason=why, names=who))
    write_log(uow, vote, f"reversal{entry}", 1)
    uow.trace("ballots.reverse", "ballot.vote", vote_id, names=named)


@verb("ballots.hands", permission=CONDUCT)
def record_hands(uow: UnitOfWork, draft: HandsDraft) -> None:
    """A show of hands as one of two tellers counted it; both must agree before it counts."""
    vote = vote_in(uow, draft.vote_id, "entry")
    if vote.method != HANDS or draft.entry not in (1, 2) or len(draft.counts) != len(vote.questions):
        raise UserError(_("Enter how many raised their hands, for every question."), field="counts")
    present = sum(entry.present for entry in roll_of(uow, vote.id))
    for counts in draft.counts:
        if min(counts) < 0 or sum(counts) > present:
            raise UserError(_("Only {n} are present.").format(n=present), field="counts", todo=_("Count again."))
    vote.hands = {**vote.hands, str(draft.entry): [list(counts) for counts in draft.counts]}
    write_log(uow, vote, f"hands{draft.entry}", present)
    uow.trace("ballots.hands", "ballot.vote", vote.id, entry=draft.entry)


def compare(uow: UnitOfWork, vote_id: int) -> Comparison:
    """Where the two entries of the present round differ."""
    vote = uow.get(BallotVote, vote_id)
    return compared(vote, standing_choices(uow, vote, 1), standing_choices(uow, vote, 2))


def compared(vote: BallotVote, first: dict[str, str], second: dict[str, str]) -> Comparison:
    """Where two entries that were read already differ."""
    both = first.keys() & second.keys()
    differing = sorted(mark for mark in both if first[mark] != second[mark])
    return Comparison(vote.returned, len(first), len(second), tuple(differing),
                      tuple(sorted(first.keys() - second.keys())), tuple(sorted(second.keys() - first.keys())))


def standing_choices(uow: UnitOfWork, vote: BallotVote, entry: int) -> dict[str, str]:
    """Mark → choices as kept, in the order of the marks; without the rows themselves, of which there are ten thousand."""
    model = slips_of(vote)
    found = select(model.mark, model.choices).where(*_stands(model, vote, entry)).order_by(model.mark)
    return {mark: choices for mark, choices in uow.session.execute(found)}


def slips_of(vote: BallotVote) -> type[Slip]:
    """The table that holds this vote's slips."""
    return SecretSlip if vote.method == SECRET else BallotSlip


def _read(uow: UnitOfWork, vote: BallotVote, entry: int, slip: SlipDraft) -> Slip:
    mark = check_mark(uow, vote.id, entry, slip.mark)
    choices, reason, names = _choices(vote, slip)
    return slips_of(vote)(vote_id=vote.id, round=vote.round, entry=entry, mark=mark, turn=1, choices=choices,
                          opinion=_opinion(vote, slip), reason=reason, names=names)


def _opinion(vote: BallotVote, slip: SlipDraft) -> str:
    return clean_note(slip.opinion) if vote.method == NAMED else ""


def _choices(vote: BallotVote, slip: SlipDraft) -> tuple[str, str, str]:
    if len(slip.choices) != len(vote.questions) or not set(slip.choices) <= set(CHOICES):
        raise UserError(_("Mark one choice for every question."), field="choices")
    empty = profile_of(vote).unreadable
    choices = [empty if choice == BLANK else choice for choice in slip.choices]
    reason, names = two_people(slip.reason, slip.names) if INVALID in choices else ("", "")
    return ",".join(choices), reason, names


def _known(uow: UnitOfWork, vote: BallotVote, mark: str) -> bool:
    if vote.method == SECRET:
        return uow.session.get(BallotToken, (vote.id, mark)) is not None
    paper = uow.session.scalars(select(NamedPaper).where(NamedPaper.vote_id == vote.id, NamedPaper.mark == mark)).one_or_none()
    if paper is not None and paper.returned_on is None:
        raise UserError(_("This ballot is not in the return register."), field="mark",
                        todo=_("Put it aside; nothing was counted."))
    return paper is not None


def _standing(uow: UnitOfWork, vote: BallotVote, entry: int, mark: str) -> Slip | None:
    model = slips_of(vote)
    found = uow.session.scalars(select(model).where(*_stands(model, vote, entry), model.mark == mark)).one_or_none()
    return cast(Slip | None, found)


def _count(uow: UnitOfWork, vote: BallotVote, entry: int) -> int:
    model = slips_of(vote)
    return uow.session.scalar(select(func.count()).select_from(model).where(*_stands(model, vote, entry))) or 0


def _stands(model: type[Slip], vote: BallotVote, entry: int) -> tuple[ColumnElement[bool], ...]:
    return (model.vote_id == vote.id, model.round == vote.round, model.entry == entry, model.reversed.is_(False))

"""What the counter reads and writes in a worker, free of widgets."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.qt import Shown
from desk.api.votes import VoteRow, compare, find_result, get_vote, spaced
from plugins.consultation.pictures import Bar, bars_of
from plugins.consultation.service.votes import CODES, places_of

_ = translator("consultation")

__all__ = ["CODES", "Standing", "look_at_ballots", "standing", "write_result"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the vote stands. places: number on the roll → (id, name); differing: marks as printed; bars: (question, bar) of a
    counted vote."""

    vote: VoteRow
    places: dict[int, tuple[int, str]]
    first: int
    second: int
    differing: tuple[str, ...]
    bars: tuple[tuple[str, Bar], ...] = ()


def standing(uow: UnitOfWork, vote_id: int) -> Standing:
    """Read in one go."""
    found = compare(uow, vote_id)
    result = find_result(uow, vote_id)
    bars = tuple((one.text, bar) for one in (result.questions if result else ()) for bar in bars_of(one))
    return Standing(get_vote(uow, vote_id), places_of(uow, vote_id), found.first, found.second,
                    tuple(map(spaced, found.differing)), bars)


def look_at_ballots(uow: UnitOfWork, order: Any) -> Shown:
    """The ballots of vote `order.record_id` as they would print; a secret pile in a new order each time. Raises UserError
    while there are none to give out.
    """
    from desk.api.papers import font_book, page_sizes, render
    from plugins.consultation.documents.ballots import build_ballots
    from plugins.consultation.documents.loading import load_ballots

    sheet = load_ballots(uow, order.record_id)
    if sheet.vote.state != "open" or not sheet.ballots:
        raise UserError(_("There are no ballots of this vote to print now."))
    pdf = render(build_ballots(sheet), font_book()).pdf
    unkept = _("Kept nowhere: not archived, and deleted from the print queue")
    return Shown(_("Ballots"), pdf, tuple(page_sizes(pdf)), unkept=unkept)


def write_result(job: Any, vote_id: int, path: Path) -> str:
    """The result file for everybody who wants to count again."""
    with job.reading() as uow:
        result = find_result(uow, vote_id)
    path.write_text(result.text if result else "", "utf-8")
    return path.name

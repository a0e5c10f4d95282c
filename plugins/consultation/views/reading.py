"""What the counter reads and writes in a worker, free of widgets."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.api.db import UnitOfWork
from desk.api.votes import VoteRow, compare, find_result, get_vote, list_roll, spaced
from plugins.consultation.pictures import Bar, bars_of
from plugins.consultation.service.votes import CODES

__all__ = ["CODES", "Standing", "standing", "write_ballots", "write_result"]


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
    places = {line.place: (line.id, f"{line.name} {line.label}".strip()) for line in list_roll(uow, vote_id)}
    result = find_result(uow, vote_id)
    bars = tuple((one.text, bar) for one in (result.questions if result else ()) for bar in bars_of(one))
    return Standing(get_vote(uow, vote_id), places, found.first, found.second, tuple(map(spaced, found.differing)), bars)


def write_ballots(job: Any, vote_id: int, path: Path) -> str:
    """Render the ballots straight into the file she named: not archived, nothing left in a temporary folder."""
    from desk.api.papers import font_book, render
    from plugins.consultation.documents.ballots import build_ballots
    from plugins.consultation.documents.loading import load_ballots

    with job.reading() as uow:
        sheet = load_ballots(uow, vote_id)
    path.write_bytes(render(build_ballots(sheet), font_book()).pdf)
    return path.name


def write_result(job: Any, vote_id: int, path: Path) -> str:
    """The result file for everybody who wants to count again."""
    with job.reading() as uow:
        result = find_result(uow, vote_id)
    path.write_text(result.text if result else "", "utf-8")
    return path.name

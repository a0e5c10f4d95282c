"""Lines of a result counted now, and as they are frozen: Fractions travel as "n/d"."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.scores.engine import Line, RolePart, judge
from desk.core.scores.entering import values_of
from desk.core.scores.ground import sheet_of
from desk.core.scores.model import ScoreRound
from desk.core.scores.service import raters_of, subjects_of


def count_now(uow: UnitOfWork, found: ScoreRound) -> tuple[Line, ...]:
    """The result as the marks stand now; who was taken out is not among them."""
    subjects = {one.id: one.given for one in subjects_of(uow, found.id) if not one.out}
    raters = {one.id: one.role for one in raters_of(uow, found.id)}
    return judge(sheet_of(found), subjects, raters, values_of(uow, found.id), found.trim)


def lines_of(uow: UnitOfWork, found: ScoreRound) -> tuple[Line, ...]:
    """The frozen result, or the count as it stands while sheets come in."""
    if found.state in ("draft", "open"):
        return count_now(uow, found)
    return tuple(_line(row) for row in found.result)


def as_rows(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """For a JSON column."""
    return [{"subject": one.subject, "total": _text(one.total), "rank": one.rank, "tied": list(one.tied), "band": one.band,
             "poor": one.poor, "by_criterion": [[code, _text(value)] for code, value in one.by_criterion],
             "parts": [{"role": part.role, "weight": part.weight, "raters": part.raters, "mean": _text(part.mean),
                        "dropped": [_text(value) for value in part.dropped], "incomplete": part.incomplete}
                       for part in one.parts]} for one in lines]


def _text(value: Fraction | None) -> str:
    return "" if value is None else f"{value.numerator}/{value.denominator}"


def _line(row: dict[str, Any]) -> Line:
    parts = tuple(RolePart(one["role"], one["weight"], one["raters"], Fraction(one["mean"]),
                           tuple(Fraction(value) for value in one["dropped"]), one["incomplete"]) for one in row["parts"])
    return Line(row["subject"], Fraction(row["total"]) if row["total"] else None, row["rank"], tuple(row["tied"]), row["band"],
                row["poor"], parts, tuple((code, Fraction(value)) for code, value in row["by_criterion"]))

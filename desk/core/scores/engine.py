"""The arithmetic of a round: exact, without a database. Values and totals are hundredths of a point, as Fractions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from desk.core.scores.sheets import GIVEN, Criterion, Sheet

Marks = Mapping[tuple[int, int], Mapping[str, int]]
"""(subject, rater) → criterion code → value of the mark."""


@dataclass(frozen=True, slots=True)
class RolePart:
    """What the raters of one role said of a subject. mean: of the totals that counted. weight: percent as set.

    dropped: totals left out because they were highest or lowest. incomplete: raters who left something blank, not counted.
    """

    role: str
    weight: int
    raters: int
    mean: Fraction
    dropped: tuple[Fraction, ...] = ()
    incomplete: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The result of one subject. total None: nobody rated it. rank 0: without one. tied: subjects with the same total.

    by_criterion: what each criterion added, weights counted in.
    """

    subject: int
    total: Fraction | None
    rank: int = 0
    tied: tuple[int, ...] = ()
    band: str = ""
    poor: bool = False
    parts: tuple[RolePart, ...] = ()
    by_criterion: tuple[tuple[str, Fraction], ...] = ()


def judge(sheet: Sheet, subjects: Mapping[int, Mapping[str, int]], raters: Mapping[int, str], marks: Marks,
          trim: int = 0) -> tuple[Line, ...]:
    """Lines in the order of their rank, those without a total last.

    subjects: id → its given points. raters: id → role. trim: how many highest and lowest totals of each role are left out;
    a role with too few raters to leave anybody over is counted whole.
    """
    lines = [_line(sheet, subject, given, raters, marks, trim) for subject, given in subjects.items()]
    totals = {line.subject: line.total for line in lines if line.total is not None}
    ranked = [_ranked(line, totals) for line in lines]
    return tuple(sorted(ranked, key=lambda line: (line.rank == 0, line.rank, line.subject)))


def _ranked(line: Line, totals: Mapping[int, Fraction]) -> Line:
    if line.total is None:
        return line
    mine = line.total
    rank = 1 + sum(other > mine for other in totals.values())
    tied = tuple(sorted(one for one, other in totals.items() if other == mine and one != line.subject))
    return Line(line.subject, mine, rank, tied, line.band, line.poor, line.parts, line.by_criterion)


def _line(sheet: Sheet, subject: int, given: Mapping[str, int], raters: Mapping[int, str], marks: Marks, trim: int) -> Line:
    kept: dict[str, list[Mapping[str, int]]] = {}
    parts = []
    for role in sheet.roles:
        sheets = [marks.get((subject, rater), {}) for rater, code in raters.items() if code == role.code]
        wanted = sheet.rated_by(role.code)
        whole = [one for one in sheets if wanted and all(item.code in one for item in wanted)]
        if not whole:
            continue
        ordered = sorted(whole, key=partial(_total, wanted))
        cut = trim if len(ordered) > 2 * trim else 0
        counted = ordered[cut:len(ordered) - cut]
        kept[role.code] = counted
        dropped = tuple(_total(wanted, one) for one in (*ordered[:cut], *ordered[len(ordered) - cut:]))
        mean = _mean(_total(wanted, one) for one in counted)
        parts.append(RolePart(role.code, role.weight, len(counted), mean, dropped,
                              sum(bool(one) for one in sheets) - len(whole)))
    added = [(one.code, _criterion(sheet, one, given, kept)) for one in sheet.criteria]
    if any(value is None for _code, value in added):
        return Line(subject, None, parts=tuple(parts), by_criterion=tuple(
            (code, value) for code, value in added if value is not None))
    known = tuple((code, value) for code, value in added if value is not None)
    total = sum((value for _code, value in known), Fraction(0))
    band = next((one for one in sorted(sheet.bands, key=lambda one: -one.at_least) if total >= one.at_least), None)
    return Line(subject, total, band=band.title if band else "", poor=bool(band and band.poor), parts=tuple(parts),
                by_criterion=known)


def _criterion(sheet: Sheet, one: Criterion, given: Mapping[str, int],
               kept: Mapping[str, list[Mapping[str, int]]]) -> Fraction | None:
    """What a criterion adds: the means of the roles that rate it, by their weights; None when nobody did."""
    share = Fraction(one.weight, 100)
    if one.kind == GIVEN:
        return None if one.code not in given else min(given[one.code], one.maximum) * share
    means = [(sheet.role(role).weight, _mean(Fraction(one.points(sheet_of[one.code])) for sheet_of in sheets))
             for role, sheets in kept.items() if not one.roles or role in one.roles]
    weights = sum(weight for weight, _mean_of in means)
    if not weights:
        return None
    return share * sum((weight * mean for weight, mean in means), Fraction(0)) / weights


def _total(wanted: Iterable[Criterion], sheet_of: Mapping[str, int]) -> Fraction:
    return sum((Fraction(one.points(sheet_of[one.code]) * one.weight, 100) for one in wanted), Fraction(0))


def _mean(values: Iterable[Fraction]) -> Fraction:
    known = list(values)
    return sum(known, Fraction(0)) / len(known)


def rounded(value: Fraction) -> int:
    """Hundredths as they are printed: half a hundredth goes up."""
    return int((2 * value + 1) // 2)


def points_text(hundredths: Fraction | int) -> str:
    """"87.5" for 8750; rounded to two places, without trailing zeros."""
    whole, part = divmod(rounded(Fraction(hundredths)), 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".")


def parse_points(text: str) -> int | None:
    """Hundredths out of "8.5", "8" or "8.25"; None for anything else."""
    whole, dot, part = text.strip().partition(".")
    if not whole.isascii() or not whole.isdecimal() or len(whole) > 6 or (dot and not (part.isascii() and part.isdecimal())):
        return None
    return int(whole) * 100 + int(part.ljust(2, "0")) if len(part) <= 2 else None

"""The figures as a table in a terminal; Chinese characters take two columns."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from desk.bench.figures import MEDIAN, P95, RATIO, Figure
from desk.core.i18n import N_, _

HEADS = (N_("What"), N_("Unit"), N_("Count"), N_("Median"), N_("p95"), N_("Bare thing"), N_("Its median"), N_("Ratio"),
         N_("Target"), N_("Met"))
WORDS = {RATIO: N_("ratio"), MEDIAN: N_("median"), P95: N_("p95")}


def lines(figures: Sequence[Figure]) -> list[str]:
    """A head and one line a figure, columns aligned."""
    rows = [tuple(map(_, HEADS)), *map(cells, figures)]
    widths = [max(_width(row[place]) for row in rows) for place in range(len(HEADS))]
    return ["  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows]


def cells(figure: Figure) -> tuple[str, ...]:
    """The words of one line."""
    target = figure.target
    return (figure.what, figure.unit, str(len(figure.samples)), _number(figure.median), _number(figure.p95), figure.bare,
            _number(figure.bare_median), _number(figure.ratio),
            f"{_(WORDS[target.of])} ≤ {_number(target.most)}" if target else "",
            {True: _("met"), False: _("not met"), None: ""}[figure.met])


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)

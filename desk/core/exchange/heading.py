"""Where a list begins: title lines above, a heading of one row or of two with merged cells, then the rows."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from desk.core.errors import UserError
from desk.core.exchange.table import Merge, RawSheet, Sheet, TableRow, clean_rows
from desk.core.i18n import _

SEARCHED_ROWS = 20
Knows = Callable[[str], bool]


def to_sheet(raw: RawSheet, knows: Knows) -> Sheet:
    """Find the heading and the rows below it.

    knows: says whether a text is a heading of one of the wanted fields. Raises UserError when there is nothing to
    read.
    """
    rows = clean_rows(raw)
    if not any(any(row) for row in rows):
        raise UserError(_("The table “{name}” is empty.").format(name=raw.name))
    first, height = _find_heading(rows, raw.merges, knows)
    labels = _labels(rows, first, height, raw.merges)
    last = first + height
    printed = [list(row) for row in rows[first:last]]
    body = tuple(TableRow(number + 1, row) for number, row in enumerate(islice(rows, last, None), last)
                 if any(row) and row not in printed)
    title = " ".join(text for row in rows[:first] for text in dict.fromkeys(row) if text)
    if not body:
        raise UserError(_("The table “{name}” has a heading but no rows below it.").format(name=raw.name))
    return Sheet(raw.name, title, labels, (first + 1, last), body)


def best_sheet(raws: Sequence[RawSheet], knows: Knows) -> Sheet:
    """The sheet whose heading names most of the wanted fields; raises UserError when every one is empty."""
    filled = [raw for raw in raws if any(any(cell not in ("", None) for cell in row) for row in raw.rows)]
    if not filled:
        raise UserError(_("The file contains no rows."))
    heads = [RawSheet(raw.name, raw.rows[:SEARCHED_ROWS + 2], raw.merges) for raw in filled]
    scores = []
    for head in heads:
        rows = clean_rows(head)
        first, height = _find_heading(rows, head.merges, knows)
        scores.append(_score(_labels(rows, first, height, head.merges), knows))
    return to_sheet(filled[scores.index(max(scores))], knows)


def _find_heading(rows: list[list[str]], merges: Sequence[Merge], knows: Knows) -> tuple[int, int]:
    """(row index, 1 or 2 rows): the most known headings win, then the single row, then the upper one."""
    best = (0, 0, 0)
    for first in range(min(SEARCHED_ROWS, len(rows))):
        for height in (1, 2) if first + 1 < len(rows) else (1,):
            score = _score(_labels(rows, first, height, merges), knows)
            best = max(best, (score, -height, -first))
    if best[0]:
        return -best[2], -best[1]
    filled = (first for first, row in enumerate(rows[:SEARCHED_ROWS]) if sum(map(bool, row)) >= 2)
    return next(filled, 0), 1


def _score(labels: Sequence[str], knows: Knows) -> int:
    return sum(map(knows, {label for label in labels if label}))


def _labels(rows: list[list[str]], first: int, height: int, merges: Sequence[Merge]) -> tuple[str, ...]:
    """One label a column; of two rows the lower one counts, with its group in front where the lower one repeats
    itself."""
    upper = rows[first]
    if height == 1:
        return tuple(upper)
    lower = rows[first + 1]
    width = max(len(upper), len(lower))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    groups = list(upper)
    for merge in merges:
        if merge.top <= first <= merge.bottom and 0 <= merge.left < width and merge.left <= merge.right:
            groups[merge.left:merge.right + 1] = [upper[merge.left]] * (min(merge.right, width - 1) + 1 - merge.left)
    times = Counter(lower)
    return tuple(below if below and times[below] == 1 else (above + below if below else own)
                 for own, above, below in zip(upper, groups, lower, strict=True))

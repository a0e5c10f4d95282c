"""Small numbers that could point at a person: hidden, and with them one more where the total would give it away."""

from collections.abc import Callable, Sequence

from desk.core.statistics.counting import Key, Sum
from desk.core.statistics.declared import ALL, IndicatorTable
from desk.core.statistics.lines import FIGURE, TOTAL, Line


def hidden_keys(table: IndicatorTable, summed: dict[Key, list[tuple[str, Sum]]], rows: Sequence[Line],
                columns: Sequence[Line]) -> frozenset[Key]:
    """Cells that must not be shown; none unless the table masks."""
    if not table.mask_below:
        return frozenset()
    small = {key for key, parts in summed.items() if 0 < sum(cell.value for _month, cell in parts) <= table.mask_below}

    def number(key: Key) -> int:
        return sum(cell.value for _month, cell in summed.get(key, ()))

    changed = True
    while changed:
        before = len(small)
        for run in _runs(table, rows, columns):
            _cover(run, small, number)
        changed = len(small) > before
    return frozenset(small)


def _runs(table: IndicatorTable, rows: Sequence[Line], columns: Sequence[Line]) -> list[list[Key]]:
    """Every set of cells that add up to a total that is shown."""
    figures = [figure.code for figure in table.counted]
    by = [line.key for line in rows if line.kind != FIGURE]
    across = [line.key for line in columns if line.kind != FIGURE]
    runs = []
    for figure in figures:
        if table.by and any(line.kind == TOTAL for line in rows):
            runs += [[(figure, key, other) for key in by if key != ALL] for other in across or [ALL]]
        if table.across and any(line.kind == TOTAL for line in columns):
            runs += [[(figure, other, key) for key in across if key != ALL] for other in by or [ALL]]
    return runs


def _cover(run: Sequence[Key], hidden: set[Key], number: Callable[[Key], int]) -> None:
    """A single hidden number is the total less the others, so the smallest of those is hidden, too."""
    shown = [key for key in run if key not in hidden and number(key)]
    if len([key for key in run if key in hidden]) == 1 and shown:
        hidden.add(min(shown, key=number))

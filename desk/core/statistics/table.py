"""A table of a period put together: rows, columns, cells in words, what is frozen, what has to be printed under it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import translator
from desk.core.settings.service import get_setting
from desk.core.statistics import lines as lines_
from desk.core.statistics.counting import Key, Sum, added_up, count_months
from desk.core.statistics.declared import ALL, COMPARED, Figure, IndicatorTable, Ratio
from desk.core.statistics.figures import base_of, base_sentence, figure_text, ratio_text, share_of_change
from desk.core.statistics.frozen import MonthRow, list_frozen, read_tally
from desk.core.statistics.lines import FIGURE, Line
from desk.core.statistics.masking import hidden_keys
from desk.core.statistics.periods import ReportPeriod
from desk.core.statistics.scopes import area_ids, area_title, begun

HIDDEN = "*"
"""What is shown instead of a small number that is masked."""
Summed = dict[Key, list[tuple[str, Sum]]]


@dataclass(frozen=True, slots=True)
class CellValue:
    """One cell. value: records, or the amount's smallest unit; None for a share or a hidden number. text: as shown.

    key: what it counts, so that its records can be asked for; of a share, those of its part. period: whose code.
    """

    text: str
    value: int | None
    key: Key
    unit: str = ""
    hidden: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of a period and area. cells: row → column. frozen: its frozen months; open_months: begun, but not frozen.

    notes: denominators and what else must be printed. bases: ratio code → base used.
    """

    table: IndicatorTable
    title: str
    period: ReportPeriod
    area_id: int | None
    area: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[CellValue, ...], ...]
    frozen: tuple[MonthRow, ...]
    open_months: tuple[ReportPeriod, ...]
    notes: tuple[str, ...]
    bases: Mapping[str, str]

    @property
    def empty(self) -> bool:
        """Whether every number is zero."""
        return all(not cell.value and not cell.hidden for row in self.cells for cell in row)


def read_table(uow: UnitOfWork, table: IndicatorTable, period: ReportPeriod, area_id: int | None = None) -> TableView:
    """Frozen months with their corrections, the others as records stand now. Raises NotAllowed without the table's right."""
    uow.require(table.permission)
    months = begun(period.months, uow.clock.today())
    frozen = list_frozen(uow, table.code, months, area_id)
    summed = sum_up(uow, table, months, area_id, frozen)
    bases = bases_of(uow, table, tuple(frozen.values()), len(months))
    rows, columns = lines_.axes(uow, table, period, months, tuple(summed), tuple(frozen.values()), area_ids(uow, area_id))
    cells = _Cells(table, summed, bases, hidden_keys(table, summed, rows, columns), period)
    made = _beside(uow, cells, rows, area_id) if table.across is COMPARED else tuple(
        tuple(cells.at(*_place(table, row, column)) for column in columns) for row in rows)
    return TableView(table, translator(table.domain)(table.title), period, area_id, area_title(uow, area_id), rows, columns,
                     made, tuple(frozen[month.code] for month in months if month.code in frozen),
                     tuple(month for month in months if month.code not in frozen), _notes(table, bases), bases)


def _beside(uow: UnitOfWork, now: "_Cells", rows: Sequence[Line], area_id: int | None) -> tuple[tuple[CellValue, ...], ...]:
    """The columns of COMPARED: every period counted by itself."""
    table, columns = now.table, list[list[CellValue]]()
    places = [_figure(table, row.key) for row in rows]
    for _key, _title, period in lines_.compared(now.period):
        if period is None:  # the change against the column before it, last year's
            columns.append([_change(now.at(figure, ALL, ALL), before) for figure, before
                            in zip(places, columns[-1], strict=True)])
            continue
        months = begun(period.months, uow.clock.today())
        summed = now.summed if period == now.period else sum_up(
            uow, table, months, area_id, list_frozen(uow, table.code, months, area_id))
        columns.append([_Cells(table, summed, now.bases, frozenset(), period).at(figure, ALL, ALL) for figure in places])
    return tuple(zip(*columns, strict=True))


def _change(now: CellValue, before: CellValue) -> CellValue:
    share = share_of_change(now.value, before.value)
    return CellValue(share, None, now.key, "%", period=now.period)


def sum_up(uow: UnitOfWork, table: IndicatorTable, months: Sequence[ReportPeriod], area_id: int | None,
           frozen: Mapping[str, MonthRow]) -> Summed:
    """The numbers of these months (in order) as one, each with month and records it comes from."""
    live = count_months(uow, table, [month for month in months if month.code not in frozen], area_ids(uow, area_id))
    tallies = {month.code: read_tally(uow, frozen[month.code].id) if month.code in frozen else live[month.code]
               for month in months}
    return added_up(table, tallies)


def bases_of(uow: UnitOfWork, table: IndicatorTable, frozen: Sequence[MonthRow], months: int) -> dict[str, str]:
    """Ratio → base: of one frozen month as frozen, else as set now."""
    if months == 1 and frozen:
        return dict(frozen[0].bases)
    ratios = [one for one in table.figures if isinstance(one, Ratio)]
    return {one.code: base_of(one, get_setting(uow, one.setting) if one.setting else "").code for one in ratios}


def number(summed: Summed, key: Key) -> int:
    """The number of a cell, 0 where nothing was counted."""
    return sum(cell.value for _month, cell in summed.get(key, ()))


def _place(table: IndicatorTable, row: Line, column: Line) -> tuple[Figure | Ratio, str, str]:
    """What stands where row and column meet: figure, key of `by`, key of `across`."""
    if row.kind == FIGURE:
        return _figure(table, row.key), ALL, column.key
    if column.kind == FIGURE:
        return _figure(table, column.key), row.key, ALL
    return table.figures[0], row.key, column.key


def _figure(table: IndicatorTable, code: str) -> Figure | Ratio:
    found = table.figure(code)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class _Cells:
    """Makes cells out of the numbers of one period."""

    table: IndicatorTable
    summed: Summed
    bases: Mapping[str, str]
    hidden: frozenset[Key]
    period: ReportPeriod

    def at(self, figure: Figure | Ratio, by: str, across: str) -> CellValue:
        """The cell of a figure."""
        return self._count(figure, by, across) if isinstance(figure, Figure) else self._share(figure, by, across)

    def _count(self, figure: Figure, by: str, across: str) -> CellValue:
        key = (figure.code, by, across)
        if key in self.hidden:
            return CellValue(HIDDEN, None, key, figure.unit, True, self.period.code)
        value = number(self.summed, key)
        return CellValue(figure_text(value, figure.unit), value, key, figure.unit, period=self.period.code)

    def _share(self, ratio: Ratio, by: str, across: str) -> CellValue:
        key = (ratio.part, by, across)
        whole = [(code, by, across) for code in base_of(ratio, self.bases.get(ratio.code)).of]
        if self.hidden.intersection([key, *whole]):
            return CellValue(HIDDEN, None, key, ratio.unit, True, self.period.code)
        text = ratio_text(ratio, number(self.summed, key), sum(number(self.summed, one) for one in whole))
        return CellValue(text, None, key, ratio.unit, period=self.period.code)


def _notes(table: IndicatorTable, bases: Mapping[str, str]) -> tuple[str, ...]:
    def told() -> Iterator[str]:
        for one in table.figures:
            if isinstance(one, Ratio):
                yield base_sentence(one, base_of(one, bases.get(one.code)), table.counted)
        if table.mask_below:
            yield f"1至{table.mask_below}的数字以“{HIDDEN}”代替"
        if table.note:
            yield translator(table.domain)(table.note)

    return tuple(told())

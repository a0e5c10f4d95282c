"""A table of a period put together: rows, columns, cells in words, what is frozen, what has to be printed under it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import translator
from desk.core.settings.service import get_setting
from desk.core.statistics import lines as lines_
from desk.core.statistics.counting import Key, Sum, added_up, count_months
from desk.core.statistics.declared import ALL, Figure, IndicatorTable, Ratio
from desk.core.statistics.figures import base_of, base_sentence, figure_text, share_text
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

    key: what it counts, so that its records can be asked for; of a share, those of its part.
    """

    text: str
    value: int | None
    key: Key
    unit: str = ""
    hidden: bool = False


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
    tr = translator(table.domain)
    rows, columns = lines_.axes(uow, table, period, months, tuple(summed), tuple(frozen.values()), area_ids(uow, area_id))
    hidden = hidden_keys(table, summed, rows, columns)
    cells = tuple(tuple(_cell(table, summed, bases, hidden, *_place(table, row, column)) for column in columns) for row in rows)
    return TableView(table, tr(table.title), period, area_id, area_title(uow, area_id), rows, columns, cells,
                     tuple(frozen[month.code] for month in months if month.code in frozen),
                     tuple(month for month in months if month.code not in frozen), _notes(table, bases), bases)


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


def _cell(table: IndicatorTable, summed: Summed, bases: Mapping[str, str], hidden: frozenset[Key],
          figure: Figure | Ratio, by: str, across: str) -> CellValue:
    if isinstance(figure, Figure):
        key = (figure.code, by, across)
        value = number(summed, key)
        if key in hidden:
            return CellValue(HIDDEN, None, key, figure.unit, True)
        return CellValue(figure_text(value, figure.unit), value, key, figure.unit)
    key = (figure.part, by, across)
    whole = [(code, by, across) for code in base_of(figure, bases.get(figure.code)).of]
    if hidden.intersection([key, *whole]):
        return CellValue(HIDDEN, None, key, figure.unit, True)
    text = share_text(number(summed, key), sum(number(summed, one) for one in whole), figure.digits)
    return CellValue(text, None, key, figure.unit)


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

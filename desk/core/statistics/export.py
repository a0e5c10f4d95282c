"""A table as a workbook: numbers stay numbers, shares are text, nothing is a formula; what holds for it stands above."""

from pathlib import Path

from desk.core.clock import hall_time
from desk.core.exchange.export import ExportCell, ExportColumn, ExportTable, write_xlsx
from desk.core.exchange.progress import Progress, silent
from desk.core.i18n import _
from desk.core.statistics.figures import UNITS, scaled
from desk.core.statistics.lines import Line
from desk.core.statistics.periods import month_span
from desk.core.statistics.table import CellValue, TableView

WIDE, NARROW = 28, 12


def export_view(view: TableView, path: Path, anchor: str, made: str, progress: Progress = silent) -> int:
    """Write `path`; answers the number of rows. anchor: code of the audit trail; made: who and when.

    Raises EnvironmentFault or Cancelled.
    """
    heads = [ExportColumn(_("Item"), WIDE), *([ExportColumn(_("Unit"), 8)] if view.table.by is None else [])]
    heads += [ExportColumn(_head(column), NARROW) for column in view.columns]
    rows = ([*_first(view, row), *(_value(cell) for cell in cells)] for row, cells in zip(view.rows, view.cells, strict=True))
    notes = (f"{view.area}  {view.period.title}", *frozen_notes(view), *view.notes, made,
             _("Check code of the audit trail: {code}").format(code=anchor))
    return write_xlsx(path, ExportTable(view.title, tuple(heads), rows, notes), progress)


def frozen_notes(view: TableView) -> tuple[str, ...]:
    """Which months are frozen, with their check codes and corrections; which are not."""
    told = []
    for row in view.frozen:
        told.append(f"{row.month.month}月已冻结,校验码 {row.check_code}")
        told += [f"{row.month.month}月更正{one.serial}:{one.reason}({hall_time(one.at):%Y-%m-%d},{one.by})"
                 for one in row.corrections]
    if view.table.freezes and view.open_months:
        told.append(month_span([month.part for month in view.open_months]) + "未冻结,按现有记录统计")
    return tuple(told)


def _head(column: Line) -> str:
    title = f"{column.group}:{column.title}" if column.group else column.title
    return f"{title}({column.unit})" if column.unit and column.unit != "%" else title


def _first(view: TableView, row: Line) -> list[object]:
    title = f"{row.group}:{row.title}" if row.group else row.title
    return [title, row.unit] if view.table.by is None else [title]


def _value(cell: CellValue) -> object:
    if cell.value is None:
        return cell.text
    if cell.unit in UNITS:
        return ExportCell(float(scaled(cell.value, cell.unit)), "#,##0.00" if UNITS[cell.unit][1] > 1 else "#,##0.0")
    return ExportCell(cell.value, "0")

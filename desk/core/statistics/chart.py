"""A table as a picture: the chart's figures over the table's breakdown."""

from desk.core.documents.charts import ChartData
from desk.core.i18n import translator
from desk.core.statistics.declared import MONTHS, Figure
from desk.core.statistics.figures import scaled
from desk.core.statistics.lines import FIGURE, SPLIT, Line
from desk.core.statistics.table import CellValue, TableView


def chart_of(view: TableView) -> ChartData | None:
    """None when the table declares none, or has no breakdown to draw over; hidden numbers are not drawn."""
    spec = view.table.chart
    if spec is None:
        return None
    over_rows = view.table.by is not None
    marks = [(place, line) for place, line in enumerate(view.rows if over_rows else view.columns) if line.kind == SPLIT]
    split = view.table.by or view.table.across
    begun = {month.code for month in view.open_months} | {f"{row.month:%Y-%m}" for row in view.frozen}
    series = []
    for code in spec.figures:
        figure = view.table.figure(code)
        places = [place for place, line in enumerate(view.columns if over_rows else view.rows)
                  if line.kind != FIGURE or line.key == code]
        if not isinstance(figure, Figure) or not places:
            continue
        numbers = tuple(_number(view, over_rows, place, places[-1], figure) if split is not MONTHS or line.key in begun
                        else None for place, line in marks)
        series.append((translator(view.table.domain)(figure.title), numbers))
    first = view.table.figure(spec.figures[0])
    unit = first.unit if isinstance(first, Figure) else ""
    title = translator(view.table.domain)(spec.title) if spec.title else view.title
    labels = tuple(_short(line) for _place, line in marks)
    return ChartData(f"{view.period.title}{title}", labels, tuple(series), spec.kind, unit)


def _number(view: TableView, over_rows: bool, mark: int, other: int, figure: Figure) -> float:
    cell: CellValue = view.cells[mark][other] if over_rows else view.cells[other][mark]
    return float(scaled(cell.value or 0, figure.unit))


def _short(line: Line) -> str:
    """纠纷 at the end of every class says nothing on a chart."""
    return line.title.removesuffix("纠纷") or line.title

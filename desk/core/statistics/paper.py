"""A table on paper: A4, across when it is wide, in strips when it is wider; with denominators, frozen months and anchor."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.core.audit.chain import anchor
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    Align,
    Block,
    Chart,
    ChartData,
    Column,
    DataTable,
    Document,
    KeepTogether,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    Title,
)
from desk.core.statistics.chart import chart_of
from desk.core.statistics.declared import TABLE_PAPERS
from desk.core.statistics.export import frozen_notes
from desk.core.statistics.lines import Line
from desk.core.statistics.model import Report
from desk.core.statistics.periods import parse_period
from desk.core.statistics.registry import indicator_table
from desk.core.statistics.table import TableView, read_table

UPRIGHT, STRIP = 7, 13
"""Columns that stand on an upright sheet; columns of one strip on a sheet across."""
MARGINS = Margins(top=18, bottom=18, left=22, right=18)
FIRST, OTHER, UNIT = 3.2, 1.0, 0.8
"""Relative widths."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading."""

    title: str
    group: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ReportData:
    """A table as it is printed. number: the anchor code of the audit trail, which the print archive then knows it by.

    kind: of the paper. titles, units: of the rows; units are empty when the figures stand in columns. made_on: civil day as
    papers write it.
    """

    title: str
    unit_name: str
    period: str
    made_on: str
    made_by: str
    first: str
    titles: tuple[str, ...]
    units: tuple[str, ...]
    heads: tuple[Head, ...]
    cells: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    chart: ChartData | None = None
    number: str = ""
    kind: str = TABLE_PAPERS


def load(uow: UnitOfWork, report_id: int) -> ReportData:
    """The report's table as its figures stand; raises UserError when its plugin is off."""
    report = uow.get(Report, report_id)
    view = read_table(uow, indicator_table(report.table_code), parse_period(report.period), report.area_key or None)
    return data_of(uow, view)


def data_of(uow: UnitOfWork, view: TableView) -> ReportData:
    """Everything that is printed, as plain text."""
    figures_down = view.table.by is None
    chart = chart_of(view)
    return ReportData(
        view.title, view.area, view.period.title, long_date(uow.clock.today()), uow.actor.name,
        "指标" if figures_down else view.table.by.title if view.table.by else "",
        tuple(_titled(line) for line in view.rows), tuple(line.unit for line in view.rows) if figures_down else (),
        tuple(Head(line.title, line.group, "" if line.unit == "%" else line.unit) for line in view.columns),
        tuple(tuple(cell.text for cell in row) for row in view.cells), (*view.notes, *frozen_notes(view)),
        chart if chart is not None and not chart.empty else None, anchor(uow).code, f"{TABLE_PAPERS}{view.table.code}")


def build(data: ReportData | None) -> Document:
    """The paper; None: an empty sheet with its heads."""
    data = data or ReportData("统计表", "", "", "", "", "指标", (), (), (), (), ())
    across = len(data.heads) > UPRIGHT
    page = PageSetup(landscape=across, margins=MARGINS, numbers=PageNumber.OF_TOTAL)
    head = f"填报单位:{data.unit_name}　　报告期:{data.period}　　填报日期:{data.made_on}"
    blocks: list[Block] = [Title(data.title, size=18), Paragraph(head, indent=0, size=10.5)]
    blocks += [_strip(data, start) for start in range(0, max(1, len(data.heads)), STRIP)]
    blocks += [Note(note) for note in data.notes]
    signed = f"单位负责人:　　　　　　　审核人:　　　　　　　填报人:{data.made_by}"
    foot = Paragraph(signed, indent=0, size=10.5, space_before=4)
    if data.chart is not None:  # the foot never stands on a page alone
        blocks.append(KeepTogether((Chart(data.chart, 62 if across else 80), foot)))
    else:
        blocks.append(foot)
    return Document(data.kind, data.title, tuple(blocks), number=data.number, page=page, style=FORM, author=data.unit_name,
                    footer=f"审计校验码:{data.number}" if data.number else "")


def _strip(data: ReportData, start: int) -> DataTable:
    heads = data.heads[start:start + STRIP]
    columns = [Column(data.first, FIRST, align=Align.LEFT), *([Column("单位", UNIT)] if data.units else [])]
    columns += [Column(f"{head.title}({head.unit})" if head.unit else head.title, OTHER, numeric=True, group=head.group)
                for head in heads]
    rows = tuple(_row(data, place, cells[start:start + STRIP]) for place, cells in enumerate(data.cells))
    return DataTable(tuple(columns), rows, size=9 if len(heads) > UPRIGHT else 10.5, row_height=6.4)


def _row(data: ReportData, place: int, cells: Sequence[str]) -> tuple[str, ...]:
    return (data.titles[place], *((data.units[place],) if data.units else ()), *cells)


def _titled(line: Line) -> str:
    return f"{line.group}:{line.title}" if line.group else line.title

"""多社区汇总统计表: each table of a period with a line for each community and their sum."""

from dataclasses import dataclass
from datetime import date

from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    WIDE_LIST,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Heading,
    KeepTogether,
    Note,
    Paragraph,
    Title,
)
from desk.core.errors import NotFound
from desk.core.i18n import _
from desk.core.statistics.communities import AddedTable, add_up, list_files
from desk.core.statistics.periods import parse_period

PAPER = "desk.communities"
STRIP = 9
"""Figures that stand beside each other."""


@dataclass(frozen=True, slots=True)
class SumsPaper:
    """The period's tables. open_months: community → months that were not frozen when it wrote its file."""

    street: str
    period: str
    on: date
    communities: tuple[str, ...]
    tables: tuple[AddedTable, ...]
    unfrozen: tuple[str, ...]


def load(uow: UnitOfWork, file_id: int) -> SumsPaper:
    """The sums of the period that a kept file is of. Raises NotFound, NotAllowed."""
    files = list_files(uow)
    period = next((kept.file.period for kept in files if kept.id == file_id), None)
    if period is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    mine = [kept.file for kept in files if kept.file.period == period]
    street = next((file.street for file in mine if file.street), "")
    return SumsPaper(street, parse_period(period).title, uow.clock.today(), tuple(sorted(file.community for file in mine)),
                     tuple(add_up(uow, period)), tuple(sorted(file.community for file in mine if file.open_months)))


def build(paper: SumsPaper | None) -> Document:
    """A table each, wide ones in strips; a table never leaves its heading alone."""
    if paper is None:
        return Document(PAPER, "多社区汇总统计表", (Title("多社区汇总统计表"),), page=WIDE_LIST, style=FORM)
    blocks: list[Block] = [Title("多社区汇总统计表"), Paragraph(
        f"{paper.street} 报告期:{paper.period} 汇总日期:{long_date(paper.on)} 社区{len(paper.communities)}个:"
        f"{'、'.join(paper.communities)}", indent=0, size=12)]
    for table in paper.tables:
        blocks += [KeepTogether((Heading(table.title if not start else f"{table.title}(续)", 3), _strip(table, start)))
                   for start in range(0, len(table.heads), STRIP)]
    if paper.unfrozen:
        blocks.append(Note(f"报送时含未冻结月份:{'、'.join(paper.unfrozen)}。"))
    blocks.append(Note("各社区数据来自其报送文件;比率按合计数重新计算,“—”为未报送或无法计算。"))
    return Document(PAPER, "多社区汇总统计表", tuple(blocks), page=WIDE_LIST, style=FORM, author=paper.street)


def _strip(table: AddedTable, start: int) -> DataTable:
    end = start + STRIP
    columns = (Column("社区", 2, Align.LEFT), *(Column(f"{title}({unit})" if unit else title, 1, numeric=True)
                                              for title, unit in table.heads[start:end]))
    rows = tuple((name, *cells[start:end]) for name, cells in table.rows)
    return DataTable(columns, rows, ("合计", *table.total[start:end]), size=9.5, row_height=6.5)

"""矛盾纠纷回访计划表: the month's round on paper, with room to tick off by hand."""

from dataclasses import dataclass
from datetime import date

from desk.api import translator
from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    long_date,
)
from plugins.mediation.documents.parts import short_date
from plugins.mediation.queries_visits import RoundLine, list_round

_ = translator("mediation")
_WHY = {"first": "协议生效后回访", "pay": "分期履行到期", "again": "上次回访未了结", "quiet": "继续回访至稳定"}
_COLUMNS = (Column("序号", 0.6), Column("卷号", 2, Align.LEFT), Column("当事人", 2, Align.LEFT), Column("住址", 2.2, Align.LEFT),
            Column("回访事由", 1.8), Column("应访日期", 1.2), Column("回访人", 1), Column("回访日期", 1.2),
            Column("履行和稳定情况", 2))


@dataclass(frozen=True, slots=True)
class RoundPaper:
    """A month's round. committee: whose seal it bears; made_on: the day it is printed."""

    committee: str
    month: str
    made_on: date
    lines: tuple[RoundLine, ...]


def load_round(uow: UnitOfWork, month: int) -> RoundPaper:
    """The round of a month: record id 202611."""
    return RoundPaper(uow.community.committee, month_title(month), uow.clock.today(), tuple(list_round(uow, month)))


def round_table(paper: RoundPaper | None) -> Document:
    """The table; blank with eight empty lines."""
    made = long_date(paper.made_on) if paper else "　　　　年　　月　　日"
    head = f"{paper.committee}  {paper.month}  制表日期:{made}" if paper else f"　　　　年　　月  制表日期:{made}"
    rows = tuple((str(place), one.number, "、".join(one.parties), "、".join(one.places), "、".join(_WHY[why] for why in one.whys),
                  short_date(one.due), one.visitor or one.planned, short_date(one.visited_on), "")
                 for place, one in enumerate(paper.lines if paper else (), 1))
    return Document("mediation.visit_round", "矛盾纠纷回访计划表", (
        Title("矛盾纠纷回访计划表"), Paragraph(head, indent=0, space_after=2),
        DataTable(_COLUMNS, rows, min_rows=8, size=9.5, row_height=8),
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)),
        page=PageSetup(landscape=True, margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")

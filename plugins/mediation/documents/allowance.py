"""人民调解“以案定补”发放表: cases by number, what each mediator gets, signed for (rules 1.7, local)."""

from dataclasses import dataclass

from desk.api.db import UnitOfWork
from desk.api.documents import (
    COMPACT,
    FORM_MARGINS,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Heading,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    both,
    figures,
    long_date,
)
from plugins.mediation.documents.parts import SEAL
from plugins.mediation.queries_allowance import PaidCase, get_sheet

KIND = "mediation.allowance"


@dataclass(frozen=True, slots=True)
class AllowancePaper:
    """A sheet as printed; fen: of all its cases."""

    unit: str
    period: str
    made_on: str
    draft: bool
    lines: tuple[PaidCase, ...]
    mediators: tuple[tuple[str, int, int], ...]
    fen: int


def load(uow: UnitOfWork, sheet_id: int) -> AllowancePaper:
    """The sheet as it stands."""
    card = get_sheet(uow, sheet_id)
    unit = uow.community.committee or f"{uow.community.name}人民调解委员会"
    day = card.row.confirmed_on or uow.clock.today()
    return AllowancePaper(unit, card.row.period, long_date(day), card.row.state == "draft", card.lines, card.mediators,
                          card.row.fen)


def build(paper: AllowancePaper | None) -> Document:
    """The sheet; blank with room for ten cases and five mediators."""
    unit = paper.unit if paper else ""
    head = f"期间:{paper.period}　　制表日期:{paper.made_on}" if paper else "期间:　　　　　　制表日期:"
    blocks: tuple[Block, ...] = (
        Title("人民调解“以案定补”发放表", size=18), Paragraph(f"填报单位:{unit}", indent=0, size=10.5),
        Paragraph(head, indent=0, size=10.5),
        *((Note("草稿,未确认。"),) if paper and paper.draft else ()),
        Heading("一、案件", 2), _cases(paper), Heading("二、调解员", 2), _mediators(paper),
        Paragraph(f"合计:{both(paper.fen)}" if paper else "合计:", indent=0),
        Note("一案一补,谁调解补谁;两人以上共同调解的平均分配,不足一分的尾数归第一名。"),
        SignatureBlock((SignatureLine("制表人"), SignatureLine("审核人")), unit=unit, seal=SEAL, date=None))
    page = PageSetup(margins=FORM_MARGINS, numbers=PageNumber.OF_TOTAL)
    return Document(KIND, "人民调解“以案定补”发放表", blocks, page=page, style=COMPACT, author=unit)


def _cases(paper: AllowancePaper | None) -> DataTable:
    columns = (Column("序号", 0.6), Column("案件编号", 3), Column("纠纷类别", 1.8), Column("补贴类别", 1.4),
               Column("金额(元)", 1.3, numeric=True), Column("调解员(元)", 3, align=Align.LEFT), Column("备注", 1.6))
    lines = paper.lines if paper else ()
    rows = tuple((str(place), line.number, line.category, line.title, figures(line.fen),
                  "、".join(f"{name} {figures(fen)}" for name, fen in line.shares), line.note)
                 for place, line in enumerate(lines, 1))
    total = ("", "合计", "", f"{len(lines)}件", figures(paper.fen), "", "") if paper else ()
    return DataTable(columns, rows, total=total, blank_rows=0 if paper else 10, size=9)


def _mediators(paper: AllowancePaper | None) -> DataTable:
    columns = (Column("调解员", 1.5), Column("件数", 1, numeric=True), Column("金额(元)", 1.5, numeric=True), Column("领取人签名", 3))
    rows = tuple((name, str(cases), figures(fen), None) for name, cases, fen in (paper.mediators if paper else ()))
    return DataTable(columns, rows, blank_rows=0 if paper else 5, size=10.5)

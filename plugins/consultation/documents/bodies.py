"""Rosters of councils and groups, covenants to hang up, to take home and to sign (systems F1 #12, #18, #19)."""

from dataclasses import replace

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    FillIn,
    Note,
    NumberedClauses,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    enlarged,
    label,
    long_date,
    value,
)
from desk.api.documents import ClauseStyle as Numbering
from desk.api.meetings import attendee_paper
from plugins.consultation.documents.data import BodiesPaper, BodyPaper, CovenantPaper
from plugins.consultation.kinds import BODIES, POST_PAPERS, paper_in

PAGE = PageSetup(margins=FORM_MARGINS)


def build_roster(paper: BodyPaper | None) -> Document:
    """Who sits in a body in this term."""
    one = paper.body if paper else None
    rows = tuple((f"{number}", seat.name, POST_PAPERS[seat.post], attendee_paper(seat.kind), seat.unit, long_date(seat.from_on))
                 for number, seat in enumerate(paper.seats, 1)) if paper else ()
    term = f"{long_date(one.term_from)}至{long_date(one.term_to)}" if one else None
    return Document("consultation.body", "成员名册", (
        Title(f"{one.name}成员名册" if one else "成员名册"),
        FieldTable(((label("范围"), value((one.area or "全社区") if one else None), label("任期"), value(term)),
                    (label("成立日期"), value(long_date(one.founded_on) if one else None), label("产生方式"),
                     value((one.founded_by or None) if one else None))), (1.6, 4, 1.6, 5)),
        DataTable((Column("序号", 1), Column("姓名", 2.2), Column("职务", 3), Column("身份", 2.6), Column("单位或户", 3.6), Column("任职起", 3)),
                  rows, min_rows=12),
        SignatureBlock(unit=paper.unit if paper else "", seal="(印章)", date=None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")


def build_list(paper: BodiesPaper | None) -> Document:
    """All bodies that work, with who leads them."""
    rows = tuple((f"{number}", one.name, paper_in(BODIES, one.kind), one.area or "全社区", one.head,
                  f"{len(one.sitting(paper.today))}", long_date(one.term_to)) for number, one in enumerate(paper.bodies, 1)) if paper else ()
    return Document("consultation.body_list", "议事组织和自治小组名单", (
        Title("议事组织和自治小组名单"),
        DataTable((Column("序号", 1), Column("名称", 4.4), Column("类别", 3), Column("范围", 3.4), Column("负责人", 2), Column("成员数", 1.6),
                   Column("任期至", 3)), rows, min_rows=12),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")


def build_poster(paper: CovenantPaper | None) -> Document:
    """The covenant on A3, to be hung up where it holds."""
    return replace(enlarged(Document("consultation.covenant", "公约张贴稿", (
        Title(paper.covenant.title if paper else "居民公约"), *_clauses(paper),
        Paragraph(_adopted(paper), indent=0, align=Align.RIGHT, space_before=6),
    ), style=OFFICIAL, author=paper.unit if paper else "")), kind="consultation.covenant_poster")


def build_copy(paper: CovenantPaper | None) -> Document:
    """The copy a household keeps."""
    return Document("consultation.covenant_copy", "公约(住户留存)", (
        Title(paper.covenant.title if paper else "居民公约"), *_clauses(paper), Paragraph(_adopted(paper), indent=0, align=Align.RIGHT),
        Paragraph(("住户:", Field(None, 12), "  签名:", Field(None, 8)), indent=0, space_before=6),
        Note("一份住户留存,一份交居民委员会。"),
    ), style=FORM, page=PAGE, author=paper.unit if paper else "")


def build_signatures(paper: CovenantPaper | None) -> Document:
    """Room for every household to sign."""
    one = paper.covenant if paper else None
    rows = max(min((one.households or 20) if one else 20, 400), 10)
    return Document("consultation.covenant_signatures", "公约签名册", (
        Title(f"{one.title}签名册" if one else "公约签名册"),
        Paragraph(f"本户已阅读并同意遵守《{one.title}》(第{one.edition}版)。" if one else "本户已阅读并同意遵守本公约。", indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("楼栋—单元—房号", 4), Column("户代表签名", 4), Column("日期", 3)),
                  tuple((f"{number}", "", "", "") for number in range(1, rows + 1))),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def _clauses(paper: CovenantPaper | None) -> tuple[Block, ...]:
    """Clauses as written; numbered where nobody numbered them."""
    if paper is None:
        return (FillIn(14),)
    lines = [line.strip() for line in paper.covenant.text.splitlines() if line.strip()]
    if lines and (lines[0][0] in "一第1(" or len(lines) == 1):
        return tuple(Paragraph(line) for line in lines)
    return (NumberedClauses(tuple(lines), Numbering.CHINESE),)


def _adopted(paper: CovenantPaper | None) -> str:
    one = paper.covenant if paper else None
    return f"({long_date(one.adopted_on)}{one.adopted_by}通过)" if one else "(    年  月  日通过)"

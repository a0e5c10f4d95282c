"""Papers of stars: certificate, list for posting, decision, sheet of the award day."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    FontRole,
    NumberLine,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    long_date,
)
from plugins.volunteer.documents.data_teams import RoundPaper, StarPaper
from plugins.volunteer.service.attendance import hours_text, served_text

PAGE = PageSetup(margins=FORM_MARGINS)
WIDE = PageSetup(landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE)
_COLUMNS = (Column("序号", 0.7), Column("志愿者", 1.8), Column("星级", 1.8), Column("累计服务时长(小时)", 1.8))


def build_certificate(paper: StarPaper | None) -> Document:
    """星级志愿者证书."""
    return Document("volunteer.star", "星级志愿者证书", tuple(_certificate(paper)), page=WIDE, style=FORM,
                    number=paper.number if paper else "", author=paper.community if paper else "")


def build_certificates(papers: tuple[StarPaper, ...] | None) -> Document:
    """All of a round, one a page."""
    blocks: list[Block] = []
    for number, one in enumerate(papers or (None,)):
        blocks += [PageBreak()] if number else []
        blocks += _certificate(one)
    return Document("volunteer.star_certificates", "星级志愿者证书", tuple(blocks), page=WIDE, style=FORM,
                    author=papers[0].community if papers else "")


def _certificate(paper: StarPaper | None) -> list[Block]:
    sentence = (f"截至{long_date(paper.granted_on)},您参加本社区组织的志愿服务累计{hours_text(paper.minutes)},经评定,授予“{paper.title}”称号。"
                if paper else "截至    年    月    日,您参加本社区组织的志愿服务累计      小时,经评定,授予“      星级志愿者”称号。")
    return [Spacer(1), Title("星级志愿者证书", size=36, space_after=10), NumberLine(paper.number if paper else None),
            Paragraph(f"{paper.name}:" if paper else "                :", Align.LEFT, indent=0, size=22, space_after=3),
            Paragraph(sentence, size=20, role=FontRole.KAI), Paragraph("特发此证,以资鼓励。", size=20, role=FontRole.KAI),
            SignatureBlock(unit=paper.by if paper else "", seal="(公章)", date=long_date(paper.granted_on) if paper else None)]


def build_list(paper: RoundPaper | None) -> Document:
    """名单公示: who is to get which star, until when objections may come."""
    until = (f"公示期自{long_date(paper.posted_on)}起至{long_date(paper.until)}止。" if paper and paper.until and paper.posted_on
             else "公示期自    年  月  日起至    年  月  日止。")
    feedback = f"反映渠道:{paper.feedback}。" if paper and paper.feedback else "如有异议,请在公示期内向社区反映。"
    counted = long_date(paper.counted_on) if paper else "    年  月  日"
    return Document("volunteer.star_list", "星级志愿者名单公示", (
        Title("星级志愿者名单公示"),
        Paragraph(f"根据志愿服务时长记录(截至{counted}),下列志愿者拟评定为星级志愿者,现予公示。{until}{feedback}"),
        DataTable(_COLUMNS, _rows(paper), min_rows=6), Paragraph("未同意公开姓名的志愿者以编号表示。", size=10.5),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)",
                       date=long_date(paper.posted_on) if paper and paper.posted_on else None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_decision(paper: RoundPaper | None) -> Document:
    """评定表: the list with what was decided, signed."""
    rows = tuple((*row, outcome) for row, (_name, _level, _minutes, outcome) in zip(_rows(paper), paper.lines, strict=True)
                 ) if paper else ()
    posted = (f"名单于{long_date(paper.posted_on)}至{long_date(paper.until)}公示。" if paper and paper.posted_on and paper.until
              else "名单于    年  月  日至    年  月  日公示。")
    return Document("volunteer.star_decision", "星级志愿者评定表", (
        Title("星级志愿者评定表"), Paragraph(f"{paper.title if paper else ''}  评定单位:{paper.by if paper else ''}", indent=0),
        Paragraph(posted, indent=0, space_after=2), DataTable((*_COLUMNS, Column("评定结果", 1.3)), rows, min_rows=8),
        SignatureBlock((SignatureLine("经办人(签名)"), SignatureLine("负责人(签名)")), unit=paper.by if paper else "",
                       seal="(公章)", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_award(paper: RoundPaper | None) -> Document:
    """授星签领表 of the award day."""
    day = long_date(paper.award_on) if paper and paper.award_on else "    年  月  日"
    rows = tuple((*row, "") for row in _rows(paper)) if paper else ()
    return Document("volunteer.award_sheet", "星级志愿者授星签领表", (
        Title("星级志愿者授星签领表"), Paragraph(f"授星日:{day}  地点:", indent=0, space_after=2),
        DataTable((*_COLUMNS, Column("本人签领", 1.8)), rows, min_rows=10, row_height=10),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _rows(paper: RoundPaper | None) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((str(place), name, level, served_text(minutes)) for place, (name, level, minutes, _outcome) in enumerate(
        paper.lines, 1)) if paper else ()

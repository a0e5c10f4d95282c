"""积分公示表 of a month and the volunteer's card with its code."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    Drawing,
    FieldTable,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    label,
    long_date,
    qr_code,
    value,
)
from plugins.volunteer.documents.market_data import CardPaper, MonthPaper
from plugins.volunteer.service.points import points_text

CARD_MM = (85.6, 54.0)
"""ISO/IEC 7810 ID-1, as identity cards."""
CODE_MM = 17


def build_posting(paper: MonthPaper | None) -> Document:
    """Who received and used how many points; names only of those who agreed, others by number."""
    rows = tuple((str(place), one.name, points_text(one.came), points_text(one.went), points_text(one.held))
                 for place, one in enumerate(paper.points, 1)) if paper else ()
    return Document("volunteer.points_posting", "志愿服务积分公示表", (
        Title("志愿服务积分公示表"),
        Paragraph(f"现将{paper.title if paper else '    年  月'}志愿服务积分予以公示,如有异议,请向社区反映。"),
        DataTable((Column("序号", 0.6), Column("志愿者", 2), Column("本月获得", 1.2, numeric=True),
                   Column("本月使用", 1.2, numeric=True), Column("月末结余", 1.2, numeric=True)), rows, min_rows=8, size=10.5),
        Note("积分是对志愿服务的感谢,不是报酬,不兑换现金。未同意公开姓名的,以志愿者编号表示。结余为负的是欠分。"),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=long_date(paper.last_day) if paper else None),
    ), page=PageSetup(margins=FORM_MARGINS), author=paper.community if paper else "")


def build_card(paper: CardPaper | None) -> Document:
    """志愿者证 in the size of an identity card: the code is the volunteer's number."""
    rows = ((label("姓名"), value(paper and paper.name)), (label("编号"), value(paper and paper.number)),
            (label("星级"), value(paper.star or "—" if paper else None)))
    return Document("volunteer.card", "志愿者证", (
        Paragraph(f"{paper.community if paper else ''}志愿者证", align=Align.CENTRE, indent=0, size=11, space_after=1),
        FieldTable(rows, (1, 3), size=8, row_height=5, space_after=1),
        *((Drawing(qr_code(paper.number, CODE_MM)),) if paper and paper.number else ()),
    ), page=PageSetup(CARD_MM, margins=Margins(3, 3, 4, 4), numbers=PageNumber.NONE), style=FORM,
        author=paper.community if paper else "")

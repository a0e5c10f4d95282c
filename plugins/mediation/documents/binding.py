"""卷宗封面、卷内目录、卷宗情况说明、封底 (239号 set; rules 1.4.1, 1.4.2, 1.4.11).

The labels of 封底 and 卷宗情况说明 could not be confirmed against the original.
"""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    FieldTable,
    LabelledText,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    date_span,
    label,
    long_date,
    value,
)
from plugins.mediation.documents.data_file import BindingPaper, ContentsPaper

_UNNUMBERED = PageSetup(margins=FORM_MARGINS, numbers=PageNumber.NONE)


def cover(paper: BindingPaper | None) -> Document:
    """Committee, big title, year, name, number, mediators, days, who bound it, how long it is kept."""
    rows = (("年度", paper.year if paper else None), ("卷名", paper.title if paper else None),
            ("卷号", (paper.number or None) if paper else None),
            ("人民调解员", "、".join(paper.mediators) if paper else None), ("调解日期", _days(paper)),
            ("立卷人", (paper.filed_by or None) if paper else None),
            ("立卷日期", long_date(paper.filed_on) if paper and paper.filed_on else None),
            ("保管期限", _kept(paper)), ("备注", (paper.remark or None) if paper else None))
    return Document("mediation.cover", "卷宗封面", (
        Spacer(2), Paragraph(paper.committee if paper else "______________人民调解委员会", Align.CENTRE, indent=0, size=20),
        Spacer(1.5), Title("调解卷宗", size=36, space_after=24),
        FieldTable(tuple((label(text), value(content)) for text, content in rows), (2.2, 6), size=15, row_height=16),
    ), page=_UNNUMBERED, style=FORM, author=paper.committee if paper else "")


def contents(paper: ContentsPaper | None) -> Document:
    """序号 | 文书名称 | 页号 | 备注."""
    rows = tuple((f"{number}", row.title, row.pages, row.note) for number, row in enumerate(paper.rows if paper else (), 1))
    return Document("mediation.contents", "卷内目录", (
        Title("卷内目录"),
        DataTable((Column("序号", 1), Column("文书名称", 6, Align.LEFT), Column("页号", 1.6), Column("备注", 2)), rows, min_rows=14,
                  row_height=13, size=14),
    ), page=_UNNUMBERED, style=FORM, author=paper.committee if paper else "")


def file_note(paper: BindingPaper | None) -> Document:
    """What is missing, damaged, added or changed later."""
    return Document("mediation.file_note", "卷宗情况说明", (
        Title("卷宗情况说明"),
        LabelledText("情况说明:", (paper.note or None) if paper else None, lines=14, below=True),
        SignatureBlock((SignatureLine("立卷人"),
                        SignatureLine("立卷时间", long_date(paper.filed_on) if paper and paper.filed_on else None),
                        SignatureLine("检查人"), SignatureLine("检查时间")), date=""),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")


def back_cover(paper: BindingPaper | None) -> Document:
    """How many pages, who bound and who checked it."""
    pages = f"本卷共{paper.pages}页" if paper and paper.pages else "本卷共______页"
    blocks: tuple[Block, ...] = (
        Paragraph("\u3000", space_after=90), Paragraph(pages, Align.CENTRE, indent=0, size=18), Spacer(4),
        SignatureBlock((SignatureLine("立卷人"), SignatureLine("检查人")), unit=paper.committee if paper else "",
                       date=long_date(paper.filed_on) if paper and paper.filed_on else None))
    return Document("mediation.back_cover", "封底", blocks, page=PageSetup(margins=FORM_MARGINS), style=FORM,
                    author=paper.committee if paper else "")


def _days(paper: BindingPaper | None) -> str | None:
    if paper is None or paper.first_on is None:
        return None
    return date_span(paper.first_on, paper.last_on) if paper.last_on and paper.last_on > paper.first_on else long_date(paper.first_on)


def _kept(paper: BindingPaper | None) -> str | None:
    if paper is None or not paper.grade:
        return None
    return f"{paper.grade}({paper.years})" if paper.years else paper.grade

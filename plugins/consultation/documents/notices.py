"""公示 and 意见收集与采纳表 (rules 2.6, 2.7)."""

from datetime import timedelta

from desk.api.documents import (
    COMPACT,
    FORM_MARGINS,
    OFFICIAL,
    Column,
    DataTable,
    Document,
    Field,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    long_date,
)
from plugins.consultation.documents.data import NoticePaper

OUTCOMES = {"taken": "采纳", "partly": "部分采纳", "not": "未采纳", "": ""}


def build(paper: NoticePaper | None) -> Document:
    """What is made public, from when to when, where comments go."""
    one = paper.notice if paper else None
    unit = "个工作日" if one and one.unit == "workday" else "日"
    if one and one.posted_on and one.until:
        period: tuple[object, ...] = (f"公示期:自{long_date(one.posted_on + timedelta(days=1))}起至{long_date(one.until)}止,共{one.amount}{unit}。",)
    else:
        period = ("公示期:自", Field(None, 9), "至", Field(None, 9), f"共{one.amount if one else '  '}{unit}。")
    return Document("consultation.posting", "公示", (
        Title(one.title if one else "公示"),
        *(tuple(Paragraph(line) for line in one.body.splitlines() if line.strip()) if one else
          tuple(Paragraph((Field(None, 26),), indent=0) for _line in range(8))),
        Paragraph(period, space_before=4),  # type: ignore[arg-type]
        Paragraph(("意见反馈方式:", (one.feedback if one else None) or Field(None, 20), "。")),
        SignatureBlock(unit=paper.unit if paper else "", seal="(印章)",
                       date=long_date(one.posted_on) if one and one.posted_on else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_comments(paper: NoticePaper | None) -> Document:
    """Every comment with what became of it and why."""
    one = paper.notice if paper else None
    rows = tuple((f"{number}", said.who or "匿名", said.text, OUTCOMES[said.outcome], said.reply,
                  long_date(said.replied_on) if said.replied_on else "") for number, said in enumerate(one.comments, 1)) if one else ()
    return Document("consultation.comments", "意见收集与采纳表", (
        Title("意见收集与采纳表"),
        Paragraph(("公示:", one.title if one else Field(None, 20)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("意见人", 1.8), Column("内容", 5), Column("采纳情况", 1.8), Column("理由", 4),
                   Column("答复日期", 2.2)), rows, min_rows=10),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")

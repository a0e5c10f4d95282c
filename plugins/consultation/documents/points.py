"""Papers of a talk point: the sign at its door, the duty list, the log of a month (systems F1 #16)."""

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    enlarged,
    label,
    long_date,
    value,
)
from plugins.consultation.documents.data import PointPaper
from plugins.consultation.documents.gatherings import ROUTED, visit_table

WEEKDAYS = "一二三四五六日"


def build_sign(paper: PointPaper | None) -> Document:
    """A3 at the door: what one may come for, when, who listens. The telephone is written in by hand by who agrees to it."""
    unit = paper.unit if paper else ""
    return enlarged(Document("consultation.point_sign", "说事点开放时间牌", (
        Title(paper.name if paper else "居民说事点"),
        Paragraph("有事来说,有话来聊。当场能办的当场答复,不能当场办的登记转办、限时回话。"),
        FieldTable(((label("开放时间"), value((paper.hours or None) if paper else None)),
                    (label("值守人"), value((paper.keeper or None) if paper else None)),
                    (label("地点"), value((paper.address or None) if paper else None)),
                    (label("联系电话"), value(None))), (2, 6)),
        SignatureBlock(unit=unit, date=None)), style=OFFICIAL, author=unit))


def build_duties(paper: PointPaper | None) -> Document:
    """Who is there on which day, four weeks ahead."""
    rows = tuple((long_date(day), f"星期{WEEKDAYS[day.weekday()]}", slot or "全天", who, deputy)
                 for day, slot, who, deputy in paper.duties) if paper else ()
    return Document("consultation.point_duty", "说事点值守表", (
        Title("说事点值守表"),
        Paragraph(("说事点:", (paper.name if paper else None) or Field(None, 12), "  开放时间:",
                   ((paper.hours or None) if paper else None) or Field(None, 12)), indent=0, space_after=2),
        DataTable((Column("日期", 3), Column("星期", 1.6), Column("时段", 2), Column("值守人", 2.4), Column("递补人", 2.4)), rows, min_rows=20),
        Note("值守人不能到岗的,由递补人依次顶替。")),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.unit if paper else "")


def build_log(paper: PointPaper | None) -> Document:
    """This month's visits in one table."""
    month = f"{paper.today.year}年{paper.today.month}月" if paper else Field(None, 6)
    return Document("consultation.point_log", "说事点说事登记表", (
        Title("说事点说事登记表"),
        Paragraph(("说事点:", (paper.name if paper else None) or Field(None, 12), "  月份:", month), indent=0, space_after=2),
        visit_table(paper.visits if paper else ()), Note(ROUTED)),
        page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")

"""志愿服务积分明细 (积分存折): every move with its cause and the balance after it."""

from desk.api.documents import FORM, FORM_MARGINS, Column, DataTable, Document, Note, PageSetup, Paragraph, Title, long_date
from plugins.volunteer.documents.data import PointsPaper
from plugins.volunteer.service.points import points_text

KIND, TITLE = "volunteer.points_book", "志愿服务积分明细"


def build(paper: PointsPaper | None) -> Document:
    """One line a booking, oldest first."""
    rows = tuple((long_date(line.day), line.what, points_text(line.amount), points_text(line.after), line.by)
                 for line in paper.lines) if paper else ()
    head = f"{paper.name}({paper.number}),结余{points_text(paper.balance)}分" if paper else "姓名:          编号:"
    return Document(KIND, TITLE, (
        Title(TITLE), Paragraph(head, indent=0),
        DataTable((Column("日期", 1.6), Column("事由", 4), Column("积分", 1, numeric=True), Column("结余", 1, numeric=True),
                   Column("经办", 1.2)), rows, min_rows=8, size=10.5),
        Note("积分是对志愿服务的感谢,不是报酬,不兑换现金。使用积分不减少服务时长。"),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")

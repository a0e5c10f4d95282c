"""志愿服务签到表: a paper sheet with the names of those who signed up and room for walk-ins."""

from desk.api.documents import FORM, FORM_MARGINS, Column, DataTable, Document, Note, PageSetup, Paragraph, Title, moment_span
from plugins.volunteer.documents.data import SheetPaper

KIND, TITLE = "volunteer.sheet", "志愿服务签到表"
LINES, WALK_INS = 30, 8
"""Lines at least, as many as the page for typing begins with; lines left free for who did not sign up."""


def build(paper: SheetPaper | None) -> Document:
    """序号, 姓名, 编号, 签到时间, 签退时间, 签名."""
    people = paper.people if paper else ()
    rows = tuple((str(place + 1), *(people[place] if place < len(people) else ("", "")), "", "", "")
                 for place in range(max(LINES, len(people) + WALK_INS)))
    head = (f"活动:{paper.title}  时间:{moment_span(paper.starts_at, paper.ends_at)}  地点:{paper.place}"
            f"  负责人:{paper.responsible}") if paper else "活动:                时间:              地点:          负责人:"
    return Document(KIND, TITLE, (
        Title(TITLE), Paragraph(head, indent=0, space_after=2),
        DataTable((Column("序号", 0.6), Column("姓名", 1.4), Column("编号", 1.2), Column("签到时间", 1.4), Column("签退时间", 1.4),
                   Column("本人签名", 2)), rows, row_height=9.5),
        Note("时间写到分。只计实际服务时间,不含路途和休息。负责人签名:"),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")

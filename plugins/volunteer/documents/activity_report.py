"""志愿服务活动情况报告: what was done, who came and how long, whom it served, with photographs; for every form of activity."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    DataTable,
    Document,
    FieldTable,
    Heading,
    Image,
    KeepTogether,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    moment_span,
    value,
)
from desk.api.documents import Column as TableColumn
from plugins.volunteer.documents.data_teams import ActivityPaper
from plugins.volunteer.service.attendance import hours_text, served_text

PICTURE_MM = (110, 78)


def build(paper: ActivityPaper | None) -> Document:
    """Head, people with hours, summary, photographs."""
    people = tuple((str(place), name, number, served_text(minutes)) for place, (name, number, minutes) in enumerate(
        paper.people, 1)) if paper else ()
    total = ("", f"{len(people)}人次", "", hours_text(paper.minutes)) if paper and people else ()
    width, height = PICTURE_MM
    pictures = [KeepTogether((Image(content, width=width, caption=word, max_height=height),)) for word, content in (
        paper.photos if paper else ())]
    return Document("volunteer.activity_report", "志愿服务活动情况报告", (
        Title("志愿服务活动情况报告"), _head(paper), Heading("一、活动内容"), Paragraph(paper.content or None if paper else None),
        Heading("二、志愿者和服务时长"),
        DataTable((TableColumn("序号", 0.7), TableColumn("姓名", 1.6), TableColumn("编号", 1.4),
                   TableColumn("服务时长(小时)", 1.6, numeric=True)), people, total, min_rows=5, size=10.5),
        Heading("三、活动成效"), Paragraph(paper.summary or None if paper else None),
        Heading("四、活动照片"), *(pictures or (Paragraph("(附照片)"),)),
        SignatureBlock((SignatureLine("负责人(签名)"),), unit=paper.community if paper else "", date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")


def _head(paper: ActivityPaper | None) -> FieldTable:
    when = moment_span(paper.starts_at, paper.ends_at) if paper else None
    return FieldTable((
        (label("活动名称"), value(paper and paper.title, span=3)),
        (label("时间"), value(when), label("地点"), value(paper and paper.place)),
        (label("服务类别"), value(paper and paper.kind), label("服务队"), value(paper and paper.team)),
        (label("负责人"), value(paper and paper.responsible), label("受益人次"), value(str(paper.served) if paper else None)),
    ), (1.2, 3, 1.2, 2))

"""志愿服务时长公示: hours before entry; names only of those who agreed, others by number."""

from desk.api.documents import Column, DataTable, Document, Paragraph, SignatureBlock, Title, long_date
from plugins.volunteer.documents.data import PostingPaper
from plugins.volunteer.service.attendance import served_text

KIND, TITLE = "volunteer.posting", "志愿服务时长公示"


def build(paper: PostingPaper | None) -> Document:
    """Who, what, when, how long; until when objections may come."""
    rows = tuple((name, line.title, long_date(line.day), served_text(line.minutes)) for name, line in paper.lines) if paper else ()
    until = f"公示期自{long_date(paper.published_on)}起至{long_date(paper.last_day)}止" if paper else "公示期至      年  月  日止"
    return Document(KIND, TITLE, (
        Title(TITLE), Paragraph(f"现将下列志愿服务时长予以公示。{until},如有异议,请向社区反映;无异议的,期满后记入志愿服务记录。"),
        DataTable((Column("志愿者", 1.4), Column("服务内容", 3.4), Column("服务日期", 1.8), Column("时长(小时)", 1.2)), rows,
                  min_rows=5, size=10.5),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)",
                       date=long_date(paper.published_on) if paper else None),
    ), author=paper.community if paper else "")

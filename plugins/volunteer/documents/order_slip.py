"""居民点单服务单: what the helper takes along; the resident signs and rates."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Choice,
    ChoiceStyle,
    Document,
    FieldTable,
    LabelledText,
    NumberLine,
    Option,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    moment_span,
    value,
)
from plugins.volunteer.documents.data import OrderPaper

KIND, TITLE = "volunteer.order_slip", "居民点单服务单"


def build(paper: OrderPaper | None) -> Document:
    """Where, when, what; times and rating by hand."""
    when = moment_span(paper.wanted_at, paper.wanted_until) if paper else None
    return Document(KIND, TITLE, (
        Title(TITLE), NumberLine(paper.number if paper else None),
        FieldTable((
            (label("居民"), value(paper and paper.asker), label("电话"), value(paper and paper.contact)),
            (label("地址"), value(paper and paper.address, span=3)),
            (label("约定时间"), value(when, span=3)),
            (label("志愿者"), value(paper and paper.taker), label("实际时间"), value(None)),
        ), (1.2, 2.2, 1.2, 2.6)),
        LabelledText("需求:", paper.wish if paper else None, lines=4),
        Choice("评价:", tuple(Option(word, None) for word in ("很满意", "满意", "一般", "不满意")), ChoiceStyle.CIRCLED),
        SignatureBlock((SignatureLine("居民(签名)"), SignatureLine("志愿者(签名)"))),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, number=paper.number if paper else "",
        author=paper.community if paper else "")

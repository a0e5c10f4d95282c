"""事项转办单: a matter goes to somebody else, and the receipt with the answer comes back (systems F1 #16)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    Field,
    FieldTable,
    Heading,
    LabelledText,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.consultation.documents.data import RoutingPaper


def build_routing(paper: RoutingPaper | None) -> Document:
    """One page: what was brought and to whom it goes; below, what she answers."""
    one = paper.matter if paper else None
    unit = paper.unit if paper else ""
    return Document("consultation.routing", "事项转办单", (
        Title("事项转办单"),
        Paragraph(((one.does or None) if one else Field(None, 12), ":"), indent=0) if one is None or one.does else Paragraph(
            (Field(None, 12), ":"), indent=0),
        Paragraph("现将居民反映的下列事项转请办理,办结后请填写回执退回,以便答复本人。"),
        FieldTable((
            (label("反映人"), value((one.who or "匿名") if one else None), label("联系电话"), value((one.contact or None) if one else None)),
            (label("反映场合"), value(_said(paper)), label("反映日期"), value(long_date(one.raised_on) if one else None)),
            (label("承诺答复日期"), value(long_date(one.promised_on) if one and one.promised_on else None, span=3))), (2, 4, 1.8, 3)),
        LabelledText("事项内容:", one.text if one else None, lines=5, below=True),
        SignatureBlock((SignatureLine("经办人(签名)"),), unit=unit, seal="(印章)", date=long_date(paper.today) if paper else None),
        Heading("回执", 1),
        LabelledText("办理结果:", (one.answer or None) if one else None, lines=5, below=True),
        SignatureBlock((SignatureLine("承办人(签名)"),), date=None),
        Note("反映人的姓名和电话只用于办理和答复,不得公开。")),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=unit)


def _said(paper: RoutingPaper | None) -> str | None:
    return ",".join(filter(None, (paper.meeting, paper.place))) if paper else None

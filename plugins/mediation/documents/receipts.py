"""收条(履行凭证) and 送达回证 (rules 1.4.12, local)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Column,
    DataTable,
    Document,
    Field,
    LabelledText,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    both,
    long_date,
)
from plugins.mediation.documents.data_file import DeliveriesPaper, DeliveryRow, ReceiptPaper
from plugins.mediation.documents.parts import short_date


def receipt(paper: ReceiptPaper | None) -> Document:
    """Who received what from whom, by which agreement."""
    what = _what(paper)
    return Document("mediation.receipt", "收条", (
        Title("收  条"),
        Paragraph(("今收到", Field((paper.payer or None) if paper else None, 8), "按照人民调解协议书(编号:",
                   Field((paper.agreement or None) if paper else None, 12), ")履行的", Field(what, 16), "。")),
        Paragraph(("履行方式:", Field((paper.way or None) if paper else None, 10), "。")),
        Paragraph(("履行日期:", Field(long_date(paper.on) if paper else None, 10), "。")),
        SignatureBlock((SignatureLine("收款(接受)人(签名或按指印)"), SignatureLine("在场人民调解员(签名)")),
                       date=long_date(paper.on) if paper else None),
    ), style=OFFICIAL, author=paper.case.committee if paper else "")


def _what(paper: ReceiptPaper | None) -> str | None:
    if paper is None:
        return None
    return "".join(filter(None, (paper.what, both(paper.fen) if paper.fen is not None else ""))) or None


def delivery(paper: DeliveriesPaper | None) -> Document:
    """All papers handed over in a case, each with its own room to sign."""
    rows = tuple(_row(one) for one in paper.rows) if paper else ()
    return Document("mediation.delivery", "送达回证", (
        Title("送达回证"),
        LabelledText("案由:", (paper.case.title or None) if paper else None, lines=1),
        LabelledText("卷号:", (paper.case.number or None) if paper else None, lines=1),
        DataTable((Column("送达文书", 3, Align.LEFT), Column("受送达人", 2), Column("送达方式", 1.9), Column("送达地址", 2.5, Align.LEFT),
                   Column("送达日期", 2), Column("签收人(签名)", 2), Column("备注", 1.4, Align.LEFT)), rows, min_rows=6, row_height=16),
        SignatureBlock((SignatureLine("送达人(签名)"),), unit=paper.case.committee if paper else "", date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.case.committee if paper else "")


def _row(one: DeliveryRow) -> tuple[str, ...]:
    return (one.paper, one.recipient, one.way, one.address, short_date(one.on), one.taken_by, one.note)

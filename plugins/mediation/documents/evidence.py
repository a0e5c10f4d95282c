"""人民调解证据清单: what was handed in, by whom, to prove what; heads the collected evidence (rules 1.4, row 3)."""

from desk.api.documents import (
    COMPACT,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    LabelledText,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
)
from plugins.mediation.documents.data_file import EvidencePaper, EvidenceRow
from plugins.mediation.documents.parts import short_date

KIND = "mediation.evidence"
_COLUMNS = (Column("序号", 0.9), Column("证据名称", 3.2, Align.LEFT), Column("种类", 1.8), Column("提交人", 1.8), Column("页数", 0.9),
            Column("原件/复印件", 1.5), Column("证明内容", 3.2, Align.LEFT), Column("接收日期", 2))


def build(paper: EvidencePaper | None) -> Document:
    """A table; blank rows for the hand."""
    rows = tuple(_row(number, one) for number, one in enumerate(paper.rows if paper else (), 1))
    return Document(KIND, "人民调解证据清单", (
        Title("人民调解证据清单"),
        LabelledText("案由:", (paper.case.title or None) if paper else None, lines=1),
        LabelledText("卷号:", (paper.case.number or None) if paper else None, lines=1),
        DataTable(_COLUMNS, rows, min_rows=8, row_height=11),
        SignatureBlock((SignatureLine("提交人(签名)"), SignatureLine("接收人(签名)")), date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=COMPACT, author=paper.case.committee if paper else "")


def _row(number: int, one: EvidenceRow) -> tuple[str, ...]:
    return (f"{number}", one.name, one.kind, one.given_by, f"{one.pages}" if one.pages else "", "原件" if one.original else "复印件",
            one.proves, short_date(one.received_on))

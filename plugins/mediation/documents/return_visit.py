"""人民调解回访记录 (239号 set; rules 1.4.10): performance, satisfaction, later lawsuits, leftover risks, measures."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    LabelledText,
    Note,
    NumberLine,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    long_date,
)
from plugins.mediation.documents.data_file import VisitPaper

KIND = "mediation.return_visit"
HINT = "回访情况记明:协议履行、当事人满意程度、此后诉讼及结果、调解有无不当、有无激化或者遗留风险、采取的措施。"


def build(paper: VisitPaper | None) -> Document:
    """Party, agreement, reason, day, findings with measures for what is not performed, visitor, committee."""
    return Document(KIND, "人民调解回访记录", (
        Title("人民调解回访记录"),
        LabelledText("当事人:", paper.party if paper else None, lines=1),
        NumberLine((paper.agreement or None) if paper else None, label="调解协议编号:"),
        LabelledText("回访事由:", paper.case.title if paper else None, lines=1),
        LabelledText("回访时间:", long_date(paper.visited_on) if paper else None, lines=1),
        LabelledText("回访情况:", _findings(paper), lines=12, below=True),
        SignatureBlock((SignatureLine("回访人(签名)"),), unit=paper.case.committee if paper else "", date=None),
        Note(HINT),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.case.committee if paper else "")


def _findings(paper: VisitPaper | None) -> str | None:
    if paper is None:
        return None
    lines = [f"回访方式:{paper.way}。协议履行情况:{paper.performed}。满意程度:{paper.satisfied}。现状:{paper.state}。"]
    if paper.unpaid:
        lines.append(f"到期未履行:{';'.join(paper.unpaid)}。")
    lines += [line for line in paper.findings.splitlines() if line.strip()]
    measures = paper.measures or ("(到期未履行,请写明督促履行的措施)" if paper.unpaid else "")
    return "\n".join([*lines, *([f"采取措施:{measures}"] if measures else [])])

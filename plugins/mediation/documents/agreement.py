"""人民调解协议书 (239号 set; rules 1.4.8): what the parties sign, so it must bear the court's look.

Copies: one per party and one for the committee (人民调解法 29). The date is when the agreement is formed.
"""

from desk.api.documents import (
    OFFICIAL,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    LabelledText,
    NumberedClauses,
    NumberLine,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    both,
    figures,
    long_date,
)
from plugins.mediation.documents.data import AgreementPaper
from plugins.mediation.documents.parts import SEAL, lead, paragraphs, party_tables, side, signature_lines
from plugins.mediation.wording import COPIES, closing, head

KIND = "mediation.agreement"
JOINT = "(骑缝章)"
AT_ONCE = "按协议内容当场履行。"


def build(agreement: AgreementPaper | None) -> Document:
    """Parties, facts, clauses, performance with amounts in figures and capitals, copies, signatures, seal."""
    return _document(agreement, KIND, "人民调解协议书")


def build_next(agreement: AgreementPaper | None) -> Document:
    """A later version or a supplement: the same sheet, named for what it is."""
    supplement = agreement is not None and agreement.supplement
    return _document(agreement, "mediation.agreement_next", "人民调解补充协议书" if supplement else "人民调解协议书")


def _document(agreement: AgreementPaper | None, kind: str, title: str) -> Document:
    case, heads = (agreement.case, agreement.heads) if agreement else (None, {})
    return Document(kind, title, (
        Title(title),
        NumberLine((agreement.number or None) if agreement else None),
        *party_tables(side(case, "applicant"), "当事人姓名"),
        *party_tables(side(case, "respondent"), "当事人姓名"),
        LabelledText(head(heads, "facts"), agreement.facts if agreement else None, lines=7, below=True),
        lead(head(heads, "agreed")),
        NumberedClauses(agreement.clauses if agreement else (), blank=4, lines=2),
        *_performance(agreement),
        *_copies(agreement),
        SignatureBlock((*signature_lines(case), SignatureLine("人民调解员(签名)"), SignatureLine("记录人(签名)")),
                       unit=case.committee if case else "", seal=SEAL,
                       date=long_date(agreement.made_on) if agreement and agreement.made_on else None),
    ), style=OFFICIAL, number=agreement.number if agreement else "", joint_seal=JOINT,
        author=case.committee if case else "")


def _performance(agreement: AgreementPaper | None) -> tuple[Block, ...]:
    if agreement is None:
        return (LabelledText(head({}, "performance"), None, lines=4, below=True),)
    blocks: list[Block] = [lead(head(agreement.heads, "performance")), *paragraphs(agreement.performance)]
    if agreement.amount_fen is not None:
        blocks.append(Paragraph(amount_line(agreement.amount_fen)))
    if agreement.instalments:
        blocks.append(DataTable(
            (Column("期次", 1), Column("履行时限", 2.4), Column("履行内容", 3.6, Align.LEFT), Column("金额(元)", 2.2,
                                                                                           numeric=True)),
            tuple((f"{number}", long_date(one.due) if one.due else "", one.what,
                   figures(one.fen, symbol="") if one.fen is not None else "—")
                  for number, one in enumerate(agreement.instalments, 1))))
    if len(blocks) == 1:  # nobody signs "on the spot" unless it was agreed: what is not written yet is left to the hand
        return (*blocks, Paragraph(AT_ONCE)) if agreement.at_once else (
            LabelledText(head(agreement.heads, "performance"), None, lines=2, below=True),)
    return tuple(blocks)


def amount_line(fen: int) -> str:
    """The sentence that says the whole amount."""
    return f"涉及金额共计{both(fen)}。"


def _copies(agreement: AgreementPaper | None) -> tuple[Block, ...]:
    heads = agreement.heads if agreement else {}
    before, after = head(heads, "copies").split(COPIES, 1)
    count = Field(None, 2) if agreement is None else f"{agreement.copies}"
    return (*paragraphs(closing(heads)), Paragraph((before, count, after), space_before=3))

"""人民调解申请书 (239号 set; rules 1.4.3). It has no field for the identity number."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    LabelledText,
    NumberedClauses,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
)
from plugins.mediation.documents.data import CasePaper, PartyLine
from plugins.mediation.documents.parts import lead, party_tables, side, signature_lines

KIND = "mediation.application"
STATEMENT = "人民调解委员会已将申请人民调解的相关规定告知我,现自愿申请人民调解委员会进行调解。"


def build(case: CasePaper | None) -> Document:
    """One block per applicant and respondent, the request numbered; signatures of the applicants in the right half."""
    applicants = side(case, "applicant")
    signing = signature_lines(_only(case, applicants), "申请人(签名盖章或按指印)", 1)
    return Document(KIND, "人民调解申请书", (
        Title("人民调解申请书"),
        *party_tables(applicants, "申请人姓名"),
        *party_tables(side(case, "respondent"), "被申请人姓名"),
        LabelledText("纠纷简要情况:", case.summary if case else None, lines=9, below=True),
        lead("当事人申请事项:"),
        NumberedClauses(case.requests if case else (), blank=3, lines=2),
        Paragraph(STATEMENT, space_before=4, keep_with_next=True),
        SignatureBlock(signing, date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=case.committee if case else "")


def _only(case: CasePaper | None, parties: tuple[PartyLine, ...]) -> CasePaper | None:
    from dataclasses import replace

    return replace(case, parties=parties) if case else None

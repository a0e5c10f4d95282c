"""人民调解受理登记表 (239号 set; rules 1.4.4)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Choice,
    ChoiceStyle,
    Document,
    Field,
    LabelledText,
    Note,
    NumberLine,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Text,
    Title,
    date_text,
)
from plugins.mediation.documents.data import CasePaper
from plugins.mediation.documents.parts import SEAL, names, signature_lines

KIND = "mediation.acceptance"


def build(case: CasePaper | None) -> Document:
    """The sentence with its blanks, kind, source ticked, summary, signatures and seal."""
    return Document(KIND, "人民调解受理登记表", (
        Title("人民调解受理登记表"),
        NumberLine(case.number if case else None),
        Paragraph(_sentence(case), space_after=2),
        LabelledText("纠纷类型:", case.category if case else None, lines=1),
        Choice("案件来源:", (
            Option("当事人申请", case.source == "application" if case else None),
            Option("人民调解委员会主动调解", case.source == "initiative" if case else None),
            Option(_transfer(case), case.source == "transfer" if case else None)), ChoiceStyle.CIRCLED),
        LabelledText("纠纷简要情况:", case.summary if case else None, lines=10, below=True),
        SignatureBlock((*signature_lines(case, "当事人(签名)"), SignatureLine("登记人(签名)")),
                       unit=case.committee if case else "", seal=SEAL, date=None),
        Note("备注:此表由人民调解委员会填写。"),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, number=case.number if case else "",
        author=case.committee if case else "")


def _sentence(case: CasePaper | None) -> Text:
    how = {"application": "人民调解委员会依当事人申请", "initiative": "人民调解委员会主动调解",
           "transfer": "人民调解委员会接受委托移送"}
    start = how[case.source] if case else "人民调解委员会依当事人申请(人民调解委员会主动调解)"
    who: tuple[Text, ...] = (f"{names(case)}之间的纠纷。",) if case else (Field(None, 8), "、", Field(None, 8), "之间的纠纷。")
    day = date_text(case.accepted_on if case else None)
    return (day, f",{start},经当事人同意,调解", *who)


def _transfer(case: CasePaper | None) -> str:
    by = f"({case.transferred_by})" if case and case.transferred_by else ""
    return f"接受委托移送调解{by}"

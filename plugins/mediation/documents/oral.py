"""人民调解口头协议登记表 (239号 set; rules 1.4.9): filled in as the agreement is, by the mediator.

Whether the original form wants the parties' signatures could not be confirmed: a setting, shown by default.
"""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Block,
    Choice,
    Document,
    LabelledText,
    NumberedClauses,
    NumberLine,
    Option,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Style,
    Title,
    both,
    long_date,
)
from plugins.mediation.documents.agreement import AT_ONCE
from plugins.mediation.documents.data import AgreementPaper
from plugins.mediation.documents.parts import SEAL, lead, party_tables, side, signature_lines
from plugins.mediation.wording import ORAL_AGREED, head

KIND = "mediation.oral_agreement"


def build(agreement: AgreementPaper | None) -> Document:
    """Parties, facts, what was agreed, performance, the mediator's signature and the seal."""
    case, heads = (agreement.case, agreement.heads) if agreement else (None, {})
    signing = signature_lines(case, "当事人(签名或按指印)") if agreement is None or agreement.ask_signatures else ()
    return Document(KIND, "人民调解口头协议登记表", (
        Title("人民调解口头协议登记表"),
        NumberLine((agreement.number or None) if agreement else None),
        *party_tables(side(case, "applicant"), "当事人姓名"),
        *party_tables(side(case, "respondent"), "当事人姓名"),
        LabelledText(head(heads, "facts"), agreement.facts if agreement else None, lines=3, below=True),
        lead(ORAL_AGREED),
        NumberedClauses(agreement.clauses if agreement else (), blank=3, lines=1),
        LabelledText(head(heads, "performance"), _performance(agreement), lines=2, below=True),
        *_where(agreement),
        SignatureBlock((*signing, SignatureLine("人民调解员(签名)"), SignatureLine("记录人(签名)")),
                       unit=case.committee if case else "", seal=SEAL,
                       date=long_date(agreement.made_on) if agreement and agreement.made_on else None, columns=2, wide=True),
    ), page=PageSetup(margins=FORM_MARGINS), style=Style(FORM.role, 12, 19.5), number=agreement.number if agreement else "",
        author=case.committee if case else "")


def _performance(agreement: AgreementPaper | None) -> str | None:
    if agreement is None:
        return None
    lines = [agreement.performance] if agreement.performance else []
    return "\n".join(lines + made_lines(agreement)) or (AT_ONCE if agreement.at_once else None)


def made_lines(agreement: AgreementPaper) -> list[str]:
    """Amount and instalments as lines under the performance."""
    lines = [f"涉及金额{both(agreement.amount_fen)}。"] if agreement.amount_fen is not None else []
    return lines + [
        f"{long_date(one.due) if one.due else ''} {one.what} {both(one.fen) if one.fen is not None else ''}".strip()
        for one in agreement.instalments]


def _where(agreement: AgreementPaper | None) -> tuple[Block, ...]:
    done = agreement.at_once if agreement else None
    return (LabelledText("调解地点:", (agreement.place or None) if agreement else None, lines=1),
            Choice("履行情况:", (Option("已履行", True if done else None), Option("未履行", None))))

"""What parties sign besides: 授权委托书、延期调解同意书、无争议事实记载 (rules 1.4.12, local)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Block,
    Choice,
    Document,
    Field,
    LabelledText,
    NumberLine,
    Option,
    PageBreak,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    long_date,
)
from plugins.mediation.documents.data import CasePaper, EndingPaper, PartyLine
from plugins.mediation.documents.data_file import ExtensionPaper
from plugins.mediation.documents.parts import names, party_table, signature_lines

SPECIAL = "代为承认、放弃、变更调解请求,进行和解,签订调解协议"


def attorney(case: CasePaper | None) -> Document:
    """授权委托书: a sheet for each party with an agent; one to fill in when nobody has one."""
    sheets: list[Block] = []
    for party in [one for one in case.parties if one.agent] if case else [None]:
        sheets += [*([PageBreak()] if sheets else []), *_attorney(case, party)]
    return Document("mediation.attorney", "授权委托书", tuple(sheets or _attorney(case, None)),
                    page=PageSetup(margins=FORM_MARGINS), style=FORM)


def _attorney(case: CasePaper | None, party: PartyLine | None) -> tuple[Block, ...]:
    other = "、".join(one.name for one in case.parties if party and one.side != party.side) if case else None
    special = party.agent_powers == "特别授权" if party and party.agent_powers else None
    return (
        Title("授权委托书"), party_table(party, "委托人姓名"),
        LabelledText("受委托人:", party.agent if party else None, lines=2),
        Paragraph(("委托人与", Field(other or None, 10), "之间的", Field(case.category if case else None, 8),
                   ",现委托上列受委托人作为参加人民调解的代理人。")),
        LabelledText("委托事项:", (party.agent_matters or None) if party else None, lines=2),
        Choice("代理权限:", (Option("一般代理", None if special is None else not special),
                          Option(f"特别授权:{SPECIAL}", special))),
        SignatureBlock((SignatureLine("委托人(签名盖章或按指印)"), SignatureLine("受委托人(签名)")), date=None))


def extension(paper: ExtensionPaper | None) -> Document:
    """延期调解同意书: every party signs."""
    case = paper.case if paper else None
    return Document("mediation.extension", "延期调解同意书", (
        Title("延期调解同意书"), NumberLine((case.number or None) if case else None),
        Paragraph(("当事人", Field(names(case) or None, 14), "之间的", Field(case.category if case else None, 8),
                   ",人民调解委员会正在调解。因", Field(paper.reason if paper else None, 16), ",不能在",
                   Field(long_date(paper.before) if paper else None, 10), "前调解结束。")),
        Paragraph(("各方当事人同意将调解期限延长至", Field(long_date(paper.until) if paper else None, 10), "。")),
        SignatureBlock((*signature_lines(case), SignatureLine("人民调解员(签名)")), unit=case.committee if case else "",
                       date=long_date(paper.on) if paper else None),
    ), style=OFFICIAL, author=case.committee if case else "")


def undisputed(paper: EndingPaper | None) -> Document:
    """无争议事实记载: what nobody disputes, written down although no agreement was reached."""
    case = paper.case if paper else None
    return Document("mediation.undisputed", "无争议事实记载", (
        Title("无争议事实记载"), NumberLine((case.number or None) if case else None),
        Paragraph(("当事人", Field(names(case) or None, 14), "之间的", Field(case.category if case else None, 8),
                   ",经人民调解委员会调解未达成调解协议。各方当事人对下列事实没有争议:")),
        LabelledText("无争议事实:", (paper.undisputed or None) if paper else None, lines=10, below=True),
        Paragraph("以上记载经各方当事人核对无误。"),
        SignatureBlock((*signature_lines(case), SignatureLine("人民调解员(签名)")), unit=case.committee if case else "", date=None),
    ), style=OFFICIAL, author=case.committee if case else "")

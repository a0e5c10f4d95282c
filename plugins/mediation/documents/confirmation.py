"""司法确认申请书, two variants: between people, and between a person and a unit (rules 1.3; the courts' civil forms)."""

from desk.api.documents import (
    OFFICIAL,
    Block,
    Document,
    Field,
    FillIn,
    Paragraph,
    SignatureBlock,
    Text,
    Title,
    long_date,
)
from plugins.mediation.documents.data import CasePaper, PartyLine
from plugins.mediation.documents.data_file import ConfirmationPaper
from plugins.mediation.documents.parts import lead, names, signature_lines

ASSURANCE = ("申请人自愿达成调解协议,没有恶意串通、规避法律的行为;如果因为该协议内容而给国家、集体或者他人造成损害的,愿意承担"
             "相应的民事责任和其他法律责任。")


def build(paper: ConfirmationPaper | None) -> Document:
    """Between people."""
    return _document(paper, "mediation.confirmation", units=False)


def build_unit(paper: ConfirmationPaper | None) -> Document:
    """Between a person and a unit."""
    return _document(paper, "mediation.confirmation_unit", units=True)


def _document(paper: ConfirmationPaper | None, kind: str, *, units: bool) -> Document:
    case = paper.case if paper else None
    return Document(kind, "司法确认申请书", (
        Title("司法确认申请书"), *_applicants(case, units),
        Paragraph(("委托诉讼代理人:", Field((paper.agents or None) if paper else None, 14, final="无")), indent=2),
        lead("请求事项:"), Paragraph(_request(paper)),
        lead("事实和理由:"), *_reasons(paper),
        Paragraph("此致", space_before=2), Paragraph((Field(paper.court if paper else None, 12), "" if paper else "人民法院"), indent=0),
        Paragraph("附:调解协议书及有关材料"),
        SignatureBlock(signature_lines(case, "申请人(签名或者盖章)"),
                       date=long_date(paper.applied_on) if paper and paper.applied_on else None),
    ), style=OFFICIAL)


def _applicants(case: CasePaper | None, units: bool) -> tuple[Block, ...]:
    if case is None:
        lines = [_person(None), _unit(None) if units else _person(None)]
    else:
        lines = [_unit(party) if party.unit else _person(party) for party in case.parties]
    return tuple(Paragraph(line) for line in lines)


def _person(party: PartyLine | None) -> Text:
    values = (("申请人:", party and party.name, 6), (",性别:", party and party.sex, 3), (",出生日期:", party and party.birth, 7),
              (",民族:", party and party.ethnic, 4), (",职业或工作单位和职务:", party and party.occupation, 8),
              (",住所:", party and party.address, 12), (",联系方式:", party and party.contact, 8))
    return (*_filled(values), *_guarded(party), "。")


def _unit(party: PartyLine | None) -> Text:
    values = (("申请人(单位名称):", party and party.name, 10), (",统一社会信用代码:", party and party.credit_code, 10),
              (",住所:", party and party.address, 12), (",法定代表人(主要负责人):", party and party.representative, 6),
              (",职务:", party and party.post, 5), (",联系方式:", party and party.contact, 8))
    return (*_filled(values), "。")


def _filled(values: tuple[tuple[str, str | None, int], ...]) -> tuple[str | Field, ...]:
    return tuple(piece for text, content, width in values for piece in (text, Field(content or None, width)))


def _guarded(party: PartyLine | None) -> tuple[str, ...]:
    return (f",法定代理人:{party.guardian}({party.guardian_relation or '监护人'})",) if party and party.guardian else ()


def _request(paper: ConfirmationPaper | None) -> Text:
    if paper is None:
        return ("确认申请人", Field(None, 6), "与", Field(None, 6), "于", Field(None, 4), "年", Field(None, 2), "月", Field(None, 2),
                "日达成的", Field(None, 8), "调解协议有效。")
    number = f"(编号:{paper.agreement})" if paper.agreement else ""
    day = long_date(paper.made_on) if paper.made_on else ""
    return f"确认申请人{names(paper.case)}于{day}经{paper.case.committee}调解达成的人民调解协议{number}有效。"


def _reasons(paper: ConfirmationPaper | None) -> tuple[Block, ...]:
    if paper is None:
        return (FillIn(6), Paragraph(ASSURANCE))
    day = long_date(paper.effective_on) if paper.effective_on else ""
    told = f"{paper.facts}经{paper.case.committee}主持调解,申请人于平等自愿基础上达成调解协议,该协议自{day}起生效。"
    asked = (f"{paper.court}为{paper.forum},申请人依照《中华人民共和国民事诉讼法》第二百零五条的规定,自调解协议生效之日起三十日内"
             "共同向贵院提出申请。") if paper.forum else ""
    return (*(Paragraph(line) for line in (*told.splitlines(), asked) if line.strip()), Paragraph(ASSURANCE))

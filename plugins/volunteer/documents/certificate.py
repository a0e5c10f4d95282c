"""志愿服务记录证明: who, what was served, who certifies; number, check code, two signatures, seal (rules 3.2)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    FieldTable,
    Note,
    NumberLine,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data import CertificatePaper
from plugins.volunteer.documents.parts import OWN, SEAL, served_table
from plugins.volunteer.service.attendance import hours_text

KIND, TITLE = "volunteer.certificate", "志愿服务记录证明"
_WIDTHS = (1.4, 2.4, 1.4, 3)


def build(paper: CertificatePaper | None) -> Document:
    """Identity, period and hours, list of what was served, signatures and seal."""
    return Document(KIND, TITLE, (
        Title(TITLE), NumberLine(paper.number if paper else None), _who(paper), Paragraph(_sentence(paper), space_after=2),
        served_table(paper.lines if paper else None), Note(_note(paper)),
        SignatureBlock((SignatureLine("负责人(签字)"), SignatureLine("经办人(签字)")), unit=paper.community if paper else "",
                       seal=SEAL, date=long_date(paper.issued_on) if paper else None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, number=paper.number if paper else "", author=paper.community if paper else "")


def _who(paper: CertificatePaper | None) -> FieldTable:
    who = paper.who if paper else None
    return FieldTable((
        (label("姓名"), value(who and who.name), label("志愿者编号"), value(who and who.number)),
        (label("证件类型"), value(who and who.id_kind), label("证件号码"), value(paper and paper.id_number)),
        (label("用途"), value(paper and paper.purpose), label("出具单位电话"), value(paper and paper.contact)),
    ), _WIDTHS)


def _sentence(paper: CertificatePaper | None) -> str:
    if paper is None:
        return "兹证明上述志愿者在    年    月    日至    年    月    日期间,参加本社区组织的志愿服务,服务时间共计      小时。"
    return (f"兹证明上述志愿者在{long_date(paper.first)}至{long_date(paper.last)}期间,参加{paper.community}组织的志愿服务,"
            f"服务时间共计{hours_text(paper.minutes)}。服务内容如下:")


def _note(paper: CertificatePaper | None) -> str:
    code = f"核验码:{'-'.join(paper.code[at:at + 4] for at in (0, 4, 8))}。可凭核验码向本社区核实。" if paper else ""
    return f"{code}{OWN}服务时间为实际服务时间,不含路途。本证明免费出具。"

"""人民调解当事人权利义务告知书: wanted in many provinces, wording free; the body is the seven items of 人民调解法 23、24."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    ClauseStyle,
    Document,
    NumberedClauses,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Style,
    Title,
)
from plugins.mediation.documents.data import CasePaper
from plugins.mediation.documents.parts import lead, names, signature_lines

KIND = "mediation.rights"
NATURE = ("人民调解委员会是依法设立的调解民间纠纷的群众性组织。调解民间纠纷,遵循下列原则:在当事人自愿、平等的基础上进行调解;"
          "不违背法律、法规和国家政策;尊重当事人的权利,不因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利。")
RIGHTS = ("选择或者接受人民调解员;", "接受调解、拒绝调解或者要求终止调解;", "要求调解公开进行或者不公开进行;",
          "自主表达意愿、自愿达成调解协议。")
DUTIES = ("如实陈述纠纷事实;", "遵守调解现场秩序,尊重人民调解员;", "尊重对方当事人行使权利。")
EFFECT = ("经人民调解委员会调解达成的调解协议,具有法律约束力,当事人应当按照约定履行。双方当事人认为有必要的,可以自调解协议生效"
          "之日起三十日内共同向人民法院申请司法确认。")
REST = "人民调解委员会调解民间纠纷,不收取任何费用。人民调解员对当事人的个人隐私、商业秘密负有保密义务。"


def build(case: CasePaper | None) -> Document:
    """Nature and principles, rights, duties, effect, no fee, confidence; every party signs."""
    who = f"{names(case)}:" if case else "当事人:"
    return Document(KIND, "人民调解当事人权利义务告知书", (
        Title("人民调解当事人权利义务告知书"),
        Paragraph(who, indent=0), Paragraph(NATURE),
        lead("一、当事人在人民调解活动中享有下列权利:"), NumberedClauses(RIGHTS, ClauseStyle.BRACKETS),
        lead("二、当事人在人民调解活动中履行下列义务:"), NumberedClauses(DUTIES, ClauseStyle.BRACKETS),
        lead("三、调解协议的效力:"), Paragraph(EFFECT),
        lead("四、其他事项:"), Paragraph(REST),
        Paragraph("以上内容人民调解委员会已告知,本人已知晓。", space_before=3, keep_with_next=True),
        SignatureBlock(signature_lines(case, "当事人(签名或按指印)"), unit=case.committee if case else "", date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=Style(FORM.role, 13, 21.5), author=case.committee if case else "")

"""法定代理人知情同意书 and 撤回同意申请 (条例 12, 15, 20)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Choice,
    Document,
    FieldTable,
    NumberedClauses,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data_teams import GuardianPaper

CLAUSES = (
    "志愿服务是自愿、无偿的公益服务,不取得报酬。",
    "社区只安排与其年龄、知识、技能和身体状况相适应的活动,不安排其参加抢险救灾等危险活动。",
    "招募时社区如实告知活动内容、时间、地点和可能的风险;有风险的活动,事先办理意外伤害保险。",
    "社区为组织活动、记录时长和联系而保存其姓名、证件、联系方式等信息,未经同意不公开。",
    "法定代理人可以随时书面撤回同意。",
)


def build_guardian(paper: GuardianPaper | None) -> Document:
    """What the guardian is told and signs."""
    who = paper
    return Document("volunteer.guardian", "法定代理人知情同意书", (
        Title("法定代理人知情同意书"),
        FieldTable((
            (label("未成年人姓名"), value(who and who.name), label("出生日期"), value(who and who.birth)),
            (label("志愿者编号"), value(who and who.number), label("登记单位"), value(who and who.community)),
            (label("法定代理人"), value((who and who.guardian) or None), label("与其关系"), value(None)),
            (label("联系电话"), value(None, span=3)),
        ), (1.5, 2.2, 1.3, 2.2)),
        Paragraph("本人已阅读并了解下列事项:"), NumberedClauses(CLAUSES),
        Choice("本人", (Option("同意"), Option("不同意")), indent=2),
        Paragraph("上述未成年人登记为志愿者,并参加适合其年龄的志愿服务活动。"),
        SignatureBlock((SignatureLine("法定代理人(签名)"), SignatureLine("未成年人(签名)")),
                       date=long_date(who.guardian_on) if who and who.guardian_on else None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=who.community if who else "")


def build_withdrawal(paper: GuardianPaper | None) -> Document:
    """What somebody signs who takes a consent back."""
    who = paper
    return Document("volunteer.withdrawal", "撤回同意申请", (
        Title("撤回同意申请"),
        FieldTable(((label("姓名"), value(who and who.name), label("志愿者编号"), value(who and who.number)),
                    (label("登记单位"), value(who and who.community, span=3))), (1.2, 2.2, 1.4, 2.2)),
        Paragraph("本人撤回下列同意(在方框内打“√”):"),
        Choice("", (Option("在公示名单中显示姓名"), Option("保存个人信息,即退出志愿者登记")), columns=1, indent=2),
        Paragraph("本人知悉:撤回前依据同意已经进行的处理仍然有效;退出登记后,技能、服务意向、紧急联系人等信息予以删除,"
                  "已记入的服务时长、已出具的证明和已评定的星级依法保存。"),
        SignatureBlock((SignatureLine("申请人(签名)"), SignatureLine("经办人(签名)")), date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=who.community if who else "")

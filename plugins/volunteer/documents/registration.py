"""志愿者登记表 (elements of MZ/T 061 that a community needs), with consents to sign."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    FieldTable,
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
from plugins.volunteer.documents.data import VolunteerPaper

KIND, TITLE = "volunteer.registration", "志愿者登记表"
PROMISE = ("本人自愿参加志愿服务,所填信息真实、准确、完整;知悉志愿服务为无偿的公益服务;同意社区为组织志愿服务、"
           "记录时长和联系本人而保存上述信息。未经本人同意,社区不公开本人信息。")


def build(who: VolunteerPaper | None) -> Document:
    """The form with its declaration; a guardian signs for minors."""
    guardian = f"{who.guardian}({long_date(who.guardian_on)}同意)" if who and who.guardian_on else who and who.guardian
    return Document(KIND, TITLE, (
        Title(TITLE), NumberLine(who.number if who else None, label="志愿者编号:"),
        FieldTable((
            (label("姓名"), value(who and who.name), label("性别"), value(who and who.sex), label("出生日期"),
             value(who and who.birth)),
            (label("证件类型"), value(who and who.id_kind), label("证件号码"), value(who and who.id_number, span=3)),
            (label("联系电话"), value(who and who.phone), label("居住区域"), value(who and who.address, span=3)),
            (label("专业技能"), value("、".join(who.skills) if who else None, span=5)),
            (label("志愿服务站"), value((who.station or who.community) if who else None, span=5)),
            (label("服务意向"), value(who and who.wishes, span=5)),
            (label("可服务时间"), value(who and who.times, span=5)),
            (label("紧急联系人"), value(who and who.emergency, span=5)),
            (label("法定代理人"), value(guardian or None, span=5)),
        ), (1.5, 2, 1.2, 1.2, 1.5, 2)),
        Paragraph(PROMISE),
        Paragraph("□ 同意在公示名单中显示姓名    □ 不同意"),
        SignatureBlock((SignatureLine("志愿者(签名)"), SignatureLine("法定代理人(未满18周岁)")),
                       date=long_date(who.joined_on) if who else None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=who.community if who else "")

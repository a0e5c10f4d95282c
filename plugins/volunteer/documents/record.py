"""志愿服务记录: personal facts, what was served, awards, what others recorded (shown, not certified)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Document,
    FieldTable,
    Heading,
    Note,
    NumberLine,
    PageSetup,
    Paragraph,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data import VolunteerPaper
from plugins.volunteer.documents.parts import OWN, UNPAID, served_table
from plugins.volunteer.service.attendance import hours_text

KIND, TITLE = "volunteer.record", "志愿服务记录"


def build(who: VolunteerPaper | None) -> Document:
    """The four parts of a record."""
    outside = "、".join(f"{name}{hours_text(minutes)}" for name, minutes in who.outside) if who else ""
    return Document(KIND, TITLE, (
        Title(TITLE), NumberLine(who.number if who else None, label="志愿者编号:"),
        Heading("一、个人基本信息"),
        FieldTable((
            (label("姓名"), value(who and who.name), label("性别"), value(who and who.sex), label("出生日期"),
             value(who and who.birth)),
            (label("证件号码"), value(who and who.id_number), label("登记日期"),
             value(long_date(who.joined_on) if who else None, span=3)),
            (label("专业技能"), value("、".join(who.skills) if who else None, span=5)),
        ), (1.3, 2.4, 1.3, 1, 1.3, 2)),
        Heading("二、志愿服务情况"), served_table(who.served if who else None),
        Heading("三、表彰奖励情况"), Paragraph("、".join(who.stars) or "无" if who else None),
        Heading("四、其他组织的记录(仅供参考,本社区不予证明)"), Paragraph(outside or "无" if who else None),
        Note(OWN + UNPAID),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=who.community if who else "")

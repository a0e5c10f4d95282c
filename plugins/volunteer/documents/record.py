"""志愿服务记录: personal facts, service, training, honours, judgements; what others recorded is shown, not certified."""

from collections.abc import Sequence

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Column,
    DataTable,
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
from plugins.volunteer.documents.data import ServedLine, VolunteerPaper
from plugins.volunteer.documents.parts import OWN, UNPAID
from plugins.volunteer.service.attendance import hours_text, served_text

KIND, TITLE = "volunteer.record", "志愿服务记录"


def build(who: VolunteerPaper | None) -> Document:
    """The parts that 67号令 names: personal facts, service, training, honours, judgements; what others recorded apart."""
    outside = "、".join(f"{name}{hours_text(minutes)}" for name, minutes in who.outside) if who else ""
    served = [line for line in who.served if not line.training] if who else []
    trained = [line for line in who.served if line.training] if who else []
    return Document(KIND, TITLE, (
        Title(TITLE), NumberLine(who.number if who else None, label="志愿者编号:"),
        Heading("一、个人基本信息"), _person(who),
        Heading("二、志愿服务情况"), _service(served, "服务内容"),
        Heading("三、培训情况"), *([_service(trained, "培训内容")] if trained else [Paragraph("无" if who else None)]),
        Heading("四、表彰奖励情况"), Paragraph("、".join(who.stars) or "无" if who else None),
        Heading("五、评价情况"), *([_judged(who)] if who and who.judged else [Paragraph("无" if who else None)]),
        Heading("六、其他组织的记录(仅供参考,本社区不予证明)"), Paragraph(outside or "无" if who else None),
        Note(OWN + UNPAID),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=who.community if who else "")


def _person(who: VolunteerPaper | None) -> FieldTable:
    return FieldTable((
        (label("姓名"), value(who and who.name), label("性别"), value(who and who.sex), label("出生日期"),
         value(who and who.birth)),
        (label("证件类型"), value(who and who.id_kind), label("证件号码"), value(who and who.id_number, span=3)),
        (label("联系方式"), value(who and who.phone), label("居住区域"), value(who and who.address, span=3)),
        (label("专业技能"), value("、".join(who.skills) if who else None, span=5)),
        (label("服务类别"), value(who and who.wishes, span=2), label("登记日期"),
         value(long_date(who.joined_on) if who else None, span=2)),
    ), (1.3, 2.2, 1.3, 1, 1.3, 2))


def _service(lines: Sequence[ServedLine], what: str) -> DataTable:
    """One line a pair with place and who was in charge; a total."""
    rows = tuple((str(place), long_date(line.day), line.title, line.place, line.responsible, served_text(line.minutes))
                 for place, line in enumerate(lines, 1))
    total = ("", "", "合计", "", "", hours_text(sum(line.minutes for line in lines))) if lines else ()
    return DataTable((Column("序号", 0.6), Column("日期", 1.7), Column(what, 2.8), Column("地点", 1.6), Column("负责人", 1),
                      Column("时长(小时)", 1.3)), rows, total, min_rows=3, size=10.5)


def _judged(who: VolunteerPaper) -> DataTable:
    rows = tuple((long_date(line.day), line.what, f"{line.rating}星" if line.rating else "", line.words) for line in who.judged)
    return DataTable((Column("日期", 1.7), Column("服务或岗位", 2.2), Column("评分", 0.8), Column("评价", 4)), rows, size=10.5)

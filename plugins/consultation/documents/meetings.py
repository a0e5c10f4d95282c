"""会议通知, 签到表, 会议记录 (rules 2.7)."""

from desk.api import hall_time
from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    LabelledText,
    NumberedClauses,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    moment_text,
    value,
)
from desk.api.meetings import attendee_paper
from plugins.consultation.documents.data import GatheringPaper

PAGE = PageSetup(margins=FORM_MARGINS)


def build_notice(paper: GatheringPaper | None) -> Document:
    """Who is called, when, where, about what."""
    one = paper.meeting if paper else None
    called = "、".join(who.name for who in one.attendees) if one else ""
    rows = (("议题", one.title if one else None), ("时间", moment_text(hall_time(one.starts_at)) if one else None),
            ("地点", one.place if one else None), ("参加人员", called or None), ("召集人", one.convener if one else None),
            ("联系人", one.contact if one else None), ("材料", None))
    return Document("consultation.notice", "会议通知", (
        Title(f"关于召开{paper.kind}的通知" if paper else "会议通知"),
        *(Paragraph((f"{name}:", text or Field(None, 18))) for name, text in rows),
        *((LabelledText("议程:", one.agenda, below=True),) if one and one.agenda else ()),
        Paragraph("请准时参加。因故不能参加的,请提前告知。"),
        SignatureBlock(unit=paper.unit if paper else "", seal="(印章)",
                       date=long_date(one.noticed_on) if one and one.noticed_on else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_sign_in(paper: GatheringPaper | None) -> Document:
    """Everybody called, with room to sign and for those who come besides."""
    one = paper.meeting if paper else None
    rows = tuple((f"{number}", who.name, attendee_paper(who.role), who.unit, "", who.phone, "", "", who.stands_for)
                 for number, who in enumerate(one.attendees, 1)) if one else ()
    return Document("consultation.sign_in", "签到表", (
        Title(f"{paper.kind}签到表" if paper else "签到表"),
        Paragraph(f"议题:{one.title}  时间:{moment_text(hall_time(one.starts_at))}  地点:{one.place}" if one else
                  ("议题:", Field(None, 12), "时间:", Field(None, 8), "地点:", Field(None, 8)), indent=0, space_after=2),
        DataTable((Column("序号", 0.9), Column("姓名", 1.9), Column("身份", 1.9), Column("代表户或单位", 2.4), Column("房号", 1.6),
                   Column("联系电话", 2.4), Column("签到时间", 1.6), Column("签名", 2.1), Column("代理说明", 1.8)), rows, min_rows=18),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def build_minutes(paper: GatheringPaper | None) -> Document:
    """Who was there, what was said, what was agreed and not, what follows."""
    one = paper.meeting if paper else None
    called = [who for who in one.attendees if who.role != "guest"] if one else []
    came = [who for who in called if who.state == "came"]
    heads = f"应到{len(called)}人,实到{len(came)}人" if one and called else f"约{one.heads}人" if one and one.heads else ""
    absent = "、".join(who.name for who in called if who.state in ("absent", "excused"))
    guests = "、".join(who.name for who in one.attendees if who.role == "guest" and who.state == "came") if one else ""
    when = moment_text(hall_time(one.starts_at)) if one else None
    return Document("consultation.minutes", "议事会议记录", (
        Title(f"{paper.kind}记录" if paper else "议事会议记录"),
        FieldTable((
            (label("议题"), value(one.title if one else None, span=3)),
            (label("时间"), value(when), label("地点"), value(one.place if one else None)),
            (label("主持人"), value(one.host if one else None), label("记录人"), value(one.recorder if one else None)),
            (label("到会"), value(heads or None), label("缺席"), value(absent or ("无" if one else None))),
            (label("列席"), value(guests or ("无" if one else None), span=3))), (1.8, 4.6, 1.6, 4)),
        LabelledText("发言摘要:", "\n".join(f"{who}:{said}" for who, said in one.points) or "—" if one else None, lines=10, below=True),
        LabelledText("形成的一致意见:", (one.agreed or "—") if one else None, lines=4, below=True),
        LabelledText("分歧意见:", (one.open_points or "无") if one else None, lines=3, below=True),
        *_decisions(paper),
        SignatureBlock((SignatureLine("主持人(签名)"), SignatureLine("记录人(签名)"), SignatureLine("参会人员(签名)", count=2)),
                       date=None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")


def _decisions(paper: GatheringPaper | None) -> tuple[Block, ...]:
    if paper is None:
        return (LabelledText("后续安排:", None, lines=3, below=True),)
    rows = tuple("".join(filter(None, (one.text, f",{one.who}负责" if one.who else "",
                                       f",{long_date(one.due_on)}前完成" if one.due_on else ""))) + ";"
                 for one in paper.meeting.decisions)
    return (Paragraph("后续安排:", indent=0, bold=True, keep_with_next=True), NumberedClauses(rows, blank=2)) if rows else ()

"""Papers of fairs and campaigns: poster with the menu, stall cards, what was served; report with pictures, consent slip."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    FieldTable,
    FontRole,
    Heading,
    Image,
    KeepTogether,
    Note,
    PageBreak,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    label,
    moment_span,
    value,
)
from plugins.volunteer.documents.data_teams import ActivityPaper, StallLine
from plugins.volunteer.service.attendance import hours_text, served_text

PAGE = PageSetup(margins=FORM_MARGINS)
POSTER = PageSetup(margins=FORM_MARGINS, numbers=PageNumber.NONE)
CARD = PageSetup("A5", landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE)
FREE = "全部服务免费,自带需要修理的物品,先到先得。"


def build_notice(paper: ActivityPaper | None) -> Document:
    """海报: when, where, and the menu in large type."""
    when = moment_span(paper.starts_at, paper.ends_at) if paper else "      年  月  日"
    menu = tuple(Paragraph(f"{one.title}{f'({one.shift})' if one.shift else ''}", Align.CENTRE, indent=0, size=24)
                 for one in paper.stalls) if paper else (Paragraph("服务项目:", indent=0, size=22), Spacer(12))
    return Document("volunteer.fair_notice", "便民服务活动海报", (
        Spacer(1), Title(paper.title if paper else "便民服务活动海报", size=34, space_after=8),
        Paragraph(f"时间:{when}", Align.CENTRE, indent=0, size=20), Paragraph(
            f"地点:{paper.place if paper else '              '}", Align.CENTRE, indent=0, size=20, space_after=6),
        Paragraph("便民服务菜单", Align.CENTRE, indent=0, size=26, role=FontRole.HEI, space_after=3), *menu,
        Spacer(1), Paragraph(FREE, Align.CENTRE, indent=0, size=16, role=FontRole.KAI),
        Paragraph(f"{paper.community}  联系人:{paper.responsible} {paper.contact}" if paper else "社区:        联系人:", Align.CENTRE,
                  indent=0, size=16),
    ), page=POSTER, style=FORM, author=paper.community if paper else "")


def build_stalls(paper: ActivityPaper | None) -> Document:
    """摊位牌: one a page, the trade in large type, who and when below."""
    blocks: list[Block] = []
    for number, one in enumerate(paper.stalls if paper and paper.stalls else (None,)):
        blocks += [PageBreak()] if number else []
        blocks += _stall_card(one)
    return Document("volunteer.stall_cards", "便民服务摊位牌", tuple(blocks), page=CARD, style=FORM,
                    author=paper.community if paper else "")


def _stall_card(one: StallLine | None) -> list[Block]:
    title = one.title if one else "便民服务摊位牌"
    return [Paragraph(f"{one.place}号摊位" if one and one.place.isdigit() else one.place if one else "  号摊位", indent=0, size=18),
            Title(title, size=max(28.0, min(60.0, 420 / max(len(title), 1))), space_after=6),
            Paragraph(f"志愿者:{one.helper if one else '        '}", Align.CENTRE, indent=0, size=22),
            Paragraph(one.shift if one else "", Align.CENTRE, indent=0, size=18),
            Paragraph("便民服务  免费", Align.CENTRE, indent=0, size=20, role=FontRole.KAI)]


def build_result(paper: ActivityPaper | None) -> Document:
    """情况表: stalls with helpers, rota, tools and people served; room to count by hand."""
    rows = tuple((one.place, one.title, one.helper, one.shift, one.tools, str(one.served or "")) for one in paper.stalls
                 ) if paper else ()
    total = ("", "合计", "", "", "", str(sum(one.served for one in paper.stalls))) if paper and paper.stalls else ()
    return Document("volunteer.fair_result", "便民服务情况表", (
        Title("便民服务情况表"), _head(paper),
        DataTable((Column("摊位", 0.7), Column("项目", 1.5), Column("志愿者", 1.2), Column("值守时间", 1.4), Column("工具", 2.2),
                   Column("服务人次", 1)), rows, total, min_rows=10, size=10.5),
        Note("服务人次按摊位计数,不登记居民姓名。"),
        SignatureBlock((SignatureLine("负责人(签名)"),), date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_campaign(paper: ActivityPaper | None) -> Document:
    """义务劳动情况表: stretches, people and hours, what households gave up, pictures before and after."""
    stretches = tuple((one.title, one.helper, one.tools, _square(one.area)) for one in paper.stalls) if paper else ()
    people = tuple((str(place), name, number, served_text(minutes)) for place, (name, number, minutes) in enumerate(
        paper.people, 1)) if paper else ()
    total = ("", f"{len(people)}人次", "", hours_text(paper.minutes)) if paper and people else ()
    gave = tuple((household, what, place, _square(area), str(signed or "")) for household, what, place, area, signed in paper.gave
                 ) if paper else ()
    given = (f"{len(gave)}户", "", "", _square(sum(one[3] for one in paper.gave)), "") if paper and gave else ()
    pictures = [KeepTogether((Image(content, width=110, caption=word, max_height=80),)) for word, content in (
        paper.photos if paper else ())]
    return Document("volunteer.campaign_report", "义务劳动情况表", (
        Title("义务劳动情况表"), _head(paper), Heading("一、地段和工具"),
        DataTable((Column("地段", 2), Column("负责人", 1.3), Column("工具", 2.6), Column("面积(平方米)", 1.4)), stretches, min_rows=3,
                  size=10.5),
        Heading("二、人次和工时"),
        DataTable((Column("序号", 0.7), Column("姓名", 1.6), Column("编号", 1.4), Column("工时(小时)", 1.4)), people, total,
                  min_rows=5, size=10.5),
        Heading("三、居民腾让"),
        DataTable((Column("住户", 1.4), Column("腾让内容", 2), Column("位置", 2), Column("面积(平方米)", 1.3), Column("签字日期", 1.4)),
                  gave, given, min_rows=2, size=10.5),
        Heading("四、整治前后"), *(pictures or (Paragraph("(附照片)"),)),
        *((Paragraph(paper.summary if paper else None),) if paper is None or paper.summary else ()),
        SignatureBlock((SignatureLine("负责人(签名)"),), unit=paper.community if paper else "", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_slip(paper: ActivityPaper | None) -> Document:
    """腾地让绿确认书, to be signed by the household."""
    return Document("volunteer.consent_slip", "腾地让绿确认书", (
        Title("腾地让绿确认书"),
        FieldTable(((label("住户"), value(None), label("联系电话"), value(None)), (label("位置"), value(None, span=3)),
                    (label("腾让内容"), value(None), label("面积(平方米)"), value(None)),
                    (label("所属活动"), value(paper and paper.title, span=3))), (1.2, 2.4, 1.4, 2)),
        Paragraph("本户自愿腾出上述地块,用于社区绿化和公共环境整治,知悉该地块不因此归个人使用,社区负责后续养护。"),
        SignatureBlock((SignatureLine("住户(签名)"), SignatureLine("社区经办人(签名)")), date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _head(paper: ActivityPaper | None) -> FieldTable:
    return FieldTable((
        (label("活动"), value(paper and paper.title, span=3)),
        (label("时间"), value(moment_span(paper.starts_at, paper.ends_at) if paper else None), label("地点"),
         value(paper and paper.place)),
        (label("负责人"), value(paper and paper.responsible), label("服务人次"), value(str(paper.served or "") if paper else None)),
    ), (1, 3.4, 1, 2))


def _square(area: int) -> str:
    return f"{area / 100:g}" if area else ""

"""Papers of teams: roster, flag, duty sheet of a post, plaque and visit sheet of a studio, project sheet."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    FieldTable,
    FontRole,
    LabelledText,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data_teams import PostPaper, TeamPaper
from plugins.volunteer.service.attendance import served_text

PAGE = PageSetup(margins=FORM_MARGINS)
WIDE = PageSetup(landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE)
LARGE, HUGE = 40.0, 64.0


def build_roster(paper: TeamPaper | None) -> Document:
    """志愿服务队名册."""
    rows = tuple((str(place), one.name, one.number, one.role, str(one.since), str(one.until or ""), one.phone)
                 for place, one in enumerate(paper.members, 1)) if paper else ()
    return Document("volunteer.roster", "志愿服务队名册", (
        Title(f"{paper.name}名册" if paper else "志愿服务队名册"), _head(paper),
        DataTable((Column("序号", 0.6), Column("姓名", 1.3), Column("编号", 1.1), Column("职务", 1), Column("任职起", 1.4),
                   Column("任期至", 1.4), Column("电话", 1.6)), rows, min_rows=15, size=10.5),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _head(paper: TeamPaper | None) -> FieldTable:
    below = "、".join(paper.below) if paper else None
    return FieldTable((
        (label("类别"), value(paper and paper.kind), label("主题"), value(paper and paper.theme)),
        (label("成立日期"), value(long_date(paper.since) if paper else None), label("服务区域"), value(paper and paper.area)),
        (label("上级队伍"), value(paper and paper.above), label("下设"), value(below)),
        (label("负责人"), value(paper and paper.leader), label("人数"), value(str(len(paper.members)) if paper else None)),
        (label("职责"), value(paper and paper.duty, span=3, lines=2)),
    ), (1.2, 2.4, 1.2, 2.4))


def build_flag(paper: TeamPaper | None) -> Document:
    """队旗: the name as large as it goes."""
    return Document("volunteer.flag", "志愿服务队队旗", (
        Spacer(5), Paragraph(paper.community if paper else "社区", Align.CENTRE, indent=0, size=28, role=FontRole.KAI),
        Spacer(1), Title(paper.name if paper else "志愿服务队队旗", size=_size(paper.name if paper else "", HUGE)),
        Paragraph("奉献  友爱  互助  进步", Align.CENTRE, indent=0, size=24, role=FontRole.KAI),
    ), page=WIDE, style=FORM, author=paper.community if paper else "")


def build_plaque(paper: TeamPaper | None) -> Document:
    """门牌 of a studio: name, host, hours, who gave it when."""
    host = f"主持人:{paper.host}" if paper and paper.host else "主持人:"
    hours = "  ".join(filter(None, (paper.venue, paper.hours))) if paper else "开放时间:"
    return Document("volunteer.plaque", "志愿者工作室门牌", (
        Spacer(4), Title(paper.name if paper else "志愿者工作室门牌", size=_size(paper.name if paper else "", LARGE), space_after=12),
        *((Paragraph("志愿者工作室", Align.CENTRE, indent=0, size=26, role=FontRole.KAI),) if paper else ()),
        Paragraph(host, Align.CENTRE, indent=0, size=24), Paragraph(hours, Align.CENTRE, indent=0, size=20),
        Spacer(2), Paragraph(paper.community if paper else "社区", Align.RIGHT, indent=0, size=20, right=2),
        Paragraph(long_date(paper.plaque_on) if paper and paper.plaque_on else "    年  月  日", Align.RIGHT, indent=0, size=16,
                  right=2),
    ), page=WIDE, style=FORM, author=paper.community if paper else "")


def build_visits(paper: TeamPaper | None) -> Document:
    """来访登记: counted by day and topic, without names."""
    rows = tuple((long_date(day), topic, str(heads), note) for day, topic, heads, note in paper.book) if paper else ()
    return Document("volunteer.visit_sheet", "工作室来访登记表", (
        Title("工作室来访登记表"),
        Paragraph(f"工作室:{paper.name}    地点和开放时间:{paper.venue} {paper.hours}" if paper else
                  "工作室:                  地点和开放时间:", indent=0, space_after=2),
        DataTable((Column("日期", 1.6), Column("事由", 2.4), Column("人数", 0.8), Column("办理情况", 3.2)), rows, min_rows=16,
                  row_height=10),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_project(paper: TeamPaper | None) -> Document:
    """社工+志愿者联动项目: goals, who, sessions with hours, review."""
    rows = tuple((long_date(day), title, served_text(minutes)) for day, title, minutes in paper.sessions) if paper else ()
    team = "、".join(one.name for one in paper.members) if paper else None
    return Document("volunteer.project_sheet", "社工与志愿者联动项目表", (
        Title("社工与志愿者联动项目表"),
        FieldTable((
            (label("项目名称"), value(paper and paper.name), label("负责社工"), value(paper and paper.worker)),
            (label("开始日期"), value(long_date(paper.since) if paper else None), label("服务区域"), value(paper and paper.area)),
            (label("志愿者"), value(team, span=3, lines=2)),
            (label("目标和内容"), value(paper and paper.duty, span=3, lines=3)),
        ), (1.2, 2.6, 1.2, 2.2)),
        DataTable((Column("日期", 1.6), Column("培训或服务活动", 4), Column("服务时长(小时)", 1.6)), rows, min_rows=8),
        LabelledText("总结评估:", None, lines=3),
        SignatureBlock((SignatureLine("负责社工(签名)"), SignatureLine("社区负责人(签名)"))),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_duty(paper: PostPaper | None) -> Document:
    """岗位职责书: post, duties, who, area, term, review."""
    until = long_date(paper.until) if paper and paper.until else "长期" if paper else None
    return Document("volunteer.duty_sheet", "岗位职责书", (
        Title("志愿服务岗位职责书" if paper else "岗位职责书"),
        FieldTable((
            (label("岗位名称"), value(paper and paper.post), label("证号"), value(paper and paper.number)),
            (label("任职人"), value(paper and paper.name), label("志愿者编号"), value(paper and paper.code)),
            (label("服务区域"), value(paper and (paper.area or paper.place)), label("服务时间"), value(paper and paper.hours)),
            (label("期限"), value(f"{long_date(paper.since)}至{until}" if paper else None, span=3)),
            (label("岗位职责"), value(paper and paper.duty, span=3, lines=6)),
            (label("履职考评"), value(paper and paper.review or None, span=3, lines=4)),
        ), (1.2, 2.4, 1.3, 2.2)),
        Paragraph("本岗位为自愿、无偿的志愿服务,任职人量力而行,不承担应由专业人员承担的危险工作。"),
        SignatureBlock((SignatureLine("任职人(签名)"), SignatureLine("社区(盖章)")), date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _size(name: str, largest: float) -> float:
    return max(28.0, min(largest, 700 / max(len(name), 1)))

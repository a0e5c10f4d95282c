"""What a team hangs out: 公示牌 with members and styles, 轮值表 with the turns of four weeks."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    FieldTable,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    Title,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.data_teams import BoardPaper

PAGE = PageSetup(margins=FORM_MARGINS)
BOARD = PageSetup(landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE)
WEEKDAYS = "一二三四五六日"


def build_board(paper: BoardPaper | None) -> Document:
    """公示牌: who, what, when, where, in large type; the six styles with how often each was served."""
    styles = "  ".join(f"{title}{f'({n}场)' if n else ''}" for title, n in paper.styles) if paper else None
    where = "  ".join(filter(None, (paper.venue, paper.hours))) if paper else None
    return Document("volunteer.team_board", "志愿服务队公示牌", (
        Title(paper.name if paper else "志愿服务队公示牌", size=34, space_after=6),
        FieldTable((
            (label("类别"), value(f"{paper.kind} {paper.theme}".strip() if paper else None), label("服务区域"),
             value(paper and paper.area)),
            (label("负责人"), value(paper and paper.leader), label("人数"), value(f"{len(paper.members)}人" if paper else None)),
            (label("队员"), value("、".join(paper.members) if paper else None, span=3, lines=3)),
            (label("服务内容"), value(paper and paper.duty, span=3, lines=3)),
            (label("地点和时间"), value(where, span=3)),
            (label("服务方式"), value(styles, span=3)),
        ), (1.2, 3, 1.2, 3), size=15, row_height=12),
        Paragraph("志愿服务自愿、无偿。未同意公开姓名的队员以志愿者编号表示。", indent=0, size=11, space_before=4),
        Paragraph(paper.community if paper else "社区", Align.RIGHT, indent=0, size=20, right=1),
    ), page=BOARD, style=FORM, author=paper.community if paper else "")


def build_turns(paper: BoardPaper | None) -> Document:
    """轮值表: day, weekday, who, who stands in."""
    rows = tuple((long_date(one.day), f"星期{WEEKDAYS[one.day.weekday()]}", one.slot, one.who, one.deputy)
                 for one in paper.turns) if paper else ()
    said = f"{paper.name}  {long_date(paper.first)}至{long_date(paper.last)}" if paper else "服务队:            起止日期:"
    return Document("volunteer.turns", "志愿服务轮值表", (
        Title("志愿服务轮值表"), Paragraph(said, indent=0, space_after=2),
        DataTable((Column("日期", 1.8), Column("星期", 0.9), Column("时段", 1.2), Column("轮值", 1.5), Column("递补", 1.5)), rows,
                  min_rows=14),
        Note("不能到岗的,请提前与递补人换班并告知负责人。"),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")

"""年度工作报告, 服务时长榜 and 积分榜 (only who agreed), 志愿服务日年度计划: papers of a year."""

from dataclasses import dataclass
from datetime import date

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Cell,
    Chart,
    ChartData,
    Column,
    DataTable,
    Document,
    FieldTable,
    Heading,
    KeepTogether,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    label,
    value,
)
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.days import PlannedDay, list_year
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.yearly import YearFigures, count_year, list_best, list_best_earners

_ = translator("volunteer")
PAGE = PageSetup(margins=FORM_MARGINS)


@dataclass(frozen=True, slots=True)
class YearPaper:
    """A year. best: (place, name, minutes), earners: (place, name, tenths of a point) of those who agreed; plan: the dates of volunteer days."""

    community: str
    year: int
    figures: YearFigures
    best: tuple[tuple[int, str, int], ...]
    earners: tuple[tuple[int, str, int], ...]
    plan: tuple[PlannedDay, ...]
    on: date


def load_year(uow: UnitOfWork, year: int) -> YearPaper:
    """A year by its number; UserError for what is no year of anybody's service."""
    if year not in range(1990, 2101):
        raise UserError(_("{year} is no year of service.").format(year=year))
    return YearPaper(uow.community.name, year, count_year(uow, year), tuple(list_best(uow, year)),
                     tuple(list_best_earners(uow, year)), tuple(list_year(uow, year)), uow.clock.today())


def build_report(paper: YearPaper | None) -> Document:
    """年度报告: people, activities, hours by kind, team and month."""
    one = paper.figures if paper else None
    charts = (KeepTogether((Chart(ChartData("各月服务时长(小时)", tuple(f"{month}月" for month, _minutes in one.by_month), (
        ("服务时长", tuple(round(minutes / 60, 1) for _month, minutes in one.by_month)),), unit="小时"), height=60),)),) if (
        one and one.minutes) else ()
    return Document("volunteer.year_report", "志愿服务年度报告", (
        Title(f"{paper.year}年志愿服务年度报告" if paper else "志愿服务年度报告"), Heading("一、基本情况"), _facts(one),
        Paragraph(_sentence(one)), Heading("二、按服务类别"), _table("服务类别", one.by_kind if one else ()),
        Heading("三、按服务队"), _table("服务队", one.by_team if one else ()), Heading("四、按月份"), *charts,
        *(() if charts else (Paragraph("(无)" if one else None),)),
        Note("服务时长为已公示并记入的实际服务时间,含更正;人次按每人每次活动计一次。"),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _facts(one: YearFigures | None) -> FieldTable:
    posts = f"{one.posts[1]}/{one.posts[0]}" if one else None
    return FieldTable((
        (label("在册志愿者"), _number(one and one.registered), label("本年新登记"), _number(one and one.new), label("参加服务"),
         _number(one and one.active)),
        (label("服务队"), _number(one and one.teams), label("岗位认领"), value(posts, align=Align.CENTRE), label("活动场次"),
         _number(one and one.activities)),
        (label("服务人次"), _number(one and one.heads), label("服务时长(小时)"),
         value(served_text(one.minutes) if one else None, align=Align.CENTRE), label("受益人次"), _number(one and one.served)),
        (label("人均时长(小时)"), value(served_text(one.mean) if one else None, align=Align.CENTRE), label("新评星级"),
         _number(one and one.stars), label("开具证明"), _number(one and one.certificates)),
    ), (1.5, 1, 1.6, 1, 1.2, 1))


def _number(number: int | None) -> Cell:
    return value(str(number) if number is not None else None, align=Align.CENTRE)


def _sentence(one: YearFigures | None) -> str | None:
    if one is None:
        return None
    return (f"全年{one.active}名志愿者参加服务{one.heads}人次,累计{hours_text(one.minutes)},人均{hours_text(one.mean)};"
            f"开展活动{one.activities}场,受益{one.served}人次。")


def _table(title: str, lines: tuple[tuple[str, int, int], ...]) -> DataTable:
    rows = tuple((name, str(heads), served_text(minutes)) for name, heads, minutes in lines)
    total = ("合计", str(sum(line[1] for line in lines)), served_text(sum(line[2] for line in lines))) if lines else ()
    return DataTable((Column(title, 3), Column("人次", 1.2, numeric=True), Column("时长(小时)", 1.4, numeric=True)), rows, total,
                     min_rows=2, size=10.5)


def build_ranking(paper: YearPaper | None) -> Document:
    """服务时长榜."""
    rows = tuple((str(place), name, served_text(minutes)) for place, name, minutes in paper.best) if paper else ()
    return Document("volunteer.ranking", "志愿服务时长榜", (
        Title(f"{paper.year}年志愿服务时长榜" if paper else "志愿服务时长榜"),
        DataTable((Column("名次", 0.8), Column("姓名", 2), Column("服务时长(小时)", 1.6)), rows, min_rows=10),
        Note("本榜只列同意公开姓名的志愿者。"), SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_earners(paper: YearPaper | None) -> Document:
    """志愿服务积分榜: what hours earned, whether it was spent or not."""
    rows = tuple((str(place), name, points_text(earned)) for place, name, earned in paper.earners) if paper else ()
    return Document("volunteer.points_ranking", "志愿服务积分榜", (
        Title(f"{paper.year}年志愿服务积分榜" if paper else "志愿服务积分榜"),
        DataTable((Column("名次", 0.8), Column("姓名", 2), Column("服务获得积分", 1.6)), rows, min_rows=10),
        Note("本榜只列同意公开姓名的志愿者,按当年服务时长获得的积分排列,与是否兑换无关。积分是对志愿服务的感谢,不是报酬。"),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def build_plan(paper: YearPaper | None) -> Document:
    """志愿服务日年度计划 to hang out."""
    rows = tuple((f"{one.due_on.month}月" if one.month else f"{one.due_on.month}月{one.due_on.day}日", one.theme,
                  "服务月" if one.month else "服务日", "已安排" if one.activity_id else "") for one in paper.plan) if paper else ()
    return Document("volunteer.year_plan", "志愿服务日年度计划", (
        Title(f"{paper.year}年志愿服务日年度计划" if paper else "志愿服务日年度计划"),
        DataTable((Column("时间", 1.3), Column("主题", 3.6), Column("类别", 1), Column("安排", 1.1)), rows, min_rows=12, size=12,
                  row_height=9),
        Paragraph("欢迎居民朋友报名参加。", Align.CENTRE, indent=0),
        SignatureBlock(unit=paper.community if paper else "", date=None),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")

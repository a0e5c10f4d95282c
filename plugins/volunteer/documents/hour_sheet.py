"""志愿服务时长月报表: who served how often and how long in a month, with the mean; for the hall's own files."""

from dataclasses import dataclass

from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Column,
    DataTable,
    Document,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
)
from plugins.volunteer.service.attendance import hours_text, served_text
from plugins.volunteer.service.hour_months import HourLine, HourMonth, get_hour_month, list_hour_lines

KIND, TITLE = "volunteer.hour_sheet", "志愿服务时长月报表"


@dataclass(frozen=True, slots=True)
class HourPaper:
    """A month with one line a volunteer."""

    community: str
    month: HourMonth
    lines: tuple[HourLine, ...]


def load(uow: UnitOfWork, month: int) -> HourPaper:
    """A month by its number (202611)."""
    return HourPaper(uow.community.name, get_hour_month(uow, month), tuple(list_hour_lines(uow, month)))


def build(paper: HourPaper | None) -> Document:
    """Times and hours of the month, hours so far, and the mean of who served."""
    rows = tuple((str(place), one.name, one.number, str(one.times), served_text(one.minutes), served_text(one.so_far))
                 for place, one in enumerate(paper.lines, 1)) if paper else ()
    month = paper.month if paper else None
    total = ("", "合计", f"{month.people}人", str(month.times), served_text(month.minutes), "") if month and rows else ()
    said = (f"{paper.community}{month_title(month.id)}共有{month.people}名志愿者参加服务{month.times}人次,"
            f"服务时长{hours_text(month.minutes)},人均{hours_text(month.mean)}。") if paper and month else None
    return Document(KIND, TITLE, (
        Title(f"{month_title(month.id)}志愿服务时长月报表" if month else TITLE), Paragraph(said),
        DataTable((Column("序号", 0.6), Column("姓名", 1.5), Column("编号", 1.2), Column("服务次数", 1, numeric=True),
                   Column("本月时长(小时)", 1.4, numeric=True), Column("累计时长(小时)", 1.4, numeric=True)), rows, total, min_rows=12,
                  size=10.5),
        Note("只计已公示并记入的时长,含更正。本表含姓名,供社区存档,对外公示用时长公示表。"),
        SignatureBlock((SignatureLine("经办人(签名)"), SignatureLine("负责人(签名)")), date=None),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")

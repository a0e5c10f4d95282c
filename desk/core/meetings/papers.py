"""What hangs in public, as papers: the notice (A4 or A3), its comments with what became of them,
the board's index (rules 2.7).
"""

from dataclasses import dataclass
from datetime import date
from typing import final

from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.enlarging import enlarged
from desk.core.documents.model import (
    COMPACT,
    FORM_MARGINS,
    OFFICIAL,
    Column,
    DataTable,
    Document,
    Field,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
)
from desk.core.meetings.board import list_notices
from desk.core.meetings.kinds import NOTICES
from desk.core.meetings.notices import NoticeRow, get_notice, list_hanging

OUTCOMES = {"taken": "采纳", "partly": "部分采纳", "not": "未采纳", "": ""}
STATES = {"draft": "拟稿", "approved": "待张贴", "posted": "张贴中", "closed": "已撤下", "withdrawn": "已撤回"}
MOST = 500


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """A notice as it hangs; unit: who signs."""

    unit: str
    notice: NoticeRow


@final
@dataclass(frozen=True, slots=True)
class BoardPaper:
    """What stands on the board today, and what came down lately."""

    unit: str
    today: date
    notices: tuple[NoticeRow, ...]


def signing_unit(uow: UnitOfWork) -> str:
    """The committee that signs the community's papers."""
    return f"{uow.community.name}居民委员会"


def load_notice(uow: UnitOfWork, notice_id: int) -> NoticePaper:
    """For the notice and its comments."""
    return NoticePaper(signing_unit(uow), get_notice(uow, notice_id))


def load_board(uow: UnitOfWork, _record_id: int) -> BoardPaper:
    """What hangs now, then what was closed; the newest first."""
    closed = list_notices(uow, PageRequest(size=MOST, filters={"state": "closed"})).rows
    return BoardPaper(signing_unit(uow), uow.clock.today(), (*list_hanging(uow), *closed))


def build(paper: NoticePaper | None) -> Document:
    """What is made public, from when to when, where comments go."""
    one = paper.notice if paper else None
    unit = "个工作日" if one and one.unit == "workday" else "日"
    period: tuple[object, ...] = (one.period,) if one and one.period else (
        "公示期:自", Field(None, 9), "至", Field(None, 9), f"共{one.amount if one else '  '}{unit}。")
    return Document("desk.notice", "公示", (
        Title(one.title if one else "公示"),
        *(tuple(Paragraph(line) for line in one.body.splitlines() if line.strip()) if one else
          tuple(Paragraph((Field(None, 26),), indent=0) for _line in range(8))),
        Paragraph(period, space_before=4),  # type: ignore[arg-type]
        Paragraph(("意见反馈方式:", (one.feedback if one else None) or Field(None, 20), "。")),
        *((Paragraph(one.closing_note),) if one and one.state == "closed" and one.closing_note else ()),
        SignatureBlock(unit=paper.unit if paper else "", seal="(印章)",
                       date=long_date(one.posted_on) if one and one.posted_on else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_wall(paper: NoticePaper | None) -> Document:
    """The same on A3, in type that is read from two steps away."""
    return enlarged(build(paper))


def build_comments(paper: NoticePaper | None) -> Document:
    """Every comment with what became of it and why."""
    one = paper.notice if paper else None
    rows = tuple((f"{number}", said.who or "匿名", said.text, OUTCOMES[said.outcome], said.reply,
                  long_date(said.replied_on) if said.replied_on else "")
                 for number, said in enumerate(one.comments, 1)) if one else ()
    return Document("desk.notice_comments", "意见收集与采纳表", (
        Title("意见收集与采纳表"),
        Paragraph(("公示:", one.title if one else Field(None, 20)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("意见人", 1.8), Column("内容", 5), Column("采纳情况", 1.8), Column("理由", 4),
                   Column("答复日期", 2.6)), rows, min_rows=10),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")


def build_board(paper: BoardPaper | None) -> Document:
    """The index that hangs beside the board."""
    kinds = {code: words for code, _title, words in NOTICES}
    rows = tuple((f"{number}", one.title, kinds.get(one.kind, ""), long_date(one.posted_on) if one.posted_on else "",
                  long_date(one.until) if one.until else "", "、".join(one.places), STATES[one.state])
                 for number, one in enumerate(paper.notices, 1)) if paper else ()
    return Document("desk.notice_index", "告示栏目录", (
        Title("告示栏目录"),
        Paragraph(f"{paper.unit}  {long_date(paper.today)}" if paper else ("单位:", Field(None, 14)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("标题", 5), Column("类别", 2.6), Column("张贴日期", 2.8), Column("公示期至", 2.8),
                   Column("张贴地点", 3.6), Column("状态", 1.7)), rows, min_rows=12),
        Note("公示期满后撤下并归档。意见和答复可向居民委员会查阅。"),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")

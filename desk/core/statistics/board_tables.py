"""The table of the notice board (catalogue 4): notices by kind, how long they hung, what was said to them and answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from desk.core.db.uow import UnitOfWork
from desk.core.meetings.kinds import NOTICES
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.statistics.declared import Base, ChartSpec, Figure, IndicatorTable, Ratio, RecordLine, Scope, Source, Split

ROOM = "desk.core.statistics.board_tables"


@dataclass(frozen=True, slots=True)
class NoticeFact:
    """A notice. closed_on: taken down, not withdrawn; days: it hung, the day it was posted not counted."""

    id: int
    kind: str
    posted_on: date | None
    closed_on: date | None
    withdrawn_on: date | None
    days: int


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A comment; a number of them leads to the notices they were made to. done: answered in the scope's time."""

    id: int
    kind: str
    received_on: date
    done: bool
    taken: bool


def notices(uow: UnitOfWork, scope: Scope) -> Iterator[NoticeFact]:
    """Notices posted, taken down or withdrawn in the scope."""
    for one in uow.session.scalars(select(Notice).where(or_(scope.within(Notice.posted_on), scope.within(Notice.closed_on)))):
        gone = one.closed_on if one.state == "withdrawn" else None
        down = one.closed_on if one.state == "closed" else None
        yield NoticeFact(one.id, one.kind, one.posted_on, down, gone,
                         (down - one.posted_on).days if down and one.posted_on else 0)


def comments(uow: UnitOfWork, scope: Scope) -> Iterator[SaidFact]:
    """What was said to notices in the scope."""
    found = select(NoticeComment, Notice.kind).join(Notice, Notice.id == NoticeComment.notice_id).where(
        scope.within(NoticeComment.received_on))
    for said, kind in uow.session.execute(found):
        done = bool(said.replied_on and said.replied_on <= scope.last)
        yield SaidFact(said.id, kind, said.received_on, done, done and said.outcome in ("taken", "partly"))


def notice_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """The notices behind a number."""
    rows = uow.session.scalars(select(Notice).where(Notice.id.in_(ids)).order_by(Notice.id))
    return [RecordLine(one.id, "", one.title, "、".join(one.places), one.posted_on) for one in rows]


def comment_lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """The comments behind a number, each opening its notice; who made it stands there."""
    found = select(NoticeComment, Notice.title).join(Notice, Notice.id == NoticeComment.notice_id).where(
        NoticeComment.id.in_(ids)).order_by(NoticeComment.id)
    rows = uow.session.execute(found)
    return [RecordLine(said.notice_id, "", said.text[:60], title, said.received_on) for said, title in rows]


def _source(name: str, one: str) -> Source:
    return Source(f"desk.{name}", f"{ROOM}:{name}", f"{ROOM}:{one}_lines", "notices.card", "notice")


HUNG, SAID = _source("notices", "notice"), _source("comments", "comment")
TABLES = (IndicatorTable(
    "desk.notices", "公示公开统计表", (
        Figure("posted", "张贴", HUNG, when="posted_on"),
        Figure("closed", "期满撤下", HUNG, when="closed_on"),
        Figure("days", "公示天数合计", HUNG, when="closed_on", amount="days", unit="天"),
        Ratio("mean", "平均公示天数", "days", (Base("closed", "期满撤下", ("closed",)),), unit="天"),
        Figure("withdrawn", "撤回", HUNG, when="withdrawn_on"),
        Figure("said", "收到意见", SAID, when="received_on", unit="条"),
        Figure("answered", "已答复", SAID, when="received_on", where={"done": True}, unit="条"),
        Figure("taken", "采纳、部分采纳", SAID, when="received_on", where={"taken": True}, unit="条"),
        Ratio("rate", "答复率", "answered", (Base("said", "收到意见", ("said",)),))),
    by=Split("kind", "公示类别", tuple((code, words) for code, _title, words in NOTICES)),
    chart=ChartSpec(("posted", "said"))),)

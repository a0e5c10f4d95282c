"""What the table of the notice board counts: notices and what was said to them; read when somebody asks for a figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from desk.core.db.uow import UnitOfWork
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.statistics.declared import RecordLine, Scope


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

"""The notice board: notices of every kind in one list; hang, answer, take down and withdraw as forms hand them in (F0 #4)."""

from dataclasses import replace

from sqlalchemy import ColumnElement, func, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.meetings.answers import concerned
from desk.core.meetings.drafts import HangDraft, ReplyDraft, TakeDownDraft, WithdrawDraft
from desk.core.meetings.gatherings import HOLD
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.meetings.notices import NoticeRow, answer_comment, close_notice, notice_row, post_notice, withdraw_notice

SORTS = {"": Notice.id, "title": Notice.title}


@verb("notices.hang", permission=HOLD)
def hang(uow: UnitOfWork, draft: HangDraft) -> int:
    """Hang a written notice up; answers its id."""
    names = (*draft.names, *concerned(uow, draft.notice_id))
    post_notice(uow, draft.notice_id, draft.approved_by, draft.on, names=names, reason=draft.reason)
    return draft.notice_id


@verb("notices.reply", permission=HOLD)
def reply(uow: UnitOfWork, draft: ReplyDraft) -> int:
    """Answer a comment with the reason; answers the notice's id."""
    answer_comment(uow, draft.comment_id, draft.outcome, draft.reply)
    return uow.get(NoticeComment, draft.comment_id).notice_id


@verb("notices.take_down", permission=HOLD)
def take_down(uow: UnitOfWork, draft: TakeDownDraft) -> int:
    """Close a notice after its period, or earlier with a reason; answers its id."""
    close_notice(uow, draft.notice_id, draft.note, draft.early_reason, draft.on)
    return draft.notice_id


@verb("notices.pull", permission=HOLD)
def pull(uow: UnitOfWork, draft: WithdrawDraft) -> int:
    """Withdraw a notice that was wrong; answers its id."""
    withdraw_notice(uow, draft.notice_id, draft.reason)
    return draft.notice_id


def list_notices(uow: UnitOfWork, request: PageRequest) -> Page[NoticeRow]:
    """A page of notices, the newest first. filters: state, kind, over (bool: hangs longer than it must), waiting (bool: has
    comments without an answer). text: part of the title or body.
    """
    statement = select(Notice).where(*_conditions(uow, request))
    newest = request if request.sort else replace(request, descending=not request.descending)
    found, following = keyset_page(uow.session, statement, (SORTS[newest.sort], Notice.id), newest)
    return Page([notice_row(uow, one) for one in found], following)


def count_notices(uow: UnitOfWork, request: PageRequest) -> int:
    """How many `list_notices` would show in all."""
    return uow.session.scalar(select(func.count(Notice.id)).where(*_conditions(uow, request))) or 0


def _conditions(uow: UnitOfWork, request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, value in request.filters.items():
        if name in ("state", "kind"):
            found.append(getattr(Notice, name) == value)
        elif name == "over" and value:
            found += [Notice.state == "posted", Notice.until < uow.clock.today()]
        elif name == "waiting" and value:
            found.append(select(NoticeComment.id).where(NoticeComment.notice_id == Notice.id, NoticeComment.outcome == "")
                         .exists())
        else:
            raise ValueError(f"no such filter: {name}")
    if text := request.text.strip():
        found.append(Notice.title.contains(text, autoescape=True) | Notice.body.contains(text, autoescape=True))
    return found

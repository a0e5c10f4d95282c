"""Answers and closings of a topic's postings, as forms hand them in."""

from desk.api.db import UnitOfWork, verb
from desk.api.meetings import answer_comment, close_notice
from plugins.consultation.drafts import AnswerDraft, UnpostDraft

HOLD = "desk.meetings.hold"


@verb("consultation.answer", permission=HOLD)
def answer(uow: UnitOfWork, draft: AnswerDraft) -> int:
    """Answer a comment with the reason."""
    return answer_comment(uow, draft.comment_id, draft.outcome, draft.reply)


@verb("consultation.unpost", permission=HOLD)
def unpost(uow: UnitOfWork, draft: UnpostDraft) -> int:
    """Close a posting after its period, or earlier with a reason."""
    close_notice(uow, draft.notice_id, draft.note, draft.early_reason, draft.on)
    return draft.notice_id

"""Gatherings with roll, minutes and decisions; public notices with their clock, comments and answers."""

from desk.core.meetings.answers import AnswerRow, answer_privately, list_answers
from desk.core.meetings.board import count_notices, hang, list_notices, pull, reply, take_down
from desk.core.meetings.drafts import (
    AnswerDraft,
    AttendeeDraft,
    CommentDraft,
    DecisionDraft,
    GatheringDraft,
    HangDraft,
    MinutesDraft,
    NoticeDraft,
    ReplyDraft,
    TakeDownDraft,
    WithdrawDraft,
)
from desk.core.meetings.gatherings import (
    AttendeeRow,
    DecisionRow,
    GatheringRow,
    call_gathering,
    finish_decision,
    get_gathering,
    list_gatherings,
    list_gatherings_of,
    list_open_decisions,
    write_minutes,
)
from desk.core.meetings.kinds import ATTENDEES, GATHERINGS, NOTICES, attendee_paper, gathering_kind
from desk.core.meetings.notices import (
    CommentRow,
    NoticeRow,
    answer_comment,
    close_notice,
    get_notice,
    list_hanging,
    list_notices_of,
    post_notice,
    take_comment,
    withdraw_notice,
    write_notice,
)
from desk.core.meetings.redaction import find_personal, redact

__all__ = [
    "ATTENDEES", "GATHERINGS", "NOTICES", "AnswerDraft", "AnswerRow", "AttendeeDraft", "AttendeeRow", "CommentDraft",
    "CommentRow", "DecisionDraft",
    "DecisionRow", "GatheringDraft", "GatheringRow", "HangDraft", "MinutesDraft", "NoticeDraft", "NoticeRow",
    "ReplyDraft", "TakeDownDraft", "WithdrawDraft", "answer_comment", "answer_privately", "attendee_paper", "call_gathering",
    "close_notice", "count_notices", "find_personal", "finish_decision", "gathering_kind", "get_gathering",
    "get_notice", "hang", "list_answers", "list_gatherings", "list_gatherings_of", "list_hanging", "list_notices",
    "list_notices_of",
    "list_open_decisions", "post_notice", "pull", "redact", "reply", "take_comment", "take_down", "withdraw_notice",
    "write_minutes", "write_notice",
]

"""Gatherings with roll, minutes and decisions; public notices with their clock, comments and answers."""

from desk.core.meetings.drafts import (
    AttendeeDraft,
    CommentDraft,
    DecisionDraft,
    GatheringDraft,
    MinutesDraft,
    NoticeDraft,
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

__all__ = [
    "ATTENDEES", "GATHERINGS", "NOTICES", "AttendeeDraft", "AttendeeRow", "CommentDraft", "CommentRow", "DecisionDraft",
    "DecisionRow", "GatheringDraft", "GatheringRow", "MinutesDraft", "NoticeDraft", "NoticeRow", "answer_comment",
    "attendee_paper", "call_gathering", "close_notice", "finish_decision", "gathering_kind", "get_gathering", "get_notice",
    "list_gatherings", "list_gatherings_of", "list_hanging", "list_notices_of", "list_open_decisions", "post_notice",
    "take_comment", "withdraw_notice", "write_minutes", "write_notice",
]

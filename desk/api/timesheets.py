"""Time sheets: in and out, served minutes, publication before entry, corrections."""

from desk.core.timesheets.drafts import PairDraft, Whose
from desk.core.timesheets.entering import (
    Entered,
    confirm,
    correct,
    enter,
    entered_minutes,
    lock_pairs,
    object_to,
    publish,
)
from desk.core.timesheets.model import TimeEntry, TimePair, TimePublication
from desk.core.timesheets.queries import (
    PairRow,
    PublicationRow,
    count_minutes,
    list_pairs_of,
    list_pairs_of_source,
    list_pairs_published,
    list_publications,
)
from desk.core.timesheets.service import examine_pair, find_open, record_pair, reopen, sign_out, strike

__all__ = ["Entered", "PairDraft", "PairRow", "PublicationRow", "TimeEntry", "TimePair", "TimePublication", "Whose",
           "confirm", "correct", "count_minutes", "enter", "entered_minutes", "examine_pair", "find_open", "list_pairs_of",
           "list_pairs_of_source", "list_pairs_published", "list_publications", "lock_pairs", "object_to", "publish",
           "record_pair", "reopen", "sign_out", "strike"]

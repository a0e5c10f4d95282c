"""Matters: open, move, number, note; see desk.core.cases."""

from desk.core.cases.access import visible as visible_cases
from desk.core.cases.access import visible_case
from desk.core.cases.clocks import start_clock, stop_clock
from desk.core.cases.drafts import CaseDraft
from desk.core.cases.drafts import PartyDraft as CasePartyDraft
from desk.core.cases.model import Case
from desk.core.cases.moves import move as move_case
from desk.core.cases.parties import set_parties
from desk.core.cases.queries import count_cases, get_case, get_lamps, list_cases, list_due, list_timeline
from desk.core.cases.rows import CaseRow
from desk.core.cases.service import assign, change_case, note, open_case, set_number

__all__ = ["Case", "CaseDraft", "CasePartyDraft", "CaseRow", "assign", "change_case", "count_cases", "get_case", "get_lamps", "list_cases",
           "list_due", "list_timeline", "move_case", "note", "open_case", "set_number", "set_parties", "start_clock",
           "stop_clock", "visible_case", "visible_cases"]

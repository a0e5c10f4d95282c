"""Matters: open, move, number, note, deadlines, people, links; see desk.core.cases."""

from desk.core.cases.access import viewers_of, visible_case
from desk.core.cases.access import visible as visible_cases
from desk.core.cases.clocks import (
    extend_clock,
    pause_clock,
    resume_clock,
    set_clock,
    start_clock,
    start_clock_until,
    stop_clock,
)
from desk.core.cases.drafts import CaseDraft
from desk.core.cases.drafts import PartyDraft as CasePartyDraft
from desk.core.cases.events import CaseMoved, CaseOpened
from desk.core.cases.links import LinkRow, list_links, unlink
from desk.core.cases.links import link as link_case
from desk.core.cases.model import Case
from desk.core.cases.moves import move as move_case
from desk.core.cases.parties import add_party, remove_party, set_parties
from desk.core.cases.queries import (
    count_by_state,
    count_cases,
    get_case,
    get_lamps,
    list_cases,
    list_cases_of_organisation,
    list_cases_of_person,
    list_clocks,
    list_due,
    list_moves,
    list_parties,
    list_readers,
    list_timeline,
    list_viewers,
)
from desk.core.cases.rows import CaseRow, ClockRow, DueRow, EntryRow, MoveRow, PartyRow
from desk.core.cases.service import (
    assign,
    change_case,
    let_see,
    note,
    number_case,
    open_case,
    set_number,
    stop_seeing,
)
from desk.core.cases.takers import answer_of, find_taker, hand_over, list_takers
from desk.core.cases.undoing import CHILDREN as CASE_CHILDREN
from desk.core.cases.undoing import take_back, worked_on_since

__all__ = [
    "CASE_CHILDREN", "Case", "CaseDraft", "CaseMoved", "CaseOpened", "CasePartyDraft", "CaseRow", "ClockRow", "DueRow",
    "EntryRow",
    "LinkRow", "MoveRow", "PartyRow", "add_party", "answer_of", "assign", "change_case", "count_by_state", "count_cases",
    "extend_clock", "find_taker",
    "get_case", "get_lamps", "hand_over", "let_see", "link_case", "list_cases", "list_cases_of_organisation",
    "list_cases_of_person", "list_clocks", "list_due", "list_links", "list_moves", "list_parties", "list_readers",
    "list_takers",
    "list_timeline", "list_viewers",
    "move_case", "note", "number_case", "open_case", "pause_clock", "remove_party", "resume_clock", "set_clock", "set_number",
    "set_parties", "start_clock", "start_clock_until", "stop_clock", "stop_seeing", "take_back", "unlink", "viewers_of",
    "visible_case",
    "visible_cases", "worked_on_since",
]

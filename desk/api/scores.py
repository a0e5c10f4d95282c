"""Rounds of scoring: plan, enter, count, post, honour; see docs/scoring.md. Loads SQLAlchemy; declare with .score_sheets."""

from desk.core.scores.closing import close_round, decide_round, publish_round, reopen_round, withdraw_award
from desk.core.scores.engine import Line, RolePart, points_text
from desk.core.scores.entering import Difference, enter_marks, list_differences, mark_text
from desk.core.scores.ground import STATES as ROUND_STATES
from desk.core.scores.queries import (
    AwardRow,
    RaterRow,
    ResultRow,
    RoundRow,
    SubjectRow,
    count_rounds,
    get_round,
    get_sheet_of,
    list_awards,
    list_marks,
    list_missing,
    list_raters,
    list_results,
    list_results_of,
    list_rounds,
    list_rounds_of,
    list_subjects,
)
from desk.core.scores.service import (
    add_raters,
    plan_round,
    set_raters,
    set_subjects,
    start_round,
    take_candidates,
    take_out_subject,
    void_round,
)
from desk.core.scores.sheet_service import find_sheet, list_sheets, save_sheet
from desk.core.scores.wording import explanation

__all__ = ["ROUND_STATES", "AwardRow", "Difference", "Line", "RaterRow", "ResultRow", "RolePart", "RoundRow", "SubjectRow",
           "add_raters", "close_round", "count_rounds", "decide_round", "enter_marks", "explanation", "find_sheet", "get_round",
           "get_sheet_of", "list_awards", "list_differences", "list_marks", "list_missing", "list_raters", "list_results",
           "list_results_of", "list_rounds", "list_rounds_of", "list_sheets", "list_subjects", "mark_text", "plan_round",
           "points_text", "publish_round", "reopen_round", "save_sheet", "set_raters", "set_subjects",
           "start_round", "take_candidates", "take_out_subject", "void_round",
           "withdraw_award"]

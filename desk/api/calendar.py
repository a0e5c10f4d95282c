"""Legal periods, the working calendar, recurring schedules and duty rosters."""

from desk.core.calendar.arithmetic import Due, Period, WorkingDays, add_months, due_on, nth_workday, workdays_between
from desk.core.calendar.months import month_days, month_of, month_title, months_around
from desk.core.calendar.queries import get_due, get_workdays
from desk.core.calendar.recurrence import LAST, Rule
from desk.core.calendar.roster import DutyDraft, DutyRow, list_duties, list_gaps, plan_turns, save_roster, swap_duties
from desk.core.calendar.rule_words import rule_words
from desk.core.calendar.schedule_queries import (
    OccurrenceRow,
    ScheduleRow,
    get_schedule,
    list_due_occurrences,
    list_occurrences,
    list_schedules,
)
from desk.core.calendar.schedules import (
    ScheduleDraft,
    add_schedule,
    change_schedule,
    pause_schedule,
    reopen_occurrence,
    resume_schedule,
    settle_occurrence,
)
from desk.core.calendar.workdays import WorkdayTable, unknown_year_sentence

__all__ = [
    "LAST", "Due", "DutyDraft", "DutyRow", "OccurrenceRow", "Period", "Rule", "ScheduleDraft", "ScheduleRow", "WorkdayTable",
    "WorkingDays", "add_months", "add_schedule", "change_schedule", "due_on", "get_due", "get_schedule", "get_workdays",
    "list_due_occurrences", "list_duties", "list_gaps", "list_occurrences", "list_schedules", "month_days",
    "month_of", "month_title", "months_around", "nth_workday",
    "pause_schedule", "plan_turns", "reopen_occurrence", "resume_schedule", "rule_words", "save_roster", "settle_occurrence",
    "swap_duties", "unknown_year_sentence", "workdays_between",
]

"""Legal periods and the working calendar."""

from desk.core.calendar.arithmetic import Due, Period, WorkingDays, add_months, due_on, nth_workday, workdays_between
from desk.core.calendar.queries import get_due, get_workdays
from desk.core.calendar.workdays import WorkdayTable, unknown_year_sentence

__all__ = ["Due", "Period", "WorkdayTable", "WorkingDays", "add_months", "due_on", "get_due", "get_workdays", "nth_workday",
           "unknown_year_sentence", "workdays_between"]

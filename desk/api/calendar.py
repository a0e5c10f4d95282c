"""Legal periods and the working calendar."""

from desk.core.calendar.arithmetic import Due, Period, WorkingDays, due_on
from desk.core.calendar.queries import get_due, get_workdays
from desk.core.calendar.workdays import WorkdayTable

__all__ = ["Due", "Period", "WorkdayTable", "WorkingDays", "due_on", "get_due", "get_workdays"]

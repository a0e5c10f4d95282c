"""A recurring rule in words: 每月第2个星期三,遇休息日顺延."""

from desk.core.calendar.lunar import lunar_words
from desk.core.calendar.recurrence import LAST, Rule
from desk.core.i18n import N_, _

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
SHIFT_WORDS = {"before": N_("the last working day before when closed"), "after": N_("the next working day when closed"),
               "skip": N_("left out when closed")}
_MONTHS = {1: N_("each month"), 2: N_("every other month"), 3: N_("each quarter"), 6: N_("each half-year"),
           12: N_("each year")}


def rule_words(rule: Rule) -> str:
    """The rule as a clerk says it."""
    said = _plain(rule)
    return said if rule.shift == "stay" else _("{rule}, {shift}").format(rule=said, shift=_(SHIFT_WORDS[rule.shift]))


def _plain(rule: Rule) -> str:
    days = "、".join(_(WEEKDAYS[one]) for one in sorted(rule.weekdays))
    if rule.unit == "day":
        return _("every day") if rule.every == 1 else _("every {n} days").format(n=rule.every)
    if rule.unit == "workday":
        return _("each working day") if rule.every == 1 else _("every {n} working days").format(n=rule.every)
    if rule.unit == "week":
        return _("each week on {days}").format(days=days) if rule.every == 1 else _("every {n} weeks on {days}").format(
            n=rule.every, days=days)
    if rule.unit == "lunar":
        return _("each year on {lunar}").format(lunar=lunar_words(rule.month, rule.day))
    often = _(_MONTHS[rule.every]) if rule.every in _MONTHS else _("every {n} months").format(n=rule.every)
    month = _("(month {month})").format(month=rule.month) if rule.month and rule.every > 1 else ""
    if rule.every == 12 and rule.month:
        often, month = _("each year in month {month}").format(month=rule.month), ""
    if rule.unit == "month_day":
        return often + month + _(" on day {day}").format(day=rule.day)
    if rule.nth == LAST:
        return often + month + _(" on the last {weekday}").format(weekday=days)
    return often + month + _(" on {weekday} number {nth}").format(weekday=days, nth=rule.nth)

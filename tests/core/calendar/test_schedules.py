"""Recurring schedules: the days of every kind of rule, holidays, no time twice, what is owed after a change."""

from datetime import date, timedelta

import pytest

from desk.core.calendar.queries import WorkdayRow
from desk.core.calendar.recurrence import LAST, Rule, falls, rule_as, rule_from
from desk.core.calendar.roster import DutyDraft, list_duties, list_gaps, plan_turns, save_roster, swap_duties
from desk.core.calendar.rule_words import rule_words
from desk.core.calendar.schedule_queries import get_schedule, list_due_occurrences, list_occurrences, list_schedules
from desk.core.calendar.schedules import (
    ScheduleDraft,
    add_schedule,
    change_schedule,
    pause_schedule,
    reopen_occurrence,
    resume_schedule,
    settle_occurrence,
)
from desk.core.calendar.service import import_workdays
from desk.core.calendar.workdays import WorkdayTable
from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, UserError
from desk.core.i18n import language, set_language

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture(autouse=True)
def source_texts():
    before = language()
    set_language("en")
    yield
    set_language(before)


def days_of(rule, start=YEAR[0], first=YEAR[0], last=YEAR[1]):
    return [f"{one.due_on:%m-%d}" for one in falls(rule, start, first, last, WorkdayTable({}))]


@pytest.mark.parametrize(("rule", "days"), [
    (Rule("month_day", 1, day=31, shift="stay"), ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31",
                                                  "09-30", "10-31", "11-30", "12-31"]),
    (Rule("month_weekday", 3, (2,), nth=2, month=3), ["03-11", "06-10", "09-09", "12-09"]),
    (Rule("month_weekday", 12, (4,), nth=LAST, month=6), ["06-26"]),
    (Rule("month_weekday", 1, (4,), nth=5), ["01-30", "05-29", "07-31", "10-30"]),
    (Rule("lunar", 1, day=15, month=8), ["09-25"]),
    (Rule("month_day", 12, day=1, month=10, shift="after"), ["10-08"]),
    (Rule("month_day", 12, day=1, month=10, shift="before"), ["09-30"]),
    (Rule("month_day", 12, day=1, month=10, shift="skip"), []),
])
def test_days_of_a_year(rule, days):
    assert days_of(rule) == days
    assert rule_from(rule_as(rule)) == rule


def test_every_other_week_keeps_its_beat_wherever_one_looks_in():
    rule, start = Rule("week", 2, (0, 3)), date(2026, 1, 7)  # a Wednesday: its Monday is before the start
    whole = days_of(rule, start)
    assert whole[:4] == ["01-08", "01-19", "01-22", "02-02"]
    assert days_of(rule, start, first=date(2026, 1, 21)) == [day for day in whole if day >= "01-21"]


def test_every_tenth_day_and_every_third_working_day():
    assert days_of(Rule("day", 10), date(2026, 1, 5), date(2026, 1, 6), date(2026, 2, 1)) == ["01-15", "01-25"]
    assert days_of(Rule("workday", 3), date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 12)) == ["03-02", "03-05", "03-10"]


@pytest.mark.parametrize(("rule", "words"), [
    (Rule("week", 1, (0, 4)), "each week on Monday、Friday"),
    (Rule("month_weekday", 3, (2,), nth=LAST, shift="after"),
     "each quarter on the last Wednesday, the next working day when closed"),
    (Rule("month_day", 12, day=1, month=3), "each year in month 3 on day 1"),
    (Rule("month_day", 3, day=1, month=2), "each quarter(month 2) on day 1"),
    (Rule("workday", 5), "every 5 working days"), (Rule("month_day", 1, day=5), "each month on day 5"),
    (Rule("lunar", 1, month=9, day=9), "each year on lunar calendar 九月初九")])
def test_rules_in_words(rule, words):
    assert rule_words(rule) == words


def weekly(clock, **more):
    return ScheduleDraft("巡诊排查", Rule("week", 1, (clock.today().weekday(),)), clock.today(), ahead=0, **more)


def test_times_are_due_until_each_is_settled_once(writing, reading, clock):
    with writing() as uow:
        plan = add_schedule(uow, weekly(clock, who="何苗"))
    first = clock.today()
    clock.advance(days=15)
    with reading() as uow:
        assert [one.nominal for one in list_due_occurrences(uow)] == [first, first + timedelta(7), first + timedelta(14)]
    with writing() as uow:
        settle_occurrence(uow, plan, first, result=("visit", 7))
        with pytest.raises(UserError, match="Say why"):
            settle_occurrence(uow, plan, first + timedelta(7), "skipped")
        settle_occurrence(uow, plan, first + timedelta(7), "skipped", reason="暴雨")
    with pytest.raises(UserError, match="settled already"), writing() as uow:
        settle_occurrence(uow, plan, first)
    with pytest.raises(UserError, match="no time on"), writing() as uow:
        settle_occurrence(uow, plan, first + timedelta(1))
    with reading() as uow:
        assert [one.nominal for one in list_due_occurrences(uow)] == [first + timedelta(14)]
        states = [(one.state, one.reason, one.result_id) for one in list_occurrences(uow, plan, first, clock.today())]
        assert states == [("done", "", 7), ("skipped", "暴雨", None), ("open", "", None)]
    with writing() as uow:
        reopen_occurrence(uow, plan, first)
    with reading() as uow:
        assert [one.nominal for one in list_due_occurrences(uow)] == [first, first + timedelta(14)]


def test_a_changed_rule_leaves_what_was_due(writing, reading, clock):
    with writing() as uow:
        plan = add_schedule(uow, weekly(clock))
    first = clock.today()
    clock.advance(days=9)
    with reading() as uow:
        version = get_schedule(uow, plan).version
    with writing() as uow:
        change_schedule(uow, plan, ScheduleDraft("巡诊排查", Rule("month_day", 1, day=1), first), version)
    with reading() as uow:
        found = [one.nominal for one in list_occurrences(uow, plan, first, first + timedelta(60))]
    assert found[:2] == [first, first + timedelta(7)]
    assert [day.day for day in found[2:]] == [1] * len(found[2:])
    assert found[2:]
    with pytest.raises(Conflict), writing() as uow:
        change_schedule(uow, plan, ScheduleDraft("别的", Rule("day", 1), first), version)


def test_a_pause_owes_nothing_and_an_end_ends(writing, reading, clock):
    with writing() as uow:
        plan = add_schedule(uow, weekly(clock, ends_on=clock.today() + timedelta(40)))
        settle_occurrence(uow, plan, clock.today())
        with pytest.raises(UserError, match="why it is paused"):
            pause_schedule(uow, plan, " ")
        pause_schedule(uow, plan, "装修")
    clock.advance(days=20)
    with writing() as uow:
        assert get_schedule(uow, plan).state == "paused"
        assert list_due_occurrences(uow) == []
        resume_schedule(uow, plan)
    clock.advance(days=40)
    with reading() as uow:
        assert len(list_due_occurrences(uow)) == 3  # days 21, 28 and 35
        assert [row.id for row in list_schedules(uow, PageRequest(text="巡诊")).rows] == [plan]


def test_a_holiday_entered_late_moves_the_day_but_makes_no_second_time(writing, reading, clock):
    with writing() as uow:
        plan = add_schedule(uow, ScheduleDraft("会商", Rule("month_day", 12, day=13, month=11, shift="after"), clock.today()))
    day = date(clock.today().year, 11, 13)
    with writing() as uow:
        import_workdays(uow, day.year, [WorkdayRow(day, "off", "装修")])
    with reading() as uow:
        times = list_occurrences(uow, plan, day, day)
    assert [(one.nominal, one.due_on) for one in times] == [(day, day + timedelta(3))]
    with writing() as uow:
        settle_occurrence(uow, plan, day)
    with reading() as uow:
        assert list_due_occurrences(uow, day + timedelta(5)) == []


@pytest.mark.parametrize(("rule", "field"), [
    (Rule("week"), "weekdays"), (Rule("month_day", day=32), "day"), (Rule("week", 0, (1,)), "every"), (Rule("moon"), "unit"),
    (Rule("month_weekday", 1, (1,), nth=6), "nth"), (Rule("lunar", 1, day=15), "month")])
def test_a_rule_that_cannot_be_is_marked_beside_its_field(writing, clock, rule, field):
    with pytest.raises(UserError) as told, writing() as uow:
        add_schedule(uow, ScheduleDraft("走访", rule, clock.today()))
    assert field in told.value.fields


def test_a_roster_by_turns_with_gaps_and_a_swap(writing, reading):
    first, last = date(2026, 11, 9), date(2026, 11, 15)
    with writing() as uow:
        turns = plan_turns(uow, first, last, ["甲律师", "乙律师"], behind="甲律师")
        assert [one.who for one in turns] == ["乙律师", "甲律师"] * 2 + ["乙律师"]
        assert turns[0].deputy == "甲律师"
        save_roster(uow, "legal", first, last, turns[:4])
        assert list_gaps(uow, "legal", first, last) == [date(2026, 11, 13)]
        rows = list_duties(uow, "legal", first, last)
        with pytest.raises(UserError, match="why they change"):
            swap_duties(uow, rows[0].id, rows[1].id, "")
        swap_duties(uow, rows[0].id, rows[1].id, "出庭")
    with pytest.raises(UserError) as told, writing() as uow:
        save_roster(uow, "legal", first, last, [DutyDraft(first, "甲"), DutyDraft(first, "乙"), DutyDraft(first, " ")])
    assert {"duties.1.day", "duties.2.who"} <= set(told.value.fields)
    with reading() as uow:
        assert [one.who for one in list_duties(uow, "legal", first, last)][:2] == ["甲律师", "乙律师"]

"""Legal periods: the worked dates of the rules, and what must hold for every date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.calendar.arithmetic import Period, add_months, due_on, nth_workday, workdays_between
from desk.core.calendar.published import DayMark
from desk.core.calendar.workdays import WorkdayTable, unknown_year_sentence

PLAIN = WorkdayTable()
SPRING_2027 = WorkdayTable({2027: {date(2027, 2, day): DayMark("off", "春节") for day in range(5, 12)}})
THIRTY = Period(30, "day", "人民调解法 第33条")
DATES = st.dates(date(2024, 1, 1), date(2026, 9, 30))


@pytest.mark.parametrize(("start", "unmoved", "last", "because", "table"), [
    (date(2026, 11, 21), date(2026, 12, 21), date(2026, 12, 21), "", PLAIN),
    (date(2026, 9, 2), date(2026, 10, 2), date(2026, 10, 8), "国庆节", PLAIN),
    (date(2027, 1, 8), date(2027, 2, 7), date(2027, 2, 12), "春节", SPRING_2027),
    (date(2026, 11, 5), date(2026, 12, 5), date(2026, 12, 7), "周末", PLAIN),
    (date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 1), "", PLAIN),
])
def test_thirty_days_as_the_rules_work_them_out(start, unmoved, last, because, table):
    due = due_on(start, THIRTY, table)
    assert (due.unmoved, due.last_day, due.moved_because) == (unmoved, last, because)
    assert due.unknown_years == ()


def test_weekends_stay_when_the_hall_says_they_are_no_holidays():
    assert due_on(date(2026, 11, 5), THIRTY, PLAIN, weekends_move=False).last_day == date(2026, 12, 5)
    assert due_on(date(2026, 9, 2), THIRTY, PLAIN, weekends_move=False).last_day == date(2026, 10, 8)


def test_a_weekend_worked_in_exchange_moves_nothing_and_counts_as_a_working_day():
    worked = date(2026, 10, 10)
    assert worked.weekday() == 5
    assert due_on(worked - timedelta(days=30), THIRTY, PLAIN).last_day == worked
    assert nth_workday(date(2026, 9, 30), 3, PLAIN) == worked


def test_a_year_nobody_entered_counts_weekends_only_and_says_so():
    due = due_on(date(2026, 12, 31), Period(1, "day"), PLAIN)
    assert due.last_day == date(2027, 1, 1)
    assert due.unknown_years == (2027,)
    assert "2027" in unknown_year_sentence(due.unknown_years)
    assert unknown_year_sentence(()) == ""


@pytest.mark.parametrize(("start", "months", "end"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
    (date(2026, 10, 31), 4, date(2027, 2, 28)), (date(2026, 3, 15), 12, date(2027, 3, 15)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2026, 1, 31), -2, date(2025, 11, 30))])
def test_months_end_on_the_same_number_or_the_months_last_day(start, months, end):
    assert add_months(start, months) == end


def test_months_and_years_move_like_days():
    assert due_on(date(2026, 9, 3), Period(1, "month"), PLAIN).last_day == date(2026, 10, 8)
    assert due_on(date(2024, 10, 5), Period(1, "year"), PLAIN).unmoved == date(2025, 10, 5)


@pytest.mark.parametrize(("amount", "unit"), [(0, "day"), (-1, "day"), (3, "week")])
def test_no_such_period(amount, unit):
    with pytest.raises(ValueError, match="no such period"):
        Period(amount, unit)


@given(DATES, st.integers(1, 90))
def test_the_last_day_is_a_working_day_never_before_the_plain_one(start, amount):
    due = due_on(start, Period(amount, "day"), PLAIN)
    assert due.unmoved == start + timedelta(days=amount)
    assert due.last_day >= due.unmoved
    assert PLAIN.works(due.last_day)
    assert not any(PLAIN.works(due.unmoved + timedelta(days=n)) for n in range((due.last_day - due.unmoved).days))
    assert bool(due.moved_because) == due.moved


@given(DATES, st.integers(1, 60))
def test_counting_working_days_forth_and_back_agrees(start, amount):
    end = nth_workday(start, amount, PLAIN)
    assert PLAIN.works(end)
    assert workdays_between(start, end, PLAIN) == amount


@given(DATES, DATES)
def test_working_days_between_are_never_negative_and_never_more_than_days(one, other):
    assert 0 <= workdays_between(one, other, PLAIN) <= max(0, (other - one).days)

"""Months as whole numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.calendar.months import month_days, month_of, month_title, months_around
from desk.core.errors import NotFound

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS)
def test_a_day_lies_in_the_days_of_its_month_and_in_no_other(day):
    first, last = month_days(month_of(day))
    assert first <= day <= last
    assert first.day == 1
    assert month_of(last) != month_of(last + timedelta(days=1))


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_months_around_follow_one_another_without_a_gap(day, back, ahead):
    months = months_around(day, back, ahead)
    assert len(months) == back + ahead + 1
    assert months[ahead] == month_of(day)
    assert all(month_days(earlier)[1] + timedelta(days=1) == month_days(later)[0]
               for later, earlier in zip(months, months[1:], strict=False))


@pytest.mark.parametrize("wrong", [0, -202611, 202600, 202613, 2026, 189912, 999912])
def test_a_number_that_names_no_month_is_not_found(wrong):
    with pytest.raises(NotFound):
        month_days(wrong)


def test_the_title_has_no_leading_zero():
    assert [month_title(month) for month in (202601, 202612)] == ["2026年1月", "2026年12月"]

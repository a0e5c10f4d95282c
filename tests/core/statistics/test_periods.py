"""Reporting periods: codes there and back, neighbours, months, what is none."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.statistics.periods import MONTHS_IN, parse_period, period_of


@given(st.dates(), st.sampled_from(sorted(MONTHS_IN)))
def test_periods_cover_every_day_once(day, kind):
    if day.year in (1, 9999):
        return
    period = period_of(day, kind)
    assert period.first <= day <= period.last
    assert parse_period(period.code) == period
    assert period.after.first == period.last + timedelta(days=1)
    assert period.after.before == period.before.after == period
    assert (period.months[0].first, period.months[-1].last) == (period.first, period.last)
    assert len(period.months) == MONTHS_IN[kind]


@pytest.mark.parametrize(("code", "title"), [("2026-05", "2026年5月"), ("2026Q2", "2026年第二季度"), ("2026H2", "2026年下半年"),
                                             ("2026", "2026年度")])
def test_titles_as_papers_say_them(code, title):
    assert parse_period(code).title == title


@pytest.mark.parametrize("code", ["", "2026-13", "2026-00", "2026-5", "2026Q5", "2026H3", "26", "2026-05-01"])
def test_what_is_no_period_is_refused_with_an_example(code):
    with pytest.raises(UserError, match="2026Q2"):
        parse_period(code)

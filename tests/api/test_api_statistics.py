"""Periods as reports name them; a month, a quarter, a year."""

from datetime import date

from desk.api.statistics import parse_period, period_of


def test_a_day_lies_in_a_month_a_quarter_and_a_year():
    day = date(2026, 11, 5)
    assert [period_of(day, kind).code for kind in ("month", "quarter", "year")] == ["2026-11", "2026Q4", "2026"]
    assert parse_period("2026-11") == period_of(day, "month")

"""The lunar date: against the published Spring Festivals, leap months, the table's ends."""

from datetime import date, timedelta

import pytest

from desk.core.calendar.lunar import lunar_date
from desk.core.calendar.published import published


@pytest.mark.parametrize(("day", "words"), [
    (date(2026, 11, 5), "农历九月廿七"), (date(2026, 2, 17), "农历正月初一"), (date(2026, 9, 25), "农历八月十五"),
    (date(2025, 7, 25), "农历闰六月初一"), (date(2033, 12, 22), "农历闰冬月初一"), (date(2034, 2, 18), "农历腊月三十"),
    (date(2020, 1, 24), ""), (date(1999, 1, 1), ""), (date(2060, 2, 1), "农历腊月廿九"), (date(2060, 2, 2), "")])
def test_known_days(day, words):
    assert lunar_date(day) == words


def test_each_published_spring_festival_holds_the_new_year():
    years = [year for year in range(2020, 2030) if published(year)]
    assert len(years) >= 6
    for year in years:
        off = {day for day, mark in published(year).items() if mark.kind == "off" and "春节" in mark.name}
        assert any(lunar_date(day) == "农历正月初一" for day in off), year
        dragon_boat = {day for day, mark in published(year).items() if mark.kind == "off" and "端午" in mark.name}
        assert not dragon_boat or any(lunar_date(day) == "农历五月初五" for day in dragon_boat), year


def test_every_day_of_the_table_follows_the_one_before():
    day, before = date(2020, 1, 25), ""
    seen = set()
    while day < date(2060, 2, 2):
        words = lunar_date(day)
        assert words.startswith("农历")
        assert words != before
        before = words
        seen.add(words[-2:])
        day += timedelta(days=1)
    assert len(seen) == 30

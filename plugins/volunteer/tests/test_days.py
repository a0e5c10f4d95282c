"""Volunteer days: dates proposed by rule, activities hung on them; the year in figures and on paper."""

from datetime import date

import pytest

from desk.api import UserError, hall_time
from desk.api.pages import PageRequest
from plugins.volunteer.documents.yearly import build_plan, build_ranking, build_report, load_year
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft
from plugins.volunteer.drafts_teams import DayDraft, HangDraft
from plugins.volunteer.models import Activity, ServiceDay
from plugins.volunteer.pages.days import DAYS, YEARS, day_items, load_day, start_hang
from plugins.volunteer.pages.days import load_year as load_year_card
from plugins.volunteer.service.days import end_service_day, hang_activity, list_planned, list_year, save_service_day
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.yearly import count_year, list_best, list_years
from plugins.volunteer.tests.conftest import at


def planned(do, day, first, last):
    return do(lambda uow: [one.due_on for one in list_planned(uow, uow.get(ServiceDay, day), first, last)])


def test_rules_of_days_and_months(do):
    monthly = do(save_service_day, DayDraft("每月5日", "monthday", 5))
    last = do(save_service_day, DayDraft("末周六", "weekday", weekday=5, nth=0))
    yearly = do(save_service_day, DayDraft("植树", "year", day=12, month=3))
    month = do(save_service_day, DayDraft("学雷锋月", "month", month=3))
    assert planned(do, monthly, date(2026, 12, 1), date(2027, 1, 31)) == [date(2026, 12, 5), date(2027, 1, 5)]
    assert planned(do, last, date(2026, 12, 1), date(2026, 12, 31)) == [date(2026, 12, 26)]
    assert planned(do, yearly, date(2027, 1, 1), date(2027, 12, 31)) == [date(2027, 3, 12)]
    assert planned(do, month, date(2027, 1, 1), date(2027, 12, 31)) == [date(2027, 3, 1)]
    assert [one.theme for one in do(list_year, 2027) if one.due_on.month == 3] == ["学雷锋月", "每月5日", "植树", "末周六"]


def test_a_day_needs_a_theme_and_times(do):
    for wrong in (DayDraft(), DayDraft("日", begins="25:00"), DayDraft("日", begins="10:00", ends="9:00")):
        with pytest.raises(UserError):
            do(save_service_day, wrong)


def test_activities_are_hung_on_the_next_free_date(do, clock):
    day = do(save_service_day, DayDraft("志愿服务日", "monthday", 20, begins="8:30", ends="11:00", place="广场"))
    shown = do(start_hang, day)
    assert shown["on"] == date(2026, 11, 20)
    first = do(hang_activity, HangDraft(day))
    activity = do(lambda uow: uow.get(Activity, first))
    assert (f"{hall_time(activity.starts_at):%d %H:%M}", activity.place) == ("20 08:30", "广场")
    second = do(hang_activity, HangDraft(day))
    assert hall_time(do(lambda uow: uow.get(Activity, second)).starts_at).month == 12
    with pytest.raises(UserError):
        do(hang_activity, HangDraft(day, nominal=date(2026, 11, 20)))
    assert "志愿服务日" in do(load_day, day).sections[1].facts[0].value
    row = do(DAYS.fetch, PageRequest()).rows[0]
    assert (row.day, row.until) == (date(2026, 11, 20), date(2027, 1, 20))


def test_a_date_without_activity_is_on_the_home_page(do):
    day = do(save_service_day, DayDraft("志愿服务日", "monthday", 10))
    assert [one.due for one in do(day_items)] == [date(2026, 11, 10)]
    do(hang_activity, HangDraft(day))
    assert do(day_items) == []


def test_an_ended_plan_proposes_nothing(do):
    day = do(save_service_day, DayDraft("志愿服务日", "monthday", 10))
    with pytest.raises(UserError):
        do(end_service_day, EndingDraft(day))
    do(end_service_day, EndingDraft(day, "改为每周"))
    assert do(list_year, 2026) == []
    assert do(day_items) == []


@pytest.fixture
def served(station, do):
    """Two hours of one who agreed to lists, three of one who did not, corrected to one; another year before."""
    agreed, silent = station.volunteer("龚桂兰", consent_names=True), station.volunteer("沈大力")
    station.serve(agreed, at(9, 1, 8), at(9, 1, 10), enter=False)
    pair = station.serve(silent, at(9, 2, 8), at(9, 2, 11))
    do(correct_hours, CorrectionDraft(pair, 60, "误记", "何苗"))
    return agreed, silent


def test_a_year_counts_heads_once_and_hours_with_corrections(served, do, printed):
    one = do(count_year, 2026)
    assert (one.heads, one.minutes, one.active, one.mean) == (2, 180, 2, 90)
    assert sum(minutes for _month, minutes in one.by_month) == 180
    assert sum(line[2] for line in one.by_kind) == sum(line[2] for line in one.by_team) == 180
    assert do(count_year, 2025).minutes == 0
    assert 2026 in do(list_years)
    assert do(YEARS.fetch, PageRequest()).rows[0].heads == 2
    assert do(load_year_card, 2026).papers
    text = printed(build_report(do(load_year, 2026)))
    assert "3小时" in text
    assert "2人次" in text


def test_only_those_who_agreed_are_ranked(served, do, printed):
    assert do(list_best, 2026) == [(1, "龚桂兰", 120)]
    text = printed(build_ranking(do(load_year, 2026)))
    assert "龚桂兰" in text
    assert "沈大力" not in text
    assert "ZY2" not in text


def test_the_plan_of_a_year_hangs_out(do, printed):
    do(save_service_day, DayDraft("每月5日", "monthday", 5))
    do(save_service_day, DayDraft("学雷锋月", "month", month=3))
    text = printed(build_plan(do(load_year, 2027)))
    assert "12月5日" in text
    assert "服务月" in text

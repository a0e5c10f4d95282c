"""The working calendar: published years, years the hall keeps, mistakes refused."""

from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.calendar.arithmetic import Period
from desk.core.calendar.queries import (
    WEEKENDS_MOVE,
    WorkdayRow,
    get_due,
    get_workdays,
    list_entered_years,
    list_workdays,
)
from desk.core.calendar.service import change_workday, import_workdays, restore_year
from desk.core.db.community import Community
from desk.core.errors import NotAllowed, UserError
from desk.core.settings.service import change_settings

NEW_YEAR = WorkdayRow(date(2027, 1, 1), "off", "元旦")


def test_published_years_need_no_entering(reading):
    with reading() as uow:
        table = get_workdays(uow)
        assert table.holiday(date(2026, 10, 1)) == "国庆节"
        assert not table.works(date(2026, 10, 7))
        assert table.works(date(2026, 10, 8))
        assert not table.knows(2027)
        assert list_workdays(uow, 2027) == []


def test_an_imported_year_replaces_the_published_one(writing, reading):
    with writing() as uow:
        assert import_workdays(uow, 2026, [WorkdayRow(date(2026, 5, 4), "off", "休息")], "通知") == 1
    with reading() as uow:
        table = get_workdays(uow)
        assert table.works(date(2026, 10, 1))
        assert table.holiday(date(2026, 5, 4)) == "休息"
        assert list_entered_years(uow) == [2026]
    with writing() as uow:
        restore_year(uow, 2026)
        assert get_workdays(uow).holiday(date(2026, 10, 1)) == "国庆节"


def test_changing_one_day_keeps_the_others_of_its_year(writing, reading):
    with writing() as uow:
        before = len(list_workdays(uow, 2026))
        change_workday(uow, date(2026, 11, 9), "off", "停电")
        change_workday(uow, date(2026, 10, 7), "")
    with reading() as uow:
        assert len(list_workdays(uow, 2026)) == before
        table = get_workdays(uow)
        assert table.holiday(date(2026, 11, 9)) == "停电"
        assert table.works(date(2026, 10, 7))
        assert table.holiday(date(2026, 10, 1)) == "国庆节"


@pytest.mark.parametrize("rows", [
    [], [WorkdayRow(date(2026, 1, 1), "off")], [NEW_YEAR, NEW_YEAR], [WorkdayRow(date(2027, 1, 1), "rest")],
    [WorkdayRow(date(2027, 1, 4), "on")]])
def test_a_wrong_table_is_refused_and_changes_nothing(writing, reading, rows):
    with pytest.raises(UserError), writing() as uow:
        import_workdays(uow, 2027, rows)
    with reading() as uow:
        assert not get_workdays(uow).knows(2027)


def test_the_setting_decides_about_weekends(writing, reading):
    with reading() as uow:
        assert get_due(uow, date(2026, 11, 5), Period(30, "day")).last_day == date(2026, 12, 7)
    with writing() as uow:
        change_settings(uow, {WEEKENDS_MOVE: False})
    with reading() as uow:
        assert get_due(uow, date(2026, 11, 5), Period(30, "day")).last_day == date(2026, 12, 5)


def test_each_community_keeps_its_own_year_and_needs_the_right(writing, factory):
    with writing() as uow:
        uow.session.add(Community(id=2, name="另一社区"))
        import_workdays(uow, 2027, [NEW_YEAR])
    with factory.reading(Actor(name="x", community_id=2, all_rights=True)) as uow:
        assert not get_workdays(uow).knows(2027)
    with pytest.raises(NotAllowed), factory.writing(Actor(name="y", community_id=1)) as uow:
        import_workdays(uow, 2027, [NEW_YEAR])

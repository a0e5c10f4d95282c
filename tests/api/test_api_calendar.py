"""Deadlines in working days, and something that comes every month."""

from datetime import date

from desk.api.calendar import (
    Period,
    Rule,
    ScheduleDraft,
    add_schedule,
    get_due,
    list_due_occurrences,
    month_days,
    month_title,
    months_around,
    settle_occurrence,
)


def test_a_deadline_in_working_days_over_a_weekend(reading):
    with reading() as uow:
        due = get_due(uow, date(2026, 11, 5), Period(3, "workday", "练习办法 第1条"))
    assert due.last_day == date(2026, 11, 10)


def test_what_comes_on_the_last_of_each_month_is_settled_once(writing, reading):
    with writing() as uow:
        rule = Rule("month_day", day=31)  # in short months their last day
        patrol = add_schedule(uow, ScheduleDraft("消防通道巡查", rule, date(2026, 11, 1), kind="example.patrol"))
    with reading() as uow:
        due = list_due_occurrences(uow, date(2026, 11, 30), kind="example.patrol")
    assert [one.nominal for one in due] == [date(2026, 11, 30)]
    with writing() as uow:
        settle_occurrence(uow, patrol, date(2026, 11, 30), on=date(2026, 11, 5))
    with reading() as uow:
        assert list_due_occurrences(uow, date(2026, 11, 30), kind="example.patrol") == []


def test_months_of_a_list_are_named_and_have_their_days():
    assert months_around(date(2026, 1, 31), 1, 1) == [202602, 202601, 202512]
    assert month_title(202602) == "2026年2月"
    assert month_days(202602) == (date(2026, 2, 1), date(2026, 2, 28))

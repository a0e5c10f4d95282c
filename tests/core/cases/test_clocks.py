"""Deadlines: started by states, paused, extended, stopped; the home page sees what is due."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.cases.clocks import extend_clock, pause_clock, resume_clock, start_clock, start_clock_until, stop_clock
from desk.core.cases.drafts import CaseDraft
from desk.core.cases.kinds import Tone
from desk.core.cases.moves import move
from desk.core.cases.queries import get_case, list_clocks, list_due
from desk.core.cases.service import open_case
from desk.core.errors import UserError
from desk.core.settings.service import change_settings

TODAY = date(2026, 11, 5)


@pytest.fixture
def matter(writing):
    with writing() as uow:
        return open_case(uow, "trial.matter", CaseDraft("楼上漏水纠纷", opened_on=date(2026, 11, 4)))


def clock(uow, matter, code):
    return [row for row in list_clocks(uow, matter) if row.code == code][-1]


def test_a_state_starts_its_clock_and_another_ends_it(matter, writing, reading):
    with reading() as uow:
        answer = clock(uow, matter, "answer")
        assert (answer.last_day, answer.days_left) == (date(2026, 11, 9), 4)
        assert get_case(uow, matter).due_on == date(2026, 11, 9)
    with writing() as uow:
        move(uow, matter, "take")
    with reading() as uow:
        settle = clock(uow, matter, "settle")
        assert clock(uow, matter, "answer").stopped_on == TODAY
        assert (settle.unmoved, settle.last_day, settle.source) == (date(2026, 12, 5), date(2026, 12, 7), "若干规定 第33条")
        assert get_case(uow, matter).due_on == date(2026, 12, 7)


def test_a_setting_overrides_what_the_law_leaves_open(matter, writing, reading):
    with writing() as uow:
        change_settings(uow, {"trial.days": 15})
        move(uow, matter, "take")
    with reading() as uow:
        assert clock(uow, matter, "settle").last_day == date(2026, 11, 20)


def test_the_home_page_reminds_by_the_unmoved_day_and_counts_to_the_last(matter, writing, reading, clock):
    with writing() as uow:
        move(uow, matter, "take")
    with reading() as uow:
        assert list_due(uow, date(2026, 12, 4)) == []
        assert [row.days_left for row in list_due(uow, date(2026, 12, 5))] == [32]
    clock.advance(days=33)
    with reading() as uow:
        [due] = list_due(uow, date(2026, 12, 5))
        assert (due.overdue, due.days_left) == (True, -1)
        assert get_case(uow, matter).overdue
        assert get_case(uow, matter).tone is Tone.LATE


def test_a_paused_clock_is_never_due_and_keeps_what_was_left(matter, writing, reading, clock):
    with writing() as uow:
        move(uow, matter, "take")
        pause_clock(uow, matter, "settle", "委托鉴定")
    with reading() as uow:
        assert list_due(uow, date(2027, 12, 31)) == []
        assert get_case(uow, matter).due_on is None
    clock.advance(days=10)
    with writing() as uow:
        due = resume_clock(uow, matter, "settle")
    assert due.unmoved == date(2026, 12, 15)
    with reading() as uow:
        assert get_case(uow, matter).due_on == due.last_day
        assert [row.days_left for row in list_clocks(uow, matter) if row.code == "settle"] == [30]


def test_a_final_state_stops_every_clock(matter, writing, reading):
    with writing() as uow:
        move(uow, matter, "take")
        start_clock_until(uow, matter, "pay", "付清赔偿款", date(2026, 11, 30), "协议第二条")
        assert get_case(uow, matter).due_on == date(2026, 11, 30)
        move(uow, matter, "close", "已履行")
    with reading() as uow:
        assert all(row.stopped_on == TODAY for row in list_clocks(uow, matter))
        assert get_case(uow, matter).due_on is None
        assert list_due(uow, date(2027, 12, 31)) == []


def test_an_extension_is_later_and_has_a_reason(matter, writing, reading):
    with writing() as uow:
        move(uow, matter, "take")
        for until, reason in ((date(2026, 12, 7), "双方同意"), (date(2026, 12, 20), "")):
            with pytest.raises(UserError):
                extend_clock(uow, matter, "settle", until, reason)
        extend_clock(uow, matter, "settle", date(2026, 12, 20), "双方同意延期")
    with reading() as uow:
        assert clock(uow, matter, "settle").last_day == date(2026, 12, 20)


def test_clocks_refuse_what_makes_no_sense(matter, writing):
    for act in (lambda uow: start_clock(uow, matter, "answer"), lambda uow: stop_clock(uow, matter, "settle"),
                lambda uow: resume_clock(uow, matter, "answer"), lambda uow: pause_clock(uow, matter, "answer", " "),
                lambda uow: pause_clock(uow, matter, "answer", "x", on=TODAY + timedelta(days=1)),
                lambda uow: pause_clock(uow, matter, "answer", "x", on=date(2026, 11, 1)),
                lambda uow: start_clock_until(uow, matter, "pay", "付款", TODAY - timedelta(days=1))):
        with pytest.raises(UserError), writing() as uow:
            act(uow)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["answer", "settle"]), st.integers(0, 20), st.integers(0, 40))
def test_a_pause_never_takes_days_away_and_none_changes_nothing(kinds, writing, clock, code, before, length):
    start = clock.moment
    with writing() as uow:
        matter = open_case(uow, "trial.matter", CaseDraft("噪音纠纷"))
        if code == "settle":
            move(uow, matter, "take")
        first = get_case(uow, matter).due_on
    clock.advance(days=before)
    with writing() as uow:
        pause_clock(uow, matter, code, "等待")
    clock.advance(days=length)
    with writing() as uow:
        after = resume_clock(uow, matter, code)
    clock.moment = start
    assert after.last_day >= first
    if length == 0:
        assert after.last_day == first
    assert (after.last_day - first).days <= length + 12

"""Time sheets on both engines: served minutes, no overlap, no future, midnight, publication, corrections."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from desk.core.clock import HALL_ZONE
from desk.core.errors import UserError
from desk.core.timesheets.drafts import PairDraft, Whose
from desk.core.timesheets.entering import confirm, correct, enter, object_to, publish
from desk.core.timesheets.model import TimePublication
from desk.core.timesheets.queries import count_minutes, list_pairs_of, list_pairs_of_source
from desk.core.timesheets.service import find_open, record_pair, sign_out, strike

_whoever = iter(range(100, 10**6))
WHO, WHERE = Whose("trial.volunteer", 1), Whose("trial.activity", 1)


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=HALL_ZONE).astimezone(UTC)


@pytest.fixture
def write(writing):
    def done(function, *args, **more):
        with writing() as uow:
            return function(uow, *args, **more)
    return done


def pair(start, end=None, who=WHO, **more):
    return PairDraft(who, WHERE, start, end, **more)


def entered(write, clock, start, end, **more):
    made = write(record_pair, pair(start, end, **more))
    write(confirm, [made])
    board = write(publish, [made])
    clock.advance(days=10)
    write(enter, board)
    return made


def test_travel_is_not_served(write):
    write(record_pair, pair(at(4, 8), at(4, 12, 30), unserved=60))
    row = write(list_pairs_of, WHO)[0]
    assert (row.minutes, row.day, row.state) == (210, date(2026, 11, 4), "closed")


def test_somebody_signs_in_and_out_twice(write):
    first = write(record_pair, pair(at(5, 8)))
    assert write(find_open, WHO, WHERE) == first
    with pytest.raises(UserError):
        write(record_pair, pair(at(5, 8, 30)))
    assert write(sign_out, first, at(5, 8, 45)) == 45
    second = write(record_pair, pair(at(5, 9)))
    assert write(sign_out, second, at(5, 9, 20)) == 20


@pytest.mark.parametrize(("start", "end", "fits"), [
    (at(4, 8), at(4, 9), True), (at(4, 11), at(4, 12), True), (at(4, 10), at(4, 12), False),
    (at(4, 8), at(4, 9, 1), False), (at(4, 9, 30), at(4, 10), False), (at(4, 8), at(4, 12), False)])
def test_one_person_is_in_one_place(write, start, end, fits):
    write(record_pair, pair(at(4, 9), at(4, 11)))
    write(record_pair, pair(at(4, 9), at(4, 11), who=Whose("trial.volunteer", 2)))
    if fits:
        write(record_pair, pair(start, end))
    else:
        with pytest.raises(UserError):
            write(record_pair, pair(start, end))


@pytest.mark.parametrize(("start", "end", "field"), [
    (at(5, 9), at(5, 10), "ended_at"), (at(5, 10), None, "started_at"), (at(4, 9), at(4, 8), "ended_at"),
    (at(3, 8), at(4, 9), "ended_at")])
def test_what_cannot_be(write, start, end, field):
    with pytest.raises(UserError) as told:
        write(record_pair, pair(start, end))
    assert field in told.value.fields


def test_midnight_is_no_border(write):
    write(record_pair, pair(at(3, 22), at(4, 2)))
    row = write(list_pairs_of, WHO)[0]
    assert (row.minutes, row.day) == (240, date(2026, 11, 3))


def test_written_down_late_it_needs_a_witness(write):
    with pytest.raises(UserError) as told:
        write(record_pair, pair(at(20, 8, month=10), at(20, 9, month=10)))
    assert set(told.value.fields) == {"witness", "late_reason"}
    write(record_pair, pair(at(20, 8, month=10), at(20, 9, month=10), witness="何苗", late_reason="纸质表迟交"))


def test_published_on_friday_it_counts_from_monday_and_is_entered_after_wednesday(write, clock):
    clock.moment = at(20, 17)
    made = write(record_pair, pair(at(20, 9), at(20, 12)))
    write(confirm, [made])
    board = write(publish, [made], place="公示栏")
    assert write(lambda uow: uow.get(TimePublication, board).last_day) == date(2026, 11, 25)
    clock.moment = at(25, 17)
    with pytest.raises(UserError):
        write(enter, board)
    clock.moment = at(26, 8)
    assert [one.minutes for one in write(enter, board)] == [180]
    with pytest.raises(UserError):
        write(enter, board)
    assert write(count_minutes, WHO) == 180


def test_an_objection_takes_one_pair_off_the_board(write, clock):
    two = [write(record_pair, pair(at(4, 8), at(4, 9))), write(record_pair, pair(at(4, 9), at(4, 10)))]
    write(confirm, two)
    board = write(publish, two)
    write(object_to, two[0], "当天没有来")
    clock.advance(days=10)
    assert [one.pair_id for one in write(enter, board)] == [two[1]]


def test_a_correction_is_a_new_entry(write, clock, database):
    made = entered(write, clock, at(4, 8), at(4, 12))
    assert write(correct, made, 120, "中途离开").minutes == -120
    assert write(count_minutes, WHO) == 120
    assert write(list_pairs_of_source, WHERE)[0].entered == 120
    with pytest.raises(UserError):
        write(correct, made, 120, "再来一次")
    with pytest.raises(UserError):
        write(strike, made, "x")
    with pytest.raises(DatabaseError, match="append-only"), database.writer.begin() as connection:
        connection.execute(text("UPDATE core_time_entry SET minutes = 1"))


def test_only_what_is_signed_out_is_confirmed(write):
    with pytest.raises(UserError):
        write(confirm, [write(record_pair, pair(at(5, 8)))])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=8))
def test_accepted_pairs_never_overlap(factory, actor, spans):
    who, kept = next(_whoever), []
    for start, length in spans:
        begin = at(4, 8) + timedelta(minutes=start)
        try:
            with factory.writing(actor) as uow:
                record_pair(uow, pair(begin, begin + timedelta(minutes=length), who=Whose("trial.random", who)))
            kept.append((start, start + length))
        except UserError:
            assert any(start < end and start + length > first for first, end in kept)
    kept.sort()
    assert all(one[1] <= other[0] for one, other in zip(kept, kept[1:], strict=False))

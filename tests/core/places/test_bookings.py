"""Venues and bookings: two never overlap, and the refusal names the other."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from desk.core.errors import Conflict, UserError
from desk.core.places.drafts import BookingDraft, VenueDraft
from desk.core.places.queries import get_venue, list_bookings, list_bookings_of, list_venues
from desk.core.places.venues import add_venue, book_venue, cancel_booking, change_booking, change_venue, close_venue

NINE = datetime(2026, 11, 6, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def room(writing):
    with writing() as uow:
        return add_venue(uow, VenueDraft("一号调解室", "mediation_room", capacity=8, keeper="周明"))


def book(uow, venue, start=NINE, hours=1, **more):
    return book_venue(uow, BookingDraft(venue, start, start + hours * HOUR, more.pop("purpose", "调解会"), **more))


@pytest.mark.parametrize(("start", "hours"), [(NINE, 2), (NINE - HOUR, 2), (NINE + HOUR, 1), (NINE - HOUR, 4)])
def test_an_overlap_is_refused_naming_the_other_booking(room, writing, start, hours):
    with writing() as uow:
        book(uow, room, hours=2, purpose="议事会", contact="李小云")
    with pytest.raises(UserError) as refused, writing() as uow:
        book(uow, room, start, hours)
    assert refused.value.field == "starts_at"
    for said in ("一号调解室", "议事会", "李小云", "09:00", "11:00"):
        assert said in str(refused.value)


def test_neighbours_other_rooms_and_cancelled_times_do_not_clash(room, writing, reading):
    with writing() as uow:
        first = book(uow, room, owner_kind="mediation.dispute", owner_id=7)
        book(uow, room, NINE + HOUR)
        book(uow, add_venue(uow, VenueDraft("会议室")), NINE)
        cancel_booking(uow, first, "改期")
        again = book(uow, room)
    with reading() as uow:
        assert [row.id for row in list_bookings(uow, NINE, NINE + HOUR, venue_id=room)] == [again]
        assert len(list_bookings(uow, NINE, NINE + 2 * HOUR)) == 3
        assert list_bookings_of(uow, "mediation.dispute", 7) == []


def test_a_booking_can_move_but_not_onto_another(room, writing, reading):
    with writing() as uow:
        first, _second = book(uow, room), book(uow, room, NINE + 2 * HOUR)
        change_booking(uow, first, BookingDraft(room, NINE, NINE + 2 * HOUR, "调解会"), 1)
    with pytest.raises(UserError), writing() as uow:
        change_booking(uow, first, BookingDraft(room, NINE, NINE + 3 * HOUR, "调解会"), 2)
    with reading() as uow:
        assert list_bookings(uow, NINE, NINE + HOUR)[0].ends_at == NINE + 2 * HOUR


def test_mistakes_and_closed_venues_are_refused(room, writing):
    for start, end, purpose in ((NINE, NINE, "会"), (NINE, NINE - HOUR, "会"), (NINE, NINE + HOUR, " ")):
        with pytest.raises(UserError), writing() as uow:
            book_venue(uow, BookingDraft(room, start, end, purpose))
    with writing() as uow:
        close_venue(uow, room, date(2026, 11, 5))
        assert list_venues(uow) == []
    with pytest.raises(UserError, match="一号调解室"), writing() as uow:
        book(uow, room)


def test_a_venue_changes_with_its_version(room, writing, reading):
    with writing() as uow:
        change_venue(uow, room, VenueDraft("调解室", "mediation_room", capacity=10), 1)
    with pytest.raises(Conflict), writing() as uow:
        change_venue(uow, room, VenueDraft("调解一室", "mediation_room"), 1)
    with reading() as uow:
        assert (get_venue(uow, room).name, get_venue(uow, room).capacity) == ("调解室", 10)


def test_of_two_seats_booking_at_once_one_gets_the_room(room, factory, actor, reading):
    ready, refused = threading.Barrier(2), []

    def seat():
        ready.wait()
        try:
            with factory.writing(actor) as uow:
                book(uow, room)
        except UserError as error:
            refused.append(error)

    seats = [threading.Thread(target=seat) for _ in range(2)]
    for one in seats:
        one.start()
    for one in seats:
        one.join()
    assert len(refused) == 1
    with reading() as uow:
        assert len(list_bookings(uow, NINE, NINE + HOUR)) == 1

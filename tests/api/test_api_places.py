"""A room is booked; a second meeting at the same time is refused, one after it is not."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.places import AreaDraft, BookingDraft, add_area, book_venue, get_area, list_bookings
from desk.testing.hall import make_venue


def test_an_area_knows_where_it_lies(writing, reading):
    with writing() as uow:
        estate = add_area(uow, AreaDraft("翠湖花园", "estate"))
        building = add_area(uow, AreaDraft("3号楼", "building", estate))
    with reading() as uow:
        assert get_area(uow, building).full_name == "翠湖花园3号楼"


def test_no_two_meetings_in_one_room(writing, reading, clock):
    start = clock.now() + timedelta(days=1)
    with writing() as uow:
        room = make_venue(uow, "议事厅")
        book_venue(uow, BookingDraft(room, start, start + timedelta(hours=2), "议事会"))
    with pytest.raises(UserError), writing() as uow:
        book_venue(uow, BookingDraft(room, start + timedelta(hours=1), start + timedelta(hours=3), "调解"))
    with writing() as uow:
        book_venue(uow, BookingDraft(room, start + timedelta(hours=2), start + timedelta(hours=3), "调解"))
    with reading() as uow:
        assert [one.purpose for one in list_bookings(uow, start, start + timedelta(days=1))] == ["议事会", "调解"]

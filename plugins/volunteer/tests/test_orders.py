"""Orders: offered by skill, time and area; declined, cancelled, taken once by two who try; thanks on paper."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from desk.api import DeskError, UserError
from desk.api.db import Actor
from desk.api.people import PersonDraft, register_person
from plugins.volunteer.documents import thanks_card
from plugins.volunteer.documents.loading import load_order
from plugins.volunteer.drafts import DoneDraft, EndingDraft, OrderDraft, RatingDraft, SignUpDraft, VolunteerDraft
from plugins.volunteer.models import Offer, Order
from plugins.volunteer.pages.order_record import load_order as load_card
from plugins.volunteer.service.free_times import DAYS, PARTS, free_then
from plugins.volunteer.service.ordering import (
    cancel_order,
    decline_order,
    finish_order,
    offer_order,
    place_order,
    rate_order,
    take_order,
)
from plugins.volunteer.service.registering import save_volunteer
from plugins.volunteer.tests.conftest import at

START = at(11, 7, 9)  # a Saturday


@pytest.fixture
def order(do):
    def placed(**more):
        draft = OrderDraft("水龙头滴水", "王桂珍", "13800000000", "1幢101", "repair", wanted_at=START,
                           wanted_until=START + timedelta(hours=1))
        from dataclasses import replace

        return do(place_order, replace(draft, **more))
    return placed


def offered(do, order):
    return do(lambda uow: list(uow.session.scalars(select(Offer.volunteer_id).where(
        Offer.order_id == order, Offer.state == "open").order_by(Offer.id))))


@pytest.mark.parametrize(("words", "fits"), [
    ("", True), ("都可以", True), ("周末", True), ("周六上午", True), ("星期六", True), ("周五至周日", True),
    ("周一到周三", False), ("工作日", False), ("周日", False), ("周末下午", False), ("晚上", False),
    ("上午", True), ("随时", True)])
def test_free_words(words, fits):
    assert free_then(words, START) is fits


@given(st.sampled_from(sorted(DAYS)), st.sampled_from(["", *sorted(PARTS)]))
def test_every_word_is_true_at_some_hour_of_the_week(day, part):
    assert any(free_then(day + part, START + timedelta(hours=hour)) for hour in range(168))


def test_an_order_is_offered_to_who_can_and_is_free(station, do, order):
    able = station.volunteer("龚桂兰", skills=("repair",), times="周末")
    station.volunteer("欧阳明", skills=("hair",), times="周末")
    station.volunteer("单广志", skills=("repair",), times="工作日")
    busy = station.volunteer("沈芳", skills=("repair",))
    other = order(wanted_until=START + timedelta(hours=2))
    do(take_order, SignUpDraft(other, "沈芳"))
    here = order()
    do(offer_order, EndingDraft(here))
    assert offered(do, here) == [able]
    assert busy not in offered(do, here)


def test_neighbours_come_first_then_the_least_busy(station, do, order):
    from desk.testing.hall import make_area

    house = do(make_area, "翠湖花园")
    far = station.volunteer("龚桂兰", skills=("repair",))
    idle = station.volunteer("欧阳明", skills=("repair",))
    person = do(register_person, PersonDraft(name="单广志", sex="1", birth="1960-01-01", reason="试", area_id=house))
    near = do(save_volunteer, VolunteerDraft(person, consent_data=True, skills=("repair",)))
    done = order(wanted_at=START - timedelta(days=1), wanted_until=START - timedelta(hours=23))
    do(take_order, SignUpDraft(done, "龚桂兰"))
    here = order(area_id=house)
    do(offer_order, EndingDraft(here))
    assert offered(do, here) == [near, idle, far]


def test_neighbours_are_found_at_the_end_of_a_long_register(station, do, order, monkeypatch):
    from desk.testing.hall import make_area

    monkeypatch.setattr("plugins.volunteer.service.matching.LOOKED_AT", 2)
    house = do(make_area, "翠湖花园")
    far = [station.volunteer(name) for name in ("龚桂兰", "欧阳明", "何苗")]
    person = do(register_person, PersonDraft(name="单广志", sex="1", birth="1960-01-01", reason="试", area_id=house))
    near = do(save_volunteer, VolunteerDraft(person, consent_data=True))
    here = order(area_id=house, skill="")
    do(offer_order, EndingDraft(here))
    assert offered(do, here) == [near, *far[:2]]


def test_who_declines_is_not_asked_again(station, do, order):
    station.volunteer("龚桂兰", skills=("repair",))
    second = station.volunteer("欧阳明", skills=("repair",))
    here = order()
    do(offer_order, EndingDraft(here))
    do(decline_order, SignUpDraft(here, "龚桂兰"))
    do(offer_order, EndingDraft(here))
    assert offered(do, here) == [second]


def test_the_resident_may_call_it_off_until_it_is_done(station, do, order, clock):
    station.volunteer("龚桂兰", skills=("repair",))
    here, other = order(), order(wanted_at=at(11, 4, 8), wanted_until=at(11, 4, 9))
    with pytest.raises(UserError):
        do(cancel_order, EndingDraft(here))
    do(take_order, SignUpDraft(here, "龚桂兰"))
    do(cancel_order, EndingDraft(here, "已自行修好"))
    assert do(lambda uow: uow.get(Order, here).state) == "cancelled"
    do(take_order, SignUpDraft(other, "龚桂兰"))
    do(finish_order, DoneDraft(other, at(11, 4, 8), at(11, 4, 9)))
    with pytest.raises(UserError):
        do(cancel_order, EndingDraft(other, "晚了"))


def test_two_seats_give_an_order_to_one_helper(station, do, order, factory):
    for name in ("龚桂兰", "欧阳明"):
        station.volunteer(name, skills=("repair",))
    here = order()

    def seat(number):
        try:
            with factory.writing(Actor(f"窗口{number}", 1, all_rights=True)) as uow:
                take_order(uow, SignUpDraft(here, f"ZY{1 + number % 2}"))
            return 1
        except (DeskError, DatabaseError):
            return 0

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(seat, range(6))) == 1
    assert do(lambda uow: len(uow.session.scalars(select(Offer).where(Offer.state == "taken")).all())) == 1


def test_thanks_go_on_paper_without_the_address(station, do, order, printed, clock):
    station.volunteer("龚桂兰", skills=("repair",))
    here = order(wanted_at=at(11, 4, 8), wanted_until=at(11, 4, 9))
    do(take_order, SignUpDraft(here, "龚桂兰"))
    do(finish_order, DoneDraft(here, at(11, 4, 8), at(11, 4, 9)))
    do(rate_order, RatingDraft(here, 5, "修得又快又好"))
    text = printed(thanks_card.build(do(load_order, here)))
    assert "龚桂兰" in text
    assert "修得又快又好" in text
    assert "1幢101" not in text


def test_an_order_that_fits_nobody_can_still_be_taken_by_who_is_asked(station, do, order):
    station.volunteer("欧阳明", skills=("hair",))
    here = order()
    with pytest.raises(UserError):
        do(offer_order, EndingDraft(here))
    assert "volunteer.take_form" in [act.entry for act in do(load_card, here).acts]
    do(take_order, SignUpDraft(here, "欧阳明"))
    assert do(load_card, here).holder == "欧阳明"

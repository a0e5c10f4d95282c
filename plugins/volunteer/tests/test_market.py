"""The market: goods and points together or not at all, limits, returns, stocktaking, the last bag of rice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError

from desk.api import DeskError, UserError
from desk.api.db import Actor
from desk.api.ledgers import reconcile
from desk.testing.hall import put_settings
from plugins.volunteer.drafts import (
    AdjustmentDraft,
    CorrectionDraft,
    DecisionDraft,
    DonationDraft,
    EndingDraft,
    GoodsDraft,
    StocktakeDraft,
)
from plugins.volunteer.models import HandOut
from plugins.volunteer.service.counting import take_stock
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.market import balance, hand_out, take_at_counter, take_back, undo_at_counter
from plugins.volunteer.service.points import (
    ask_adjustment,
    decide_adjustment,
    donate_points,
    expire_points,
    give_points,
)
from plugins.volunteer.service.stock import price_of, save_goods, stock_of, take_donation
from plugins.volunteer.shop_drafts import GiftDraft
from plugins.volunteer.tests.conftest import at
from plugins.volunteer.tests.test_examples import grant


@pytest.fixture
def ready(station):
    who = station.volunteer()
    grant(station, who, 1000)
    return who, station.goods(points=100, quantity=3)


def test_points_and_pieces_move_together(station, do, ready):
    who, rice = ready
    do(hand_out, who, rice, 2)
    assert (station.points(who), do(stock_of, rice)) == (800, 1)
    with pytest.raises(UserError):
        do(hand_out, who, rice, 2)
    assert (station.points(who), do(stock_of, rice)) == (800, 1)


def test_goods_come_back_once(station, do, ready):
    who, rice = ready
    made = do(hand_out, who, rice)
    do(take_back, EndingDraft(made, "包装破损"))
    assert (station.points(who), do(stock_of, rice)) == (1000, 3)
    with pytest.raises(UserError):
        do(take_back, EndingDraft(made, "再退一次"))


def test_what_is_final_stays_final_after_the_day(do, ready, clock):
    who, rice = ready
    made = do(hand_out, who, rice)
    do(put_settings, {"volunteer.final_redemption": True})
    clock.advance(days=1)
    with pytest.raises(UserError):
        do(take_back, EndingDraft(made, "不想要了"))


def test_nobody_has_more_than_the_limit(station, do, clock):
    who, rice = station.volunteer(), station.goods(points=10, quantity=9, limit=2, limit_days=30)
    grant(station, who, 1000)
    do(hand_out, who, rice, 2)
    with pytest.raises(UserError):
        do(hand_out, who, rice)
    clock.advance(days=30)
    do(hand_out, who, rice)
    assert station.points(who) == 970


def test_a_new_price_holds_from_its_day(do, ready, clock):
    who, rice = ready
    clock.advance(days=1)
    do(save_goods, GoodsDraft("12", "大米", "袋", 200, id=rice, version=1))
    assert do(price_of, rice) == 200
    do(hand_out, who, rice)
    assert do(balance, who) == 800


def test_a_difference_in_stock_needs_a_reason(do, ready):
    _who, rice = ready
    with pytest.raises(UserError):
        do(take_stock, StocktakeDraft(rice, 2))
    do(take_stock, StocktakeDraft(rice, 2, "破损"))
    assert do(stock_of, rice) == 2
    assert do(reconcile) == []


def test_five_keystrokes_at_the_counter(station, do, ready):
    who, rice = ready
    chosen = do(take_at_counter, None, "ZY1")
    assert chosen.accepted
    answer = do(take_at_counter, None, "12*2", chosen.carry)
    assert (station.points(who), do(stock_of, rice)) == (800, 1)
    do(undo_at_counter, None, answer.undo)
    assert (station.points(who), do(stock_of, rice)) == (1000, 3)
    with pytest.raises(UserError):
        do(take_at_counter, None, "99", chosen.carry)
    unknown = do(take_at_counter, None, "ZY777", chosen.carry)
    assert not unknown.accepted
    with pytest.raises(UserError):  # not to the one before
        do(take_at_counter, None, "12", unknown.carry)
    with pytest.raises(UserError):  # another window has chosen nobody yet, whoever signed in there
        do(take_at_counter, None, "12")


def test_two_people_adjust(station, do, ready, factory):
    who, _rice = ready
    do(ask_adjustment, AdjustmentDraft(who, -300, "重复登记"))
    with pytest.raises(UserError):
        do(decide_adjustment, DecisionDraft(1))
    with factory.writing(Actor("沈建国", 1, all_rights=True)) as uow:
        decide_adjustment(uow, DecisionDraft(1))
    assert station.points(who) == 700


def test_points_are_donated_but_not_passed_on_unless_allowed(station, do, ready):
    who, _rice = ready
    other = station.volunteer("欧阳䶮")
    do(donate_points, GiftDraft(who, 100, reason="捐给社区"))
    with pytest.raises(UserError):
        do(give_points, GiftDraft(who, 100, "ZY2"))
    do(put_settings, {"volunteer.transfers": True})
    do(give_points, GiftDraft(who, 100, "ZY2"))
    assert (station.points(who), station.points(other)) == (800, 100)


def test_eight_counters_hand_out_the_last_bag_once(station, do, factory):
    people = [station.volunteer(name) for name in ("甲", "乙", "丙")]
    rice = station.goods(points=10, quantity=5)
    for number, who in enumerate(people):
        grant(station, who, 30, key=f"start-{number}")

    def counter(number):
        done = 0
        for turn in range(6):
            try:
                with factory.writing(Actor(f"柜台{number}", 1, all_rights=True)) as uow:
                    hand_out(uow, people[(number + turn) % 3], rice)
                done += 1
            except (DeskError, DatabaseError):
                pass
        return done

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(counter, range(8)))
    assert done == 5
    assert do(stock_of, rice) == 0
    assert sum(station.points(who) for who in people) == 90 - 50


STEPS = st.lists(st.one_of(
    st.tuples(st.just("hand"), st.integers(1, 3)), st.tuples(st.just("return"), st.integers(0, 5)),
    st.tuples(st.just("correct"), st.integers(0, 240)), st.tuples(st.just("donate"), st.integers(1, 30)),
    st.tuples(st.just("stock"), st.integers(1, 4)), st.tuples(st.just("expire"), st.just(0))), max_size=8)


@pytest.fixture
def shop(station):
    station.rule(per_hour=10, step=5, months=36)
    who = station.volunteer()
    return who, station.goods(points=10, quantity=4), station.serve(who, at(11, 4, 8), at(11, 4, 12))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_it_adds_up(shop, do, steps):
    who, rice, pair = shop
    for what, amount in steps:
        before = do(balance, who)
        calls = {"hand": lambda n: do(hand_out, who, rice, n), "return": lambda n: do(_return, n),
                 "correct": lambda n: do(correct_hours, CorrectionDraft(pair, n, "核对")),
                 "donate": lambda n: do(donate_points, GiftDraft(who, n)),
                 "stock": lambda n: do(take_donation, DonationDraft(rice, "居民", n)), "expire": lambda _n: do(expire_points)}
        try:
            calls[what](amount)
        except UserError:
            assert do(balance, who) == before
        assert do(reconcile) == []
        assert do(stock_of, rice) >= 0
        assert do(balance, who) >= 0 or what == "correct" or before < 0


def _return(uow, place):
    from sqlalchemy import select

    given_out = uow.session.scalars(select(HandOut.id).order_by(HandOut.id)).all()
    if given_out:
        take_back(uow, EndingDraft(given_out[place % len(given_out)], "退"))


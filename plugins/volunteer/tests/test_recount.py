"""A program of its own counts everything again: the practice data, and whatever two sessions at once did to a hall."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from desk.api import DeskError
from desk.api.db import Actor
from desk.api.ledgers import reconcile
from desk.api.people import PersonDraft, register_person
from desk.testing.hall import put_settings
from plugins.volunteer import demo
from plugins.volunteer.drafts import AdjustmentDraft, CorrectionDraft, DecisionDraft, DonationDraft, EndingDraft
from plugins.volunteer.models import Adjustment, HandOut
from plugins.volunteer.recount import recount
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.market import balance, hand_out, take_back
from plugins.volunteer.service.points import (
    ask_adjustment,
    decide_adjustment,
    donate_points,
    expire_points,
    give_points,
)
from plugins.volunteer.service.sharing import end_share, share_points
from plugins.volunteer.service.stock import stock_of, take_donation
from plugins.volunteer.service.timebank import deposit_hours, draw_hours, minutes_of
from plugins.volunteer.shop_drafts import DepositDraft, DrawDraft, GiftDraft, ShareDraft
from plugins.volunteer.tests.conftest import at


def findings(factory):
    with factory.reading(Actor("查账", 1, all_rights=True)) as uow:
        return recount(lambda query: [tuple(row) for row in uow.session.execute(text(query))])


def test_the_practice_data_come_out_the_same(writing, factory):
    with writing() as uow:
        for number in range(14):
            name = f"志愿{'甲乙丙丁戊己庚辛壬癸子丑寅卯'[number]}"
            register_person(uow, PersonDraft(name=name, sex="2", birth=f"19{50 + number}-03-07", reason="试"))
        demo.fill(uow, 7)
    assert findings(factory) == []


@pytest.mark.parametrize("harm", [
    "UPDATE core_ledger_account SET balance = balance + 1 WHERE owner_kind = 'volunteer.volunteer'",
    "UPDATE volunteer_credit SET amount = amount + 5", "UPDATE volunteer_hand_out SET state = 'returned'",
    "UPDATE volunteer_donation SET quantity = quantity + 1", "UPDATE core_ledger_lot SET rest = 0",
    "UPDATE core_time_pair SET state = 'confirmed'"])
def test_whatever_was_changed_by_hand_is_found(station, do, factory, harm):
    station.rule()
    who, rice = station.volunteer(), station.goods(points=10)
    station.serve(who, at(11, 4, 8), at(11, 4, 12))
    do(hand_out, who, rice)
    assert findings(factory) == []
    do(lambda uow: uow.session.execute(text(harm)))
    assert findings(factory)


KINDS = ("hand", "back", "correct", "donate", "give", "goods", "expire", "adjust", "deposit", "draw", "share", "leave")
OPERATIONS = st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(1, 240))
SEQUENCES = st.lists(OPERATIONS, min_size=4, max_size=10)


@pytest.fixture
def hall(station, do):
    """Two volunteers with hours and points, goods on the shelf, everything allowed that is off by default."""
    do(put_settings, {"volunteer.transfers": True, "volunteer.time_bank": True, "volunteer.time_bank_age": 0})
    station.rule(per_hour=10, step=5, months=36)
    do(put_settings, {"volunteer.household_points": True})
    home = station.household()
    people = [station.volunteer(name, household=home) for name in ("龚桂兰", "欧阳明")]
    pairs = [station.serve(who, at(11, 4, 8), at(11, 4, 12), enter=False) for who in people]
    station.enter()
    return people, station.goods(points=10, quantity=4), pairs


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=SEQUENCES, second=SEQUENCES)
def test_two_sessions_at_once_leave_nothing_that_does_not_add_up(hall, do, factory, first, second):
    people, rice, pairs = hall

    def session(name, steps):
        for what, place, amount in steps:
            try:
                with factory.writing(Actor(name, 1, all_rights=True)) as uow:
                    act(uow, what, people[place % 2], people[1 - place % 2], pairs[place % 2], rice, place, amount)
            except (DeskError, DatabaseError):
                pass

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(session, "窗口一", first), pool.submit(session, "窗口二", second)]:
            done.result()
    assert do(reconcile) == []
    assert findings(factory) == []
    assert do(stock_of, rice) >= 0


@pytest.mark.parametrize("first", ["deposit", "correction"])
def test_a_deposit_and_a_correction_of_the_same_hours_wait_for_each_other(hall, do, factory, first):
    people, _rice, pairs = hall

    def deposit(uow):
        deposit_hours(uow, DepositDraft(people[0]))

    def correction(uow):
        correct_hours(uow, CorrectionDraft(pairs[0], 67, "核对"))

    def late(step):
        with factory.writing(Actor("窗口二", 1, all_rights=True)) as uow:
            step(uow)

    early, other = (deposit, correction) if first == "deposit" else (correction, deposit)
    with ThreadPoolExecutor(1) as pool:
        with factory.writing(Actor("窗口一", 1, all_rights=True)) as uow:
            early(uow)
            waiting = pool.submit(late, other)
            time.sleep(0.3)  # the other one reads and stands before the lock
        waiting.result()
    assert findings(factory) == []
    assert do(minutes_of, people[0]) == 67


def act(uow, what, who, other, pair, rice, place, amount):
    """One happening of the market's day."""
    if what == "back":
        given_out = uow.session.scalars(select(HandOut.id).order_by(HandOut.id)).all()
        return take_back(uow, EndingDraft(given_out[place % len(given_out)], "退")) if given_out else None
    if what == "adjust":
        asked = uow.session.scalars(select(Adjustment.id).where(Adjustment.state == "asked")).first()
        return decide_adjustment(uow, DecisionDraft(asked)) if asked else ask_adjustment(
            uow, AdjustmentDraft(who, amount - 120, "核对"))
    verbs = {
        "hand": lambda: hand_out(uow, who, rice, 1 + place % 2), "correct": lambda: correct_hours(
            uow, CorrectionDraft(pair, amount, "核对")),
        "donate": lambda: donate_points(uow, GiftDraft(who, amount % 15)),
        "give": lambda: give_points(uow, GiftDraft(who, amount % 15, f"ZY{other}")),
        "goods": lambda: take_donation(uow, DonationDraft(rice, "居民", 1)), "expire": lambda: expire_points(uow),
        "deposit": lambda: deposit_hours(uow, DepositDraft(who)),
        "draw": lambda: draw_hours(uow, DrawDraft(who, amount, "本人")),
        "share": lambda: share_points(uow, ShareDraft(who)), "leave": lambda: end_share(uow, ShareDraft(who, "分开"))}
    return verbs[what]()


def test_two_counters_and_the_last_bag_of_rice(station, do, factory):
    from plugins.volunteer.service.market import take_at_counter
    from plugins.volunteer.tests.test_examples import grant

    for number, name in enumerate(("龚桂兰", "欧阳明")):
        grant(station, station.volunteer(name), 500, key=f"start-{number}")
    rice = station.goods(points=100, quantity=1)

    def counter(number):
        said, chosen = [], None
        for typed in (f"ZY{number}", "12"):
            try:
                with factory.writing(Actor(f"柜台{number}", 1, all_rights=True)) as uow:
                    answer = take_at_counter(uow, None, typed, chosen)
                    said.append(answer.accepted)
                    chosen = answer.carry
            except (DeskError, DatabaseError) as told:
                said.append(str(told))
        return said

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(counter, (1, 2)))
    assert sorted(answer[1] is True for answer in answers) == [False, True]
    refused = next(answer[1] for answer in answers if answer[1] is not True)
    assert "大米" in refused
    assert do(stock_of, rice) == 0
    assert sorted(do(balance, who) for who in (1, 2)) == [400, 500]
    assert findings(factory) == []

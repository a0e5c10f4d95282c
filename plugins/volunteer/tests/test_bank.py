"""The time bank: minutes from entered hours, drawn for service, given as the hall allows it, never mixed with points."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.api import UserError
from desk.api.ledgers import Transfer, book, reconcile
from desk.testing.hall import put_settings
from plugins.volunteer.documents import time_statement
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft
from plugins.volunteer.models import TimeDeposit, TimeDraw
from plugins.volunteer.service.earning import holder
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.timebank import (
    deposit_hours,
    draw_hours,
    give_hours,
    minutes_of,
    return_draw,
    vault,
)
from plugins.volunteer.shop_drafts import DepositDraft, DrawDraft, TimeGiftDraft
from plugins.volunteer.tests.conftest import at


@pytest.fixture
def bank(station, do):
    do(put_settings, {"volunteer.time_bank": True})
    station.rule()
    who = station.volunteer()
    return who, station.serve(who, at(11, 4, 8), at(11, 4, 12))


def test_it_is_off_until_the_hall_switches_it_on(station, do):
    who = station.volunteer()
    station.serve(who, at(11, 4, 8), at(11, 4, 12))
    for verb, draft in ((deposit_hours, DepositDraft(who)), (draw_hours, DrawDraft(who, 10, "本人")),
                        (give_hours, TimeGiftDraft(who, 10))):
        with pytest.raises(UserError):
            do(verb, draft)


def test_hours_are_paid_in_once_and_stay_hours_and_points(station, do, bank):
    who, _pair = bank
    do(deposit_hours, DepositDraft(who))
    assert (do(minutes_of, who), station.minutes(who), station.points(who)) == (240, 240, 40)
    with pytest.raises(UserError):
        do(deposit_hours, DepositDraft(who))
    do(draw_hours, DrawDraft(who, 90, "龚桂兰", what="陪同就医"))
    assert (do(minutes_of, who), station.minutes(who), station.points(who)) == (150, 240, 40)
    with pytest.raises(UserError) as told:
        do(draw_hours, DrawDraft(who, 151, "龚桂兰"))
    assert told.value.field == "minutes"


def test_minutes_never_become_points(do, bank):
    who, _pair = bank
    with pytest.raises(ValueError, match="different ledgers"):
        do(lambda uow: book(uow, Transfer(vault(uow, who), holder(uow, who), 1, "x", "x")))


def test_the_young_save_and_the_old_draw(station, do):
    do(put_settings, {"volunteer.time_bank": True})
    young = station.volunteer("小何", "2000-01-01")
    station.serve(young, at(11, 4, 8), at(11, 4, 12))
    do(deposit_hours, DepositDraft(young))
    with pytest.raises(UserError, match="60"):
        do(draw_hours, DrawDraft(young, 60, "小何"))
    with pytest.raises(UserError) as told:
        do(draw_hours, DrawDraft(young, 60, "何母", "parent"))
    assert "relation" in told.value.fields
    do(put_settings, {"volunteer.time_bank_family": True})
    do(draw_hours, DrawDraft(young, 60, "何母", "parent", "理发"))
    assert do(minutes_of, young) == 180


def test_gifts_follow_the_setting(station, do, bank):
    who, _pair = bank
    station.volunteer("欧阳明")
    do(deposit_hours, DepositDraft(who))
    for allowed, relation, good in (("none", "parent", False), ("family", "", False), ("family", "parent", True),
                                    ("anybody", "", True)):
        do(put_settings, {"volunteer.time_bank_gifts": allowed})
        if good:
            do(give_hours, TimeGiftDraft(who, 30, "ZY2", relation))
        else:
            with pytest.raises(UserError):
                do(give_hours, TimeGiftDraft(who, 30, "ZY2", relation))
    do(give_hours, TimeGiftDraft(who, 30, reason="捐给敬老院"))
    assert (do(minutes_of, who), do(minutes_of, 2), do(reconcile)) == (150, 60, [])


def test_the_cap_leaves_the_rest_outside(station, do, bank):
    who, _pair = bank
    do(put_settings, {"volunteer.time_bank_cap": 3})
    do(deposit_hours, DepositDraft(who))
    assert do(minutes_of, who) == 180
    station.serve(who, at(11, 5, 8), at(11, 5, 9))
    with pytest.raises(UserError):
        do(deposit_hours, DepositDraft(who))


def test_a_correction_after_drawing_is_a_debt(do, bank):
    who, pair = bank
    do(deposit_hours, DepositDraft(who))
    do(draw_hours, DrawDraft(who, 200, "龚桂兰"))
    do(correct_hours, CorrectionDraft(pair, 120, "早退"))
    assert do(minutes_of, who) == -80
    with pytest.raises(UserError):
        do(draw_hours, DrawDraft(who, 1, "龚桂兰"))
    do(return_draw, EndingDraft(do(lambda uow: uow.get(TimeDraw, 1).id), "未上门"))
    assert (do(minutes_of, who), do(reconcile)) == (120, [])
    with pytest.raises(UserError):
        do(return_draw, EndingDraft(1, "再退"))


def test_the_statement_prints_every_movement(do, bank, printed):
    who, _pair = bank
    do(deposit_hours, DepositDraft(who))
    do(draw_hours, DrawDraft(who, 30, "龚桂兰", what="送餐"))
    text = printed(time_statement.build(do(time_statement.load, who)))
    assert "+240" in text
    assert "支取送餐" in text.replace(" ", "")
    assert "3.5小时" in text


STEPS = st.lists(st.tuples(st.sampled_from(("deposit", "draw", "pool", "correct")), st.integers(1, 300)), max_size=10)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_the_bank_adds_up(bank, do, steps):
    who, pair = bank
    verbs = {"deposit": lambda _n: do(deposit_hours, DepositDraft(who)),
             "draw": lambda n: do(draw_hours, DrawDraft(who, n, "本人")),
             "pool": lambda n: do(give_hours, TimeGiftDraft(who, n)),
             "correct": lambda n: do(correct_hours, CorrectionDraft(pair, n, "核对"))}
    for what, amount in steps:
        before = do(minutes_of, who)
        try:
            verbs[what](amount)
        except UserError:
            assert do(minutes_of, who) == before
        assert do(reconcile) == []
        assert do(minutes_of, who) >= 0 or what == "correct" or before < 0
    assert do(lambda uow: sum(one.minutes for one in uow.session.query(TimeDeposit))) <= max(300, 240)

"""Points follow the hours: caps that a correction frees, what has ended, a year's end, who bears what is taken back."""

from datetime import date

import pytest
from sqlalchemy import text

from desk.api import UserError
from desk.api.ledgers import Owner, find_account, list_ending, list_statement
from desk.api.pages import PageRequest
from desk.api.settings import change_settings
from desk.api.timesheets import list_publications
from desk.testing.hall import put_settings
from plugins.volunteer.documents.loading import load_points
from plugins.volunteer.documents.market_loading import load_month
from plugins.volunteer.drafts import CorrectionDraft, RowsDraft, SheetRow
from plugins.volunteer.pages.more_forms import ADJUST_FORM, CORRECT_FORM, GOODS_FORM, RULE_FORM
from plugins.volunteer.pages.records import load_volunteer as load_card
from plugins.volunteer.recount import recount
from plugins.volunteer.service.attendance import type_rows
from plugins.volunteer.service.earning import LEDGER, explained
from plugins.volunteer.service.hours import confirm_sheet, correct_hours, enter_hours, publish_hours
from plugins.volunteer.service.market import balance, hand_out, take_at_counter
from plugins.volunteer.service.points import donate_points, set_rule
from plugins.volunteer.service.sharing import end_share, share_points
from plugins.volunteer.service.stock import price_of, save_goods, set_price
from plugins.volunteer.shop_drafts import GiftDraft, PriceDraft, ShareDraft
from plugins.volunteer.tests.conftest import at
from plugins.volunteer.tests.test_examples import grant


def adds_up(do):
    assert do(lambda uow: recount(lambda query: [tuple(row) for row in uow.session.execute(text(query))])) == []


def lines_of(do, who):
    return do(lambda uow: list_statement(uow, find_account(uow, LEDGER, Owner("volunteer.volunteer", who)), PageRequest()).rows)


def test_what_a_correction_frees_of_a_cap_goes_to_the_other_pairs(station, do):
    station.rule(cap_activity=120, step=5)
    who = station.volunteer()
    activity = station.activity(at(11, 4, 8), at(11, 4, 18))
    do(type_rows, RowsDraft(activity, (SheetRow("ZY1", "8", "10"), SheetRow("ZY1", "14", "16"))))
    do(confirm_sheet, activity)
    station.enter()
    assert station.points(who) == 20, "two of the four hours"
    do(correct_hours, CorrectionDraft(1, 60, "早退"))
    assert (station.minutes(who), station.points(who)) == (180, 20), "three hours served still reach the cap of two"
    do(correct_hours, CorrectionDraft(2, 30, "早退"))
    assert station.points(who) == 15
    assert all(explained(line.kind, line.explain) == line.amount for line in lines_of(do, who))
    adds_up(do)


def test_what_a_correction_frees_of_the_day_goes_to_other_activities(station, do):
    station.rule(cap_day=180)
    who = station.volunteer()
    first = station.serve(who, at(11, 4, 8), at(11, 4, 11), enter=False)
    station.serve(who, at(11, 4, 13), at(11, 4, 15))
    assert station.points(who) == 30
    do(correct_hours, CorrectionDraft(first, 60, "早退"))
    assert station.points(who) == 30
    adds_up(do)


def test_ended_points_buy_nothing_though_nobody_booked_them_out(station, do, clock):
    who, soap = station.volunteer(), station.goods(points=30)
    grant(station, who, 100, date(2026, 1, 1), date(2026, 11, 30), "old")
    grant(station, who, 20, date(2026, 1, 1), date(2029, 1, 1), "new")
    clock.moment = at(11, 30, 20)
    assert do(balance, who) == 120, "the last day still counts"
    clock.moment = at(12, 1, 9)
    assert do(balance, who) == 20
    with pytest.raises(UserError):
        do(hand_out, who, soap)
    with pytest.raises(UserError):
        do(donate_points, GiftDraft(who, 30))
    assert "2" in do(take_at_counter, None, "ZY1").text
    cheap = station.goods(points=10, code="13")
    do(hand_out, who, cheap)
    assert [(line.kind, line.amount) for line in lines_of(do, who)[:2]] == [("redeem", -10), ("expire", -100)]
    assert station.points(who) == 10
    adds_up(do)


def test_december_entered_in_january_may_be_used_for_a_year(station, do, clock):
    station.rule(year_end=True)
    who = station.volunteer()
    clock.moment = at(12, 31, 20)
    station.serve(who, at(12, 31, 9), at(12, 31, 11), enter=False)
    do(publish_hours)
    clock.advance(days=12)
    do(enter_hours, do(list_publications)[0].id)
    assert do(balance, who) == 20
    assert [one.last_day for one in do(list_ending, LEDGER, date(2030, 1, 1))] == [date(2027, 12, 31)]


@pytest.fixture
def home(station, do):
    do(change_settings, {"volunteer.household_points": True})
    house = station.household()
    return tuple(station.volunteer(name, household=house) for name in ("龚桂兰", "欧阳明"))


def left(do, station, home):
    """The first earned four hours while sharing and left; answers her pair."""
    station.rule()
    for who in home:
        do(share_points, ShareDraft(who))
    pair = station.serve(home[0], at(11, 4, 8), at(11, 4, 12))
    do(end_share, ShareDraft(home[0], "分家"))
    return pair


def test_what_stayed_with_the_household_is_taken_back_there(station, do, home):
    pair = left(do, station, home)
    assert "翠湖花园1幢101室" in do(CORRECT_FORM.load, pair)["what"]
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    assert (station.points(home[0]), station.points(home[1])) == (0, 10)
    do(correct_hours, CorrectionDraft(pair, 120, "核对"))
    assert (station.points(home[0]), station.points(home[1])) == (10, 10), "what she earns from now on is her own"
    adds_up(do)


def test_what_she_took_along_is_taken_back_from_her(station, do, home):
    do(put_settings, {"volunteer.leaving_household": "own"})
    pair = left(do, station, home)
    assert "4" in do(CORRECT_FORM.load, pair)["what"]
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    assert (station.points(home[0]), station.points(home[1])) == (10, 0)
    adds_up(do)


def test_what_she_brought_is_taken_back_where_it_stayed(station, do, home):
    station.rule()
    pair = station.serve(home[0], at(11, 4, 8), at(11, 4, 12))
    for who in home:
        do(share_points, ShareDraft(who))
    do(end_share, ShareDraft(home[0], "分家"))
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    assert (station.points(home[0]), station.points(home[1])) == (0, 10)
    adds_up(do)


def test_the_household_nobody_shares_any_more_owes_nothing(station, do, home):
    pair = left(do, station, home)
    do(end_share, ShareDraft(home[1], "分家"))
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    assert (station.points(home[0]), station.points(home[1])) == (-30, 40)
    adds_up(do)


def test_moving_points_together_is_posted_neither_as_earned_nor_as_used(station, do, home):
    station.rule()
    station.serve(home[0], at(11, 4, 8), at(11, 4, 12))
    do(share_points, ShareDraft(home[0]))
    month = do(load_month, 202611)
    assert [(line.came, line.went, line.held) for line in month.points] == [(40, 0, 0), (0, 0, 40)]
    assert month.last_day <= date(2026, 11, 30)


def test_half_points_are_typed_and_prices_keep_them(station, do):
    typed = {"kind": "", "points": "１.５", "step": 5, "months": 36, "valid_from": date(2026, 1, 1), "source": "居委会"}
    do(set_rule, RULE_FORM.make_draft(typed))
    who = station.volunteer()
    station.serve(who, at(11, 4, 8), at(11, 4, 9))
    assert station.points(who) == 15
    rice = station.goods(points=35)
    shown = do(GOODS_FORM.load, rice)
    assert shown["points"] == "3.5"
    do(save_goods, GOODS_FORM.make_draft(shown | {"name": "东北大米"}))
    assert do(price_of, rice) == 35, "another name leaves the price"
    for wrong in ("一分", "1.25", "1,5"):
        with pytest.raises(UserError) as told:
            RULE_FORM.make_draft(typed | {"points": wrong})
        assert told.value.field == "points"
    assert ADJUST_FORM.make_draft({"volunteer_id": who, "points": "-0.5", "reason": "误记"}).amount == -5


def test_a_price_set_for_later_comes_though_todays_was_changed(station, do, clock):
    rice = station.goods(points=100)
    do(set_price, PriceDraft(rice, 200, date(2026, 12, 1)))
    do(save_goods, GOODS_FORM.make_draft(do(GOODS_FORM.load, rice) | {"points": "8"}))
    assert do(price_of, rice) == 80
    clock.moment = at(12, 1, 9)
    assert do(price_of, rice) == 200


def test_every_line_says_which_hours_made_it(station, do):
    station.rule()
    who = station.volunteer()
    pair = station.serve(who, at(11, 4, 8), at(11, 4, 12))
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    card = do(load_card, who)
    assert ["便民服务 2026-11-04" in item.detail for item in card.timeline] == [True, True]
    assert all("便民服务 2026-11-04" in line.what for line in do(load_points, who).lines)

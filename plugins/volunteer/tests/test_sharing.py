"""A household's account of points: who shares it, what it holds, what moves when somebody joins, leaves or is corrected."""

from datetime import date

import pytest
from sqlalchemy import text

from desk.api import UserError
from desk.api.ledgers import list_open_lots
from desk.api.pages import PageRequest
from desk.api.settings import change_settings
from desk.testing.hall import put_settings
from plugins.volunteer.documents.market_loading import load_month
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft
from plugins.volunteer.pages.points_pages import ending, movements
from plugins.volunteer.pages.records import load_volunteer
from plugins.volunteer.pages.sharing import leaving
from plugins.volunteer.recount import recount
from plugins.volunteer.service.earning import holder
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.market import balance, hand_out, take_back
from plugins.volunteer.service.points import expire_points
from plugins.volunteer.service.sharing import end_share, share_points
from plugins.volunteer.service.yearly import list_best_earners
from plugins.volunteer.shop_drafts import ShareDraft
from plugins.volunteer.tests.conftest import at


@pytest.fixture
def home(station, do):
    """Two volunteers of one household, where sharing is allowed."""
    do(change_settings, {"volunteer.household_points": True})
    house = station.household()
    return tuple(station.volunteer(name, household=house, consent_names=True) for name in ("龚桂兰", "欧阳明"))


def adds_up(do):
    assert do(lambda uow: recount(lambda query: [tuple(row) for row in uow.session.execute(text(query))])) == []


def test_it_is_off_until_the_hall_allows_it(station, do):
    who = station.volunteer()
    with pytest.raises(UserError):
        do(share_points, ShareDraft(who))


def test_two_share_what_each_earned_and_either_may_take_goods(station, do, home):
    station.rule(months=12)
    first, second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 11))
    station.serve(second, at(11, 10, 8), at(11, 10, 10))
    do(share_points, ShareDraft(first))
    assert (station.points(first), station.points(second)) == (30, 20)
    do(share_points, ShareDraft(second))
    assert station.points(first) == station.points(second) == 50
    lots = do(lambda uow: list_open_lots(uow, holder(uow, first)))
    assert [(rest, last) for _lot, rest, last in lots] == [(30, date(2027, 11, 4)), (20, date(2027, 11, 10))]
    rice = station.goods(points=40)
    do(hand_out, second, rice)
    assert station.points(first) == 10
    with pytest.raises(UserError):
        do(hand_out, first, rice)
    adds_up(do)


def test_earning_and_correction_go_to_the_shared_account(station, do, home):
    station.rule()
    first, second = home
    pair = station.serve(first, at(11, 4, 8), at(11, 4, 12))
    do(share_points, ShareDraft(first))
    do(share_points, ShareDraft(second))
    station.serve(second, at(11, 10, 8), at(11, 10, 9))
    assert station.points(first) == 50
    do(hand_out, second, station.goods(points=40))
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    assert station.points(second) == -20, "a shared debt, seen by both"
    with pytest.raises(UserError):
        do(hand_out, first, station.goods(points=5, code="13"))
    best = do(list_best_earners, 2026)
    assert [(name, earned) for _place, name, earned in best] == [("龚桂兰", 10), ("欧阳明", 10)]
    adds_up(do)


def test_who_leaves_earns_for_herself_and_the_last_takes_what_is_left(station, do, home):
    station.rule()
    first, second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 12))
    do(share_points, ShareDraft(first))
    do(share_points, ShareDraft(second))
    with pytest.raises(UserError):
        do(end_share, ShareDraft(first))
    do(end_share, ShareDraft(first, "分家"))
    assert (station.points(first), station.points(second)) == (0, 40)
    do(end_share, ShareDraft(second, "分家"))
    assert (station.points(first), station.points(second)) == (0, 40)
    adds_up(do)


def test_leaving_is_told_in_words_before_it_is_done(station, do, reading, home):
    station.rule()
    first, second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 12))
    do(share_points, ShareDraft(first))

    def told(who):
        with reading() as uow:
            return leaving(uow, who)["what"]

    with pytest.raises(UserError):
        told(second)
    assert told(first) == "该志愿者是最后一人，家庭账户上的 4 分由其带走。"
    do(share_points, ShareDraft(second))
    assert told(first) == "家庭账户上的 4 分留给欧阳明，该志愿者从 0 分重新累计。"
    do(put_settings, {"volunteer.leaving_household": "own"})
    assert told(first) == "本人挣得或带来的 4 分由其带走，0 分留给欧阳明。"
    assert "4 分留给龚桂兰" in told(second)


def test_where_the_hall_says_so_who_leaves_takes_what_is_left_of_her_own(station, do, home):
    station.rule(months=12)
    do(put_settings, {"volunteer.leaving_household": "own"})
    first, second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 12))
    station.serve(second, at(11, 5, 8), at(11, 5, 10))
    do(share_points, ShareDraft(first))
    do(share_points, ShareDraft(second))
    station.serve(first, at(11, 10, 8), at(11, 10, 9))
    do(hand_out, second, station.goods(points=30))  # of what ends first: hers of the fourth
    do(end_share, ShareDraft(first, "分家"))
    assert (station.points(first), station.points(second)) == (20, 20)
    assert [(rest, last) for _lot, rest, last in do(lambda uow: list_open_lots(uow, holder(uow, first)))] == [
        (10, date(2027, 11, 4)), (10, date(2027, 11, 10))]
    do(end_share, ShareDraft(second, "分家"))
    assert (station.points(first), station.points(second)) == (20, 20)
    adds_up(do)


def test_goods_paid_before_sharing_come_back_to_the_shared_account(station, do, home):
    station.rule()
    first, _second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 12))
    given = do(hand_out, first, station.goods(points=30))
    do(share_points, ShareDraft(first))
    do(take_back, EndingDraft(given, "拿错了"))
    assert station.points(first) == 40
    given = do(hand_out, first, station.goods(points=30, code="13"))
    do(end_share, ShareDraft(first, "搬走"))
    do(take_back, EndingDraft(given, "拿错了"))
    assert station.points(first) == 40
    adds_up(do)


def test_lists_and_the_posted_sheet_know_the_household(station, do, home, clock):
    station.rule(months=1)
    first, second = home
    station.serve(first, at(11, 4, 8), at(11, 4, 12))
    do(share_points, ShareDraft(first))
    rows = do(movements, PageRequest()).rows
    assert {row.name for row in rows} == {"龚桂兰", "翠湖花园1幢101室（家庭合用）"}
    assert {row.id for row in rows} == {first}
    assert [row.name for row in do(ending, PageRequest()).rows] == ["翠湖花园1幢101室（家庭合用）"]
    month = do(load_month, 202611)
    assert "龚桂兰(家庭)" in [line.name for line in month.points]
    titles = [section.title for section in do(load_volunteer, first).sections]
    assert "家庭积分账户" in titles
    assert "家庭积分账户" not in [section.title for section in do(load_volunteer, second).sections]
    clock.advance(days=60)
    do(expire_points)
    assert do(balance, first) == 0, "what is shared ends on the day it would have ended"
    adds_up(do)

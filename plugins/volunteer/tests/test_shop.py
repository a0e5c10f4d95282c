"""The market beyond the counter: counting by two, prices by validity, gifts, what ends, months, posted sheets, pictures."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from desk.api import UserError
from desk.api.files import attach
from desk.api.ledgers import list_turnover, reconcile
from desk.api.pages import PageRequest
from desk.testing.hall import put_settings
from plugins.volunteer.documents import market_loading, market_papers, points_papers
from plugins.volunteer.drafts import AdjustmentDraft, DecisionDraft, EndingDraft
from plugins.volunteer.pages.market_pages import load_month
from plugins.volunteer.pages.points_pages import ending, movements
from plugins.volunteer.service.counting import book_count, drop_count, start_count
from plugins.volunteer.service.earning import LEDGER
from plugins.volunteer.service.market import hand_out
from plugins.volunteer.service.points import ask_adjustment, donate_points, expire_points, give_points
from plugins.volunteer.service.stock import price_of, set_price, stock_of, withdraw_goods
from plugins.volunteer.shop_drafts import CountDraft, CountedLine, GiftDraft, PriceDraft
from plugins.volunteer.tests.test_examples import grant


@pytest.fixture
def shop(station):
    who = station.volunteer()
    grant(station, who, 1000, last=date(2026, 12, 1))
    return who, station.goods(points=100, quantity=5), station.goods(points=50, quantity=3, code="13")


def test_two_people_count_and_differences_are_booked(station, do, shop, printed):
    _who, rice, soap = shop
    sheet = do(start_count)
    with pytest.raises(UserError):
        do(start_count)
    blank = printed(market_papers.build_count(do(market_loading.load_count, sheet)))
    assert "大米" in blank
    assert "监盘人" in blank
    for wrong in (CountDraft(sheet, "何苗", "何苗", lines=(CountedLine(rice, 5),)),
                  CountDraft(sheet, "何苗", "", lines=(CountedLine(rice, 5),)),
                  CountDraft(sheet, "何苗", "沈建国"),
                  CountDraft(sheet, "何苗", "沈建国", lines=(CountedLine(rice, 5), CountedLine(soap, 2)))):
        with pytest.raises(UserError):
            do(book_count, wrong)
    assert do(stock_of, soap) == 3
    do(book_count, CountDraft(sheet, "何苗", "沈建国", lines=(CountedLine(rice, 5), CountedLine(soap, 2, "破损"))))
    assert (do(stock_of, rice), do(stock_of, soap), do(reconcile)) == (5, 2, [])
    paper = printed(market_papers.build_count(do(market_loading.load_count, sheet)))
    assert "-1" in paper
    assert "破损" in paper
    assert "沈建国" in paper
    with pytest.raises(UserError):
        do(book_count, CountDraft(sheet, "何苗", "沈建国", lines=(CountedLine(rice, 5),)))


def test_a_dropped_sheet_books_nothing(do, shop):
    _who, rice, _soap = shop
    do(drop_count, EndingDraft(do(start_count), "重来"))
    assert do(stock_of, rice) == 5
    assert do(start_count)


def test_a_price_of_some_days_gives_way_again(do, shop, clock):
    _who, rice, _soap = shop
    today = clock.today()
    do(set_price, PriceDraft(rice, 80, today + timedelta(days=2), today + timedelta(days=3)))
    do(set_price, PriceDraft(rice, 120, today + timedelta(days=6)))
    seen = []
    for _day in range(8):
        seen.append(do(price_of, rice))
        clock.advance(days=1)
    assert seen == [100, 100, 80, 80, 100, 100, 120, 120]
    with pytest.raises(UserError):
        do(set_price, PriceDraft(rice, 80, today))


def test_withdrawn_goods_are_not_handed_out(do, shop):
    who, rice, _soap = shop
    do(withdraw_goods, EndingDraft(rice, "召回"))
    with pytest.raises(UserError):
        do(hand_out, who, rice)
    do(withdraw_goods, EndingDraft(rice))
    assert do(hand_out, who, rice)


def test_points_given_away_keep_their_last_day(station, do, shop, clock):
    who, _rice, _soap = shop
    station.volunteer("欧阳䶮")
    grant(station, who, 200, last=None, key="endless")
    do(put_settings, {"volunteer.transfers": True})
    with pytest.raises(UserError):
        do(give_points, GiftDraft(who, 1300, "ZY2"))
    with pytest.raises(UserError):
        do(give_points, GiftDraft(who, 100, "ZY1"))
    do(give_points, GiftDraft(who, 1100, "ZY2"))
    rows = do(ending, PageRequest()).rows
    assert [(row.number, row.points) for row in rows] == [("ZY2", "100")]
    clock.advance(days=40)
    assert do(expire_points) == 1
    assert (station.points(who), station.points(2)) == (100, 100)


def test_movements_say_what_was_donated_and_expired(station, do, shop, clock):
    who, _rice, _soap = shop
    do(donate_points, GiftDraft(who, 100, reason="公益"))
    clock.advance(days=40)
    do(expire_points)

    def shown(*kinds):
        return [(row.points, row.reason) for row in do(movements, PageRequest(filters={"kinds": kinds})).rows]

    assert shown("donate") == [("-10", "公益")]
    assert shown("expire") == [("-90", "")]
    assert len(shown()) == 3


def test_an_adjustment_ends_as_earned_points_do(station, do, shop, clock, factory):
    from desk.api.db import Actor
    from plugins.volunteer.service.points import decide_adjustment

    who, _rice, _soap = shop
    station.rule(months=1)
    do(ask_adjustment, AdjustmentDraft(who, 50, "推荐登记"))
    with factory.writing(Actor("沈建国", 1, all_rights=True)) as uow:
        decide_adjustment(uow, DecisionDraft(1))
    clock.advance(days=40)
    do(expire_points)
    assert station.points(who) == 0


def test_the_month_posts_names_only_with_consent(station, do, shop, printed, clock):
    who, rice, soap = shop
    other = station.volunteer("欧阳明", consent_names=True)
    grant(station, other, 300, key="other")
    do(hand_out, who, rice, 2)
    do(hand_out, other, soap)
    month = do(market_loading.load_month, 202611)
    posting = printed(points_papers.build_posting(month))
    assert "欧阳明" in posting
    assert "龚桂兰" not in posting
    assert "ZY1" in posting
    assert [(row.came, row.went, row.held) for row in month.points] == [(1000, 200, 800), (300, 50, 250)]
    register = printed(market_papers.build_register(month))
    assert "龚桂兰" in register
    assert "25" in register
    assert "爱心企业" in printed(market_papers.build_donors(month))
    wanted = do(load_month, 202611).sections[1].facts
    assert [fact.label for fact in wanted] == ["12 大米", "13 大米"]  # the most wanted first
    clock.advance(days=30)
    december = do(list_turnover, LEDGER, "volunteer.volunteer", date(2026, 12, 1), date(2026, 12, 31))
    assert [row.went for row in december] == [0, 0]


def test_the_poster_has_the_picture_and_the_price_list_the_limit(station, do, printed, fonts):
    from desk.api.papers import render

    rice = station.goods(points=100, quantity=5, limit=2, limit_days=30)
    plain = render(market_papers.build_poster(do(market_loading.load_market, 1)), fonts).pdf
    do(attach, "volunteer.goods", rice, "rice.png", png())
    market = do(market_loading.load_market, 1)
    assert market.lines[0].picture
    assert b"/Image" in render(market_papers.build_poster(market), fonts).pdf
    assert b"/Subtype /Image" not in plain
    assert "30天内限2袋" in printed(market_papers.build_prices(market)).replace(" ", "")


def test_the_card_carries_the_number(station, do, printed):
    who = station.volunteer()
    text = printed(points_papers.build_card(do(market_loading.load_card, who)))
    assert "ZY1" in text
    assert "龚桂兰" in text


def png():
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (80, 60), (200, 120, 40)).save(out, "PNG")
    return out.getvalue()


def test_certificates_hang_out_for_their_days_by_name_only_with_consent(station, do, printed, clock):
    from plugins.volunteer.documents import postings
    from plugins.volunteer.drafts import CertificateDraft
    from plugins.volunteer.service.proving import certify
    from plugins.volunteer.tests.conftest import at

    for name, consent in (("龚桂兰", False), ("欧阳明", True)):
        who = station.volunteer(name, consent_names=consent)
        station.serve(who, at(11, 4, 8), at(11, 4, 11))
        do(certify, CertificateDraft(who, responsible="沈建国"))
        clock.moment = at(11, 5, 9)
    clock.moment = at(11, 17, 9)
    text = printed(postings.build_posted(do(postings.load_posted, 1)))
    assert "欧阳明" in text
    assert "ZY1" in text
    assert "龚桂兰" not in text
    clock.advance(days=40)
    assert do(postings.load_posted, 1).lines == ()


def test_the_home_page_tells_of_points_that_end_and_of_decisions(station, do, shop):
    from plugins.volunteer.home import due_items

    who, _rice, _soap = shop
    do(ask_adjustment, AdjustmentDraft(who, 50, "推荐登记"))
    entries = [item.entry for item in do(due_items)]
    assert {"volunteer.adjustments", "volunteer.ending"} <= set(entries)

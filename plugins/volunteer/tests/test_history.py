"""What a card tells of the past: acts of an order and an activity with who did them, and nothing of who looked."""

from datetime import timedelta

from desk.api import translator
from desk.api.pages import PageRequest
from plugins.volunteer.drafts import CorrectionDraft, DoneDraft, EndingDraft, OrderDraft, RatingDraft, SignUpDraft
from plugins.volunteer.pages.activity_record import load_activity
from plugins.volunteer.pages.lists import count_volunteers, volunteers
from plugins.volunteer.pages.order_record import load_order
from plugins.volunteer.service.activities import close_activity, sign_up
from plugins.volunteer.service.attendance import type_sheet
from plugins.volunteer.service.hours import confirm_sheet, correct_hours, enter_hours, publish_hours
from plugins.volunteer.service.ordering import (
    finish_order,
    give_order_back,
    offer_order,
    place_order,
    rate_order,
    take_order,
)
from plugins.volunteer.tests.conftest import at

START = at(11, 7, 9)


def told(card):
    """Acts, oldest first."""
    return [item.text for item in reversed(card.timeline)]


def test_an_order_tells_its_way(station, do, clock):
    station.volunteer(skills=("repair",))
    order = do(place_order, OrderDraft("水龙头滴水", "王桂珍", "13800000000", "1幢101", "repair", "pair", wanted_at=START,
                                       wanted_until=START + timedelta(hours=1)))
    do(offer_order, EndingDraft(order))
    do(take_order, SignUpDraft(order, "龚桂兰"))
    do(give_order_back, EndingDraft(order, "家里有事"))
    clock.advance(minutes=90)
    do(take_order, SignUpDraft(order, "龚桂兰"))
    clock.advance(days=3)
    do(finish_order, DoneDraft(order, START, START + timedelta(hours=1)))
    do(rate_order, RatingDraft(order, 5, "好"))
    card = do(load_order, order)
    acts = ("place_order", "offer_order", "take_order", "give_order_back", "take_order", "finish_order", "rate_order")
    assert told(card) == [translator("volunteer")(f"volunteer.{act}") for act in acts]
    assert all(item.who and item.at for item in card.timeline)
    assert any("家里有事" in item.detail for item in card.timeline)
    facts = {fact.label: fact.value for section in card.sections for fact in section.facts}
    assert "1.5小时" in facts.values(), "the time until taken runs from the placing to whoever serves it"


def test_an_activity_tells_its_way_down_to_a_correction(station, do, clock):
    station.volunteer()
    activity = station.activity(at(11, 4, 8), at(11, 4, 11))
    do(sign_up, SignUpDraft(activity, "龚桂兰"))
    from plugins.volunteer.drafts import SheetDraft

    do(type_sheet, SheetDraft(activity, "ZY1 8:00 11:00", "何苗", "迟交"))
    do(confirm_sheet, activity)
    do(close_activity, EndingDraft(activity, "很好"))
    board = do(publish_hours)
    clock.advance(days=12)
    do(enter_hours, board)
    from desk.api.timesheets import Whose, list_pairs_of_source

    pair = do(list_pairs_of_source, Whose("volunteer.activity", activity))[0].id
    do(correct_hours, CorrectionDraft(pair, 120, "早退"))
    card = do(load_activity, activity)
    assert len(card.timeline) == 8
    assert "早退" in card.timeline[0].detail
    assert "1" in next(item.detail for item in card.timeline[1:2])


def test_looks_at_a_record_are_not_told(do, station, writing):
    station.volunteer()
    activity = station.activity()
    with writing() as uow:
        uow.trace("papers.issue", "volunteer.activity", activity)
        uow.trace("people.reveal", "volunteer.activity", activity)
    assert len(do(load_activity, activity).timeline) == 2


def test_volunteers_by_station_and_by_any_skill(station, do):
    station.volunteer("龚桂兰", station="翠湖站", skills=("language",))
    station.volunteer("欧阳明", skills=("driving",))
    names = [row.title for row in do(volunteers, PageRequest(filters={"station": "翠湖站"})).rows]
    assert names == ["龚桂兰"]
    assert [row.title for row in do(volunteers, PageRequest(filters={"skill": "driving"})).rows] == ["欧阳明"]
    assert do(count_volunteers, PageRequest(filters={"station": "翠湖站", "skill": "driving"})) == 0

"""Lines that are looked at again: a forgotten sign-out, an objection after the activity was closed, an order's line."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.timesheets import TimePair, Whose, list_pairs_of_source, list_publications
from plugins.volunteer.drafts import (
    CorrectionDraft,
    DoneDraft,
    EndingDraft,
    OrderDraft,
    RatingDraft,
    SignUpDraft,
    TimesDraft,
)
from plugins.volunteer.models import Order
from plugins.volunteer.pages.lines import load_pair
from plugins.volunteer.pages.more_forms import CERTIFY_FORM, TIMES_FORM
from plugins.volunteer.service.activities import close_activity
from plugins.volunteer.service.attendance import take_at_door
from plugins.volunteer.service.hours import confirm_sheet, correct_hours, enter_hours, object_to_hours, publish_hours
from plugins.volunteer.service.mending import confirm_line, mend_times
from plugins.volunteer.service.ordering import finish_order, offer_order, place_order, rate_order, take_order
from plugins.volunteer.tests.conftest import at


def lines(do, source):
    return [(row.state, row.minutes) for row in do(list_pairs_of_source, source)]


def test_a_forgotten_sign_out_is_written_down_the_day_after(station, do, clock):
    station.volunteer()
    activity = station.activity(at(11, 5, 9), at(11, 5, 11))
    clock.moment = at(11, 5, 9)
    do(take_at_door, activity, "ZY1")
    clock.moment = at(11, 7, 9)
    pair = do(list_pairs_of_source, Whose("volunteer.activity", activity))[0].id
    with pytest.raises(UserError):
        do(confirm_sheet, activity)
    begin = do(TIMES_FORM.load, pair)
    assert (begin["started_at"], begin["ended_at"]) == (at(11, 5, 9), at(11, 5, 11))
    with pytest.raises(UserError) as told:
        do(mend_times, TIMES_FORM.make_draft(begin))
    assert told.value.field == "reason"
    do(mend_times, TIMES_FORM.make_draft(begin | {"reason": "忘记签退"}))
    assert lines(do, Whose("volunteer.activity", activity)) == [("struck", 0), ("closed", 120)]
    assert do(confirm_sheet, activity) == 1


def test_an_objection_after_the_activity_was_closed_ends_well(station, do, clock):
    who = station.volunteer()
    pair = station.serve(who, at(11, 3, 8), at(11, 3, 10), enter=False)
    source = Whose("volunteer.activity", do(lambda uow: uow.get(TimePair, pair).source_id))
    do(close_activity, EndingDraft(source.id, "完成"))
    do(publish_hours)
    with pytest.raises(UserError, match="board|公示"):
        do(mend_times, TimesDraft(pair, at(11, 3, 8), at(11, 3, 11), reason="少记"))
    do(object_to_hours, EndingDraft(pair, "少记一小时"))
    made = do(mend_times, TimesDraft(pair, at(11, 3, 8), at(11, 3, 11), reason="少记一小时"))
    assert [act.title for act in do(load_pair, made).acts if act.main]
    do(confirm_line, EndingDraft(made))
    do(publish_hours)
    clock.advance(days=12)
    do(enter_hours, do(list_publications)[0].id)
    assert station.minutes(who) == 180


def test_a_mended_line_may_not_overlap(station, do):
    who = station.volunteer()
    station.serve(who, at(11, 3, 12), at(11, 3, 14), enter=False)
    pair = station.serve(who, at(11, 3, 8), at(11, 3, 10), enter=False)
    with pytest.raises(UserError) as told:
        do(mend_times, TimesDraft(pair, at(11, 3, 8), at(11, 3, 13), reason="少记"))
    assert told.value.field == "started_at"
    assert do(lambda uow: uow.get(TimePair, pair).state) == "confirmed"


def test_the_line_of_a_rated_order_is_mended_and_confirmed(station, do):
    station.volunteer(skills=("repair",))
    start = at(11, 5, 8)
    order = do(place_order, OrderDraft("水龙头滴水", "王桂珍", "13800000000", "1幢101", "repair", wanted_at=start,
                                       wanted_until=start + timedelta(hours=1)))
    do(offer_order, EndingDraft(order))
    do(take_order, SignUpDraft(order, "ZY1"))
    do(finish_order, DoneDraft(order, start - timedelta(days=1), start + timedelta(hours=1, days=-1)))
    do(rate_order, RatingDraft(order, 5))
    do(publish_hours)
    pair = do(lambda uow: uow.get(Order, order).pair_id)
    do(object_to_hours, EndingDraft(pair, "只有半小时"))
    made = do(mend_times, TimesDraft(pair, at(11, 4, 8), at(11, 4, 8, 30), reason="只有半小时"))
    assert do(confirm_line, EndingDraft(made)) == do(lambda uow: uow.get(Order, order).pair_id)
    assert lines(do, Whose("volunteer.order", order)) == [("struck", 60), ("confirmed", 30)]


def test_home_tells_which_sheet_waits_and_what_may_be_published(station, do, clock):
    from plugins.volunteer.home import due_items

    def told():
        return [(item.entry, item.detail) for item in do(due_items)]

    station.volunteer()
    activity = station.activity(at(11, 5, 9), at(11, 5, 11))
    clock.moment = at(11, 5, 9)
    do(take_at_door, activity, "ZY1")
    assert ("volunteer.activity", "1 人未签退") not in told(), "it is still going on"
    clock.moment = at(11, 5, 11, 30)
    assert ("volunteer.activity", "1 人未签退") in told()
    do(take_at_door, activity, "ZY1")
    assert ("volunteer.activity", "1 条") in told()
    do(confirm_sheet, activity)
    assert "volunteer.board" in [entry for entry, _detail in told()]
    do(publish_hours)
    assert "volunteer.board" not in [entry for entry, _detail in told()]


def test_a_corrected_day_has_no_more_than_24_hours(station, do):
    who = station.volunteer()
    station.serve(who, at(11, 3, 0), at(11, 3, 14), enter=False)
    pair = station.serve(who, at(11, 3, 15), at(11, 3, 17))
    with pytest.raises(UserError) as told:
        do(correct_hours, CorrectionDraft(pair, 660, "少记"))
    assert told.value.field == "minutes"
    do(correct_hours, CorrectionDraft(pair, 600, "少记"))
    assert station.minutes(who) == 24 * 60


def test_the_form_of_a_certificate_says_what_there_is(station, do):
    who = station.volunteer()
    assert "不能开具" in do(CERTIFY_FORM.load, who)["what"]
    station.serve(who, at(11, 3, 8), at(11, 3, 10))
    told = do(CERTIFY_FORM.load, who)["what"]
    assert "2小时" in told
    assert "2026-11-03" in told
    assert "证件" in told, "nothing is left blank without a word"

"""Journeys without a window: a fair typed from paper, a year to a star, an order from wish to hours, the door, teams."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.timesheets import Whose, list_pairs_of_source
from plugins.volunteer.documents.loading import load_order
from plugins.volunteer.drafts import (
    CertificateDraft,
    DoneDraft,
    EndingDraft,
    MemberDraft,
    OrderDraft,
    RatingDraft,
    RoleDraft,
    SheetDraft,
    SignUpDraft,
    StarDraft,
    TeamDraft,
)
from plugins.volunteer.models import Order, SignUp
from plugins.volunteer.pages.lines import check_code
from plugins.volunteer.service.activities import sign_up, withdraw_sign_up
from plugins.volunteer.service.attendance import take_at_door, type_sheet
from plugins.volunteer.service.hours import confirm_sheet
from plugins.volunteer.service.ordering import (
    finish_order,
    give_order_back,
    offer_order,
    place_order,
    rate_order,
    take_order,
)
from plugins.volunteer.service.proving import certify, eligible_star, grant_star, granted_star
from plugins.volunteer.service.teams import join_team, save_team
from plugins.volunteer.tests.conftest import at


def test_thirty_walk_ins_are_typed_from_paper(station, do):
    people = [station.volunteer(f"志愿者{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{'东南西'[number // 10]}") for number in range(30)]
    fair = station.activity(at(11, 4, 8), at(11, 4, 12), form="fair", unserved=10)
    lines = [f"ZY{number} 8:{number:02} 11:30" for number in range(1, 31)]
    with pytest.raises(UserError) as told:
        do(type_sheet, SheetDraft(fair, "\n".join([*lines[:-1], "ZY30 25:00 11:30", "谁也不是 8:00 9:00"])))
    assert "30" in str(told.value)
    assert do(list_pairs_of_source, Whose("volunteer.activity", fair)) == []
    do(type_sheet, SheetDraft(fair, "\n".join(lines)))
    assert do(confirm_sheet, fair) == 30
    station.enter()
    assert sum(station.minutes(who) for who in people) == sum(210 - number - 10 for number in range(1, 31))


def test_a_year_to_a_star_and_a_certificate(station, do):
    who = station.volunteer()
    for day in range(1, 21):
        station.serve(who, at(9, day, 8), at(9, day, 13), enter=day == 20)
    assert do(eligible_star, who).level == 1
    with pytest.raises(UserError):
        do(grant_star, StarDraft(who, 2))
    do(grant_star, StarDraft(who, 1))
    assert do(granted_star, who).level == 1
    made = do(certify, CertificateDraft(who, responsible="沈建国"))
    from plugins.volunteer.models import Certificate

    assert do(check_code, None, do(lambda uow: uow.get(Certificate, made).code)).accepted
    assert not do(check_code, None, "XXXX").accepted


def test_an_order_becomes_hours(station, do, clock):
    helper = station.volunteer(skills=("repair",))
    station.volunteer("不会修的人", skills=("hair",))
    start = at(11, 5, 8)
    order = do(place_order, OrderDraft("水龙头滴水", "王桂珍", "13800000000", "1幢101", "repair", wanted_at=start,
                                       wanted_until=start + timedelta(hours=1)))
    do(offer_order, EndingDraft(order))
    assert do(load_order, order).address == ""
    do(take_order, SignUpDraft(order, "ZY1"))
    with pytest.raises(UserError):
        do(take_order, SignUpDraft(order, "ZY2"))
    assert do(load_order, order).address == "1幢101"
    do(give_order_back, EndingDraft(order, "临时有事"))
    do(take_order, SignUpDraft(order, "ZY1"))
    clock.advance(hours=2)
    do(finish_order, DoneDraft(order, start, start + timedelta(minutes=50)))
    do(rate_order, RatingDraft(order, 5, "修好了"))
    station.enter()
    assert station.minutes(helper) == 50
    assert do(lambda uow: uow.get(Order, order).state) == "rated"


def test_the_door_signs_in_and_out(station, do, clock):
    who = station.volunteer()
    activity = station.activity(at(11, 5, 9))
    assert do(take_at_door, activity, "ZY1").undo
    with pytest.raises(UserError):
        do(take_at_door, activity, "ZY1")
    clock.advance(minutes=45)
    assert do(take_at_door, activity, "龚桂兰").accepted
    assert do(list_pairs_of_source, Whose("volunteer.activity", activity))[0].minutes == 45
    assert who


def test_the_waiting_list_moves_up(station, do):
    for name in ("甲", "乙", "丙"):
        station.volunteer(name)
    activity = station.activity(at(11, 8, 9), roles=(RoleDraft("引导", seats=1),))
    for number in (1, 2, 3):
        do(sign_up, SignUpDraft(activity, f"ZY{number}"))

    def states(uow):
        return [uow.get(SignUp, number).state for number in (1, 2, 3)]

    assert do(states) == ["in", "waiting", "waiting"]
    do(withdraw_sign_up, EndingDraft(1))
    assert do(states) == ["withdrawn", "in", "waiting"]


def test_a_post_has_seats_and_a_team_one_leader(station, do):
    for name in ("甲", "乙"):
        station.volunteer(name)
    post = do(save_team, TeamDraft("治安巡逻岗", "post", seats=1))
    do(join_team, MemberDraft(post, "ZY1"))
    with pytest.raises(UserError):
        do(join_team, MemberDraft(post, "ZY2"))
    with pytest.raises(UserError):
        do(save_team, TeamDraft("自己", parent_id=post, id=post, version=1))

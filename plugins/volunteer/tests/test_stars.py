"""Stars: the table is data, eligible is computed, granted is a decision after the list hung."""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.meetings import CommentDraft, answer_comment, get_notice, take_comment
from desk.api.pages import PageRequest
from plugins.volunteer.documents.loading_teams import load_round, load_round_stars
from plugins.volunteer.documents.stars import build_certificates, build_list
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft
from plugins.volunteer.drafts_teams import LevelDraft, PostRoundDraft, RoundDraft, StrikePlaceDraft
from plugins.volunteer.models import StarPlace, StarRound
from plugins.volunteer.pages.stars import LEVELS
from plugins.volunteer.pages.stars import load_round as load_card
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.proving import eligible_star, granted_star
from plugins.volunteer.service.star_table import set_star_level, star_levels
from plugins.volunteer.service.stars import (
    cancel_round,
    grant_round,
    list_eligible,
    open_round,
    post_round,
    strike_place,
)
from plugins.volunteer.tests.conftest import at


@pytest.fixture
def served(station, do):
    """Two volunteers with four hours each, three hours make a star here; the second did not agree to lists."""
    do(set_star_level, LevelDraft(1, hours=3, valid_from=date(2026, 1, 1)))
    who = [station.volunteer("龚桂兰", consent_names=True), station.volunteer("沈大力")]
    pairs = [station.serve(one, at(9, 1 + place, 8), at(9, 1 + place, 12), enter=place == 1) for place, one in enumerate(who)]
    return who, pairs


def test_the_table_is_data_with_validity(do):
    assert [star.minutes // 60 for star in do(star_levels)] == [100, 300, 600, 1000, 1500]
    do(set_star_level, LevelDraft(2, "二星", 200, valid_from=date(2027, 1, 1)))
    assert do(star_levels)[1].minutes == 300 * 60
    assert do(lambda uow: star_levels(uow, date(2027, 1, 1)))[1].minutes == 200 * 60
    for wrong in (LevelDraft(1, hours=0), LevelDraft(12, hours=5), LevelDraft(4, hours=100), LevelDraft(
            2, hours=250, valid_from=date(2026, 12, 1))):
        with pytest.raises(UserError):
            do(set_star_level, wrong)
    do(set_star_level, LevelDraft(6, "终身", 3000, valid_from=date(2026, 1, 1)))
    assert len(do(LEVELS.fetch, PageRequest()).rows) == 6


def test_a_list_hangs_before_stars_are_granted(served, do, clock, printed):
    (first, second), _pairs = served
    assert [one.id for one, _star, _minutes in do(list_eligible)] == [first, second]
    current = do(open_round, RoundDraft("2026年评定"))
    with pytest.raises(UserError):
        do(open_round, RoundDraft())
    with pytest.raises(UserError):
        do(grant_round, EndingDraft(current))
    do(post_round, PostRoundDraft(current, "沈建国", days=3))
    body = do(lambda uow: get_notice(uow, uow.get(StarRound, current).notice_id).body)
    assert "龚桂兰" in body
    assert "沈大力" not in body
    assert "ZY2" in body
    assert "沈大力" not in printed(build_list(do(load_round, current)))
    with pytest.raises(UserError):
        do(grant_round, EndingDraft(current))
    assert not next(one for one in do(load_card, current).acts if one.main).enabled
    clock.advance(days=10)
    do(grant_round, EndingDraft(current))
    assert do(granted_star, second).level == 1
    assert do(list_eligible) == []
    stars = do(load_round_stars, current)
    assert {one.name for one in stars} == {"龚桂兰", "沈大力"}
    assert "星级志愿者证书" in printed(build_certificates(stars))


def test_objections_are_answered_and_somebody_is_struck(served, do, clock):
    (first, second), _pairs = served
    current = do(open_round, RoundDraft())
    do(post_round, PostRoundDraft(current, "沈建国", days=3))
    notice = do(lambda uow: uow.get(StarRound, current).notice_id)
    comment = do(take_comment, CommentDraft(notice, "服务不认真"))
    clock.advance(days=10)
    with pytest.raises(UserError):
        do(grant_round, EndingDraft(current))
    do(answer_comment, comment, "taken", "属实")
    place = do(lambda uow: uow.session.query(StarPlace).filter_by(volunteer_id=second).one().id)
    with pytest.raises(UserError):
        do(strike_place, StrikePlaceDraft(place))
    do(strike_place, StrikePlaceDraft(place, "经核实不符合条件"))
    do(grant_round, EndingDraft(current))
    assert do(granted_star, first).level == 1
    assert do(granted_star, second) is None
    assert do(eligible_star, second).level == 1


def test_hours_corrected_while_the_list_hangs_strike_by_themselves(served, do, clock):
    (first, second), pairs = served
    current = do(open_round, RoundDraft())
    do(post_round, PostRoundDraft(current, "沈建国", days=3))
    do(correct_hours, CorrectionDraft(pairs[1], 60, "误记", "何苗"))
    clock.advance(days=10)
    do(grant_round, EndingDraft(current))
    assert do(granted_star, second) is None
    states = do(lambda uow: [one.state for one in uow.session.query(StarPlace).order_by(StarPlace.id)])
    assert sorted(states) == ["granted", "struck"]
    assert do(granted_star, first).level == 1


def test_a_round_is_given_up_with_a_reason(served, do):
    current = do(open_round, RoundDraft())
    with pytest.raises(UserError):
        do(cancel_round, EndingDraft(current))
    do(cancel_round, EndingDraft(current, "推迟到年底"))
    assert do(open_round, RoundDraft())

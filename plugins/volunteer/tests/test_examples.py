"""The worked examples of hours and points (rules 3.8), one test a row."""

from datetime import UTC, date, datetime

import pytest

from desk.api import UserError
from desk.api.ledgers import Owner, Transfer, book, find_account, list_statement
from desk.api.pages import PageRequest
from desk.api.timesheets import list_publications
from desk.testing.hall import put_settings
from plugins.volunteer.drafts import (
    CertificateDraft,
    CorrectionDraft,
    EndingDraft,
    SignUpDraft,
    VolunteerDraft,
)
from plugins.volunteer.models import Volunteer
from plugins.volunteer.service.activities import publish_activity, sign_up
from plugins.volunteer.service.earning import LEDGER, UNIT, holder, recomputed, world
from plugins.volunteer.service.hours import correct_hours, enter_hours, publish_hours
from plugins.volunteer.service.market import hand_out
from plugins.volunteer.service.points import expire_points, points_typed
from plugins.volunteer.service.proving import certify, eligible_star, find_certificate, granted_star
from plugins.volunteer.service.registering import note_outside_hours, save_volunteer
from plugins.volunteer.tests.conftest import at


def grant(station, volunteer, amount, day=date(2026, 11, 1), last=None, key="given"):
    def booked(uow):
        to = holder(uow, volunteer)
        return book(uow, Transfer(world(uow), to, amount, "adjust", key, last_day=last, day=day))
    station.do(booked)


def test_travel_is_no_service_and_points_stop_at_the_cap(station):
    station.rule(cap_activity=120)
    who = station.volunteer()
    station.serve(who, at(11, 4, 8), at(11, 4, 12, 30), unserved=60)
    assert (station.minutes(who), station.points(who)) == (210, 20)


def test_the_record_hangs_three_working_days(station, clock):
    who = station.volunteer()
    clock.moment = at(11, 20, 18)
    station.serve(who, at(11, 20, 9), at(11, 20, 11), enter=False)
    board = station.do(publish_hours)
    assert station.do(list_publications)[0].last_day == date(2026, 11, 25)
    clock.moment = at(11, 25, 23)
    with pytest.raises(UserError):
        station.do(enter_hours, board)
    clock.moment = at(11, 26, 8)
    assert station.do(enter_hours, board) == 1


def test_spending_points_leaves_the_hours_for_the_star(station, do):
    station.rule()
    who, rice = station.volunteer(), station.goods(points=400, quantity=1)
    for day in range(1, 11):
        station.serve(who, at(9, day, 8), at(9, day, 18))
    assert station.points(who) == 1000
    do(hand_out, who, rice)
    assert station.points(who) == 600
    assert station.minutes(who) == 6000
    assert do(eligible_star, who).level == 1
    assert do(granted_star, who) is None


def test_a_correction_after_spending_is_a_debt_that_blocks(station, do):
    station.rule()
    who, soap = station.volunteer(), station.goods(points=30)
    pair = station.serve(who, at(11, 4, 8), at(11, 4, 12))
    do(hand_out, who, soap)
    assert station.points(who) == 10
    do(correct_hours, CorrectionDraft(pair, 120, "中途离开"))
    assert station.points(who) == -10
    with pytest.raises(UserError, match="owed|欠"):
        do(hand_out, who, soap)
    line = do(lambda uow: list_statement(uow, find_account(uow, LEDGER, Owner("volunteer.volunteer", who)),
                                         PageRequest()).rows[0])
    assert (line.kind, line.amount, line.after) == ("take_back", -20, -10)
    station.serve(who, at(11, 5, 8), at(11, 5, 9))
    assert station.points(who) == 0


def test_the_oldest_points_go_first_and_the_rest_expires(station, do, clock):
    who, soap = station.volunteer(), station.goods(points=30)
    grant(station, who, 100, date(2023, 12, 1), date(2026, 12, 1), "old")
    grant(station, who, 100, date(2026, 1, 1), date(2029, 1, 1), "new")
    do(hand_out, who, soap)
    clock.moment = datetime(2026, 12, 1, 1, tzinfo=UTC)
    assert do(expire_points) == 0
    clock.moment = datetime(2026, 12, 2, 1, tzinfo=UTC)
    assert do(expire_points) == 1
    assert station.points(who) == 100
    line = do(lambda uow: list_statement(uow, find_account(uow, LEDGER, Owner("volunteer.volunteer", who)),
                                         PageRequest()).rows[0])
    assert (line.kind, line.amount) == ("expire", -70)


def test_thirteen_is_too_young_unless_a_family_record_is_kept(station, do):
    draft = VolunteerDraft(station.person("小龚", "2013-01-01"), consent_data=True, guardian="龚桂兰",
                           guardian_on=date(2026, 11, 1))
    with pytest.raises(UserError) as told:
        do(save_volunteer, draft)
    assert told.value.field == "person_id"
    do(put_settings, {"volunteer.family_record": True})
    who = do(save_volunteer, draft)
    assert do(lambda uow: uow.get(Volunteer, who).state) == "family"
    with pytest.raises(UserError):
        do(certify, CertificateDraft(who, responsible="沈建国"))


def test_only_own_hours_are_certified(station, do):
    who = station.volunteer()
    do(note_outside_hours, who, "市红十字会", 600)
    with pytest.raises(UserError):
        do(certify, CertificateDraft(who, responsible="沈建国"))
    station.serve(who, at(11, 4, 8), at(11, 4, 11))
    with pytest.raises(UserError) as told:
        do(certify, CertificateDraft(who, responsible="沈建国", organisation="市红十字会"))
    assert told.value.field == "organisation"
    do(certify, CertificateDraft(who, responsible="沈建国"))


def test_a_minor_is_barred_from_emergency_rescue(station, do):
    who = station.volunteer("小龚", "2011-01-01", guardian="龚桂兰", guardian_on=date(2026, 11, 1))
    flood = station.activity(at(11, 6, 8), hazard="emergency", risks="水流湍急", insurance="PICC-1",
                             insured_from=date(2026, 11, 1))
    with pytest.raises(UserError) as told:
        do(sign_up, SignUpDraft(flood, "ZY1"))
    assert told.value.source
    assert who


def test_dangerous_work_waits_for_insurance(station, do):
    roof = station.activity(at(11, 6, 8), publish=False, hazard="risky", risks="登高")
    with pytest.raises(UserError):
        do(publish_activity, EndingDraft(roof))


def test_a_certificate_can_be_verified_and_tells_of_later_corrections(station, do):
    who = station.volunteer()
    pair = station.serve(who, at(11, 4, 8), at(11, 4, 11))
    made = do(certify, CertificateDraft(who, responsible="沈建国"))
    from plugins.volunteer.models import Certificate

    code = do(lambda uow: uow.get(Certificate, made).code)
    check = do(find_certificate, f"{code[:4]}-{code[4:8]}-{code[8:]}".lower())
    assert (check.number, check.minutes, check.now) == ("和平志证〔2026〕1号", 180, 180)
    do(correct_hours, CorrectionDraft(pair, 60, "记错"))
    assert do(find_certificate, code).now == 60
    assert do(find_certificate, "AAAABBBBCCCC") is None


def test_every_earning_line_explains_itself(station, do):
    station.rule(per_hour=15, step=5, cap_day=180)
    who = station.volunteer()
    pair = station.serve(who, at(11, 3, 8), at(11, 3, 10), enter=False)
    station.serve(who, at(11, 3, 13), at(11, 3, 16))
    do(correct_hours, CorrectionDraft(pair, 30, "早退"))
    lines = do(lambda uow: list_statement(uow, find_account(uow, LEDGER, Owner("volunteer.volunteer", who)),
                                          PageRequest()).rows)
    amounts = [20, -25, 15, 30]  # the cap that cut the second pair has room again once the first one was corrected
    assert [line.amount for line in lines] == [recomputed(line.explain) for line in lines] == amounts
    assert UNIT == "points"


@pytest.mark.parametrize(("typed", "tenths"), [
    ("1.5", 15), ("１．５", 15), ("-2", -20), ("－0.3", -3), ("3。1", 31), ("", 0), (" 12 ", 120), ("+0.7", 7)])
def test_points_are_read_as_people_write_them(typed, tenths):
    assert points_typed(typed, "points") == tenths


@pytest.mark.parametrize("typed", ["1.55", "一分", "1e3", "--1", "1234567"])
def test_what_is_no_number_of_points_is_told_beside_the_field(typed):
    with pytest.raises(UserError) as told:
        points_typed(typed, "points")
    assert "points" in told.value.fields

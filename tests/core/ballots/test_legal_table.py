"""Every row of the legal table (rules 2.3), by the least number that is enough: worked out by hand, not by the engine's words.

Of 60 entitled: the fewest that must take part, and the fewest yes that carry when 45 take part.
"""

import pytest

from desk.core.ballots.engine import FAILED, NO_QUORUM, PASSED, Attendance, Totals, judge
from desk.core.ballots.profiles import SHIPPED, shipped

ROLL, CAME = 60, 45
#: code → (quorum, passes, days of notice); 0: the law names none
TABLE = {
    "residents_2018": (31, 23, 0), "resident_reps": (40, 23, 0), "six_steps": (40, 40, 0), "villagers": (31, 23, 10),
    "village_households": (40, 23, 10), "village_reps": (40, 23, 5), "village_reps_shandong": (40, 23, 5),
    "village_group": (40, 23, 0), "collective": (40, 40, 10), "collective_reps": (0, 40, 0), "owners_ordinary": (40, 23, 15),
    "owners_heavy": (40, 34, 15), "owners_committee": (31, 31, 7), "property_board": (31, 31, 0),
    "village_election": (31, 23, 20), "village_runoff": (0, 15, 20), "mediators": (40, 23, 5), "shared_property": (0, 40, 0),
    "council": (0, 31, 0), "three_reviews": (40, 23, 5), "party_meeting": (40, 30, 3)}
PARTS = Attendance({"women": (15, 15), "owner": (15, 15)})  # further conditions on attendance are met


def outcome(rule, came, agree):
    present = came if rule.attendance else None
    totals = {measure: Totals(ROLL, agree, came - agree, present=present) for measure in rule.measures}
    return judge(rule, totals, attendance=PARTS).outcome


def test_the_table_holds_every_rule_that_decides():
    assert {one.code for one in SHIPPED} == {*TABLE, "residents_2025", "home_to_business"}


@pytest.mark.parametrize("code", TABLE)
def test_the_least_that_take_part_and_the_least_that_agree(code):
    rule = shipped(code)
    quorum, passes, notice = TABLE[code]
    assert rule.notice_days == notice
    assert [came for came in range(1, ROLL + 1) if outcome(rule, came, came) == NO_QUORUM] == list(range(1, quorum or 1))
    assert [agree for agree in range(CAME + 1) if outcome(rule, CAME, agree) == PASSED] == list(range(passes, CAME + 1))


def test_a_flat_becomes_a_shop_only_when_everybody_concerned_agrees():
    rule = shipped("home_to_business")
    assert outcome(rule, ROLL, ROLL) == PASSED
    assert outcome(rule, ROLL, ROLL - 1) == FAILED
    assert outcome(rule, ROLL - 1, ROLL - 1) == FAILED  # who does not answer does not agree


def test_owners_of_the_property_board_are_counted_apart():
    rule, totals = shipped("property_board"), {"persons": Totals(9, 6, 0, present=6)}
    assert judge(rule, totals, attendance=Attendance({"owner": (5, 3)})).outcome == PASSED
    assert judge(rule, totals, attendance=Attendance({"owner": (5, 2)})).outcome == NO_QUORUM


def test_nobody_stands_for_a_member_where_the_law_wants_her_own_hand():
    assert not any(shipped(code).proxies.allowed for code in ("owners_committee", "property_board", "collective_reps",
                                                             "party_meeting"))
    assert shipped("collective").proxies.household


def test_six_steps_pass_on_both_bases_or_name_the_one_that_decides():
    for agree, loose in ((40, True), (39, True), (29, False)):  # rows 6 and 7 of 2.8, and one that fails on both
        verdict = judge(shipped("six_steps"), {"persons": Totals(60, agree, 45 - agree, present=45)})
        assert verdict.outcome == (PASSED if agree == 40 else FAILED)
        assert [test.met for test in verdict.tests if test.kind == "shown"] == [loose]

"""The engine against the worked examples of rules 2.8 and against a program that shares nothing with it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.core.ballots.draw import draw
from desk.core.ballots.engine import FAILED, NO_QUORUM, NO_VERDICT, PASSED, VOID, Attendance, Papers, Totals, judge
from desk.core.ballots.profiles import SHIPPED, shipped
from desk.core.ballots.recount import recount
from desk.core.ballots.resultfile import QuestionCount, count_questions
from desk.core.ballots.rules import PRESENT, ROLL, Profile, Share, Threshold, as_data, from_data
from desk.core.i18n import _


def persons(roll, present, agree):
    return {"persons": Totals(roll, agree, present - agree, present=present)}


def owners(roll, present, agree):
    return {measure: Totals(whole, yes, here - yes)
            for measure, whole, here, yes in zip(("persons", "area"), roll, present, agree, strict=True)}


@pytest.mark.parametrize(("row", "profile", "roll", "present", "agree", "outcome"), [
    (1, "residents_2018", 301, 151, 76, PASSED), (2, "residents_2018", 300, 150, 150, NO_QUORUM),
    (3, "residents_2018", 300, 200, 100, FAILED), (4, "village_households", 400, 267, 200, PASSED),
    (4, "village_households", 400, 266, 266, NO_QUORUM), (5, "village_reps", 45, 30, 16, PASSED),
    (5, "village_reps", 45, 30, 15, FAILED), (6, "six_steps", 60, 45, 40, PASSED), (7, "six_steps", 60, 45, 39, FAILED),
    (8, "collective", 150, 100, 100, PASSED), (8, "collective", 150, 100, 99, FAILED)])
def test_meetings(row, profile, roll, present, agree, outcome):
    assert judge(shipped(profile), persons(roll, present, agree)).outcome == outcome


@pytest.mark.parametrize(("row", "profile", "present", "agree", "outcome"), [
    (9, "owners_ordinary", (700, 6600000), (700, 6600000), NO_QUORUM),
    (10, "owners_ordinary", (667, 6666667), (334, 3333334), PASSED),
    (11, "owners_heavy", (800, 8000000), (600, 6000000), PASSED),
    (12, "owners_heavy", (800, 8000000), (600, 5999999), FAILED)])
def test_owners_count_twice(row, profile, present, agree, outcome):
    verdict = judge(shipped(profile), owners((1000, 10000000), present, agree))
    assert verdict.outcome == outcome
    if row == 9:
        assert not any(test.kind == "pass" for test in verdict.tests)  # no word on the yes votes
        assert [test.met for test in verdict.tests] == [False, True]


def test_a_looser_reading_is_told_and_decides_nothing():
    verdict = judge(shipped("residents_2018"), persons(300, 200, 100))
    assert [test.threshold.words for test in verdict.looser] == ["到会(参与表决)半数以上"]


def test_six_steps_name_their_base_and_show_the_other():
    verdict = judge(shipped("six_steps"), persons(60, 45, 39))
    assert verdict.outcome == FAILED
    assert [(test.whole, test.met) for test in verdict.looser] == [(45, True)]
    assert "同意人数39;全体(应到)60的三分之二以上为40" in verdict.tests[1].words


def test_one_ballot_too_many_voids_the_vote():
    assert judge(shipped("owners_ordinary"), owners((9, 9), (9, 9), (9, 9)), Papers(500, 501)).outcome == VOID


@pytest.mark.parametrize(("papers", "faults"), [
    (Papers(10, 7, 1, 2, 6, 1), ()), (Papers(10, 7, 1, 1, 6, 1), ("issued",)), (Papers(10, 7, 1, 2, 6, 2), ("cast",)),
    (Papers(10, 11, 0, 0, 11), ("too_many",))])
def test_identities(papers, faults):
    assert papers.faults() == faults


def test_unread_law_gives_no_verdict_until_somebody_confirmed_it():
    open_profile = shipped("residents_2025")
    assert judge(open_profile, persons(300, 300, 300)).outcome == NO_VERDICT
    from dataclasses import replace

    filled = replace(open_profile, passing=Threshold(1, 2, PRESENT, True))
    assert judge(filled, persons(300, 300, 300)).outcome == NO_VERDICT
    assert judge(replace(filled, confirmed=True), persons(300, 300, 300)).outcome == PASSED


def test_women_representatives_must_be_counted():
    rule = shipped("village_reps_shandong")
    assert judge(rule, persons(45, 30, 30)).outcome == NO_QUORUM
    assert judge(rule, persons(45, 30, 30), attendance=Attendance({"women": (15, 9)})).outcome == NO_QUORUM
    assert judge(rule, persons(45, 30, 30), attendance=Attendance({"women": (15, 10)})).outcome == PASSED


def test_unreturned_votes_join_the_majority_only_with_a_clause():
    from dataclasses import replace

    rule = replace(shipped("owners_ordinary"), unreturned="majority")
    totals = owners((100, 10000), (60, 6000), (40, 4000))
    assert judge(rule, totals).outcome == NO_QUORUM
    assert judge(replace(rule, unreturned_clause="议事规则第二十条"), totals).outcome == PASSED


@pytest.mark.parametrize("profile", SHIPPED, ids=lambda one: one.code)
def test_profiles_are_data_and_name_their_source(profile):
    assert from_data(json.loads(json.dumps(as_data(profile)))) == profile
    assert profile.source
    assert profile.mark in ("sure", "likely", "unsure")
    assert profile.decides or profile.mark == "unsure"


def test_a_draw_is_the_same_for_everybody():
    names = ["龚桂兰", "欧阳䶮", "沈建国", "沈建国"]
    assert draw("2026-11-05 头条", names, 4) == draw("2026-11-05 头条", names, 4)
    assert sorted(draw("x", names, 4)) == sorted(names)
    assert {draw(str(seed), names)[0] for seed in range(40)} == set(names)


thresholds = st.builds(lambda a, b, base, strict: Threshold(min(a, b), max(a, b), base, strict), st.integers(1, 9),
                       st.integers(1, 9), st.sampled_from(("roll", "present", "cast")), st.booleans())
choices = st.lists(st.tuples(st.sampled_from(("agree", "against", "abstain", "invalid")),
                             st.tuples(st.just(1), st.integers(0, 30000))), max_size=40)


@given(choices, st.integers(0, 20), thresholds, st.none() | thresholds, st.booleans(), st.booleans(), st.integers(0, 3),
       st.booleans(), st.booleans(), st.none() | st.tuples(st.integers(0, 5), st.integers(0, 5)))
@settings(max_examples=300, deadline=None)
def test_engine_and_recount_never_differ(votes, absent, passing, quorum, meeting, clause, surplus, confirmed, groups, women):
    rule = Profile("x", "试", "业主", "owner", ("persons", "area"), quorum, passing, confirmed=confirmed,
                   shares=(Share("women", "女", Threshold(2, 3, ROLL)),) if groups else (),
                   unreturned="majority", unreturned_clause="第一条" if clause else "")
    cast = len(votes)
    area = sum(weights[1] for _choice, weights in votes)
    question = QuestionCount("1", "?", tuple(votes), {"persons": cast + absent, "area": area + absent * 9000},
                             {"persons": cast + absent // 2, "area": area + absent // 2 * 9000} if meeting else {})
    invalid = sum(choice == "invalid" for choice, _weights in votes)
    issued = max(cast + 1 - surplus, 0)
    papers = Papers(issued, cast, 0, max(issued - cast, 0), cast - invalid, invalid)
    attendance = Attendance({"women": (women[0], min(women))} if women else {})
    counted = count_questions(rule, [question], papers=papers, attendance=attendance, log=[("entry", cast)])
    outcomes, faults = recount(counted.text)
    assert outcomes == {"1": counted.verdicts["1"].outcome}
    assert faults == [] or (faults == ["papers"] and cast > issued)


@pytest.mark.parametrize(("used", "valid", "fault"), [(3, 3, "1 ballots"), (2, 1, "papers")])
def test_choices_that_are_not_as_many_as_the_ballots_are_noticed(used, valid, fault):
    """A forger who also makes the check code anew is caught by the identities themselves."""
    question = QuestionCount("1", "?", (("agree", (1,)), ("against", (1,))), {"persons": 3})
    file = count_questions(shipped("villagers"), [question], papers=Papers(3, used, 0, 3 - used, valid),
                           about={"method": "secret"})
    assert recount(file.text)[1] == [fault]


@pytest.mark.parametrize("spoil", ["choices", "totals", "outcome", "log", "about"])
def test_a_changed_file_is_noticed(spoil):
    question = QuestionCount("1", "?", (("agree", (1,)), ("against", (1,))), {"persons": 3})
    data = json.loads(count_questions(shipped("villagers"), [question], log=[("entry", 2)], about={"title": "a"}).text)
    line = data["questions"][0]
    if spoil == "choices":
        line["choices"][0] = "agree 1"
    elif spoil == "totals":
        line["totals"]["persons"]["roll"] = 4
    elif spoil == "outcome":
        line["outcome"] = "passed"
    elif spoil == "log":
        data["log"][0]["count"] = 3
    else:
        data["about"]["title"] = "b"
    assert recount(json.dumps(data))[1]


def test_the_command_reads_a_file_without_a_data_folder(tmp_path, capsys):
    from desk.cli import main

    question = QuestionCount("1", "?", (("agree", (1,)), ("agree", (1,))), {"persons": 3})
    path = tmp_path / "result.json"
    path.write_text(count_questions(shipped("villagers"), [question]).text, "utf-8")
    assert main(["recount", str(path)]) == 0
    said = capsys.readouterr().out
    assert json.loads(path.read_text("utf-8"))["check"] in said  # what a stranger compares with the notice
    assert "2" in said
    assert _("passed") in said
    path.write_text(path.read_text("utf-8").replace('"agree 1"', '"against 1"', 1), "utf-8")
    assert main(["recount", str(path)]) == 1
    said = capsys.readouterr().out
    assert _("the check code is not that of this file") in said
    assert _("question {id} has another outcome").format(id=1) in said
    path.write_text("{}", "utf-8")
    assert main(["recount", str(path)]) == 1

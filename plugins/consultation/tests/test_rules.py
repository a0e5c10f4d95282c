"""Rules and procedures in forms: unread law is confirmed by a person who says where she read it; own procedures."""

import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from desk.api.votes import find_profile, list_profiles
from plugins.consultation.drafts import ProcedureDraft, StepRow
from plugins.consultation.pages.rules import PROCEDURE_FORM, PROCEDURES, RULE_FORM, RULES
from plugins.consultation.service.rules import save_procedure, save_rule
from plugins.consultation.service.topics import list_procedures


def test_the_new_law_decides_only_after_somebody_read_it(writing, reading):
    with reading() as uow:
        place = [one.code for one in list_profiles(uow)].index("residents_2025") + 1
        values = RULE_FORM.load(uow, place)
        rows = RULES.fetch(uow, PageRequest()).rows
    assert not rows[place - 1].passing.strip("—")
    with writing() as uow:
        save_rule(uow, RULE_FORM.make_draft(values | {"passing": "1/2", "passing_strict": True, "passing_base": "present"}))
    with reading() as uow:
        assert not find_profile(uow, "residents_2025").decides
    with writing() as uow:
        save_rule(uow, RULE_FORM.make_draft(values | {"passing": "1/2", "passing_strict": True, "passing_base": "present",
                                                      "quorum": "1/2", "read_in": "第二十三条"}))
    with reading() as uow:
        found = find_profile(uow, "residents_2025")
    assert found.decides
    assert found.source == "第二十三条"
    assert (found.passing.words, found.quorum.base) == ("到会(参与表决)过半数", "roll")
    for wrong in ("3/2", "abc", "1/0", "0.5"):
        with pytest.raises(UserError), writing() as uow:
            save_rule(uow, RULE_FORM.make_draft(values | {"passing": wrong}))


def test_a_community_edits_a_copy_of_a_procedure(writing, reading):
    with reading() as uow:
        assert len(PROCEDURES.fetch(uow, PageRequest()).rows) == 7
        draft = PROCEDURE_FORM.make_draft(PROCEDURE_FORM.load(uow, 1))
    with writing() as uow:
        save_procedure(uow, draft)
    with reading() as uow:
        mine = list_procedures(uow)[0]
    assert [(step.title, step.needs, step.back) for step in mine.steps][3] == ("开言路", ("posted",), "draft")
    for step in (StepRow("甲", needs=("magic",)), StepRow("甲", back="乙")):
        with pytest.raises(UserError), writing() as uow:
            save_procedure(uow, ProcedureDraft("试", (step,)))


def test_meetings_without_a_topic_and_the_board(writing, reading):
    from desk.api.meetings import call_gathering, list_hanging
    from plugins.consultation.demo import fill
    from plugins.consultation.pages.meeting_forms import GATHERING_FORM
    from plugins.consultation.pages.meetings import MEETINGS, load

    with writing() as uow:
        fill(uow, 3)
        stool = call_gathering(uow, GATHERING_FORM.make_draft(GATHERING_FORM.load(uow, None) | {"title": "3号楼前"}))
    with reading() as uow:
        rows = MEETINGS.fetch(uow, PageRequest()).rows
        only = MEETINGS.fetch(uow, PageRequest(filters={"kind": "stool"})).rows
        board = list_hanging(uow)
        card = load(uow, stool)
    assert rows[0].id == stool
    assert only[0].id == stool
    assert {one.kind for one in only} == {"小板凳议事会"}
    assert "电动自行车集中充电棚选址方案" in [one.title for one in board]
    assert card.title == "3号楼前"


def test_what_changed_between_two_versions():
    from desk.api import changed_lines

    assert changed_lines("一\n二\n三", "一\n二(改)\n三\n四") == (("二", "二(改)"), ("", "四"))
    assert changed_lines("一", "一") == ()


def test_a_community_sets_the_days_of_a_rule_and_keeps_one_of_its_own(writing, reading):
    from datetime import date

    with reading() as uow:
        place = [one.code for one in list_profiles(uow)].index("village_reps") + 1
        values = RULE_FORM.load(uow, place)
    with writing() as uow:
        save_rule(uow, RULE_FORM.make_draft(values | {"notice_days": 10, "read_in": "上海市实施办法"}))
    with reading() as uow:
        assert find_profile(uow, "village_reps").notice_days == 10
    mine = values | {"own": True, "title": "和平社区居民小组会议", "passing": "2/3", "passing_strict": False,
                     "electorate": "本组每户一人",
                     "valid_from": date(2026, 12, 1)}
    for wrong in ({"title": values["title"]}, {"notice_days": 400}, {"valid_to": date(2026, 11, 1)}):
        with pytest.raises(UserError), writing() as uow:
            save_rule(uow, RULE_FORM.make_draft(mine | wrong))
    with writing() as uow:
        code = save_rule(uow, RULE_FORM.make_draft(mine))
    with reading() as uow:
        found, shipped = find_profile(uow, code), find_profile(uow, "village_reps")
        assert code in {one.code for one in list_profiles(uow, on="2026-12-01")}
        assert code not in {one.code for one in list_profiles(uow, on="2026-11-30")}
    assert (found.title, found.passing.share, found.electorate) == ("和平社区居民小组会议", "三分之二以上", "本组每户一人")
    assert shipped.passing.share == "过半数"
    with writing() as uow:  # editing it again is no copy
        save_rule(uow, RULE_FORM.make_draft(mine | {"own": False, "code": code, "posting_days": 5}))
    with reading() as uow:
        assert find_profile(uow, code).posting_days == 5
        assert sum(one.title == found.title for one in list_profiles(uow)) == 1

"""Lists of matters: filters, paging by key, and nothing of what one may not see."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.cases.drafts import CaseDraft, PartyDraft
from desk.core.cases.links import link, list_links, unlink
from desk.core.cases.moves import move
from desk.core.cases.parties import add_party, remove_party
from desk.core.cases.queries import (
    SORTS,
    count_by_state,
    count_cases,
    get_case,
    list_cases,
    list_cases_of_person,
    list_due,
    list_parties,
    list_timeline,
    list_viewers,
)
from desk.core.cases.service import assign, let_see, open_case, stop_seeing
from desk.core.db.paging import PageRequest
from desk.core.errors import NotFound, UserError
from desk.core.files.queries import get_bytes, list_attachments
from desk.core.files.service import attach
from desk.core.people.merge import merge_people
from desk.core.people.model import Person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area


@pytest.fixture
def matters(writing, people):
    """Seven matters on two days; the third is taken on, the fourth closed, the fifth of another kind."""
    with writing() as uow:
        ids = [open_case(uow, "trial.other" if number == 4 else "trial.matter", CaseDraft(
            f"第{number}号噪音纠纷", date(2026, 11, 1 + number % 2), handler_id=people["赵敏" if number < 3 else "钱立"],
            class_code="noise" if number else "water", summary="孙小芳 / 周大海")) for number in range(7)]
        move(uow, ids[2], "take")
        move(uow, ids[3], "take")
        move(uow, ids[3], "close", "和解")
    return ids


def shown(page):
    return [row.id for row in page.rows]


@pytest.mark.parametrize(("filters", "text", "places"), [
    ({}, "", [5, 3, 1, 6, 2, 0]), ({"state": "closed"}, "", [3]), ({"state": ("closed", "taken")}, "", [3, 2]),
    ({"open": True}, "", [5, 1, 6, 2, 0]), ({"open": False}, "", [3]), ({"class_code": "water"}, "", [0]),
    ({"opened_from": date(2026, 11, 2)}, "", [5, 3, 1]), ({"opened_to": date(2026, 11, 1)}, "", [6, 2, 0]),
    ({}, "噪音 第3号", [3]), ({}, "周大海 第1号", [1]), ({}, "100%", []), ({"state": ""}, "", [5, 3, 1, 6, 2, 0]),
    ({"overdue": True}, "", [6, 0]), ({"overdue": False}, "", [5, 3, 1, 2])])
def test_filters(matters, reading, filters, text, places):
    with reading() as uow:
        request = PageRequest(filters=filters, text=text)
        assert shown(list_cases(uow, request, kind="trial.matter")) == [matters[place] for place in places]
        assert count_cases(uow, request, kind="trial.matter") == len(places)


def test_mine_and_due_are_the_handlers(matters, acting):
    with acting("赵敏", reading=True) as uow:
        assert shown(list_cases(uow, PageRequest(filters={"mine": True}))) == [matters[1], matters[2], matters[0]]
        assert {row.case_id for row in list_due(uow, date(2026, 12, 31), mine=True)} == set(matters[:3])
        assert [row.handler for row in list_cases(uow, PageRequest(size=1)).rows] == ["钱立"]


def test_overdue_ones_show_after_their_last_day(matters, reading, clock):
    clock.advance(days=3)
    with reading() as uow:
        late = shown(list_cases(uow, PageRequest(filters={"overdue": True}), kind="trial.matter"))
        assert late == [matters[place] for place in (5, 1, 6, 0)]


@settings(max_examples=20, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["", *SORTS]), st.booleans(), st.integers(1, 8))
def test_pages_together_are_the_list_whatever_the_order(matters, reading, sort, descending, size):
    with reading() as uow:
        whole = shown(list_cases(uow, PageRequest(size=100, sort=sort, descending=descending)))
        found, after = [], None
        while True:
            page = list_cases(uow, PageRequest(size=size, sort=sort, descending=descending, after=after))
            found += shown(page)
            after = page.next
            if after is None:
                break
    assert found == whole
    assert sorted(found) == sorted(matters)


def test_counts_are_by_state(matters, reading):
    with reading() as uow:
        assert count_by_state(uow, "trial.matter") == {"noted": 4, "taken": 1, "closed": 1}


def test_only_kinds_one_may_read_are_there(matters, acting, people):
    with acting("赵敏", reading=True) as uow:
        assert matters[4] not in shown(list_cases(uow, PageRequest()))
        assert count_by_state(uow, "trial.other") == {}
        with pytest.raises(NotFound):
            get_case(uow, matters[4])
    with acting("赵敏", "trial.other", reading=True) as uow:
        assert get_case(uow, matters[4]).kind == "trial.other"


def test_a_confidential_matter_is_there_for_its_handlers_only(acting, people, writing):
    with acting("赵敏", "desk.files.attach") as uow:
        secret = open_case(uow, "trial.matter", CaseDraft("家庭纠纷", confidential=True, handler_id=people["赵敏"],
                                                          parties=(PartyDraft("申请人", people["resident"]),)))
        paper = attach(uow, "trial.matter", secret, "笔录.txt", "内容".encode())
    with acting("钱立", reading=True) as uow:
        assert shown(list_cases(uow, PageRequest())) == []
        assert (count_cases(uow, PageRequest()), count_by_state(uow, "trial.matter")) == (0, {})
        assert list_due(uow, date(2027, 1, 1)) == []
        assert list_cases_of_person(uow, people["resident"]) == []
        for look in (lambda: get_case(uow, secret), lambda: list_timeline(uow, secret), lambda: list_parties(uow, secret),
                     lambda: list_attachments(uow, "trial.matter", secret), lambda: get_bytes(uow, paper)):
            with pytest.raises(NotFound):
                look()
    with pytest.raises(NotFound), acting("钱立") as uow:
        move(uow, secret, "take")
    with acting("钱立", "trial.secret", reading=True) as uow:
        assert get_case(uow, secret).confidential
    with acting("赵敏") as uow:
        let_see(uow, secret, people["钱立"])
    with acting("钱立", reading=True) as uow:
        assert shown(list_cases(uow, PageRequest())) == [secret]
        assert get_bytes(uow, paper).decode() == "内容"
        assert [name for _id, name in list_viewers(uow, secret)] == sorted(["赵敏", "钱立"])
    with acting("赵敏") as uow:
        stop_seeing(uow, secret, people["钱立"])
        with pytest.raises(UserError):
            stop_seeing(uow, secret, people["赵敏"])
    with pytest.raises(NotFound), acting("钱立", reading=True) as uow:
        get_case(uow, secret)


def test_who_hands_a_confidential_matter_over_still_sees_it_and_so_does_the_next(acting, people):
    with acting("赵敏") as uow:
        secret = open_case(uow, "trial.matter", CaseDraft("家庭纠纷", confidential=True))
        assign(uow, secret, people["钱立"], "休假")
    for name in ("赵敏", "钱立"):
        with acting(name, reading=True) as uow:
            assert get_case(uow, secret).handler == "钱立"
            assert [row.text for row in list_timeline(uow, secret) if row.code == "assign"] == ["钱立"]


def test_areas_end_what_a_colleague_sees(acting, people, writing):
    with writing() as uow:
        mine, other = add_area(uow, AreaDraft("第一网格")), add_area(uow, AreaDraft("第二网格"))
        ids = [open_case(uow, "trial.matter", CaseDraft("纠纷", area_id=area)) for area in (mine, other, None)]
    with acting("赵敏", areas=frozenset({mine}), reading=True) as uow:
        assert set(shown(list_cases(uow, PageRequest()))) == {ids[0], ids[2]}


def test_links_are_seen_from_both_ends(matters, writing, reading):
    with writing() as uow:
        made = link(uow, matters[0], "trial.matter", matters[1], "同一起因")
        assert link(uow, matters[0], "trial.matter", matters[1], "同一起因") == made
        with pytest.raises(UserError):
            link(uow, matters[0], "trial.matter", matters[0])
    with reading() as uow:
        [there], [back] = (list_links(uow, "trial.matter", matters[place]) for place in (0, 1))
        assert (there.record_id, there.outward, there.meaning) == (matters[1], True, "同一起因")
        assert (back.record_id, back.outward) == (matters[0], False)
    with writing() as uow:
        unlink(uow, matters[1], made)
        assert list_links(uow, "trial.matter", matters[0]) == []


def test_a_link_that_is_a_code_stands_in_the_timeline_in_words(matters, writing, reading):
    with writing() as uow:
        link(uow, matters[0], "trial.matter", matters[1], "from")
        link(uow, matters[0], "trial.matter", matters[2], "同一起因")
    with reading() as uow:
        said = [entry.text for entry in list_timeline(uow, matters[0]) if entry.code == "link"]
        assert said == ["由发现处转来", "同一起因"]
        assert {one.meaning for one in list_links(uow, "trial.matter", matters[0])} == {"from", "同一起因"}


def test_parties_follow_a_merge_and_can_be_taken_out(matters, people, writing, reading):
    with writing() as uow:
        kept = uow.add(Person(name="孙晓芳")).id
        party = add_party(uow, matters[0], PartyDraft("申请人", people["resident"]))
        assert add_party(uow, matters[0], PartyDraft("申请人", people["resident"])) == party
        for wrong in (PartyDraft("甲"), PartyDraft("甲", people["resident"], people["company"])):
            with pytest.raises(UserError):
                add_party(uow, matters[0], wrong)
        merge_people(uow, kept, people["resident"], "核对过身份证")
    with reading() as uow:
        assert [row.name for row in list_parties(uow, matters[0])] == ["孙晓芳"]
        assert list_cases_of_person(uow, people["resident"]) == []
    with writing() as uow:
        remove_party(uow, matters[0], party)
        assert list_cases_of_person(uow, kept) == []


def test_days_left_reach_zero_on_the_last_day(matters, reading, clock):
    with reading() as uow:
        before = get_case(uow, matters[0])
        assert before.due_on is not None
        clock.advance(days=(before.due_on - clock.today()) / timedelta(days=1))
    with reading() as uow:
        assert (get_case(uow, matters[0]).days_left, get_case(uow, matters[0]).overdue) == (0, False)

"""A matter goes only where its table permits, and the refusal says what is possible instead."""

from datetime import date, timedelta

import pytest

from desk.core.cases.drafts import CaseDraft, PartyDraft
from desk.core.cases.events import CaseMoved, CaseOpened
from desk.core.cases.kinds import CaseKind, Limit, Move, State
from desk.core.cases.moves import move
from desk.core.cases.parties import set_parties
from desk.core.cases.queries import (
    get_case,
    get_lamps,
    list_cases_of_organisation,
    list_cases_of_person,
    list_parties,
    list_timeline,
)
from desk.core.cases.registry import CaseKinds, use_kinds
from desk.core.cases.service import change_case, note, number_case, open_case, set_number
from desk.core.db.uow import UnitOfWork
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.errors import Conflict, NotAllowed, UserError

TODAY = date(2026, 11, 5)
DRAFT = CaseDraft("楼上漏水纠纷", opened_on=date(2026, 11, 2), source="来访")


@pytest.fixture
def matter(writing, people):
    with writing() as uow:
        return open_case(uow, "trial.matter", CaseDraft(
            DRAFT.title, DRAFT.opened_on, parties=(PartyDraft("申请人", people["resident"]),
                                                   PartyDraft("被申请人", organisation_id=people["company"]))))


def test_a_new_matter_is_in_its_first_state_with_its_people(matter, people, reading):
    with reading() as uow:
        case = get_case(uow, matter)
        assert (case.state, case.number, case.closed) == ("noted", "", False)
        assert [(row.role, row.name) for row in list_parties(uow, matter)] == [
            ("申请人", "孙小芳"), ("被申请人", "和平物业服务有限公司")]
        assert [(row.id, role) for row, role in list_cases_of_person(uow, people["resident"])] == [(matter, "申请人")]
        assert [row.id for row, _role in list_cases_of_organisation(uow, people["company"])] == [matter]
        assert [lamp.state for lamp in get_lamps(uow, matter)] == ["now", "next", "next"]


def test_the_way_through_the_table_is_written_down(matter, writing, reading, factory):
    heard = []
    factory.bus.subscribe(CaseMoved, heard.append)
    with writing() as uow:
        assert move(uow, matter, "take", on=date(2026, 11, 3)) == "taken"
        move(uow, matter, "close", "已履行", on=date(2026, 11, 4))
    with reading() as uow:
        case = get_case(uow, matter)
        assert (case.state, case.closed_on) == ("closed", date(2026, 11, 4))
        moves = [row for row in list_timeline(uow, matter) if row.code == "move"]
        assert [(row.title, row.on, row.reason) for row in moves] == [
            ("Take on", date(2026, 11, 3), ""), ("Settle it", date(2026, 11, 4), "已履行")]
        assert [lamp.state for lamp in get_lamps(uow, matter)] == ["done", "done", "done"]
    assert heard == [CaseMoved("trial.matter", matter, "noted", "taken"), CaseMoved("trial.matter", matter, "taken", "closed")]
    with writing() as uow:
        move(uow, matter, "reopen", "当事人反悔")
        assert get_case(uow, matter).closed_on is None


def test_a_forbidden_move_names_what_is_possible_and_the_source(matter, writing):
    with writing() as uow:
        move(uow, matter, "take")
    with pytest.raises(UserError) as refused, writing() as uow:
        move(uow, matter, "take")
    assert refused.value.source == "若干规定 第20条"
    assert "Wait" in refused.value.todo
    assert "Settle it" in refused.value.todo
    with pytest.raises(UserError) as refused, writing() as uow:
        move(uow, matter, "close", "  ")
    assert refused.value.field == "reason"
    with pytest.raises(KeyError), writing() as uow:
        move(uow, matter, "fly")


def test_a_move_that_wants_a_complete_matter_waits_for_it(writing, reading):
    with writing() as uow:
        matter = open_case(uow, "trial.matter", CaseDraft("楼上漏水"))
    with pytest.raises(UserError, match="事由未写明"), writing() as uow:
        move(uow, matter, "take")
    with reading() as uow:
        assert get_lamps(uow, matter)[0].missing == ("事由未写明是什么纠纷。",)
    with writing() as uow:
        change_case(uow, matter, DRAFT)
        move(uow, matter, "take")


@pytest.mark.parametrize("on", [TODAY + timedelta(days=1), date(2026, 11, 1)])
def test_steps_lie_between_the_registration_and_today(matter, writing, on):
    with pytest.raises(UserError) as refused, writing() as uow:
        move(uow, matter, "take", on=on)
    assert refused.value.field == "on"


def test_a_step_is_never_earlier_than_the_one_before(matter, writing):
    with writing() as uow:
        move(uow, matter, "take", on=date(2026, 11, 4))
    with pytest.raises(UserError, match="2026-11-04"), writing() as uow:
        move(uow, matter, "wait", on=date(2026, 11, 3))


def test_each_kind_names_its_permissions(matter, acting):
    with pytest.raises(NotAllowed), acting("赵敏") as uow:
        open_case(uow, "trial.other", DRAFT)
    with acting("赵敏") as uow:
        move(uow, matter, "take")
    with pytest.raises(NotAllowed), acting("赵敏") as uow:
        move(uow, matter, "close", "已履行")
    with acting("赵敏", "trial.close") as uow:
        move(uow, matter, "close", "已履行")


def test_private_notes_never_print(matter, writing, reading):
    with writing() as uow:
        note(uow, matter, "已电话联系双方")
        note(uow, matter, "甲方情绪激动", private=True)
        with pytest.raises(UserError):
            note(uow, matter, " ")
    with reading() as uow:
        assert "甲方情绪激动" in [row.text for row in list_timeline(uow, matter)]
        assert [row.text for row in list_timeline(uow, matter, printable=True) if row.code == "note"] == ["已电话联系双方"]


def test_people_can_be_set_anew_in_one_go(matter, people, writing, reading):
    with writing() as uow:
        set_parties(uow, matter, (PartyDraft("申请人", people["resident"]), PartyDraft("代理人", people["resident"])))
    with reading() as uow:
        assert [(row.role, row.name) for row in list_parties(uow, matter)] == [("申请人", "孙小芳"), ("代理人", "孙小芳")]
        assert len([row for row in list_timeline(uow, matter) if row.code == "party"]) == 3


def test_a_number_is_given_once_and_belongs_to_one(matter, writing, reading):
    number = "（2026）和平人调字第12号"
    with writing() as uow:
        assert set_number(uow, matter, number) == number
        set_number(uow, matter, number)
        second = open_case(uow, "trial.matter", DRAFT)
    with reading() as uow:
        assert get_case(uow, matter).number == number
    for case_id, wrong in ((matter, "第13号"), (second, number), (second, " ")):
        with pytest.raises(UserError), writing() as uow:
            set_number(uow, case_id, wrong)


def test_the_series_of_the_kind_gives_the_next_number_once(matter, writing, reading):
    declare_series(Series("trial.matters", "Matters", "（{year}）和平字第{serial}号"))
    with writing() as uow:
        first = number_case(uow, matter)
        assert number_case(uow, matter) == first == "（2026）和平字第1号"
        assert number_case(uow, open_case(uow, "trial.matter", DRAFT)) == "（2026）和平字第2号"
    with reading() as uow:
        assert get_case(uow, matter).number == first


def test_a_stale_form_is_noticed(matter, writing):
    with pytest.raises(Conflict) as conflict, writing() as uow:
        change_case(uow, matter, CaseDraft("噪音纠纷"), version=99)
    assert conflict.value.mine == {"title": "噪音纠纷"}


def test_opening_is_told_and_touches_its_own_kind(factory, actor):
    heard = []
    factory.bus.subscribe(CaseOpened, heard.append)
    with factory.writing(actor) as uow:
        assert isinstance(uow, UnitOfWork)
        case_id = open_case(uow, "trial.matter", DRAFT)
    assert heard == [CaseOpened("trial.matter", case_id)]
    assert uow.changes.touches("trial.matter", case_id)
    for draft, field in ((CaseDraft(""), "title"), (CaseDraft("纠纷", date(2026, 11, 6)), "opened_on")):
        with pytest.raises(UserError) as refused, factory.writing(actor) as uow:
            open_case(uow, "trial.matter", draft)
        assert refused.value.field == field


def test_a_matter_of_a_switched_off_plugin_stays_readable_but_still(matter, reading, writing):
    use_kinds([])
    with reading() as uow:
        assert get_case(uow, matter).state_title == "noted"
        assert get_lamps(uow, matter) == ()
        assert list_timeline(uow, matter)
    with pytest.raises(UserError), writing() as uow:
        move(uow, matter, "take")


@pytest.mark.parametrize(("kind", "said"), [
    (CaseKind("x.y", "Y", (), ()), "没有状态"),
    (CaseKind("x.y", "Y", (State("a", "A"), State("a", "A")), ()), "a 重复"),
    (CaseKind("x.y", "Y", (State("a", "A"),), (Move("m", "M", ("a",), "b"),)), "没有状态 b"),
    (CaseKind("x.y", "Y", (State("a", "A"),), (), first_state="z"), "起始状态 z"),
    (CaseKind("x.y", "Y", (State("a", "A"),), (), limits=(Limit("l", "L", "a", 3, "week", "-"),)), "没有单位 week"),
])
def test_a_table_that_contradicts_itself_is_refused(kind, said):
    with pytest.raises(ValueError, match=said):
        CaseKinds([kind])

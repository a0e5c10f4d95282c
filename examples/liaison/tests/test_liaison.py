"""A matter goes from a liaison to the community and back with an answer, within the agreed time."""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.cases import list_clocks, list_timeline
from desk.api.pages import PageRequest
from desk.api.people import PersonDraft, register_person
from desk.api.tables import MoveDraft, RecordDraft, count_by, get_record, list_records, move_record, save_record, tables


@pytest.fixture
def matter(writing):
    with writing() as uow:
        from desk.core.places.drafts import AreaDraft
        from desk.core.places.service import add_area

        building = add_area(uow, AreaDraft("3号楼", "building"))
        person = register_person(uow, PersonDraft(name="何苗", reason="未带证件"))
        member = save_record(uow, RecordDraft("liaison.member", {
            "person": person, "building": building, "phone": "13800000001", "since": date(2026, 3, 1), "agreed": True}))
        return save_record(uow, RecordDraft("liaison.matter", {"what": "楼道灯不亮", "liaison": member, "where": building}))


def test_a_matter_is_answered_and_told(matter, writing, reading):
    answer = MoveDraft("liaison.matter", matter, "reply", {"answer": "已报修,两日内更换。"}, ("answer",), ("answer",))
    with reading() as uow:
        assert [clock.code for clock in list_clocks(uow, matter)] == ["reply"]
    with pytest.raises(UserError) as empty, writing() as uow:
        move_record(uow, MoveDraft("liaison.matter", matter, "reply", {}, ("answer",), ("answer",)))
    assert set(empty.value.fields) == {"answer"}
    with writing() as uow:
        move_record(uow, answer)
        move_record(uow, MoveDraft("liaison.matter", matter, "tell"))
    with reading() as uow:
        table = tables().get("liaison.matter")
        row = get_record(uow, table, matter)
        assert (row.case.state, row.values["answer"], row.words["liaison"]) == ("told", "已报修,两日内更换。", "何苗")
        assert count_by(uow, table) == {"told": 1}
        assert not list_records(uow, table, PageRequest(filters={"open": True})).rows
        assert [entry.to_state for entry in list_timeline(uow, matter) if entry.code == "move"] == ["已答复", "已告知居民"]


def test_matters_are_counted_by_building(matter, reading):
    from importlib import import_module

    from desk.api.statistics import Scope

    figures = import_module("plugins.liaison.figures")
    scope = Scope(date(2026, 11, 1), date(2026, 11, 30))
    with reading() as uow:
        [fact] = figures.facts_passed_on(uow, scope)
        assert dict(figures.values_passed_on(uow, scope))[fact.value] == "3号楼"
        assert [line.title for line in figures.lines_passed_on(uow, [fact.id])] == ["楼道灯不亮"]

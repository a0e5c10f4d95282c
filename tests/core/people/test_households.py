"""Households and visits."""

import pytest

from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, UserError
from desk.core.people.drafts import HouseholdDraft, PersonDraft
from desk.core.people.household_queries import get_household, list_households
from desk.core.people.households import change_household, note_visit, register_household
from desk.core.people.queries import get_person
from desk.core.people.service import put_in_household, record_move_out, register_person


def test_a_household_and_its_members(writing, reading):
    with writing() as uow:
        home = register_household(uow, HouseholdDraft(address=" 翠湖花园12幢  1502室 ", tenure="own"))
        child = register_person(uow, PersonDraft(name="王小明", household_id=home, relation="2", birth="2015"))
        head = register_person(uow, PersonDraft(name="王大明", birth="1980"))
        gone = register_person(uow, PersonDraft(name="王二明", household_id=home, relation="7"))
        put_in_household(uow, head, home, "0")
        record_move_out(uow, gone, "2020")
    with reading() as uow:
        card = get_household(uow, home)
        assert card.address == "翠湖花园12幢 1502室"
        assert [member.id for member in card.members] == [head, child]
        assert get_person(uow, head).address == card.address
        (row,) = list_households(uow, PageRequest(text="1502")).rows
        assert row.members == 2
    with writing() as uow:
        put_in_household(uow, child, None)
        with pytest.raises(UserError):
            put_in_household(uow, child, home, "99")
    with reading() as uow:
        assert len(get_household(uow, home).members) == 1


def test_refusals_and_conflicts(writing, reading):
    with writing() as uow:
        for wrong, field in ((HouseholdDraft(), "address"), (HouseholdDraft(address="东湖村8号", tenure="x"), "tenure")):
            with pytest.raises(UserError) as refused:
                register_household(uow, wrong)
            assert field in refused.value.fields
        home = register_household(uow, HouseholdDraft(address="东湖村8号"))
    with writing() as uow:
        change_household(uow, home, HouseholdDraft(address="东湖村9号"), 1)
    with writing() as uow, pytest.raises(Conflict) as late:
        change_household(uow, home, HouseholdDraft(address="东湖村7号"), 1)
    assert late.value.theirs == {"address": "东湖村9号"}


def test_a_ten_second_note(writing, reading, clock):
    with writing() as uow:
        home = register_household(uow, HouseholdDraft(address="东湖村8号"))
        person = register_person(uow, PersonDraft(name="李大力", household_id=home))
        note_visit(uow, "身体好,儿子\n周末来", person_id=person)
        for wrong in ({"text": " ", "person_id": person}, {"text": "好"}, {"text": "好" * 501, "person_id": person}):
            with pytest.raises(UserError):
                note_visit(uow, **wrong)
    with reading() as uow:
        assert [visit.text for visit in get_person(uow, person).visits] == ["身体好,儿子\n周末来"]
        card = get_household(uow, home)
        assert (card.visited_on, len(card.visits)) == ("2026-11-05", 1)
        assert not list_households(uow, PageRequest(filters={"not_visited_since": "2026-11-05"})).rows
        assert list_households(uow, PageRequest(filters={"not_visited_since": "2026-11-06"})).rows

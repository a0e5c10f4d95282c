"""Merging and un-merging: every row that points at the person follows, those of plugins that are off too, and goes back."""

import pytest
from sqlalchemy import text

from desk.core.errors import UserError
from desk.core.organisations.appointments import appoint
from desk.core.organisations.drafts import AppointmentDraft, OrganisationDraft
from desk.core.organisations.queries import list_appointments
from desk.core.organisations.service import register_organisation
from desk.core.people.drafts import PersonDraft, PhoneDraft
from desk.core.people.merge import list_merges, merge_people, unmerge_people
from desk.core.people.queries import get_person
from desk.core.people.references import count_by_owner, find_rows, find_stuck, list_references
from desk.core.people.service import add_phone, register_person


@pytest.fixture
def two(writing):
    with writing() as uow:
        kept = register_person(uow, PersonDraft("张桂兰", phones=(PhoneDraft("13700001111"),)))
        gone = register_person(uow, PersonDraft("张桂蘭", phones=(PhoneDraft("13700002222"),)))
        hall = register_organisation(uow, OrganisationDraft("和平物业", "property"))
        for person, post in ((kept, "经理"), (gone, "楼栋长")):
            appoint(uow, AppointmentDraft(post, person_id=person, organisation_id=hall))
    return kept, gone


@pytest.fixture
def table_of_a_plugin_that_is_off(writing):
    """A table no model speaks of, with two rows; the second allows a person once."""
    with writing() as uow:
        uow.session.execute(text("CREATE TABLE offplugin_row (id INTEGER PRIMARY KEY, person_id BIGINT NOT NULL UNIQUE "
                                 "REFERENCES core_person (id))"))
    yield
    with writing() as uow:
        uow.session.execute(text("DROP TABLE offplugin_row"))


def posts(reading, person):
    with reading() as uow:
        return sorted(row.post for row in list_appointments(uow, person_id=person))


def phones(reading, person):
    with reading() as uow:
        return sorted(phone.number[-4:] for phone in get_person(uow, person).phones)


def rows(writing, *people):
    with writing() as uow:
        for number, person in enumerate(people, 1):
            uow.session.execute(text("INSERT INTO offplugin_row VALUES (:n, :p)"), {"n": number, "p": person})


def owners(reading):
    with reading() as uow:
        return uow.session.scalars(text("SELECT person_id FROM offplugin_row ORDER BY id")).all()


def test_the_columns_that_point_at_people_are_found_without_models(reading, table_of_a_plugin_that_is_off):
    with reading() as uow:
        found = {(one.table, one.column): one.owner for one in list_references(uow)}
    assert found["offplugin_row", "person_id"] == "offplugin"
    assert found["core_appointment", "person_id"] == "core"
    assert not {table for table, _column in found} & {"core_person", "core_person_merge"}


def test_everything_goes_over_and_back_and_what_came_later_stays(two, writing, reading, table_of_a_plugin_that_is_off):
    kept, gone = two
    rows(writing, gone)
    with reading() as uow:
        assert count_by_owner(find_rows(uow, gone), ("core_person_phone",)) == {"core": 1, "offplugin": 1}
    with writing() as uow:
        merge = merge_people(uow, kept, gone, "核对过身份证")
    assert posts(reading, kept) == ["楼栋长", "经理"]
    assert posts(reading, gone) == []
    assert owners(reading) == [kept]
    with writing() as uow:
        add_phone(uow, kept, PhoneDraft("13700003333"))
        unmerge_people(uow, merge, "是同名的两个人")
    assert (posts(reading, kept), posts(reading, gone)) == (["经理"], ["楼栋长"])
    assert (phones(reading, kept), phones(reading, gone)) == (["1111", "3333"], ["2222"])
    assert owners(reading) == [gone]
    with reading() as uow:
        assert get_person(uow, gone).state == "present"
        assert list_merges(uow, kept) == []


def test_a_row_that_was_given_to_somebody_else_meanwhile_stays_there(two, writing, reading, table_of_a_plugin_that_is_off):
    kept, gone = two
    rows(writing, gone)
    with writing() as uow:
        third = register_person(uow, PersonDraft("李建国"))
        merge = merge_people(uow, kept, gone, "核对过身份证")
        uow.session.execute(text("UPDATE offplugin_row SET person_id = :p"), {"p": third})
    with writing() as uow:
        unmerge_people(uow, merge, "是同名的两个人")
    assert owners(reading) == [third]


def test_two_entries_where_one_is_allowed_stop_the_merge_in_words(two, writing, reading, table_of_a_plugin_that_is_off):
    kept, gone = two
    rows(writing, kept, gone)
    with pytest.raises(UserError, match="offplugin_row"), writing() as uow:
        merge_people(uow, kept, gone, "核对过身份证")
    assert owners(reading) == [kept, gone]
    assert posts(reading, gone) == ["楼栋长"]


def test_two_entries_of_a_removed_plugin_stop_nothing_and_stay(two, writing, reading, table_of_a_plugin_that_is_off):
    """Nobody can take one out any more; the one of the record that goes stays with it, and an un-merge leaves it there."""
    kept, gone = two
    rows(writing, kept, gone)
    with reading() as uow:
        assert find_stuck(uow, kept, gone, ["offplugin_row"]) == {"offplugin_row.person_id": [[2]]}
        assert find_stuck(uow, kept, gone, []) == {}
    with writing() as uow:
        merge = merge_people(uow, kept, gone, "核对过身份证", silent=["offplugin_row"])
    assert owners(reading) == [kept, gone]
    assert posts(reading, kept) == ["楼栋长", "经理"]
    with writing() as uow:
        unmerge_people(uow, merge, "是同名的两个人")
    assert owners(reading) == [kept, gone]
    assert posts(reading, gone) == ["楼栋长"]


def test_only_an_entry_that_is_the_same_in_the_rest_of_the_key_is_in_the_way(two, writing, reading):
    kept, gone = two
    with writing() as uow:
        uow.session.execute(text("CREATE TABLE offplugin_year (year INTEGER, person_id BIGINT REFERENCES core_person (id), "
                                 "PRIMARY KEY (year, person_id))"))
        for year, person in ((2025, kept), (2025, gone), (2026, gone)):
            uow.session.execute(text("INSERT INTO offplugin_year VALUES (:y, :p)"), {"y": year, "p": person})
    with reading() as uow:
        assert find_stuck(uow, kept, gone, ["offplugin_year"]) == {"offplugin_year.person_id": [[2025, gone]]}
    with writing() as uow:
        merge_people(uow, kept, gone, "核对过身份证", silent=["offplugin_year"])
    with reading() as uow:
        found = uow.session.execute(text("SELECT year, person_id FROM offplugin_year ORDER BY year, person_id")).all()
    assert {tuple(row) for row in found} == {(2025, kept), (2025, gone), (2026, kept)}
    with writing() as uow:
        uow.session.execute(text("DROP TABLE offplugin_year"))


def test_hooks_hear_of_a_merge_before_rows_go_over_and_of_its_end_after_they_came_back(two, writing):
    kept, gone = two
    heard = []

    def follow(kept_id, gone_id, uow):
        heard.append((kept_id, gone_id, len(list_appointments(uow, person_id=gone_id))))

    with writing() as uow:
        merge = merge_people(uow, kept, gone, "核对过身份证", follow=(follow,))
        unmerge_people(uow, merge, "是同名的两个人", follow=(follow,))
    assert heard == [(kept, gone, 1), (kept, gone, 1)]

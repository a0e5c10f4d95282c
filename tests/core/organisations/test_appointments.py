"""Appointments: who holds which post, from when to when."""

from datetime import date

import pytest

from desk.core.errors import UserError
from desk.core.organisations.appointments import appoint, change_appointment, end_appointment
from desk.core.organisations.drafts import AppointmentDraft, OrganisationDraft
from desk.core.organisations.queries import list_appointments, list_ending_appointments
from desk.core.organisations.service import register_organisation
from desk.core.people.model import Person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area

START = date(2026, 1, 1)


@pytest.fixture
def who(writing):
    with writing() as uow:
        return {"person": uow.add(Person(name="孙小芳")).id, "other": uow.add(Person(name="周大海")).id,
                "grid": add_area(uow, AreaDraft("第一网格")),
                "company": register_organisation(uow, OrganisationDraft("和平物业", "property"))}


def drafted(who, **more):
    usual = {"post": "网格员", "person_id": who["person"], "area_id": who["grid"], "starts_on": START}
    return AppointmentDraft(**{**usual, **more})


def test_a_term_is_in_force_from_its_first_to_its_last_day(who, writing, reading):
    with writing() as uow:
        appoint(uow, drafted(who, ends_on=date(2026, 6, 30), phone="13712345678"))
    with reading() as uow:
        for day, there in ((date(2025, 12, 31), 0), (START, 1), (date(2026, 6, 30), 1), (date(2026, 7, 1), 0)):
            assert len(list_appointments(uow, person_id=who["person"], on=day)) == there
        [row] = list_appointments(uow, area_ids=[who["grid"]])
        assert (row.person, row.area, row.organisation, row.phone) == ("孙小芳", "第一网格", "", "13712345678")


def test_lists_by_organisation_and_post_and_ending_terms(who, writing, reading):
    with writing() as uow:
        appoint(uow, drafted(who, post="项目经理", organisation_id=who["company"], area_id=None, ends_on=date(2026, 12, 1)))
        appoint(uow, drafted(who))
    with reading() as uow:
        assert [row.post for row in list_appointments(uow, organisation_id=who["company"])] == ["项目经理"]
        assert len(list_appointments(uow, post="网格员")) == 1
        assert [row.post for row in list_ending_appointments(uow, date(2026, 12, 31))] == ["项目经理"]
        assert list_ending_appointments(uow, date(2026, 11, 30)) == []


def test_the_same_post_twice_at_one_time_is_refused(who, writing):
    with writing() as uow:
        first = appoint(uow, drafted(who, ends_on=date(2026, 6, 30)))
    for start, end in ((date(2026, 6, 30), None), (date(2025, 1, 1), START), (date(2026, 2, 1), date(2026, 3, 1))):
        with pytest.raises(UserError) as refused, writing() as uow:
            appoint(uow, drafted(who, starts_on=start, ends_on=end))
        assert refused.value.field == "post"
    with writing() as uow:
        appoint(uow, drafted(who, starts_on=date(2026, 7, 1)))
        appoint(uow, drafted(who, person_id=who["other"]))
        change_appointment(uow, first, drafted(who, ends_on=date(2026, 5, 31)), 1)


def test_ending_keeps_the_history(who, writing, reading):
    with writing() as uow:
        made = appoint(uow, drafted(who))
        with pytest.raises(UserError):
            end_appointment(uow, made, date(2025, 12, 31))
        end_appointment(uow, made, date(2026, 11, 5), "调任")
    with reading() as uow:
        assert [row.ended_reason for row in list_appointments(uow, person_id=who["person"])] == ["调任"]
        assert list_appointments(uow, person_id=who["person"], on=date(2026, 11, 6)) == []


@pytest.mark.parametrize(("more", "field"), [
    ({"post": " "}, "post"), ({"person_id": None}, "person_id"), ({"area_id": None}, "organisation_id"),
    ({"ends_on": date(2025, 1, 1)}, "ends_on")])
def test_mistakes_stand_beside_their_field(who, writing, more, field):
    with pytest.raises(UserError) as refused, writing() as uow:
        appoint(uow, drafted(who, **more))
    assert refused.value.field == field

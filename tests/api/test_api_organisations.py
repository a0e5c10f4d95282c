"""A team, and who holds which post in it from when to when."""

from datetime import date

from desk.api.organisations import (
    AppointmentDraft,
    OrganisationDraft,
    appoint,
    end_appointment,
    list_appointments,
    register_organisation,
)
from desk.api.people import PersonDraft, register_person


def test_a_leader_for_a_year(writing, reading):
    with writing() as uow:
        team = register_organisation(uow, OrganisationDraft("和平巡逻队", "social"))
        her = register_person(uow, PersonDraft("程秋月", reason="练习"))
        post = appoint(uow, AppointmentDraft("队长", her, team, starts_on=date(2026, 1, 1)))
        end_appointment(uow, post, date(2026, 12, 31), "任期届满")
    with reading() as uow:
        assert [one.person for one in list_appointments(uow, organisation_id=team, on=date(2026, 6, 1))] == ["程秋月"]
        assert list_appointments(uow, organisation_id=team, on=date(2027, 1, 1)) == []

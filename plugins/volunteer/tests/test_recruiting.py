"""Names taken at the stall, called back, registered or forgotten."""

import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from desk.api.people import PersonDraft, PhoneDraft, list_people, register_person
from plugins.volunteer.drafts_teams import AdmitDraft, CallDraft
from plugins.volunteer.models import Applicant, Volunteer
from plugins.volunteer.pages.recruiting import APPLICANTS, load_applicant, start_admit, totals
from plugins.volunteer.service.recruiting import (
    admit_applicant,
    count_applicants,
    forget_applicants,
    note_call,
    read_applicant,
    take_applicant,
    undo_applicant,
)


@pytest.fixture
def stall(station):
    return station.activity(form="recruitment", content="楼栋巡查", risks="夜间结伴", wanted=20)


@pytest.mark.parametrize(("typed", "name", "phone", "birth", "wishes"), [
    ("王芳 13800000000 1990 会理发", "王芳", "13800000000", "1990", "会理发"),
    ("王芳13800000000", "王芳", "13800000000", "", ""),
    ("王芳,138 0000 0000,修车、巡逻", "王芳", "13800000000", "", "修车 巡逻"),
    ("13800000000 王芳", "王芳", "13800000000", "", ""),
    ("王芳", "王芳", "", "", ""),
])
def test_a_line_is_taken_apart(typed, name, phone, birth, wishes):
    line = read_applicant(typed)
    assert (line.name, line.phone, line.birth, line.wishes) == (name, phone, birth, wishes)


def test_a_name_is_taken_told_twice_and_undone(do, stall):
    answer = do(take_applicant, stall, "王芳 13800000000")
    assert answer.accepted
    assert do(totals, stall)[0][1] == "1"
    for wrong in ("王芳 13800000000", "13800000000", "李四", "李四 138000"):
        with pytest.raises(UserError):
            do(take_applicant, stall, wrong)
    do(undo_applicant, stall, answer.undo)
    assert do(count_applicants, stall) == {}


def test_who_is_a_volunteer_already_is_told_so(do, stall, station):
    from plugins.volunteer.drafts import VolunteerDraft
    from plugins.volunteer.service.registering import save_volunteer

    person = do(register_person, PersonDraft("王芳", "2", "1990-01-01", phones=(PhoneDraft("13800000000"),)))
    do(save_volunteer, VolunteerDraft(person, consent_data=True))
    with pytest.raises(UserError, match="ZY1"):
        do(take_applicant, stall, "王芳 13800000000")


def test_only_an_open_recruitment_takes_names(do, station):
    service = station.activity()
    with pytest.raises(UserError):
        do(take_applicant, service, "王芳 13800000000")


def test_called_back_and_registered_into_both_registers(do, stall):
    who = do(take_applicant, stall, "王芳 13800000000 1990 会理发").undo
    do(note_call, CallDraft(who, "called", "周六来"))
    assert any(one.main and one.entry == "volunteer.admit_form" for one in do(load_applicant, who).acts)
    with pytest.raises(UserError):
        do(admit_applicant, AdmitDraft(who, sex="2"))
    assert do(lambda uow: len(list_people(uow, PageRequest(text="王芳")).rows)) == 0
    made = do(admit_applicant, AdmitDraft(who, sex="2", skills=("hair",), consent_data=True))
    assert do(lambda uow: uow.get(Volunteer, made).wishes) == "会理发"
    assert do(lambda uow: len(list_people(uow, PageRequest(text="王芳")).rows)) == 1
    with pytest.raises(UserError):
        do(note_call, CallDraft(who))
    assert do(count_applicants, stall) == {"registered": 1}


def test_the_resident_of_this_name_and_telephone_is_offered(do, stall):
    person = do(register_person, PersonDraft("王芳", "2", "1990-01-01", phones=(PhoneDraft("13800000000"),)))
    who = do(take_applicant, stall, "王芳 13800000000").undo
    assert do(start_admit, who)["person_id"] == person
    do(admit_applicant, AdmitDraft(who, person_id=person, consent_data=True))
    assert do(lambda uow: len(list_people(uow, PageRequest(text="王芳")).rows)) == 1


def test_names_are_erased_when_their_time_is_over(do, stall, clock):
    who = do(take_applicant, stall, "王芳 13800000000").undo
    assert do(forget_applicants) == 0
    clock.advance(days=190)
    assert do(forget_applicants) == 1
    found = do(lambda uow: uow.get(Applicant, who))
    assert (found.name, found.phone, found.state) == ("", "", "forgotten")
    assert do(APPLICANTS.fetch, PageRequest()).rows[0].number == ""

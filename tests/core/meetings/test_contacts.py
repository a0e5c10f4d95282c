"""Contact sheets: only numbers that may be published, out of date when a post changes, several to a sheet."""

import pytest

from desk.core.db.paging import PageRequest
from desk.core.meetings.board import hang
from desk.core.meetings.contact_papers import build_badges, build_cards, build_plates, build_sheet, load_contacts
from desk.core.meetings.contacts import get_contacts
from desk.core.meetings.drafts import HangDraft, NoticeDraft
from desk.core.meetings.notices import write_notice
from desk.core.organisations.appointments import appoint, end_appointment
from desk.core.organisations.drafts import AppointmentDraft
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.shell.contacts.pages import fetch, load


@pytest.fixture
def building(writing):
    with writing() as uow:
        grid = add_area(uow, AreaDraft("第一网格", "grid"))
        house = add_area(
            uow, AreaDraft("3号楼", "building", parent_id=add_area(uow, AreaDraft("翠湖花园", "estate", parent_id=grid)))
        )
        worker = register_person(uow, PersonDraft(name="何苗"))
        head = register_person(uow, PersonDraft(name="龚桂兰"))
        appoint(uow, AppointmentDraft("楼栋长", head, area_id=house, phone="13800000002"))
        appoint(uow, AppointmentDraft("网格员", worker, area_id=grid, phone="13800000001", publish=True))
    return house


def test_only_published_numbers_stand_on_the_sheet(building, reading, printed):
    with reading() as uow:
        found = get_contacts(uow, building)
        papers = [
            printed(build(load_contacts(uow, building))) for build in (build_sheet, build_cards, build_plates, build_badges)
        ]
    assert [(one.post, one.name, one.phone) for one in found.contacts] == [
        ("网格员", "何苗", "13800000001"),
        ("楼栋长", "龚桂兰", ""),
    ]
    assert all("何苗" in text for text in papers)
    assert not any("13800000002" in text for text in papers)
    assert papers[0].index("24小时值班电话") < papers[0].index("何苗")
    assert papers[1].count("温馨联系卡") == 5


def test_a_sheet_is_out_of_date_when_a_post_changes(building, writing, reading, clock):
    def state():
        with reading() as uow:
            return next(line.state.word for line in fetch(uow, PageRequest()).rows if line.id == building), load(
                uow, building
            ).missing

    assert state()[1]
    with writing() as uow:
        notice = write_notice(
            uow, NoticeDraft("contacts", "联系方式公示", "详见表", places=("入口",), owner_kind="area", owner_id=building)
        )
        hang(uow, HangDraft(notice, "沈建国"))
    current, missing = state()
    assert not missing
    clock.advance(days=3)
    with writing() as uow:
        one = get_contacts(uow, building).contacts[1]
        end_appointment(uow, one.appointment_id, clock.today(), "搬离")
    changed, missing = state()
    assert missing
    assert changed != current


@pytest.mark.parametrize("build", [build_sheet, build_cards, build_plates, build_badges])
def test_every_paper_prints_blank(build, printed):
    assert printed(build(None))

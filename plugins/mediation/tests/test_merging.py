"""Two records of one person, seen from the mediation room."""

import pytest
from sqlalchemy import select

from desk.api import UserError
from desk.api.people import PersonDraft, merge_people, register_person, unmerge_people
from plugins.mediation.drafts import PartyDraft
from plugins.mediation.hooks import desk_person_merged
from plugins.mediation.models import Party


def parties_of(room, person):
    return room.see(lambda uow: uow.session.scalars(select(Party.name).where(Party.person_id == person)).all())


def test_parties_go_over_and_back(room, two_people, writing):
    with writing() as uow:
        twin = register_person(uow, PersonDraft(name="龚桂蘭", sex="2", reason="试"))
    room.register(PartyDraft("applicant", person_id=twin, name="龚桂蘭"),
                  PartyDraft("respondent", person_id=two_people[1], name="欧阳䶮"))
    with writing() as uow:
        merge = merge_people(uow, two_people[0], twin, "核对过身份证", follow=(desk_person_merged,))
    assert parties_of(room, two_people[0]) == ["龚桂蘭"]
    with writing() as uow:
        unmerge_people(uow, merge, "同名")
    assert (parties_of(room, two_people[0]), parties_of(room, twin)) == ([], ["龚桂蘭"])


def test_nobody_settles_with_herself(room, two_people, writing):
    room.register(PartyDraft("applicant", person_id=two_people[0], name="龚桂兰"),
                  PartyDraft("respondent", person_id=two_people[1], name="欧阳䶮"))
    with pytest.raises(UserError, match="当事人"), writing() as uow:
        merge_people(uow, *two_people, "核对过身份证", follow=(desk_person_merged,))

"""Pickers find in the real registers: people by search, places and organisations by name."""

import pytest

from desk.host.pages import Field
from desk.shell.kit.fields.providers import provider


def test_people_places_and_units_are_found_and_named(writing, reading):
    from desk.core.organisations.drafts import OrganisationDraft
    from desk.core.organisations.service import register_organisation
    from desk.core.people.drafts import PersonDraft
    from desk.core.people.service import register_person
    from desk.core.places.drafts import AreaDraft
    from desk.core.places.service import add_area

    with writing() as uow:
        register_person(uow, PersonDraft("张桂兰"))
        add_area(uow, AreaDraft("翠湖花园", "community", code="CH"))
        register_organisation(uow, OrganisationDraft("和平食堂"))
    for kind, typed, name in (("person", "张桂", "张桂兰"), ("place", "翠湖", "翠湖花园"),
                              ("organisation", "食堂", "和平食堂")):
        asked = provider(Field("it", "It", kind))
        with reading() as uow:
            [found] = asked.search(uow, typed)
            assert found.title == name
            assert name in asked.named(uow, found.id)


def test_a_picker_that_does_not_say_where_to_look_is_a_bug():
    with pytest.raises(ValueError, match="it"):
        provider(Field("it", "It", "text"))

"""Somebody is registered, found by the number on her card and opened again."""

from desk.api.people import PaperDraft, PersonDraft, PhoneDraft, find_by_number, get_person, register_person

NUMBER = "329912194912310023"


def test_register_and_find(writing, reading):
    with writing() as uow:
        who = register_person(uow, PersonDraft("程秋月", address="和平里5幢201室", papers=(PaperDraft(number=NUMBER),),
                                               phones=(PhoneDraft("13800000001"),), reason="练习"))
    with reading() as uow:
        assert [row.id for row in find_by_number(uow, NUMBER)] == [who]
        assert get_person(uow, who).name == "程秋月"

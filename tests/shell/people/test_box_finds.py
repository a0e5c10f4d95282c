"""What the box offers for a card reader's or a pasted line, and what the register contributes to the frame."""

from dataclasses import replace

import pytest

from desk.core.dotted import resolve
from desk.core.people.identity import check_character
from desk.finding import find
from desk.shell.kit.icons import has_icon
from desk.shell.people import builtin
from desk.testing.shell import contributions_of

ZHANG = "32991219491231002" + check_character("32991219491231002")
FREE = "32991219900307223" + check_character("32991219900307223")


@pytest.fixture
def offered():
    return contributions_of(builtin.desk_nav_entries())


def test_a_number_on_file_finds_its_holder(people, reading, offered):
    with reading() as uow:
        for typed in (ZHANG, f"张桂兰 {ZHANG} 女 翠湖花园"):
            hits = find(uow, typed, offered)
            assert [(hit.title, hit.entry, hit.args["record_id"]) for hit in hits] == [
                ("张桂兰", "people.person", people["张桂兰"])]


def test_a_number_nobody_has_offers_to_register(people, reading, offered):
    with reading() as uow:
        hits = find(uow, f"刘思雨 {FREE}", offered)
    assert [(hit.title, hit.entry) for hit in hits] == [("登记刘思雨", "people.person_form")]
    assert FREE in hits[0].args["line"]


def test_who_may_not_register_is_offered_nothing(people, factory, actor, offered):
    reader = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}))
    with factory.reading(reader) as uow:
        assert find(uow, FREE, offered) == []


def test_every_page_is_there_and_every_icon(qapp):
    entries = builtin.desk_nav_entries()
    for entry in entries:
        assert resolve(entry.view) is not None
        assert has_icon(entry.icon)
    ids = {entry.id for entry in entries}
    for action in builtin.desk_actions():
        assert action.entry in ids
        assert has_icon(action.icon)

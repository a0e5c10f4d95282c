"""A verb checks its right itself, and what is written in one unit of work is there together or not at all."""

import pytest

from desk.api import NotAllowed, UserError
from desk.api.db import Actor, PageRequest, UnitOfWork, verb
from desk.api.people import PersonDraft, list_people, register_person


@pytest.fixture(autouse=True)
def own_verbs(monkeypatch):
    monkeypatch.setattr("desk.core.db.verbs._declared", {})


def test_a_verb_asks_for_its_right(factory, writing):
    @verb("example.greet", permission="example.write")
    def greet(uow: UnitOfWork, name: str) -> str:
        uow.trace("example.greet", "example", None)  # a line of the audit trail
        return f"{name}好"

    with writing() as uow:
        assert greet(uow, "何苗") == "何苗好"
    with pytest.raises(NotAllowed), factory.writing(Actor("沈建国", community_id=1)) as uow:
        greet(uow, "何苗")


def test_all_or_nothing_and_page_by_page(writing, reading):
    with pytest.raises(UserError), writing() as uow:
        register_person(uow, PersonDraft("何苗", reason="练习"))
        register_person(uow, PersonDraft(""))  # a name is missing, so neither is kept
    with writing() as uow:
        for name in ("丁一", "何苗", "沈岚"):
            register_person(uow, PersonDraft(name, reason="练习"))
    with reading() as uow:
        page = list_people(uow, PageRequest(size=2))
        rest = list_people(uow, PageRequest(size=2, after=page.next))
    assert (len(page.rows), len(rest.rows), rest.next) == (2, 1, None)

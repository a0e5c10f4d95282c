"""A whole list taken back, or refused by name once somebody worked on it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, text

from desk.core.errors import UserError
from desk.core.exchange.people_import import (
    undo_people_import,
)
from desk.core.exchange.verdicts import CHANGED, SAME
from desk.core.people.drafts import PersonDraft, PhoneDraft
from desk.core.people.erasure import erase_person
from desk.core.people.model import Household, Person, Phone
from desk.core.people.service import add_phone, change_person
from tests.core.exchange.residents import HEAD, QIU, YI, Write, people


def test_moving_to_another_household_and_back_by_undo(taken: Any, listed: Any, writing: Write, reading: Write) -> None:
    head = (*HEAD, "户号")
    taken([(*QIU, "A1"), (*YI, "A2")], head)
    report = taken([(*QIU[:4], "翠湖花园9幢901室", "A9"), (*YI, "A2")], head)
    assert report.counts == {CHANGED: 1, SAME: 1}
    with reading() as uow:
        home = uow.session.execute(select(Household.code, Household.address).join(
            Person, Person.household_id == Household.id).where(Person.name == "程秋月")).one()
        assert tuple(home) == ("A9", "翠湖花园9幢901室")
    with writing() as uow:
        undo_people_import(uow, report.batch_id)
    with reading() as uow:
        assert uow.session.scalars(select(Household.code).order_by(Household.id)).all() == ["A1", "A2"]
        assert uow.session.scalar(select(Household.code).join(Person, Person.household_id == Household.id)
                                  .where(Person.name == "程秋月")) == "A1"


def test_undo_takes_everything_back(taken: Any, writing: Write, reading: Write) -> None:
    taken([QIU])
    report = taken([(*QIU[:3], "13900000009", "翠湖花园2幢201室"), YI])
    with writing() as uow:
        undo_people_import(uow, report.batch_id)
    assert people(reading) == [("程秋月", "2", "1990-03-07", QIU[4])]
    with reading() as uow:
        assert uow.session.scalars(select(Phone.number)).all() == ["13800000001"]
        assert uow.session.scalars(text("SELECT title FROM core_search_doc WHERE kind = 'person'")).all() == ["程秋月"]
    with writing() as uow, pytest.raises(UserError, match="已经撤销"):
        undo_people_import(uow, report.batch_id)


def test_undo_in_the_wrong_order_is_refused(taken: Any, writing: Write) -> None:
    first = taken([QIU])
    taken([YI])
    with writing() as uow, pytest.raises(UserError, match="先撤销"):
        undo_people_import(uow, first.batch_id)


def _edit(uow: Any) -> None:
    person = uow.session.scalars(select(Person).where(Person.name == "周一鸣")).one()
    change_person(uow, person.id, PersonDraft(name="周一鸣", sex="1", birth="1952-06-01", address="别处1号"), person.version)


def _phone(uow: Any) -> None:
    person = uow.session.scalars(select(Person).where(Person.name == "周一鸣")).one()
    add_phone(uow, person.id, PhoneDraft("13700000001"))


def _note(uow: Any) -> None:
    from desk.core.people.households import note_visit

    person = uow.session.scalars(select(Person).where(Person.name == "周一鸣")).one()
    note_visit(uow, "上门", person_id=person.id)


@pytest.mark.parametrize("later", [_edit, _phone, _note])
def test_undo_is_refused_by_name_once_somebody_worked_on_it(taken: Any, writing: Write, reading: Write,
                                                            later: Callable[[Any], None]) -> None:
    report = taken([QIU, YI])
    with writing() as uow:
        later(uow)
    before = people(reading)
    with pytest.raises(UserError, match="周一鸣"), writing() as uow:
        undo_people_import(uow, report.batch_id)
    assert people(reading) == before


def test_undo_is_refused_when_a_changed_field_was_changed_again(taken: Any, writing: Write) -> None:
    taken([YI])
    report = taken([(*YI[:4], "翠湖花园2幢201室")])
    with writing() as uow:
        _edit(uow)
    with pytest.raises(UserError, match="周一鸣"), writing() as uow:
        undo_people_import(uow, report.batch_id)


def test_undo_sees_tables_of_plugins_that_are_off(taken: Any, writing: Write, reading: Write) -> None:
    report = taken([QIU, YI])
    with writing() as uow:
        uow.session.execute(text("CREATE TABLE zoo_visit (id INTEGER PRIMARY KEY,"
                                 " person_id BIGINT REFERENCES core_person (id))"))
        person_id = uow.session.scalar(select(Person.id).where(Person.name == "周一鸣"))
        uow.session.execute(text("INSERT INTO zoo_visit VALUES (1, :person)"), {"person": person_id})
    with pytest.raises(UserError, match="周一鸣"), writing() as uow:
        undo_people_import(uow, report.batch_id)
    assert len(people(reading)) == 2


def test_erasing_reaches_the_account_of_imports(taken: Any, writing: Write, reading: Write) -> None:
    taken([QIU])
    report = taken([(*QIU[:3], "13900000009", "翠湖花园2幢201室")])
    with writing() as uow:
        erase_person(uow, uow.session.scalar(select(Person.id)), "本人申请")
    with reading() as uow:
        kept = uow.session.execute(text("SELECT changes FROM core_import_row")).scalars().all()
        assert "13900000009" not in str(kept)
    with pytest.raises(UserError), writing() as uow:
        undo_people_import(uow, report.batch_id)

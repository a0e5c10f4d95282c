"""Units of work: scope, stamps, participants, conflicts, request keys."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.db.commands import execute
from desk.core.db.community import Community
from desk.core.db.verbs import verb
from desk.core.errors import Conflict, NotAllowed, NotFound, UserError
from desk.core.settings.model import Setting
from desk.core.settings.service import change_settings, get_setting


def test_a_new_record_gets_community_author_and_moment(writing, reading, clock):
    with writing() as uow:
        made = uow.add(Setting(key="a", value=1))
    with reading() as uow:
        found = uow.get(Setting, made.id)
        assert (found.community_id, found.created_by, found.created_at) == (1, "desk", clock.now())
        assert found.version == 1


def test_an_error_in_the_block_leaves_nothing(writing, reading):
    with pytest.raises(UserError), writing() as uow:
        uow.add(Setting(key="a", value=1))
        raise UserError("no")
    with reading() as uow:
        assert get_setting(uow, "a") is None


def test_another_communitys_records_are_not_there(writing, factory, actor):
    with writing() as uow:
        uow.session.add(Community(id=2, name="另一社区"))
        record = uow.add(Setting(key="a", value=1))
    other = Actor(name="x", community_id=2, all_rights=True)
    with factory.reading(other) as uow:
        assert uow.session.scalars(select(Setting)).all() == []
        assert uow.session.execute(select(Setting.id)).all() == []
        with pytest.raises(NotFound):
            uow.get(Setting, record.id)


def test_a_reading_unit_of_work_cannot_write(reading):
    with pytest.raises(RuntimeError), reading() as uow:
        uow.add(Setting(key="a", value=1))


def test_the_second_editor_gets_a_conflict_never_a_silent_overwrite(writing, factory, actor):
    with writing() as uow:
        record = uow.add(Setting(key="a", value=1))
    if factory.database.dialect == "sqlite":
        with factory.reading(actor) as first:
            stale = first.get(Setting, record.id)
            first.session.expunge(stale)
    else:
        with factory.reading(actor) as first:
            stale = first.get(Setting, record.id)
            first.session.expunge(stale)
    with writing() as uow:
        uow.get(Setting, record.id).value = 2
    with pytest.raises(Conflict), writing() as uow:
        merged = uow.session
        merged.add(stale)
        stale.value = 3


def test_changes_and_events_are_told_after_the_commit_only(factory, actor):
    told = []
    factory.bus.subscribe(str, told.append)
    with factory.writing(actor) as uow:
        record = uow.add(Setting(key="a", value=1))
        uow.tell("stored")
        assert told == []
    assert told == ["stored"]
    assert uow.changes.touches("setting", record.id)
    with pytest.raises(UserError), factory.writing(actor) as uow:
        uow.tell("never")
        raise UserError("no")
    assert told == ["stored"]


def test_a_verb_checks_its_permission_itself(factory, clock):
    nobody = Actor(name="guest", community_id=1)
    with pytest.raises(NotAllowed), factory.writing(nobody) as uow:
        change_settings(uow, {"a": 1})


def test_a_verb_without_a_rule_is_refused():
    with pytest.raises(TypeError):
        verb("test.nothing")


def test_the_same_request_key_is_carried_out_once(factory, actor):
    first = execute(factory, actor, change_settings, {"a": 1}, key="k1")
    again = execute(factory, actor, change_settings, {"a": 1}, key="k1")
    assert (first.result, again.result, again.repeated) == (1, 1, True)


@dataclass(frozen=True)
class Inner:
    """A part of an answer."""

    name: str


@dataclass(frozen=True)
class Outer:
    """An answer with parts."""

    parts: list[Inner]
    by: dict[str, Inner]


@verb("test.answer", permission="test.read")
def answer(uow):
    """Answers records within a record."""
    return Outer([Inner("a")], {"b": Inner("b")})


def test_a_lost_answer_comes_back_as_it_was(factory, actor):
    first = execute(factory, actor, answer, key="k1")
    again = execute(factory, actor, answer, key="k1")
    assert again.repeated
    assert again.result == first.result


def test_an_edited_form_under_the_same_key_is_not_swallowed(factory, actor):
    execute(factory, actor, change_settings, {"a": 1}, key="k1")
    with pytest.raises(UserError, match="."):
        execute(factory, actor, change_settings, {"a": 2}, key="k1")

"""A data folder opened with the whole zoo switched on: the desk is usable, every culprit is named, no data is lost."""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.core.actor import system_actor
from desk.core.clock import FixedClock
from desk.core.db.commands import execute
from desk.core.paths import DeskPaths
from desk.core.people.model import Person
from desk.core.settings.service import switch_plugin
from desk.host import loader
from desk.host.states import State
from desk.host.views import ViewFault
from desk.running import RunningDesk, open_desk
from desk.testing.logs import LogWatch
from tests.host.conftest import ZOO

Open = Callable[..., RunningDesk]


@pytest.fixture
def open_data(sqlite_template: Path, tmp_path: Path) -> Iterator[Open]:
    """`open_data(bundled)`: the same data folder each time; the desk opened before is closed first."""
    paths = DeskPaths(tmp_path / "data")
    paths.data.mkdir()
    shutil.copyfile(sqlite_template, paths.database)
    desks: list[RunningDesk] = []

    def close() -> None:
        while desks:
            desks.pop().close()
        for folder in ZOO.iterdir():
            loader.unload(folder.name)

    def make(bundled: Path = ZOO, **options: object) -> RunningDesk:
        close()
        desks.append(open_desk(paths, clock=FixedClock(), bundled=bundled, **options))
        return desks[-1]

    yield make
    close()


def switch(desk: RunningDesk, on: bool, *ids: str) -> None:
    for plugin_id in ids:
        execute(desk.factory, system_actor(), switch_plugin, plugin_id, on)


EXPECTED = {
    "good": State.RUNNING, "badmanifest": State.INVALID, "wrongid": State.INVALID, "newerapi": State.INCOMPATIBLE,
    "circleone": State.BLOCKED, "circletwo": State.BLOCKED, "needsnobody": State.BLOCKED, "needscore": State.BLOCKED,
    "needsgood": State.RUNNING, "explodesonimport": State.FAILED, "leavesonimport": State.FAILED,
    "misspelthook": State.FAILED, "unknownargument": State.FAILED, "explodesonstart": State.FAILED,
    "failingmigration": State.FAILED, "brokenmapper": State.RUNNING, "brokenview": State.RUNNING,
    "duplicatenav": State.RUNNING, "raisesinhook": State.RUNNING, "wronganswer": State.RUNNING,
    "brokeninside": State.RUNNING, "slowstart": State.RUNNING, "explodesonstop": State.RUNNING,
}


def test_the_whole_zoo_leaves_the_desk_usable_and_is_named(open_data, log_watch: LogWatch):
    switch(open_data(), True, *EXPECTED)
    desk = open_data()
    states = {record.id: record.state for record in desk.host.records}
    assert {plugin_id: states[plugin_id] for plugin_id in EXPECTED} == EXPECTED
    assert {states[plugin_id] for plugin_id in set(states) - set(EXPECTED)} <= {State.MISSING}  # the bundled ones' tables
    for status in desk.host.statuses():
        assert status.sentence
        assert status.state is not State.FAILED or status.failures
    assert desk.contributions.nav.owner("good.list") == "good"
    assert {one.plugin_id for one in desk.contributions.nav} == {"good", "duplicatenav", "brokenview"}
    assert desk.host.resolve("good", "plugins.good.views:NoteList")
    with pytest.raises(ViewFault):
        desk.host.resolve("brokenview", "plugins.brokenview.views:Page")
    with desk.factory.reading(system_actor()) as uow:
        assert uow.session.query(Person).count() == 0
        blockers = desk.host.collect("desk_person_delete_blockers", person_id=1, uow=uow)
    assert {one.plugin_id for one in blockers} == {"good", "raisesinhook"}
    with desk.factory.writing(system_actor()) as uow:  # the search index of brokeninside follows people, and raises
        uow.touch("person", 1)
    assert "indexer brokeninside.thing" in {one.detail for one in desk.host.record("brokeninside").failures}
    desk.close()
    for record in log_watch.records:  # everything that was logged is about a plugin, and says which
        assert record.name.startswith("desk.host")
        assert any(plugin_id in record.getMessage() for plugin_id in EXPECTED)
    assert [record for record in log_watch.records if record.levelno >= logging.ERROR]
    log_watch.records.clear()


def test_safe_mode_opens_without_any_of_them(open_data):
    switch(open_data(), True, *EXPECTED)
    desk = open_data(safe_mode=True)
    assert not [record for record in desk.host.records if record.state in (State.RUNNING, State.READY, State.FAILED)]
    assert len(desk.contributions.nav) == 0


def notes(desk: RunningDesk) -> int:
    from sqlalchemy import text

    with desk.factory.reading(system_actor()) as uow:
        return uow.session.execute(text("SELECT count(*) FROM good_thing")).scalar_one()


def test_switching_off_removing_and_putting_back_loses_nothing(open_data, tmp_path):
    from sqlalchemy import text

    zoo = tmp_path / "zoo"
    shutil.copytree(ZOO / "good", zoo / "good", ignore=shutil.ignore_patterns("__pycache__"))
    switch(open_data(zoo), True, "good")
    desk = open_data(zoo)
    assert desk.host.record("good").state is State.RUNNING
    with desk.factory.writing(system_actor()) as uow:
        uow.session.execute(text("CREATE TABLE good_thing (id INTEGER PRIMARY KEY)"))
        uow.session.execute(text("INSERT INTO good_thing VALUES (1)"))
    switch(desk, False, "good")
    desk = open_data(zoo)
    assert (desk.host.record("good").state, notes(desk)) == (State.DISABLED, 1)
    assert len(desk.contributions.nav) == 0
    shutil.move(zoo / "good", tmp_path / "aside")
    desk = open_data(zoo)
    assert (desk.host.record("good").state, notes(desk)) == (State.MISSING, 1)
    shutil.move(tmp_path / "aside", zoo / "good")
    switch(desk, True, "good")
    desk = open_data(zoo)
    assert (desk.host.record("good").state, notes(desk)) == (State.RUNNING, 1)


def test_a_plugin_acts_as_whoever_is_signed_in(open_data):
    switch(open_data(), True, "good")
    desk = open_data()
    context = desk.host._contexts["good"]
    assert context.may("good.read")
    from desk.core.actor import Actor

    desk.units.actor = Actor("新来的", 1, user_id=5)
    assert not context.may("good.read")
    with context.uow.reading() as uow:
        assert uow.actor.name == "新来的"
    assert context.settings.get("days") == 30

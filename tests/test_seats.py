"""Several seats on one PostgreSQL server: what an administrator installs at one of them runs at the others."""

import shutil
from pathlib import Path

import pytest

from desk.core.actor import operator
from desk.core.clock import FixedClock
from desk.core.config import write_config
from desk.core.db.commands import execute
from desk.core.db.community import Community
from desk.core.errors import UserError
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.core.setup import HallDraft, make_hall_on_server
from desk.core.staff.passwords import Strength
from desk.host.discovery import discover
from desk.host.install_checks import look_at
from desk.host.install_verbs import install_plugin, remove_plugin, roll_back_plugin
from desk.host.package import pack
from desk.host.states import State
from desk.host.switch_verbs import carry_out
from desk.host.switching import plan_switch
from desk.running import grants_of, lineages_of, open_desk
from desk.seat import DeskForWindow
from tests.host.conftest import ZOO

pytestmark = pytest.mark.postgres
ME = operator("周慧")
FOUND = discover(BUNDLED_PLUGINS)


@pytest.fixture
def seats(tmp_path, empty_server_database, monkeypatch):
    """Two data folders whose desks work on one server; nothing is shared between them but that."""
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    url = empty_server_database()
    draft = HallDraft(community="和平社区", street="和平街道", committee="和平社区人民调解委员会", hall="和平社区党群服务中心",
                      org_short="和平", login="zhou", name="周慧", password="correct horse", plugins=(),
                      grants=grants_of(FOUND, ()), strength=Strength(1024, 1))
    make_hall_on_server(url, draft, lineages_of(FOUND), FixedClock())
    made = [DeskPaths(tmp_path / name) for name in ("counter-one", "counter-two")]
    for paths in made:
        paths.data.mkdir()
        write_config(paths.config, server=url)
    return made


@pytest.fixture
def packed(tmp_path):
    def make(version):
        folder = tmp_path / f"sources-{version}" / "good"
        shutil.copytree(ZOO / "good", folder, ignore=shutil.ignore_patterns("__pycache__"))
        manifest = folder / "plugin.toml"
        manifest.write_text(manifest.read_text("utf-8").replace('version = "1.0"', f'version = "{version}"'), "utf-8")
        return pack(folder, tmp_path)
    return make


class at:  # noqa: N801 - reads as a sentence: with at(seat) as desk
    """The desk of one seat, closed again at the end."""

    def __init__(self, seat):
        self.seat = seat

    def __enter__(self):
        self.desk = open_desk(self.seat, clock=FixedClock())
        return self.desk

    def __exit__(self, *_problem):
        self.desk.close()


def install_at(seat, file: Path):
    with at(seat) as desk:
        places = DeskForWindow(desk).plugin_places()
        execute(desk.factory, ME, install_plugin, places, file, look_at(file, places).package.sha256, True)


def stands(seat):
    """(state, version) of the plugin as one seat has it."""
    with at(seat) as desk:
        record = desk.host.record("good")
        return record.state, record.manifest.version if record.manifest else ""


def test_one_installs_it_and_the_other_fetches_updates_and_goes_back_with_her(seats, packed):
    one, two = seats
    install_at(one, packed("1.0"))
    assert not two.plugins.exists()
    assert stands(two) == (State.DISABLED, "1.0")
    with at(one) as desk:
        execute(desk.factory, ME, carry_out, plan_switch(desk.host, "good", on=True))
    assert stands(one) == stands(two) == (State.RUNNING, "1.0")
    install_at(one, packed("1.1"))
    assert stands(two) == (State.RUNNING, "1.1")
    with at(one) as desk:
        execute(desk.factory, ME, roll_back_plugin, DeskForWindow(desk).plugin_places(), "good")
    assert stands(one) == stands(two) == (State.RUNNING, "1.0")


def test_a_package_that_was_changed_in_the_data_is_not_run_and_the_seat_names_what_is_missing(seats, packed, expect_log):
    from sqlalchemy import text

    one, two = seats
    install_at(one, packed("1.0"))
    with at(one) as desk:
        execute(desk.factory, ME, carry_out, plan_switch(desk.host, "good", on=True))
    with at(one) as desk:
        assert desk.host.record("good").state is State.RUNNING
        with desk.database.engine.connect() as connection:
            connection.execute(text("UPDATE core_plugin_package SET content = content || '\\x00'"))
            connection.commit()
    expect_log("is not the one that was agreed to")
    assert stands(two) == (State.MISSING, "")
    with at(two) as desk:
        assert desk.host.title("good") == "便笺"
    assert list(two.plugins.glob("good*")) == []


def test_one_removes_it_and_it_goes_from_the_other_and_comes_back_switched_off(seats, packed):
    one, two = seats
    file = packed("1.0")
    install_at(one, file)
    with at(one) as desk:
        execute(desk.factory, ME, carry_out, plan_switch(desk.host, "good", on=True))
    assert stands(one) == stands(two) == (State.RUNNING, "1.0")
    with at(two) as desk:
        execute(desk.factory, ME, carry_out, plan_switch(desk.host, "good", on=False))
    assert stands(one) == stands(two) == (State.DISABLED, "1.0")  # the switch is the data's, not the seat's
    with at(two) as desk:
        execute(desk.factory, ME, remove_plugin, DeskForWindow(desk).plugin_places(), "good")
    assert stands(one) == stands(two) == (State.MISSING, "")
    assert [list(seat.plugins.glob("*good*")) for seat in seats] == [[], []]
    install_at(one, file)
    assert stands(one) == stands(two) == (State.DISABLED, "1.0")


def test_what_another_community_has_on_is_not_removed_from_under_it(seats, packed):
    one, _two = seats
    install_at(one, packed("1.0"))
    with at(one) as desk:
        with desk.factory.writing(ME) as uow:
            other = uow.add(Community(name="团结社区")).id
        execute(desk.factory, operator("赵刚", other), carry_out, plan_switch(desk.host, "good", on=True))
    with at(one) as desk:
        with pytest.raises(UserError):
            execute(desk.factory, ME, remove_plugin, DeskForWindow(desk).plugin_places(), "good")
        assert desk.host.record("good").state is State.RUNNING
    assert stands(one) == (State.RUNNING, "1.0")

"""A plugin's life on the command line: new, checked, tested, packed, signed, installed, on, updated, back, removed."""

import json
import re
import shutil
from pathlib import Path

import pytest

from desk.cli import main
from desk.core.actor import system_actor
from desk.core.clock import SystemClock
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.settings.service import ENABLED_PLUGINS, change_settings
from desk.host.manifest import read_manifest
from tests.host.conftest import ZOO
from tests.zoo.archives import archives

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def desk(sqlite_template, tmp_path, capsys, monkeypatch):
    """`desk("plugin", …)`: (exit code, what was said as JSON objects), on a data folder of its own."""
    monkeypatch.setenv("DESK_KEY_PASSWORD", "一二三四五六七八")
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(sqlite_template, data / "desk.db")

    def run(*words: object) -> tuple[int, list[dict[str, object]]]:
        code = main(["--data", str(data), "--json", "plugin", *map(str, words)])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return run


def state(desk, plugin_id):
    return next(line["state"] for line in desk("list")[1] if line["id"] == plugin_id)


def test_from_nothing_to_a_running_plugin_and_away_again(desk, tmp_path):
    assert desk("new", "petcare", "--folder", tmp_path)[0] == 0
    folder = tmp_path / "petcare"
    assert desk("new", "petcare", "--folder", tmp_path)[0] == 1
    assert desk("check", folder)[0] == 0
    assert desk("test", folder)[0] == 0
    assert desk("key", "new", tmp_path / "me.key", "--name", "上城软件")[0] == 0
    assert desk("pack", folder, "--to", tmp_path, "--key", tmp_path / "me.key")[0] == 0
    file = tmp_path / "petcare-0.1.deskplugin"
    assert desk("install", file)[0] == 1
    assert desk("key", "trust", tmp_path / "me.deskkey")[0] == 0
    assert desk("key", "list")[1][1]["name"] == "上城软件"
    assert desk("update", file)[0] == 1
    assert desk("install", file)[0] == 0
    assert state(desk, "petcare") == "disabled"
    assert desk("enable", "petcare")[0] == 0
    assert state(desk, "petcare") == "running"
    manifest = folder / "plugin.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('"0.1"', '"0.2"'), "utf-8")
    assert desk("pack", folder, "--to", tmp_path)[0] == 0
    assert desk("update", tmp_path / "petcare-0.2.deskplugin", "--confirm")[0] == 1  # the signature is gone
    assert desk("sign", tmp_path / "petcare-0.2.deskplugin", "--key", tmp_path / "me.key")[0] == 0
    assert desk("update", tmp_path / "petcare-0.2.deskplugin")[0] == 0
    assert state(desk, "petcare") == "running"
    assert desk("rollback", "petcare")[1][0]["version"] == "0.1"
    assert desk("remove", "petcare")[0] == 1
    assert desk("disable", "petcare")[0] == 0
    assert desk("remove", "petcare")[0] == 0
    assert "petcare" not in {line["id"] for line in desk("list")[1]}


def test_a_folder_is_installed_when_an_administrator_confirms(desk):
    assert desk("install", EXAMPLES / "lostfound")[0] == 1
    assert desk("install", EXAMPLES / "lostfound", "--confirm")[0] == 0
    assert desk("enable", "lostfound")[0] == 0
    assert state(desk, "lostfound") == "running"
    assert desk("key", "block", "good")[0] == 0
    assert desk("install", ZOO / "good", "--confirm")[0] == 1


@pytest.mark.parametrize("words", [
    ("new", "X"), ("new", "core"), ("new", "mediation"), ("key",), ("key", "new"), ("key", "burn", "it"), ("sign", "nothing"),
    ("pack", "nobody"), ("rollback", "mediation"), ("remove", "mediation")])
def test_what_cannot_be_done_is_said(desk, words):
    assert desk(*words)[0] == 1


def test_the_example_passes_the_suite_and_its_own_test_and_is_small(desk):
    folder = EXAMPLES / "lostfound"
    assert desk("check", folder)[0] == 0
    assert desk("test", folder)[0] == 0
    assert read_manifest(folder)[0] is not None
    lines = [line for kind in ("*.py", "*.toml") for path in folder.rglob(kind)
             for line in path.read_text("utf-8").splitlines()]
    code = [line for line in lines if line.strip() and not re.fullmatch(r'\s*""".*"""', line)]
    assert len(code) < 150


def switch_on_unasked(data, plugin_id):
    """As if it had been fit on the desk of yesterday: on in the data, without a trial."""
    database = open_database(data / "desk.db")
    try:
        with UnitOfWorkFactory(database, SystemClock(), ()).writing(system_actor()) as uow:
            change_settings(uow, {ENABLED_PLUGINS: [plugin_id]})
    finally:
        database.close()


@pytest.mark.parametrize(("plugin_id", "state_after"), [
    ("explodesonimport", "failed"), ("leavesonimport", "failed"), ("explodesonstart", "failed"), ("failingmigration", "failed"),
    ("misspelthook", "failed"), ("raisesinhook", "running"), ("brokenview", "running")])
def test_a_plugin_that_explodes_fails_its_trial_and_stays_off_and_one_that_was_on_is_named_and_the_desk_starts(
        desk, tmp_path, plugin_id, state_after, expect_log):
    expect_log("plugin", optional=True)
    assert desk("install", ZOO / plugin_id, "--confirm")[0] == 0
    assert desk("enable", plugin_id)[0] == 1
    assert state(desk, plugin_id) == "disabled"
    switch_on_unasked(tmp_path / "data", plugin_id)
    assert state(desk, plugin_id) == state_after
    assert desk("disable", plugin_id)[0] == 0
    assert desk("remove", plugin_id)[0] == 0


def test_a_plugin_that_explodes_when_it_ends_does_not_keep_the_desk_from_ending(desk, expect_log):
    expect_log("plugin", optional=True)
    assert desk("install", ZOO / "explodesonstop", "--confirm")[0] == 0
    assert desk("enable", "explodesonstop")[0] == 0
    assert state(desk, "explodesonstop") == "running"
    assert desk("disable", "explodesonstop")[0] == 0
    assert desk("remove", "explodesonstop")[0] == 0


def test_after_a_pile_of_hostile_packages_the_desk_starts_as_before(desk, tmp_path):
    before = desk("list")
    names = list(archives())
    for name in names[::20]:
        file = tmp_path / "stick.deskplugin"
        file.write_bytes(archives()[name])
        if not name.startswith(("signature", "older", "requires")):  # those need the hall of test_hostile_packages
            assert desk("install", file, "--confirm")[0] == 1, name
    assert desk("list") == before


def test_a_register_without_programming_from_nothing_to_a_stick_and_from_there_to_a_desk(desk, tmp_path):
    assert desk("new", "tools", "--tables", "--folder", tmp_path)[0] == 1  # a name of the desk's own
    assert desk("new", "ladder", "--tables", "--folder", tmp_path)[0] == 0
    folder = tmp_path / "ladder"
    assert not list(folder.glob("*.py"))
    assert desk("check", folder)[0] == 0
    assert desk("test", folder)[0] == 0
    stick = tmp_path / "stick"
    stick.mkdir()
    assert desk("key", "new", tmp_path / "me.key", "--name", "上城软件")[0] == 0
    assert desk("key", "trust", tmp_path / "me.deskkey")[0] == 0
    assert desk("pack", folder, "--to", stick, "--key", tmp_path / "me.key")[0] == 0
    assert desk("index", stick, "--name", "上城街道", "--key", tmp_path / "me.key")[0] == 0
    told = desk("list", "--from", stick)[1]
    assert [(line.get("id"), line.get("standing")) for line in told[1:]] == [("ladder", "new")]
    assert desk("install", "ladder", "--from", stick)[0] == 0
    assert desk("enable", "ladder")[0] == 0
    assert state(desk, "ladder") == "running"
    assert desk("list", "--from", stick)[1][1]["standing"] == "installed"
    assert desk("install", "nobody", "--from", stick)[0] == 1


def test_what_the_command_line_did_to_the_list_stands_in_the_trail_with_the_systems_user(desk, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("getpass.getuser", lambda: "hall-admin")
    assert desk("key", "new", tmp_path / "me.key", "--name", "上城软件")[0] == 0
    assert desk("key", "trust", tmp_path / "me.deskkey")[0] == 0
    assert desk("key", "block", "petcare")[0] == 0
    assert desk("key", "unblock", "petcare")[0] == 0
    assert desk("key", "unblock", "petcare")[0] == 1
    assert desk("key", "distrust", "上城软件")[0] == 0
    data = str(tmp_path / "data")
    for _time in range(2):  # the second look adds nothing
        assert main(["--data", data, "--json", "audit", "list"]) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        told = [(line["actor"], line["action"]) for line in lines if line["action"].startswith("plugins.")]
        assert told == [("hall-admin", f"plugins.{act}") for act in ("distrust", "unblock", "block", "trust_key")]
    assert "hall-admin（命令行）" in lines[0]["message"]
    assert "上城软件" in lines[0]["message"]
    assert main(["--data", data, "--json", "audit", "verify"]) == 0

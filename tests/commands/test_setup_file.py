"""A hall's set-up goes to another hall as one file: plugins with it, told before, all or nothing."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from desk.cli import main
from desk.core.actor import system_actor
from desk.core.documents.numbers import SeriesDraft, change_series
from desk.core.paths import DeskPaths
from desk.core.settings.service import change_settings, enabled_plugins, get_setting
from desk.core.setupfile.core_parts import read_roles, read_series
from desk.core.staff.passwords import Strength
from desk.core.staff.service import AccountDraft, create_account, make_built_in_roles, set_role
from desk.running import open_desk

PASSWORD = "four words are long enough"  # noqa: S105
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def halls(sqlite_template, tmp_path, monkeypatch):
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    made = []
    for name in ("here", "there"):
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(sqlite_template, folder / "desk.db")
        made.append(folder)
        with writing(folder) as uow:
            roles = make_built_in_roles(uow)
            create_account(uow, AccountDraft("admin", "周慧", PASSWORD, roles=(roles["administrator"],)), Strength(8, 1))
    return made


class writing:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.desk = open_desk(DeskPaths(self.folder))
        self.unit = self.desk.factory.writing(system_actor())
        return self.unit.__enter__()

    def __exit__(self, *problem):
        try:
            return self.unit.__exit__(*problem)
        finally:
            self.desk.close()


@pytest.fixture
def run(capsys):
    def call(folder, *words):
        code = main(["--data", str(folder), "--json", *map(str, words)])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return call


def test_one_hall_is_set_up_like_another(halls, run, tmp_path):
    here, there = halls
    assert run(here, "plugin", "install", EXAMPLES / "reading", "--confirm")[0] == 0
    assert run(here, "plugin", "enable", "reading")[0] == 0
    assert run(here, "plugin", "enable", "consultation")[0] == 0
    with writing(here) as uow:
        change_settings(uow, {"desk.files.limit_mb": 50})
        change_series(uow, SeriesDraft("reading.book", "{word}〔{year}〕{serial}号", "和平书"))
        set_role(uow, "图书管理员", ("reading.read", "reading.write"))
    code, told = run(here, "setup", "export", tmp_path / "street")
    file = Path(told[0]["file"])
    assert (code, file.suffix) == (0, ".desksetup")
    with zipfile.ZipFile(file) as package:
        assert package.namelist() == ["setup.json", "packages/reading.deskplugin"]

    code, told = run(there, "setup", "import", file, "--dry-run")
    keys = {line.get("key") for line in told}
    assert code == 0
    assert {"reading", "desk.files.limit_mb", "=图书管理员", "reading.book"} <= keys
    with writing(there) as uow:
        assert (enabled_plugins(uow), get_setting(uow, "desk.files.limit_mb")) == (set(), None)

    assert run(there, "setup", "import", file)[0] == 1  # nobody known signed the plugin in it
    assert run(there, "setup", "import", file, "--confirm")[0] == 0
    with writing(there) as uow:
        assert {"reading", "consultation"} <= enabled_plugins(uow)
        assert get_setting(uow, "desk.files.limit_mb") == 50
        assert read_series(uow)["reading.book"]["word"] == "和平书"
        assert read_roles(uow)["=图书管理员"]["rights"] == ["reading.read", "reading.write"]
    code, told = run(there, "setup", "import", file, "--dry-run", "--confirm")
    assert told[-1]["lines"] == 0


@pytest.mark.parametrize("content", [b"", b"PK", json.dumps({"format": 1}).encode()])
def test_what_is_no_set_up_file_is_refused(halls, run, tmp_path, content):
    file = tmp_path / "x.desksetup"
    file.write_bytes(content)
    assert run(halls[0], "setup", "import", file)[0] == 1


@pytest.mark.parametrize("parts", [
    {"roles": {"administrator": 7}}, {"roles": {"nobody": {"name": "x", "rights": []}}},
    {"series": {"x": {"template": "no serial"}}},
    {"vote_rules": {"x": {"passing": "x"}}}, {"settings": 3}])
def test_one_wrong_value_and_nothing_is_taken_over(halls, run, tmp_path, parts):
    file = tmp_path / "x.desksetup"
    with zipfile.ZipFile(file, "w") as package:
        told = {"format": 1, "parts": {"settings": {"desk.files.limit_mb": 77}, **parts}}
        package.writestr("setup.json", json.dumps(told))
    assert run(halls[0], "setup", "import", file)[0] == 1
    with writing(halls[0]) as uow:
        assert get_setting(uow, "desk.files.limit_mb") is None

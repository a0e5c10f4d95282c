"""A plugin tried in a copy of the practice data: it runs there with records of its own, and nothing else knows of it."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.cli import main
from desk.core.actor import system_actor
from desk.core.config import read_config
from desk.core.db.lock import ProgramLock
from desk.core.paths import DeskPaths
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.core.tables.model import TableRecord
from desk.host.states import State
from desk.running import open_desk

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def data(sqlite_template, tmp_path, monkeypatch):
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    paths = DeskPaths(tmp_path / "data")
    for folder in (paths.data, paths.practice):
        folder.mkdir()
        shutil.copyfile(sqlite_template, folder / "desk.db")
    practice = open_desk(DeskPaths(paths.practice))
    with practice.factory.writing(system_actor()) as uow:
        register_person(uow, PersonDraft(name="何苗", reason="练习"))
    practice.close()
    return paths


@pytest.fixture
def desk(data, capsys):
    def run(*words: object) -> tuple[int, list[dict[str, object]]]:
        code = main(["--data", str(data.data), "--json", "plugin", *map(str, words)])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return run


def records(paths):
    """(state of the reading room, how many records it has)."""
    running = open_desk(paths)
    try:
        with running.factory.reading(system_actor()) as uow:
            return running.host.record("reading").state, uow.session.scalar(select(func.count(TableRecord.id)))
    finally:
        running.close()


def test_it_runs_in_the_copy_with_records_and_nowhere_else(desk, data):
    assert desk("install", EXAMPLES / "reading", "--confirm")[0] == 0
    code, told = desk("try", "reading", "--prepare")
    assert code == 0, told
    assert (told[-1]["path"], told[-1]["login"]) == (str(data.trial), "demo")
    state, count = records(DeskPaths(data.trial))
    assert state is State.RUNNING
    assert count > 3
    assert read_config(DeskPaths(data.trial).config).practice
    assert records(data) == (State.DISABLED, 0)
    assert not DeskPaths(data.practice).plugins.exists()
    assert desk("try", "reading", "--prepare")[0] == 0
    assert records(DeskPaths(data.trial))[1] == count  # the second copy is a new one


def test_one_that_explodes_there_is_told_and_the_hall_is_as_before(desk, data, tmp_path, expect_log):
    folder = tmp_path / "lostfound"
    shutil.copytree(EXAMPLES / "lostfound", folder, ignore=shutil.ignore_patterns("__pycache__"))
    hooks = folder / "hooks.py"
    hooks.write_text(hooks.read_text("utf-8") + "\n\n@hookimpl\ndef desk_start(ctx):\n    raise RuntimeError\n", "utf-8")
    assert desk("install", folder, "--confirm")[0] == 0
    expect_log("plugin set aside: lostfound")
    code, told = desk("try", "lostfound", "--prepare")
    assert code == 1
    assert "练习数据中不能运行" in told[-1]["message"]
    assert "RuntimeError" in told[-1]["message"]


def test_a_copy_that_is_open_is_left_alone_and_an_unknown_plugin_is_said(desk, data):
    data.trial.mkdir()
    with ProgramLock(DeskPaths(data.trial).lock):
        assert desk("try", "reading", "--prepare")[0] == 3
    assert desk("try", "nobody", "--prepare")[0] == 1

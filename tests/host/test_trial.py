"""A plugin is tried in a process of its own; an unclean end is noticed at the next start."""

import shutil
from pathlib import Path

import pytest

from desk.core.db.lock import ProgramLock
from desk.core.errors import UserError
from desk.host.starting import RunMark
from desk.host.switching import refuse_findings
from desk.host.trial import try_out

ZOO = Path(__file__).resolve().parents[1] / "zoo"


def planted(data: Path, plugin_id: str, hooks: str = "") -> Path:
    home = data / "plugins" / plugin_id
    shutil.copytree(ZOO / plugin_id, home / "1.0", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "current").write_text("1.0")
    if hooks:
        (home / "1.0" / "hooks.py").write_text(hooks)
    return data


def test_a_good_one_passes(tmp_path):
    assert try_out(planted(tmp_path, "good"), "good") == []


@pytest.mark.parametrize("hooks", ["raise RuntimeError\n", "import os\nos._exit(0)\n", "import sys\nsys.exit(7)\n"])
def test_what_explodes_or_ends_the_program_is_found(tmp_path, hooks):
    found = try_out(planted(tmp_path, "good", hooks), "good")
    assert found
    with pytest.raises(UserError):
        refuse_findings("便笺", found)


def test_an_endless_loop_ends_with_a_sentence(tmp_path):
    found = try_out(planted(tmp_path, "good", "while True:\n    pass\n"), "good", 6)
    assert len(found) == 1
    assert "6" in found[0]


def test_a_run_that_ended_badly_is_noticed_and_an_open_window_is_not_taken_for_one(tmp_path):
    mark = RunMark(tmp_path / "running", tmp_path / "desk.lock")
    assert not mark.left_behind()
    mark.begin()
    assert mark.left_behind()
    held = ProgramLock(tmp_path / "desk.lock").acquire()
    try:
        assert not mark.left_behind()
    finally:
        held.release()

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


HELPED = '''
from desk.api import NavEntry, SeriesSpec, SettingSpec, hookimpl


def page(name):
    return NavEntry(name, "便笺", "plugins.good.views:NoteList")


@hookimpl
def desk_nav_entries():
    return [page("good.list"), page(".".join(("organisations", "card")))]


@hookimpl
def desk_number_series():
    return [SeriesSpec("".join(("neigh", "bour.note")), "便笺", "{year}-{serial}")]


@hookimpl
def desk_settings():
    return [SettingSpec(f"good.{name}", "便笺") for name in ("days", "days")]
'''


def test_names_that_helper_functions_make_are_found_before_it_is_switched_on_with_both_owners_named(tmp_path):
    planted(tmp_path, "good", HELPED)
    other = tmp_path / "plugins" / "neighbour"
    shutil.copytree(tmp_path / "plugins" / "good", other)
    manifest = other / "1.0" / "plugin.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('"good', '"neighbour').replace("便笺", "邻里便笺"), "utf-8")
    (other / "1.0" / "hooks.py").write_text(HELPED.replace('"good', '"neighbour').replace('"organisations", ', '"neighbour", '))
    found = [one for one in try_out(tmp_path, "good") if one.startswith("taken: ")]
    assert found == ["taken: 页面 organisations.card 已由桌面自身使用", "taken: 编号规则 neighbour.note 已由邻里便笺使用",
                     "taken: 设置项 good.days 已由便笺使用"]
    with pytest.raises(UserError) as refusal:
        refuse_findings("便笺", found)
    assert "便笺" in str(refusal.value)
    assert "邻里便笺" in str(refusal.value)

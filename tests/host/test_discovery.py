"""Where plugins lie, in which order they start, and that nothing of them is run to know it."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.host.discovery import Found, discover, set_current
from desk.host.manifest import Manifest, Words
from desk.host.ordering import in_circle, start_order

ZOO = Path(__file__).resolve().parents[1] / "zoo"
TOML = 'manifest = 1\nid = "{id}"\nversion = "{version}"\napi = "1.0"\nname = {{ en = "N", zh_CN = "名" }}\n'


def write_plugin(folder: Path, plugin_id: str, version: str = "1.0") -> None:
    folder.mkdir(parents=True)
    (folder / "plugin.toml").write_text(TOML.format(id=plugin_id, version=version), "utf-8")
    (folder / "hooks.py").write_text("", "utf-8")


def test_the_whole_zoo_is_found_and_none_of_it_is_imported():
    found = {one.id: one for one in discover(ZOO)}
    assert {"good", "badmanifest", "explodesonimport", "leavesonimport"} <= set(found)
    assert found["good"].manifest
    assert found["badmanifest"].errors
    assert not [name for name in sys.modules if name.startswith("plugins.explodes")]


def test_requirements_and_wishes_come_first():
    order = [one.id for one in discover(ZOO)]
    assert order.index("good") < order.index("needsgood")
    assert order.index("good") < order.index("duplicatenav")


def test_an_installed_plugin_is_the_version_its_pointer_names(tmp_path):
    write_plugin(tmp_path / "extra" / "1.0", "extra", "1.0")
    write_plugin(tmp_path / "extra" / "1.1", "extra", "1.1")
    set_current(tmp_path / "extra", "1.1")
    [found] = discover(None, tmp_path)
    assert found.installed
    assert found.manifest.version == "1.1"
    set_current(tmp_path / "extra", "1.0")
    assert discover(None, tmp_path)[0].manifest.version == "1.0"
    assert sorted(path.name for path in (tmp_path / "extra").iterdir()) == ["1.0", "1.1", "current"]


@pytest.mark.parametrize("pointer", ["", "2.0", "..", "../../elsewhere", "1.0/..", "/etc"])
def test_a_pointer_that_leads_nowhere_is_no_plugin(tmp_path, pointer):
    write_plugin(tmp_path / "extra" / "1.0", "extra")
    (tmp_path / "extra" / "current").write_text(pointer, "utf-8")
    [found] = discover(None, tmp_path)
    assert found.manifest is None
    assert found.errors


def test_the_pointer_and_the_manifest_must_agree(tmp_path):
    write_plugin(tmp_path / "extra" / "2.0", "extra", "1.0")
    set_current(tmp_path / "extra", "2.0")
    assert discover(None, tmp_path)[0].manifest is None


def test_of_two_with_one_name_the_bundled_one_is_used(tmp_path):
    write_plugin(tmp_path / "bundled" / "extra", "extra")
    write_plugin(tmp_path / "installed" / "extra" / "1.0", "extra")
    set_current(tmp_path / "installed" / "extra", "1.0")
    first, second = discover(tmp_path / "bundled", tmp_path / "installed")
    assert (first.installed, bool(first.manifest)) == (False, True)
    assert (second.installed, second.manifest) == (True, None)


def test_left_over_folders_are_no_plugins(tmp_path):
    (tmp_path / "leftover" / "__pycache__").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    assert discover(tmp_path, tmp_path / "nowhere") == []


def test_a_manifest_without_hooks_is_invalid(tmp_path):
    write_plugin(tmp_path / "extra", "extra")
    (tmp_path / "extra" / "hooks.py").unlink()
    assert discover(tmp_path)[0].manifest is None


IDS = ["aaa", "bbb", "ccc", "ddd", "eee"]


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3, unique=True)),
       st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3, unique=True)))
def test_order_keeps_everybody_and_puts_requirements_first(requires, optional):
    found = [Found(one, Path(one), Manifest(one, Words(), "1.0", (1, 0), Path(one),
                                            requires=tuple(requires.get(one, ())),
                                            optional=tuple(optional.get(one, ())))) for one in IDS]
    order = [one.id for one in start_order(found)]
    assert sorted(order) == IDS
    circular = {one for one in IDS if in_circle(one, requires)}
    for one in IDS:
        below = _all_below(one, requires)
        if not (below | {one}) & circular:
            assert all(order.index(needed) < order.index(one) for needed in below)


def _all_below(one: str, requires: dict[str, list[str]]) -> set[str]:
    below: set[str] = set()
    waiting = list(requires.get(one, ()))
    while waiting:
        needed = waiting.pop()
        if needed not in below:
            below.add(needed)
            waiting += requires.get(needed, ())
    return below

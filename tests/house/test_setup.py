"""The set-up's own decisions; that it works on a bare machine is tried by hand (docs/decisions/0001)."""

import os
import subprocess
import sys

import pytest

from tools import checks, setup_system, setup_venv
from tools.house.sources import ROOT
from tools.saying import Stop


def test_the_stamp_changes_with_what_it_stands_for(tmp_path):
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "tools/setup_venv.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1")
    before = setup_venv.stamp(tmp_path, "run")
    assert setup_venv.stamp(tmp_path, "run") == before
    assert setup_venv.stamp(tmp_path, "test") != before
    (tmp_path / "requirements.lock").write_text("2")
    assert setup_venv.stamp(tmp_path, "run") != before


def test_the_project_is_found_in_a_folder_of_any_name(tmp_path):
    folder = tmp_path / "便民 大厅's \\ \"desk\""
    folder.mkdir()
    (folder / "found_there.py").write_text("print('yes')")
    (tmp_path / "desk.pth").write_text(setup_venv.path_line(folder), "ascii")
    code = f"import site; site.addsitedir({str(tmp_path)!r}); import found_there"
    assert subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True).stdout == "yes\n"


def test_texts_are_compiled_again_after_a_change(tmp_path):
    po = tmp_path / "plugins/one/locale/zh_CN/LC_MESSAGES/one.po"
    po.parent.mkdir(parents=True)
    po.touch()
    assert setup_venv.texts_are_stale(tmp_path)
    mo = po.with_suffix(".mo")
    mo.touch()
    os.utime(po, (1, 1))
    assert not setup_venv.texts_are_stale(tmp_path)
    os.utime(mo, (0, 0))
    assert setup_venv.texts_are_stale(tmp_path)


def test_the_wheelhouse_replaces_the_network(tmp_path):
    assert setup_venv.source(tmp_path) == []
    (tmp_path / "wheelhouse").mkdir()
    assert setup_venv.source(tmp_path)[0] == "--no-index"


def test_a_chinese_font_is_recognised_by_its_file(tmp_path):
    assert setup_system.font_package([str(tmp_path)]) == [setup_system.FONT_PACKAGE]
    (tmp_path / "NotoSansCJK-Regular.ttc").touch()
    assert setup_system.font_package([str(tmp_path), "/nowhere"]) == []


@pytest.fixture
def bare(monkeypatch):
    """A Linux machine that has no library and gives us no rights; what was said and installed."""
    told: dict[str, list] = {"said": [], "installed": []}
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setup_system, "loads", lambda library: False)
    monkeypatch.setattr(setup_system, "venv_package", lambda: ["python3-venv"])
    monkeypatch.setattr(setup_system, "font_package", lambda: [setup_system.FONT_PACKAGE])
    monkeypatch.setattr(setup_system, "say", told["said"].append)
    monkeypatch.setattr(setup_system, "may_install", lambda: False)
    monkeypatch.setattr(setup_system, "install", lambda names: told["installed"].append(names) or True)
    return told


def test_tests_want_a_print_service(monkeypatch):
    monkeypatch.setattr(setup_system.shutil, "which", lambda program, path: program if program == "cupsd" else None)
    assert setup_system.print_service() == ["cups-client"]


def test_without_rights_one_line_names_everything(bare):
    with pytest.raises(Stop) as stopped:
        setup_system.ensure(need_screen=False)
    line = str(stopped.value).splitlines()[-1]
    every = setup_system.packages(setup_system.QT | setup_system.SCREEN | setup_system.WANTED)
    assert all(line.split().count(name) == 1 for name in [*every, "python3-venv", setup_system.FONT_PACKAGE])


def test_with_rights_all_is_installed_at_once(bare, monkeypatch):
    monkeypatch.setattr(setup_system, "may_install", lambda: True)
    setup_system.ensure(need_screen=False)
    assert len(bare["installed"]) == 1
    assert len(bare["installed"][0]) == len(set(bare["installed"][0])) == 15


def test_what_is_only_wanted_stops_nobody(bare, monkeypatch):
    monkeypatch.setattr(setup_system, "loads", lambda library: library not in setup_system.WANTED)
    monkeypatch.setattr(setup_system, "venv_package", list)
    setup_system.ensure(need_screen=True)
    assert "libcups2" in bare["said"][0]


def test_pytest_gets_two_processes_unless_told_otherwise():
    assert checks.pytest_words(["--long"]) == ["-n", "2", "--long"]
    assert checks.pytest_words(["-n", "0"]) == ["-n", "0"]


def test_the_commands_are_executable_and_unchanged_by_git():
    for name in ("run", "test", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK), name
        assert b"\r" not in (ROOT / name).read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell's way")
def test_an_unknown_python_is_answered_with_the_line_that_helps(tmp_path):
    (tmp_path / "readlink").symlink_to("/usr/bin/readlink")
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n")
    (tmp_path / "id").chmod(0o755)
    done = subprocess.run(["/bin/sh", str(ROOT / "tools/start.sh"), "run"], env={"PATH": str(tmp_path)}, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 1
    assert "sudo apt-get install python3" in done.stderr

"""Nothing happens at import time, and the front door is light."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.house.sources import ROOT, Source, sources

HEAVY = {"sqlalchemy", "reportlab", "PySide6", "fontTools", "pypinyin", "alembic", "python_calamine", "xlsxwriter",
         "argon2", "cryptography", "docx", "lxml"}


def module_name(source: Source) -> str:
    name = source.path.removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def modules(*rooms: str) -> list[str]:
    """The modules of the program that begin with one of these names; migrations run inside Alembic only."""
    return [name for source in sources() if source.is_product and "migrations" not in source.path
            for name in [module_name(source)] if name.startswith(rooms) and not name.endswith("__main__")]


def account(names: list[str], folder: Path, path: Path = ROOT) -> dict[str, list[str]]:
    """Import `names` in a fresh process with an empty home; what they did (see tools.house.quiet) and left behind."""
    places = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA", "TMPDIR", "DESK_DATA")
    environment = os.environ | dict.fromkeys(places, str(folder)) | {
        "PYTHONPATH": os.pathsep.join([str(path), str(ROOT)]), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-m", "tools.house.quiet", *names], cwd=folder, env=environment,
                          capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    told["left"] = sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))
    return told


def test_importing_everything_does_nothing(tmp_path):
    told = account(modules("desk", "plugins"), tmp_path)
    assert told["acts"] == []
    assert told["left"] == []


def test_core_and_host_need_no_qt(tmp_path):
    loaded = set(account(modules("desk.core", "desk.host"), tmp_path)["loaded"])
    assert not loaded & {"PySide6", "shiboken6"}


def test_core_needs_no_plugin_machinery(tmp_path):
    loaded = set(account(modules("desk.core"), tmp_path)["loaded"])
    assert not loaded & {"PySide6", "pluggy", "plugins"}


@pytest.mark.parametrize("name", modules("desk.api") and ["desk.api"] or [])
def test_the_front_door_is_light(name, tmp_path):
    assert not HEAVY & set(account([name], tmp_path)["loaded"])


@pytest.mark.parametrize("name", [name for name in modules("plugins.") if name.endswith(".hooks")])
def test_a_plugins_hooks_are_light(name, tmp_path):
    assert not HEAVY & set(account([name], tmp_path)["loaded"])


def test_planted_acts_are_seen(tmp_path):
    code, home = tmp_path / "code", tmp_path / "home"
    code.mkdir()
    home.mkdir()
    (code / "planted.py").write_text("open('made', 'w').close()\nimport os, socket\nos.mkdir('folder')\n"
                                     "socket.socket().bind(('127.0.0.1', 0))\n")
    told = account(["planted"], home, path=code)
    assert len(told["acts"]) == 3
    assert told["left"] == ["folder", "made"]

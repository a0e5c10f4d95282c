"""The import contracts of pyproject.toml notice planted arrows in a small house with the same rooms."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.checks import CONTRACTS
from tools.house.sources import ROOT

ROOMS = ["desk/shell", "desk/host", "desk/api", "desk/testing", "desk/core/db", "desk/core/staff", "desk/core/people",
         "desk/core/cases", "desk/core/search", "plugins/one/views", "plugins/two"]
SOUND = {
    "desk/shell/page.py": "import PySide6.QtWidgets\nimport desk.host",
    "desk/api/qt.py": "import desk.shell.page\nfrom PySide6 import QtCore",
    "desk/core/search/service.py": "import desk.core.cases\nimport desk.core.people",
    "plugins/one/views/page.py": "import desk.api.qt\nfrom PySide6 import QtWidgets",
    "plugins/one/service.py": "import desk.api",
}
PLANTED = [
    ("desk/core/people/service.py", "import desk.core.search", "Floors inside core"),
    ("desk/core/db/uow.py", "import desk.core.staff", "Floors inside core"),
    ("desk/core/staff/service.py", "import desk.host", "Rooms: doors open downward only"),
    ("desk/host/loader.py", "import desk.api", "Rooms: doors open downward only"),
    ("desk/core/staff/service.py", "import PySide6.QtCore", "Core and host run without Qt"),
    ("desk/bootstrap.py", "from PySide6 import QtCore", "Qt is imported by the shell and the views only"),
    ("plugins/one/service.py", "from PySide6 import QtCore", "Qt is imported by the shell and the views only"),
    ("desk/core/staff/service.py", "import pluggy", "Core knows nothing of plugins' machinery"),
    ("desk/shell/page.py", "import plugins.one", "The desk never names a plugin"),
    ("plugins/one/service.py", "import desk.core.db", "Plugins enter by desk.api only"),
    ("plugins/one/service.py", "import plugins.two", "Plugins never import each other"),
    ("desk/shell/page.py", "import desk.testing", "Nobody imports the tests' helpers"),
]


def build(folder: Path, files: dict[str, str]) -> None:
    for room in ROOMS:
        for part in [Path(room), *Path(room).parents][:-1]:
            (folder / part).mkdir(parents=True, exist_ok=True)
            (folder / part / "__init__.py").touch()
    for name, text in files.items():
        (folder / name).write_text(text + "\n")
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")


def broken(folder: Path) -> set[str]:
    """The contracts that lint-imports calls broken."""
    done = subprocess.run([sys.executable, "-P", "-c", CONTRACTS], cwd=folder, check=False, capture_output=True, text=True,
                          encoding="utf-8", env=os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"})
    lines = done.stdout.splitlines()
    assert any(line.startswith("Contracts:") for line in lines), done.stdout + done.stderr
    found = {line.split(" BROKEN")[0] for line in lines if " BROKEN" in line}
    assert bool(found) == (done.returncode != 0)
    return found


def test_a_sound_house_passes(tmp_path):
    build(tmp_path, SOUND)
    assert broken(tmp_path) == set()


@pytest.mark.parametrize(("name", "text", "contract"), PLANTED)
def test_a_planted_arrow_is_noticed(name, text, contract, tmp_path):
    build(tmp_path, SOUND | {name: text})
    assert contract in broken(tmp_path)

"""Opening the desk loads no plugin's tables and none of the rooms that only work needs: a start costs what it must."""

import json
import subprocess
import sys

import pytest

from desk.core.paths import DeskPaths

OPEN = """
import json, sys
from pathlib import Path
from desk.core.paths import DeskPaths
from desk.running import open_desk
from desk.shell.contributing import WITHOUT_QT
desk = open_desk(DeskPaths(Path(sys.argv[1])), builtin=WITHOUT_QT)
print(json.dumps(sorted(sys.modules)))
desk.close()
"""
HEAVY = ("desk.core.visits.service", "desk.core.meetings.model", "desk.core.cases.model", "desk.core.organisations.model",
         "desk.core.tables.model",
         "desk.core.documents.blocks", "desk.core.exchange.model", "desk.host.tables.reading", "reportlab", "openpyxl")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> set[str]:
    """Names of the modules a fresh process has once practice data with every bundled plugin are open."""
    from desk.commands.demo import make_practice
    from desk.core.clock import SystemClock

    folder = tmp_path_factory.mktemp("start") / "practice"
    make_practice(DeskPaths(folder), SystemClock())
    done = [subprocess.run([sys.executable, "-c", OPEN, str(folder)], capture_output=True, text=True, check=True)
            for _each in range(2)]  # the first one makes the search index
    return set(json.loads(done[-1].stdout.splitlines()[-1]))


def test_no_tables_of_plugins(loaded):
    plugins = {name for name in loaded if name.startswith("plugins.")}
    assert "plugins.volunteer.hooks" in plugins
    assert not [name for name in plugins if name.split(".")[2:3] == ["models"]]


def test_nothing_that_only_work_needs(loaded):
    assert not loaded.intersection(HEAVY)

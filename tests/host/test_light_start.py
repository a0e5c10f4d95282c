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
WORK = """
import sys
from pathlib import Path
from desk.core.actor import operator
from desk.core.dotted import resolve
from desk.core.paths import DeskPaths
from desk.running import open_desk
from desk.shell import builtin
from desk.shell.contributing import WITHOUT_QT
desk = open_desk(DeskPaths(Path(sys.argv[1])), builtin=(builtin, *WITHOUT_QT))
with desk.factory.reading(operator("tests")) as uow:
    for card in desk.contributions.cards:
        card.item.load(uow)
for paper in desk.contributions.papers.items():
    resolve(paper.build)
    paper.load and resolve(paper.load)
print(len(desk.contributions.cards), "PySide6.QtWidgets" in sys.modules)
desk.close()
"""
HEAVY = ("desk.core.visits.service", "desk.core.meetings.model", "desk.core.cases.model", "desk.core.organisations.model",
         "desk.core.tables.model",
         "desk.core.documents.blocks", "desk.core.exchange.model", "desk.host.tables.reading", "reportlab", "openpyxl")


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A folder of practice data with every bundled plugin."""
    from desk.commands.demo import make_practice
    from desk.core.clock import SystemClock

    folder = tmp_path_factory.mktemp("start") / "practice"
    make_practice(DeskPaths(folder), SystemClock())
    return folder


@pytest.fixture(scope="module")
def loaded(practice) -> set[str]:
    """Names of the modules a fresh process has once the practice data are open."""
    done = [subprocess.run([sys.executable, "-c", OPEN, str(practice)], capture_output=True, text=True, check=True)
            for _each in range(2)]  # the first one makes the search index
    return set(json.loads(done[-1].stdout.splitlines()[-1]))


def test_no_tables_of_plugins(loaded):
    plugins = {name for name in loaded if name.startswith("plugins.")}
    assert "plugins.volunteer.hooks" in plugins
    assert not [name for name in plugins if name.split(".")[2:3] == ["models"]]


def test_nothing_that_only_work_needs(loaded):
    assert not loaded.intersection(HEAVY)


def test_what_workers_are_asked_for_brings_no_widgets(practice):
    """Home cards are read and papers made by workers; classes of Qt's widgets belong to the window's own thread."""
    done = subprocess.run([sys.executable, "-c", WORK, str(practice)], capture_output=True, text=True, check=True)
    cards, widgets = done.stdout.split()
    assert int(cards) > 5
    assert widgets == "False"

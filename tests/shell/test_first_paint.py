"""The first paint loads Qt and small modules only; heavy libraries come in a worker afterwards."""

import os
import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "alembic", "reportlab", "fontTools", "pypinyin", "cryptography", "argon2", "pluggy", "sqlcipher3",
         "pypdfium2", "xlsxwriter", "python_calamine", "psycopg", "babel", "stdnum", "chinese_calendar")


@pytest.mark.parametrize("modules", ["desk.shell.app, desk.shell.main_window, desk.shell.sign_in, desk.shell.environment",
                                     "desk.shell.frame, desk.shell.navigation, desk.shell.box"])
def test_importing_what_is_painted_first_loads_nothing_heavy(modules):
    code = f"import sys, {modules}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env=os.environ | {"PYTHONPATH": os.getcwd()})
    assert done.stdout.strip() == ""


def test_painting_the_sign_in_page_loads_nothing_heavy(tmp_path):
    code = f"""
import sys, pathlib
from desk.shell.environment import make_application
app = make_application(["desk"])
from desk.shell.app import Shell
from desk.shell.faults import FaultHook
from desk.shell.ports import Opening
from desk.core.paths import DeskPaths
shell = Shell(Opening(DeskPaths(pathlib.Path({str(tmp_path)!r})), lambda: None), FaultHook())
shell.jobs.submit = lambda job: None
shell.begin()
shell.window.grab()
app.processEvents()
print(*[name for name in {HEAVY!r} if name in sys.modules])
shell.end()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env=os.environ | {"PYTHONPATH": os.getcwd()})
    assert done.stdout.strip() == ""

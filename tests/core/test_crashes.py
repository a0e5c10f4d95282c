"""A fault below Python leaves its places in the log, and nobody's name."""

import faulthandler
import os
import subprocess
import sys

from desk.core.crashes import NAME, keep_crashes, places_of
from desk.core.log import keep_log, last_lines

CRASH = """
import faulthandler, sys
from pathlib import Path
from desk.core.crashes import keep_crashes
def at_work_for(zhang):
    faulthandler._sigsegv()
with keep_crashes(Path(sys.argv[1])):
    at_work_for("张秀英")
"""


def crash(folder):
    script = folder.parent / "zhang-xiuying.py"
    script.write_text(CRASH, encoding="utf-8")
    run = [sys.executable, str(script), str(folder)]
    return subprocess.run(run, env={**os.environ, "PYTHONPATH": os.getcwd()}, capture_output=True, timeout=60, check=False)


def test_next_start_logs_where_the_program_was(tmp_path, expect_log):
    expect_log("ended by a fault below Python")
    logs = tmp_path / "数据" / "logs"
    logs.parent.mkdir()
    assert crash(logs).returncode != 0
    with keep_log(logs), keep_crashes(logs):
        pass
    said = "\n".join(last_lines(logs, 40))
    assert "Segmentation fault" in said
    assert "at_work_for" in said
    assert "张秀英" not in said
    assert str(tmp_path) not in said
    assert (logs / NAME).read_text() == ""


def test_run_that_ends_as_it_should_leaves_nothing(tmp_path):
    logs = tmp_path / "data" / "logs"
    logs.parent.mkdir()
    before = faulthandler.is_enabled()
    try:
        with keep_log(logs), keep_crashes(logs):
            assert faulthandler.is_enabled()
        assert not faulthandler.is_enabled()
    finally:
        if before:
            faulthandler.enable()
    assert (logs / NAME).read_text() == ""
    assert last_lines(logs) == []


def test_without_data_folder_nothing_is_made(tmp_path):
    with keep_crashes(tmp_path / "none" / "logs"):
        assert not (tmp_path / "none").exists()


def test_folders_above_the_program_are_left_out():
    left = 'Fatal Python error: Aborted\n  File "/home/王小明/app/desk/shell/app.py", line 9 in begin\nold: 王\n'
    assert places_of(left) == ["  Fatal Python error: Aborted", "  desk/shell/app.py:9 begin"]

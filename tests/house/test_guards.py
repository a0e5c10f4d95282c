"""The guards of desk.testing, seen from outside: a small test run whose tests misbehave in one way each."""

import os
import re
import subprocess
import sys

import pytest

from tools.house.sources import ROOT

MISBEHAVING = '''
import logging, socket, threading, time
import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

def test_says_nothing_of_a_warning():
    logging.getLogger("x").warning("disk %s", "full")

def test_announces_its_warning(expect_log):
    expect_log("disk full")
    logging.getLogger("x").warning("disk %s", "full")

def test_announces_what_does_not_come(expect_log):
    expect_log("disk full")

def test_need_not_come(expect_log):
    expect_log("disk full", optional=True)

def test_leaves_a_window(qtbot):
    global window
    window = QWidget()
    window.show()

def test_tidies_its_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_asks_a_human(qtbot):
    QMessageBox.question(None, "title", "text")

def test_asks_a_human_by_exec(qtbot):
    QMessageBox().exec()

def test_reaches_out():
    with pytest.raises(OSError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)

def test_looks_up_a_name():
    with pytest.raises(OSError):
        socket.getaddrinfo("desk.example", 80)

def test_stays_on_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        server.accept()[0].close()

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()

def test_waits_for_its_thread():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

def test_warns_through_qt(qapp):
    from PySide6.QtCore import qWarning
    qWarning("something")

def test_stands_still(clock):
    assert clock.now() == clock.now()
    assert clock.today().isoformat() == "2026-11-05"

@pytest.mark.long
def test_takes_long():
    pass
'''
OUTCOME = re.compile(r"^\S+::(\w+) (PASSED|FAILED|ERROR)", re.M)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, set[str]]:
    """Test name → what was said of it, in a run of its own with --long left out."""
    return run(tmp_path_factory.mktemp("run"))


def run(folder, *options: str) -> dict[str, set[str]]:
    (folder / "test_it.py").write_text(MISBEHAVING)
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    done = subprocess.run([sys.executable, "-m", "pytest", "-v", "--tb=line", "--color=no", "test_it.py", *options], cwd=folder,
                          env=environment | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    found: dict[str, set[str]] = {}
    for name, outcome in OUTCOME.findall(done.stdout):
        found.setdefault(name, set()).add(outcome)
    assert found, done.stdout + done.stderr
    return found


@pytest.mark.parametrize("name", [
    "test_says_nothing_of_a_warning", "test_announces_what_does_not_come", "test_leaves_a_window", "test_reaches_out",
    "test_looks_up_a_name", "test_leaves_a_thread"])
def test_what_is_left_behind_is_found_afterwards(name, outcomes):
    assert outcomes[name] == {"PASSED", "ERROR"}


@pytest.mark.parametrize("name", ["test_asks_a_human", "test_asks_a_human_by_exec", "test_warns_through_qt"])
def test_what_must_not_happen_fails_at_once(name, outcomes):
    assert "FAILED" in outcomes[name]


@pytest.mark.parametrize("name", [
    "test_announces_its_warning", "test_need_not_come", "test_tidies_its_window", "test_stays_on_this_machine",
    "test_waits_for_its_thread", "test_stands_still"])
def test_what_is_in_order_passes(name, outcomes):
    assert outcomes[name] == {"PASSED"}


def test_long_tests_wait_to_be_asked_for(outcomes, tmp_path):
    assert "test_takes_long" not in outcomes
    assert run(tmp_path, "--long", "-k", "takes_long") == {"test_takes_long": {"PASSED"}}

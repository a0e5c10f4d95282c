"""While the password is typed, the first pages are made ready: Qt's classes by the window's thread, the rest by a worker."""

import sys
import threading

import pytest

from desk.shell.read_ahead import PAGES, ReadAhead
from desk.testing.shell import FakeDesk

SOURCE = "import threading\nTHREAD = threading.get_ident()\n"


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Names of two modules that note which thread imported them."""
    names = ["read_ahead_one", "read_ahead_two"]
    for name in names:
        (tmp_path / f"{name}.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_pages_are_imported_by_the_windows_own_thread(qapp, qtbot, jobs, pages):
    ahead = ReadAhead(jobs, qapp)
    ahead.begin(FakeDesk(), pages)
    assert not set(pages) & set(sys.modules), "nothing waits for it"
    qtbot.waitUntil(lambda: all(name in sys.modules for name in pages))
    assert {sys.modules[name].THREAD for name in pages} == {threading.main_thread().ident}
    qtbot.waitUntil(lambda: jobs.idle)


def test_what_cannot_be_read_ahead_stops_nothing(qapp, qtbot, jobs, pages):
    desk = FakeDesk()
    desk.contributions = None
    ReadAhead(jobs, qapp).begin(desk, pages)
    qtbot.waitUntil(lambda: all(name in sys.modules for name in pages))
    qtbot.waitUntil(lambda: jobs.idle)


def test_the_pages_named_are_there():
    from importlib.util import find_spec

    assert all(find_spec(name) for name in PAGES)

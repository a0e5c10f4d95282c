"""A window that stands still in a plugin's code: which one is known while it stands, and taken back when it goes on."""

import pytest

from desk.shell.heartbeat import Heartbeat

pytestmark = pytest.mark.gui
BUSY = """
def loop(seconds):
    import time
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
"""


@pytest.fixture
def told(qapp):
    """What the heart says; the patience is short."""
    found = []
    heart = Heartbeat(found.append, patience=0.2)
    heart.begin()
    yield found
    heart.end()


def loop_of(module):
    names = {"__name__": module}
    exec(BUSY, names)
    return names["loop"]


def test_a_plugin_that_does_not_come_back_is_named_and_forgiven_when_it_does(told, qtbot):
    loop_of("plugins.lost.views.counter")(1.0)
    assert told == ["lost"]
    qtbot.waitUntil(lambda: told == ["lost", ""])


def test_a_slow_desk_blames_nobody(told, qtbot):
    loop_of("desk.shell.home")(0.8)
    qtbot.wait(100)
    assert told == []


def test_a_window_that_rests_blames_nobody(told, qtbot):
    qtbot.wait(700)
    assert told == []

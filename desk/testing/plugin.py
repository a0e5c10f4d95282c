"""The pytest plugin: fixtures and guards for the desk's tests and for plugin authors' tests.

Switch it on with `-p desk.testing.plugin` (the desk's own pyproject.toml does). It gives the fixtures of
`desk.testing.fixtures`, keeps the guards of `desk.testing.guards` up around every test, and knows the option `--long`.
"""

import os

import pytest

from desk.core.immortal import keep_singletons
from desk.testing import guards

pytest_plugins = ["desk.testing.fixtures", "desk.testing.database", "desk.testing.papers"]

PATIENCE = 20_000
"""Milliseconds."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything creates a QApplication


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long`: the long lists too (what continuous integration runs)."""
    parser.getgroup("desk").addoption("--long", action="store_true", help="also run the tests marked `long`")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers, so that plugin authors need not repeat them."""
    config.addinivalue_line("markers", "long: only with --long")
    config.addinivalue_line("markers", "gui: drives real widgets, offscreen")
    config.addinivalue_line("markers", "postgres: needs a PostgreSQL server")
    assert_no_times()
    wait_with_patience()


def assert_no_times() -> None:
    """Property tests judge answers, not seconds: a busy computer must not fail them."""
    try:
        from hypothesis import HealthCheck, settings
    except ImportError:  # a plugin's author may do without
        return
    settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("desk")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Put up the guards that stay for the whole run."""
    keep_singletons()
    guards.refuse_network()
    guards.refuse_native_dialogs()
    guards.watch_workers()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless asked for; deselected, so that a summary shows how many."""
    if config.getoption("--long"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def wait_with_patience() -> None:
    """What a test waits for may take this long before the test fails; five seconds are too few for a busy computer."""
    from pytestqt.qtbot import QtBot

    bot = QtBot
    for waiting in (bot.waitUntil, bot.waitSignal, bot.waitSignals, bot.waitActive, bot.waitExposed, bot.waitCallback):
        assert waiting.__kwdefaults__ is not None
        waiting.__kwdefaults__["timeout"] = PATIENCE

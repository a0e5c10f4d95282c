"""A real hall in a folder of its own, opened in the real window."""

from datetime import UTC, datetime

import pytest

from desk.core.clock import FixedClock
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.core.setup import HallDraft, make_hall
from desk.core.staff.passwords import Strength
from desk.host.discovery import discover
from desk.running import grants_of, lineages_of
from tests.journeys.driver import Driver
from tests.journeys.voting import Hand
from tests.shell.kit.print_service import service

__all__ = ["service"]
LOGIN, PASSWORD = "zhou", "correct horse"


@pytest.fixture
def wall_clock():
    """The hall's clock: 2026-11-05 09:30, moved on by the journey."""
    return FixedClock(datetime(2026, 11, 5, 1, 30, tzinfo=UTC))


@pytest.fixture
def plugins():
    """What is switched on in the hall; a journey that needs another choice says so itself."""
    return ("consultation", "mediation", "volunteer")


@pytest.fixture
def hall(tmp_path, wall_clock, plugins):
    """An empty hall with these plugins switched on."""
    paths, found = DeskPaths(tmp_path / "数据"), discover(BUNDLED_PLUGINS)
    make_hall(paths, HallDraft("和平社区", "和平街道", "和平街道和平社区人民调解委员会", "和平社区党群服务中心", "和平",
                               LOGIN, "周慧", PASSWORD, plugins=plugins, grants=grants_of(found, plugins),
                               strength=Strength(1024, 1)), lineages_of(found), wall_clock)
    return paths


@pytest.fixture
def open_window(qapp, wall_clock, monkeypatch):
    """Opens the window on a folder and signs in; closes everything at the end."""
    from desk.bootstrap import make_opening
    from desk.shell.app import Shell
    from desk.shell.asker import RecordedAsker
    from desk.shell.environment import make_application
    from desk.shell.faults import FaultHook

    opened = []

    def open_(paths, answers=(), *, sign_in=True):
        make_application(["desk"])
        hook = FaultHook(qapp)
        shell = Shell(make_opening(paths, clock=wall_clock), hook, RecordedAsker(answers))
        opened.append(shell)
        shell.begin()
        shell.window.resize(1366, 768)
        shell.window.show()
        driver = Driver(shell.window, shell.jobs)
        driver.shell = shell
        if sign_in:
            driver.sees("账号")
            driver.fill("账号", LOGIN)
            driver.fill("密码", PASSWORD)
            driver.keys("Return")
            driver.sees("到期与逾期")
        return driver

    yield open_
    for shell in opened:
        shell.end()
        shell.window.close()
        shell.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def hand(hall, wall_clock):
    made = Hand(hall, wall_clock)
    yield made
    made.close()

"""Two windows on two computers, one server, one account: both counters ask for the last bag of rice at the same moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import func, select

from desk.api.ledgers import reconcile
from desk.core.actor import system_actor
from desk.core.config import write_config
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.core.setup import HallDraft, make_hall_on_server
from desk.core.staff.passwords import Strength
from desk.host.discovery import discover
from desk.running import grants_of, lineages_of, open_desk
from plugins.volunteer.models import HandOut
from plugins.volunteer.service.market import balance
from plugins.volunteer.service.stock import stock_of
from plugins.volunteer.tests.conftest import Station
from plugins.volunteer.tests.test_examples import grant
from tests.journeys.conftest import LOGIN, PASSWORD
from tests.journeys.driver import Driver
from tests.journeys.forms import command

pytestmark = pytest.mark.postgres
PRACTICES = ("volunteer",)


@pytest.fixture
def seats(tmp_path, empty_server_database, wall_clock, monkeypatch):
    """Two data folders on one server; volunteers with fifty points each, one bag of rice for ten."""
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    url, found = empty_server_database(), discover(BUNDLED_PLUGINS)
    make_hall_on_server(url, HallDraft("和平社区", "和平街道", "和平街道和平社区人民调解委员会", "和平社区党群服务中心", "和平",
                                       LOGIN, "周慧", PASSWORD, plugins=PRACTICES, grants=grants_of(found, PRACTICES),
                                       strength=Strength(1024, 1)), lineages_of(found), wall_clock)
    made = [DeskPaths(tmp_path / name) for name in ("柜台一", "柜台二")]
    for paths in made:
        paths.data.mkdir()
        write_config(paths.config, server=url)
    return made


@pytest.fixture
def stocked(seats, wall_clock):
    """Answers `do(function, …)`, which works on the server's data beside the windows."""
    with_data = open_desk(seats[0], clock=wall_clock)

    def do(function, *args, **more):
        with with_data.factory.writing(system_actor()) as uow:
            return function(uow, *args, **more)

    station = Station(do, wall_clock)
    for number, name in enumerate(("龚桂兰", "沈大力")):
        grant(station, station.volunteer(name), 500, key=f"start-{number}")
    station.goods(points=100, quantity=1)
    yield do
    with_data.close()


class Beside(Driver):
    """Before one of two windows: sees and types into this one only."""

    def _visible(self, kind):
        return [one for one in (self.window, *self.window.findChildren(kind)) if isinstance(one, kind) and one.isVisible()]

    def sit_down(self):
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "this window in front")

    def arrive(self, login):
        """Sign in, open the counter and choose nobody yet."""
        self.sit_down()
        self.sees("账号")
        self.fill("账号", login)
        self.fill("密码", PASSWORD)
        self.keys("Return")
        self.sees("到期与逾期")
        self.rest()
        command(self, "爱心超市柜台")
        self.sees("最近几条")

    def call(self, number, name):
        self.sit_down()
        self.write(number)
        self.keys("Return")
        self.sees(f"✓ {name}")


def test_two_counters_ask_for_the_last_bag_at_once(seats, stocked, open_window):
    """Each has chosen somebody and typed the code; Enter is pressed at both before either has an answer."""
    counters = []
    for paths in seats:
        shell = open_window(paths, sign_in=False).shell
        counters.append(Beside(shell.window, shell.jobs))
        counters[-1].arrive(LOGIN)
    for counter, (number, name) in zip(counters, (("ZY1", "龚桂兰"), ("ZY2", "沈大力")), strict=True):
        counter.call(number, name)
        counter.sees("12 大米")
        counter.write("12")
    for counter in counters:
        QTest.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    for counter in counters:
        counter.until(lambda seen=counter: "大米 ×1" in seen.page() or "✕" in seen.page(), "an answer")
    told = [counter.page() for counter in counters]
    assert sorted("✓" in page and "大米 ×1" in page for page in told) == [False, True]
    refused = next(page for page in told if "✕" in page)
    assert "大米仅剩 0 袋" in refused
    assert sorted(stocked(balance, who) for who in (1, 2)) == [400, 500]
    assert stocked(lambda uow: uow.session.scalar(select(func.count(HandOut.id)))) == 1
    assert stocked(stock_of, 1) == 0
    assert stocked(reconcile) == []

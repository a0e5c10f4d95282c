"""The plugins page with a folder of offers, and the end of a plugin's life: every step asked, shown and carried out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.core.leftovers import archive as archiving
from desk.core.leftovers import purge as purging
from desk.core.settings import service as settings
from desk.host import install_verbs
from desk.host.install import install
from desk.host.install_checks import look_at
from desk.host.package import pack
from desk.host.repository import make_index
from desk.host.specs import NavEntry
from desk.host.states import PluginStatus, State
from desk.testing.shell import FakeDesk

pytestmark = pytest.mark.gui
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def desk(clock, tmp_path):
    made = FakeDesk([NavEntry("desk.home", "Home", "tests.shell.views_for_tests:Home"),
                     NavEntry("desk.plugins", "Plugins", "desk.shell.plugins_page:PluginsPage")], clock=clock)
    made.plugin_folder = tmp_path
    return made


@pytest.fixture
def done(monkeypatch):
    """The verbs without a database; what they are asked for is remembered."""
    told = []

    def installing(_uow, places, file, _sha256, confirmed):
        install(look_at(file, places), places, confirmed=confirmed)
        told.append("install")

    def archived(_uow, plugin_id, folder):
        folder.mkdir(exist_ok=True)
        file = folder / f"{plugin_id}-20261105-093000.zip"
        file.write_bytes(b"PK")
        told.append(("archive", plugin_id))
        return str(file)

    def purged(_uow, plugin_id, file):
        told.append(("purge", plugin_id, file.name))
        return 7

    monkeypatch.setattr(install_verbs, "install_plugin", installing)
    monkeypatch.setattr(install_verbs, "remove_plugin", lambda _uow, _places, plugin_id: told.append(("remove", plugin_id)))
    monkeypatch.setattr(archiving, "archive_plugin", archived)
    monkeypatch.setattr(purging, "look_ahead", lambda _uow, _plugin_id, _file: purging.Going(7, 3, 1, 2, 5, 4, 18))
    monkeypatch.setattr(purging, "purge_plugin", purged)
    monkeypatch.setattr(settings, "change_settings", lambda _uow, values: told.append(values))
    return told


def status(state, *, installed=True):
    return PluginStatus("reading", "图书阅览室", "", "1.0", state, "x", "x", False, installed, (), (), ())


def page_of(at_work, qtbot):
    at_work.window.frame.pages.open("desk.plugins")
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    return at_work.window.frame.pages.current


def click(qtbot, at_work, button):
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not at_work.asker.answers and at_work.jobs.idle)


def test_a_folder_offers_a_plugin_and_one_click_installs_it(at_work, qtbot, desk, done, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    pack(EXAMPLES / "reading", stick)
    make_index(stick, "上城街道")
    page = page_of(at_work, qtbot)
    at_work.asker.answers = [stick / "index.json"]
    click(qtbot, at_work, page.folder)
    assert page.tabs.currentIndex() == 2
    at_work.asker.answers = [True, None]
    click(qtbot, at_work, page.offer_cards["reading"].button)
    assert done[:2] == [{"desk.plugins.folder": str(stick)}, "install"]


def test_what_a_removed_plugin_left_is_archived_and_deleted_only_when_its_name_is_typed(at_work, qtbot, desk, done):
    desk.plugins = [status(State.MISSING)]
    page = page_of(at_work, qtbot)
    card = page.cards["reading"]
    assert not card.remove.isVisible()
    assert not card.purge.isVisible()
    click(qtbot, at_work, card.archive)
    qtbot.waitUntil(lambda: page.cards["reading"].purge.isVisible())
    at_work.asker.answers = ["no"]
    click(qtbot, at_work, page.cards["reading"].purge)
    assert done == [("archive", "reading")]
    assert page.cards["reading"].purge.hasFocus()
    assert "没有删除" in at_work.window.frame.toast.text.text()
    for words in ("3 个表的 7 行", "1 个文件", "共 18 行", "2 份打印件", "5 个已用编号", "4 条"):
        assert words in at_work.asker.asked[-1]
    at_work.asker.answers = ["reading"]
    click(qtbot, at_work, page.cards["reading"].purge)
    assert done[1:] == [("purge", "reading", "reading-20261105-093000.zip")]
    assert desk.quiet_backups == 1


def test_one_that_is_off_can_be_taken_away_and_one_that_runs_cannot(at_work, qtbot, desk, done):
    desk.plugins = [status(State.DISABLED)]
    page = page_of(at_work, qtbot)
    at_work.asker.answers = [True]
    click(qtbot, at_work, page.cards["reading"].remove)
    assert done == [("remove", "reading")]
    desk.plugins = [PluginStatus("reading", "图书阅览室", "", "1.0", State.RUNNING, "x", "x", True, True, (), (), ())]
    page.refresh()
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    assert not page.cards["reading"].remove.isVisible()
    assert not page.cards["reading"].archive.isVisible()


def test_one_that_is_off_is_tried_in_the_practice_data_and_examined_before(at_work, qtbot, desk, done):
    desk.plugins = [status(State.DISABLED)]
    page = page_of(at_work, qtbot)
    at_work.asker.answers = [False]
    click(qtbot, at_work, page.cards["reading"].practise)
    assert desk.practised == []
    at_work.asker.answers = [True]
    click(qtbot, at_work, page.cards["reading"].practise)
    assert desk.practised == [desk.plugin_folder / "reading"]
    click(qtbot, at_work, page.cards["reading"].examine)
    assert at_work.asker.asked[-1] == "“图书阅览室”质量卡"
    desk.plugins = [PluginStatus("reading", "图书阅览室", "", "1.0", State.RUNNING, "x", "x", True, True, (), (), ())]
    page.refresh()
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    assert not page.cards["reading"].practise.isVisible()
    assert page.cards["reading"].examine.isVisible()


def test_before_an_upgrade_it_says_who_would_be_off(at_work, qtbot, desk, done):
    desk.off_after = lambda api: [("图书阅览室", f"needs {api}")]
    page = page_of(at_work, qtbot)
    at_work.asker.answers = ["2.0"]
    click(qtbot, at_work, page.ahead)
    assert at_work.asker.asked[-1] .startswith("升级后以下插件将停用") is True

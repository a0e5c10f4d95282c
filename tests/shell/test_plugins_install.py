"""Installing from a file in the window: what is asked and told, what a refusal leaves, and the way back."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desk.host import install_verbs, switch_verbs
from desk.host.discovery import discover
from desk.host.install import install
from desk.host.install_checks import look_at
from desk.host.package import pack
from desk.host.specs import NavEntry
from desk.host.states import PluginStatus, State
from desk.shell.plugins_install import told_of
from desk.testing.shell import FakeDesk
from tests.host.conftest import ZOO

pytestmark = pytest.mark.gui


@pytest.fixture
def desk(clock, tmp_path):
    made = FakeDesk([NavEntry("desk.home", "Home", "tests.shell.views_for_tests:Home"),
                     NavEntry("desk.plugins", "Plugins", "desk.shell.plugins_page:PluginsPage")], clock=clock)
    made.plugin_folder = tmp_path
    return made


@pytest.fixture
def packed(tmp_path):
    def make(version):
        folder = tmp_path / f"sources-{version}" / "good"
        shutil.copytree(ZOO / "good", folder, ignore=shutil.ignore_patterns("__pycache__"))
        text = (folder / "plugin.toml").read_text("utf-8")
        (folder / "plugin.toml").write_text(text.replace('version = "1.0"', f'version = "{version}"'), "utf-8")
        return pack(folder, tmp_path)
    return make


@pytest.fixture
def verbs(monkeypatch, desk):
    """The verbs without a database: the files are switched as ever, what is written is remembered."""
    done = []

    def installing(_uow, places, file, sha256, confirmed):
        proposal = look_at(file, places)
        assert proposal.package.sha256 == sha256
        install(proposal, places, confirmed=confirmed)
        done.append(("install", proposal.package.manifest.version))

    def back(_uow, places, plugin_id):
        from desk.host.install import roll_back

        done.append(("back", roll_back(plugin_id, places)))

    monkeypatch.setattr(install_verbs, "install_plugin", installing)
    monkeypatch.setattr(install_verbs, "roll_back_plugin", back)
    monkeypatch.setattr(switch_verbs, "carry_out", lambda _uow, plan: done.append(("on", plan.ids, plan.roles)))
    return done


def page_of(at_work, qtbot):
    at_work.window.frame.pages.open("desk.plugins")
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    return at_work.window.frame.pages.current


def in_use(desk):
    return [one.manifest.version for one in discover(None, desk.plugin_folder / "plugins")]


def test_it_is_told_agreed_to_installed_and_switched_on(at_work, qtbot, desk, packed, verbs):
    page = page_of(at_work, qtbot)
    assert "尚未信任任何发布者" in page.trust.text()
    file = packed("1.0")
    at_work.asker.answers = [file, False]
    qtbot.mouseClick(page.install, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not at_work.asker.answers and at_work.jobs.idle)
    assert in_use(desk) == []
    at_work.asker.answers = [file, True, "on"]
    qtbot.mouseClick(page.install, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(verbs) == 2 and at_work.jobs.idle)
    assert in_use(desk) == ["1.0"]
    assert verbs[1] == ("on", ("good",), (("good", "clerk", ("good.read", "good.write")), ("good", "reader", ("good.read",))))
    assert page.pending.isVisible()
    assert any("安装“便笺”1.0 版" in asked for asked in at_work.asker.asked)


def test_right_after_it_is_installed_it_can_be_tried_in_the_practice_data(at_work, qtbot, desk, packed, verbs):
    page = page_of(at_work, qtbot)
    at_work.asker.answers = [packed("1.0"), True, "try", True]
    qtbot.mouseClick(page.install, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not at_work.asker.answers and at_work.jobs.idle)
    assert [told[0] for told in verbs] == ["install"]
    assert desk.practised == [desk.plugin_folder / "good"]


def test_the_words_say_who_signed_what_it_may_do_and_what_nobody_promises(desk, packed):
    told = told_of(look_at(packed("1.0"), desk.plugin_places()))
    for words in ("为居民记便笺", "未签名", "查看便笺、填写便笺", "没有隔离", "✓ 只引用桌面接口和自身模块", "△ 未附测试"):
        assert words in told


def test_of_a_plugin_of_tables_only_they_say_that_nothing_is_executed(desk, tmp_path):
    told = told_of(look_at(pack(ZOO.parents[1] / "examples" / "reading", tmp_path), desk.plugin_places()))
    assert "不含程序" in told
    assert "没有隔离" not in told


def test_an_update_by_dropping_and_the_way_back(at_work, qtbot, desk, packed, verbs):
    places = desk.plugin_places()
    install(look_at(packed("1.0"), places), places, confirmed=True)
    desk.plugins = [PluginStatus("good", "便笺", "", "1.0", State.RUNNING, "运行中", "", True, True, (), (), ())]
    page = page_of(at_work, qtbot)
    assert not page.cards["good"].back.isVisible()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(packed("1.1")))])
    at_work.asker.answers = [True]
    page.dropEvent(QDropEvent(QPoint(9, 9).toPointF(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: in_use(desk) == ["1.1"] and at_work.jobs.idle)
    back = page.cards["good"].back
    assert (back.isVisible(), back.text()) == (True, "退回 1.0 版")
    at_work.asker.answers = [True]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_use(desk) == ["1.0"] and at_work.jobs.idle)
    assert verbs[-1] == ("back", "1.0")


def test_a_hostile_one_is_refused_in_words_and_the_page_goes_on(at_work, qtbot, desk, tmp_path, verbs):
    from tests.zoo.archives import with_file

    file = tmp_path / "stick.deskplugin"
    file.write_bytes(with_file("../evil.py"))
    page = page_of(at_work, qtbot)
    faults = []
    at_work.jobs.faulted.connect(faults.append)
    at_work.asker.answers = [file]
    qtbot.mouseClick(page.install, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not at_work.asker.answers and at_work.jobs.idle)
    assert "不在插件文件夹之内" in str(faults[0])
    assert verbs == []
    assert in_use(desk) == []
    assert page.install.isEnabled()

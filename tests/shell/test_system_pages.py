"""Plugins and backups: what stands where in a sentence, what a click does and says."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk.core.errors import EnvironmentFault, UserError
from desk.host.specs import NavEntry
from desk.host.states import PluginStatus, State
from desk.shell.ports import BackupRow
from desk.testing.shell import FakeDesk

pytestmark = pytest.mark.gui


def status(plugin_id, title, state, *, on, requires=()):
    return PluginStatus(plugin_id, title, "一句话简介", "0.1.0", state, "状态", "状态说明。", on, False, requires, (), ())


@pytest.fixture
def desk(clock, tmp_path):
    made = FakeDesk([NavEntry("desk.home", "Home", "tests.shell.views_for_tests:Home"),
                     NavEntry("desk.plugins", "Plugins", "desk.shell.plugins_page:PluginsPage"),
                     NavEntry("desk.about", "About", "desk.shell.about_page:AboutPage"),
                     NavEntry("desk.backup", "Backups", "desk.shell.backup_page:BackupPage")], clock=clock)
    made.plugins = [status("volunteer", "志愿服务", State.RUNNING, on=True),
                    status("points", "积分商城", State.RUNNING, on=True, requires=("volunteer",)),
                    status("grid", "网格", State.DISABLED, on=False)]
    return made


def opened(at_work, entry, qtbot):
    at_work.window.frame.pages.open(entry)
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    return at_work.window.frame.pages.current


def test_switching_off_asks_and_names_what_needs_it(at_work, qtbot, monkeypatch):
    switched = []
    monkeypatch.setattr("desk.core.settings.service.switch_plugin", lambda uow, *what: switched.append(what))
    page = opened(at_work, "desk.plugins", qtbot)
    assert page.lead.text() == "2 个插件正在运行"
    at_work.asker.answers = [False, True]
    qtbot.mouseClick(page.cards["volunteer"].switch, Qt.MouseButton.LeftButton)
    assert switched == []
    assert not page.pending.isVisible()
    qtbot.mouseClick(page.cards["volunteer"].switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: switched == [("volunteer", False)] and at_work.jobs.idle)
    assert at_work.asker.asked == ["停用“志愿服务”?"] * 2 or at_work.asker.asked == ["停用“志愿服务”？"] * 2
    assert page.pending.isVisible()


def test_switching_on_asks_nothing_and_offers_the_restart(at_work, qtbot, monkeypatch):
    switched = []
    monkeypatch.setattr("desk.host.switch_verbs.carry_out", lambda uow, plan: switched.append((plan.ids, plan.on)))
    page = opened(at_work, "desk.plugins", qtbot)
    assert page.cards["grid"].switch.text() == "启用"
    qtbot.mouseClick(page.cards["grid"].switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: switched == [(("grid",), True)] and page.pending.isVisible())
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    restart = next(b for b in page.findChildren(QPushButton) if b.text() == "立即重启")
    qtbot.mouseClick(restart, Qt.MouseButton.LeftButton)
    assert at_work.restart_wanted
    assert not at_work.window.isVisible()


def test_the_first_backup_is_asked_for_made_and_told(at_work, qtbot):
    page = opened(at_work, "desk.backup", qtbot)
    assert page.lead.text() == "还没有备份，请立即备份一次。"
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1 and at_work.jobs.idle)
    assert page.table.item(0, 2).text() == "1.2 MB"
    assert "已备份并校验" in at_work.window.frame.toast.text.text()
    assert page.make.isEnabled()


def test_an_old_backup_is_called_old(at_work, qtbot, desk, clock):
    desk.kept_backups = [BackupRow("a", clock.now() - timedelta(days=4), 5000, True, "timer")]
    page = opened(at_work, "desk.backup", qtbot)
    assert page.lead.text() == "最近一次备份已是 4 天前，请立即备份。"
    assert page.table.item(0, 1).text() == "自动备份"


def test_a_failed_backup_says_what_to_do(at_work, qtbot, desk, monkeypatch):
    def full(actor, progress):
        raise EnvironmentFault("磁盘已满。", advice="请腾出空间。")

    monkeypatch.setattr(desk, "back_up", full)
    page = opened(at_work, "desk.backup", qtbot)
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.text() == "磁盘已满。 请腾出空间。"
    assert page.make.isEnabled()


def test_a_backup_is_tried_first_then_asked_about_and_got_back_at_a_restart(at_work, qtbot, desk, clock, tmp_path):
    desk.backup_folder = tmp_path
    desk.kept_backups = [BackupRow("b.deskbackup", clock.now(), 5, True, "manual")]
    page = opened(at_work, "desk.backup", qtbot)
    at_work.asker.answers = [False, True]
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(at_work.asker.asked) == 1)
    assert (desk.rehearsed, desk.wished) == ([tmp_path / "b.deskbackup"], [])
    assert "b.deskbackup" in at_work.asker.asked[0]
    assert not at_work.restart_wanted
    qtbot.waitUntil(lambda: at_work.jobs.idle)
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at_work.restart_wanted)
    assert desk.wished == [tmp_path / "b.deskbackup"]


def test_a_backup_that_is_not_whole_says_so_and_nobody_is_asked(at_work, qtbot, desk, tmp_path, monkeypatch):
    def damaged(actor, file):
        raise UserError("这个备份不完整。", todo="请换一个备份。")

    desk.backup_folder = tmp_path
    monkeypatch.setattr(desk, "rehearse_restore", damaged)
    page = opened(at_work, "desk.backup", qtbot)
    assert not page.restore.isEnabled()  # nothing is chosen
    at_work.asker.answers = [str(tmp_path / "x.deskbackup")]
    qtbot.mouseClick(page.restore_file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trouble.isVisible)
    assert "不完整" in page.trouble.text()
    assert len(at_work.asker.asked) == 1


def test_who_may_not_restore_sees_no_button(at_work, qtbot, desk, tmp_path):
    desk.backup_folder = None  # on a server the server is restored
    page = opened(at_work, "desk.backup", qtbot)
    assert not page.restore.isVisible()
    assert not page.restore_file.isVisible()


def test_a_backup_is_copied_to_a_stick_whole_or_not_at_all(at_work, qtbot, desk, clock, tmp_path):
    desk.backup_folder = tmp_path
    (tmp_path / "b.deskbackup").write_bytes(b"whole")
    desk.kept_backups = [BackupRow("b.deskbackup", clock.now(), 5, True, "manual")]
    page = opened(at_work, "desk.backup", qtbot)
    target = tmp_path / "stick.deskbackup"
    at_work.asker.answers = [str(target), str(tmp_path / "no" / "such.deskbackup")]
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: target.exists() and at_work.jobs.idle)
    assert target.read_bytes() == b"whole"
    desk.backup_folder = tmp_path / "gone"
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.trouble.isVisible)
    assert not list(tmp_path.rglob("*.part"))


def test_about_says_where_the_log_lies_and_opens_its_folder(at_work, qtbot, desk, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: shown.append(url.toLocalFile()))
    desk.log_folder = tmp_path / "logs"
    desk.log_folder.mkdir()
    page = opened(at_work, "desk.about", qtbot)
    assert any(str(desk.log_folder) in label.text() for label in page.findChildren(QLabel))
    qtbot.mouseClick(next(b for b in page.findChildren(QPushButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    assert shown == [str(desk.log_folder)]

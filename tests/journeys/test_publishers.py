"""Publishers' keys in the window: compared, trusted, blocked, and what that means for a plugin that is already here."""

import pytest

from desk.core.actor import operator
from desk.core.db.commands import execute
from desk.core.secret import Secret
from desk.host.install_checks import look_at
from desk.host.install_verbs import install_plugin
from desk.host.keys import load_private, new_key
from desk.host.package import pack, sign
from desk.host.switch_verbs import carry_out
from desk.host.switching import plan_switch
from desk.host.trust import Signer
from desk.running import open_desk
from desk.seat import DeskForWindow
from tests.journeys.forms import command
from tests.journeys.test_plugins_switched import EXAMPLES, in_data

ME, SEAL = operator("周慧"), "five words seal the list"


@pytest.fixture
def publisher(tmp_path, monkeypatch):
    """A key, its file to hand on, and a package signed with it; this computer has no folder of its administrator."""
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    key = new_key(tmp_path / "street.key", "和平街道信息中心", Secret("correct horse"))
    private = load_private(tmp_path / "street.key", Secret("correct horse"))
    package = pack(EXAMPLES / "reading", tmp_path)
    sign(package, private)
    return key, tmp_path / "street.deskkey", package


def in_use(paths, clock, file):
    """The package installed and switched on."""
    for step in ("install", "on"):
        running = open_desk(paths, clock=clock)
        places = DeskForWindow(running).plugin_places()
        if step == "install":
            execute(running.factory, ME, install_plugin, places, file, look_at(file, places).package.sha256, True)
        else:
            execute(running.factory, ME, carry_out, plan_switch(running.host, "reading", on=True))
        running.close()


def signer_of(desk, key):
    return desk.shell.desk.plugin_places().trust.read().signer(key.key)[0]


def trail(desk):
    from desk.core.audit.model import AuditEntry

    return in_data(desk, lambda uow: [entry.action for entry in uow.session.query(AuditEntry)])


def seal(desk, *passwords):
    for label, text in zip(("名单密码", "再输一次"), passwords, strict=False):
        desk.fill(label, text)
    desk.save()


def test_a_key_is_trusted_after_it_was_compared_and_blocked_when_it_turns_out_bad(hall, open_window, publisher, wall_clock):
    key, file, package = publisher
    in_use(hall, wall_clock, package)
    desk = open_window(hall, [file])
    command(desk, "插件")
    assert signer_of(desk, key) is Signer.FOREIGN
    desk.click("受信任的发布者")
    desk.sees("请发布者提供 .deskkey 文件")
    desk.click("信任发布者密钥")
    desk.sees(key.fingerprint)
    seal(desk, SEAL, SEAL)
    desk.sees("请先致电发布者核对指纹")
    assert desk.shell.desk.plugin_places().trust.read().keys == ()
    desk.tick("电话核对，16位一致")
    seal(desk, SEAL, SEAL)
    desk.sees("本机已安装其签名的插件")
    assert desk.shell.desk.plugin_places().trust.read().keys == (key,)
    assert signer_of(desk, key) is Signer.KNOWN
    desk.click("禁用此密钥")
    desk.sees("下次启动起不再运行")
    seal(desk, "not the password of it")
    desk.sees("密码不正确")
    seal(desk, SEAL)
    desk.sees("移出禁用名单")
    assert {"plugins.trust_key", "plugins.block"} <= set(trail(desk))
    command(desk, "插件")
    desk.sees(f"（{key.fingerprint}）已被本机禁用")
    desk.shell.end()
    again = open_desk(hall, clock=wall_clock)
    try:
        record = again.host.record("reading")
        assert (record.state, record.barred) == ("blocked", True)
        assert key.fingerprint in record.sentence
    finally:
        again.close()

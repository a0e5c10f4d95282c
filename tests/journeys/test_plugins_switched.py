"""Plugins switched in the window: the switch tells the truth at once, rights are given, and the step back is one click."""

import shutil
from pathlib import Path

import pytest

from desk.core.actor import operator
from desk.core.settings.service import enabled_plugins
from desk.core.staff.model import Role, RoleRight
from desk.host.package import pack
from tests.journeys.forms import command

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ZOO = Path(__file__).resolve().parents[1] / "zoo"


@pytest.fixture(autouse=True)
def nobody_trusted(monkeypatch, tmp_path):
    """A computer without a list of publishers. A trial starts a process of its own, which may take longer than a page."""
    monkeypatch.setattr("tests.journeys.driver.PATIENCE", 120.0)
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")


def shown(desk):
    """The plugin page's cards by id."""
    return desk.shell.window.frame.pages.current.cards


def in_data(desk, ask):
    with desk.shell.desk.running.factory.reading(operator("周慧")) as uow:
        return ask(uow)


def holders(plugin_id):
    """The built-in roles that have a right of the plugin."""
    def ask(uow):
        rows = uow.session.query(Role.code).join(RoleRight, RoleRight.role_id == Role.id)
        return {code for (code,) in rows.filter(RoleRight.permission.startswith(f"{plugin_id}."))}
    return ask


def test_a_plugin_that_came_with_the_desk_is_switched_on_with_its_rights_and_off_again(hall, open_window):
    desk = open_window(hall, [True])
    command(desk, "插件")
    desk.sees("网格")
    assert in_data(desk, holders("grid")) == set()
    shown(desk)["grid"].switch.click()
    desk.until(lambda: shown(desk)["grid"].switch.text() == "停用", "the grid's switch shows that it is on")
    assert {"clerk", "administrator"} <= in_data(desk, holders("grid"))
    desk.sees("下次启动")
    shown(desk)["grid"].switch.click()
    desk.until(lambda: shown(desk)["grid"].switch.text() == "启用", "the grid's switch shows that it is off")
    assert "grid" not in in_data(desk, enabled_plugins)


def test_one_that_was_installed_just_now_is_listed_and_switched_on_later(hall, open_window, tmp_path):
    desk = open_window(hall, [pack(EXAMPLES / "reading", tmp_path), True, None, True, True])
    command(desk, "插件")
    desk.click("从文件安装")
    desk.until(lambda: "reading" in shown(desk), "the new plugin's card")
    for words in ("停用", "启用"):
        shown(desk)["reading"].switch.click()
        desk.until(lambda said=words: shown(desk)["reading"].switch.text() == said, f"the switch says {words}")
    shown(desk)["reading"].remove.click()
    desk.until(lambda: "reading" not in shown(desk), "the card is gone, as nothing was kept by it")


def test_what_a_plugin_needs_is_switched_on_with_it_after_a_question(hall, open_window, tmp_path):
    for one in ("good", "needsgood"):
        shutil.copytree(ZOO / one, tmp_path / one, ignore=shutil.ignore_patterns("__pycache__"))
    packed = [pack(tmp_path / one, tmp_path) for one in ("good", "needsgood")]
    desk = open_window(hall, [packed[0], True, None, packed[1], True, "on", True])
    command(desk, "插件")
    desk.click("从文件安装")
    desk.until(lambda: "good" in shown(desk), "the first card")
    desk.click("从文件安装")
    desk.until(lambda: {"good", "needsgood"} <= in_data(desk, enabled_plugins), "both are switched on")
    desk.until(lambda: shown(desk)["good"].switch.text() == "停用", "the switch of what it needs shows that it is on")

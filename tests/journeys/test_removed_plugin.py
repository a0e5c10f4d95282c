"""A plugin is removed; what it kept is opened from the plugins page, from the box and from a person's card."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from python_calamine import CalamineWorkbook

from desk.core.actor import operator
from desk.core.db.commands import execute
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import register_person
from desk.host.install_checks import look_at
from desk.host.install_verbs import install_plugin, remove_plugin
from desk.host.package import pack
from desk.host.switch_verbs import carry_out
from desk.host.switching import plan_switch
from desk.running import open_desk
from desk.seat import DeskForWindow
from tests.journeys.forms import command

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ME = operator("周慧")


@pytest.fixture
def left(hall, wall_clock, tmp_path, monkeypatch):
    """The hall, where 失物招领 ran, took two things in and was removed; a table of its own names a resident."""
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    file = pack(EXAMPLES / "lostfound", tmp_path)

    def desk_does(act):
        running = open_desk(hall, clock=wall_clock)
        try:
            return act(running, DeskForWindow(running).plugin_places())
        finally:
            running.close()

    desk_does(lambda desk, places: execute(desk.factory, ME, install_plugin, places, file, look_at(file, places).package.sha256,
                                           True))
    desk_does(lambda desk, _places: execute(desk.factory, ME, carry_out, plan_switch(desk.host, "lostfound", on=True)))
    desk_does(took_in)
    desk_does(lambda desk, _places: execute(desk.factory, ME, carry_out, plan_switch(desk.host, "lostfound", on=False)))
    desk_does(lambda desk, places: execute(desk.factory, ME, remove_plugin, places, "lostfound"))
    return hall


def took_in(desk, _places):
    from plugins.lostfound.service import register

    with desk.factory.writing(ME) as uow:
        for what, finder in (("黑色雨伞", "何苗 13812345678"), ("红色书包", "")):
            register(uow, {"what": what, "place": "3号窗口", "finder": finder})
        person = register_person(uow, PersonDraft(name="欧阳䶮"))
        uow.session.execute(sa.text(
            "CREATE TABLE lostfound_asked (id INTEGER PRIMARY KEY,"
            " community_id INTEGER NOT NULL REFERENCES core_community (id),"
            " person_id INTEGER REFERENCES core_person (id), words VARCHAR(80))"))
        uow.session.execute(sa.text("INSERT INTO lostfound_asked VALUES (1, 1, :person, '问过一把黑伞')"), {"person": person})


def to_tab(desk, words):
    """Click the tab that says so."""
    bar = next(bar for bar in desk.window.findChildren(QTabBar) if bar.isVisible())
    place = next(place for place in range(bar.count()) if words in bar.tabText(place))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())


def test_what_it_kept_is_read_exported_and_reached_from_the_box_and_from_a_persons_card(left, open_window, tmp_path):
    book = tmp_path / "留存.xlsx"
    desk = open_window(left, [book])
    command(desk, "插件")
    desk.sees("程序缺失")
    desk.click("查看留存数据")
    desk.sees("留存数据可查看、打印、导出，不可修改")
    desk.sees("lostfound_asked")
    desk.keys("Down", "Up", "Return")
    desk.sees("红色书包")
    desk.click("导出")
    desk.until(book.exists, "the workbook")
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()
    assert ["黑色雨伞", "保管中"] in [row[1:3] for row in rows]
    assert "13812345678" not in str(rows)
    desk.open_row("黑色雨伞")
    desk.sees("何苗 138****5678")
    desk.click("显示拾得人")
    desk.sees("何苗 13812345678")
    desk.keys("Esc")
    desk.sees("红色书包")
    desk.keys("Ctrl+K")
    desk.write("书包")
    desk.sees("〔2026〕2号")
    desk.rest()
    desk.keys("Return")
    desk.sees("和平招领〔2026〕2号  ·  失物招领")
    command(desk, "欧阳䶮")
    desk.sees("ou yang yan")
    to_tab(desk, "失物招领（已移除）")
    desk.sees("问过一把黑伞")


def test_what_it_kept_is_archived_and_deleted_by_keys_and_is_gone_at_the_next_start(left, open_window, wall_clock):
    desk = open_window(left)
    asker = desk.shell.window.frame.seat.asker
    command(desk, "插件")
    desk.sees("程序缺失")
    desk.rest()

    def press(words):
        for _step in range(40):
            if words in getattr(QApplication.focusWidget(), "text", str)():
                break
            desk.keys("Tab")
        desk.keys("Space")
        desk.rest()

    press("归档数据")
    assert "已归档并核对" in asker.asked[-1]
    asker.answers = ["雨伞", "失物招领"]
    press("彻底删除")
    desk.sees("没有删除任何数据")
    assert list(left.archives.glob("lostfound-*.zip"))
    press("彻底删除")
    desk.sees("已删除")
    desk.shell.end()
    running = open_desk(left, clock=wall_clock)
    try:
        assert "lostfound" not in {record.id for record in running.host.records}
        with running.factory.reading(ME) as uow:
            tables = {row[0] for row in uow.session.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
        assert not {name for name in tables if name.startswith("lostfound")}
    finally:
        running.close()

"""The audit trail: in words, found by person, act and day; changes made behind its back are told."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import text

from desk.core.actor import Actor
from desk.core.audit.chain import anchor
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.shell.audit.audit_page import AuditPage
from desk.shell.audit.words import action_words
from desk.testing.declared import declare_plugin
from tests.house.rights_help import verbs
from tests.shell.registers.conftest import button, shown

pytestmark = pytest.mark.gui


@pytest.fixture
def page(opened, ctx, factory, clock, staff):
    clock.advance(days=1)
    with factory.writing(Actor("赵敏", 1, 9, permissions=frozenset({"desk.places.change"}))) as uow:
        add_area(uow, AreaDraft("第一网格", "grid"))
    return opened(ctx, AuditPage)


def test_lines_are_words_newest_first(page):
    rows = shown(page)
    assert rows[0][:3] == ["2026-11-06 09:30", "赵敏", "添加区域"]
    assert rows[-1][1:4] == ["系统", "新建账号", "账号 王秀英"]


def test_filters_by_person_act_and_day(page, qtbot, clock):
    page.controls["actor"].box.setCurrentText("赵敏")
    assert {row[1] for row in shown(page)} == {"赵敏"}
    page.controls["actor"].box.setCurrentIndex(0)
    page.controls["action"].box.setCurrentText("新建账号")
    assert {row[2] for row in shown(page)} == {"新建账号"}
    page.controls["action"].box.setCurrentIndex(0)
    yesterday = str(clock.today() - timedelta(days=1))
    qtbot.keyClicks(page.controls["day_to"].edit, yesterday)
    assert shown(page)
    assert {row[0][:10] for row in shown(page)} == {yesterday}


def test_search_understands_words_of_an_act(page, qtbot, typing):
    typing(page.search, "添加区域")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row[2] for row in shown(page)] == ["添加区域"]


def test_the_check_says_in_words_that_the_trail_is_whole(page, qtbot):
    qtbot.mouseClick(page.check_button, Qt.MouseButton.LeftButton)
    assert "日志完整：共" in page.verdict.itemAt(0).widget().accessibleName()
    qtbot.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page._code


def test_a_changed_line_a_cut_end_and_a_strange_code_are_told(page, qtbot, factory, actor, ctx):
    with factory.reading(actor) as uow:
        code = anchor(uow).code
    ctx.asker.answers = [code.upper(), "7-0123456789abcdef"]
    qtbot.mouseClick(page.printed_button, Qt.MouseButton.LeftButton)
    assert "日志完整" in page.verdict.itemAt(0).widget().accessibleName()
    qtbot.mouseClick(page.printed_button, Qt.MouseButton.LeftButton)
    assert "日志中没有这个校验码" in page.verdict.itemAt(0).widget().accessibleName()
    with factory.database.writer.begin() as connection:
        connection.execute(text("DROP TRIGGER IF EXISTS core_audit_no_update"))
        connection.execute(text("UPDATE core_audit SET actor = '无名' WHERE seq = 2"))
    qtbot.mouseClick(page.check_button, Qt.MouseButton.LeftButton)
    assert "第 2 行与前一行不符" in page.verdict.itemAt(0).widget().accessibleName()


def test_a_line_opens_its_record(page, qtbot, ctx):
    page.table.selectRow(0)
    qtbot.mouseClick(button(page, "打开"), Qt.MouseButton.LeftButton)
    assert ctx.navigator.opened == [("places.area", {"record_id": 1})]


def test_nobody_reads_it_without_the_right(opened, house, staff):
    page = opened(house("desk.people.read"), AuditPage)
    assert all("新建账号" not in row for row in shown(page))


ROOMS = ("staff.", "places.", "organisations.", "calendar.", "numbers.", "papers.", "files.", "settings.", "plugins.")


def test_every_verb_of_these_rooms_has_words():
    own = [name for name in verbs() if name.startswith(ROOMS) and name != "staff.grant_declared"]
    assert len(own) > 30
    assert [name for name in own if action_words(name) == name] == []


def test_a_plugins_acts_have_the_words_of_its_catalogue():
    declare_plugin("mediation")
    assert action_words("mediation.accept") == "受理调解案件"

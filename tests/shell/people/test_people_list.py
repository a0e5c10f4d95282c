"""The list of residents by keys and clicks: search as the box, chips, masked cells, export with a right and a trace."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.core.audit.queries import list_actions
from desk.core.exchange.reading import read_tables
from desk.core.people.drafts import PersonDraft
from desk.core.people.service import record_move_out, register_person
from desk.shell.people.people_list import PeoplePage


@pytest.fixture
def page(house, people, show):
    return show(PeoplePage(house))


def rows(page):
    model = page.model
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]


def names(page):
    return {row[0] for row in rows(page)}


def test_numbers_and_phones_stand_masked(page, qtbot):
    qtbot.waitUntil(lambda: "张桂兰" in str(rows(page)))  # the count may come before the rows
    text = str(rows(page))
    assert "138****1234" in text
    assert "19491231" not in text
    assert "13800001234" not in text


@pytest.mark.parametrize(("typed", "found"), [
    ("李小", "李小明"), ("zgl", "张桂兰"), ("wangjianguo", "王建国"), ("5678", "王建国"), ("1231002", "张桂兰"),
    ("1502", "张桂兰")])
def test_the_search_finds_what_the_box_finds(page, qtbot, typing, typed, found):
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    typing(page.search, typed)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() in (1, 2) and found in names(page))


def test_chips_narrow(page, writing, people, qtbot, button):
    with writing() as uow:
        record_move_out(uow, people["王建国"], "2026-11-01")
    page.refresh()
    button(page, "已迁出").click()
    qtbot.waitUntil(lambda: names(page) == {"王建国"})
    button(page, "无电话").click()
    qtbot.waitUntil(lambda: names(page) == {"李小明"})


def test_enter_opens_the_card(page, house, people, qtbot):
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.select_row([row[0] for row in rows(page)].index("张桂兰"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert house.navigator.opened == [("people.person", {"record_id": people["张桂兰"]})]


def test_an_empty_register_says_import_first(house, show, said, button, qtbot):
    page = show(PeoplePage(house))
    assert "请先导入" in said(page)
    button(page, "导入居民名单").click()
    assert house.navigator.opened == [("people.import", {})]


def test_the_export_holds_what_is_shown_masked_and_leaves_a_trace(page, house, reading, tmp_path, qtbot, button, typing):
    typing(page.search, "zgl")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == {"张桂兰"})
    house.asker.answers.append(tmp_path / "名单.xlsx")
    button(page, "导出").click()
    text = str(read_tables(tmp_path / "名单.xlsx")[0].rows)
    assert "张桂兰" in text
    assert "李小明" not in text
    assert "19491231" not in text
    with reading() as uow:
        assert "people.export" in list_actions(uow)


def test_without_the_right_there_is_no_export_and_no_import(make_house, people, actor, show, said):
    reader = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}))
    page = show(PeoplePage(make_house(actor=reader)))
    assert "导出" not in said(page)
    assert "导入" not in said(page)
    assert "登记" not in said(page)


def test_two_chosen_records_are_compared(page, house, qtbot, button):
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.select_row(0)
    button(page, "合并这两条").click()
    assert house.navigator.opened == []
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    button(page, "合并这两条").click()
    assert house.navigator.opened[0][0] == "people.merge"


def test_a_new_resident_shows_without_asking(page, house, qtbot, writing):
    house.jobs.write(register_person, PersonDraft("赵恵", sex="2", birth="1970-01-01")).start()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)

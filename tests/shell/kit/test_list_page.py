"""A list page by keys and clicks: search, filters, opening, acting on many, exporting, refreshing."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from desk.core.changes import Changes
from desk.host.pages import Chip, Column, ListSpec, RowAction
from desk.shell.kit import list_page
from desk.shell.kit.list_page import ListPage
from desk.shell.kit.memory import Memory

acted = []


def act(ctx, rows):
    acted.append((ctx, [row.id for row in rows]))


COLUMNS = (Column("number", "No.", sort="number"), Column("name", "Name", width=0), Column("state", "State", kind="state"),
           Column("due", "Due", kind="lamp", width=220), Column("amount", "Amount", kind="money"))


@pytest.fixture
def spec(shelf):
    return ListSpec("demo", "矛盾调解", "demo.case", COLUMNS, shelf.fetch, count=shelf.count,
                    sentence=lambda uow: "本月 153 件", chips=(Chip("待受理", {"state": "待受理"}),), opens="demo.record",
                    actions=(RowAction("many", "派出", f"{__name__}:act", many=True), RowAction("one", "打印", "x:y")),
                    new="demo.form", new_title="登记", default_sort="number", empty="先登记第一件。")


@pytest.fixture
def page(real, spec, qtbot, monkeypatch):
    real.memory = Memory()
    monkeypatch.setattr(list_page, "resolve", lambda name: act)
    acted.clear()
    page = ListPage(real, spec)
    qtbot.addWidget(page)
    page.resize(1100, 650)
    page.show()
    qtbot.waitUntil(lambda: page.model.row(0) is not None and page.model.total == 1000)
    qtbot.waitUntil(lambda: page.sentence_label.text() == "本月 153 件")
    return page


def button(page, words):
    return next(found for found in page.findChildren(QPushButton) if words in found.text() and found.isVisible())


def test_it_says_how_many_and_how_things_stand(page):
    assert page.count_label.text() == "共 1,000 条"
    assert page.sentence_label.text() == "本月 153 件"
    assert page.table.hasFocus()


def test_enter_opens_the_row_and_ctrl_n_makes_a_new_one(page, real, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert real.navigator.opened == [("demo.record", {"record_id": 2}), ("demo.form", {})]


def test_a_double_click_opens_too(page, real, qtbot):
    place = page.table.visualRect(page.model.index(3, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert real.navigator.opened == [("demo.record", {"record_id": 4})]


def test_search_starts_after_a_pause_and_esc_clears_it(page, shelf, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    before = len(shelf.requests)
    page.search.insert("张桂")
    page.search.insert("兰")
    qtbot.waitUntil(lambda: page.model.total == 142)
    assert [request.text for request in shelf.requests[before:]] == ["张桂兰"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.total == 1000)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_a_chip_filters_and_nothing_found_says_what_to_do(page, qtbot):
    qtbot.mouseClick(button(page, "待受理"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.total == 200)
    page.search.setText("没有这个人")
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert "关键词" in page.empty._words.text()


def test_many_rows_can_be_acted_on_and_one_only_acts_are_shut(page, real, qtbot):
    assert not page.bar.isVisible()
    page.table.select_row(1)
    for _step in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bar.isVisible()
    assert not button(page, "打印").isEnabled()
    qtbot.mouseClick(button(page, "派出"), Qt.MouseButton.LeftButton)
    assert acted == [(real, [2, 3, 4])]
    qtbot.mouseClick(button(page, "取消选择"), Qt.MouseButton.LeftButton)
    assert not page.bar.isVisible()


def test_too_many_rows_at_once_are_refused_in_words(page, real, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(button(page, "派出"), Qt.MouseButton.LeftButton)
    assert acted == []
    assert "缩小范围" in real.navigator.said[0][0]


def test_what_somebody_else_wrote_is_shown_and_the_selection_stays_with_its_record(page, shelf, real, qtbot):
    page.table.select_row(2)
    shelf.first, shelf.total = -1, 1002
    with qtbot.waitSignal(page.model.refreshed):
        real.changes.emit(Changes({"demo.case": {7}}), None)
    assert page.model.row(0).id == -1
    assert [row.id for row in page.table.selected_rows()] == [3]
    assert page.table.currentIndex().row() == 4


def test_a_hidden_page_waits_and_others_kinds_do_not_matter(page, shelf, real, qtbot):
    before = len(shelf.requests)
    real.changes.emit(Changes({"person": {7}}), None)
    page.hide()
    real.changes.emit(Changes({"demo.case": {7}}), None)
    qtbot.wait(20)
    assert len(shelf.requests) == before
    with qtbot.waitSignal(page.model.refreshed):
        page.show()


def test_copying_takes_the_shown_columns(page, qtbot, qapp):
    page.table.setColumnHidden(1, True)
    page.table.select_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "2026-0000001\t待受理\t2026-11-02 逾期3天\t¥123.45"


def test_hidden_columns_are_remembered(page, real, spec, qtbot):
    menu = page.columns_button.menu()
    menu.actions()[2].trigger()
    assert page.table.isColumnHidden(2)
    again = ListPage(real, spec)
    qtbot.addWidget(again)
    assert again.table.isColumnHidden(2)
    assert not again.table.isColumnHidden(0)
    qtbot.waitUntil(lambda: real.jobs.idle)


def test_sorting_by_a_click_on_the_heading(page, qtbot):
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.model.row(0) is not None and page.model.row(0).id == 1000)


def test_export_writes_what_is_filtered(page, real, qtbot, tmp_path):
    from python_calamine import CalamineWorkbook

    qtbot.mouseClick(button(page, "待受理"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.total == 200)
    path = tmp_path / "out.xlsx"
    real.asker.answers = [path]
    qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(real.navigator.said))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    heading = next(place for place, row in enumerate(rows) if "No." in row)
    assert len(rows) - heading - 1 == 200
    assert rows[heading + 1][-1] == 123.45
    assert "200" in real.navigator.said[0][0]


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(page, shelf, qtbot):
    shelf.failing = True
    page.refresh()
    qtbot.waitUntil(lambda: any("重试" in found.text() and found.isVisible() for found in page.findChildren(QPushButton)))
    shelf.failing = False
    qtbot.mouseClick(button(page, "重试"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.row(0) is not None and not page.model.is_broken(0))


def test_who_may_not_make_one_sees_no_button(real, spec, shelf, qtbot):
    real.actor = SimpleNamespace(may=lambda permission: not permission, name="x")
    shelf.total = 0
    page = ListPage(real, replace(spec, new_permission="demo.write"))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty._words.text() == "先登记第一件。"
    assert not any("登记" in found.text() for found in page.findChildren(QPushButton))
    qtbot.waitUntil(lambda: real.jobs.idle)

"""Statistics by keys: choosing, turning to another period, down to the records, freezing, corrections, picture, paper."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.core.cases.model import Case
from desk.core.cases.registry import case_kinds, use_kinds
from desk.core.statistics.periods import parse_period
from desk.core.statistics.registry import indicator_tables, use_tables
from desk.core.statistics.table import read_table
from desk.shell.context import HouseContext
from desk.shell.statistics.corrections import CorrectionsPage
from desk.shell.statistics.page import StatisticsPage
from desk.shell.statistics.records import records_page
from desk.testing.shell import FakeDesk
from tests.core.statistics.trial import KIND, TABLE, TABLES
from tests.shell.registers.conftest import button, shown

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def declared():
    kinds, tables = list(case_kinds()), indicator_tables()
    use_kinds([KIND])
    use_tables(TABLES)
    yield
    use_kinds(kinds)
    use_tables(tables)


@pytest.fixture
def matters(factory, actor, staff):
    """Two of October, one of November, one of them confidential."""
    with factory.writing(actor) as uow:
        return [enter(uow, day, confidential=secret) for day, secret in (
            (date(2026, 10, 3), False), (date(2026, 10, 9), True), (date(2026, 11, 2), False))]


def enter(uow, day, *, confidential=False):
    return uow.add(Case(kind=KIND.code, title="邻里纠纷", state="open", opened_on=day, class_code="a", summary="0",
                        number=f"{day:%m%d}", confidential=confidential)).id


@pytest.fixture
def desk(house, clock):
    """`desk(*rights)`: a context whose desk has the trial tables."""
    def make(*rights, tables=TABLES):
        plain = house(*rights)
        made = HouseContext(replace(plain._seat, desk=FakeDesk(tables=tables, clock=clock)))
        made.navigator = plain.navigator
        return made
    return make


def cells(page, row):
    model = page.grid.figures
    title = model.headerData(row, Qt.Orientation.Vertical)
    return [title, *(model.index(row, column).data() for column in range(model.columnCount()))]


def bands(page):
    return [page.notices.itemAt(place).widget().accessibleName() for place in range(page.notices.count())]


def test_it_opens_on_the_month_before_and_turns_by_keys(opened, desk, matters, qtbot):
    page = opened(desk(), StatisticsPage)
    assert page.pickers.period_label.text() == "2026年10月"
    assert cells(page, 0)[:2] == ["甲类", "2"]
    assert page.grid.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.pickers.period_label.text() == "2026年11月"
    assert cells(page, 0)[:2] == ["甲类", "1"]
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.pickers.period_label.text() == "2026年11月"
    assert "未冻结" in page.state_label.text()


def test_enter_opens_the_records_of_the_marked_number(opened, desk, matters, qtbot):
    ctx = desk()
    page = opened(ctx, StatisticsPage)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    [(entry, args)] = ctx.navigator.opened
    assert entry == "statistics.records"
    listed = opened(ctx, records_page, **args)
    assert [row[0] for row in shown(listed)] == ["1009", "1003"]
    assert "数字为 2 件" in listed.sentence_label.text()
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("trial.card", {"record_id": matters[1]})


def test_who_may_not_see_a_confidential_one_sees_how_many_there_are(opened, desk, matters, qtbot):
    ctx = desk("trial.read")
    page = opened(ctx, StatisticsPage)
    assert cells(page, 0)[1] == "2"
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    listed = opened(ctx, records_page, **ctx.navigator.opened[0][1])
    assert [row[0] for row in shown(listed)] == ["1003"]
    assert "其中 1 条保密" in listed.sentence_label.text()
    assert page.freeze_button.isHidden()
    assert page.print_button.isHidden()


def test_a_number_without_records_opens_nothing(opened, desk, matters, qtbot):
    ctx = desk()
    page = opened(ctx, StatisticsPage)
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert ctx.navigator.opened == []
    assert "没有对应的记录" in ctx.navigator.said[-1][0]


def test_freezing_then_a_late_record_then_the_correction(opened, desk, matters, qtbot, factory, actor):
    ctx = desk()
    page = opened(ctx, StatisticsPage)
    ctx.asker.answers = [True]
    qtbot.mouseClick(button(page, "冻结本月"), Qt.MouseButton.LeftButton)
    assert "已冻结" in page.state_label.text()
    assert not page.freeze_button.isEnabled()
    assert bands(page) == []
    with factory.writing(actor) as uow:
        late = enter(uow, date(2026, 10, 30))
    page.refresh()
    assert cells(page, 0)[1] == "2"
    assert "10月" in bands(page)[0]
    qtbot.mouseClick(button(page, "打开更正清单"), Qt.MouseButton.LeftButton)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "statistics.corrections"
    corrections = opened(ctx, CorrectionsPage, **args)
    month = corrections.tree.topLevelItem(0)
    assert month.text(0) == "2026年10月"
    assert month.child(0).text(0) == "1030 邻里纠纷"
    assert "受理 甲类 2 → 3" in month.child(0).text(1)
    qtbot.keyClick(corrections.tree, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("trial.card", {"record_id": late})
    qtbot.keyClick(corrections.tree, Qt.Key.Key_Space)
    assert not corrections.take_button.isEnabled()
    qtbot.keyClick(corrections.tree, Qt.Key.Key_Space)
    ctx.asker.answers = ["10月30日一件补录"]
    qtbot.keyClick(corrections, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "10月30日一件补录" in corrections.tree.topLevelItem(0).child(0).text(1)
    page.refresh()
    assert cells(page, 0)[1] == "3"
    assert bands(page) == ["这些数字含有更正。"]
    with factory.reading(actor) as uow:
        assert read_table(uow, TABLE, parse_period("2026-10")).frozen[0].corrections[0].reason == "10月30日一件补录"


def test_the_picture_and_back(opened, desk, matters, qtbot):
    page = opened(desk(), StatisticsPage)
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.stack.currentWidget() is page.chart
    assert "甲类 2" in page.chart.accessibleName()
    assert page.chart.hasFocus()
    assert not page.grab().toImage().isNull()
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.hasFocus()


def test_a_year_by_months_is_chosen_and_remembered(opened, desk, matters, qtbot):
    ctx = desk()
    page = opened(ctx, StatisticsPage)
    qtbot.keyClick(page.pickers.table_box, Qt.Key.Key_Down)
    assert page.pickers.period_label.text() == "2026年度"
    assert cells(page, 0)[0] == "受理(件)"
    assert cells(page, 0)[-1] == "3"
    again = opened(ctx, StatisticsPage)
    assert again.pickers.table.code == "trial.year"


def test_printing_makes_a_report_and_export_a_workbook(opened, desk, matters, qtbot, tmp_path):
    ctx = desk()
    page = opened(ctx, StatisticsPage)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert ctx.navigator.opened == [("desk.preview", {"paper_id": "statistics.trial.table", "record_id": 1, "mode": "final"})]
    path = tmp_path / "表.xlsx"
    ctx.asker.answers = [path]
    qtbot.mouseClick(button(page, "导出"), Qt.MouseButton.LeftButton)
    assert path.stat().st_size > 0
    assert str(path) in ctx.navigator.said[-1][0]


def test_without_any_table_the_page_says_what_to_do(opened, desk, staff):
    page = opened(desk(tables=()), StatisticsPage)
    assert page.stack.currentWidget() is page.empty
    assert any("请在“插件”中启用" in label.text() for label in page.empty.findChildren(QLabel))
    assert page.export_button.isHidden()


def test_the_calendar_names_what_is_due_and_opens_it(opened, desk, matters, qtbot, factory, actor):
    from desk.core.statistics.freezing import FreezeDraft, freeze_month
    from desk.shell.statistics.calendar_list import CALENDAR, table_page
    from desk.shell.statistics.due_items import due_items

    ctx = desk()
    with factory.writing(actor) as uow:
        freeze_month(uow, FreezeDraft(TABLE.code, "2026-09"))
    page = opened(ctx, CALENDAR)
    assert [row[:2] + row[4:5] for row in shown(page)] == [["2026年10月", "试验统计表", "待冻结"],
                                                           ["2026年9月", "试验统计表", "已冻结"]]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "statistics.of_line"
    table = opened(ctx, table_page, **args)
    assert (table.pickers.table.code, table.pickers.period.code) == (TABLE.code, "2026-10")
    with factory.reading(actor) as uow:
        [item] = due_items(uow)
    assert item.args == {"table": TABLE.code, "period": "2026-10"}
    assert item.due == date(2026, 11, 5)

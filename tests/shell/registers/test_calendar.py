"""The working calendar by keys and clicks: what a day is, changing it, bringing a year in, years nobody knows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.core.calendar.queries import get_workdays, list_entered_years
from desk.core.errors import UserError
from desk.core.exchange.workdays import read_workdays
from desk.shell.calendar.calendar_page import CalendarPage
from tests.shell.registers.conftest import button

pytestmark = pytest.mark.gui


def table(tmp_path, text, name="2027.csv"):
    path = tmp_path / name
    path.write_text(text, "utf-8-sig")
    return path


def notices(page):
    return [page.notices.itemAt(place).widget().accessibleName() for place in range(page.notices.count())]


def click(page, day, qtbot, *, double=False):
    act = qtbot.mouseDClick if double else qtbot.mouseClick
    act(page.grid, Qt.MouseButton.LeftButton, pos=page.grid.rect_of(day).center().toPoint())


def test_a_known_year_says_what_each_day_is_and_where_that_comes_from(opened, ctx, staff, qtbot):
    page = opened(ctx, CalendarPage)
    assert page.grid.hasFocus()
    assert page.day_label.text() == "2026-11-05 星期四 · 工作日"
    assert "国务院办公厅" in page.source_label.text()
    assert notices(page) == []
    click(page, date(2026, 10, 1), qtbot)
    assert page.day_label.text() == "2026-10-01 星期四 · 国庆节，放假"
    click(page, date(2026, 10, 10), qtbot)
    assert "调休上班" in page.day_label.text()
    assert page.grid.accessibleName() == page.day_label.text()


def test_every_day_of_the_year_is_where_it_is_clicked(opened, ctx, staff):
    page = opened(ctx, CalendarPage)
    for month in range(1, 13):
        for number in (1, 15, 28):
            day = date(2026, month, number)
            assert page.grid.day_at(page.grid.rect_of(day).center().toPoint()) == day


def test_arrows_move_the_day_and_enter_changes_it(opened, ctx, staff, qtbot, factory, actor):
    page = opened(ctx, CalendarPage)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(page.grid, key)
    assert page.grid.day == date(2026, 11, 13)
    ctx.asker.answers = ["off", "社区成立日"]
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.day_label.text() == "2026-11-13 星期五 · 社区成立日，放假"
    with factory.reading(actor) as uow:
        days = get_workdays(uow)
        assert not days.works(date(2026, 11, 13))
        assert not days.works(date(2026, 10, 1))  # the rest of the year stands as published
    assert button(page, "恢复官方安排").isEnabled()
    ctx.asker.answers = [True]
    qtbot.mouseClick(button(page, "恢复官方安排"), Qt.MouseButton.LeftButton)
    with factory.reading(actor) as uow:
        assert list_entered_years(uow) == []


def test_a_double_click_on_a_weekend_offers_work_in_exchange(opened, ctx, staff, qtbot, factory, actor):
    page = opened(ctx, CalendarPage)
    ctx.asker.answers = ["on", "春节", None, "plain"]
    click(page, date(2026, 11, 14), qtbot, double=True)
    assert "调休上班（春节）" in page.day_label.text()
    click(page, date(2026, 11, 14), qtbot, double=True)  # turned back
    click(page, date(2026, 11, 14), qtbot, double=True)
    assert page.day_label.text() == "2026-11-14 星期六 · 周末"


def test_a_year_nobody_knows_warns_and_is_brought_in(opened, ctx, staff, qtbot, factory, actor, tmp_path):
    page = opened(ctx, CalendarPage)
    qtbot.keyClick(page.grid, Qt.Key.Key_PageDown)
    assert page.year == 2027
    assert "2027" in notices(page)[0]
    rows = "\n".join(f"2027-10-{day:02d},休,国庆节" for day in range(1, 8))
    rows += "\n" + "\n".join(f"2月{day}日,休,春节" for day in range(5, 12)) + "\n2027/2/14,班,春节"
    ctx.asker.answers = [str(table(tmp_path, f"2027年放假安排,,\n日期,休班,节日\n{rows}\n")), True]
    qtbot.mouseClick(button(page, "从表格导入"), Qt.MouseButton.LeftButton)
    assert ctx.asker.asked[-1] == "导入 2027 年放假 14 天、调休上班 1 天？"
    assert notices(page) == []
    assert "2027.csv" in page.source_label.text()
    with factory.reading(actor) as uow:
        days = get_workdays(uow)
        assert days.works(date(2027, 2, 14))
        assert not days.works(date(2027, 10, 7))


def test_a_year_of_which_only_a_day_was_entered_warns_still(opened, ctx, staff, qtbot):
    page = opened(ctx, CalendarPage, year=2027)
    page.grid.go_to(date(2027, 1, 1))
    ctx.asker.answers = ["off", "元旦"]
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert "只录入了 1 天" in notices(page)[0]


@pytest.mark.parametrize(("text", "says"), [
    ("日期,节日\n2027-01-01,元旦\n", "休班"), ("日期,休班\n2027-01-01,也许\n", "第 2 行"),
    ("日期,休班\n2027-02-30,休\n", "2027-02-30"), ("", "没有数据行")])
def test_a_table_that_cannot_be_understood_says_where(tmp_path, text, says):
    with pytest.raises(UserError, match=says):
        read_workdays(table(tmp_path, text), 2027)


def test_a_bad_table_changes_nothing_and_says_so_on_the_page(opened, ctx, staff, qtbot, tmp_path, factory, actor):
    page = opened(ctx, CalendarPage, year=2027)
    ctx.asker.answers = [str(table(tmp_path, "日期,休班\n2027-01-01,也许\n"))]
    qtbot.mouseClick(button(page, "从表格导入"), Qt.MouseButton.LeftButton)
    assert "第 2 行" in notices(page)[-1]
    with factory.reading(actor) as uow:
        assert list_entered_years(uow) == []


def test_without_the_right_it_is_only_looked_at(opened, house, staff, qtbot):
    ctx = house("desk.people.read")
    page = opened(ctx, CalendarPage)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert ctx.navigator.said == [("当前账号无权修改工作日历。", "waiting")]
    assert not page.import_button.isVisible()

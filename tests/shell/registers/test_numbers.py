"""Number series and the register by keys: what the preview says is what the next paper gets."""

import pytest
from PySide6.QtCore import Qt

from desk.core.db.paging import PageRequest
from desk.core.documents import series_registry
from desk.core.documents.numbers import give_number, list_numbers, next_number
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.shell.numbers.register import register_page
from desk.shell.numbers.series import SERIES, SERIES_FORM
from tests.shell.registers.conftest import button, control, edit, shown

pytestmark = pytest.mark.gui
CODE = "tests.letters"


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    monkeypatch.setattr(series_registry, "_declared", {})
    declare_series(Series(CODE, "来信", "{org_short}{word}({year}){serial}号", "信"),
                   Series("tests.visits", "走访", "{word}{serial}", "访", yearly=False))


def given(factory, actor, count=2):
    with factory.writing(actor) as uow:
        return [give_number(uow, CODE, "tests.letter", number + 1) for number in range(count)]


def test_the_list_shows_the_next_number_as_it_would_be_printed(opened, ctx, factory, actor, qtbot):
    given(factory, actor)
    page = opened(ctx, SERIES)
    assert [(row[0], row[4], row[5]) for row in shown(page)] == [("来信", "和平信(2026)3号", "2"), ("走访", "访1", "0")]
    page.table.selectRow(0)
    qtbot.mouseClick(button(page, "查看已发编号"), Qt.MouseButton.LeftButton)
    assert ctx.navigator.opened == [("numbers.register", {"filters": {"code": CODE}})]


def test_the_form_previews_while_typing_and_the_next_number_is_that_one(opened, ctx, factory, actor, qtbot, typing):
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    seen = control(page, "preview").words
    assert seen.text() == "和平信(2026)1号"
    edit(page, "word").selectAll()
    typing(edit(page, "word"), "来信字")
    qtbot.keyClicks(edit(page, "next_serial"), "31")
    edit(page, "brackets").setCurrentIndex(edit(page, "brackets").findData("hexagonal"))
    assert seen.text() == "和平来信字〔2026〕31号"
    qtbot.keyClick(edit(page, "word"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert ctx.navigator.backs == 1
    with factory.reading(actor) as uow:
        assert next_number(uow, CODE) == "和平来信字〔2026〕31号"


def test_a_pattern_that_cannot_work_says_why_at_once_and_is_not_saved(opened, ctx, factory, actor, qtbot):
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    edit(page, "template").selectAll()
    qtbot.keyClicks(edit(page, "template"), "{word}{serial}")
    assert "{year}" in control(page, "preview").words.text()
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "{year}" in page.body.group.row("template").sentence
    given(factory, actor, 3)
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    qtbot.keyClicks(edit(page, "next_serial"), "2")
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "3" in page.body.group.row("next_serial").sentence


def test_voiding_asks_why_and_keeps_the_number_in_the_register(opened, ctx, factory, actor, qtbot):
    given(factory, actor)
    page = opened(ctx, register_page, filters={"code": CODE})
    assert "code" not in page.controls
    page.table.selectRow(0)
    ctx.asker.answers = [None, "当事人写错"]
    for _try in range(2):
        qtbot.mouseClick(button(page, "作废编号"), Qt.MouseButton.LeftButton)
    assert [(row[0], row[5], row[6]) for row in shown(page)] == [("和平信(2026)2号", "作废", "当事人写错"),
                                                               ("和平信(2026)1号", "有效", "")]
    page.chips.choose(2)
    assert len(shown(page)) == 1
    with factory.reading(actor) as uow:
        assert list_numbers(uow, PageRequest(), CODE).rows[0].void_reason == "当事人写错"
        assert next_number(uow, CODE) == "和平信(2026)3号"


def test_without_the_right_there_is_no_voiding(opened, house, factory, actor):
    given(factory, actor)
    page = opened(house("desk.papers.print"), register_page)
    page.table.selectRow(0)
    assert [action.id for action, _button in page.bar._buttons] == ["open"]


def test_the_register_is_searched_by_number_and_year(opened, ctx, factory, actor, qtbot):
    given(factory, actor, 12)
    page = opened(ctx, register_page)
    qtbot.keyClicks(page.search, "11")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row[0] for row in shown(page)] == ["和平信(2026)11号"]
    page.search.clear()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClicks(page.controls["year"].edit, "2025")
    assert shown(page) == []

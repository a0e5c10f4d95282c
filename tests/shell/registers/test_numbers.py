"""Number series and the register by keys: what the preview says is what the next paper gets."""

import pytest
from PySide6.QtCore import Qt

from desk.core.db.paging import PageRequest
from desk.core.documents import series_registry
from desk.core.documents.numbers import get_series, give_number, list_numbers, next_number
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
    assert [(row[0], row[1], row[2], row[4]) for row in shown(page)] == [
        ("来信", "和平信(2026)3号", "{机关代字}{字号}({年份}){序号}号", "2"), ("走访", "访1", "{字号}{序号}", "0")]
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
    assert control(page, "preview").words.text() == "—"
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_Tab)
    assert page.body.group.row("template").sentence == "每年重新编号的，编号格式中必须有 {年份}。"
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "{年份}" in page.body.group.row("template").sentence
    assert ctx.navigator.backs == 0
    given(factory, actor, 3)
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    qtbot.keyClicks(edit(page, "next_serial"), "2")
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "3" in page.body.group.row("next_serial").sentence


@pytest.mark.parametrize(("typed", "number"), [
    ("{机关代字}{字号}〔{年份}〕{序号}号", "和平信〔2026〕1号"), ("\uff5b年份\uff5d-\uff5b 序号 \uff5d", "2026-1"),
    ("{year}年第{serial}号", "2026年第1号")])
def test_a_pattern_is_read_and_typed_in_words_and_kept_in_tokens(opened, ctx, factory, actor, qtbot, typing, typed, number):
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    assert edit(page, "template").text() == "{机关代字}{字号}({年份}){序号}号"
    assert control(page, "parts").words.text() == "{年份} 2026\u3000{机关代字} 和平\u3000{字号} 信\u3000{序号} 1"
    edit(page, "template").selectAll()
    typing(edit(page, "template"), typed)
    assert control(page, "preview").words.text() == number
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert ctx.navigator.backs == 1
    with factory.reading(actor) as uow:
        assert next_number(uow, CODE) == number
        assert "{serial}" in get_series(uow, CODE).template


@pytest.mark.parametrize(("typed", "said"), [
    ("{年份}{流水}", "{流水}"), ("{年份}{序号}{序号}", "{序号}"), ("{年份}{序号}{", "花括号没有成对"), ("{年份}", "{序号}"),
    ("{年份}{序号}" + "长" * 90, "请缩短编号格式")])
def test_what_is_typed_wrong_is_told_beside_the_pattern(opened, ctx, qtbot, typing, typed, said):
    page = opened(ctx, SERIES_FORM, record_id=CODE)
    edit(page, "template").selectAll()
    typing(edit(page, "template"), typed)
    qtbot.keyClick(edit(page, "template"), Qt.Key.Key_Tab)
    assert said in page.body.group.row("template").sentence
    assert edit(page, "template").text() == typed


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

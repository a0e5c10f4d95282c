"""Fields: what is typed in any usual way becomes the value; what cannot be read is refused in words."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desk.core.clock import HALL_ZONE
from desk.core.errors import UserError
from desk.host.pages import Field, Pick
from desk.shell.kit.fields import make_field
from desk.shell.kit.memory import Memory
from desk.shell.kit.mnemonics import assign

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups on the offscreen screen


def made(ctx, qtbot, kind, **given):
    control = make_field(ctx, Field("it", "It", kind, **given))
    qtbot.addWidget(control)
    with qtbot.waitActive(control):
        control.show()
    return control


@pytest.mark.parametrize(("kind", "typed", "value"), [
    ("text", "  李䶮 ", "李䶮"), ("text", "", None), ("lines", "一\n二\n", "一\n二"),
    ("number", "12", 12), ("number", "1,200", 1200), ("number", "", None),
    ("money", "1409.5", 140950), ("money", "¥1,409.50", 140950), ("money", "", None),
    ("idnumber", "11010519491231002x", "11010519491231002X"), ("phone", "138 0000 0000", "13800000000"),
    ("date", "2026-11-5", date(2026, 11, 5)), ("date", "11.5", date(2026, 11, 5)), ("date", "20271231", date(2027, 12, 31)),
    ("partial_date", "1949年12月", "1949-12"), ("partial_date", "1949", "1949"),
])
def test_what_is_typed_becomes_the_value(ctx, qtbot, typing, kind, typed, value):
    control = made(ctx, qtbot, kind)
    typing(control.focusProxy(), typed)
    assert control.value() == value
    again = made(ctx, qtbot, kind)
    again.set_raw(control.raw())
    assert again.value() == value
    again.set_value(value)
    assert again.value() == value


@pytest.mark.parametrize(("kind", "typed"), [
    ("number", "zwölf"), ("money", "1.234"), ("money", "viel"), ("date", "1949"), ("date", "2026-02-30"),
    ("partial_date", "2027"), ("partial_date", "soon"), ("person", "张"),
])
def test_what_cannot_be_read_is_refused_beside_the_field(ctx, qtbot, typing, kind, typed):
    control = made(ctx, qtbot, kind)
    typing(control.focusProxy(), typed)
    with pytest.raises(UserError) as refused:
        control.value()
    assert refused.value.field == "it"


def test_digit_fields_switch_the_input_method_off_and_fold_full_width(ctx, qtbot, typing):
    control = made(ctx, qtbot, "idnumber")
    assert not control.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    typing(control.edit, "12x")
    assert control.value() == "12X"
    assert made(ctx, qtbot, "text").edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_moment_is_typed_as_day_and_time_of_the_hall(ctx, qtbot, typing):
    control = made(ctx, qtbot, "datetime")
    typing(control.edit, "2026-11-05")
    with pytest.raises(UserError):
        control.value()
    for typed in ("9:30", "0930", "9点30分"):
        control.time.setText(typed)
        assert control.value() == datetime(2026, 11, 5, 9, 30, tzinfo=HALL_ZONE)
    again = made(ctx, qtbot, "datetime")
    again.set_raw(control.raw())
    assert again.value() == control.value()
    again.set_value(control.value())
    assert (again.edit.text(), again.time.text()) == ("2026-11-05", "09:30")


def test_amounts_and_days_say_beside_themselves_what_they_mean(ctx, qtbot, typing):
    money, day = made(ctx, qtbot, "money"), made(ctx, qtbot, "date")
    typing(money.edit, "1409.50")
    typing(day.edit, "11-5")
    assert money.hint() == "人民币壹仟肆佰零玖元伍角"
    assert day.hint() == "2026年11月5日 星期四"


def test_the_calendar_puts_the_day_in(ctx, qtbot):
    control = made(ctx, qtbot, "date")
    control.open_calendar()
    calendar = control._menu.actions()[0].defaultWidget()
    view = calendar.findChild(QTableView)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert control.value() == date(2026, 11, 6)


def test_a_choice_gives_its_value_and_the_wheel_does_not_change_it(ctx, qtbot):
    control = made(ctx, qtbot, "choice", choices=(("a", "甲"), ("b", "乙")))
    assert control.value() is None
    qtbot.keyClick(control.box, Qt.Key.Key_Down)
    qtbot.keyClick(control.box, Qt.Key.Key_Down)
    assert control.value() == "b"
    assert control.shown("a") == "甲"
    box = made(ctx, qtbot, "bool")
    qtbot.keyClick(box.box, Qt.Key.Key_Space)
    assert box.value() is True


@pytest.mark.parametrize(("kind", "more", "asks"), [
    ("person", {}, "输入姓名、拼音首字母或号码"), ("place", {}, "输入区域名称的一部分（如3幢），或区划代码"),
    ("organisation", {}, "输入单位名称的一部分"), ("organisation", {"asks": "门牌号"}, "门牌号")])
def test_an_empty_picker_says_what_is_looked_for(real, qtbot, kind, more, asks):
    control = made(real, qtbot, kind, search=lambda _uow, _text: [], **more)
    assert control.edit.placeholderText() == asks


def test_a_picker_searches_while_typing_and_enter_takes_the_first(real, qtbot, typing):
    asked = []

    def search(_uow, text):
        asked.append(text)
        return [Pick(7, "张桂兰", "1949年"), Pick(8, "张桂花", "1950年")]

    control = made(real, qtbot, "person", search=search)
    control.edit.setFocus()
    typing(control.edit, "张桂")
    qtbot.waitUntil(lambda: control.completer.popup().isVisible())
    assert asked == ["张桂"]
    qtbot.keyClick(control.completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(control.completer.popup(), Qt.Key.Key_Return)
    assert control.value() == 8
    assert control.edit.text() == "张桂花"
    assert control.hint() == "1950年"
    again = made(real, qtbot, "person", search=search)
    again.set_raw(control.raw())
    assert again.value() == 8
    typing(control.edit, "x")
    with pytest.raises(UserError):
        control.value()


def test_a_picker_says_when_there_is_nobody_and_shows_who_was_chosen_before(real, qtbot, typing):
    control = made(real, qtbot, "organisation", search=lambda uow, text: [], named=lambda uow, id_: f"单位{id_}")
    control.edit.setFocus()
    typing(control.edit, "没有")
    qtbot.waitUntil(lambda: control.finds.rowCount() == 1)
    assert not control.finds.item(0).isEnabled()
    control.completer.popup().hide()
    control.set_value(5)
    qtbot.waitUntil(lambda: control.edit.text() == "单位5")
    assert control.value() == 5
    qtbot.waitUntil(lambda: real.jobs.idle)


def test_phrases_are_kept_put_in_and_forgotten(ctx, qtbot, typing):
    ctx.memory = Memory()
    control = made(ctx, qtbot, "lines", phrases="facts")
    typing(control.edit, "abc")
    control.phrases._fill()
    control.phrases._menu.actions()[-1].trigger()
    assert control.phrases.phrases() == ["abc"]
    control.edit.clear()
    control.phrases._fill()
    control.phrases._menu.actions()[0].trigger()
    assert control.value() == "abc"
    control.phrases._fill()
    control.phrases._menu.actions()[-1].menu().actions()[0].trigger()
    assert control.phrases.phrases() == []


def test_labels_get_letters_from_their_source_each_only_once():
    titles = [("Name", "姓名"), ("Number", "编号"), ("Notes", "备注"), ("Save", "Save"), ("A&ge", "A&ge")]
    assert assign(titles, "S") == ["姓名(&N)", "编号(&U)", "备注(&O)", "S&ave", "A&ge"]


def test_the_memory_survives_and_bears_a_broken_file(tmp_path, expect_log):
    expect_log("starting afresh")
    path = tmp_path / "seat" / "memory.json"
    Memory(path)["columns"] = ["a:1"]
    assert Memory(path)["columns"] == ["a:1"]
    path.write_text("{", "utf-8")
    assert dict(Memory(path)) == {}

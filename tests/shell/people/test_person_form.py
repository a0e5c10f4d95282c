"""Registering and changing by keys: the reader's line, findings beside fields, what a number fills in, reasons, households."""

import pytest
from PySide6.QtCore import Qt

from desk.core.people.drafts import PersonDraft
from desk.core.people.household_queries import get_household
from desk.core.people.identity import check_character
from desk.core.people.queries import find_by_number, get_person, list_visits
from desk.core.people.service import change_person, reveal
from desk.shell.kit.form_page import FormPage
from desk.shell.people.person_form import PersonForm
from desk.shell.people.small_forms import MOVE_IN_FORM, MOVE_OUT_FORM, VISIT_FORM

LIU = "329912199003072236"
ZHANG_BODY = "32991219491231002"


@pytest.fixture
def form(house, people, show):
    return show(PersonForm(house))


def row(form, path):
    return next(one for one in form.body.rows if one.path == path)


def edit(form, path):
    return row(form, path).control.focusProxy()


def settle(form, qtbot):
    """What is found while typing has come."""
    qtbot.waitUntil(lambda: not form._soon.isActive())


def save(form, qtbot):
    qtbot.keyClick(form.body, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_line_fills_the_form(form, qtbot, typing, reading):
    assert form.reader.edit.hasFocus()
    typing(form.reader.edit, f"刘思雨 {LIU} 和平里3幢2单元202室 13812345678")
    qtbot.keyClick(form.reader.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit(form, "name").text() == "刘思雨")
    assert edit(form, "papers.0.number").text() == LIU
    assert edit(form, "phones.0.number").text() == "13812345678"
    assert edit(form, "birth").text() == "1990-03-07"
    assert row(form, "sex").control.value() == "1"
    save(form, qtbot)
    with reading() as uow:
        found = find_by_number(uow, LIU)
    assert [(one.name, one.sex, one.birth, one.address) for one in found] == [
        ("刘思雨", "1", "1990-03-07", "和平里3幢2单元202室")]


def test_a_reader_that_ends_each_field_with_enter_is_waited_for(form, qtbot, typing):
    for part in ("刘思雨", "男", "1990年03月07日", "和平里3幢2单元202室", LIU):
        typing(form.reader.edit, part)
        qtbot.keyClick(form.reader.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit(form, "papers.0.number").text() == LIU)
    assert edit(form, "name").text() == "刘思雨"


def test_a_number_on_file_opens_no_second_record(form, house, people, said, button):
    form.reader.take(_zhang())
    assert "可能已登记：张桂兰" in said(form)
    assert edit(form, "name").text() == ""
    button(form, "打开档案").click()
    assert house.navigator.opened == [("people.person", {"record_id": people["张桂兰"]})]


def _zhang():
    return ZHANG_BODY + check_character(ZHANG_BODY)


def test_findings_stand_beside_the_field_while_typing(form, qtbot, typing):
    typing(edit(form, "name"), "刘思雨")
    typing(edit(form, "papers.0.number"), LIU[:-1] + "1")
    qtbot.waitUntil(lambda: "末位应为 6" in row(form, "papers.0.number")._words.text())
    assert edit(form, "birth").text() == ""  # a number that does not hold fills nothing in
    edit(form, "papers.0.number").clear()
    typing(edit(form, "papers.0.number"), LIU)
    qtbot.waitUntil(lambda: edit(form, "birth").text() == "1990-03-07")
    assert "江苏省" in row(form, "papers.0.number")._words.text()
    assert "liu si yu" in row(form, "pinyin")._words.text()


def test_what_was_typed_is_not_written_over(form, qtbot, typing):
    typing(edit(form, "birth"), "1991-01-01")
    typing(edit(form, "papers.0.number"), LIU)
    qtbot.waitUntil(lambda: "1991" in row(form, "papers.0.number")._words.text())
    assert edit(form, "birth").text() == "1991-01-01"


def test_what_is_odd_is_saved_with_a_reason(form, house, qtbot, typing, reading):
    typing(edit(form, "name"), "刘思雨")
    typing(edit(form, "papers.0.number"), LIU[:-1] + "1")
    settle(form, qtbot)
    save(form, qtbot)
    assert form.reason is not None
    typing(form.reason.edit, "核对过原件")
    qtbot.keyClick(form.reason.edit, Qt.Key.Key_Return)
    assert house.navigator.opened[0][0] == "people.person"
    with reading() as uow:
        paper = get_person(uow, house.navigator.opened[0][1]["record_id"]).papers[0]
    assert paper.findings == ("check_digit",)
    assert paper.reason == "核对过原件"


def test_a_wrong_date_is_marked_in_its_own_row(form, qtbot, typing):
    typing(edit(form, "name"), "刘思雨")
    typing(edit(form, "birth"), "2030")
    save(form, qtbot)
    assert row(form, "birth").sentence
    assert edit(form, "birth").hasFocus()


def test_a_rare_character_is_typed_by_its_code(form, qtbot, typing):
    edit(form, "name").setFocus()
    typing(edit(form, "name"), "U+4DAE")
    edit(form, "birth").setFocus()
    assert edit(form, "name").text() == "\u4dae"


def test_a_household_is_picked_or_opened_by_its_address(form, house, qtbot, typing, reading, people):
    typing(edit(form, "name"), "刘思雨")
    picker = row(form, "home").control
    picker.edit.setFocus()
    typing(picker.edit, "阳光家园5幢101室")
    qtbot.waitUntil(lambda: picker.finds.rowCount() == 1 and picker.completer.popup().isVisible())
    qtbot.keyClick(picker.completer.popup(), Qt.Key.Key_Return)
    assert picker.picked is not None
    save(form, qtbot)
    with reading() as uow:
        card = get_person(uow, house.navigator.opened[0][1]["record_id"])
        assert get_household(uow, card.household_id).address == "阳光家园5幢101室"


def test_changing_leaves_masked_numbers_alone(house, people, show, qtbot, typing, reading, writing):
    form = show(PersonForm(house, record_id=people["张桂兰"]))
    assert edit(form, "papers.0.number").text().startswith("3299****")
    edit(form, "name").clear()
    typing(edit(form, "name"), "张桂蘭")
    save(form, qtbot)
    with writing() as uow:
        assert reveal(uow, people["张桂兰"], "测试")["papers"] != {}
        card = get_person(uow, people["张桂兰"])
    assert card.name == "张桂蘭"
    assert [old.value for old in card.history if old.field == "name"] == ["张桂兰"]
    assert len(card.papers) == len(card.phones) == 1


def test_a_number_typed_anew_replaces_the_one_on_file(house, people, show, qtbot, typing, writing):
    form = show(PersonForm(house, record_id=people["张桂兰"]))
    edit(form, "phones.0.number").clear()
    typing(edit(form, "phones.0.number"), "13800009999")
    settle(form, qtbot)
    save(form, qtbot)
    with writing() as uow:
        assert list(reveal(uow, people["张桂兰"], "测试")["phones"].values()) == ["13800009999"]


def test_what_belongs_to_a_number_needs_the_number(house, people, show, qtbot, typing):
    form = show(PersonForm(house, record_id=people["张桂兰"]))
    typing(edit(form, "phones.0.label"), "女儿")
    save(form, qtbot)
    assert "完整号码" in row(form, "phones.0.number").sentence


def test_another_seat_saved_first(house, people, show, qtbot, typing, writing, said):
    form = show(PersonForm(house, record_id=people["王建国"]))
    with writing() as uow:
        change_person(uow, people["王建国"], PersonDraft("王建国", sex="1", birth="1962-03-05"), 1)
    typing(edit(form, "pinyin"), "wang jian guo")
    save(form, qtbot)
    assert "1962年3月5日" in said(form)
    assert "household_id" not in said(form)


def test_moving_out_and_into_a_household(house, people, show, qtbot, typing, reading):
    form = show(FormPage(house, MOVE_OUT_FORM, record_id=people["王建国"]))
    save(form, qtbot)
    with reading() as uow:
        card = get_person(uow, people["王建国"])
    assert (card.state, card.moved_out) == ("moved_out", "2026-11-05")
    form = show(FormPage(house, MOVE_IN_FORM, record_id=people["李小明"]))
    row(form, "home").control.set_value(people["other"])
    save(form, qtbot)
    with reading() as uow:
        assert get_person(uow, people["李小明"]).household_id == people["other"]


def test_a_visit_is_noted_from_anywhere(house, people, show, qtbot, typing, reading):
    form = show(FormPage(house, VISIT_FORM, person_id=people["李小明"]))
    typing(edit(form, "text"), "来电咨询医保")
    save(form, qtbot)
    with reading() as uow:
        assert [one.text for one in list_visits(uow, person_id=people["李小明"])] == ["来电咨询医保"]

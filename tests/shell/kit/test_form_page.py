"""A form by keys and clicks: marks beside fields, drafts that survive, reasons, conflicts, one request key an opening."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desk.core.errors import Conflict, EnvironmentFault, NeedsReason, UserError
from desk.host.pages import Field, FormSpec, Repeat, Section
from desk.shell.kit.form_page import ENTER_MOVES_ON, FormPage


class Store:
    """What a form loads from and saves to."""

    def __init__(self):
        self.stored, self.saved, self.refusals = {}, [], []

    def load(self, _uow, record_id):
        return dict(self.stored) if record_id else {"kind": "a"}

    def save(self, _uow, draft):
        if self.refusals:
            raise self.refusals.pop(0)
        self.saved.append(draft)
        return 42


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def spec(store):
    first = Section("One", (
        Field("name", "Name", required=True), Field("kind", "Kind", "choice", choices=lambda uow: (("a", "A"), ("b", "B"))),
        Field("other", "Other", required=True, visible_when={"kind": ("b",)}), Field("on", "Date", "date"),
        Field("amount", "Amount", "money"),
        Field("sum", "Sum", "computed", computed=lambda draft: f"={draft.get('amount')}")))
    second = Section("Two", (Repeat("parties", "Party", (Field("who", "Who", required=True),), "Add a party", 1, 3),))
    return FormSpec("demo.form", "登记", (first, second), store.save, load=store.load,
                    validate=lambda values: {"name": "太短"} if values.get("name") == "x" else {}, after="demo.record")


@pytest.fixture
def open_form(ctx, spec, qtbot):
    def open_it(record_id=None, **given):
        page = FormPage(ctx, spec, record_id=record_id, **given)
        qtbot.addWidget(page)
        page.resize(1100, 650)
        with qtbot.waitActive(page):
            page.show()
        return page
    return open_it


def edit(page, name):
    return page.body.group.row(name).control.focusProxy()


def fill(page, typing):
    edit(page, "name").clear()
    typing(edit(page, "name"), "张桂兰")
    page.body.repeats[0].items[0].group.rows[0].control.edit.setText("李䶮")


def button(page, words):
    return next(found for found in page.findChildren(QPushButton) if words in found.text() and not found.isHidden())


def test_ctrl_s_saves_what_was_typed_and_opens_the_record(open_form, store, ctx, qtbot, typing):
    page = open_form(area_id=3)
    assert edit(page, "name").hasFocus()
    fill(page, typing)
    typing(edit(page, "on"), "11-5")
    typing(edit(page, "amount"), "20")
    assert page.body.group.row("sum").control.words.text() == "=2000"
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert store.saved == [{"area_id": 3, "kind": "a", "name": "张桂兰", "other": None, "on": date(2026, 11, 5),
                            "amount": 2000, "parties": [{"who": "李䶮"}]}]
    assert ctx.navigator.opened == [("demo.record", {"record_id": 42})]
    assert ctx.navigator.backs == 1
    assert ctx.drafts.load("demo.form", None) is None


def test_changing_a_record_goes_back_to_it_and_keeps_what_no_field_shows(open_form, store, ctx, qtbot):
    store.stored = {"id": 7, "version": 3, "name": "甲", "kind": "a", "parties": [{"id": 5, "who": "乙"}]}
    page = open_form(7)
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.saved[0]["version"] == 3
    assert store.saved[0]["parties"] == [{"id": 5, "who": "乙"}]
    assert ctx.navigator.opened == []
    assert ctx.navigator.backs == 1


def test_a_form_that_makes_another_record_leads_on_to_it(ctx, spec, store, qtbot):
    store.stored = {"id": 7, "name": "甲", "kind": "a", "parties": [{"who": "乙"}]}
    page = FormPage(ctx, replace(spec, makes=True), record_id=7)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert (ctx.navigator.backs, ctx.navigator.opened) == (1, [("demo.record", {"record_id": 42})])


def test_what_is_missing_is_said_beside_the_field_and_gets_the_focus(open_form, store, qtbot):
    page = open_form()
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    row = page.body.group.row("name")
    assert row.title in row.sentence
    assert row.control.edit.accessibleDescription() == row.sentence
    assert edit(page, "name").hasFocus()
    assert page.body.repeats[0].rows[0].sentence
    assert store.saved == []
    qtbot.mouseClick(button(page, page.body.repeats[0].rows[0].title), Qt.MouseButton.LeftButton)
    assert page.body.repeats[0].rows[0].control.edit.hasFocus()


def test_leaving_a_field_looks_at_it_gently(open_form, qtbot, typing):
    page = open_form()
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_Tab)
    assert page.body.group.row("name").sentence == ""
    typing(edit(page, "on"), "30.2")
    edit(page, "on").setFocus()
    edit(page, "name").setFocus()
    assert page.body.group.row("on").sentence
    typing(edit(page, "name"), "x")
    edit(page, "on").setFocus()
    assert page.body.group.row("name").sentence == "太短"


def test_a_field_asked_for_only_sometimes_is_required_only_then(open_form, store, qtbot, typing):
    page = open_form()
    fill(page, typing)
    assert not page.body.group.row("other").isVisible()
    edit(page, "kind").setCurrentIndex(2)
    assert page.body.group.row("other").isVisible()
    page.save()
    assert store.saved == []
    assert page.body.group.row("other").sentence


def test_items_are_added_and_taken_away_within_bounds(open_form, qtbot):
    page = open_form()
    box = page.body.repeats[0]
    assert not box.items[0].remove.isEnabled()
    for _time in range(2):
        qtbot.mouseClick(box.add_button, Qt.MouseButton.LeftButton)
    assert not box.add_button.isEnabled()
    box.items[2].group.rows[0].control.edit.setText("丙")
    qtbot.mouseClick(box.items[1].remove, Qt.MouseButton.LeftButton)
    assert [row.path for row in box.rows] == ["parties.0.who", "parties.1.who"]
    assert box.read()[0][1] == {"who": "丙"}


def test_a_refusal_of_the_service_stands_beside_its_field(open_form, store, qtbot, typing):
    page = open_form()
    fill(page, typing)
    store.refusals = [UserError("此人已登记。", field="name", source="条例 第1条", todo="请打开原登记。"),
                      UserError("", fields={"parties.0.who": "不认识"}), UserError("今天不办理。")]
    page.save()
    assert page.body.group.row("name").sentence == "此人已登记。(条例 第1条) 请打开原登记。"
    page.save()
    assert page.body.repeats[0].rows[0].sentence == "不认识"
    page.save()
    assert "今天不办理。" in [label.text() for label in page.notices.itemAt(0).widget().findChildren(object)
                        if hasattr(label, "wordWrap")]
    page.save()
    assert len(store.saved) == 1


def test_a_draft_is_kept_and_put_back_with_a_notice(open_form, ctx, qtbot, typing):
    page = open_form()
    typing(edit(page, "name"), "半个名字")
    typing(edit(page, "on"), "2026-1")
    page.keep()
    again = open_form()
    assert edit(again, "name").text() == "半个名字"
    assert edit(again, "on").text() == "2026-1"
    qtbot.mouseClick(button(again, "放弃"), Qt.MouseButton.LeftButton)
    assert edit(again, "name").text() == ""
    assert ctx.drafts.load("demo.form", None) is None


def test_typing_is_kept_within_two_seconds(open_form, ctx, qtbot, typing):
    page = open_form()
    typing(edit(page, "name"), "甲")
    qtbot.waitUntil(lambda: ctx.drafts.load("demo.form", None) is not None)
    assert page.state_label.text()


def test_leaving_unsaved_asks_what_shall_become_of_it(open_form, ctx, qtbot, typing):
    page = open_form()
    typing(edit(page, "name"), "甲")
    ctx.asker.answers = [None, "discard"]
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert ctx.navigator.backs == 0
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert ctx.navigator.backs == 1
    assert ctx.drafts.load("demo.form", None) is None


def test_a_reason_is_asked_for_and_goes_along(open_form, store, ctx, qtbot, typing):
    page = open_form()
    fill(page, typing)
    store.refusals = [NeedsReason("可以保存,但要写明原因。", findings=("末位应为 X",))]
    page.save()
    assert page.reason.edit.hasFocus()
    typing(page.reason.edit, "证件如此")
    qtbot.keyClick(page.reason.edit, Qt.Key.Key_Return)
    assert store.saved[0]["reason"] == "证件如此"


def test_one_key_an_opening_and_a_new_one_after_saving(open_form, store, backend, typing):
    page = open_form()
    fill(page, typing)
    store.refusals = [EnvironmentFault("磁盘已满。", advice="请清理磁盘。")]
    page.save()
    assert edit(page, "name").text() == "张桂兰"
    page.save()
    page.save()
    first, second, third = backend.keys
    assert first == second != third


def test_anothers_save_is_compared_field_by_field(open_form, store, qtbot):
    store.stored = {"id": 7, "version": 3, "name": "甲", "kind": "a", "amount": 100, "parties": [{"who": "乙"}]}
    page = open_form(7)
    edit(page, "name").setText("我的")
    edit(page, "amount").setText("9.00")
    store.stored = store.stored | {"version": 4, "name": "别人的", "amount": 500}
    store.refusals = [Conflict("刘芳先保存了。", mine={"name": "我的", "amount": "9"},
                               theirs={"name": "别人的", "amount": "5"})]
    page.save()
    panel = page.stack.currentWidget()
    panel._mine["amount"].group().button(2).click()
    qtbot.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert page.stack.currentWidget() is page.form
    assert edit(page, "name").text() == "我的"
    page.save()
    assert (store.saved[0]["version"], store.saved[0]["name"], store.saved[0]["amount"]) == (4, "我的", 500)


def test_enter_moves_on_where_it_is_switched_on(open_form, ctx, store, qtbot):
    page = open_form()
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_Return)
    assert edit(page, "name").hasFocus()
    ctx.settings[ENTER_MOVES_ON] = True
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_Return)
    assert edit(page, "kind").hasFocus()
    assert store.saved == []


def test_letters_lead_to_fields(open_form, qtbot):
    page = open_form()
    qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert edit(page, "on").hasFocus()


class StillReading(FormPage):
    """A form whose data have not come yet; `answer` brings them."""

    def _load(self, slot):
        self.answer = lambda: slot(({"kind": "a"}, {"kind": (("a", "A"), ("b", "B"))}))


def test_what_is_typed_before_the_form_has_been_read_lands_in_its_fields(ctx, spec, qtbot):
    page = StillReading(ctx, spec)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.first_focus().setFocus()
    qtbot.keyClicks(page, "Wang")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    qtbot.keyClick(page, Qt.Key.Key_Down)  # writes nothing: is not kept
    assert edit(page, "name").text() == ""
    page.answer()
    assert edit(page, "name").text() == "Wang"
    assert not edit(page, "name").hasFocus()
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_X)
    assert edit(page, "name").text() == "Wangx"


@pytest.fixture
def open_slow(real, spec, store, qtbot):
    """The form filled and its save begun by Ctrl+S, held back until `gate` is opened."""
    gate = threading.Event()

    def slow(_uow, draft):
        assert gate.wait(10)
        return store.save(None, draft)

    page = FormPage(real, replace(spec, save=slow))
    qtbot.addWidget(page)
    page.resize(1100, 900)
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(lambda: edit(page, "name").hasFocus())
    qtbot.keyClicks(edit(page, "name"), "Wang")
    page.body.repeats[0].items[0].group.rows[0].control.edit.setText("李䶮")
    edit(page, "name").setFocus()
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    yield page, gate
    gate.set()
    qtbot.waitUntil(lambda: not page._busy)


def press(qtbot, keys):
    """As at a keyboard: to whatever has the focus."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_what_is_typed_during_a_save_that_is_refused_lands_where_the_cursor_was(open_slow, store, qtbot):
    page, gate = open_slow
    store.refusals.append(UserError("这个名字已有", field="name"))
    press(qtbot, "xy")
    assert edit(page, "name").text() == "Wang"  # what is being saved is what one sees
    gate.set()
    qtbot.waitUntil(lambda: "这个名字已有" in page.body.group.row("name").sentence)
    assert edit(page, "name").text() == "Wangxy"
    assert edit(page, "name").hasFocus()
    press(qtbot, "z")
    assert edit(page, "name").text() == "Wangxyz"


def test_what_is_typed_during_a_save_that_succeeds_is_told_and_lands_nowhere(open_slow, store, real, qtbot):
    page, gate = open_slow
    press(qtbot, "xy")
    page.leave()  # is waited for
    assert real.navigator.backs == 0
    gate.set()
    qtbot.waitUntil(lambda: real.navigator.backs == 1)
    assert store.saved[0]["name"] == "Wang"
    assert [tone for _words, tone in real.navigator.said] == ["waiting"]


def test_a_save_nobody_typed_into_says_saved(open_slow, real, qtbot):
    _page, gate = open_slow
    gate.set()
    qtbot.waitUntil(lambda: real.navigator.backs == 1)
    assert [tone for _words, tone in real.navigator.said] == ["done"]


def test_clicks_change_nothing_while_it_is_being_saved(open_slow, qtbot):
    page, gate = open_slow
    before, more = page.body.raw(), button(page, "Add a party")
    there = more.mapTo(page.window(), more.rect().center())
    QTest.mouseClick(page.window().windowHandle(), Qt.MouseButton.LeftButton, pos=there)  # by the window, as a mouse does
    assert page.body.raw() == before
    gate.set()
    qtbot.waitUntil(lambda: not page._busy)
    QTest.mouseClick(page.window().windowHandle(), Qt.MouseButton.LeftButton, pos=there)
    assert page.body.raw() != before

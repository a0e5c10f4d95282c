"""A record page by keys and clicks: the main act, steps that say what they lack, links to what is missing, revealing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desk.core.changes import Changes
from desk.core.errors import NotFound
from desk.host.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.shell.kit import record_page
from desk.shell.kit.record_page import RecordPage
from desk.shell.kit.record_parts import FactCard

CARD = RecordCard(
    7, "人调字〔2026〕7号", "张桂兰与李䶮", StateCell("调解中"), lamp=LampCell(date(2026, 11, 20), 15), holder="王秀英",
    confidential=True,
    steps=(StepLamp("申请", "done"), StepLamp("调解", "now", ("还没有约定时间。",)), StepLamp("归档", "next")),
    sections=(FactSection("当事人", (Fact("电话", "138****5678", reveal="phone"), Fact("住址", "翠湖花园***")),
                          edit="demo.form", args={"record_id": 7}),),
    missing=(Missing("还没有约定时间。", "demo.form", {"record_id": 7}, field="start"), Missing("等对方答复。")),
    acts=(NextAct("改派", run="demo:assign"), NextAct("开始调解", "demo.session", {"case_id": 7}, main=True, shortcut="F9"),
          NextAct("终止", enabled=False, why_not="先取消约定。")),
    papers=(PaperLink("demo.record"), PaperLink("demo.gone")),
    timeline=(TimelineItem(datetime(2026, 11, 5, 1, 30, tzinfo=UTC), "受理", "王秀英"),
              TimelineItem(date(2026, 11, 4), "申请")))


@pytest.fixture
def shelf_of_cards():
    return {7: CARD}


@pytest.fixture
def page(ctx, shelf_of_cards, qtbot):
    def load(_uow, record_id):
        if record_id not in shelf_of_cards:
            raise NotFound("没有这件登记。")
        return shelf_of_cards[record_id]

    papers = {"demo.record": SimpleNamespace(plugin_id="desk", item=SimpleNamespace(title="调解笔录", permission=""))}
    ctx.papers.find = papers.get
    spec = RecordSpec("demo", "纠纷", "demo.case", load, reveal=lambda uow, record_id, name: f"{record_id}:{name}")
    page = RecordPage(ctx, spec, record_id=7)
    qtbot.addWidget(page)
    page.resize(1170, 690)
    with qtbot.waitActive(page):
        page.show()
    return page


def button(page, words, kind=QPushButton):
    return next(found for found in page.findChildren(kind)
                if words in (found.text() or found.accessibleName()) and not found.isHidden())


def words_on(page):
    return [label.text() for label in page.findChildren(QLabel)]


def test_it_says_what_it_is_and_where_it_stands(page):
    words = words_on(page)
    assert "张桂兰与李䶮" in words
    assert "期限 2026-11-20" in words
    assert "承办人 王秀英" in words
    assert "2026-11-05 09:30" in words
    assert any(label.accessibleName() == "保密" for label in page.findChildren(QLabel))


def test_the_main_act_has_the_focus_and_enter_space_and_its_keys_do_it(page, ctx, qtbot):
    assert page.side.main.hasFocus()
    qtbot.keyClick(page.side.main, Qt.Key.Key_Space)
    qtbot.keyClick(page.side.main, Qt.Key.Key_F9)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ctx.navigator.opened == [("demo.session", {"case_id": 7})] * 3
    assert not button(page, "终止").isEnabled()
    assert "先取消约定。" in words_on(page)


def test_nothing_important_lies_below_the_fold(page):
    for words in ("开始调解", "还没有约定时间。", "调解笔录"):
        found = button(page, words)
        assert found.mapTo(page, found.rect().bottomLeft()).y() < 690


def test_a_step_says_what_it_lacks(page, qtbot):
    assert not page.steps._band.isVisible()
    qtbot.mouseClick(page.steps.lamps[1], Qt.MouseButton.LeftButton)
    assert page.steps._band.isVisible()
    assert "还没有约定时间。" in page.steps.words.text()
    qtbot.mouseClick(page.steps.lamps[1], Qt.MouseButton.LeftButton)
    assert not page.steps._band.isVisible()


def test_it_is_read_again_when_a_record_it_is_told_from_is_written(page, ctx, shelf_of_cards, qtbot):
    shelf_of_cards[7] = replace(CARD, title="电话打过了", beside=(("notice", 3),))
    ctx.changes.emit(Changes({"notice": {3}}), None)  # not told from it yet
    assert page.card.title == CARD.title
    ctx.changes.emit(Changes({"demo.case": {7}}), None)
    qtbot.waitUntil(lambda: page.card.title == "电话打过了")
    shelf_of_cards[7] = replace(CARD, title="照片拍好了", beside=(("notice", 3),))
    ctx.changes.emit(Changes({"notice": {4}}), None)
    assert page.card.title == "电话打过了"
    ctx.changes.emit(Changes({"notice": {3}}), None)
    qtbot.waitUntil(lambda: page.card.title == "照片拍好了")


def test_what_is_missing_leads_to_its_field_and_papers_to_their_preview(page, ctx, qtbot):
    qtbot.mouseClick(button(page, "还没有约定时间。"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "调解笔录"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "当事人", QToolButton), Qt.MouseButton.LeftButton)
    paper = {"paper_id": "demo.record", "record_id": 7, "mode": "final"}
    assert ctx.navigator.opened == [("demo.form", {"record_id": 7, "focus_field": "start"}), ("desk.preview", paper),
                                    ("demo.form", {"record_id": 7})]


def test_an_act_may_run_a_function(page, ctx, qtbot, monkeypatch):
    ran = []
    monkeypatch.setattr(record_page, "resolve", lambda name: lambda ctx, record_id: ran.append((name, record_id)))
    qtbot.mouseClick(button(page, "改派"), Qt.MouseButton.LeftButton)
    assert ran == [("demo:assign", 7)]


def test_a_masked_number_is_revealed_by_a_verb_and_hidden_when_the_desk_locks(page, backend, qtbot):
    assert "138****5678" in words_on(page)
    qtbot.mouseClick(button(page, "电话", QToolButton), Qt.MouseButton.LeftButton)
    assert "7:phone" in words_on(page)
    assert len(backend.keys) == 1
    page.conceal()
    assert "7:phone" not in words_on(page)


def test_it_shows_what_was_written_meanwhile(page, ctx, shelf_of_cards, qtbot):
    shelf_of_cards[7] = replace(CARD, title="新的名称", acts=())
    ctx.changes.emit(Changes({"demo.case": {8}}), None)
    assert "新的名称" not in words_on(page)
    ctx.changes.emit(Changes({"demo.case": {7}}), None)
    assert "新的名称" in words_on(page)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert ctx.navigator.opened == []


def test_what_is_drawn_anew_does_not_take_the_cursor_out_of_another_field(page, qtbot):
    holder, box = QWidget(), QLineEdit()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(box)
    layout.addWidget(page)
    with qtbot.waitActive(holder):
        holder.show()
    box.setFocus()
    page.refresh()
    assert box.hasFocus()
    page.first_focus().setFocus()
    page.refresh()
    assert page.side.main.hasFocus()
    page.setParent(None)  # goes by itself, not with the holder


def test_a_record_that_cannot_be_read_says_why(page, shelf_of_cards, qtbot):
    del shelf_of_cards[7]
    page.refresh()
    assert any("没有这件登记。" in words for words in words_on(page))
    shelf_of_cards[7] = CARD
    qtbot.mouseClick(button(page, "重试"), Qt.MouseButton.LeftButton)
    assert page.side is not None


def test_a_narrow_card_puts_every_value_in_a_row_of_its_own(qtbot):
    section = FactSection("证件", (Fact("居民身份证", "3299**********4982", reveal="paper"), Fact("有效期至", "长期或不详"),
                                 Fact("签发机关", "和平公安分局")))
    card = FactCard(section, str, may_reveal=True)
    qtbot.addWidget(card)
    card.resize(800, 200)
    card.show()
    tops = {label.text(): label.geometry().center().y() for label in card.findChildren(QLabel)}
    assert abs(tops["有效期至"] - tops["居民身份证"]) < 12
    card.resize(400, 300)
    qtbot.waitUntil(lambda: card.width() == 400)
    card.layout().activate()
    places = {label.text(): label.geometry() for label in card.findChildren(QLabel)}
    assert places["有效期至"].top() > places["居民身份证"].bottom()
    assert places["长期或不详"].right() < 400
    assert places["签发机关"].top() > places["有效期至"].bottom()

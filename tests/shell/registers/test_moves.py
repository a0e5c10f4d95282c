"""Moves in and out by keys: a move in recorded, the list, a move taken back with a reason."""

import pytest
from PySide6.QtCore import Qt

from desk.core.people.drafts import HouseholdDraft, PersonDraft
from desk.core.people.households import register_household
from desk.core.people.queries import get_person
from desk.core.people.service import record_move_out, register_person
from desk.shell.people.moves import ARRIVAL_FORM, MOVES
from desk.shell.people.small_forms import MOVE_OUT_FORM
from tests.shell.registers.conftest import button, edit, shown

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(factory, actor, staff):
    with factory.writing(actor) as uow:
        home = register_household(uow, HouseholdDraft("翠湖花园3幢101"))
        return register_person(uow, PersonDraft(name="肖志", household_id=home))


def test_a_move_in_is_recorded_by_keys_and_listed_with_where_from(opened, ctx, qtbot, typing, factory, actor, person):
    with factory.writing(actor) as uow:
        record_move_out(uow, person, "2026-05-01", "", "江城市北区")
    page = opened(ctx, ARRIVAL_FORM, record_id=person)
    typing(edit(page, "place"), "江城市南区")
    qtbot.keyClick(edit(page, "place"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        card = get_person(uow, person)
        assert (card.state, card.moved_in, card.household) == ("present", "2026-11-05", "翠湖花园3幢101")
    page = opened(ctx, MOVES)
    assert [(row[1], row[2], row[3], row[4]) for row in shown(page)] == [
        ("迁入", "肖志", "翠湖花园3幢101", "江城市南区"), ("迁出", "肖志", "翠湖花园3幢101", "江城市北区")]
    assert page.sentence_label.text() == "本月迁入 1 人，迁出 0 人"
    page.chips.choose(2)
    assert [row[1] for row in shown(page)] == ["迁出"]
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("people.person", {"record_id": person})


def test_where_to_is_asked_of_who_moves_out_and_the_move_is_taken_back(opened, ctx, qtbot, typing, factory, actor, person):
    page = opened(ctx, MOVE_OUT_FORM, record_id=person)
    typing(edit(page, "place"), "外省")
    qtbot.keyClick(edit(page, "place"), Qt.Key.Key_S, CTRL)
    page = opened(ctx, MOVES)
    assert shown(page)[0][4] == "外省"
    page.table.selectRow(0)
    ctx.asker.answers = ["登记错人"]
    qtbot.mouseClick(button(page, "撤回迁移"), Qt.MouseButton.LeftButton)
    assert (shown(page)[0][1], shown(page)[0][5]) == ("已撤销", "登记错人")
    with factory.reading(actor) as uow:
        assert get_person(uow, person).state == "present"

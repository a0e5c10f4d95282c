"""The card by keys and clicks: notes in ten seconds, whole numbers only with a reason, relatives, panels, what comes next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.core.audit.queries import list_actions
from desk.core.people.queries import get_person
from desk.core.people.service import record_move_out
from desk.host.collect import Contribution
from desk.host.contributions import Registry
from desk.host.pages import TimelineItem
from desk.host.specs import PanelSpec
from desk.shell.people.household_page import HouseholdPage
from desk.shell.people.person_page import PersonPage

WHOLE = "32991219491231002"


class Panel(QLabel):
    """A plugin's panel."""

    def __init__(self, ctx, person_id):
        super().__init__(f"积分:{person_id}")


class Broken(QLabel):
    """A plugin's panel that cannot be made."""

    def __init__(self, ctx, person_id):
        raise ValueError("broken")


@pytest.fixture
def zhang(people):
    return people["张桂兰"]


@pytest.fixture
def page(house, zhang, show):
    return show(PersonPage(house, record_id=zhang))


def test_it_says_who_it_is_masked(page, said):
    text = said(page)
    for words in ("张桂兰", "女", "76 岁", "1949年12月31日", "zhang gui lan", "在册", "翠湖花园12幢1单元1502室", "户主"):
        assert words in text
    assert "3299**********" in text
    assert WHOLE not in text
    assert "13800001234" not in text


def test_a_note_is_one_line_and_enter(page, reading, zhang, typing, qtbot, said):
    assert page.note.edit.hasFocus()
    typing(page.note.edit, "血压高,约了周五上门")
    qtbot.keyClick(page.note.edit, Qt.Key.Key_Return)
    assert page.note.edit.text() == ""
    with reading() as uow:
        assert [visit.text for visit in get_person(uow, zhang).visits] == ["血压高,约了周五上门"]
    assert "血压高,约了周五上门" in said(page)
    assert page.note.edit.hasFocus()  # the next note can follow at once


def test_a_number_from_a_card_reader_is_no_note(page, reading, zhang, typing, qtbot, said):
    typing(page.note.edit, WHOLE + "0")
    qtbot.keyClick(page.note.edit, Qt.Key.Key_Return)
    assert "不是走访记录" in said(page)
    with reading() as uow:
        assert get_person(uow, zhang).visits == ()


def test_a_half_typed_note_survives(page, house, zhang, typing, show):
    typing(page.note.edit, "水管")
    page.keep()
    assert show(PersonPage(house, record_id=zhang)).note.edit.text() == "水管"


def test_whole_numbers_need_a_reason_and_leave_a_trace(page, house, reading, said, button):
    house.asker.answers.append("办理老年证")
    button(page, "显示完整号码").click()
    assert WHOLE in said(page)
    assert "13800001234" in said(page)
    with reading() as uow:
        assert "people.reveal" in list_actions(uow)
    page.conceal()  # the desk locks
    assert WHOLE not in said(page)


def test_leaving_the_card_hides_what_was_shown(page, house, said, button):
    house.asker.answers.append("办理老年证")
    button(page, "显示完整号码").click()
    page.hide()
    page.show()
    assert WHOLE not in said(page)


def test_without_a_reason_nothing_is_shown(page, house, said, button):
    house.asker.answers.append("  ")
    button(page, "显示完整号码").click()
    assert WHOLE not in said(page)
    assert house.navigator.said[-1][1] == "waiting"
    house.asker.answers.append(None)
    button(page, "显示完整号码").click()
    assert WHOLE not in said(page)


def test_who_may_not_reveal_has_no_button(make_house, zhang, actor, show, said):
    reader = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}))
    page = show(PersonPage(make_house(actor=reader), record_id=zhang))
    assert "显示完整号码" not in said(page)
    assert "变更资料" not in said(page)
    assert page.note.isHidden()


def test_relatives_and_the_household_are_one_click_away(page, house, people, button):
    button(page, "李小明").click()
    button(page, "翠湖花园12幢1单元1502室").click()
    assert house.navigator.opened == [("people.person", {"record_id": people["李小明"]}),
                                      ("people.household", {"record_id": people["home"]})]


def test_the_main_act_is_change_and_after_leaving_it_is_back(page, house, zhang, writing, button):
    button(page, "变更资料").click()
    assert house.navigator.opened == [("people.person_form", {"record_id": zhang})]
    with writing() as uow:
        record_move_out(uow, zhang, "2026-10-01", "随女儿去外地")
    page.refresh()
    assert button(page, "恢复在册").property("main") == "true"


def test_changes_say_what_stood_before(page, zhang, writing, said):
    with writing() as uow:
        record_move_out(uow, zhang, "2026-10-01", "随女儿去外地")
    page.refresh()
    page.tabs.setCurrentIndex(2)
    text = said(page)
    assert "在册" in text
    assert "随女儿去外地" in text
    assert "present" not in text


def test_plugins_add_panels_and_lines(make_house, desk, zhang, show, said):
    specs = [PanelSpec("points", "积分", f"{__name__}:Panel"), PanelSpec("bad", "坏的", f"{__name__}:Broken")]
    desk.contributions.panels = Registry(_given(specs), lambda item: item.id)
    desk.resolve = lambda _plugin, path: globals()[path.partition(":")[2]]
    desk.answers["desk_person_timeline"] = lambda person_id, uow: [TimelineItem(desk.clock.today(), "领取证书")]
    page = show(PersonPage(make_house(), record_id=zhang))
    assert "领取证书" in said(page)
    page.tabs.setCurrentIndex(3)
    assert f"积分:{zhang}" in said(page)
    page.tabs.setCurrentIndex(4)
    assert "报告" in said(page)


def _given(specs):
    return [Contribution("points", spec) for spec in specs]


def test_somebody_gone_says_so(house, show, said):
    page = show(PersonPage(house, record_id=999))
    assert "重试" in said(page)


def test_the_household_shows_its_people_and_takes_a_note(house, people, show, said, typing, qtbot, button, reading):
    page = show(HouseholdPage(house, record_id=people["home"]))
    text = said(page)
    assert "张桂兰" in text
    assert "李小明" in text
    typing(page.note.edit, "家里没人")
    qtbot.keyClick(page.note.edit, Qt.Key.Key_Return)
    assert "家里没人" in said(page)
    button(page, "在此户登记居民").click()
    assert house.navigator.opened == [("people.person_form", {"home": people["home"]})]

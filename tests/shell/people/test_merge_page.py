"""Merging by keys: side by side, what goes over, swapped, plugins follow, taken back from the card."""

import pytest
from PySide6.QtCore import Qt

from desk.core.errors import UserError
from desk.core.people.drafts import PersonDraft, PhoneDraft
from desk.core.people.queries import get_person
from desk.core.people.service import register_person
from desk.shell.people.merge_page import MergePage
from desk.shell.people.person_page import PersonPage


@pytest.fixture
def twin(writing, people):
    with writing() as uow:
        return register_person(uow, PersonDraft("张桂蘭", sex="2", moved_in="2001", phones=(PhoneDraft("13700007777"),)))


@pytest.fixture
def page(house, people, twin, show):
    return show(MergePage(house, record_id=people["张桂兰"], other_id=twin))


def test_both_stand_side_by_side(page, said):
    text = said(page)
    assert "张桂兰" in text
    assert "张桂蘭" in text
    assert "电话 1 个" in text
    assert "137****7777" in text
    assert page.reason.hasFocus()


def test_a_reason_and_enter(page, house, people, twin, reading, typing, qtbot, said, desk):
    followed = []
    desk.answers["desk_person_merged"] = lambda kept_id, gone_id, uow: followed.append((kept_id, gone_id))
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    assert "如何知道" in said(page) or "同一人" in said(page)  # no reason, no merge
    typing(page.reason, "核对过身份证")
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    assert followed == [(people["张桂兰"], twin)]
    assert house.navigator.opened == [("people.person", {"record_id": people["张桂兰"]})]
    with reading() as uow:
        kept, gone = get_person(uow, people["张桂兰"]), get_person(uow, twin)
    assert (gone.state, gone.merged_into_id) == ("merged", people["张桂兰"])
    assert kept.moved_in == "2001"
    assert len(kept.phones) == 2


def test_a_plugin_that_refuses_stops_the_merge(page, twin, reading, typing, qtbot, desk, said):
    def refuse(**_given):
        raise UserError("两人在同一纠纷中是对立双方。")

    desk.answers["desk_person_merged"] = refuse
    typing(page.reason, "核对过身份证")
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    assert "对立双方" in said(page)
    with reading() as uow:
        assert get_person(uow, twin).state == "present"


def test_swapped_the_other_one_stays(page, house, people, twin, typing, qtbot, button):
    button(page, "左右对调").click()
    typing(page.reason, "核对过身份证")
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    assert house.navigator.opened == [("people.person", {"record_id": twin})]


def test_the_other_one_is_chosen_by_name(house, people, twin, show, typing, qtbot, said):
    page = show(MergePage(house, record_id=people["张桂兰"]))
    assert page.picker.edit.hasFocus()
    assert not page.merge_button.isEnabled()
    typing(page.picker.edit, "wangjianguo")
    qtbot.waitUntil(lambda: page.picker.completer.popup().isVisible())
    qtbot.keyClick(page.picker.completer.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.merge_button.isEnabled())
    assert "王建国" in said(page)


def test_it_is_taken_back_from_the_card(page, house, people, twin, typing, qtbot, show, button, reading):
    typing(page.reason, "核对过身份证")
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    card = show(PersonPage(house, record_id=people["张桂兰"]))
    card.tabs.setCurrentIndex(2)
    house.asker.answers.append("是姐妹俩")
    button(card, "撤销合并").click()
    with reading() as uow:
        assert get_person(uow, twin).state == "present"
        assert len(get_person(uow, people["张桂兰"]).phones) == 1


def test_a_merged_record_points_to_the_one_that_stays(page, house, people, twin, typing, qtbot, show, button, said):
    typing(page.reason, "核对过身份证")
    qtbot.keyClick(page.reason, Qt.Key.Key_Return)
    card = show(PersonPage(house, record_id=twin))
    assert card.note.isHidden()
    assert "变更资料" not in said(card)
    house.navigator.opened.clear()
    button(card, "打开该档案").click()
    assert house.navigator.opened == [("people.person", {"record_id": people["张桂兰"]})]


def test_erasing_says_what_stands_in_the_way_and_asks_once(house, people, desk, show, reading, button):
    desk.answers["desk_person_delete_blockers"] = lambda person_id, uow: ["调解卷宗保管期未满。"]
    card = show(PersonPage(house, record_id=people["王建国"]))
    button(card, "删除个人信息").click()
    assert "王建国" in house.asker.asked[-1]
    desk.answers.clear()
    house.asker.answers += ["本人书面申请", False]
    button(card, "删除个人信息").click()
    with reading() as uow:
        assert get_person(uow, people["王建国"]).name == "王建国"
    house.asker.answers += ["本人书面申请", True]
    button(card, "删除个人信息").click()
    with reading() as uow:
        assert get_person(uow, people["王建国"]).state == "erased"

"""Accounts and roles by keys and clicks."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.core.staff.model import StaffUser
from desk.core.staff.passwords import matches
from desk.core.staff.queries import get_account, list_accounts, list_roles
from desk.host.states import PluginStatus, State
from desk.shell.staff.account_card import ACCOUNT
from desk.shell.staff.account_forms import ACCOUNT_FORM, PASSWORD_FORM
from desk.shell.staff.accounts import ACCOUNTS
from desk.shell.staff.roles import ROLES, role_form
from tests.shell.registers.conftest import button, control, edit, shown

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def colleague(factory, actor, staff):
    with factory.writing(actor) as uow:
        from desk.core.staff.passwords import Strength
        from desk.core.staff.service import AccountDraft, create_account

        return create_account(uow, AccountDraft("zhao", "赵敏", "a long enough word", roles=(staff.roles["clerk"],)),
                              Strength(memory_kib=8, passes=1))


def test_an_account_is_made_by_keys_with_roles_ticked(opened, ctx, qtbot, typing, factory, actor, staff):
    page = opened(ctx, ACCOUNT_FORM)
    assert edit(page, "login").hasFocus()
    qtbot.keyClicks(edit(page, "login"), "qianli")
    typing(edit(page, "name"), "钱立")
    qtbot.keyClicks(edit(page, "password"), "bridge lamp river")
    first = control(page, "roles").boxes[staff.roles["administrator"]]
    first.setFocus()
    for _step in range(2):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "login"), Qt.Key.Key_S, CTRL)
    assert ctx.navigator.opened[0][0] == "staff.account"
    with factory.reading(actor) as uow:
        row = next(row for row in list_accounts(uow) if row.login == "qianli")
        assert (row.name, row.roles, row.must_change, row.area_ids) == ("钱立", ("前台工作人员",), True, None)
        assert matches("bridge lamp river", uow.get(StaffUser, row.id).password_hash)


def test_an_account_needs_a_role_and_a_decent_password(opened, ctx, qtbot, typing, factory, actor, staff):
    page = opened(ctx, ACCOUNT_FORM)
    qtbot.keyClicks(edit(page, "login"), "qianli")
    typing(edit(page, "name"), "钱立")
    qtbot.keyClicks(edit(page, "password"), "short")
    qtbot.keyClick(edit(page, "login"), Qt.Key.Key_S, CTRL)
    assert page.body.group.row("roles").sentence == "请至少勾选一个角色。"
    qtbot.keyClick(control(page, "roles").boxes[staff.roles["reader"]], Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "login"), Qt.Key.Key_S, CTRL)
    assert "8" in page.body.group.row("password").sentence
    with factory.reading(actor) as uow:
        assert len(list_accounts(uow)) == 1


def test_a_typed_password_is_in_no_draft_and_in_no_request_key(opened, ctx, qtbot, factory, actor, staff, colleague, tmp_path):
    page = opened(ctx, PASSWORD_FORM, record_id=colleague)
    qtbot.keyClicks(edit(page, "password"), "bridge lamp river")
    qtbot.keyClicks(edit(page, "again"), "bridge lamp rivers")
    page.keep()
    assert "bridge" not in str(ctx.drafts.load(PASSWORD_FORM.id, colleague))
    qtbot.keyClick(edit(page, "again"), Qt.Key.Key_S, CTRL)
    assert page.body.group.row("again").sentence
    qtbot.keyClick(edit(page, "again"), Qt.Key.Key_Backspace)
    draft = PASSWORD_FORM.make_draft(page.body.read()[0])
    assert "bridge" not in repr(draft)
    qtbot.keyClick(edit(page, "again"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        user = uow.get(StaffUser, colleague)
        assert matches("bridge lamp river", user.password_hash)
        assert user.must_change


def test_areas_stand_for_what_lies_in_them(opened, ctx, qtbot, factory, actor, staff, colleague):
    from desk.core.places.drafts import AreaDraft
    from desk.core.places.service import add_area

    with factory.writing(actor) as uow:
        grid = add_area(uow, AreaDraft("第一网格", "grid"))
        house = add_area(uow, AreaDraft("1幢", "building", grid))
        add_area(uow, AreaDraft("第二网格", "grid"))
    page = opened(ctx, ACCOUNT_FORM, record_id=colleague)
    assert not page.body.group.row("password").is_shown
    qtbot.keyClick(control(page, "everywhere").box, Qt.Key.Key_Space)
    assert page.body.group.row("areas").is_shown
    qtbot.keyClick(control(page, "areas").boxes[grid], Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "login"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        assert get_account(uow, colleague).area_ids == (grid, house)


def test_the_list_says_who_is_locked_and_the_card_unlocks(opened, ctx, qtbot, factory, actor, clock, colleague):
    with factory.writing(actor) as uow:
        uow.get(StaffUser, colleague).locked_until = clock.now() + timedelta(minutes=15)
        uow.get(StaffUser, colleague).failures = 5
    page = opened(ctx, ACCOUNTS)
    assert {row[0]: row[6] for row in shown(page)} == {"wang": "启用", "zhao": "锁定至 09:45"}
    page.chips.choose(2)
    assert [row[0] for row in shown(page)] == ["zhao"]
    card = opened(ctx, ACCOUNT, record_id=colleague)
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    with factory.reading(actor) as uow:
        assert get_account(uow, colleague).locked_until is None
    assert "待改密码" in card.card.state.word
    assert ctx.navigator.said == [("账号已解锁", "done")]


def test_closing_asks_and_can_be_taken_back(opened, ctx, qtbot, factory, actor, colleague):
    card = opened(ctx, ACCOUNT, record_id=colleague)
    ctx.asker.answers = [False, True]
    qtbot.mouseClick(button(card, "停用账号"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(card, "停用账号"), Qt.MouseButton.LeftButton)
    with factory.reading(actor) as uow:
        assert not get_account(uow, colleague).active
    qtbot.mouseClick(button(card, "重新启用账号"), Qt.MouseButton.LeftButton)
    with factory.reading(actor) as uow:
        assert get_account(uow, colleague).active


def test_nobody_closes_herself_and_her_password_is_changed_elsewhere(opened, ctx, qtbot, staff):
    left = []
    object.__setattr__(ctx._seat, "leave", left.append)
    card = opened(ctx, ACCOUNT, record_id=staff.me)
    assert not button(card, "停用账号").isEnabled()
    qtbot.mouseClick(button(card, "修改我的密码"), Qt.MouseButton.LeftButton)
    assert left == ["password"]


def test_a_role_shows_rights_of_plugins_that_are_off_and_keeps_those_nobody_knows(opened, ctx, qtbot, typing, factory, actor,
                                                                                  staff):
    from desk.core.staff.service import set_role

    ctx.desk.plugins = [PluginStatus("points", "积分商城", "", "0.1.0", State.DISABLED, "已停用", "", False, False, (),
                                     (("points.give", "发放积分"),), ())]
    with factory.writing(actor) as uow:
        role = set_role(uow, "积分管理员", ("desk.people.read", "gone.right"))
    page = opened(ctx, role_form, record_id=role)
    boxes = control(page, "rights").boxes
    assert boxes["points.give"].text() == "发放积分"
    assert "积分商城（已停用）" in boxes["points.give"].accessibleDescription()
    assert boxes["gone.right"].isChecked()
    boxes["points.give"].setFocus()
    qtbot.keyClick(boxes["points.give"], Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        rights = next(found.rights for found in list_roles(uow) if found.id == role)
    assert rights == {"desk.people.read", "gone.right", "points.give"}


def test_a_role_of_the_same_name_is_refused_beside_the_name(opened, ctx, qtbot, typing, staff):
    page = opened(ctx, role_form)
    typing(edit(page, "name"), "管理员")
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    assert page.body.group.row("name").sentence == "已有同名角色。"


def test_the_list_of_roles_counts_accounts_and_rights(opened, ctx, colleague, staff):
    page = opened(ctx, ROLES)
    rows = {row[0]: row[1:] for row in shown(page)}
    assert rows["前台工作人员"][:2] == ["内置", "1"]
    assert rows["调解员"][1] == "0"


def test_without_the_right_nothing_is_read(opened, house, staff):
    page = opened(house("desk.people.read"), ACCOUNTS)
    assert not any("wang" in cell for row in shown(page) for cell in row)


def test_a_role_is_copied_and_deleted_from_the_list_and_refused_while_somebody_has_it(opened, ctx, qtbot, factory, actor,
                                                                                      colleague, staff):
    page = opened(ctx, ROLES)
    page.table.setFocus()
    names = [row[0] for row in shown(page)]
    page.table.selectRow(names.index("前台工作人员"))
    ctx.asker.answers = ["窗口助理"]
    qtbot.mouseClick(button(page, "复制角色"), Qt.MouseButton.LeftButton)
    rows = {row[0]: row[1:] for row in shown(page)}
    assert rows["窗口助理"][0] == "本地添加" or rows["窗口助理"][0] != "内置"
    assert rows["窗口助理"][2] == rows["前台工作人员"][2]
    page.table.selectRow([row[0] for row in shown(page)].index("窗口助理"))
    ctx.asker.answers = [True]
    qtbot.mouseClick(button(page, "删除角色"), Qt.MouseButton.LeftButton)
    assert "窗口助理" not in [row[0] for row in shown(page)]


def test_an_account_nobody_uses_is_found_and_says_for_whom_it_was_opened(opened, ctx, qtbot, factory, actor, clock, colleague):
    from desk.core.organisations.drafts import OrganisationDraft
    from desk.core.organisations.service import register_organisation

    with factory.writing(actor) as uow:
        uow.get(StaffUser, colleague).organisation_id = register_organisation(uow, OrganisationDraft("和平党支部", "party"))
    page = opened(ctx, ACCOUNTS)
    page.chips.choose(4)
    assert "和平党支部" in next(row for row in shown(page) if row[0] == "zhao")
    with factory.writing(actor) as uow:
        uow.get(StaffUser, colleague).last_seen = clock.now() - timedelta(days=2)
    page.model.refresh() if hasattr(page.model, "refresh") else page.refresh()
    assert "zhao" not in [row[0] for row in shown(page)]

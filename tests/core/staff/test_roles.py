"""Roles copied and deleted, accounts opened for an organisation, and their papers, on both engines."""

import pytest

from desk.core.errors import NotAllowed, UserError
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.service import register_organisation
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.registers.account_papers import (
    build_accounts,
    build_handover,
    build_rights,
    load_accounts,
    load_handover,
    load_rights,
)
from desk.core.staff.known_rights import KnownRight, use_rights
from desk.core.staff.passwords import Strength
from desk.core.staff.queries import list_roles
from desk.core.staff.service import (
    AccountDraft,
    change_account,
    close_account,
    copy_role,
    create_account,
    delete_role,
    make_built_in_roles,
    set_role,
)

WEAK = Strength(memory_kib=8, passes=1)


@pytest.fixture
def staff(writing):
    with writing() as uow:
        roles = make_built_in_roles(uow)
        create_account(uow, AccountDraft("admin", "周慧", "correct horse", roles=(roles["administrator"],)), WEAK)
        branch = register_organisation(uow, OrganisationDraft("翠湖花园小区党支部", "party"))
        grid = add_area(uow, AreaDraft("第三网格", "grid"))
        user = create_account(uow, AccountDraft("cuihu", "何苗", "front desk 1", "13800001001", (roles["reader"],), (grid,),
                                                organisation_id=branch), WEAK)
    return {"roles": roles, "user": user, "branch": branch}


@pytest.fixture
def plugin_rights():
    use_rights([KnownRight("points.give", "发放积分", "积分商城")])
    yield
    use_rights([])


def test_a_copied_role_has_the_same_rights_and_a_name_of_its_own(staff, writing, reading):
    with writing() as uow:
        copy = copy_role(uow, staff["roles"]["reader"], "查询员")
    with reading() as uow:
        by_id = {role.id: role for role in list_roles(uow)}
    assert (by_id[copy].name, by_id[copy].code) == ("查询员", "")
    assert by_id[copy].rights == by_id[staff["roles"]["reader"]].rights
    with writing() as uow, pytest.raises(UserError) as refused:
        copy_role(uow, copy, "查询员")
    assert refused.value.field == "name"


def test_a_role_is_deleted_only_when_nobody_has_it_not_even_a_closed_account(staff, writing, reading):
    with writing() as uow:
        role = set_role(uow, "网格专干", ("desk.people.read",))
        change_account(uow, staff["user"], AccountDraft("cuihu", "何苗", roles=(role,)))
        close_account(uow, staff["user"])
    with writing() as uow, pytest.raises(UserError, match="何苗仍有这个角色"):
        delete_role(uow, role)
    with writing() as uow:
        change_account(uow, staff["user"], AccountDraft("cuihu", "何苗", roles=(staff["roles"]["reader"],)))
        delete_role(uow, role)
    with reading() as uow:
        assert role not in {found.id for found in list_roles(uow)}


def test_a_built_in_role_is_never_deleted(staff, writing):
    with writing() as uow, pytest.raises(UserError, match="内置角色"):
        delete_role(uow, staff["roles"]["mediator"])


def test_the_list_of_accounts_says_for_whom_each_was_opened(staff, reading, printed):
    with reading() as uow:
        text = printed(build_accounts(load_accounts(uow, 1)))
    assert "在用账号2个,停用0个" in text
    assert all(piece in text for piece in ("cuihu", "翠湖花园小区党支部", "第三网格", "从未登录", "本中心", "全社区"))


def test_the_sheet_of_permissions_names_rights_of_plugins_and_who_holds_them(staff, writing, reading, printed, plugin_rights):
    with writing() as uow:
        set_role(uow, "积分员", ("points.give", "gone.right"))
    with reading() as uow:
        paper = load_rights(uow, 1)
        text = printed(build_rights(paper))
    assert all(piece in text for piece in ("积分商城", "发放积分", "未安装的模块", "gone.right", "积分员"))
    assert paper.holders[staff["roles"]["administrator"]] == "周慧"
    assert text.count("√") == 1 + sum(len(role.rights) for role in paper.roles)  # the legend says it once


def test_what_is_handed_over_names_the_rights_and_never_the_password(staff, reading, printed):
    with reading() as uow:
        text = printed(build_handover(load_handover(uow, staff["user"])))
    assert all(piece in text for piece in ("cuihu", "何苗", "翠湖花园小区党支部", "查看居民", "接收人"))
    assert "front" not in text
    assert "使用人确认" in printed(build_handover(None))


def test_only_an_administrator_prints_them(staff, factory, actor):
    from dataclasses import replace

    clerk = replace(actor, all_rights=False, permissions=frozenset({"desk.people.read"}))
    for load, record in ((load_accounts, 1), (load_rights, 1), (load_handover, staff["user"])):
        with factory.reading(clerk) as uow, pytest.raises(NotAllowed):
            load(uow, record)

"""Accounts and signing in, on both engines."""

import pytest

from desk.core.errors import NotAllowed, UserError
from desk.core.staff.passwords import Strength
from desk.core.staff.queries import list_accounts, list_roles
from desk.core.staff.service import (
    AccountDraft,
    change_own_password,
    close_account,
    create_account,
    make_built_in_roles,
    set_password,
)
from desk.core.staff.signin import sign_in

WEAK = Strength(memory_kib=1024, passes=1)


@pytest.fixture
def staff(writing):
    with writing() as uow:
        roles = make_built_in_roles(uow)
        admin = create_account(uow, AccountDraft("admin", "周慧", "correct horse", roles=(roles["administrator"],)), WEAK)
        clerk = create_account(uow, AccountDraft("front", "何苗", "front desk 1", roles=(roles["clerk"],)), WEAK)
    return {"admin": admin, "clerk": clerk, "roles": roles}


def test_signing_in_answers_the_rights_of_the_roles(staff, factory):
    signed = sign_in(factory, " front ", "front desk 1")
    assert signed.actor.may("desk.people.write")
    assert not signed.actor.may("desk.staff.manage")
    assert signed.must_change


def test_five_wrong_passwords_lock_and_a_restart_does_not_help(staff, factory, clock):
    for _attempt in range(5):
        with pytest.raises(UserError):
            sign_in(factory, "front", "wrong password")
        clock.advance(seconds=21)
    with pytest.raises(UserError):
        sign_in(factory, "front", "front desk 1")
    clock.advance(minutes=15)
    assert sign_in(factory, "front", "front desk 1").actor.name == "何苗"


def test_a_hundred_guesses_in_an_hour_test_ten_passwords_at_most(staff, factory, clock, reading):
    for _attempt in range(100):
        with pytest.raises(UserError):
            sign_in(factory, "front", "wrong password")
        clock.advance(seconds=36)
    from sqlalchemy import func, select

    from desk.core.audit.model import AuditEntry

    with reading() as uow:
        tried = uow.session.scalar(select(func.count()).where(AuditEntry.action == "staff.sign_in_refused"))
    assert tried <= 10


def test_an_unknown_account_is_told_the_same_as_a_wrong_password(staff, factory):
    said = []
    for login in ("front", "nobody"):
        with pytest.raises(UserError) as told:
            sign_in(factory, login, "wrong password")
        said.append(str(told.value))
    assert said[0] == said[1]


def test_an_administrator_sets_a_lost_password_and_lifts_the_lock(staff, factory, writing, clock):
    for _attempt in range(3):
        with pytest.raises(UserError):
            sign_in(factory, "front", "wrong password")
    with writing() as uow:
        set_password(uow, staff["clerk"], "another one 9", strength=WEAK)
    signed = sign_in(factory, "front", "another one 9")
    assert signed.must_change
    with factory.writing(signed.actor) as uow:
        change_own_password(uow, "another one 9", "my own words 7", strength=WEAK)
    assert not sign_in(factory, "front", "my own words 7").must_change


def test_the_last_administrator_stays(staff, writing):
    with pytest.raises(UserError), writing() as uow:
        close_account(uow, staff["admin"])
    with writing() as uow:
        assert [row.active for row in list_accounts(uow)] == [True, True]


def test_a_clerk_cannot_manage_accounts(staff, factory):
    clerk = sign_in(factory, "front", "front desk 1").actor
    with pytest.raises(NotAllowed), factory.writing(clerk) as uow:
        close_account(uow, staff["admin"])


@pytest.mark.parametrize("password", ["short", "front", "aaaaaaaaaa", "x" * 200, "12345678", "87654321", "Qwertyuiop"])
def test_weak_passwords_are_refused_beside_the_field(staff, writing, password):
    with pytest.raises(UserError) as told, writing() as uow:
        create_account(uow, AccountDraft("other", "李青", password), WEAK)
    assert "password" in told.value.fields


def test_roles_carry_their_rights(staff, reading):
    with reading() as uow:
        rights = {role.code: role.rights for role in list_roles(uow)}
    assert "desk.backup.restore" in rights["administrator"]
    assert rights["reader"] == {"desk.people.read"}

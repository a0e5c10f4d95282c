"""Verbs for accounts, roles and rights."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.staff.model import Role, RoleRight, StaffUser, UserRole
from desk.core.staff.passwords import Strength, check_new, hash_password, matches
from desk.core.staff.permissions import BUILT_IN_ROLES
from desk.core.text import clean

MANAGE = "desk.staff.manage"


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """An account as typed. roles: role ids; area_ids: None for the whole community; organisation_id: for whom it is opened."""

    login: str
    name: str
    password: str = ""
    phone: str = ""
    roles: tuple[int, ...] = ()
    area_ids: tuple[int, ...] | None = None
    must_change: bool = True
    organisation_id: int | None = None


@verb("staff.create_account", permission=MANAGE)
def create_account(uow: UnitOfWork, draft: AccountDraft, strength: Strength = Strength()) -> int:
    """Make an account and answer its id; UserError beside login, name or password."""
    login = _checked_login(uow, draft)
    check_new(draft.password, login)
    user = uow.add(StaffUser(login=login, name=draft.name.strip(), phone=draft.phone.strip(), must_change=draft.must_change,
                             organisation_id=draft.organisation_id, password_hash=hash_password(draft.password, strength),
                             area_ids=list(draft.area_ids) if draft.area_ids is not None else None))
    _give_roles(uow, user.id, draft.roles)
    uow.trace("staff.create_account", "staff_user", user.id)
    return int(user.id)


@verb("staff.change_account", permission=MANAGE)
def change_account(uow: UnitOfWork, user_id: int, draft: AccountDraft) -> None:
    """Change name, phone, roles and areas; the password stays."""
    user = uow.get(StaffUser, user_id)
    user.login = _checked_login(uow, draft, but=user_id)
    user.name, user.phone = draft.name.strip(), draft.phone.strip()
    user.area_ids = list(draft.area_ids) if draft.area_ids is not None else None
    user.organisation_id = draft.organisation_id
    _give_roles(uow, user_id, draft.roles)
    _keep_an_administrator(uow)
    uow.trace("staff.change_account", "staff_user", user_id)


@verb("staff.set_password", permission=MANAGE)
def set_password(uow: UnitOfWork, user_id: int, password: str, must_change: bool = True,
                 strength: Strength = Strength()) -> None:
    """Set somebody's password and lift the lock; she must change it at the next sign-in."""
    user = uow.get(StaffUser, user_id)
    check_new(password, user.login)
    user.password_hash, user.must_change = hash_password(password, strength), must_change
    user.failures, user.locked_until = 0, None
    uow.trace("staff.set_password", "staff_user", user_id)


@verb("staff.change_own_password", open_because="everybody may change her own password, knowing the old one")
def change_own_password(uow: UnitOfWork, old: str, new: str, strength: Strength = Strength()) -> None:
    """Change the password of the person signed in."""
    user = uow.get(StaffUser, uow.actor.user_id or 0)
    if not matches(old, user.password_hash):
        raise UserError(_("The old password is wrong."), field="old")
    check_new(new, user.login)
    user.password_hash, user.must_change = hash_password(new, strength), False
    uow.trace("staff.change_own_password", "staff_user", user.id)


@verb("staff.close_account", permission=MANAGE)
def close_account(uow: UnitOfWork, user_id: int) -> None:
    """Close an account; its traces stay. The last administrator's cannot be closed."""
    uow.get(StaffUser, user_id).active = False
    _keep_an_administrator(uow)
    uow.trace("staff.close_account", "staff_user", user_id)


@verb("staff.reopen_account", permission=MANAGE)
def reopen_account(uow: UnitOfWork, user_id: int) -> None:
    """Closing was a mistake, or she came back; roles and password are as they were."""
    uow.get(StaffUser, user_id).active = True
    uow.trace("staff.reopen_account", "staff_user", user_id)


@verb("staff.unlock_account", permission=MANAGE)
def unlock_account(uow: UnitOfWork, user_id: int) -> None:
    """After too many wrong passwords she may try again now; the password stays."""
    user = uow.get(StaffUser, user_id)
    user.failures, user.locked_until = 0, None
    uow.trace("staff.unlock_account", "staff_user", user_id)


@verb("staff.set_role", permission=MANAGE)
def set_role(uow: UnitOfWork, name: str, rights: tuple[str, ...], role_id: int | None = None) -> int:
    """Make a role or change its name and rights; answers its id. UserError beside the name."""
    name = _free_role_name(uow, name, role_id)
    role = uow.get(Role, role_id) if role_id else uow.add(Role(name=name))
    role.name = name
    _set_rights(uow, role.id, rights)
    _keep_an_administrator(uow)
    uow.trace("staff.set_role", "role", role.id, rights=sorted(rights))
    return int(role.id)


@verb("staff.copy_role", permission=MANAGE)
def copy_role(uow: UnitOfWork, role_id: int, name: str) -> int:
    """Make a role with the same rights under another name; answers its id. UserError beside the name."""
    uow.get(Role, role_id)
    rights = uow.session.scalars(select(RoleRight.permission).where(RoleRight.role_id == role_id))
    return set_role(uow, name, tuple(rights))


@verb("staff.delete_role", permission=MANAGE)
def delete_role(uow: UnitOfWork, role_id: int) -> None:
    """Take a role away that the hall made. Raises UserError for a built-in one and while an account has it, closed ones too:
    an account that is opened again has the roles it had.
    """
    role = uow.get(Role, role_id)
    if role.code:
        raise UserError(_("{role} is built in: it can be changed, not deleted.").format(role=role.name),
                        todo=_("Take rights from it, or give nobody this role."))
    holders = uow.session.scalars(select(StaffUser.name).join(UserRole, UserRole.user_id == StaffUser.id).where(
        UserRole.role_id == role_id).order_by(StaffUser.login)).all()
    if holders:
        people = "、".join(holders)
        raise UserError(_("{role} cannot be deleted: {people} still have it.").format(role=role.name, people=people),
                        todo=_("Give these accounts another role first, the closed ones too."))
    rights = sorted(uow.session.scalars(select(RoleRight.permission).where(RoleRight.role_id == role_id)))
    uow.session.execute(delete(RoleRight).where(RoleRight.role_id == role_id))
    uow.trace("staff.delete_role", "role", role_id, name=role.name, rights=rights)
    uow.session.delete(role)


@verb("staff.grant_declared", permission="desk.plugins.manage")
def grant_declared(uow: UnitOfWork, by_role: dict[str, tuple[str, ...]]) -> None:
    """Give the built-in roles (by code) the rights that a plugin's manifest proposes for them, keeping what they have."""
    for role in uow.session.scalars(select(Role).where(Role.code.in_(by_role))):
        have = set(uow.session.scalars(select(RoleRight.permission).where(RoleRight.role_id == role.id)))
        uow.session.add_all(RoleRight(role_id=role.id, permission=right) for right in set(by_role[role.code]) - have)


def make_built_in_roles(uow: UnitOfWork) -> dict[str, int]:
    """The roles every community starts with: code → id (part of setting a community up)."""
    made = {}
    for built_in in BUILT_IN_ROLES:
        role = uow.add(Role(code=built_in.code, name=_(built_in.name)))
        _set_rights(uow, role.id, built_in.rights)
        made[built_in.code] = int(role.id)
    return made


def _set_rights(uow: UnitOfWork, role_id: int, rights: tuple[str, ...]) -> None:
    uow.session.execute(delete(RoleRight).where(RoleRight.role_id == role_id))
    uow.session.add_all(RoleRight(role_id=role_id, permission=right) for right in sorted(set(rights)))


def _free_role_name(uow: UnitOfWork, name: str, role_id: int | None) -> str:
    name = clean(name, limit=60, field="name")
    if not name:
        raise UserError(_("Give the role a name."), field="name")
    taken = uow.session.scalars(select(Role.id).where(Role.name == name)).first()
    if taken is not None and taken != role_id:
        raise UserError(_("There is a role with this name already."), field="name")
    return name


def _give_roles(uow: UnitOfWork, user_id: int, roles: tuple[int, ...]) -> None:
    uow.session.execute(delete(UserRole).where(UserRole.user_id == user_id))
    uow.session.add_all(UserRole(user_id=user_id, role_id=uow.get(Role, role_id).id) for role_id in roles)


def _checked_login(uow: UnitOfWork, draft: AccountDraft, but: int | None = None) -> str:
    login = draft.login.strip()
    if not login or len(login) > 40 or any(sign.isspace() for sign in login):
        raise UserError(_("Give an account name of up to 40 characters without blanks."), field="login")
    if not draft.name.strip():
        raise UserError(_("Give the person's name."), field="name")
    taken = uow.session.scalars(select(StaffUser.id).where(StaffUser.login == login).execution_options(
        all_communities=True)).one_or_none()
    if taken is not None and taken != but:
        raise UserError(_("This account name is taken."), field="login")
    return login


def _keep_an_administrator(uow: UnitOfWork) -> None:
    uow.session.flush()
    left = uow.session.scalars(select(StaffUser.id).join(UserRole, UserRole.user_id == StaffUser.id).join(
        RoleRight, RoleRight.role_id == UserRole.role_id).where(StaffUser.active, RoleRight.permission == MANAGE)).first()
    if left is None:
        raise UserError(_("Somebody must stay administrator."), todo=_("Give another account the role first."))

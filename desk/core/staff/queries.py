"""Reads of accounts, roles and the community's names."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.staff.model import Role, RoleRight, StaffUser, UserRole


@dataclass(frozen=True, slots=True)
class Hall:
    """The community's own names, as printed on papers."""

    id: int
    name: str
    street: str
    committee: str
    hall: str
    org_short: str
    practice: bool


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in the list. area_ids: None for the whole community. must_change: somebody else set its password.

    organisation_id: for which organisation it was opened, None for the hall's own people.
    """

    id: int
    login: str
    name: str
    phone: str
    roles: tuple[str, ...]
    role_ids: tuple[int, ...]
    active: bool
    locked_until: datetime | None
    last_seen: datetime | None
    must_change: bool = False
    area_ids: tuple[int, ...] | None = None
    version: int = 0
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with its rights. code: of a built-in role, "" for one the hall made."""

    id: int
    code: str
    name: str
    rights: frozenset[str]


def get_hall(uow: UnitOfWork) -> Hall:
    """The actor's community."""
    found = uow.community
    return Hall(found.id, found.name, found.street, found.committee, found.hall, found.org_short, found.practice)


def list_accounts(uow: UnitOfWork) -> list[AccountRow]:
    """All accounts by name, open ones first."""
    roles = _roles_of_users(uow)
    users = uow.session.scalars(select(StaffUser).order_by(StaffUser.active.desc(), StaffUser.login))
    return [_account(user, roles.get(user.id, [])) for user in users]


def get_account(uow: UnitOfWork, user_id: int) -> AccountRow:
    """One account, or NotFound."""
    return _account(uow.get(StaffUser, user_id), _roles_of_users(uow).get(user_id, []))


def list_roles(uow: UnitOfWork) -> list[RoleRow]:
    """All roles with their rights."""
    rights: dict[int, set[str]] = {}
    for role_id, permission in uow.session.execute(select(RoleRight.role_id, RoleRight.permission)):
        rights.setdefault(role_id, set()).add(permission)
    return [RoleRow(role.id, role.code, role.name, frozenset(rights.get(role.id, ())))
            for role in uow.session.scalars(select(Role).order_by(Role.id))]


def _roles_of_users(uow: UnitOfWork) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for user_id, role_id, name in uow.session.execute(
            select(UserRole.user_id, Role.id, Role.name).join(Role, Role.id == UserRole.role_id).order_by(Role.id)):
        found.setdefault(user_id, []).append((role_id, name))
    return found


def _account(user: StaffUser, roles: list[tuple[int, str]]) -> AccountRow:
    return AccountRow(user.id, user.login, user.name, user.phone, tuple(name for _id, name in roles),
                      tuple(role_id for role_id, _name in roles), user.active, user.locked_until, user.last_seen,
                      user.must_change, None if user.area_ids is None else tuple(user.area_ids), user.version,
                      user.organisation_id)


def list_colleagues(uow: UnitOfWork) -> list[tuple[int, str]]:
    """(account id, name) of everybody with an open account, by name: for choosing who handles or may see a matter."""
    found = uow.session.execute(select(StaffUser.id, StaffUser.name).where(StaffUser.active.is_(True)).order_by(StaffUser.name))
    return [(user_id, name) for user_id, name in found]


def get_account_name(uow: UnitOfWork, user_id: int) -> str:
    """The name of an account, open or closed; NotFound when there is none."""
    return str(uow.get(StaffUser, user_id).name)

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
    """An account in the list."""

    id: int
    login: str
    name: str
    phone: str
    roles: tuple[str, ...]
    role_ids: tuple[int, ...]
    active: bool
    locked_until: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with its rights."""

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
    users = uow.session.scalars(select(StaffUser).order_by(StaffUser.active.desc(), StaffUser.login)).all()
    pairs = uow.session.execute(select(UserRole.user_id, Role.id, Role.name).join(Role, Role.id == UserRole.role_id)).all()
    return [AccountRow(user.id, user.login, user.name, user.phone,
                       tuple(name for owner, _id, name in pairs if owner == user.id),
                       tuple(role for owner, role, _name in pairs if owner == user.id),
                       user.active, user.locked_until, user.last_seen) for user in users]


def list_roles(uow: UnitOfWork) -> list[RoleRow]:
    """All roles with their rights."""
    rights: dict[int, set[str]] = {}
    for role_id, permission in uow.session.execute(select(RoleRight.role_id, RoleRight.permission)):
        rights.setdefault(role_id, set()).add(permission)
    return [RoleRow(role.id, role.code, role.name, frozenset(rights.get(role.id, ())))
            for role in uow.session.scalars(select(Role).order_by(Role.id))]

"""Signing in: growing delay, lock after five wrong passwords, both kept in the data so that a restart does not help."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.actor import Actor, system_actor
from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.staff.model import RoleRight, StaffUser, UserRole
from desk.core.staff.passwords import delay_after, matches

#: compared against when the account does not exist, so that the answer takes as long
_NOBODY = ("$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$"
           "WvwJfR2Qh9sCkmQ2p3mVn7y2T0mVYlG0Vb3nq1dYx3I")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who came in; `must_change`: the password was set by somebody else and must be changed now."""

    actor: Actor
    must_change: bool = False


def sign_in(factory: UnitOfWorkFactory, login: str, password: str, *, community_id: int = 1) -> SignedIn:
    """Check the password and answer the actor. Raises UserError beside the password, saying when to try again."""
    with factory.writing(system_actor(community_id)) as uow:
        user = uow.session.scalars(select(StaffUser).where(StaffUser.login == login.strip())).one_or_none()
        refusal = _refusal(uow, user, password)
        result = None if refusal or user is None else _welcome(uow, user)
    if result is None:
        raise UserError(refusal or wrong(), field="password")
    return result


def check_password(factory: UnitOfWorkFactory, actor: Actor, password: str) -> None:
    """For the idle lock: the same person again; wrong ones count as at sign-in."""
    with factory.reading(system_actor(actor.community_id)) as uow:
        login = uow.get(StaffUser, actor.user_id or 0).login
    sign_in(factory, login, password, community_id=actor.community_id)


def wrong() -> str:
    """One sentence for a wrong account and a wrong password: which of the two is nobody's business."""
    return _("Account or password is wrong.")


def _refusal(uow: UnitOfWork, user: StaffUser | None, password: str) -> str:
    now = uow.clock.now()
    if user is None or not user.active:
        matches(password, _NOBODY)
        uow.trace("staff.sign_in_refused", "staff_user", None)
        return wrong()
    if user.locked_until and user.locked_until > now:
        return _("Too many wrong passwords. Try again after {time}, or ask an administrator to unlock the account.").format(
            time=hall_time(user.locked_until).strftime("%H:%M:%S"))
    if matches(password, user.password_hash):
        return ""
    user.failures += 1
    wait = delay_after(user.failures)
    user.locked_until = now + wait if wait else None
    uow.trace("staff.sign_in_refused", "staff_user", user.id, failures=user.failures)
    if not wait:
        return wrong()
    return " ".join((wrong(), _("Try again after {time}.").format(time=hall_time(now + wait).strftime("%H:%M:%S"))))


def _welcome(uow: UnitOfWork, user: StaffUser) -> SignedIn:
    user.failures, user.locked_until, user.last_seen = 0, None, uow.clock.now()
    uow.trace("staff.signed_in", "staff_user", user.id)
    uow.actor = actor_of(uow, user)  # from here on it is she who acts: the trail names her
    return SignedIn(uow.actor, user.must_change)


def actor_of(uow: UnitOfWork, user: StaffUser) -> Actor:
    """The actor with the rights of all the user's roles."""
    rights = uow.session.scalars(select(RoleRight.permission).join(UserRole, UserRole.role_id == RoleRight.role_id)
                                 .where(UserRole.user_id == user.id))
    areas = frozenset(user.area_ids) if user.area_ids is not None else None
    return Actor(name=user.name, community_id=user.community_id, user_id=user.id, permissions=frozenset(rights),
                 area_ids=areas)

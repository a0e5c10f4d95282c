"""Accounts limited to a grid that is split or merged: which they are, and where each goes.

An account carries the ids of all areas it may see, so what it may see after a change of grids is written into it there and then
and holds from its next sign-in on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.places.model import Area
from desk.core.places.queries import list_area_ids_below
from desk.core.staff.model import StaffUser
from desk.core.staff.service import MANAGE

BOTH, OLD, NEW = "both", "old", "new"
AFTER_SPLIT = {BOTH: N_("Both grids"), OLD: N_("Only the old grid"), NEW: N_("Only the new grid")}
"""Where an account goes when its grid is split; the first one unless somebody says otherwise."""
WHOLE, KEPT = "whole", "kept"
AFTER_MERGE = {WHOLE: N_("The whole merged grid"), KEPT: N_("Only what it saw before")}
"""The same for a merge. KEPT: the buildings that came from its grid, and not what lay right under a grid that is closed."""


@dataclass(frozen=True, slots=True)
class LimitedAccount:
    """An account limited to some of the grids asked for. grids: ids of these; active: False for a closed one."""

    id: int
    login: str
    name: str
    active: bool
    grids: tuple[int, ...]


def list_limited(uow: UnitOfWork, grid_ids: Iterable[int] | None = None) -> list[LimitedAccount]:
    """Accounts limited to any of these grids (None: of any areas), closed ones last."""
    wanted = None if grid_ids is None else set(grid_ids)
    users = uow.session.scalars(select(StaffUser).order_by(StaffUser.active.desc(), StaffUser.login))
    held = ((user, tuple(area for area in user.area_ids or () if wanted is None or area in wanted)) for user in users)
    return [LimitedAccount(user.id, user.login, user.name, user.active, grids) for user, grids in held if grids]


def follow_split(uow: UnitOfWork, old_id: int, new_id: int, ways: Mapping[int, str]) -> int:
    """After a split, within its transaction: let each account go where `ways` (account → AFTER_SPLIT) says; how many."""
    uow.session.flush()
    old, new = list_area_ids_below(uow, old_id), list_area_ids_below(uow, new_id)
    accounts = list_limited(uow, (old_id,))
    for account in accounts:
        way = _way(uow, account, ways, AFTER_SPLIT)
        had = _areas(uow, account)
        seen = {BOTH: had | new, OLD: had - new, NEW: (had - old) | new}[way]
        _limit(uow, account, seen, old_id, AFTER_SPLIT[way])
    return len(accounts)


def follow_merge(uow: UnitOfWork, into_id: int, gone: Iterable[int], ways: Mapping[int, str]) -> int:
    """After a merge, within its transaction: let each account go where `ways` (account → AFTER_MERGE) says; how many."""
    uow.session.flush()
    whole = list_area_ids_below(uow, into_id)
    accounts = list_limited(uow, (into_id, *gone))
    for account in accounts:
        way = _way(uow, account, ways, AFTER_MERGE)
        had = _areas(uow, account)
        if way == KEPT and not _in_use(uow, had):
            what = _("{name} would see nothing any more: nothing but a closed grid is left.")
            raise UserError(what.format(name=account.name), field="accounts",
                            todo=_("Let the account go to the whole merged grid."))
        _limit(uow, account, had if way == KEPT else had | whole, into_id, AFTER_MERGE[way])
    return len(accounts)


def _way(uow: UnitOfWork, account: LimitedAccount, ways: Mapping[int, str], known: Mapping[str, str]) -> str:
    """What was chosen, else the first way; choosing another one is managing accounts."""
    usual = next(iter(known))
    chosen = ways.get(account.id, usual)
    if chosen not in known:
        raise UserError(_("Say where {name} goes.").format(name=account.name), field="accounts")
    if chosen != usual:
        uow.require(MANAGE)
    return chosen


def _areas(uow: UnitOfWork, account: LimitedAccount) -> set[int]:
    return set(uow.get(StaffUser, account.id).area_ids or ())


def _in_use(uow: UnitOfWork, area_ids: set[int]) -> bool:
    return not area_ids.isdisjoint(uow.session.scalars(select(Area.id).where(Area.active_to.is_(None))))


def _limit(uow: UnitOfWork, account: LimitedAccount, seen: set[int], grid_id: int, goes: str) -> None:
    user: StaffUser = uow.get(StaffUser, account.id)
    if seen != set(user.area_ids or ()):
        user.area_ids = sorted(seen)
    uow.touch("staff_user", user.id)
    uow.trace("staff.follow_grid", "staff_user", user.id, grid=uow.get(Area, grid_id).name, goes=_(goes),
              areas=sorted(seen))

"""Who may see a record's files: the room of the record says so, by a check it hands in."""

from collections.abc import Callable
from typing import Any

from desk.core.db.uow import UnitOfWork

Check = Callable[[UnitOfWork, int], Any]
_checks: dict[str, Check] = {}


def guard(owner_kind: str, check: Check) -> None:
    """Call `check(uow, owner_id)` before files of `owner_kind` are listed, read or changed; it raises what one may not."""
    _checks[owner_kind] = check


def check_owner(uow: UnitOfWork, owner_kind: str, owner_id: int) -> None:
    """Raise what the record's room raises when the actor may not see it."""
    check = _checks.get(owner_kind)
    if check is not None:
        check(uow, owner_id)

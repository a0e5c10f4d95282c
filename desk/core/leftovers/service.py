"""Showing a masked value of what a removed plugin left; who looked stands in the trail."""

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.leftovers.registry import leftovers
from desk.core.leftovers.rows import whole_value

BY_KIND = "each kind of records has a right of its own, which is asked for inside"


@verb("plugins.reveal", open_because=BY_KIND)
def reveal_left(uow: UnitOfWork, kind: str, row_id: int, name: str) -> str:
    """The whole value of column `name`; NotAllowed without the right to the table, NotFound for a row one may not see."""
    value = whole_value(uow, leftovers().get(kind), row_id, name)
    uow.trace("plugins.reveal", kind, row_id, field=name)
    return value

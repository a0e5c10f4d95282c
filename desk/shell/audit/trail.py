"""What was done with one record, for the right column of its card. No Qt."""

from desk.core.audit.queries import READ, AuditRow, list_acts, list_audit
from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.host.pages import TimelineItem
from desk.shell.audit.words import action_words, actor_words, detail_words

SHOWN = 12


def trail_of(uow: UnitOfWork, kind: str, record_id: int) -> tuple[TimelineItem, ...]:
    """The newest lines of the trail about it; none for those who may not read the trail."""
    if not uow.actor.may(READ):
        return ()
    found = list_audit(uow, PageRequest(size=SHOWN, filters={"kind": kind, "record_id": record_id}))
    return tuple(_item(row) for row in found.rows)


def history_of(uow: UnitOfWork, kind: str, record_id: int, *, size: int = SHOWN) -> tuple[TimelineItem, ...]:
    """What a plugin's own verbs did to its record, newest first: what, who, when. kind begins with the plugin's id.

    For the card of a record the reader may see; looks and prints are left to the trail (see `list_acts`).
    """
    return tuple(_item(row) for row in list_acts(uow, kind, record_id, kind.partition(".")[0], size))


def _item(row: AuditRow) -> TimelineItem:
    return TimelineItem(row.at, action_words(row.action), actor_words(row.actor, row.actor_kind), detail_words(row.detail))

"""What was done with one record, for the right column of its card. No Qt."""

from desk.core.audit.queries import READ, list_audit
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
    return tuple(TimelineItem(row.at, action_words(row.action), actor_words(row.actor, row.actor_kind),
                              detail_words(row.detail)) for row in found.rows)

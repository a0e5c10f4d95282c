"""Who takes part in every writing transaction, in order: search documents, what erasing must reach, the audit chain."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desk.core.db.uow import Participant

if TYPE_CHECKING:
    from desk.core.search.indexer import Indexer


def core_participants(indexers: "Iterable[Indexer]" = ()) -> list[Participant]:
    """Fresh participants for one factory; `indexers` are the plugins', core's own are always there."""
    from desk.core.audit.participant import AuditParticipant
    from desk.core.exchange.forgetting import ImportForgetting
    from desk.core.search.index import SearchParticipant
    from desk.core.visits.forgetting import VisitForgetting

    return [SearchParticipant([*core_indexers(), *indexers]), ImportForgetting(), VisitForgetting(), AuditParticipant()]


def core_indexers() -> "list[Indexer]":
    """The search indexers of core's own registers."""
    from desk.core.search.kinds import organisation_indexer, people_indexers

    return [*people_indexers(), organisation_indexer()]

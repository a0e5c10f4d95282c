"""Facts of what was brought in by lists, for their table; apart from the declaration, which every start reads."""

from collections.abc import Sequence

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.account import ImportFact, import_facts
from desk.core.exchange.model import ImportBatch
from desk.core.exchange.rights import IMPORT
from desk.core.statistics.declared import RecordLine, Scope


def facts(uow: UnitOfWork, scope: Scope) -> list[ImportFact]:
    """Imports of the scope; lists are the community's, so an area has none of its own."""
    return list(import_facts(uow, scope)) if scope.area_ids is None else []


def lines(uow: UnitOfWork, ids: Sequence[int]) -> list[RecordLine]:
    """Imports by file name."""
    if not uow.actor.may(IMPORT):
        return []
    return [RecordLine(row.id, "", row.file_name, row.list_name, hall_time(row.created_at).date())
            for row in (uow.get(ImportBatch, one) for one in ids)]


def sources(uow: UnitOfWork, scope: Scope) -> list[tuple[str, str]]:
    """The lists that were brought in, by name."""
    return [(name, name) for name in sorted({fact.list_name for fact in facts(uow, scope)})]

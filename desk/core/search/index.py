"""Keeping the search index: in the same transaction as the records, rebuilt when the rules of the tokens changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import delete, func, insert, select

from desk.core.db.uow import UnitOfWork
from desk.core.search.document import SearchDocument, fold
from desk.core.search.engines import TokenTables, token_tables
from desk.core.search.indexer import Indexer
from desk.core.search.model import SearchRow, SearchState
from desk.core.search.tokens import tokens

VERSION = 1
"""Raised whenever `tokens`, `fold` or the readings change what they make; the index is then rebuilt."""
BATCH = 1000


class SearchParticipant:
    """Re-indexes what a unit of work touched, before its commit."""

    def __init__(self, indexers: Iterable[Indexer]) -> None:
        self.indexers = {indexer.kind: indexer for indexer in indexers}

    def before_commit(self, uow: UnitOfWork) -> None:
        for kind, ids in list(uow.changes.touched.items()):
            if kind in self.indexers:
                self._refresh(uow, self.indexers[kind], sorted(ids))
            for indexer in self.indexers.values():
                if kind in indexer.follows:
                    self._follow(uow, indexer, kind, sorted(ids))

    def _refresh(self, uow: UnitOfWork, indexer: Indexer, ids: list[int]) -> None:
        if ids:
            index_records(uow, indexer, ids)
        else:
            index_kind(uow, indexer)

    def _follow(self, uow: UnitOfWork, indexer: Indexer, kind: str, ids: list[int]) -> None:
        if not ids:
            index_kind(uow, indexer)
        elif following := list(indexer.follows[kind](uow, ids)):
            index_records(uow, indexer, following)


def index_records(uow: UnitOfWork, indexer: Indexer, ids: Sequence[int]) -> None:
    """Bring the documents of these records up to date."""
    for batch in _batches(ids):
        made = {document.record_id: document for document in indexer.documents(uow, batch)}
        _forget(uow, indexer.kind, batch)
        _store(uow, list(made.values()))


def index_kind(uow: UnitOfWork, indexer: Indexer) -> int:
    """Make all documents of a kind in the actor's community anew; answers how many records were read."""
    _forget(uow, indexer.kind, None)
    last, count = 0, 0
    while ids := list(uow.session.scalars(select(indexer.model.id).where(indexer.model.id > last)
                                          .order_by(indexer.model.id).limit(BATCH))):
        _store(uow, list(indexer.documents(uow, ids)))
        last, count = ids[-1], count + len(ids)
    return count


def rebuild(uow: UnitOfWork, indexers: Iterable[Indexer]) -> int:
    """Make the index of the actor's community anew; answers how many records were read. `desk` calls it per community."""
    known = {indexer.kind: indexer for indexer in indexers}
    stale = select(SearchRow.kind).where(SearchRow.kind.not_in(known)).distinct()
    for kind in uow.session.scalars(stale).all():
        _forget(uow, kind, None)
    count = sum(index_kind(uow, indexer) for indexer in known.values())
    uow.session.merge(SearchState(id=1, tokens=VERSION))
    return count


def is_current(uow: UnitOfWork) -> bool:
    """Whether the index was made by these rules and holds tokens for every document: asked at every start, two counts."""
    state = uow.session.get(SearchState, 1)
    documents = uow.session.scalar(select(func.count(SearchRow.id)).execution_options(all_communities=True)) or 0
    if state is None:
        return documents == 0
    return state.tokens == VERSION and _tables(uow).count(uow.session.connection()) == documents


def _store(uow: UnitOfWork, documents: list[SearchDocument]) -> None:
    if not documents:
        return
    if uow.session.get(SearchState, 1) is None:
        uow.add(SearchState(id=1, tokens=VERSION))
    values = [_row(uow, document) for document in documents]
    ids = uow.session.scalars(insert(SearchRow).returning(SearchRow.id, sort_by_parameter_order=True), values).all()
    _tables(uow).put(uow.session.connection(), zip(ids, map(tokens, documents), strict=True))


def _row(uow: UnitOfWork, document: SearchDocument) -> dict[str, object]:
    folded = fold(document)
    return {"kind": document.kind, "record_id": document.record_id, "title": document.title[:200],
            "subtitle": document.subtitle[:300], "first": folded.names.split(" ", 1)[0], "names": folded.names,
            "numbers": folded.numbers, "addresses": folded.addresses, "permission": document.permission,
            "area_id": document.area_id, "community_id": uow.actor.community_id}


def _forget(uow: UnitOfWork, kind: str, record_ids: Sequence[int] | None) -> None:
    """Take documents out; all of the kind in this community for None."""
    chosen = select(SearchRow.id).where(SearchRow.kind == kind)
    if record_ids is not None:
        chosen = chosen.where(SearchRow.record_id.in_(record_ids))
    for ids in _batches(uow.session.scalars(chosen).all()):
        _tables(uow).drop(uow.session.connection(), ids)
        uow.session.execute(delete(SearchRow).where(SearchRow.id.in_(ids)),
                            execution_options={"synchronize_session": False})


def _tables(uow: UnitOfWork) -> TokenTables:
    return token_tables(uow.session.connection().dialect.name)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch

"""Keeping the search index: in the same transaction as the records, rebuilt when the rules of the tokens changed."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import bindparam, delete, func, select, update

from desk.core.actor import system_actor
from desk.core.db.bulk import insert_rows
from desk.core.db.community import Community
from desk.core.db.listed import one_of
from desk.core.db.room import make_room
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.search.document import SearchDocument, fold
from desk.core.search.engines import TokenTables, token_tables
from desk.core.search.indexer import Indexer
from desk.core.search.model import SearchRow, SearchState
from desk.core.search.tokens import tokens

log = logging.getLogger(__name__)
VERSION = 1
"""Raised whenever `tokens`, `fold` or the readings change what they make; the index is then rebuilt."""
BATCH = 1000
FOUND = "desk.search.found"
"""Where a session keeps, while one transaction is being indexed, what several indexers would ask alike."""


class SearchParticipant:
    """Re-indexes what a unit of work touched, before its commit.

    A plugin's indexer that fails is logged and passed over: it must not stop others' work. The index is made anew at the
    next start then.
    """

    def __init__(self, indexers: Iterable[Indexer]) -> None:
        self.indexers = {indexer.kind: indexer for indexer in indexers}
        self._guarded: set[str] = set()
        self._known = False

    def add(self, indexers: Iterable[Indexer]) -> None:
        """Take plugins' indexers in, guarded; a kind that is known already stays as it is."""
        for indexer in indexers:
            if indexer.kind not in self.indexers:
                self.indexers[indexer.kind] = indexer
                self._guarded.add(indexer.kind)

    def before_commit(self, uow: UnitOfWork) -> None:
        try:
            self._index(uow)
        finally:
            uow.session.info.pop(FOUND, None)

    def _index(self, uow: UnitOfWork) -> None:
        concerned = [indexer for indexer in self.indexers.values()
                     if any(kind == indexer.kind or kind in indexer.follows for kind in uow.changes.touched)]
        if concerned and not self._known:
            self._known = uow.session.get(SearchState, 1) is not None  # asked until it has been seen, not at every save
            if not self._known:
                uow.add(SearchState(id=1, tokens=VERSION, kinds=sorted(self.indexers)))
        for indexer in concerned:
            if indexer.kind in self._guarded:
                self._guardedly(uow, indexer)
            else:
                _make(uow, indexer, _concerned(uow, indexer))

    def _guardedly(self, uow: UnitOfWork, indexer: Indexer) -> None:
        """A savepoint costs two statements, so only where documents change; the functions themselves come guarded."""
        try:
            ids = _concerned(uow, indexer)
            if ids != []:
                with uow.session.begin_nested():
                    _make(uow, indexer, ids)
        except Exception:  # noqa: BLE001 - whatever a plugin raises
            log.exception("The search documents of %s could not be made", indexer.kind)
            uow.session.get_one(SearchState, 1).tokens = 0


def participant_of(factory: UnitOfWorkFactory) -> SearchParticipant:
    """The search participant of a factory (desk.core.participants puts one into every factory)."""
    return next(one for one in factory.participants if isinstance(one, SearchParticipant))


def _concerned(uow: UnitOfWork, indexer: Indexer) -> list[int] | None:
    """Records whose documents the changes concern, each once however many of its sources changed; None for all of the kind."""
    mine: set[int] = set()
    for kind, ids in list(uow.changes.touched.items()):
        if kind != indexer.kind and kind not in indexer.follows:
            continue
        if not ids:
            return None
        mine.update(ids if kind == indexer.kind else indexer.follows[kind](uow, sorted(ids)))
    return sorted(mine)


def _make(uow: UnitOfWork, indexer: Indexer, ids: Sequence[int] | None) -> None:
    if ids is None:
        index_kind(uow, indexer)
    else:
        index_records(uow, indexer, ids)


def index_records(uow: UnitOfWork, indexer: Indexer, ids: Sequence[int]) -> None:
    """Bring the documents of these records up to date: changed where they stand, which takes half the statements."""
    for batch in _batches(ids):
        made = {document.record_id: document for document in indexer.documents(uow, batch)}
        standing = _standing(uow, indexer.kind, batch)
        _drop(uow, [doc_id for record_id, doc_id in standing.items() if record_id not in made])
        _change(uow, [(standing[record_id], document) for record_id, document in made.items() if record_id in standing])
        _store(uow, [document for record_id, document in made.items() if record_id not in standing])


def index_kind(uow: UnitOfWork, indexer: Indexer) -> int:
    """Make all documents of a kind in the actor's community anew; answers how many records were read."""
    _forget(uow, indexer.kind, None)
    last, count, record_id = 0, 0, indexer.table().id
    while ids := list(uow.session.scalars(select(record_id).where(record_id > last).order_by(record_id).limit(BATCH))):
        _store(uow, list(indexer.documents(uow, ids)))
        last, count = ids[-1], count + len(ids)
    return count


def rebuild(uow: UnitOfWork, indexers: Iterable[Indexer]) -> int:
    """Make the index of the actor's community anew; answers how many records were read.

    Documents of kinds nobody indexes now (their plugin is off) go; they come back by `catch_up` when it is on again.
    """
    make_room(uow.session)
    known = {indexer.kind: indexer for indexer in indexers}
    for kind in uow.session.scalars(select(SearchRow.kind).where(SearchRow.kind.not_in(known)).distinct()).all():
        _forget(uow, kind, None)
    count = sum(index_kind(uow, indexer) for indexer in known.values())
    uow.session.merge(SearchState(id=1, tokens=VERSION, kinds=sorted(known)))
    return count


def missing_kinds(uow: UnitOfWork, kinds: Iterable[str], *, counted: bool = True) -> list[str] | None:
    """Kinds the index does not hold yet; None when it must be made anew as a whole: other rules, or documents without
    tokens. counted: whether to look for the latter, two counts through everything."""
    state = uow.session.get(SearchState, 1)
    documents = _documents(uow) if counted or state is None else 0
    if state is None:
        return None if documents else []
    if state.tokens != VERSION or counted and _tables(uow).count(uow.session.connection()) != documents:
        return None
    return sorted(set(kinds) - set(state.kinds))


def _documents(uow: UnitOfWork) -> int:
    return uow.session.scalar(select(func.count(SearchRow.id)).execution_options(all_communities=True)) or 0


def catch_up(factory: UnitOfWorkFactory, *, counted: bool = True) -> int:
    """Bring the whole index up to date where it is not, all communities; answers how many records were read.

    Called at the start, after the plugins' indexers were added, and counted once the first page stands.
    """
    indexers = participant_of(factory).indexers
    with factory.reading(system_actor()) as uow:
        missing = missing_kinds(uow, indexers, counted=counted)
        if missing == []:
            return 0
        communities = uow.session.scalars(select(Community.id).order_by(Community.id)).all()
    log.info("Making the search index: %s", "all" if missing is None else ", ".join(missing))
    count = 0
    for community_id in communities:
        with factory.writing(system_actor(community_id)) as uow:
            if missing is None:
                count += rebuild(uow, indexers.values())
            else:
                count += sum(index_kind(uow, indexers[kind]) for kind in missing)
                state = uow.session.get_one(SearchState, 1)
                state.kinds = sorted({*state.kinds, *missing})
    return count


def _store(uow: UnitOfWork, documents: list[SearchDocument]) -> None:
    if not documents:
        return
    values = [_row(uow, document) for document in documents]
    ids = insert_rows(uow.session, SearchRow.__table__, values)  # type: ignore[arg-type]
    _tables(uow).put(uow.session.connection(), zip(ids, map(tokens, documents), strict=True))


def _change(uow: UnitOfWork, standing: list[tuple[int, SearchDocument]]) -> None:
    if not standing:
        return
    table, connection = SearchRow.__table__, uow.session.connection()
    connection.execute(update(table).where(table.c.id == bindparam("doc_id")),  # type: ignore[arg-type]
                       [{"doc_id": doc_id, **_row(uow, document)} for doc_id, document in standing])
    _tables(uow).change(connection, [(doc_id, tokens(document)) for doc_id, document in standing])


def _row(uow: UnitOfWork, document: SearchDocument) -> dict[str, object]:
    folded = fold(document)
    return {"kind": document.kind, "record_id": document.record_id, "title": document.title[:200],
            "subtitle": document.subtitle[:300], "first": folded.names.split(" ", 1)[0], "names": folded.names,
            "numbers": folded.numbers, "addresses": folded.addresses, "permission": document.permission,
            "area_id": document.area_id, "viewers": f" {' '.join(map(str, document.viewers))} " if document.viewers else "",
            "community_id": uow.actor.community_id}


def _forget(uow: UnitOfWork, kind: str, record_ids: Sequence[int] | None) -> None:
    """Take documents out; all of the kind in this community for None."""
    chosen = select(SearchRow.id).where(SearchRow.kind == kind)
    if record_ids is not None:
        chosen = chosen.where(one_of(SearchRow.record_id, record_ids))
    for ids in _batches(uow.session.scalars(chosen).all()):
        _drop(uow, ids)


def _standing(uow: UnitOfWork, kind: str, record_ids: Sequence[int]) -> dict[int, int]:
    """Record → its document's id."""
    return {record_id: doc_id for record_id, doc_id in uow.session.execute(
        select(SearchRow.record_id, SearchRow.id).where(SearchRow.kind == kind, one_of(SearchRow.record_id, record_ids)))}


def _drop(uow: UnitOfWork, doc_ids: Sequence[int]) -> None:
    if doc_ids:
        _tables(uow).drop(uow.session.connection(), doc_ids)
        uow.session.execute(delete(SearchRow).where(one_of(SearchRow.id, doc_ids)),
                            execution_options={"synchronize_session": False})


def forget_plugin(uow: UnitOfWork, plugin_id: str) -> None:
    """Take out the documents of every kind that is a plugin's."""
    for kind in uow.session.scalars(select(SearchRow.kind).where(
            SearchRow.kind.startswith(f"{plugin_id}.", autoescape=True)).distinct()).all():
        _forget(uow, kind, None)


def _tables(uow: UnitOfWork) -> TokenTables:
    return token_tables(uow.session.connection().dialect.name)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch

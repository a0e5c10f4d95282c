"""What a room or a plugin says so that its records can be found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.core.dotted import resolve
from desk.core.search.document import SearchDocument


@dataclass(frozen=True, slots=True)
class Indexer:
    """Makes the search documents of one record kind.

    kind: as in Changes ("person", "mediation.dispute"). model: its table class (a `Scoped` one) or where it lies
    ("package.module:Class"), for the rebuild only; with a path, and functions named by `later`, no start loads the tables.
    documents: `(uow, ids) -> documents`; an id without a document is taken out of the index (gone, merged, confidential).
    follows: other kinds whose change alters these documents: kind → `(uow, ids) -> ids of this kind`.
    """

    kind: str
    model: type[Any] | str
    documents: Callable[[Any, Sequence[int]], Iterable[SearchDocument]]
    follows: Mapping[str, Callable[[Any, Sequence[int]], Sequence[int]]] = field(default_factory=dict)

    def table(self) -> Any:
        """The class of `model`, loaded now."""
        return resolve(self.model) if isinstance(self.model, str) else self.model

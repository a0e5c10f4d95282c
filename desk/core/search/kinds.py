"""The indexers of the core's registers, of matters and of declared registers, one a kind, named without loading a table."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desk.core.cases.kinds import CaseKind
from desk.core.dotted import later, resolve
from desk.core.search.indexer import Indexer
from desk.core.tables.declared import Table

_CASES, _TABLES, _PEOPLE = "desk.core.search.cases", "desk.core.tables.indexing", "desk.core.search.people"
_CASE, _RECORD = "desk.core.cases.model:Case", "desk.core.tables.model:TableRecord"


def case_indexers(kinds: Iterable[CaseKind]) -> list[Indexer]:
    """One indexer a kind; where a plugin brought its own for the kind, that one was first and stays."""
    return [Indexer(kind.code, _CASE, _of(kind, f"{_CASES}:case_documents"), follows={
        "person": _of(kind, f"{_CASES}:of_people"), "organisation": _of(kind, f"{_CASES}:of_organisations")}) for kind in kinds]


def table_indexer(table: Table) -> Indexer:
    """The indexer of one register."""
    return Indexer(table.code, _CASE if table.case else _RECORD, _of(table, f"{_TABLES}:table_documents"),
                   follows={"person": _of(table, f"{_TABLES}:of_people")})


def people_indexers() -> list[Indexer]:
    """The indexers of the register of residents."""
    return [Indexer("person", "desk.core.people.model:Person", later(f"{_PEOPLE}:person_documents"),
                    follows={"household": later(f"{_PEOPLE}:members")}),
            Indexer("household", "desk.core.people.model:Household", later(f"{_PEOPLE}:household_documents"))]


def organisation_indexer() -> Indexer:
    """The indexer of the register of organisations."""
    return Indexer("organisation", "desk.core.organisations.model:Organisation",
                   later("desk.core.search.organisations:organisation_documents"))


def _of(declared: CaseKind | Table, name: str) -> Callable[[Any, Sequence[int]], Any]:
    """The function `name`, told which kind it is asked for."""
    return lambda uow, ids: resolve(name)(uow, declared, ids)

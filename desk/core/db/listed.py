"""Rows whose column stands in a long list: the list travels as one value, however long it is.

`column.in_(values)` writes one parameter a value: a thousand of them cost the statement compiler more than the database
needs to answer, and PostgreSQL takes no more than 65,535.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, JSON, Boolean, ColumnElement, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


def one_of(column: InstrumentedAttribute[Any], values: Iterable[int] | Iterable[str]) -> ColumnElement[bool]:
    """`column` is one of `values`, whole numbers or texts; of none when there are none."""
    return _OneOf(column, bindparam(None, list(values), _List(column.type)))


class _List(TypeDecorator[Any]):
    """JSON on SQLite, an array of the column's own type on PostgreSQL."""

    impl = JSON
    cache_ok = True

    def __init__(self, item: TypeEngine[Any]) -> None:
        super().__init__()
        self.item = item

    def load_dialect_impl(self, dialect: Any) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.item) if dialect.name == "postgresql" else JSON())


class _OneOf(FunctionElement[bool]):
    """Its clauses: the column, the list."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "_OneOf":
        """As it stands: SQLite would be asked whether it is 1, and would read every row for that."""
        return self


@compiles(_OneOf)
def _in_json(element: _OneOf, compiler: Any, **how: Any) -> str:
    column, values = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"


@compiles(_OneOf, "postgresql")
def _any_of_array(element: _OneOf, compiler: Any, **how: Any) -> str:
    column, values = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} = ANY ({values})"

"""Many rows at once, never one object a row (25 times slower), and the ids they got.

SQLite answers ids in order only one row at a time, so there they are given here: whoever writes holds the write lock, and
the next number after the highest is what SQLite itself would take. Its rows go straight to the driver (4 times faster than
through the statement compiler).
"""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.orm import Session


def insert_rows(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Insert rows in the open writing transaction; answers their ids in order.

    All rows name the same columns: every one except `id`, for defaults are not filled in.
    """
    if not rows:
        return []
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        numbered = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list(connection.execute(numbered, list(rows)).scalars())
    first = (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    ids = range(first, first + len(rows))
    names = tuple(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, ("id", *names)))
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({', '.join('?' * (len(names) + 1))})"
    cells, bound = itemgetter(*names), _bound(connection, table, names)
    connection.exec_driver_sql(statement, [(number, *bound(cells(row))) for number, row in zip(ids, rows, strict=True)])
    return list(ids)


def _bound(connection: Connection, table: Table, names: tuple[str, ...]) -> Callable[[tuple[Any, ...]], Iterable[Any]]:
    """Turns a row's Python values into the driver's, where a column's type asks for it (moments, JSON)."""
    found = ((place, table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect))
             for place, name in enumerate(names))
    binders = [(place, _remembering(bind)) for place, bind in found if bind is not None]

    def bound(values: tuple[Any, ...]) -> Iterable[Any]:
        row = list(values)
        for place, bind in binders:
            row[place] = bind(row[place])
        return row

    return bound


def _remembering(bind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`bind`, asked once while the very same object comes row after row (the moment of the import)."""
    last: tuple[Any, Any] = (object(), None)

    def remembered(value: Any) -> Any:
        nonlocal last
        if value is not last[0]:
            last = (value, bind(value))
        return last[1]

    return remembered

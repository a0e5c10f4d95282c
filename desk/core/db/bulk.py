"""Many rows at once, never one object a row (25 times slower), and the ids they got.

SQLite answers ids in order only one row at a time, so there they are given here: whoever writes holds the write lock, and
the next number after the highest is what SQLite itself would take. Its rows go straight to the driver (4 times faster than
through the statement compiler).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.orm import Session

Row = dict[str, Any]


def insert_rows(session: Session, table: Table, rows: Sequence[Row], alike: Mapping[str, Any] | None = None) -> list[int]:
    """Insert rows in the open writing transaction; answers their ids in order.

    alike: columns that say the same in every row (community, author, moment). All rows name the same columns: with `alike`
    every one except `id`, for defaults are not filled in.
    """
    if not rows:
        return []
    connection, alike = session.connection(), alike or {}
    if connection.dialect.name != "sqlite":
        numbered = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list(connection.execute(numbered, [{**alike, **row} for row in rows]).scalars())
    first = (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    ids, names = range(first, first + len(rows)), tuple(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(map(quote, ("id", *alike, *names)))
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({', '.join('?' * (1 + len(alike) + len(names)))})"
    binders = _binders(connection, table, alike)
    same = [bind(value) if bind else value for bind, value in zip(binders, alike.values(), strict=True)]
    connection.exec_driver_sql(statement, [(number, *same, *row)
                                           for number, row in zip(ids, _bound(connection, table, rows), strict=True)])
    return list(ids)


def _bound(connection: Connection, table: Table, rows: Sequence[Row]) -> Iterator[Sequence[Any]]:
    """The rows' values as the driver takes them."""
    names = tuple(rows[0])
    binders = [(place, bind) for place, bind in enumerate(_binders(connection, table, names)) if bind]
    cells = map(itemgetter(*names), rows) if len(names) > 1 else ((row[names[0]],) for row in rows)
    if not binders:
        yield from cells
        return
    for values in cells:
        row = list(values)
        for place, bind in binders:
            row[place] = bind(row[place])
        yield row


def _binders(connection: Connection, table: Table, names: Iterable[str]) -> list[Callable[[Any], Any] | None]:
    """What turns a column's Python value into the driver's, None where nothing need be done."""
    return [table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for name in names]

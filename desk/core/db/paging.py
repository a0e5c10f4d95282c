"""Paging by key: a request says where to go on from, a page says what came and where the next one starts.

Lists never page by OFFSET while scrolling (7.7 ms against 0.24 ms at row 250,000); `offset` exists only for a far jump of the
scroll bar, from the nearest key that is known (`desk.shell.kit.blocks`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

Row = TypeVar("Row")
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a list asks for.

    sort: name out of the list's allow-list, "" for its default. filters: name → value as the list declares them.
    text: search within the list. after: key of the last row seen (exclusive). offset: rows to skip behind it, far jumps only.
    backwards: read from the end (`after` then means "before").
    """

    size: int = 100
    sort: str = ""
    descending: bool = False
    filters: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    after: Key | None = None
    offset: int = 0
    backwards: bool = False

    @property
    def start(self) -> int:
        """The row to begin with, for those who number their rows and hand that number out as their key."""
        return (int(self.after[0]) if self.after else 0) + self.offset


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows in shown order; `next` is the key to go on from, None at the end; `total` only where it was cheap to count."""

    rows: Sequence[Row]
    next: Key | None = None
    total: int | None = None


def keyset_page(session: Session, statement: Select[Any], columns: Sequence[InstrumentedAttribute[Any]],
                request: PageRequest) -> tuple[list[Any], Key | None]:
    """Run `statement` ordered by `columns` (the last one unique), one page of `request`.

    All columns must be NOT NULL and run the same way. Returns (rows in shown order, key of the last row or None at the end);
    `statement` must select the columns under their own names or whole entities.
    """
    ordered = _ordered(statement, columns, request)
    found = list(session.execute(ordered.limit(request.size + 1)).all())
    more, found = len(found) > request.size, found[:request.size]
    last = tuple(_value(found[-1], column) for column in columns) if more else None
    rows = [row[0] if len(row) == 1 else row for row in found]
    return (rows[::-1] if request.backwards else rows), last


def _ordered(statement: Select[Any], columns: Sequence[InstrumentedAttribute[Any]], request: PageRequest) -> Select[Any]:
    down = request.descending != request.backwards
    statement = statement.order_by(*(column.desc() if down else column.asc() for column in columns))
    if request.after is not None:
        statement = statement.where(_beyond(columns, request.after, down))
    return _skipped(statement, columns[-1], request) if request.offset else statement


def _skipped(statement: Select[Any], key: InstrumentedAttribute[Any], request: PageRequest) -> Select[Any]:
    """Skip by the key alone: where an index holds what is filtered and sorted by, no row that is skipped is read (20
    times faster half-way through a million)."""
    chosen = statement.with_only_columns(key).limit(request.size + 1).offset(request.offset)
    return statement.where(key.in_(chosen.correlate(None)))


def _beyond(columns: Sequence[InstrumentedAttribute[Any]], key: Key, down: bool) -> Any:
    """(a, b) > (x, y): both engines begin in the index where it is true. Spelled out with OR, SQLite reads all that stands
    before (0.09 s half-way through a million)."""
    place = tuple_(*columns)
    return place < key if down else place > key


def _value(row: Any, column: InstrumentedAttribute[Any]) -> Any:
    entity = row[0]
    return getattr(entity, column.key) if hasattr(entity, column.key) else getattr(row, column.key)

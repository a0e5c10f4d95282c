"""Whatever points at a person by a foreign key, in every table of the data file, those of plugins that are off included.

A merge moves these rows and remembers them, so that it can be taken back at any later time, row by row.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnClause, Inspector, Select, column, exists, inspect, or_, select, table, update
from sqlalchemy.exc import IntegrityError

from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.model import Merge, Person

Moved = dict[str, list[list[Any]]]
""""table.column" → primary keys of rows."""
_OWN = {Person.__tablename__, Merge.__tablename__}
"""How records were merged is history and stays."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that holds persons' ids. keys: columns of the table's primary key."""

    table: str
    column: str
    keys: tuple[str, ...]

    @property
    def owner(self) -> str:
        """"core" or the id of the plugin whose table it is."""
        return self.table.partition("_")[0]


def list_references(uow: UnitOfWork) -> list[Reference]:
    """Every such column, as the data file itself says: models of plugins that are off are not loaded."""
    seen = inspect(uow.session.connection())
    keys = {name: tuple(found["constrained_columns"]) for (_schema, name), found in seen.get_multi_pk_constraint().items()}
    return [Reference(name, foreign["constrained_columns"][0], keys[name])
            for (_schema, name), found in sorted(seen.get_multi_foreign_keys().items()) if name not in _OWN
            for foreign in found if foreign["referred_table"] == Person.__tablename__]


def find_rows(uow: UnitOfWork, person_id: int) -> Moved:
    """The rows that point at this person."""
    found: Moved = {}
    for one in list_references(uow):
        named: list[ColumnClause[Any]] = [column(key) for key in one.keys]
        hers = column(one.column) == person_id
        rows = uow.session.execute(select(*named).select_from(_table(one)).where(hers).order_by(*named))
        keys = [list(row) for row in rows]
        if keys:
            found[f"{one.table}.{one.column}"] = keys
    return found


def find_stuck(uow: UnitOfWork, kept_id: int, gone_id: int, tables: Collection[str]) -> Moved:
    """Those rows of `tables` that point at `gone_id` and cannot point at `kept_id`, because an entry of hers stands there
    already and only one may.
    """
    seen, found = inspect(uow.session.connection()), Moved()
    for one in list_references(uow):
        uniques = _uniques(seen, one) if one.table in tables else []
        keys = [list(row) for row in uow.session.execute(_stuck(one, uniques, kept_id, gone_id))] if uniques else []
        if keys:
            found[f"{one.table}.{one.column}"] = keys
    return found


def _stuck(one: Reference, uniques: list[tuple[str, ...]], kept_id: int, gone_id: int) -> Select[Any]:
    mine = table(one.table, *map(column, {*one.keys, one.column, *(name for others in uniques for name in others)}))
    hers = mine.alias("hers")
    taken = [exists().where(hers.c[one.column] == kept_id, *(hers.c[name] == mine.c[name] for name in others))
             for others in uniques]
    keys = [mine.c[name] for name in one.keys]
    return select(*keys).where(mine.c[one.column] == gone_id, or_(*taken)).order_by(*keys)


def _uniques(seen: Inspector, one: Reference) -> list[tuple[str, ...]]:
    """The other columns of each key of the table that the reference is part of."""
    named = [tuple(key["column_names"]) for key in seen.get_unique_constraints(one.table)]
    named += [tuple(filter(None, index["column_names"])) for index in seen.get_indexes(one.table) if index["unique"]]
    return [tuple(name for name in key if name != one.column) for key in {*named, one.keys} if one.column in key]


def without(rows: Moved, stuck: Moved) -> Moved:
    """`rows` but those of `stuck`."""
    left = {place: [key for key in keys if key not in stuck.get(place, ())] for place, keys in rows.items()}
    return {place: keys for place, keys in left.items() if keys}


def count_by_owner(rows: Moved, leaving_out: tuple[str, ...] = ()) -> dict[str, int]:
    """How many of `rows` are "core"'s and each plugin's; tables named in `leaving_out` are told elsewhere."""
    counts: Counter[str] = Counter()
    for place, keys in rows.items():
        name = place.partition(".")[0]
        if name not in leaving_out:
            counts[name.partition("_")[0]] += len(keys)
    return dict(counts)


def point(uow: UnitOfWork, rows: Moved, old_id: int, new_id: int) -> None:
    """Let those of `rows` that (still) point at `old_id` point at `new_id`. Raises UserError when a table allows one only."""
    uow.session.flush()
    for one in list_references(uow):
        for key in rows.get(f"{one.table}.{one.column}", ()):
            _point_row(uow, one, key, old_id, new_id)
    uow.session.expire_all()


def _point_row(uow: UnitOfWork, one: Reference, key: list[Any], old_id: int, new_id: int) -> None:
    found = [column(name) == value for name, value in zip(one.keys, key, strict=True)]
    try:
        uow.session.execute(update(_table(one)).where(*found, column(one.column) == old_id).values({one.column: new_id}))
    except IntegrityError as error:
        raise UserError(_("Both records have an entry in the same list ({list}), and only one of them may stand there.").format(
            list=one.table), todo=_("Take one of the entries out first, then merge.")) from error


def _table(one: Reference) -> Any:
    return table(one.table, *map(column, dict.fromkeys((*one.keys, one.column))))

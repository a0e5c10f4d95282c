"""Whatever points at a person by a foreign key, in every table of the data file, those of plugins that are off included.

A merge moves these rows and remembers them, so that it can be taken back at any later time, row by row.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import column, inspect, select, table, update
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
        rows = uow.session.execute(select(*map(column, one.keys)).select_from(_table(one)).where(
            column(one.column) == person_id).order_by(*map(column, one.keys)))
        keys = [list(row) for row in rows]
        if keys:
            found[f"{one.table}.{one.column}"] = keys
    return found


def count_by_owner(uow: UnitOfWork, person_id: int, without: tuple[str, ...] = ()) -> dict[str, int]:
    """How many rows of "core" and of each plugin would go over; tables named in `without` are told elsewhere."""
    counts: Counter[str] = Counter()
    for place, rows in find_rows(uow, person_id).items():
        name = place.partition(".")[0]
        if name not in without:
            counts[name.partition("_")[0]] += len(rows)
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

"""What stands in the way of undoing an import: set-based questions about the records it made and changed."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, inspect, select, table

from desk.core.db.base import Record
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.exchange.model import ImportBatch, ImportRow
from desk.core.exchange.verdicts import CHANGED, FieldChange
from desk.core.i18n import _, ngettext

SHOWN = 5


def ids_of(batch: ImportBatch, verdict: str) -> Select[Any]:
    """The record ids of a batch's rows with one verdict, as a subquery."""
    return select(ImportRow.record_id).where(ImportRow.batch_id == batch.id, ImportRow.verdict == verdict)


def changes_of(uow: UnitOfWork, batch: ImportBatch) -> dict[int, tuple[FieldChange, ...]]:
    """Record id → what a batch changed of it: for importers of few rows; those of many read them in blocks."""
    found = uow.session.execute(select(ImportRow.record_id, ImportRow.changes).where(
        ImportRow.batch_id == batch.id, ImportRow.verdict == CHANGED))
    return {record_id: tuple(FieldChange(*change) for change in changes or ()) for record_id, changes in found}


def referred_to(uow: UnitOfWork, target: str, ids: Select[Any], own: Iterable[str]) -> set[int]:
    """Those of the records `ids` of table `target` that any other table refers to; tables named in `own` do not count."""
    found: set[int] = set()
    connection = uow.session.connection()
    for name, referring in referring_columns(connection, target):
        if name not in own:
            at = table(name, column(referring)).c[referring]
            found.update(connection.execute(select(at).where(at.in_(ids)).distinct().limit(SHOWN + 1)).scalars())
    return found


def referring_columns(connection: Connection, target: str) -> list[tuple[str, str]]:
    """(table, column) of every foreign key to `target` in the data, those of plugins that are switched off too."""
    keys = inspect(connection).get_multi_foreign_keys()
    return sorted((name, key["constrained_columns"][0]) for (_schema, name), found in keys.items() for key in found
                  if key["referred_table"] == target)


def added_since(uow: UnitOfWork, batch: ImportBatch, children: Sequence[type[Record]], owner: str,
                ids: Select[Any]) -> set[int]:
    """Those of the records `ids` that got a child (a telephone, a paper) after the import was written."""
    found: set[int] = set()
    for model in children:
        holder = model.__table__.c[owner]  # type: ignore[attr-defined]
        found.update(uow.session.connection().execute(select(holder).where(
            holder.in_(ids), model.__table__.c.id > batch.marks[model.__table__.name])  # type: ignore[attr-defined]
            .distinct().limit(SHOWN + 1)).scalars())
    return found


def refuse(labels: Sequence[str]) -> None:
    """Raise UserError naming the records that were worked on since, when there are any."""
    if not labels:
        return
    named = "、".join(labels[:SHOWN])
    more = _(" and others") if len(labels) > SHOWN else ""
    raise UserError(
        ngettext("This import cannot be undone any more: {names}{more} was worked on since.",
                 "This import cannot be undone any more: {names}{more} were worked on since.", len(labels))
        .format(names=named, more=more),
        todo=_("Undo that work first, or correct the people one by one."))

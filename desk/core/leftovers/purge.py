"""Deleting what a plugin left, for good: only what a whole archive holds, counted once more in the same transaction."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData, Table, delete, select, text, update
from sqlalchemy.exc import IntegrityError

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.files.model import Attachment, FileBlob
from desk.core.i18n import _
from desk.core.leftovers.archive import MANAGE, Told, read_archive
from desk.core.leftovers.found import Part, count, own_tables, parts_of
from desk.core.plugins.keeping import forget_name
from desk.core.search.index import forget_plugin
from desk.core.settings.service import enabled_anywhere


@verb("plugins.purge", permission=MANAGE)
def purge_plugin(uow: UnitOfWork, plugin_id: str, archive: Path) -> int:
    """Delete the plugin's tables and its rows in the core's; answers how many rows went.

    archive: written before; it must be of this plugin and community and hold exactly what is here now. What was printed, the
    numbers given and the audit trail stay. UserError otherwise, and then nothing is deleted.
    """
    if plugin_id in enabled_anywhere(uow):
        raise UserError(_("{name} is switched on.").format(name=plugin_id), todo=_("Switch it off first."))
    parts = parts_of(uow, plugin_id)
    _refuse_unless_archived(uow, plugin_id, parts, archive)
    try:
        gone = sum(_delete(uow, part) for part in parts if not part.stays)
    except IntegrityError as problem:
        raise UserError(_("Records of somebody else still refer to these data; nothing was deleted."),
                        todo=_("Take those records away first, or keep the data archived and here.")) from problem
    forget_plugin(uow, plugin_id)
    _forget_files(uow)
    _drop_empty_tables(uow, plugin_id)
    uow.trace("plugins.purge", "plugin", None, plugin=plugin_id, rows=gone, archive=archive.name)
    return gone


@dataclass(frozen=True, slots=True)
class Going:
    """What purging would do. rows, tables, files go; prints, numbers, others stay; archived: rows that the archive holds."""

    rows: int
    tables: int
    files: int
    prints: int
    numbers: int
    others: int
    archived: int


def look_ahead(uow: UnitOfWork, plugin_id: str, archive: Path) -> Going:
    """What `purge_plugin` would delete and leave; UserError, as there, when the archive is not whole or not of these data."""
    uow.require(MANAGE)
    parts = parts_of(uow, plugin_id)
    told = _refuse_unless_archived(uow, plugin_id, parts, archive)
    counts = {part.name: count(uow, part) for part in parts}
    going = [counts[part.name] for part in parts if not part.stays and counts[part.name]]
    stay = {part.name: counts[part.name] for part in parts if part.stays}
    prints, numbers = stay.pop("core_print", 0), stay.pop("core_number", 0)
    return Going(sum(going), len(going), counts["core_attachment"], prints, numbers, sum(stay.values()), told.rows)


def _refuse_unless_archived(uow: UnitOfWork, plugin_id: str, parts: list[Part], archive: Path) -> Told:
    told = read_archive(archive)
    if (told.plugin, told.community) != (plugin_id, uow.actor.community_id):
        raise UserError(_("{name} is the archive of other data.").format(name=archive.name))
    changed = [part.name for part in parts if count(uow, part) != told.tables.get(part.name)]
    if changed:
        raise UserError(_("The data changed after they were archived ({tables}).").format(tables=", ".join(changed[:3])),
                        todo=_("Archive them once more, then delete."))
    return told


def _delete(uow: UnitOfWork, part: Part) -> int:
    for key in part.table.foreign_key_constraints:
        if key.referred_table is part.table:  # rows that refer to each other let go first
            loose = {column.name: None for column in key.columns if column.nullable}
            if loose:
                uow.session.execute(update(part.table).where(part.rows).values(**loose))
    return int(uow.session.execute(delete(part.table).where(part.rows)).rowcount)  # type: ignore[attr-defined]


def _forget_files(uow: UnitOfWork) -> None:
    """Contents that no attachment has any more."""
    used = select(Attachment.__table__.c.sha256)
    uow.session.execute(delete(FileBlob.__table__).where(FileBlob.__table__.c.sha256.not_in(used)))  # type: ignore[arg-type]


def _drop_empty_tables(uow: UnitOfWork, plugin_id: str) -> None:
    """The plugin's tables and its line of revisions, once no community has a row in them."""
    connection, names = uow.session.connection(), own_tables(uow, plugin_id)
    metadata = MetaData()
    metadata.reflect(connection, only=names)
    mine = [table for table in metadata.sorted_tables if table.name in names]
    if any(connection.execute(select(text("1")).select_from(table).limit(1)).first() for table in mine):
        return
    metadata.drop_all(connection, tables=mine)
    forget_name(uow, plugin_id)
    Table(f"alembic_version_{plugin_id}", MetaData()).drop(connection, checkfirst=True)

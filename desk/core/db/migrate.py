"""Migrations: a copy is migrated, checked and swapped before any connection opens; the old file is kept until then.

One Alembic version table per lineage, so that an absent plugin never stops core and core's history never drops a plugin's
tables. On PostgreSQL one transaction under an advisory lock does the same.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from desk.core.db import copying, sqlite
from desk.core.db.engine import Database, open_database
from desk.core.db.headcheck import Head, applied, compare
from desk.core.db.lineage import Lineage
from desk.core.db.planner import teach_planner
from desk.core.db.server_answers import ServerAnswers
from desk.core.disk import disk_fault
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _

log = logging.getLogger(__name__)
PG_LOCK = 7_305_201
SCRIPTS = Path(__file__).parent / "migrations"


def migrate_file(path: Path, lineages: Sequence[Lineage], *, keep: Callable[[Path], None] | None = None) -> list[str]:
    """Bring the data file up to date and answer the labels that were migrated.

    `keep(path)` is called with the untouched file before it is replaced (a backup). Raises EnvironmentFault for a newer
    file or a failed migration; then the file is byte for byte what it was.
    """
    states = compare(applied(path), lineages)
    behind = [lineage for lineage in lineages if states[lineage.label] is not Head.CURRENT and lineage.head()]
    if not behind:
        return []
    work = path.with_suffix(".migrating")
    copying.remove(work)
    try:
        if path.exists():
            if keep:
                keep(path)
            copying.copy_database(path, work)
        _migrate_copy(work, behind)
        copying.replace_database(work, path)
    except Exception as error:
        copying.remove(work)
        full = _full_disk(error, path)
        if full is not None:
            raise full from error
        raise
    return [lineage.label for lineage in behind]


def _full_disk(error: Exception, path: Path) -> EnvironmentFault | None:
    """The disk's doing, which must not be taken for a mistake in a plugin's migration."""
    if isinstance(error, OperationalError):
        fault = sqlite.file_fault(error, path)
        return fault if fault.retry else None
    return disk_fault(error)


def _migrate_copy(work: Path, behind: Sequence[Lineage]) -> None:
    database = open_database(work, migrating=True)
    try:
        for lineage in behind:
            _run(database, lineage)
        with database.writer.begin() as connection:
            teach_planner(connection)
        with database.engine.connect() as connection:
            _verify(connection)
            connection.rollback()
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)") if not connection.in_transaction() else None
    finally:
        database.close()


def _verify(connection: Connection) -> None:
    wrong = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
    sound = connection.execute(text("PRAGMA integrity_check")).scalar()
    if wrong or sound != "ok":
        raise EnvironmentFault(_("The updated copy of the data file failed its check; the file itself was not touched."),
                               advice=_("Run desk doctor and keep its report."))


def migrate_server(url: str, lineages: Sequence[Lineage]) -> list[str]:
    """As migrate_file for PostgreSQL: one seat migrates, the others wait for it."""
    database = open_database(url)
    try:
        with database.writer.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": PG_LOCK})
            connection.commit()
            try:
                states = compare(ServerAnswers(connection).applied(), lineages)
                connection.rollback()
                behind = [one for one in lineages if states[one.label] is not Head.CURRENT and one.head()]
                for lineage in behind:
                    _run(database, lineage)
            finally:
                connection.rollback()
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": PG_LOCK})
                connection.commit()
        return [lineage.label for lineage in behind]
    finally:
        database.close()


def _run(database: Database, lineage: Lineage) -> None:
    """Upgrade one lineage to its head in one transaction."""
    upgrade(database, lineage, lineage.head())
    log.info("Migrated %s to %s", lineage.label, lineage.head())


def upgrade(database: Database, lineage: Lineage, target: str, *, down: bool = False) -> None:
    """Run the revisions of `lineage` up (or down) to `target` in one transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(SCRIPTS), version_locations=[str(lineage.versions)])

    def steps(revision: Any, _context: Any) -> Any:
        return script._downgrade_revs(target, revision) if down else script._upgrade_revs(target, revision)

    with database.writer.connect() as connection, EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection, version_table=lineage.version_table, transactional_ddl=True,
                              transaction_per_migration=False, render_as_batch=database.dialect == "sqlite")
        with environment.begin_transaction():
            environment.run_migrations()
        if connection.in_transaction():
            connection.commit()

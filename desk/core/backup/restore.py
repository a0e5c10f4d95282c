"""Restoring: the backup is checked and brought up to date beside the live file, which is itself backed up first."""

from collections.abc import Sequence
from pathlib import Path

from desk.core.backup.archive import Backup, make_backup, unpacked
from desk.core.clock import Clock
from desk.core.db import copying
from desk.core.db.headcheck import applied, compare
from desk.core.db.lineage import Lineage
from desk.core.db.migrate import migrate_file
from desk.core.errors import DeskError
from desk.core.paths import DeskPaths


def restore_backup(paths: DeskPaths, backup: Path, lineages: Sequence[Lineage], clock: Clock) -> Backup | None:
    """Put the data of `backup` in the place of the live file; nobody may have it open.

    Answers the backup made of the file that was replaced (None when there was none or it was damaged: then the damaged
    file is kept aside as desk.db.damaged). Raises UserError or EnvironmentFault and changes nothing when the backup is not
    whole or was written by a newer desk.
    """
    with unpacked(backup, paths.data) as copy:
        compare(applied(copy), lineages)
        migrate_file(copy, lineages)
        before = _keep_live(paths, clock)
        copying.replace_database(copy, paths.database)
    return before


def rehearse(backup: Path, lineages: Sequence[Lineage], folder: Path) -> dict[str, int]:
    """Open a backup as a restore would, without touching the live file; answers its row counts."""
    with unpacked(backup, folder) as copy:
        compare(applied(copy), lineages)
        migrate_file(copy, lineages)
        from desk.core.backup.archive import read_manifest

        return read_manifest(backup).counts


def _keep_live(paths: DeskPaths, clock: Clock) -> Backup | None:
    if not paths.database.exists() or not paths.database.stat().st_size:
        return None
    try:
        return make_backup(paths.database, paths.backups, "before-restore", clock)
    except DeskError:
        aside = paths.database.with_suffix(".db.damaged")
        paths.database.replace(aside)
        return None

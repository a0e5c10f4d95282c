"""Which backups stay: the newest ten, then one a day for a week, one a week for a month, one a month for a year."""

from collections.abc import Sequence
from pathlib import Path

from desk.core.backup.archive import Backup, list_backups
from desk.core.clock import hall_time

NEWEST, DAILY, WEEKLY, MONTHLY = 10, 7, 4, 12


def to_drop(backups: Sequence[Backup]) -> list[Backup]:
    """The backups that nothing keeps; `backups` newest first."""
    kept = {backup.path for backup in backups[:NEWEST]}
    for form, count in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        seen: dict[str, Path] = {}
        for backup in backups:
            seen.setdefault(hall_time(backup.made_at).strftime(form), backup.path)
        kept |= set(list(seen.values())[:count])
    return [backup for backup in backups if backup.path not in kept]


def thin_out(folder: Path) -> int:
    """Remove what `to_drop` names; answers how many went."""
    dropped = to_drop(list_backups(folder))
    for backup in dropped:
        backup.path.unlink(missing_ok=True)
    return len(dropped)

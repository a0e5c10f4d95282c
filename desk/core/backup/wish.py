"""A restore asked for in the window: noted down now, carried out at the next start before anything opens the data."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from desk.core.clock import Clock
from desk.core.db.lineage import Lineage
from desk.core.paths import DeskPaths

FILE = "restore-wanted.json"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which backup, and who asked for it."""

    backup: str
    by: str


def wish_restore(paths: DeskPaths, backup: Path, by: str) -> None:
    """Note it down, whole or not at all; an older wish is forgotten."""
    note = paths.data / FILE
    beside = note.with_suffix(".tmp")
    beside.write_text(json.dumps(asdict(Wish(str(backup), by)), ensure_ascii=False), "utf-8")
    beside.replace(note)


def carry_out(paths: DeskPaths, lineages: Callable[[], Sequence[Lineage]], clock: Clock) -> Wish | None:
    """Restore what was asked for; None when nothing was. The caller holds the program's lock.

    The wish is gone whatever happens: when restore_backup raises, nothing was changed, and the next start opens the data
    as they are.
    """
    note = paths.data / FILE
    try:
        wish = Wish(**json.loads(note.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        note.unlink(missing_ok=True)  # half a note is no wish
        return None
    note.unlink()
    from desk.core.backup.restore import restore_backup  # hardly a start has a wish, and this brings the migrations with it

    restore_backup(paths, Path(wish.backup), lineages(), clock)
    return wish

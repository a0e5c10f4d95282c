"""desk restore: put a backup in the place of the data; what is there now is backed up first."""

import argparse
from pathlib import Path

from desk.commands.call import DONE, Call
from desk.core.i18n import _


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("file", nargs="?", help=_("the backup; the newest one when left out"))
    parser.add_argument("--rehearse", action="store_true", help=_("only try it, changing nothing"))


def run(call: Call) -> int:
    """Rehearse or restore; refused while a window has the folder open."""
    from desk.core.backup.archive import list_backups
    from desk.core.backup.restore import rehearse, restore_backup
    from desk.core.db.lock import ProgramLock
    from desk.core.errors import UserError
    from desk.core.paths import BUNDLED_PLUGINS
    from desk.host.discovery import discover
    from desk.running import lineages_of

    there = list_backups(call.paths.backups)
    chosen = Path(call.args.file) if call.args.file else next((backup.path for backup in there), None)
    if chosen is None:
        raise UserError(_("There is no backup in {folder}.").format(folder=call.paths.backups))
    lineages = lineages_of(discover(BUNDLED_PLUGINS, call.paths.plugins))
    if call.args.rehearse:
        counts = rehearse(chosen, lineages, call.paths.backups)
        call.say(_("This backup can be restored; it holds {n} rows.").format(n=sum(counts.values())), counts=counts)
        return DONE
    with ProgramLock(call.paths.lock):
        before = restore_backup(call.paths, chosen, lineages, call.clock)
    call.say(_("Restored {name}.").format(name=chosen.name), restored=str(chosen),
             before=str(before.path) if before else None)
    return DONE
